#include "lookup/engine/engine.h"

#include <algorithm>
#include <utility>

#include "lookup/base/short_sort.h"
#include "lookup/engine/code_ranges.h"
#include "lookup/engine/decoding.h"
#include "lookup/engine/digit_slips.h"
#include "lookup/engine/domain_words.h"
#include "lookup/engine/query_words.h"
#include "lookup/engine/readings.h"
#include "lookup/engine/text_number.h"
#include "lookup/engine/unusual_numbers.h"
#include "lookup/engine/word_search.h"
#include "lookup/index/fold_name.h"
#include "lookup/text/tokenizer.h"

namespace errlookup {
namespace {

bool IsSame(const Reading& a, const Reading& b) { return a.space == b.space && a.value == b.value; }

void AddReadings(const std::vector<Reading>& more, std::vector<Reading>& readings) {
  for (const Reading& reading : more) {
    const auto is_same = [&](const Reading& other) { return IsSame(other, reading); };
    if (std::none_of(readings.begin(), readings.end(), is_same)) readings.push_back(reading);
  }
}

bool AreAllGeneric(const std::vector<DecodedCode>& codes) {
  return std::all_of(codes.begin(), codes.end(), [](const DecodedCode& code) { return IsGeneric(code.readings.front()); });
}

// Puts an answer together from what the three steps find.
class Asker {
 public:
  Asker(const IndexReader& index, std::string_view text, const QueryOptions& options)
      : index_(index), text_(text), options_(options), decoding_(DecodeCodes(index, text, options.space)) {}

  Answer Ask() && {
    AnswerCodes();
    if (!has_page_) {
      AnswerNames();
      AnswerWords();
    }
    Finish();
    return std::move(answer_);
  }

  std::vector<Reading> Decode() && {
    CollectReadings();
    if (!decoding_.is_only_codes && AreAllGeneric(decoding_.codes)) AddMessageReadings();
    return std::move(answer_.readings);
  }

 private:
  // Step one.
  void AnswerCodes() {
    CollectReadings();
    answer_.notes = decoding_.notes;
    std::vector<const DecodedCode*> ours, known, unknown;
    for (const DecodedCode& code : decoding_.codes) {
      if (HasPage(index_, code.readings)) ours.push_back(&code);
      else if (IsKnown(code.readings)) known.push_back(&code);
      else unknown.push_back(&code);
    }
    has_page_ = !ours.empty();
    has_known_code_ = std::any_of(known.begin(), known.end(), [](const DecodedCode* code) { return !IsGeneric(code->readings.front()); });
    for (const DecodedCode* code : ours) AddCode(*code);
    // A generic code waits: the message beside it may say more.
    generic_first_ = known.size() == 1 && !has_page_ && !has_known_code_;
    if (!generic_first_)
      for (const DecodedCode* code : known) AddCode(*code);
    else generic_ = known.front();
    // Of an unknown number the other base may say more: 0x13801 is the code 13801 with a prefix too many.
    for (const DecodedCode* code : unknown) AddOthers(*code);
    const bool is_no_code = !unknown.empty() && unknown.front()->readings.front().space == Space::kRaw;
    if (is_no_code && known.empty()) AddSlips();
    for (const DecodedCode* code : unknown) AddCode(*code);
    if (!is_no_code && known.empty()) AddSlips();
    for (const DecodedCode* code : known) AddOthers(*code);
    if (!has_page_ && !known.empty()) NoteForeign(*known.front());
    if (!has_page_ && known.empty() && !unknown.empty()) NoteUnknown(*unknown.front());
    answer_.is_ambiguous = IsAmbiguous();
  }

  void CollectReadings() {
    for (const DecodedCode& code : decoding_.codes) AddReadings(code.readings, answer_.readings);
    for (const DecodedCode& code : decoding_.codes) AddReadings(code.others, answer_.readings);
  }

  bool IsAmbiguous() const {
    if (decoding_.codes.size() != 1) return false;
    int count = 0;
    const std::vector<Reading>& readings = decoding_.codes.front().readings;
    for (const Reading& reading : readings)
      if (reading.is_known() && (reading.value == readings.front().value || !readings.front().is_known())) ++count;
    return count > 1;
  }

