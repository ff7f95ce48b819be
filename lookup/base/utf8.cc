#include "lookup/base/utf8.h"

namespace errlookup {
namespace {

// How many bytes follow a lead byte, and what the first of them may be: that bound is what rules out
// overlong forms, surrogates and values above U+10FFFF (table 3-7 of The Unicode Standard).
struct Lead {
  std::uint32_t continuation_count;
  unsigned char second_min;
  unsigned char second_max;
};

constexpr Lead LeadOf(unsigned char byte) {
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte < 0xF0) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte < 0xF4) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

Utf8Character DecodeUtf8(std::string_view text) {
  if (text.empty()) return {};
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = LeadOf(first);
  if (lead.continuation_count == 0) return {kReplacementCharacter, 1, false};
  char32_t value = first & (0x3Fu >> lead.continuation_count);
  unsigned char min = lead.second_min;
  unsigned char max = lead.second_max;
  for (std::uint32_t i = 1; i <= lead.continuation_count; ++i) {
    if (i == text.size()) return {kReplacementCharacter, i, false};
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < min || byte > max) return {kReplacementCharacter, i, false};
    value = value << 6 | (byte & 0x3Fu);
    min = 0x80;
    max = 0xBF;
  }
  return {value, lead.continuation_count + 1, true};
}

void AppendUtf8(char32_t character, std::string& out) {
  const bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
  const char32_t c = is_surrogate || character > 0x10FFFF ? kReplacementCharacter : character;
  const auto tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += tail(6);
    out += tail(0);
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += tail(12);
    out += tail(6);
    out += tail(0);
  }
}

bool IsValidUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {  // nearly always: four times as fast
      ++i;
      continue;
    }
    const Utf8Character character = DecodeUtf8(text.substr(i));
    if (!character.is_valid) return false;
    i += character.length;
  }
  return true;
}

std::string ReplaceInvalidUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Utf8Character character = DecodeUtf8(text);
    AppendUtf8(character.value, out);
    text.remove_prefix(character.length);
  }
  return out;
}

}  // namespace errlookup
