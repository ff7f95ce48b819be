// Kinds of ASCII characters, without the locale.
#ifndef LOOKUP_SCAN_CHARACTERS_H_
#define LOOKUP_SCAN_CHARACTERS_H_

#include <string>
#include <string_view>

namespace errlookup {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool IsUpperLetter(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLetter(char c) { return LowerAscii(c) >= 'a' && LowerAscii(c) <= 'z'; }
// Part of a word or number; bytes of characters beyond ASCII count as letters.
constexpr bool IsWordByte(char c) { return IsDigit(c) || IsLetter(c) || c == '_' || static_cast<signed char>(c) < 0; }
inline bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// -1 if it is none.
constexpr int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  const char lower = LowerAscii(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
constexpr bool IsHexDigit(char c) { return HexValue(c) >= 0; }

inline std::string LowerAsciiText(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = LowerAscii(c);
  return lower;
}

}  // namespace errlookup

#endif  // LOOKUP_SCAN_CHARACTERS_H_