  // Of 0x80070002 people expect ERROR_FILE_NOT_FOUND, not the names that corerror.h and dinput.h have for the HRESULT.
  // Only those of winerror.h itself (E_ACCESSDENIED) are as usual as the Win32 names that they wrap.
  bool IsNamedForWrapping(const DecodedCode& code, const Reading& reading) const {
    if (code.is_symbol || reading.space != Space::kHresult || HresultFromWin32(reading.value & 0xFFFF) != reading.value) return false;
    return index_.header(reading.entries.front()) != "winerror.h";
  }

  // What the code means to this knowledge base: of the readings that wrap each other, the one with a page, else one
  // with a name, else the first.
  const Reading& BestReading(const DecodedCode& code) const {
    for (const Reading& reading : code.readings)
      if (HasPage(index_, reading)) return reading;
    return BestName(code);
  }

  const Reading& BestName(const DecodedCode& code) const {
    const Reading* best = nullptr;
    for (const Reading& reading : code.readings) {
      if (!reading.is_known()) continue;
      if (best == nullptr || (reading.value != best->value && IsNamedForWrapping(code, *best))) best = &reading;
    }
    return best != nullptr ? *best : code.readings.front();
  }

  // One match for the best reading. Other meanings of the same number follow as suggestions.
  void AddCode(const DecodedCode& code) {
    const Reading* const best = &BestReading(code);
    const bool is_sure = IsSure(code, *best);
    AddReading(*best, code.is_symbol ? Route::kName : Route::kDecoded, best->is_known() && is_sure);
    for (const Reading& reading : code.readings)
      if (!IsSame(reading, *best) && reading.value == best->value && reading.is_known()) AddReading(reading, Route::kDecoded, false);
  }

  void AddOthers(const DecodedCode& code) {
    for (const Reading& reading : code.others)
      if (HasPage(index_, reading)) AddReading(reading, Route::kDecoded, false);
  }

  // Plain digits are believed less than a form that only Windows codes have.
  bool IsSure(const DecodedCode& code, const Reading& reading) const {
    const bool is_guess = code.is_hex_guess && code.readings.front().value <= 0xFFFF;  // "3600", but not "80320001"
    if (code.evidence == Evidence::kWeak || is_guess) return false;
    if (decoding_.is_only_codes || code.is_symbol || code.readings.front().value > 0xFFFF) return true;
    if (SpeaksOfIpsec(text_)) return true;
    if (IsShortQuestion(reading)) return true;
    return code.evidence == Evidence::kStrong && !(HasPage(index_, reading) && SpeaksOfOtherProgram(text_));
  }

  // "13801 cert", "what is 13801", "691 wrong password": a few words around the only number. Hardly anything else has
  // the five digits of an IPsec error; three digits must be told by the words beside them as well.
  bool IsShortQuestion(const Reading& reading) const {
    constexpr std::size_t kMostWords = 8;
    constexpr std::size_t kMostBytes = 120;
    constexpr std::uint32_t kFirstOfIpsec = 13000, kLastOfIpsec = 13999;
    if (decoding_.codes.size() != 1 || !decoding_.doubtful.empty() || !decoding_.unknown_symbols.empty()) return false;
    if (!HasPage(index_, reading) || text_.size() > kMostBytes) return false;
    if (text_.find_first_of(":;=/\\[](){}<>|#@\r\n") != std::string_view::npos) return false;  // of a program, not of a person
    if (SpeaksOfOtherProgram(text_) || SpeaksOfOtherNumbers(text_)) return false;
    const std::vector<std::string> words = Tokenize(text_);
    if (words.size() > kMostWords) return false;
    const std::string number = std::to_string(reading.value);
    std::string others;
    int number_count = 0;
    for (const std::string& word : words) {
      if (word == number) ++number_count;
      else if (HasDigit(word)) return false;
      else others += word + ' ';
    }
    if (number_count != 1) return false;
    if (reading.value >= kFirstOfIpsec && reading.value <= kLastOfIpsec) return true;
    return reading.space == Space::kRas && IsToldBy(others, reading);
  }

  static bool HasDigit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

  // The words alone lead to the error: it is among the first that they find, and has all of them.
  bool IsToldBy(const std::string& words, const Reading& reading) const {
    constexpr std::size_t kBest = 3;
    for (const WordHit& hit : SearchWords(index_, ReadQueryWords(index_, words), kBest)) {
      if (!hit.page || !hit.is_whole_query) continue;
      for (const EntryId id : reading.entries)
        if (index_.entry(id).page == hit.page) return true;
    }
    return false;
  }

