// Cuts text into the words that are searched. The index writer and the engine use the same cuts.
#ifndef LOOKUP_TEXT_TOKENIZER_H_
#define LOOKUP_TEXT_TOKENIZER_H_

#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// Folded words of UTF-8 text in order of appearance: letters and digits, lower case, accents removed where
// Unicode has a base letter (é -> e); "_" separates, so a symbol gives its parts. Scripts without spaces
// (Han, Kana, Hangul) give overlapping pairs of characters. Invalid UTF-8 separates words.
std::vector<std::string> Tokenize(std::string_view utf8);

}  // namespace errlookup

#endif  // LOOKUP_TEXT_TOKENIZER_H_
