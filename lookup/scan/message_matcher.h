// Finds the messages of the system in text: events 4653 and 4654 carry no number, only "Policy match error".
//
// A message stands as Windows prints it: same letters, whole words at both ends. Its blanks may be any run of
// blanks, so that it is found across wrapped lines; only within its first ten bytes it must stand as it is.
#ifndef LOOKUP_SCAN_MESSAGE_MATCHER_H_
#define LOOKUP_SCAN_MESSAGE_MATCHER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lookup/scan/code_set.h"
#include "lookup/scan/message_start.h"
#include "lookup/scan/view.h"

namespace errlookup {

class MessageMatcher {
 public:
  // "codes" must outlive the matcher.
  explicit MessageMatcher(const CodeSet& codes);

  struct Match {
    const ScanMessage* message;
    std::size_t end;  // in the view
  };
  // The longest message that begins at "begin".
  std::optional<Match> MatchAt(const View& view, std::size_t begin) const;

 private:
  // So much of a message behind its start is compared before the message itself is touched.
  static constexpr std::size_t kNext = 16;

  // Messages with one start, from "first" on. All starts lie in one table, because the text
  // that is being scanned drives everything else out of the caches.
  struct Start {
    std::array<char, kMessageStart> text{};
    std::uint32_t first = 0;
    std::uint32_t count = 0;  // 0: an empty place
  };
  struct Beginning {
    std::array<std::uint64_t, 2> next{};
    std::array<std::uint64_t, 2> mask{};  // of the bytes that the message has
  };

  // Of the start in starts_, or of the empty place where it belongs.
  std::size_t PlaceOf(const char* start) const;

  std::vector<const ScanMessage*> messages_;  // by start, longest first
  std::vector<Beginning> beginnings_;         // of each of messages_
  std::vector<Start> starts_;                 // open addressing: a power of two, more than half of them empty
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_MESSAGE_MATCHER_H_
