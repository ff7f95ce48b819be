#include "lookup/engine/word_choices.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "lookup/base/short_sort.h"
#include "lookup/text/edit_distance.h"

namespace errlookup {
namespace {

constexpr std::uint32_t kMostPrefixWords = 64;
constexpr float kFormWeight = 0.85f;
constexpr float kPrefixWeight = 0.75f;
constexpr float kTwoMistakesWeight = 0.55f;

constexpr std::size_t kShortestStem = 4;

float PrefixWeight(std::size_t typed, std::size_t whole) {
  return kPrefixWeight * (0.4f + 0.6f * static_cast<float>(typed) / static_cast<float>(whole));
}

// Forms of the word and longer words that it begins: one run of the vocabulary.
void AddNeighbours(const IndexReader& index, std::string_view word, std::vector<WordChoice>& choices) {
  const std::string_view stem = StemOf(word);
  const IdRange range = index.FindPrefix(stem);
  std::vector<WordId> ids(std::min(range.size(), kMostPrefixWords));
  std::iota(ids.begin(), ids.end(), range.begin);
  std::vector<std::string> words = index.words(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string& other = words[i];
    float weight = 0;
    if (other == word) weight = 1;
    else if (AreFormsOfOneWord(word, other)) weight = kFormWeight;
    else if (other.starts_with(word)) weight = PrefixWeight(word.size(), other.size());
    if (weight > 0) choices.push_back({ids[i], std::move(words[i]), weight});
  }
}

// std::popcount calls a library function where the processor's instruction may not be used.
int BitCount(std::uint32_t bits) {
  bits -= bits >> 1 & 0x55555555;
  bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
  return static_cast<int>(((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101 >> 24);
}

// Words at the given distance from "word". An edit changes at most two bits of the mask, so most need not be decoded.
void AddMisspelt(const IndexReader& index, std::string_view word, int distance, std::vector<WordChoice>& choices) {
  const std::uint32_t mask = LetterMask(word);
  const std::uint32_t count = index.word_count();
  std::vector<WordId> ids;
  for (WordId id = 0; id < count; ++id)
    if (BitCount(index.letter_mask(id) ^ mask) <= 2 * distance) ids.push_back(id);
  std::vector<std::string> words = index.words(ids);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (words[i].size() < 3 || EditDistance(word, words[i], distance) != distance) continue;
    choices.push_back({ids[i], std::move(words[i]), distance == 1 ? kOneMistakeWeight : kTwoMistakesWeight});
  }
}

}  // namespace

std::string_view StemOf(std::string_view word) {
  if (word == "failure" || word == "failures") return "fail";
  if (word.ends_with("ss")) return word;
  for (const std::string_view ending : {"ations", "ation", "ating", "ated", "ates", "ions", "ing", "ies", "ied", "ion", "ate", "ers", "ed", "es", "er", "s", "e", "y"}) {
    if (word.size() < kShortestStem + ending.size() || !word.ends_with(ending)) continue;
    word.remove_suffix(ending.size());
    const bool is_doubled = word[word.size() - 1] == word[word.size() - 2];
    if (is_doubled && word.size() > kShortestStem && std::string_view("bdgmnprt").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    return word;
  }
  return word;
}

bool AreFormsOfOneWord(std::string_view a, std::string_view b) {
  const std::string_view stem = StemOf(a);
  return stem.size() >= kShortestStem && stem == StemOf(b);
}

int AllowedMistakes(std::size_t length) { return length >= 8 ? 2 : length >= 4 ? 1 : 0; }

std::vector<WordChoice> ExpandWord(const IndexReader& index, std::string_view word, const ExpandOptions& options) {
  std::vector<WordChoice> choices;
  const bool is_ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const bool has_no_forms = word.size() < 3 || (!is_ascii && word.size() <= 6);  // such as pairs of Han characters
  if (has_no_forms || options.is_enough_as_is) {
    if (const std::optional<WordId> id = index.FindWord(word)) choices.push_back({*id, std::string(word), 1});
    if (has_no_forms || !choices.empty()) return choices;
  }
  AddNeighbours(index, word, choices);
  // "mach" may begin "machine" as well as be a misspelt "match".
  const auto is_form = [](const WordChoice& choice) { return choice.weight >= kFormWeight; };
  const bool is_only_beginning = !choices.empty() && std::none_of(choices.begin(), choices.end(), is_form);
  if (options.may_be_misspelt && is_only_beginning && AllowedMistakes(word.size()) > 0) AddMisspelt(index, word, 1, choices);
  if (options.may_be_misspelt)
    for (int distance = 1; choices.empty() && distance <= AllowedMistakes(word.size()); ++distance) AddMisspelt(index, word, distance, choices);
  SortShortList(choices, [](const WordChoice& a, const WordChoice& b) { return a.weight > b.weight; });
  return choices;
}

std::vector<std::string> SplitWord(const IndexReader& index, std::string_view word) {
  constexpr std::size_t kShortestHalf = 2;
  std::vector<std::string> best;
  std::size_t best_shorter = 0;
  for (std::size_t i = kShortestHalf; i + kShortestHalf <= word.size(); ++i) {
    const std::size_t shorter = std::min(i, word.size() - i);
    if (shorter <= best_shorter || !index.FindWord(word.substr(0, i)) || !index.FindWord(word.substr(i))) continue;
    best_shorter = shorter;
    best = {std::string(word.substr(0, i)), std::string(word.substr(i))};
  }
  return best;
}

}  // namespace errlookup
