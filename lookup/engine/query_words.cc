#include "lookup/engine/query_words.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "lookup/base/ascii.h"
#include "lookup/base/utf8.h"
#include "lookup/engine/camel_case.h"
#include "lookup/index/fold_name.h"
#include "lookup/text/fold.h"
#include "lookup/text/lexicon.h"
#include "lookup/text/tokenizer.h"

namespace errlookup {
namespace {

// Folded, ordered by bytes. English, and the commonest small words of the larger languages of Windows.
constexpr std::string_view kSmallTalk[] = {
    "a", "aan", "about", "after", "al", "ale", "all", "alla", "also", "am", "an", "and", "any", "ao", "ar",
    "are", "as", "at", "au", "auf", "aus", "aux", "av", "avec", "be", "been", "bei", "beim", "bir", "bis", "bu",
    "but",
    "by", "can", "ce", "ces", "cette", "che", "code", "codes", "com", "como", "con", "could", "czy", "da",
    "dal", "dalla", "dans", "das", "dass", "dat", "de", "degli", "dei", "del", "dell", "della", "delle",
    "dello", "dem", "den", "der", "des", "deze", "di", "did", "die", "diese", "dieser", "dla", "do", "does",
    "door", "dos", "du", "durch", "e", "een", "ein", "eine", "einem", "einen", "einer", "el", "elle", "em",
    "en", "err", "error", "errors", "es", "est", "esta", "este", "et", "ete", "etre", "faire", "fait", "foi",
    "for", "from", "fur", "get", "gets", "getting", "gli", "got", "ha", "had", "han", "has", "hat", "have",
    "heb", "heeft", "help", "het", "hi", "how", "i", "ich", "if", "ihr", "ihre", "ihrem", "ihren", "il", "ile",
    "im", "in", "into", "is", "isso", "ist", "isto", "it", "its", "je", "jest", "just", "kan", "kann", "konnte",
    "l", "la", "las", "le", "les", "leur", "lo", "lors", "los", "ma", "mais", "mas", "me", "message", "met",
    "mit", "msg", "my", "n", "na", "naar", "nach", "nas", "ne", "nel", "nella", "neste", "new", "nos",
    "nous", "now", "och", "od", "oder", "of", "oldu", "om", "on", "only", "op", "or", "os", "our", "pa", "par",
    "para", "pela", "pelo", "per", "pero", "peut", "piu", "please", "plus", "por", "pour", "przez", "qu", "que",
    "qui", "s", "sa", "said", "say", "says", "se", "sem", "ser", "si", "sich", "sie", "sind", "so", "som",
    "son", "sono", "sont", "sous", "stata", "stato", "su", "sua", "sur", "t", "te", "that", "the", "their",
    "them", "then", "there", "they", "this", "tiene", "to", "tra", "try", "trying", "uber", "uit", "um", "uma",
    "un", "una", "und", "une", "uno", "us", "van", "ve", "vom", "von", "voor", "votre", "vous", "w", "was",
    "we", "wegen", "werd", "werden", "were", "what", "when", "which", "while", "why", "will", "win32",
    "windows", "wird", "with", "wordt", "would", "wurde", "wurden", "y", "ya", "you", "your", "z", "ze", "zijn",
    "zu", "zum", "zur", "а", "без", "был", "была", "было", "быть", "в", "ваш", "вашем", "во", "для", "до",
    "его", "если", "за", "и", "из", "или", "им", "их", "й", "к", "как", "ко", "ли", "на", "о", "об", "он", "от",
    "по", "при", "с", "со", "та", "так", "то", "у", "что", "чтобы", "що", "это", "этот", "і", "수",
};
static_assert(std::is_sorted(std::begin(kSmallTalk), std::end(kSmallTalk)));

// The same, but names and English texts have them, too: small talk where other words are of another language.
constexpr std::string_view kForeignSmallTalk[] = {"allo", "att", "car", "d", "er", "ett", "har", "hun", "non", "o", "ou", "sta", "stand", "tem", "u", "vid"};
static_assert(std::is_sorted(std::begin(kForeignSmallTalk), std::end(kForeignSmallTalk)));

// A number is no word, unless it is as long as the id of an event that a page names.
bool IsNumberWord(const IndexReader& index, std::string_view word) {
  if (word.starts_with("0x")) return true;
  if (word.size() < 3 || word.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return (word.size() != 4 && word.size() != 5) || !index.FindWord(word);
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

// Pages and messages are English; only search words are of any language.
bool IsEnglish(const IndexReader& index, WordId id) {
  PostingCursor at = index.posting_cursor(id);
  while (at.Next())
    if (at.posting().field != Field::kSearchWords) return true;
  return false;
}

constexpr float kUnknownWeight = 3;

// Two Hiragana (U+3041 to U+309F): mostly endings and particles, which any Japanese sentence has.
bool IsHiraganaPair(std::string_view word) {
  const auto is_hiragana = [](std::string_view c) { return c >= "\u3041" && c <= "\u309F"; };
  return word.size() == 6 && is_hiragana(word.substr(0, 3)) && is_hiragana(word.substr(3));
}
constexpr float kGrammarWeight = 0.2f;

// The weight of a typed word is that of its best choices: "cert" is as common as "certificate".
void Weigh(const IndexReader& index, QueryWord& word) {
  if (word.choices.empty()) {
    word.weight = IsHiraganaPair(word.word) ? kUnknownWeight * kGrammarWeight : kUnknownWeight;
    return;
  }
  word.weight = 0;
  constexpr std::size_t kEnough = 4;
  for (std::size_t i = 0; i < word.choices.size() && i < kEnough; ++i) {
    if (word.choices[i].weight < word.choices[0].weight) break;
    word.weight = std::max(word.weight, WeightOf(index, word.choices[i].id));
  }
  if (IsHiraganaPair(word.word)) word.weight *= kGrammarWeight;
}

bool IsPaired(std::string_view word) {
  const Utf8Character first = DecodeUtf8(word);
  return first.is_valid && KindOf(first.value) == CharKind::kPaired;
}

// "알 수 없는" -> "알수없는": Korean has spaces inside of terms. All of a text without such characters is left out.
std::string WithoutBlanksInPaired(std::string_view text) {
  std::string joined;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(text.begin(), text.end(), is_ascii)) return joined;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != ' ' || i == 0 || is_ascii(text[i - 1])) joined += text[i];
  return joined;
}

// "IkePeerCrlFailed in the log" -> "ike peer crl failed in the log". Words that the index has stay whole.
std::string WithCamelCaseDivided(const IndexReader& index, std::string_view text) {
  std::string divided;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && IsLetter(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    const std::vector<std::string> parts = CamelParts(word);
    const bool is_whole = parts.size() < 2 || parts.back().size() < 2 || index.FindWord(FoldName(word)).has_value();
    if (is_whole) divided += word;
    else
      for (const std::string& part : parts) (divided += ' ') += part;
    if (end < text.size()) divided += text[end];
    i = end + 1;
  }
  return divided;
}

class Reader {
 public:
  Reader(const IndexReader& index, std::string_view text) : index_(index), text_(text.substr(0, kMostQueryBytes)) {
    raw_ = Tokenize(WithCamelCaseDivided(index, text_));
    if (raw_.size() > kMostQueryTokens) raw_.resize(kMostQueryTokens);
  }

