#include "lookup/cli/safe_text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

#include "lookup/base/utf8.h"

namespace errlookup {
namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

// Nonspacing and enclosing marks of the scripts that occur in Windows messages, and the zero-width characters.
constexpr CharacterRange kZeroWidth[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5},
    {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4},
    {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0900, 0x0902}, {0x093A, 0x093A}, {0x093C, 0x093C}, {0x0941, 0x0948},
    {0x094D, 0x094D}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200D}, {0x2060, 0x2064}, {0x20D0, 0x20F0}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

// Wide and fullwidth blocks, and the emoji that terminals draw on two columns.
constexpr CharacterRange kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},
    {0xA960, 0xA97F},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF}, {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F265}, {0x1F300, 0x1F320},
    {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3},
    {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E}, {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC},
    {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596},
    {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2},
    {0x1F6D5, 0x1F6D7}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F93A},
    {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD},
};

template <std::size_t kCount>
bool IsIn(const CharacterRange (&ranges)[kCount], char32_t character) {
  const auto* after = std::upper_bound(std::begin(ranges), std::end(ranges), character,
                                       [](char32_t c, const CharacterRange& range) { return c < range.first; });
  return after != std::begin(ranges) && character <= std::prev(after)->last;
}

// Invisible characters that change what is around them: they could make a symbol read as another one.
bool IsTreacherous(char32_t c) {
  return (c >= 0x80 && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

char32_t SafeCharacter(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return ' ';
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  return IsTreacherous(c) ? kReplacementCharacter : c;
}

}  // namespace

std::size_t PlainRun(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101'0101'0101'0101;
  // Eight bytes at a time. The top bit of a byte is set if it was set before, or if the byte is below ' ' (by the
  // subtraction) or 0x7F (by the addition); what those carry into the next byte changes nothing any more.
  const auto is_plain = [&](std::size_t at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    return ((bytes | (bytes - kEach * ' ') | (bytes + kEach)) & kEach * 0x80) == 0;
  };
  std::size_t end = 0;
  while (text.size() - end >= 8 && is_plain(end)) end += 8;
  if (text.size() - end < 8 && text.size() >= 8 && is_plain(text.size() - 8)) return text.size();
  while (end < text.size() && text[end] >= ' ' && text[end] < 0x7F) ++end;
  return end;
}

std::string SafeText(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  while (!text.empty()) {
    const std::size_t plain = PlainRun(text);
    safe += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Utf8Character next = DecodeUtf8(text);
    AppendUtf8(SafeCharacter(next.value), safe);
    text.remove_prefix(next.length);
  }
  return safe;
}

bool IsSafeCharacter(char32_t character) { return SafeCharacter(character) == character; }

int CharacterWidth(char32_t character) {
  if (character < 0x300) return 1;
  if (IsIn(kZeroWidth, character)) return 0;
  return IsIn(kWide, character) ? 2 : 1;
}

int TextWidth(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const std::size_t plain = PlainRun(text);
    width += static_cast<int>(plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Utf8Character next = DecodeUtf8(text);
    width += CharacterWidth(next.value);
    text.remove_prefix(next.length);
  }
  return width;
}

std::string CutToWidth(std::string_view text, int columns) {
  if (TextWidth(text) <= columns) return std::string(text);
  std::size_t end = 0;
  for (int width = 0; end < text.size();) {
    const Utf8Character next = DecodeUtf8(text.substr(end));
    width += CharacterWidth(next.value);
    if (width > columns - 1) break;
    end += next.length;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace errlookup
