#include "lookup/index/index_reader.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "lookup/base/crc32.h"
#include "lookup/base/short_sort.h"
#include "lookup/index/family_texts.h"
#include "lookup/index/fold_name.h"
#include "lookup/index/format.h"
#include "lookup/index/mention_table.h"
#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {
namespace {

using format::SectionId;

// The sections of an image by id; an absent one has no value.
class Sections {
 public:
  static Result<Sections> Find(Bytes image, Trust trust);

  bool has(SectionId id) const { return found_[Index(id)]; }
  Bytes operator[](SectionId id) const { return bytes_[Index(id)]; }

 private:
  static std::size_t Index(SectionId id) { return static_cast<std::size_t>(id) - 1; }

  std::array<Bytes, format::kSectionIdCount> bytes_{};
  std::array<bool, format::kSectionIdCount> found_{};
};

Status CheckHeader(Bytes image, Trust trust) {
  if (image.size() < format::kHeaderSize) return Broken(Rule::kTooShort);
  if (AsText(image.first(format::kMagic.size())) != format::kMagic) return Broken(Rule::kWrongMagic);
  const std::uint16_t major = GetU16(image, format::kMajorVersionAt);
  if (major != format::kMajorVersion) return WrongVersion(major, GetU16(image, format::kMinorVersionAt));
  if (GetU32(image, format::kFileLengthAt) != image.size()) return Broken(Rule::kLength);
  if (trust == Trust::kVerify) {
    const std::uint32_t begin = Crc32(image.first(format::kChecksumAt));
    const std::uint32_t all = Crc32(image.subspan(format::kChecksumAt + 4), begin);
    if (all != GetU32(image, format::kChecksumAt)) return Broken(Rule::kChecksum);
  }
  return Done();
}

Result<Sections> Sections::Find(Bytes image, Trust trust) {
  if (const Status status = CheckHeader(image, trust); !status.ok()) return status.error();
  const std::uint32_t count = GetU32(image, format::kSectionCountAt);
  if (count > (image.size() - format::kHeaderSize) / format::kSectionRowSize) return Broken(Rule::kTable);

  Sections sections;
  std::size_t expected_offset = format::kHeaderSize + count * format::kSectionRowSize;
  std::uint16_t previous_id = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const Bytes row = image.subspan(format::kHeaderSize + i * format::kSectionRowSize, format::kSectionRowSize);
    const std::uint16_t id = GetU16(row, 0);
    const std::uint16_t flags = GetU16(row, 2);
    const std::uint32_t offset = GetU32(row, 4);
    const std::uint32_t length = GetU32(row, 8);
    if (id <= previous_id) return Broken(Rule::kSectionOrder);
    if (offset != expected_offset || length > image.size() - offset) return Broken(Rule::kSectionBounds);
    if (id > format::kSectionIdCount) {
      if ((flags & format::kRequiredFlag) != 0) return Broken(Rule::kUnknownRequired);
    } else {
      sections.bytes_[id - 1u] = image.subspan(offset, length);
      sections.found_[id - 1u] = true;
    }
    previous_id = id;
    expected_offset = offset + length;
  }
  if (expected_offset != image.size()) return Broken(Rule::kSectionBounds);
  for (std::uint16_t id = 1; id <= format::kSectionIdCount; ++id) {
    if (!sections.found_[id - 1u] && !format::MayBeMissing(static_cast<SectionId>(id))) return Broken(Rule::kMissingSection);
  }
  return sections;
}

// Keeps the candidates that also have a posting in a name. Both ascend.
void KeepListed(std::vector<EntryId>& candidates, PostingCursor list) {
  std::size_t kept = 0;
  std::size_t i = 0;
  while (i < candidates.size() && list.Next()) {
    const EntryId listed = list.posting().entry;
    while (i < candidates.size() && candidates[i] < listed) ++i;
    if (i < candidates.size() && candidates[i] == listed && list.posting().field == Field::kSymbol) {
      candidates[kept++] = candidates[i++];
    }
  }
  candidates.resize(kept);
}

std::uint32_t BlocksFor(std::uint32_t count, std::uint32_t per_block) { return (count + per_block - 1) / per_block; }

}  // namespace

// Reads the structure of each section into the members of a reader. The first error is kept.
class IndexReader::Parser {
 public:
  Parser(const Sections& sections, IndexReader& reader) : sections_(sections), reader_(reader) {}

