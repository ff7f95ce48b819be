// Decides whether a number that could be a code is meant as one: by the name of its field, the words around it
// and the kind of line. 13801 is also a port, a process id, a duration and half of an Oracle error.
//
// How much is asked depends on how easily the form comes about by chance. 0x800735E9 is taken anywhere but
// behind a word such as "handle"; 13801, 0x35E9 and 2147956201 need the name of a field, a word of failure that
// leads to them, or a line that speaks of VPN and reports them; 809 needs more of the same, and words of another
// system ("HTTP error 809") speak against it. A word of failure somewhere in the line is not enough: lines that
// tell of errors are full of ports, process ids and counts.
#ifndef LOOKUP_SCAN_NUMBER_CONTEXT_H_
#define LOOKUP_SCAN_NUMBER_CONTEXT_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lookup/scan/code_set.h"
#include "lookup/scan/field_names.h"
#include "lookup/scan/view.h"

namespace errlookup {

enum class NumberForm : std::uint8_t {
  kDecimal,      // 13801, -13801
  kLongDecimal,  // -2147011095, 2147956201
  kShortHex,     // 0x35E9, 0x000035E9
  kLongHex,      // 0x800735E9
  kBareHex,      // 800735E9, 000035E9
};

// A number in a view, half-open, with sign and prefix.
struct NumberAt {
  std::size_t begin = 0;
  std::size_t end = 0;
  NumberForm form = NumberForm::kDecimal;
};

// What is known of an input as a whole.
struct InputContext {
  ColumnHeader columns;
  // The decimal codes that some place of it tells as an error. Only known of a short input, as people write them: a
  // mail, a ticket, a thread. What it speaks of once it mentions again, in any language: "809 和 789 交替出现".
  std::vector<const ScanCode*> told = {};
};

bool MeansError(const View& view, const NumberAt& number, const ScanCode& code, const InputContext& input);

// Whether a message of few words stands where a reason is given: "Failure Reason: Policy match error".
bool IsReason(const View& view, std::size_t begin);

// Whether a message of few words is all of its line, below words of VPN or of a tool that prints messages.
bool IsAnswerOfVpnTool(const View& view, std::size_t begin, std::size_t end);

// Whether "begin" lies in the XML of an event that VPN, IKE or the filtering platform logged.
bool IsInVpnEvent(const View& view, std::size_t begin);

}  // namespace errlookup

#endif  // LOOKUP_SCAN_NUMBER_CONTEXT_H_
