#include "lookup/engine/word_search.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <utility>

#include "lookup/base/short_sort.h"
#include "lookup/index/fold_name.h"
#include "lookup/text/edit_distance.h"
#include "lookup/text/tokenizer.h"

namespace errlookup {
namespace {

// How much a word tells by where it stands, in the order of Field.
constexpr float kFieldWeights[kFieldCount] = {0.9f, 1.0f, 0.95f, 0.95f, 0.5f};

// How much a hit gains when its message lies on the query in one piece.
constexpr float kPhraseBonus = 0.4f;
constexpr float kCoverBonus = 0.4f;
constexpr float kRunBonus = 0.6f;
constexpr float kWholeBonus = 0.4f;  // all of the message, in a row, letter by letter
constexpr float kMostBonus = kPhraseBonus + kCoverBonus + kRunBonus + kWholeBonus;

// A query with more than this of a message's first sentence means that sentence: people leave the rest out.
constexpr float kMostOfSentence = 0.6f;

// Adds up what the words of a query say about each entry.
class Tally {
 public:
  explicit Tally(std::uint32_t entry_count) : sums_(entry_count), best_(entry_count) {}

  // Each entry gets the best that one choice of the word in one field gives.
  template <typename WeightOfField>
  void AddWord(const IndexReader& index, const QueryWord& word, WeightOfField weight_of_field) {
    seen_.clear();
    for (const WordChoice& choice : word.choices) {
      PostingCursor at = index.posting_cursor(choice.id);
      while (at.Next()) {
        const Posting posting = at.posting();
        const float weight = choice.weight * weight_of_field(posting.field);
        if (weight <= best_[posting.entry]) continue;
        if (best_[posting.entry] == 0) seen_.push_back(posting.entry);
        best_[posting.entry] = weight;
      }
    }
    for (const EntryId entry : seen_) {
      if (sums_[entry] == 0) touched_.push_back(entry);
      sums_[entry] += best_[entry] * word.weight;
      best_[entry] = 0;
    }
  }

  float sum(EntryId entry) const { return sums_[entry]; }

  // Touched entries, the heaviest first, at most "limit"; equal ones in the order of the index.
  std::vector<EntryId> Heaviest(std::size_t limit) {
    std::vector<std::uint64_t> keys;  // a sum is not negative, so its bits are in its order: the smallest key is the heaviest entry
    keys.reserve(touched_.size());
    for (const EntryId entry : touched_) keys.push_back(std::uint64_t{~std::bit_cast<std::uint32_t>(sums_[entry])} << 32 | entry);
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(std::min(keys.size(), limit));
    std::partial_sort(keys.begin(), end, keys.end());
    std::vector<EntryId> heaviest;
    for (auto key = keys.begin(); key != end; ++key) heaviest.push_back(static_cast<EntryId>(*key));
    return heaviest;
  }

 private:
  std::vector<float> sums_;
  std::vector<float> best_;
  std::vector<EntryId> touched_;
  std::vector<EntryId> seen_;
};

// Parts of symbols that say where a code belongs, not what it is.
bool IsFamilyPart(std::string_view part) {
  for (const std::string_view family : {"error", "status", "warning", "ipsec", "ike", "fwp", "e", "wsa"})
    if (part == family) return true;
  return false;
}

// How a message or symbol lies on the query.
struct Alignment {
  float cover = 0;           // share of the target that the query has
  float phrase = 0;          // share of neighbours in the target that are neighbours in the query
  float first_cover = 0;     // these of the target's first sentence, where only that seems meant
  float first_phrase = 0;
  float query_cover = 0;     // share of the query, by weight, that the target has
  int token_count = 0;
  int longest_run = 0;       // words in a row
  float run_cover = 0;       // share of the query that these are
  bool is_whole_run = false; // all of the target, in a row, letter by letter
};

class Aligner {
 public:
  explicit Aligner(const QueryWords& query) : query_(query) {
    for (const QueryWord& word : query.words) query_weight_ += word.weight;
  }

