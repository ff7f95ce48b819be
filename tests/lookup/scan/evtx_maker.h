// Makes small event logs in binary form (.evtx), as Windows would write the same events.
//
// The layout is that of "Windows XML Event Log (EVTX)" by the libyal project and of [MS-EVEN6], section 2.2: a file
// header, one chunk, and records of binary XML without templates.
#ifndef TESTS_LOOKUP_SCAN_EVTX_MAKER_H_
#define TESTS_LOOKUP_SCAN_EVTX_MAKER_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace errlookup {

struct MadeEvent {
  std::uint64_t id = 1;
  std::string provider;
  std::string event_id;
  std::vector<std::string> data;  // ASCII
};

std::string MakeEvtx(const std::vector<MadeEvent>& events);

}  // namespace errlookup

#endif  // TESTS_LOOKUP_SCAN_EVTX_MAKER_H_