  Status Parse() {
    Status (Parser::*const kSteps[])() = {&Parser::Meta,   &Parser::Grammars,    &Parser::Entries,
                                          &Parser::Headers, &Parser::Symbols,    &Parser::Facilities,
                                          &Parser::Details, &Parser::Pages,      &Parser::PageTexts,
                                          &Parser::Words};
    for (const auto step : kSteps) {
      if (const Status status = (this->*step)(); !status.ok()) return status.error();
    }
    return Done();
  }

 private:
  SectionReader Begin(SectionId id) const { return SectionReader(sections_[id], id); }

  Status Meta() {
    SectionReader section = Begin(SectionId::kMeta);
    reader_.base_url_ = AsText(section.ReadBytes(static_cast<std::size_t>(section.ReadVarint())));
    reader_.data_version_ = AsText(section.ReadBytes(static_cast<std::size_t>(section.ReadVarint())));
    return section.Finish();
  }

  Status Grammars() {
    Result<Grammar> names = Grammar::Open(sections_[SectionId::kNameGrammar], SectionId::kNameGrammar);
    if (!names.ok()) return names.error();
    Result<Grammar> texts = Grammar::Open(sections_[SectionId::kTextGrammar], SectionId::kTextGrammar);
    if (!texts.ok()) return texts.error();
    reader_.name_grammar_ = *names;
    reader_.text_grammar_ = *texts;
    return Done();
  }

  Status Entries() {
    Result<EntryTable> entries = EntryTable::Open(sections_[SectionId::kEntries]);
    if (!entries.ok()) return entries.error();
    reader_.entries_ = *entries;
    return Done();
  }

  Status Headers() {
    SectionReader section = Begin(SectionId::kHeaders);
    reader_.header_count_ = section.ReadCount();
    reader_.headers_ = TextList::Read(section, BlocksFor(reader_.header_count_, format::kNamesPerBlock));
    return section.Finish();
  }

  Status Symbols() {
    SectionReader section = Begin(SectionId::kSymbols);
    reader_.symbols_ = TextList::Read(section, BlocksFor(reader_.entry_count(), format::kSymbolsPerBlock));
    return section.Finish();
  }

  Status Facilities() {
    SectionReader section = Begin(SectionId::kFacilities);
    const std::uint32_t count = section.ReadCount();
    reader_.facility_keys_ = section.ReadPacked(count);
    reader_.facility_names_ = TextList::Read(section, BlocksFor(count, format::kNamesPerBlock));
    return section.Finish();
  }

  Status Details() {
    SectionReader section = Begin(SectionId::kDetails);
    const std::uint32_t count = section.ReadCount();
    reader_.detail_entries_ = section.ReadPacked(count);
    reader_.detail_pages_ = section.ReadPacked(count);
    reader_.detail_texts_ = TextList::Read(section, BlocksFor(count, format::kDetailsPerBlock));
    return section.Finish();
  }

  Status Pages() {
    SectionReader section = Begin(SectionId::kPages);
    const std::uint32_t page_count = section.ReadCount();
    const std::uint32_t code_count = section.ReadCount();
    reader_.page_has_record_ = section.ReadPacked(page_count, 1);
    reader_.page_code_begins_ = section.ReadPacked(page_count + 1);
    reader_.page_codes_ = section.ReadPacked(code_count);
    reader_.page_infos_ = TextList::Read(section, page_count);
    return section.Finish();
  }

  Status PageTexts() {
    reader_.has_texts_ = sections_.has(SectionId::kPageTexts);
    if (!reader_.has_texts_) return Done();
    SectionReader section = Begin(SectionId::kPageTexts);
    reader_.page_texts_ = TextList::Read(section, reader_.page_count());
    return section.Finish();
  }

  Status Words() {
    Result<WordTable> words = WordTable::Open({.grammar = sections_[SectionId::kWordGrammar],
                                               .words = sections_[SectionId::kWords],
                                               .letter_masks = sections_[SectionId::kLetterMasks],
                                               .postings = sections_[SectionId::kPostings]});
    if (!words.ok()) return words.error();
    reader_.words_ = *words;
    return Done();
  }

  const Sections& sections_;
  IndexReader& reader_;
};

