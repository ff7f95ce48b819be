// Numbers that somebody may have meant who mistyped one digit: "138O1", "0x80735E9", "13081".
#ifndef LOOKUP_ENGINE_DIGIT_SLIPS_H_
#define LOOKUP_ENGINE_DIGIT_SLIPS_H_

#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// The one word of "text" that looks like a number: letters and digits with at least two digits. Empty if there is none
// or another one.
std::string_view OnlyNumber(std::string_view text);

// Other spellings of the one number that stands in "text", the likeliest slip first: letters that look like digits
// (O, l, S, B), two digits exchanged, one too many, one of a pair lost, a letter in place of a hexadecimal digit.
// Empty if the text has no number, more than one, or one of fewer than 4 or more than 12 characters. At most 64.
std::vector<std::string> SlippedNumbers(std::string_view text);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_DIGIT_SLIPS_H_