  QueryWords Run() && {
    const std::vector<std::string_view> translations = TranslatePaired(WithoutBlanksInPaired(text_));
    for (const std::string& token : raw_) {
      if (!translations.empty() && IsPaired(token)) ReadPair(token);
      else ReadToken(token);
    }
    // Terms of texts without spaces follow the other words.
    for (const std::string_view english : translations)
      if (query_.tokens.size() < kMostQueryTokens) AddTranslation(english);
    AddSynonymsOfPairs();
    if (is_foreign_) HushForeignSmallTalk();
    return std::move(query_);
  }

 private:
  void AddToken(std::string token, int word) {
    query_.tokens.push_back(std::move(token));
    query_.word_of_token.push_back(word);
  }

  void AddWord(QueryWord word) {
    AddToken(word.word, static_cast<int>(query_.words.size()));
    query_.words.push_back(std::move(word));
  }

  void ReadToken(const std::string& token) {
    const bool is_searched = !IsSmallTalk(token) && !IsNumberWord(index_, token);
    const int known = is_searched ? Find(token) : -1;
    if (!is_searched || known >= 0 || query_.words.size() >= kMostQueryWords) return AddToken(token, known);

    QueryWord word;
    word.word = token;
    ExpandOptions options;
    options.is_enough_as_is = raw_.size() > kLongText;
    options.may_be_misspelt = typo_searches_ < kMostTypoSearches;
    word.choices = ExpandWord(index_, token, options);
    word.is_misspelt = !word.choices.empty() && !word.choices[0].word.starts_with(StemOf(token));
    if (word.choices.empty() || word.is_misspelt) ++typo_searches_;

    const bool is_known = !word.choices.empty() && word.choices[0].word == token;
    if (!is_known || !IsEnglish(index_, word.choices[0].id)) {
      const std::vector<std::string_view> translations = TranslateWord(token);
      // "conext" may be "conexion" as well as a misspelt "context": both are looked for.
      if (!translations.empty() && word.is_misspelt && word.choices[0].weight >= kOneMistakeWeight && !IsTerm(token)) {
        Weigh(index_, word);
        for (const std::string_view english : translations)
          if (const std::optional<WordId> id = index_.FindWord(english)) word.choices.push_back({*id, std::string(english), kTranslationWeight});
        return AddWord(std::move(word));
      }
      if (!translations.empty()) {
        is_foreign_ = true;
        // A word of another language may stand in search words as it is: one more way to say the same.
        if (is_known) original_ = word.choices[0];
        for (const std::string_view english : translations) AddTranslation(english);
        original_.reset();
        return;
      }
    }
    if (word.choices.empty() && AddHalves(token)) return;
    Weigh(index_, word);
    AddSynonyms(word);
    AddWord(std::move(word));
  }

