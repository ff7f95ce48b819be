#include "lookup/text/fold.h"

namespace errlookup {
namespace {

// Base letters of U+00C0..U+017F; '?' marks what has none and is handled by name.
constexpr char kLatin[] =
    "aaaaaa?ceeeeiiiidnooooo?ouuuuyt?aaaaaa?ceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// Base letters of U+1E00..U+1EFF (Vietnamese and others).
constexpr char kLatinAdditional[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

struct Range {
  char32_t first;
  char32_t last;
};

// Everything from U+0080 on that ends a word. Ordered.
constexpr Range kSeparators[] = {
    {0x0080, 0x00A9}, {0x00AB, 0x00AC}, {0x00AE, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF},
    {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x02C2, 0x02DF}, {0x037E, 0x037E}, {0x0387, 0x0387},
    {0x055A, 0x055F}, {0x0589, 0x058F}, {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C3},
    {0x05F3, 0x05F4}, {0x0600, 0x060F}, {0x061B, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4},
    {0x0964, 0x0965}, {0x0E3F, 0x0E3F}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x2010, 0x205F},
    {0x2070, 0x2BFF}, {0x2E00, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x303F}, {0x30A0, 0x30A0},
    {0x30FB, 0x30FB}, {0x3200, 0x33FF}, {0xD800, 0xF8FF}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F},
    {0xFF5F, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
};

constexpr Range kIgnored[] = {
    {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C7}, {0x0610, 0x061A}, {0x0640, 0x0640}, {0x064B, 0x065F},
    {0x200B, 0x200F}, {0x2060, 0x206F}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
    {0xFEFF, 0xFEFF},
};

constexpr Range kPaired[] = {
    {0x1100, 0x11FF}, {0x2E80, 0x2FDF}, {0x3005, 0x3007}, {0x3021, 0x302F}, {0x3041, 0x3096},
    {0x309B, 0x309F}, {0x30A1, 0x30FA}, {0x30FC, 0x318F}, {0x31A0, 0x31FF}, {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFF66, 0xFFDC},
    {0x20000, 0x3FFFF},
};

template <int kCount>
bool IsIn(const Range (&ranges)[kCount], char32_t c) {
  int low = 0;
  int high = kCount;
  while (low < high) {
    const int middle = (low + high) / 2;
    if (c > ranges[middle].last) low = middle + 1;
    else high = middle;
  }
  return low < kCount && c >= ranges[low].first;
}

bool IsAsciiAlnum(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool IsFullWidthAscii(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E; }
char32_t Narrow(char32_t c) { return c - 0xFEE0; }

Folded FoldLatin(char32_t c) {
  switch (c) {
    case 0xC6: case 0xE6: return {'a', 'e'};
    case 0xDF: case 0x1E9E: return {'s', 's'};
    case 0x152: case 0x153: return {'o', 'e'};
    default: break;
  }
  const char base = c < 0x180 ? kLatin[c - 0xC0] : kLatinAdditional[c - 0x1E00];
  return {base == '?' ? c : static_cast<char32_t>(base)};
}

char32_t FoldGreek(char32_t c) {
  switch (c) {
    case 0x386: case 0x3AC: return 0x3B1;
    case 0x388: case 0x3AD: return 0x3B5;
    case 0x389: case 0x3AE: return 0x3B7;
    case 0x38A: case 0x390: case 0x3AA: case 0x3AF: case 0x3CA: return 0x3B9;
    case 0x38C: case 0x3CC: return 0x3BF;
    case 0x38E: case 0x3AB: case 0x3B0: case 0x3CB: case 0x3CD: return 0x3C5;
    case 0x38F: case 0x3CE: return 0x3C9;
    case 0x3C2: return 0x3C3;  // final sigma
    default: return c >= 0x391 && c <= 0x3A9 ? c + 32 : c;
  }
}

char32_t FoldCyrillic(char32_t c) {
  if (c <= 0x40F) c += 80;
  else if (c <= 0x42F) c += 32;
  else if (c >= 0x460 && (c < 0x482 || (c >= 0x48A && c < 0x4C0) || c >= 0x4D0)) c |= 1;
  switch (c) {
    case 0x439: case 0x45D: return 0x438;  // й -> и
    case 0x450: case 0x451: return 0x435;  // ё -> е
    case 0x453: return 0x433;
    case 0x457: return 0x456;
    case 0x45C: return 0x43A;
    case 0x45E: return 0x443;
    default: return c;
  }
}

}  // namespace

CharKind KindOf(char32_t c) {
  if (c < 0x80) return IsAsciiAlnum(c) ? CharKind::kLetter : CharKind::kSeparator;
  if (IsFullWidthAscii(c)) return KindOf(Narrow(c));
  if (IsIn(kIgnored, c)) return CharKind::kIgnored;
  if (IsIn(kPaired, c)) return CharKind::kPaired;
  if (IsIn(kSeparators, c) || c > 0x10FFFF) return CharKind::kSeparator;
  return CharKind::kLetter;
}

Folded Fold(char32_t c) {
  if (c >= 'A' && c <= 'Z') return {c + 32};
  if (c < 0xC0) return {c};
  if (c < 0x180 || (c >= 0x1E00 && c < 0x1F00)) return FoldLatin(c);
  if (c >= 0x370 && c < 0x400) return {FoldGreek(c)};
  if (c >= 0x400 && c < 0x530) return {FoldCyrillic(c)};
  if (c >= 0x531 && c <= 0x556) return {c + 48};  // Armenian
  if (IsFullWidthAscii(c)) return Fold(Narrow(c));
  return {c};
}

}  // namespace errlookup
