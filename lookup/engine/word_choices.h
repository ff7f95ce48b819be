// Which words of the index a typed word may mean: itself, another form of it, a longer word that it begins, a
// word that it misspells, or two words run together.
#ifndef LOOKUP_ENGINE_WORD_CHOICES_H_
#define LOOKUP_ENGINE_WORD_CHOICES_H_

#include <string>
#include <string_view>
#include <vector>

#include "lookup/index/index_reader.h"

namespace errlookup {

// One word of the index that a typed word may mean.
struct WordChoice {
  WordId id = 0;
  std::string word;
  float weight = 1;  // 1 for the word itself, less the further away
};

inline constexpr float kOneMistakeWeight = 0.8f;

struct ExpandOptions {
  bool may_be_misspelt = true; // typo search looks at every word of the vocabulary, up to twice: the dearest step of a query
  bool is_enough_as_is = false;  // a word that the index has needs no other forms: a long text says enough
};

// Choices for a folded word, the best first; empty when nothing is near.
std::vector<WordChoice> ExpandWord(const IndexReader& index, std::string_view word, const ExpandOptions& options);

// "crlfailed" -> "crl", "failed": the two halves if both are words of the index, else empty.
std::vector<std::string> SplitWord(const IndexReader& index, std::string_view word);

// What is left of a word without the ending of a plural or verb form. At least four letters stay.
std::string_view StemOf(std::string_view word);

// Two words that differ only in such endings: "delete", "deletion".
bool AreFormsOfOneWord(std::string_view a, std::string_view b);

// How many mistakes a word of this length may hold: 0 for short ones, at most 2.
int AllowedMistakes(std::size_t length);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_WORD_CHOICES_H_
