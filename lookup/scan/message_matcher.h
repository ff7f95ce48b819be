// Finds the messages of the system in text: events 4653 and 4654 carry no number, only "Policy match error".
//
// A message stands as Windows prints it: same letters, whole words at both ends. Its blanks may be any run of
// blanks, so that it is found across wrapped lines; only within its first eight bytes it must stand as it is.
#ifndef LOOKUP_SCAN_MESSAGE_MATCHER_H_
#define LOOKUP_SCAN_MESSAGE_MATCHER_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lookup/scan/code_set.h"
#include "lookup/scan/view.h"

namespace errlookup {

class MessageMatcher {
 public:
  // "codes" must outlive the matcher.
  explicit MessageMatcher(const CodeSet& codes);

  // Bytes at the start of a message by which it is looked up.
  static constexpr std::size_t kStart = 8;

  // Cheap: whether a message may begin with these eight bytes.
  bool MayBegin(const char* start) const { return starts_[Hash(start)]; }

  struct Match {
    const ScanMessage* message;
    std::size_t end;  // in the view
  };
  // The longest message that begins at "begin".
  std::optional<Match> MatchAt(const View& view, std::size_t begin) const;

 private:
  static constexpr std::size_t kHashSize = 8192;

  static std::uint64_t Load(const char* start);
  static std::size_t Hash(const char* start) { return (Load(start) * 0x9E3779B97F4A7C15u) >> 51; }

  std::bitset<kHashSize> starts_;
  std::unordered_map<std::uint64_t, std::vector<const ScanMessage*>> by_start_;  // longest first
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_MESSAGE_MATCHER_H_
