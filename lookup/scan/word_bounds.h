// Where words end in text of any script.
//
// Chinese, Japanese and Korean have no blanks between a word and a number, and no script has them between a number and
// a full stop: "809。", "エラー789が", "«809»". Letters of other alphabets belong to the word: "é809" is a name.
#ifndef LOOKUP_SCAN_WORD_BOUNDS_H_
#define LOOKUP_SCAN_WORD_BOUNDS_H_

#include <cstddef>

#include "lookup/base/ascii.h"
#include "lookup/scan/view.h"

namespace errlookup {

// The same for characters beyond ASCII.
bool IsLetterBefore(const View& view, std::size_t i);
bool IsLetterAt(const View& view, std::size_t i);

// Whether the character before "i" is a letter, a digit or "_"; "\t", "\n" and "\r" as JSON writes them are blanks.
inline bool IsWordBefore(const View& view, std::size_t i) {
  const char last = view[i - 1];
  if (static_cast<signed char>(last) < 0) return IsLetterBefore(view, i);
  if (!IsWordByte(last)) return false;
  return view[i - 2] != '\\' || (last != 't' && last != 'n' && last != 'r');
}

// Whether the character that begins at "i" is one.
inline bool IsWordAt(const View& view, std::size_t i) {
  return static_cast<signed char>(view[i]) < 0 ? IsLetterAt(view, i) : IsWordByte(view[i]);
}

}  // namespace errlookup

#endif  // LOOKUP_SCAN_WORD_BOUNDS_H_