Result<IndexReader> IndexReader::Open(std::span<const std::byte> image, Trust trust) {
  const Result<Sections> sections = Sections::Find(image, trust);
  if (!sections.ok()) return sections.error();
  IndexReader reader;
  if (const Status status = Parser(*sections, reader).Parse(); !status.ok()) return status.error();
  reader.family_texts_ = (*sections)[SectionId::kFamilyTexts];
  reader.mentions_ = (*sections)[SectionId::kMentions];
  if (trust == Trust::kVerify) {
    if (const Status status = reader.Verify(image.size()); !status.ok()) return status.error();
  }
  return reader;
}

std::string IndexReader::base_url() const { return std::string(base_url_); }
std::string IndexReader::data_version() const { return std::string(data_version_); }

// Entries.

std::uint32_t IndexReader::entry_count() const { return entries_.size(); }

Entry IndexReader::entry(EntryId id) const {
  const EntryTable::Row row = entries_.row(id);
  Entry entry = {.value = row.value, .space = row.space, .is_range_marker = row.is_range_marker, .page = {}};
  if (row.has_detail) {
    const std::uint32_t page = detail_pages_[*FindDetail(id)];
    if (page != 0) entry.page = page - 1;
  }
  return entry;
}

std::string IndexReader::symbol(EntryId id) const {
  return symbols_.TextAt(name_grammar_, id, format::kSymbolsPerBlock);
}

std::string IndexReader::header(EntryId id) const {
  return headers_.TextAt(name_grammar_, entries_.row(id).header, format::kNamesPerBlock);
}

// Of the texts of a detail, the first is the message, the second the aliases.
std::string IndexReader::message(EntryId id) const {
  const std::optional<std::uint32_t> detail = FindDetail(id);
  if (!detail) return {};
  return detail_texts_.Text(text_grammar_, *detail / format::kDetailsPerBlock, *detail % format::kDetailsPerBlock * 2);
}

std::vector<std::string> IndexReader::aliases(EntryId id) const {
  const std::optional<std::uint32_t> detail = FindDetail(id);
  std::vector<std::string> names;
  if (!detail) return names;
  const std::string joined = detail_texts_.Text(text_grammar_, *detail / format::kDetailsPerBlock,
                                                *detail % format::kDetailsPerBlock * 2 + 1);
  std::string_view rest = joined;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return names;
}

std::optional<std::uint32_t> IndexReader::FindDetail(EntryId id) const {
  std::uint32_t begin = 0;
  std::uint32_t end = detail_entries_.size();
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (detail_entries_[middle] < id) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == detail_entries_.size() || detail_entries_[begin] != id) return std::nullopt;
  return begin;
}

EntryId IndexReader::LowerBound(std::uint32_t value) const { return entries_.LowerBound(value); }

IdRange IndexReader::FindValue(std::uint32_t value) const {
  IdRange range;
  range.begin = entries_.LowerBound(value);
  range.end = value == 0xFFFF'FFFF ? entry_count() : entries_.LowerBound(value + 1);
  return range;
}

// Names.

bool IndexReader::HasName(EntryId id, std::string_view folded_name) const {
  if (FoldName(symbol(id)) == folded_name) return true;
  const std::vector<std::string> older = aliases(id);
  return std::any_of(older.begin(), older.end(),
                     [folded_name](const std::string& alias) { return FoldName(alias) == folded_name; });
}

// The vocabulary is the directory of names: an entry whose name this is has all its words.
std::vector<EntryId> IndexReader::FindSymbol(std::string_view symbol) const {
  std::vector<PostingCursor> lists;
  for (const std::string& word : NameWords(symbol)) {
    const std::optional<WordId> id = FindWord(word);
    if (!id) return {};
    lists.push_back(posting_cursor(*id));
  }
  if (lists.empty()) return {};
  SortShortList(lists, [](const PostingCursor& a, const PostingCursor& b) { return a.symbol_count() < b.symbol_count(); });

  std::vector<EntryId> candidates;
  while (lists.front().Next()) {
    if (lists.front().posting().field == Field::kSymbol) candidates.push_back(lists.front().posting().entry);
  }
  for (std::size_t i = 1; i < lists.size() && candidates.size() > 1; ++i) KeepListed(candidates, lists[i]);
  const std::string folded = FoldName(symbol);
  std::erase_if(candidates, [this, &folded](EntryId id) { return !HasName(id, folded); });
  return candidates;
}

