// Reads the event logs of Windows in their binary form (.evtx), through libevtx where the program was built with it.
//
// libevtx reads damaged files as far as it can and has faults of its own in doing so. It therefore runs in a process
// of its own with bounds on its memory: whatever a hostile file does to it, the scan is told and goes on.
#ifndef LOOKUP_SCAN_EVTX_READER_H_
#define LOOKUP_SCAN_EVTX_READER_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "lookup/base/result.h"

namespace errlookup {

// Whether "start", the first bytes of a file, begin such a log.
bool IsEvtx(std::string_view start);

// Whether this program can read them.
bool HasEvtxReader();

// One event: its XML (UTF-8) on one line with a line feed at the end, and its number in the log (EventRecordID).
struct EvtxRecord {
  std::uint64_t id = 0;
  std::string_view xml;  // valid during the call
};

// Calls "take" for each event of the file "path" (UTF-8), also for those that libevtx recovers from damaged or free
// parts; stops when it returns false. An error comes after all that could be read: the file cannot be opened, is
// damaged, or has stopped libevtx.
Status ReadEvtx(const std::string& path, const std::function<bool(const EvtxRecord&)>& take);

}  // namespace errlookup

#endif  // LOOKUP_SCAN_EVTX_READER_H_
