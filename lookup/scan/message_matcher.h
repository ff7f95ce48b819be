// Finds the messages of the system in text: events 4653 and 4654 carry no number, only "Policy match error".
//
// A message stands as Windows prints it: same letters, whole words at both ends. Its blanks may be any run of
// blanks, so that it is found across wrapped lines; only within its first ten bytes it must stand as it is.
#ifndef LOOKUP_SCAN_MESSAGE_MATCHER_H_
#define LOOKUP_SCAN_MESSAGE_MATCHER_H_

#include <cstddef>
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

  struct Match {
    const ScanMessage* message;
    std::size_t end;  // in the view
  };
  // The longest message that begins at "begin".
  std::optional<Match> MatchAt(const View& view, std::size_t begin) const;

 private:
  std::unordered_map<std::string_view, std::vector<const ScanMessage*>> by_start_;  // longest first
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_MESSAGE_MATCHER_H_
