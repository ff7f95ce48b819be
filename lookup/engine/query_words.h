// A query as words: what is searched, what is only small talk, and what each word may mean.
#ifndef LOOKUP_ENGINE_QUERY_WORDS_H_
#define LOOKUP_ENGINE_QUERY_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine/word_choices.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// Bounds of the work that a text of any length can cause. A longer text is cut; codes are found beyond.
inline constexpr std::size_t kMostQueryBytes = 16 * 1024;
inline constexpr std::size_t kMostQueryTokens = 400;
inline constexpr std::size_t kMostQueryWords = 40;

// One distinct word that is searched.
struct QueryWord {
  std::string word;
  std::vector<WordChoice> choices;  // empty: no word of the index is near
  float weight = 0;                 // how much it tells: rare words tell more
  bool is_misspelt = false;         // only a guess at the word was found
};

struct QueryWords {
  std::vector<std::string> tokens;  // all words in order, small talk included
  std::vector<int> word_of_token;   // position in "words", or -1 for small talk
  std::vector<QueryWord> words;
};

QueryWords ReadQueryWords(const IndexReader& index, std::string_view text);

// Words that stand in any sentence about errors and so tell nothing: "the", "error", "windows".
bool IsSmallTalk(std::string_view word);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_QUERY_WORDS_H_