  // "first_size": how many words the first sentence of the target has; 0 if it has no sentences.
  Alignment Align(const std::vector<std::string>& target, std::size_t first_size, bool is_symbol) const {
    Alignment result;
    result.token_count = static_cast<int>(target.size());
    if (target.empty()) return result;
    std::vector<char> has_word(query_.words.size());
    std::vector<char> is_used(query_.tokens.size());
    float total = 0, covered = 0, run_weight = 0, most_run_weight = 0;
    int previous = -2, run = 0, neighbours = 0;
    bool are_all_exact = true;
    float first_cover = 0, first_phrase = 0;
    for (std::size_t i = 0; i < target.size(); ++i) {
      const std::string& token = target[i];
      const float weight = IsSmallTalk(token) || (is_symbol && IsFamilyPart(token)) ? 0.25f : 1.0f;
      total += weight;
      const Place place = Find(token, previous + 1, is_used);
      if (place.position >= 0) is_used[static_cast<std::size_t>(place.position)] = 1;
      run = place.position >= 0 && place.position == previous + 1 ? run + 1 : place.position >= 0 ? 1 : 0;
      run_weight = run == 0 ? 0 : run == 1 ? place.weight : run_weight + place.weight;
      most_run_weight = std::max(most_run_weight, run_weight);
      if (run > 1) ++neighbours;
      result.longest_run = std::max(result.longest_run, run);
      are_all_exact = are_all_exact && place.weight == 1;
      if (place.position >= 0) {
        covered += weight * place.weight;
        const int word = query_.word_of_token[static_cast<std::size_t>(place.position)];
        if (word >= 0) has_word[static_cast<std::size_t>(word)] = 1;
      }
      previous = place.position >= 0 ? place.position : -2;
      if (i + 1 == first_size) {
        first_cover = covered / total;
        first_phrase = i == 0 ? first_cover : static_cast<float>(neighbours) / static_cast<float>(i);
      }
    }
    result.cover = covered / total;
    result.phrase = target.size() == 1 ? result.cover : static_cast<float>(neighbours) / static_cast<float>(target.size() - 1);
    const bool is_first_meant = first_cover > kMostOfSentence;
    result.first_cover = is_first_meant ? std::max(first_cover, result.cover) : result.cover;
    result.first_phrase = is_first_meant ? std::max(first_phrase, result.phrase) : result.phrase;
    result.is_whole_run = are_all_exact && neighbours + 1 == result.token_count;
    result.run_cover = most_run_weight / static_cast<float>(query_.tokens.size());
    for (std::size_t i = 0; i < has_word.size(); ++i)
      if (has_word[i] != 0) result.query_cover += query_.words[i].weight / query_weight_;
    return result;
  }

 private:
  struct Place {
    int position = -1;
    float weight = 0;
  };

  // Where the query has "token": at "expected" if it is there, else at the best place that is still free.
  Place Find(const std::string& token, int expected, const std::vector<char>& is_used) const {
    if (const float weight = Fit(expected, token); weight > 0) return {expected, weight};
    Place best;
    for (int i = 0; i < static_cast<int>(query_.tokens.size()) && best.weight < 1; ++i) {
      if (is_used[static_cast<std::size_t>(i)] != 0) continue;
      if (const float weight = Fit(i, token); weight > best.weight) best = {i, weight};
    }
    return best;
  }

  float Fit(int i, const std::string& token) const {
    if (i < 0 || i >= static_cast<int>(query_.tokens.size())) return 0;
    if (query_.tokens[static_cast<std::size_t>(i)] == token) return 1;
    const int word = query_.word_of_token[static_cast<std::size_t>(i)];
    if (word < 0) return 0;
    for (const WordChoice& choice : query_.words[static_cast<std::size_t>(word)].choices)
      if (choice.word == token) return choice.weight * 0.99f;  // never quite the word itself
    return 0;
  }

