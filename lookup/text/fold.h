// What one character is to the search, and the form under which it is compared.
//
// The tables are small on purpose (the browser downloads them): Latin, Greek, Cyrillic and Armenian fold to
// lower case without accents; every other letter stands for itself. Follows the simple case mappings and the
// canonical decompositions of the Unicode Character Database for those blocks, with one addition: letters
// with a stroke (ø, đ, ł) fold to their base letter, because that is what people type.
#ifndef LOOKUP_TEXT_FOLD_H_
#define LOOKUP_TEXT_FOLD_H_

namespace errlookup {

enum class CharKind : unsigned char {
  kSeparator,  // blanks, punctuation, symbols, controls: ends a word
  kIgnored,    // combining marks, soft hyphen, zero-width characters: as if it were not there
  kLetter,     // letters and digits: part of a word
  kPaired,     // Han, Kana, Hangul: written without spaces, searched in pairs
};
CharKind KindOf(char32_t c);

// Folded form of a letter: one character, or two ("ß" -> "ss"); "second" is 0 when there is only one.
struct Folded {
  char32_t first = 0;
  char32_t second = 0;
};
Folded Fold(char32_t c);

}  // namespace errlookup

#endif  // LOOKUP_TEXT_FOLD_H_
