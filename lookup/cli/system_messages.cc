#include "lookup/cli/system_messages.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "lookup/base/ascii.h"
#include "lookup/base/utf8.h"
#include "lookup/text/fold.h"

namespace errlookup {
namespace {

// Fewer words in a row stand in many messages.
constexpr std::size_t kFewestWordsOfPart = 4;
// Of a message that stands inside a longer text.
constexpr std::size_t kFewestWordsInside = 3;

// " die richtlinie ist ungultig ": every word between blanks, so that a part begins and ends with whole words.
struct Words {
  std::string text = " ";
  std::size_t count = 0;
};

Words WordsOf(std::string_view text) {
  Words words;
  bool is_open = false;
  const auto close = [&] {
    if (is_open) words.text += ' ';
    is_open = false;
  };
  while (!text.empty()) {
    const Utf8Character character = DecodeUtf8(text);
    text.remove_prefix(character.length);
    const CharKind kind = character.is_valid ? KindOf(character.value) : CharKind::kSeparator;
    if (kind == CharKind::kIgnored) continue;
    if (kind != CharKind::kLetter) close();
    if (kind == CharKind::kSeparator) continue;
    if (!is_open) ++words.count;
    is_open = true;
    const Folded folded = Fold(character.value);
    AppendUtf8(folded.first, words.text);
    if (folded.second != 0) AppendUtf8(folded.second, words.text);
    if (kind == CharKind::kPaired) close();
  }
  close();
  return words;
}

// The message without its inserts, in pieces: "The app %1!ws! is required" -> "The app ", " is required".
std::vector<std::string_view> PiecesOf(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at)) {
    std::size_t end = at + 1;
    while (end < text.size() && IsDigit(text[end])) ++end;
    if (end == at + 1) {  // "%n" and the like are white space, and a single letter hardly matters
      at = end;
      continue;
    }
    if (end < text.size() && text[end] == '!') end = std::min(text.find('!', end + 1), text.size() - 1) + 1;
    pieces.push_back(text.substr(0, at));
    text.remove_prefix(end);
    at = 0;
  }
  pieces.push_back(text);
  return pieces;
}

struct Candidate {
  EntryId entry = 0;
  std::vector<Words> pieces;  // none of them empty
  std::size_t word_count = 0;
  std::string whole;          // all pieces, to tell messages apart
};

Candidate CandidateOf(const SystemMessage& message) {
  Candidate candidate{.entry = message.entry, .pieces = {}, .word_count = 0, .whole = {}};
  for (const std::string_view piece : PiecesOf(message.text)) {
    Words words = WordsOf(piece);
    if (words.count == 0) continue;
    candidate.word_count += words.count;
    candidate.whole += words.text;
    candidate.pieces.push_back(std::move(words));
  }
  return candidate;
}

bool IsWhole(const Candidate& candidate, const Words& query) {
  return candidate.pieces.size() == 1 && candidate.whole == query.text;
}

// All pieces in order. The blank between two neighbouring pieces belongs to both.
bool IsInside(const Candidate& candidate, const Words& query) {
  if (candidate.word_count < kFewestWordsInside) return false;
  std::size_t at = 0;
  for (const Words& piece : candidate.pieces) {
    at = query.text.find(piece.text, at);
    if (at == std::string::npos) return false;
    at += piece.text.size() - 1;
  }
  return true;
}

bool IsPart(const Candidate& candidate, const Words& query) {
  return query.count >= kFewestWordsOfPart && std::any_of(candidate.pieces.begin(), candidate.pieces.end(), [&](const Words& piece) {
    return piece.text.find(query.text) != std::string::npos;
  });
}

using Found = std::vector<const Candidate*>;

template <typename Says>
Found FindAll(const std::vector<Candidate>& candidates, const Words& query, const Says& says) {
  Found found;
  for (const Candidate& candidate : candidates)
    if (says(candidate, query)) found.push_back(&candidate);
  return found;
}

// Of "the policy is in use" and "in use" only the longer is meant.
void KeepLongest(Found& found) {
  const Found all = found;
  std::erase_if(found, [&](const Candidate* shorter) {
    return std::any_of(all.begin(), all.end(), [&](const Candidate* longer) {
      return longer->whole.size() > shorter->whole.size() && longer->whole.find(shorter->whole) != std::string::npos;
    });
  });
}

bool AreOneMessage(const Found& found) {
  return std::all_of(found.begin(), found.end(), [&](const Candidate* one) { return one->whole == found.front()->whole; });
}

SaidMessages Said(const Found& found, bool is_sure) {
  SaidMessages said{.entries = {}, .is_sure = is_sure};
  for (const Candidate* candidate : found) said.entries.push_back(candidate->entry);
  return said;
}

}  // namespace

SaidMessages FindSaidMessages(std::span<const SystemMessage> messages, std::string_view query) {
  const Words words = WordsOf(query);
  if (words.count == 0) return {};
  std::vector<Candidate> candidates;
  for (const SystemMessage& message : messages) {
    candidates.push_back(CandidateOf(message));
    if (candidates.back().pieces.empty()) candidates.pop_back();
  }
  if (const Found whole = FindAll(candidates, words, IsWhole); !whole.empty()) return Said(whole, true);
  if (Found inside = FindAll(candidates, words, IsInside); !inside.empty()) {
    KeepLongest(inside);
    return Said(inside, true);
  }
  const Found part = FindAll(candidates, words, IsPart);
  return Said(part, !part.empty() && AreOneMessage(part));
}

void AddSaidMessages(const IndexReader& index, const SaidMessages& said, Answer& answer) {
  std::vector<Match> matches;
  const auto is_new = [&](const std::vector<Match>& known, const std::optional<PageId>& page) {
    return !page || std::none_of(known.begin(), known.end(), [&](const Match& match) { return match.page == page; });
  };
  for (const EntryId id : said.entries) {
    const Entry entry = index.entry(id);
    if (!entry.page || !is_new(matches, entry.page)) continue;
    Match match;
    match.space = entry.space;
    match.value = entry.value;
    match.entry = id;
    match.page = entry.page;
    match.route = Route::kWords;
    match.is_confident = said.is_sure;
    match.score = answer.matches.empty() ? 1 : answer.matches.front().score;
    match.note = "This is how Windows words the code in the language of this system.";
    matches.push_back(std::move(match));
  }
  for (Match& match : answer.matches)
    if (is_new(matches, match.page)) matches.push_back(std::move(match));
  answer.matches = std::move(matches);
}

}  // namespace errlookup