  const QueryWords& query_;
  float query_weight_ = 1e-6f;
};

bool IsOnPage(const std::vector<WordHit>& hits, PageId page) {
  return std::any_of(hits.begin(), hits.end(), [&](const WordHit& hit) { return hit.page == page; });
}

bool IsBetter(const WordHit& a, const WordHit& b) { return a.score != b.score ? a.score > b.score : a.entry < b.entry; }

void ScoreClosely(const IndexReader& index, const Aligner& aligner, float sum, float query_weight, WordHit& hit) {
  const std::string text = index.message(hit.entry);
  const std::size_t sentence_end = std::min(text.find(". "), text.size());
  std::vector<std::string> words = Tokenize(std::string_view(text).substr(0, sentence_end));
  const std::size_t first_size = words.size();
  for (std::string& word : Tokenize(std::string_view(text).substr(sentence_end))) words.push_back(std::move(word));
  const Alignment message = aligner.Align(words, first_size, /*is_symbol=*/false);
  const Alignment symbol = aligner.Align(Tokenize(index.symbol(hit.entry)), /*first_size=*/0, /*is_symbol=*/true);
  const auto bonus = [](const Alignment& a) { return kPhraseBonus * a.first_phrase + kCoverBonus * a.first_cover + kRunBonus * a.run_cover; };
  hit.is_by_name = bonus(symbol) > bonus(message);
  const float whole = !message.is_whole_run ? 0 : message.token_count >= 3 ? kWholeBonus : kWholeBonus / 2;
  hit.score = sum * (1 + std::max(bonus(message) + whole, bonus(symbol)));
  hit.is_whole_message = message.is_whole_run;
  hit.is_near_message = message.cover > 0.75f && message.query_cover > 0.95f && message.token_count >= 2;
  hit.is_part_of_message = message.query_cover > 0.95f && message.longest_run >= 4;
  hit.is_whole_query = sum >= 0.8f * query_weight;
}

// Without what tells only where a code comes from.
std::string_view CoreOf(std::string_view name) {
  for (const std::string_view prefix : {"nt_status_", "error_", "status_", "warning_", "werr_", "fwp_e_", "wsa_"})
    if (name.size() > prefix.size() && name.starts_with(prefix)) return name.substr(prefix.size());
  return name;
}

// "ERRROR_X" is meant to begin with "ERROR_", "FWPE_X" with "FWP_E_".
std::string WithRightPrefix(std::string name) {
  if (name.starts_with("fwpe_")) return "fwp_e_" + name.substr(5);
  const std::string_view first = std::string_view(name).substr(0, name.find('_'));
  if (first.size() < 4) return name;
  for (const std::string_view right : {"error", "status", "warning"}) {
    if (first == right) break;
    if (EditDistance(first, right, 2) <= 2) return std::string(right) + name.substr(first.size());
  }
  return name;
}

// "part" stands in "name" from the beginning of one part to the end of one.
bool HasParts(std::string_view name, std::string_view part) {
  for (std::size_t at = name.find(part); at != std::string_view::npos; at = name.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if ((at == 0 || name[at - 1] == '_') && (end == name.size() || name[end] == '_')) return true;
  }
  return false;
}

void AddPartOfName(const IndexReader& index, const QueryWord& part, Tally& tally) {
  tally.AddWord(index, part, [](Field field) { return field == Field::kSymbol ? 1.0f : 0.0f; });
}

// "_" left out: NOTFOUND is a part of some names and stands for two parts in others.
void AddHalvesOfName(const IndexReader& index, const QueryWords& query, Tally& tally) {
  for (const QueryWord& word : query.words) {
    for (const std::string& half : SplitWord(index, word.word)) {
      QueryWord part;
      part.choices = ExpandWord(index, half, {.may_be_misspelt = false});
      part.weight = word.weight / 2;
      AddPartOfName(index, part, tally);
    }
  }
}

void ScoreName(const IndexReader& index, std::string_view name, float covered, WordHit& hit) {
  const std::string symbol = FoldName(index.symbol(hit.entry));
  const bool has_prefix = CoreOf(name).size() < name.size();
  // Somebody who wrote a prefix meant it; who left it out means any.
  const int farthest = std::max(4, static_cast<int>(name.size()) / 4);
  const auto distance_to = [&](std::string_view other) { return EditDistance(name, has_prefix ? other : CoreOf(other), farthest); };
  int distance = distance_to(symbol);
  if (hit.page && distance > 2 && covered > 0.7f)  // only then an alias may be what has the words
    for (const std::string& alias : index.aliases(hit.entry)) distance = std::min(distance, distance_to(FoldName(alias)));
  const int length = static_cast<int>(std::max(name.size(), symbol.size()));
  // Beyond the bound the true distance is unknown; so much shows in the lengths.
  if (distance > farthest) distance = std::max(2 * farthest, length - static_cast<int>(std::min(name.size(), symbol.size())));
  const float similarity = 1 - static_cast<float>(std::min(distance, length)) / static_cast<float>(length);
  hit.mistakes = distance;
  hit.is_near_message = distance <= 2 && distance * 5 <= length;
  hit.is_part_of_message = HasParts(symbol, name);
  hit.is_by_name = true;
  const float page_bonus = !hit.page ? 0.0f : hit.is_part_of_message ? 1.0f : 0.1f;
  hit.score = covered + 1.5f * similarity + (hit.is_part_of_message ? 1.0f : 0.0f) + page_bonus;
}

}  // namespace

std::vector<WordHit> SearchWords(const IndexReader& index, const QueryWords& query, std::size_t limit) {
  if (query.words.empty()) return {};
  Tally tally(index.entry_count());
  float query_weight = 0;
  for (const QueryWord& word : query.words) {
    query_weight += word.weight;
    tally.AddWord(index, word, [](Field field) { return kFieldWeights[static_cast<std::size_t>(field)]; });
  }

  constexpr std::size_t kMostLookedAt = 256;
  const std::size_t most_read = query.tokens.size() > 60 ? 16 : 24;
  constexpr std::size_t kFewestRead = 6;
  const Aligner aligner(query);
  std::vector<WordHit> hits;
  float best_score = 0;
  for (const EntryId id : tally.Heaviest(kMostLookedAt)) {
    const Entry entry = index.entry(id);
    if (!entry.page || entry.is_range_marker || IsOnPage(hits, *entry.page)) continue;
    // Sums fall and no bonus is larger: what comes now cannot reach the best.
    if (hits.size() >= kFewestRead && (1 + kMostBonus) * tally.sum(id) < best_score) break;
    WordHit hit;
    hit.entry = id;
    hit.page = entry.page;
    ScoreClosely(index, aligner, tally.sum(id), query_weight, hit);
    best_score = std::max(best_score, hit.score);
    hits.push_back(hit);
    if (hits.size() == most_read) break;
  }
  SortShortList(hits, IsBetter);
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

std::vector<EntryId> FindMessagesIn(const IndexReader& index, const QueryWords& query) {
  constexpr std::size_t kMostHits = 24;
  std::vector<std::pair<std::size_t, EntryId>> found;
  for (const WordHit& hit : SearchWords(index, query, kMostHits))
    if (hit.is_whole_message) found.emplace_back(index.message(hit.entry).size(), hit.entry);
  SortShortList(found, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::vector<EntryId> entries;
  for (const auto& [size, entry] : found)
    if (size == found.front().first) entries.push_back(entry);
  return entries;
}

std::vector<WordHit> SearchNames(const IndexReader& index, std::string_view name, std::size_t limit) {
  const std::string folded = WithRightPrefix(FoldName(name));
  const QueryWords query = ReadQueryWords(index, folded);
  if (query.words.empty()) return {};
  Tally tally(index.entry_count());
  float query_weight = 0;
  for (const QueryWord& word : query.words) {
    query_weight += word.weight;
    AddPartOfName(index, word, tally);
  }
  constexpr std::size_t kMostLookedAt = 64;
  constexpr std::size_t kMostLookedAtInDoubt = 256;
  const auto covers = [&](const std::vector<EntryId>& entries, float share) { return !entries.empty() && tally.sum(entries.front()) > share * query_weight; };
  std::vector<EntryId> candidates = tally.Heaviest(kMostLookedAtInDoubt);
  if (!covers(candidates, 0.9f)) {
    AddHalvesOfName(index, query, tally);
    candidates = tally.Heaviest(kMostLookedAtInDoubt);
  }
  if (covers(candidates, 0.7f) && candidates.size() > kMostLookedAt) candidates.resize(kMostLookedAt);
  // A name that has so much less of the words is not meant, however alike its letters are.
  while (!candidates.empty() && tally.sum(candidates.back()) < 0.6f * tally.sum(candidates.front())) candidates.pop_back();

  std::vector<WordHit> hits;
  for (const EntryId id : candidates) {
    const Entry entry = index.entry(id);
    if (entry.is_range_marker && !entry.page) continue;
    WordHit hit;
    hit.entry = id;
    hit.page = entry.page;
    ScoreName(index, folded, tally.sum(id) / query_weight, hit);
    // Nobody is after the end of a range, unless the name says just that.
    if (entry.is_range_marker && !hit.is_near_message) continue;
    hits.push_back(hit);
  }
  std::vector<WordHit> distinct;
  while (distinct.size() < limit && !hits.empty()) {  // few of many are wanted: finding each is faster than a sort
    const auto best = std::min_element(hits.begin(), hits.end(), IsBetter);
    if (!best->page || !IsOnPage(distinct, *best->page)) distinct.push_back(*best);
    *best = hits.back();
    hits.pop_back();
  }
  return distinct;
}

}  // namespace errlookup
