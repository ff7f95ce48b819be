// Finds the messages of the system in text: events 4653 and 4654 carry no number, only "Policy match error".
//
// A message stands as Windows prints it: same letters, whole words at both ends. Its blanks may be any run of
// blanks, so that it is found across wrapped lines; only within its first ten bytes it must stand as it is.
#ifndef LOOKUP_SCAN_MESSAGE_MATCHER_H_
#define LOOKUP_SCAN_MESSAGE_MATCHER_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
  static constexpr std::size_t kStart = 10;

  // Cheap: whether a message may begin with these bytes.
  bool MayBegin(const char* start) const { return starts_[Hash(start)]; }

  struct Match {
    const ScanMessage* message;
    std::size_t end;  // in the view
  };
  // The longest message that begins at "begin".
  std::optional<Match> MatchAt(const View& view, std::size_t begin) const;

 private:
  static constexpr std::size_t kHashSize = 8192;

  // The ten bytes as one number: the first eight, and the last two mixed in.
  static std::uint64_t Load(const char* start) {
    std::uint64_t first = 0;
    std::uint16_t last = 0;
    std::memcpy(&first, start, sizeof(first));
    std::memcpy(&last, start + sizeof(first), sizeof(last));
    return (first ^ (std::uint64_t{last} << 23)) * 0x9E3779B97F4A7C15u;
  }
  static std::size_t Hash(const char* start) { return Load(start) >> 51; }

  std::bitset<kHashSize> starts_;
  std::unordered_map<std::uint64_t, std::vector<const ScanMessage*>> by_start_;  // longest first
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_MESSAGE_MATCHER_H_