// Facilities.

std::string IndexReader::facility_name(Space space, std::uint16_t facility) const {
  const std::uint32_t key = static_cast<std::uint32_t>(space) << 16 | facility;
  for (std::uint32_t i = 0; i < facility_keys_.size() && facility_keys_[i] <= key; ++i) {
    if (facility_keys_[i] == key) return facility_names_.TextAt(name_grammar_, i, format::kNamesPerBlock);
  }
  return {};
}

// Pages.

std::uint32_t IndexReader::page_count() const { return page_has_record_.size(); }

PageInfo IndexReader::page(PageId id) const {
  std::vector<std::string> texts = page_infos_.Texts(text_grammar_, id);
  PageInfo info = {.slug = std::move(texts[0]),
                   .title = std::move(texts[1]),
                   .summary = std::move(texts[2]),
                   .family = std::move(texts[3]),
                   .family_title = std::move(texts[4]),
                   .level = std::move(texts[5]),
                   .updated = std::move(texts[6]),
                   .where = std::move(texts[7]),
                   .has_record = page_has_record_[id] != 0,
                   .codes = page_codes(id)};
  return info;
}

std::vector<EntryId> IndexReader::page_codes(PageId id) const {
  std::vector<EntryId> codes;
  for (std::uint32_t i = page_code_begins_[id]; i < page_code_begins_[id + 1]; ++i) codes.push_back(page_codes_[i]);
  return codes;
}

bool IndexReader::has_texts() const { return has_texts_; }

std::vector<Section> IndexReader::sections(PageId id) const {
  const PageSections read = ReadSections(id);
  std::vector<Section> sections;
  sections.reserve(read.views.size());
  for (const PageSections::View& view : read.views)
    sections.push_back({std::string(view.key), std::string(view.heading), std::string(view.markdown)});
  return sections;
}

PageSections IndexReader::ReadSections(PageId id) const {
  PageSections sections;
  if (family_texts_.data() != nullptr && page_has_record_[id] == 0) {
    const Result<FamilyTexts> shared = FamilyTexts::Open(family_texts_, page_count());
    if (shared.ok()) sections.family_text = shared->Read(text_grammar_, id);
  }
  if (has_texts_) sections.text = page_texts_.Read(text_grammar_, id);
  for (std::string_view rest : {sections.family_text.view(), sections.text.view()}) {
    const auto next = [&rest] {
      const std::string_view text = rest.substr(0, rest.find('\0'));
      rest.remove_prefix(text.size() + 1);
      return text;
    };
    static_assert(format::kTextsPerSection == 3);
    while (!rest.empty()) {
      const std::string_view key = next();
      const std::string_view heading = next();
      sections.views.push_back({key, heading, next()});
    }
  }
  return sections;
}

std::vector<PageId> IndexReader::mentions(EntryId id) const {
  if (mentions_.data() == nullptr) return {};
  const Result<MentionTable> table = MentionTable::Open(mentions_);
  return table.ok() ? table->pages(id) : std::vector<PageId>();
}

// Words.

std::uint32_t IndexReader::word_count() const { return words_.size(); }
std::string IndexReader::word(WordId id) const { return words_.word(id); }
std::vector<std::string> IndexReader::words(std::span<const WordId> ascending) const { return words_.words(ascending); }

std::optional<WordId> IndexReader::FindWord(std::string_view word) const {
  const WordId id = words_.LowerBound(word);
  if (id == word_count() || words_.word(id) != word) return std::nullopt;
  return id;
}

IdRange IndexReader::FindPrefix(std::string_view prefix) const {
  IdRange range = {words_.LowerBound(prefix), word_count()};
  // The first text after all that begin with the prefix: its last byte that can be is one larger.
  std::string after(prefix);
  while (!after.empty() && after.back() == '\xFF') after.pop_back();
  if (after.empty()) return range;
  after.back() = static_cast<char>(static_cast<unsigned char>(after.back()) + 1);
  range.end = words_.LowerBound(after);
  return range;
}

PostingCursor IndexReader::posting_cursor(WordId id) const { return words_.postings(id, detail_entries_); }

std::vector<Posting> IndexReader::postings(WordId id) const {
  std::vector<Posting> postings;
  for (PostingCursor at = posting_cursor(id); at.Next();) postings.push_back(at.posting());
  return postings;
}

}  // namespace errlookup
