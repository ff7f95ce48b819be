#include "lookup/scan/code_set.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lookup/base/ascii.h"
#include "lookup/scan/message_start.h"

namespace errlookup {
namespace {

// Texts of this knowledge base that Windows also prints for its commonest errors: by themselves they say
// nothing (0x80320035 and Win32 87 share the first).
constexpr std::string_view kCommonTexts[] = {"The parameter is incorrect"};

// Below this a text is too short to be told from other words.
constexpr std::size_t kShortestMessage = 10;
static_assert(kShortestMessage >= kMessageStart);
// A first sentence stands for the whole message if it is as distinctive as one.
constexpr int kFewestWordsOfSentence = 6;

std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ';
    if (!is_blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

int CountWords(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), ' ')) + 1; }

}  // namespace

CodeSet::CodeSet(const IndexReader& index) : CodeSet(std::array{CodeLayer{.index = &index, .origin = {}}}) {}

CodeSet::CodeSet(std::span<const CodeLayer> layers) : small_(kSmallSize, nullptr) {
  for (const CodeLayer& layer : layers)
    for (PageId id = 0; id < layer.index->page_count(); ++id) {
      const PageInfo page = layer.index->page(id);
      for (const EntryId entry : page.codes) AddCode(layer, entry, page.title);
    }
  AddFirstSentences();
  std::sort(messages_.begin(), messages_.end(), [](const ScanMessage& a, const ScanMessage& b) {
    return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
  });
}

void CodeSet::AddCode(const CodeLayer& layer, EntryId id, const std::string& title) {
  const Entry entry = layer.index->entry(id);
  const auto known = [&](const auto& code) { return code->value == entry.value && code->space == entry.space; };
  const auto twin = std::find_if(codes_.begin(), codes_.end(), known);
  if (twin != codes_.end() && (*twin)->origin == layer.origin) return AddSymbol(layer.index->symbol(id), twin->get());
  if (twin != codes_.end()) return AddNames(layer, id, twin->get());

  const std::string message = OneLine(layer.index->message(id));
  codes_.push_back(std::make_unique<ScanCode>(ScanCode{id, entry.space, entry.value, layer.index->symbol(id), message,
                                                       title.empty() ? message : title, std::string(layer.origin)}));
  const ScanCode* code = codes_.back().get();
  switch (entry.space) {
    case Space::kHresult:
      AddLarge(entry.value, code);
      break;
    case Space::kNtstatus:
      AddLarge(entry.value, code);
      AddLarge(HresultFromNt(entry.value), code);
      break;
    default:
      if (entry.value >= kSmallSize) break;
      if (small_[entry.value] == nullptr || small_[entry.value]->origin.empty()) small_[entry.value] = code;
      is_small_.set(entry.value);
      AddLarge(HresultFromWin32(entry.value), code);
      AddLarge(NtstatusFromWin32(entry.value), code);
  }
  AddNames(layer, id, code);
  if (!code->origin.empty()) AddSpellings(code);
}

void CodeSet::AddNames(const CodeLayer& layer, EntryId id, const ScanCode* code) {
  AddSymbol(layer.index->symbol(id), code);
  for (const std::string& alias : layer.index->aliases(id)) AddSymbol(alias, code);
  AddMessage(OneLine(layer.index->message(id)), code);
}

void CodeSet::AddSpellings(const ScanCode* code) {
  std::vector<std::string> spellings = {code->symbol, std::to_string(code->value), std::to_string(static_cast<std::int32_t>(code->value))};
  for (const std::string_view digits : {"0123456789abcdef", "0123456789ABCDEF"}) {
    std::string hex = "0x";
    for (int shift = 28; shift >= 0; shift -= 4) hex += digits[code->value >> shift & 15];
    spellings.push_back(hex);
  }
  std::sort(spellings.begin(), spellings.end());
  spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
  for (const std::string& spelling : spellings)
    if (spelling.size() >= kMessageStart) messages_.push_back({.text = spelling, .codes = {code}, .word_count = 1, .is_spelling = true});
}

// A code of its own comes before one that wraps another; the spaces do not overlap otherwise.
void CodeSet::AddLarge(std::uint32_t value, const ScanCode* code) {
  const auto [at, is_new] = large_.try_emplace(value, code);
  if (!is_new && code->value == value) at->second = code;
  is_large_.set(HashOfLarge(value));
}

void CodeSet::AddSymbol(std::string_view symbol, const ScanCode* code) {
  const std::string folded = LowerAsciiText(symbol);
  symbols_.try_emplace(folded, code);
  // Win32 comes before NTSTATUS where both are called alike.
  const std::size_t ipsec = folded.find("_ipsec_");
  if (ipsec == std::string::npos) return;
  const auto [at, is_new] = symbols_.try_emplace(folded.substr(ipsec + 1), code);
  if (!is_new && code->space == Space::kWin32) at->second = code;
}

void CodeSet::AddMessage(std::string_view message, const ScanCode* code) {
  std::string text = OneLine(message);
  if (text.ends_with('.')) text.pop_back();
  const bool has_inserts = text.find('%') != std::string::npos;
  const bool is_text = text.find(' ') != std::string::npos;  // not the name of the code
  if (text.size() < kShortestMessage || has_inserts || !is_text) return;
  if (std::find(std::begin(kCommonTexts), std::end(kCommonTexts), text) != std::end(kCommonTexts)) return;
  for (ScanMessage& known : messages_) {
    if (known.text != text) continue;
    if (std::find(known.codes.begin(), known.codes.end(), code) != known.codes.end()) return;
    // Of two codes of one error, the Win32 one stands for both; pages come in the order of codes.
    known.codes.push_back(code);
    std::stable_sort(known.codes.begin(), known.codes.end(), [](const ScanCode* a, const ScanCode* b) {
      return (a->space == Space::kWin32) > (b->space == Space::kWin32);
    });
    return;
  }
  messages_.push_back({.text = text, .codes = {code}, .word_count = CountWords(text)});
}

void CodeSet::AddFirstSentences() {
  std::vector<ScanMessage> sentences;
  for (const ScanMessage& message : messages_) {
    const std::size_t end = message.text.find(". ");
    if (end == std::string::npos) continue;
    const std::string sentence = message.text.substr(0, end);
    if (CountWords(sentence) < kFewestWordsOfSentence) continue;
    const auto is_same = [&](const ScanMessage& m) { return m.text == sentence; };
    if (std::any_of(messages_.begin(), messages_.end(), is_same)) continue;  // a message of its own
    const auto known = std::find_if(sentences.begin(), sentences.end(), is_same);
    if (known != sentences.end()) known->codes.insert(known->codes.end(), message.codes.begin(), message.codes.end());
    else sentences.push_back({.text = sentence, .codes = message.codes, .word_count = CountWords(sentence)});
  }
  messages_.insert(messages_.end(), sentences.begin(), sentences.end());
}

const ScanCode* CodeSet::Large(std::uint32_t value) const {
  const auto at = large_.find(value);
  return at == large_.end() ? nullptr : at->second;
}

const ScanCode* CodeSet::Symbol(std::string_view folded) const {
  const auto at = symbols_.find(std::string(folded));
  return at == symbols_.end() ? nullptr : at->second;
}

}  // namespace errlookup
