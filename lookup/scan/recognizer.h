// Looks closely at a spot that the prefilter found: reads the number, name, message or dump there, looks it up
// and weighs what stands around it.
#ifndef LOOKUP_SCAN_RECOGNIZER_H_
#define LOOKUP_SCAN_RECOGNIZER_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "lookup/scan/code_set.h"
#include "lookup/scan/message_matcher.h"
#include "lookup/scan/number_context.h"
#include "lookup/scan/prefilter.h"

namespace errlookup {

// A code in a text, half-open.
struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
  const ScanCode* code = nullptr;
  const ScanMessage* message = nullptr;  // set if the code was found by its text
};

class Recognizer {
 public:
  // "codes" must outlive the recognizer.
  explicit Recognizer(const CodeSet& codes) : codes_(&codes), messages_(codes) {}

  // The begin of a hit is never farther from its spot than this, in either direction.
  static constexpr std::size_t kReach = 512;

  // Appends what is at "spot" of "text", usually nothing. "text" must hold View::kBefore bytes before the spot
  // and View::kAfter behind it, or as many as the input has, and kReadable more may be read behind it.
  static constexpr std::size_t kReadable = 16;
  void Recognize(std::string_view text, std::size_t spot, std::uint16_t forms, const InputContext& input,
                 std::vector<Hit>& hits) const;

  // The forms of "forms" that what stands at "at" may really have; most spots have none. To be asked before Recognize
  // for many spots at once: it costs a fraction, and never branches.
  std::uint16_t Sieve(const char* at, std::uint16_t forms) const;

 private:
  class Look;

  const CodeSet* codes_;
  MessageMatcher messages_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_RECOGNIZER_H_