  void AddReading(const Reading& reading, Route route, bool is_confident) {
    Match match;
    match.space = reading.space;
    match.value = reading.value;
    if (reading.is_known()) {
      match.entry = reading.entries.front();
      for (const EntryId id : reading.entries) {
        const Entry entry = index_.entry(id);
        if (!entry.page || match.page) continue;
        match.entry = id;
        match.page = entry.page;
      }
      if (index_.entry(*match.entry).is_range_marker) match.note = "Marks the end of a range of codes; Windows never returns it as an error.";
    }
    match.route = route;
    match.is_confident = is_confident;
    if (match.note.empty()) match.note = reading.note;
    Add(std::move(match));
  }

  // A number that nobody knows may be one of ours, mistyped; one that stands where no code does, as in "@13801", is
  // nearer to the code of its own digits.
  void AddSlips() {
    if (has_page_) return;
    if (AddSuggestions(OnlyNumber(text_))) return;
    for (const std::string& slip : SlippedNumbers(text_)) AddSuggestions(slip);
  }

  // The errors of ours that "number" alone may be. Whether there are any.
  bool AddSuggestions(std::string_view number) {
    bool is_any = false;
    for (const DecodedCode& code : DecodeCodes(index_, number, options_.space).codes) {
      for (const Reading& reading : code.readings) {
        if (!HasPage(index_, reading) || index_.entry(reading.entries.front()).is_range_marker) continue;
        AddReading(reading, Route::kDecoded, false);
        is_any = true;
      }
    }
    return is_any;
  }

  void NoteForeign(const DecodedCode& code) {
    const Reading& known = BestName(code);  // nothing has a page here
    if (IsGeneric(known)) return;
    answer_.notes.push_back(CodeText(known.space, known.value) + " (" + index_.symbol(known.entries.front()) +
                            ") is a general code of Windows, not an IPsec error: there is no page for it here.");
  }

  void NoteUnknown(const DecodedCode& code) {
    const Reading& reading = code.readings.front();
    if (const std::string_view note = NoteOnValue(reading.value); !note.empty()) {
      answer_.notes.emplace_back(note);
      is_explained_ = true;
    }
    if (const std::string range = DescribeRange(index_, reading.space, reading.value); !range.empty()) answer_.notes.push_back(range);
    answer_.neighbours = FindNeighbours(index_, reading.space, reading.value);
  }

  // Step two: symbols that are not quite right.
  void AnswerNames() {
    for (const std::string& symbol : decoding_.unknown_symbols) {
      const std::vector<WordHit> hits = SearchNames(index_, symbol, options_.limit + 1);
      const bool is_beginning = AddContinuations(symbol, hits);
      std::size_t part_count = 0;
      bool is_closest = !is_beginning;  // no other name is as near as the first
      for (std::size_t i = 0; i < hits.size(); ++i) {
        part_count += hits[i].is_part_of_message ? 1 : 0;
        is_closest = is_closest && (i == 0 || hits[i].mistakes > hits[0].mistakes);
      }
      for (std::size_t i = 0; i < hits.size(); ++i) {
        const bool is_near = hits[i].is_near_message && is_closest;
        const bool is_part = hits[i].is_part_of_message && part_count == 1 && (hits[i].page || decoding_.is_only_codes);
        const bool is_confident = i == 0 && (is_near || is_part) && !has_known_code_;
        constexpr int kLettersOfAMistake = 5;
        has_near_name_ = has_near_name_ || is_part || hits[i].is_part_of_message || hits[i].mistakes * kLettersOfAMistake <= static_cast<int>(symbol.size());
        named_.push_back(MakeHit(hits[i], Route::kName, is_confident));
      }
    }
    SortShortList(named_, [](const Match& a, const Match& b) { return a.score > b.score; });
  }

  // CERT_E_UNTRUSTED: of several names that begin so, each may be meant, whichever is the shortest. Whether there are.
  bool AddContinuations(const std::string& symbol, const std::vector<WordHit>& hits) {
    const std::string beginning = FoldName(symbol);
    const auto continues = [&](EntryId id) { return FoldName(index_.symbol(id)).starts_with(beginning); };
    if (hits.empty() || !hits.front().is_near_message || !continues(hits.front().entry)) return false;
    constexpr std::size_t kMostNames = 10;
    std::vector<WordHit> found;
    for (EntryId id = 0; id < index_.entry_count() && found.size() < kMostNames; ++id) {
      if (!continues(id)) continue;
      WordHit hit;
      hit.entry = id;
      hit.page = index_.entry(id).page;
      hit.score = hits.front().score;
      found.push_back(hit);
    }
    const auto is_other = [&](const WordHit& hit) { return index_.entry(hit.entry).value != index_.entry(found.front().entry).value; };
    if (std::none_of(found.begin(), found.end(), is_other)) return false;
    for (const WordHit& hit : found) named_.push_back(MakeHit(hit, Route::kName, false));
    return true;
  }

