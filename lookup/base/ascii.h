// Kinds of ASCII characters, without the locale that those of <cctype> ask. Every other byte, such as those of longer
// characters in UTF-8, is of no kind, if nothing else is said, and is left as it is.
#ifndef LOOKUP_BASE_ASCII_H_
#define LOOKUP_BASE_ASCII_H_

#include <string>
#include <string_view>

namespace errlookup {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsUpperLetter(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLowerLetter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsLetter(char c) { return IsUpperLetter(c) || IsLowerLetter(c); }

// What a line is broken at.
constexpr bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Part of a word, a number or a name: a letter, a digit, "_". Bytes beyond ASCII count as letters.
constexpr bool IsWordByte(char c) { return IsDigit(c) || IsLetter(c) || c == '_' || static_cast<signed char>(c) < 0; }

// Small letters for capitals.
constexpr char LowerAscii(char c) { return IsUpperLetter(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
inline std::string LowerAsciiText(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = LowerAscii(c);
  return lower;
}

// 0 to 15 for a digit of either case, -1 for anything else.
constexpr int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  const char lower = LowerAscii(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
constexpr bool IsHexDigit(char c) { return HexValue(c) >= 0; }

}  // namespace errlookup

#endif  // LOOKUP_BASE_ASCII_H_
