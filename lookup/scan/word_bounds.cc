#include "lookup/scan/word_bounds.h"

namespace errlookup {
namespace {

bool IsAscii(char c) { return static_cast<signed char>(c) >= 0; }
bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Of a character of UTF-8 by its first two bytes, roughly: whole blocks of Unicode. Bytes that are no UTF-8 are letters
// of an older encoding.
bool IsLetterOfAlphabet(char first, char second) {
  const auto lead = static_cast<unsigned char>(first);
  const auto next = static_cast<unsigned char>(second);
  if (!IsContinuation(second)) return true;
  if (lead == 0xC2) return next == 0xAA || next == 0xB5 || next == 0xBA;  // ª µ º, among signs such as « and the no-break space
  if (lead < 0xE2) return true;                                            // alphabets up to U+1FFF
  if (lead == 0xEF) return next == 0xBC || next == 0xBD ? false : next != 0xBB;  // full-width signs, the byte order mark
  return lead == 0xEE;  // U+2000 up to Hangul, and what lies beyond the first plane
}

}  // namespace

bool IsLetterBefore(const View& view, std::size_t i) {
  std::size_t begin = i - 1;
  while (i - begin < 4 && IsContinuation(view[begin])) --begin;
  return IsAscii(view[begin]) || IsLetterOfAlphabet(view[begin], view[begin + 1]);
}

bool IsLetterAt(const View& view, std::size_t i) {
  return IsContinuation(view[i]) || IsLetterOfAlphabet(view[i], view[i + 1]);
}

}  // namespace errlookup