  // Step three.
  void AnswerWords() {
    // Nothing but a code or a symbol that was found: words have nothing to add.
    const bool has_known_code = std::any_of(decoding_.codes.begin(), decoding_.codes.end(), [](const DecodedCode& code) { return IsKnown(code.readings); });
    if (decoding_.is_only_codes && is_explained_) return;
    const bool has_named = decoding_.unknown_symbols.empty() ? has_known_code : !named_.empty() && named_.front().is_confident;
    if (decoding_.is_only_codes && has_named) return AddWaiting({});
    ReadWords();
    const std::vector<WordHit> hits = SearchWords(index_, words_, options_.limit + 1);
    std::vector<Match> worded;
    if (hits.empty() || !IsSure(hits, 0)) worded = FindMessagesInside();
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const Route route = hits[i].is_by_name ? Route::kName : Route::kWords;
      worded.push_back(MakeHit(hits[i], route, IsSure(hits, i)));
    }
    AddWaiting(std::move(worded));
  }

  // "Failure Point: Remote computer Failure Reason: No policy configured State: Sent first (SA) payload": in a pasted
  // event the message of an error stands somewhere among many other words. Longest first, as it may hold a shorter one.
  std::vector<Match> FindMessagesInside() const {
    constexpr std::size_t kFewestWords = 10;  // the search over words sees all of a shorter text
    constexpr int kFewestFields = 2;
    const auto ends_name = [](char c) { return c == ':' || c == '=' || c == '\n'; };
    if (words_.tokens.size() < kFewestWords || std::count_if(text_.begin(), text_.end(), ends_name) < kFewestFields) return {};
    const std::string text = JoinWords(words_.tokens);
    std::vector<WordHit> hits;
    for (PageId page = 0; page < index_.page_count(); ++page) {
      for (const EntryId entry : index_.page_codes(page)) {
        const std::vector<std::string> message = Tokenize(index_.message(entry));
        if (message.size() < 2 || text.find(JoinWords(message)) == std::string::npos) continue;
        WordHit hit;
        hit.entry = entry;
        hit.page = page;
        hit.score = static_cast<float>(message.size());
        hits.push_back(hit);
        break;
      }
    }
    SortShortList(hits, [](const WordHit& a, const WordHit& b) { return a.score > b.score; });
    std::vector<Match> found;
    for (const WordHit& hit : hits) found.push_back(MakeHit(hit, Route::kWords, found.empty() && IsSureInside(hit)));
    return found;
  }

  static std::string JoinWords(const std::vector<std::string>& words) {
    std::string joined = " ";
    for (const std::string& word : words) (joined += word) += ' ';
    return joined;
  }

  // What has waited, in the order of how much it is worth.
  void AddWaiting(std::vector<Match> worded) {
    const auto is_confident = [](const Match& match) { return match.is_confident; };
    const bool has_sure_words = std::any_of(worded.begin(), worded.end(), is_confident);
    if (generic_ != nullptr && !has_sure_words) AddCode(*generic_);
    const bool names_first = !named_.empty() && (named_.front().is_confident || (decoding_.is_only_codes && !has_sure_words && has_near_name_));
    if (names_first) AddAll(named_);
    if (has_sure_words) {
      std::vector<Match> sure;
      for (const Match& match : worded)
        if (match.is_confident) sure.push_back(match);
      AddAll(sure);
    }
    for (DecodedCode& code : decoding_.doubtful) AddCode(code);
    AddAll(worded);
    AddAll(named_);
    if (generic_ != nullptr) AddCode(*generic_);
  }

