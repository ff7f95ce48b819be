// Text that may go to a terminal, and how many columns it takes there.
//
// Data and queries are written by others: a log line pasted as a query may hold an escape sequence that
// clears the screen or retitles the window. Nothing of that kind reaches the terminal; a person sees a
// picture of the character ("␛[2J") instead.
#ifndef LOOKUP_CLI_SAFE_TEXT_H_
#define LOOKUP_CLI_SAFE_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace errlookup {

// "text" on one line, as valid UTF-8. Tab and line feed become a blank; other controls of ASCII become their
// picture (U+2400 block); controls of Latin-1, line separators, bidirectional overrides and invalid bytes
// become U+FFFD.
std::string SafeText(std::string_view text);

// Length of the printable ASCII (0x20 to 0x7E) at the front: most text, where a byte is a character and a column.
std::size_t PlainRun(std::string_view text);

// Whether SafeText leaves the character as it is.
bool IsSafeCharacter(char32_t character);

// Columns of one character: 0 for combining and zero-width characters, 2 for East Asian wide and fullwidth
// ones (Unicode Standard Annex 11) and for emoji, else 1. Only for characters that SafeText lets through.
int CharacterWidth(char32_t character);

// Columns of a safe text.
int TextWidth(std::string_view text);

// "text" cut to at most "columns" columns, with "…" at the end if anything was cut.
std::string CutToWidth(std::string_view text, int columns);

}  // namespace errlookup

#endif  // LOOKUP_CLI_SAFE_TEXT_H_