  void AddSynonyms(QueryWord& word) const {
    for (const std::string_view other : SynonymsOf(word.word))
      if (const std::optional<WordId> id = index_.FindWord(other)) word.choices.push_back({*id, std::string(other), kSynonymWeight});
  }

  // Two words that mean a third: "not valid" counts as "invalid", too. Small talk may stand between them: "modo de espera".
  void AddSynonymsOfPairs() {
    for (std::size_t i = 0; i + 1 < query_.tokens.size(); ++i) {
      AddSynonymsOfPair(i, i + 1);
      if (query_.word_of_token[i + 1] < 0 && i + 2 < query_.tokens.size()) AddSynonymsOfPair(i, i + 2);
    }
  }

  void AddSynonymsOfPair(std::size_t first, std::size_t second) {
    for (const std::string_view other : SynonymsOfPair(query_.tokens[first], query_.tokens[second])) {
      const int at = query_.word_of_token[second] >= 0 ? query_.word_of_token[second] : query_.word_of_token[first];
      if (at < 0) continue;
      QueryWord& word = query_.words[static_cast<std::size_t>(at)];
      if (const std::optional<WordId> id = index_.FindWord(other)) word.choices.push_back({*id, std::string(other), kPairWeight});
      // "security association" is the long form of "SA", which tells nothing.
      if (!IsSmallTalk(other)) continue;
      word.weight *= kLongFormWeight;
      if (const int before = query_.word_of_token[first]; before >= 0 && before != at) query_.words[static_cast<std::size_t>(before)].weight *= kLongFormWeight;
    }
  }

  void AddTranslation(std::string_view english) {
    std::string token(english);
    const int known = IsSmallTalk(token) ? -1 : Find(token);
    const std::optional<WordId> id = IsSmallTalk(token) || known >= 0 ? std::nullopt : index_.FindWord(token);
    if (!id || query_.words.size() >= kMostQueryWords) return AddToken(std::move(token), known);
    QueryWord word;
    word.word = std::move(token);
    word.choices = ExpandWord(index_, word.word, {.may_be_misspelt = false});
    Weigh(index_, word);
    AddSynonyms(word);
    if (original_) word.choices.push_back(*std::exchange(original_, std::nullopt));
    word.weight *= kTranslationWeight;
    AddWord(std::move(word));
  }

  // Two characters of a text whose terms are known: they count only where the index has them, in search words.
  void ReadPair(const std::string& token) {
    const std::optional<WordId> id = index_.FindWord(token);
    if (!id || query_.words.size() >= kMostQueryWords || Find(token) >= 0) return;
    QueryWord word;
    word.word = token;
    word.choices.push_back({*id, token, 1});
    Weigh(index_, word);
    word.weight *= kPairOfTranslatedWeight;
    AddWord(std::move(word));
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
      const int known = Find(half);
      if (IsSmallTalk(half) || known >= 0) {
        AddToken(half, known);
        continue;
      }
      QueryWord word;
      word.word = half;
      word.choices = ExpandWord(index_, half, {.may_be_misspelt = false});
      word.is_misspelt = true;
      Weigh(index_, word);
      AddWord(std::move(word));
    }
    return true;
  }

  void HushForeignSmallTalk() {
    for (QueryWord& word : query_.words)
      if (std::binary_search(std::begin(kForeignSmallTalk), std::end(kForeignSmallTalk), std::string_view(word.word))) word.weight = 0;
  }

  static constexpr float kSynonymWeight = 0.5f;
  static constexpr float kPairWeight = 0.9f;
  static constexpr float kLongFormWeight = 0.3f;
  static constexpr float kPairOfTranslatedWeight = 0.1f;
  static constexpr float kTranslationWeight = 0.85f;
  static constexpr int kMostTypoSearches = 12;
  static constexpr std::size_t kLongText = 12;

  const IndexReader& index_;
  std::string_view text_;
  std::vector<std::string> raw_;
  QueryWords query_;
  std::optional<WordChoice> original_;  // the word that is being translated, where the index has it
  int typo_searches_ = 0;
  bool is_foreign_ = false;  // a word of another language was translated
};

}  // namespace

bool IsSmallTalk(std::string_view word) { return std::binary_search(std::begin(kSmallTalk), std::end(kSmallTalk), word); }

QueryWords ReadQueryWords(const IndexReader& index, std::string_view text) { return Reader(index, text).Run(); }

}  // namespace errlookup
