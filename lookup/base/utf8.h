// UTF-8 as RFC 3629 and The Unicode Standard (D92) define it: no overlong forms, no surrogates, nothing
// above U+10FFFF.
#ifndef LOOKUP_BASE_UTF8_H_
#define LOOKUP_BASE_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace errlookup {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct Utf8Character {
  char32_t value = kReplacementCharacter;  // U+FFFD when the bytes are not valid
  std::uint32_t length = 0;                // bytes to step over; 0 only for empty text
  bool is_valid = false;                   // tells a real U+FFFD from a replaced one

  bool operator==(const Utf8Character&) const = default;
};

// The first character of "text". Of invalid bytes, steps over the longest piece that could begin a
// character (at least one byte), as The Unicode Standard section 3.9 advises and browsers do.
Utf8Character DecodeUtf8(std::string_view text);

// Appends "character"; a surrogate or a value above U+10FFFF becomes U+FFFD.
void AppendUtf8(char32_t character, std::string& out);

bool IsValidUtf8(std::string_view text);

// "text" with each invalid piece replaced by U+FFFD.
std::string ReplaceInvalidUtf8(std::string_view text);

}  // namespace errlookup

#endif  // LOOKUP_BASE_UTF8_H_
