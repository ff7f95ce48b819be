#include "lookup/index/index_reader.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "lookup/base/ascii.h"
#include "lookup/engine/text_number.h"
#include "lookup/index/fold_name.h"
#include "lookup/index/letter_mask.h"
#include "lookup/text/tokenizer.h"

namespace errlookup {

namespace {

struct NamedEntry {
  Entry entry;
  std::string_view symbol, aliases, message;
};

struct Page {
  std::string_view title;
  std::vector<EntryId> codes;  // its own first
};

struct Word {
  std::string text;
  std::uint32_t mask = 0;
  std::vector<Posting> postings;
};

// Calls "use" with each name in "names", which have a space between them.
template <typename Use>
void ForEachName(std::string_view names, Use use) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    use(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

bool IsSameName(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return LowerAscii(x) == LowerAscii(y); });
}

}  // namespace

struct IndexReader::Tables {
  std::vector<NamedEntry> entries;  // by value, then space, then rank
  std::vector<Page> pages;
  std::vector<std::unique_ptr<Word>> words;  // by bytes
};

class IndexReader::Builder {
 public:
  Builder(std::string_view text, Tables& tables) : rest_(text), tables_(tables) {}

  void Build() {
    for (std::string_view line = NextLine(); !line.empty(); line = NextLine()) AddCode(line);
    for (NamedEntry& entry : tables_.entries) entry.symbol = NextLine();
    for (NamedEntry& entry : tables_.entries) entry.aliases = NextLine();
    for (NamedEntry& entry : tables_.entries) entry.message = NextLine();
    for (Page& page : tables_.pages) page.title = NextLine();
    for (EntryId id = 0; id < tables_.entries.size(); ++id) AddWordsOf(id);
  }

 private:
  std::string_view NextLine() {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return line;
  }

  static std::uint32_t ReadNumber(std::string_view& line) {
    std::uint32_t number = 0;
    for (; !line.empty() && IsDigit(line[0]); line.remove_prefix(1)) number = number * 10 + static_cast<std::uint32_t>(line[0] - '0');
    return number;
  }

  void AddCode(std::string_view line) {
    last_.value += ReadNumber(line);
    last_.is_range_marker = false;
    const auto last_page = static_cast<PageId>(tables_.pages.size());
    last_.page = last_page;
    bool is_own = false;
    while (!line.empty()) {
      const char c = line[0];
      line.remove_prefix(1);
      if (c == '*') last_.is_range_marker = true;
      else if (c == '-') last_.page.reset();
      else if (c == '=') last_.page = std::min(ReadNumber(line), last_page);
      else if (c == '!') is_own = true;
      else if (c >= 'a' && c <= 'z') last_.space = static_cast<Space>(c - 'a');
    }
    const auto id = static_cast<EntryId>(tables_.entries.size());
    tables_.entries.push_back({last_, {}, {}, {}});
    if (!last_.page) return;
    if (*last_.page == tables_.pages.size()) tables_.pages.emplace_back();
    std::vector<EntryId>& codes = tables_.pages[*last_.page].codes;
    codes.insert(is_own ? codes.begin() : codes.end(), id);
  }

  void AddWordsOf(EntryId id) {
    const NamedEntry& entry = tables_.entries[id];
    Add(entry.symbol, {id, Field::kSymbol});
    Add(entry.aliases, {id, Field::kSymbol});
    Add(entry.message, {id, Field::kMessage});
    if (!entry.entry.page) return;
    const Page& page = tables_.pages[*entry.entry.page];
    if (page.codes.front() == id) Add(page.title, {id, Field::kTitle});
  }

  void Add(std::string_view text, Posting posting) {
    for (std::string& token : Tokenize(text)) {
      auto at = std::lower_bound(tables_.words.begin(), tables_.words.end(), token, [](const auto& word, const std::string& other) { return word->text < other; });
      if (at == tables_.words.end() || (*at)->text != token) {
        const std::uint32_t mask = LetterMask(token);
        at = tables_.words.insert(at, std::unique_ptr<Word>(new Word{std::move(token), mask, {}}));
      }
      std::vector<Posting>& postings = (*at)->postings;
      if (postings.empty() || postings.back() != posting) postings.push_back(posting);
    }
  }

