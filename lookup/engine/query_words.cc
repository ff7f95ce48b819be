#include "lookup/engine/query_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "lookup/text/tokenizer.h"

namespace errlookup {
namespace {

// Folded, ordered by bytes. English, and the articles and prepositions of the larger languages of Windows.
constexpr std::string_view kSmallTalk[] = {
    "a",    "about", "after", "al",    "all",  "also",  "am",    "an",     "and",    "any",   "are",     "as",     "at",
    "au",   "auf",   "avec",  "be",    "been", "but",   "by",    "can",    "code",   "codes", "com",     "con",    "could",
    "da",   "das",   "de",    "dem",   "den",  "der",   "des",   "di",     "did",    "die",   "do",      "does",   "du",
    "e",    "ein",   "eine",  "el",    "en",   "err",   "error", "errors", "es",     "est",   "et",      "for",    "from",
    "fur",  "get",   "gets",  "getting", "got", "ha",   "had",   "has",    "have",   "help",  "hi",      "how",    "i",
    "if",   "il",    "im",    "in",    "into", "is",    "ist",   "it",     "its",    "je",    "just",    "l",      "la",
    "las",  "le",    "les",   "los",   "me",   "message", "mit", "msg",    "my",     "new",   "now",     "of",     "on",
    "only", "or",    "our",   "par",   "please", "por", "pour",  "que",    "s",      "said",  "say",     "says",   "se",
    "so",   "sur",   "t",     "that",  "the",  "their", "them",  "then",   "there",  "they",  "this",    "to",     "try",
    "trying", "un",  "und",   "une",   "us",   "von",   "was",   "we",     "were",   "what",  "when",    "which",  "while",
    "why",  "will",  "win32", "windows", "with", "would", "y",   "you",    "your",   "zu",
};
static_assert(std::is_sorted(std::begin(kSmallTalk), std::end(kSmallTalk)));

bool IsNumberWord(std::string_view word) {
  if (word.starts_with("0x")) return true;
  return word.size() >= 3 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Rare words tell more. Words that stand only in names of the general catalogue tell how common they are
// there; words of messages and pages, how common they are on pages.
float WeightOf(const IndexReader& index, WordId id) {
  std::uint32_t name_count = 0;
  std::uint32_t page_count = 0;
  EntryId last = ~EntryId{0};
  PostingCursor at = index.posting_cursor(id);
  while (at.Next()) {
    const Posting posting = at.posting();
    if (posting.field == Field::kSymbol) {
      ++name_count;
    } else if (posting.entry != last && posting.field <= Field::kSearchWords) {
      ++page_count;
      last = posting.entry;
    }
  }
  const float names = std::log(1.0f + static_cast<float>(index.entry_count()) / static_cast<float>(name_count + 1)) / 2;
  const float pages = std::log(1.0f + static_cast<float>(index.page_count()) / static_cast<float>(page_count + 1));
  return page_count == 0 ? names : std::min(pages, 1.0f + names);
}

constexpr float kUnknownWeight = 3;

// The weight of a typed word is that of its best choices: "cert" is as common as "certificate".
void Weigh(const IndexReader& index, QueryWord& word) {
  if (word.choices.empty()) {
    word.weight = kUnknownWeight;
    return;
  }
  word.weight = 0;
  constexpr std::size_t kEnough = 4;
  for (std::size_t i = 0; i < word.choices.size() && i < kEnough; ++i) {
    if (word.choices[i].weight < word.choices[0].weight) break;
    word.weight = std::max(word.weight, WeightOf(index, word.choices[i].id));
  }
}

class Reader {
 public:
  Reader(const IndexReader& index, std::string_view text) : index_(index) {
    query_.tokens = Tokenize(text.substr(0, kMostQueryBytes));
    if (query_.tokens.size() > kMostQueryTokens) query_.tokens.resize(kMostQueryTokens);
  }

  QueryWords Run() && {
    for (std::size_t i = 0; i < query_.tokens.size(); ++i) ReadToken(i);
    return std::move(query_);
  }

 private:
  void ReadToken(std::size_t i) {
    const std::string& token = query_.tokens[i];
    const bool is_searched = !IsSmallTalk(token) && !IsNumberWord(token);
    query_.word_of_token.push_back(is_searched ? Find(token) : -1);
    if (!is_searched || query_.word_of_token.back() >= 0 || query_.words.size() >= kMostQueryWords) return;

    QueryWord word;
    word.word = token;
    ExpandOptions options;
    options.is_last = i + 1 == query_.tokens.size();
    options.is_enough_as_is = query_.tokens.size() > kLongText;
    options.may_be_misspelt = typo_searches_ < kMostTypoSearches;
    word.choices = ExpandWord(index_, token, options);
    const bool is_exact = !word.choices.empty() && word.choices[0].word == token;
    if (!is_exact && word.choices.empty()) ++typo_searches_;
    word.is_misspelt = !word.choices.empty() && !word.choices[0].word.starts_with(StemOf(token));
    if (word.is_misspelt) ++typo_searches_;
    if (word.choices.empty() && AddHalves(token)) return;
    Weigh(index_, word);
    query_.word_of_token.back() = static_cast<int>(query_.words.size());
    query_.words.push_back(std::move(word));
  }

  int Find(std::string_view token) const {
    for (std::size_t i = 0; i < query_.words.size(); ++i)
      if (query_.words[i].word == token) return static_cast<int>(i);
    return -1;
  }

  // "crlfailed" counts as "crl" and "failed".
  bool AddHalves(const std::string& token) {
    constexpr std::size_t kShortest = 6;
    if (token.size() < kShortest || typo_searches_ > kMostTypoSearches) return false;
    const std::vector<std::string> halves = SplitWord(index_, token);
    if (halves.empty()) return false;
    for (const std::string& half : halves) {
      if (IsSmallTalk(half)) continue;
      if (const int known = Find(half); known >= 0) {
        query_.word_of_token.back() = known;
        continue;
      }
      QueryWord word;
      word.word = half;
      word.choices = ExpandWord(index_, half, {.is_last = false, .may_be_misspelt = false});
      word.is_misspelt = true;
      Weigh(index_, word);
      query_.word_of_token.back() = static_cast<int>(query_.words.size());
      query_.words.push_back(std::move(word));
    }
    return true;
  }

  static constexpr int kMostTypoSearches = 12;
  static constexpr std::size_t kLongText = 12;

  const IndexReader& index_;
  QueryWords query_;
  int typo_searches_ = 0;
};

}  // namespace

bool IsSmallTalk(std::string_view word) { return std::binary_search(std::begin(kSmallTalk), std::end(kSmallTalk), word); }

QueryWords ReadQueryWords(const IndexReader& index, std::string_view text) { return Reader(index, text).Run(); }

}  // namespace errlookup