  // A hit of words is an answer, not only a suggestion, if the query says the message, or nearly.
  bool IsSure(const std::vector<WordHit>& hits, std::size_t i) const {
    if (has_known_code_ || decoding_.is_only_codes) return false;
    const WordHit& hit = hits[i];
    if (hit.is_whole_message && hit.score >= 0.99f * hits.front().score) return hit.is_whole_query || IsSureOfMessage(hit);
    if (IsWholeSymbol(hit)) return true;
    if (i != 0) return false;
    const bool leads = hits.size() == 1 || hit.score > 1.08f * hits[1].score;
    return leads && (hit.is_near_message || hit.is_part_of_message);
  }

  // "ipsec ike auth fail": the words of the symbol and no others, the first of "ERROR_" aside.
  bool IsWholeSymbol(const WordHit& hit) const {
    constexpr std::size_t kFewestWords = 3;
    if (words_.tokens.size() < kFewestWords || !SpeaksOfIpsec(text_)) return false;
    return WithoutKind(words_.tokens) == WithoutKind(Tokenize(index_.symbol(hit.entry)));
  }

  static std::vector<std::string> WithoutKind(std::vector<std::string> words) {
    for (const std::string_view kind : {"error", "status", "warning"}) {
      if (words.empty() || words.front() != kind) continue;
      words.erase(words.begin());
      break;
    }
    return words;
  }

  // The message stands in the text as a whole: meant by it, unless the text speaks of something else.
  bool IsSureOfMessage(const WordHit& hit) const {
    const bool is_long = index_.message(hit.entry).size() >= 30;
    return SpeaksOfIpsec(text_) || (is_long && !SpeaksOfOtherProgram(text_));
  }

  // "Unknown error" stands in many a text.
  bool IsSureInside(const WordHit& hit) const {
    constexpr std::size_t kShortest = 16;
    return index_.message(hit.entry).size() >= kShortest && IsSureOfMessage(hit);
  }

  void AddMessageReadings() {
    ReadWords();
    for (const EntryId id : FindMessagesIn(index_, words_)) {
      const Entry entry = index_.entry(id);
      if (options_.space && entry.space != *options_.space) continue;
      Reading reading;
      reading.space = entry.space;
      reading.value = entry.value;
      reading.entries = {id};
      AddReadings({reading}, answer_.readings);
    }
  }

  void ReadWords() {
    if (!words_.tokens.empty()) return;
    words_ = ReadQueryWords(index_, text_);
  }

  Match MakeHit(const WordHit& hit, Route route, bool is_confident) const {
    const Entry entry = index_.entry(hit.entry);
    Match match;
    match.space = entry.space;
    match.value = entry.value;
    match.entry = hit.entry;
    match.page = hit.page;
    match.route = route;
    match.is_confident = is_confident;
    match.score = static_cast<double>(hit.score);
    return match;
  }

  void AddAll(const std::vector<Match>& matches) {
    for (const Match& match : matches) Add(match);
  }

  // Each page once, and each code without a page once.
  void Add(Match match) {
    if (options_.space && match.space != *options_.space) return;
    for (const Match& other : answer_.matches) {
      const bool is_same_code = other.space == match.space && other.value == match.value;
      if (is_same_code || (match.page && other.page == match.page)) return;
    }
    answer_.matches.push_back(std::move(match));
  }

  // Scores fall from the first to the last match, whatever they come from.
  void Finish() {
    if (answer_.matches.size() > options_.limit) answer_.matches.resize(options_.limit);
    double least = 1e9;
    for (Match& match : answer_.matches) {
      if (match.route == Route::kDecoded) match.score = 100;
      match.score = least = std::min(least, match.score);
    }
  }

  const IndexReader& index_;
  std::string_view text_;
  const QueryOptions& options_;
  Decoding decoding_;
  QueryWords words_;
  Answer answer_;
  std::vector<Match> named_;
  const DecodedCode* generic_ = nullptr;
  bool generic_first_ = false;
  bool has_page_ = false;
  bool has_near_name_ = false;
  bool is_explained_ = false;  // the only code is none, and a note says so: words and slips are noise
  bool has_known_code_ = false;
};

}  // namespace

std::string_view RouteName(Route route) {
  switch (route) {
    case Route::kDecoded: return "decoded";
    case Route::kName: return "name";
    case Route::kWords: return "words";
  }
  return "";
}

Answer Engine::Ask(std::string_view query, const QueryOptions& options) const {
  return Asker(*index_, query, options).Ask();
}

std::vector<Reading> Engine::Decode(std::string_view text, const QueryOptions& options) const {
  return Asker(*index_, text, options).Decode();
}

}  // namespace errlookup