  std::string_view rest_;
  Tables& tables_;
  Entry last_;
};

Result<IndexReader> IndexReader::Open(std::span<const std::byte> text, Trust) {
  auto* const tables = new Tables;
  Builder({reinterpret_cast<const char*>(text.data()), text.size()}, *tables).Build();
  return IndexReader(tables);
}

std::uint32_t IndexReader::entry_count() const { return static_cast<std::uint32_t>(tables_->entries.size()); }
Entry IndexReader::entry(EntryId id) const { return tables_->entries[id].entry; }
std::string IndexReader::symbol(EntryId id) const { return std::string(tables_->entries[id].symbol); }
std::string IndexReader::message(EntryId id) const { return std::string(tables_->entries[id].message); }

std::vector<std::string> IndexReader::aliases(EntryId id) const {
  std::vector<std::string> names;
  ForEachName(tables_->entries[id].aliases, [&](std::string_view name) { names.emplace_back(name); });
  return names;
}

EntryId IndexReader::LowerBound(std::uint32_t value) const {
  EntryId id = 0;
  while (id < entry_count() && tables_->entries[id].entry.value < value) ++id;
  return id;
}

IdRange IndexReader::FindValue(std::uint32_t value) const {
  IdRange range = {LowerBound(value), 0};
  range.end = range.begin;
  while (range.end < entry_count() && tables_->entries[range.end].entry.value == value) ++range.end;
  return range;
}

std::vector<EntryId> IndexReader::FindSymbol(std::string_view symbol) const {
  std::vector<EntryId> found;
  for (EntryId id = 0; id < entry_count(); ++id) {
    const NamedEntry& entry = tables_->entries[id];
    bool is_found = IsSameName(entry.symbol, symbol);
    ForEachName(entry.aliases, [&](std::string_view alias) { is_found = is_found || IsSameName(alias, symbol); });
    if (is_found) found.push_back(id);
  }
  return found;
}

std::uint32_t IndexReader::page_count() const { return static_cast<std::uint32_t>(tables_->pages.size()); }

PageInfo IndexReader::page(PageId id) const {
  const Page& page = tables_->pages[id];
  const Entry& own = tables_->entries[page.codes.front()].entry;
  PageInfo info;
  info.slug = CodeText(own.space, own.value);
  info.title = page.title;
  info.has_record = !page.title.empty();
  info.codes = page.codes;
  return info;
}

std::vector<EntryId> IndexReader::page_codes(PageId id) const { return tables_->pages[id].codes; }

std::uint32_t IndexReader::word_count() const { return static_cast<std::uint32_t>(tables_->words.size()); }

std::vector<std::string> IndexReader::words(std::span<const WordId> ids) const {
  std::vector<std::string> words;
  for (const WordId id : ids) words.push_back(tables_->words[id]->text);
  return words;
}

WordId IndexReader::LowerBoundOfWords(std::string_view text) const {
  const auto at = std::lower_bound(tables_->words.begin(), tables_->words.end(), text, [](const auto& word, std::string_view other) { return word->text < other; });
  return static_cast<WordId>(at - tables_->words.begin());
}

std::optional<WordId> IndexReader::FindWord(std::string_view word) const {
  const WordId id = LowerBoundOfWords(word);
  if (id == word_count() || tables_->words[id]->text != word) return std::nullopt;
  return id;
}

IdRange IndexReader::FindPrefix(std::string_view prefix) const {
  IdRange range = {LowerBoundOfWords(prefix), 0};
  range.end = range.begin;
  while (range.end < word_count() && tables_->words[range.end]->text.starts_with(prefix)) ++range.end;
  return range;
}

PostingCursor IndexReader::posting_cursor(WordId id) const { return PostingCursor(tables_->words[id]->postings); }

std::uint32_t IndexReader::letter_mask(WordId id) const { return tables_->words[id]->mask; }

}  // namespace errlookup
