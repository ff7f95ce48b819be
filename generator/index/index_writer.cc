// FORMAT.md section by section. A writer cannot fail half way: what cannot be written is found first.
#include "generator/index/index_writer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "generator/index/bit_writer.h"
#include "generator/index/entry_order.h"
#include "generator/index/grammar_coder.h"
#include "generator/index/vocabulary.h"
#include "lookup/base/coding.h"
#include "lookup/base/crc32.h"
#include "lookup/base/utf8.h"
#include "lookup/index/format.h"

namespace errlookup {
namespace {

using format::SectionId;
using Bytes8 = std::vector<std::byte>;

void Append(Bytes8& out, const Bytes8& more) { out.insert(out.end(), more.begin(), more.end()); }

// Makes the blocks of a list in which each but the last has the same number of texts.
class BlockMaker {
 public:
  explicit BlockMaker(std::uint32_t texts_per_block) : texts_per_block_(texts_per_block) {}

  void Add(std::string_view text) {
    if (count_++ % texts_per_block_ == 0) blocks_.emplace_back();
    blocks_.back() += text;
    blocks_.back() += '\0';
  }
  TextBlocks Take() { return std::move(blocks_); }

 private:
  std::uint32_t texts_per_block_;
  std::uint32_t count_ = 0;
  TextBlocks blocks_;
};

// What can be wrong with the input, whoever made it.

Status CheckText(std::string_view text, std::string_view what) {
  if (text.find('\0') == std::string_view::npos && IsValidUtf8(text)) return Done();
  return Fail(ErrorCode::kInvalidArgument,
              "cannot write the index: " + std::string(what) + " is not UTF-8 text without zero bytes; mend it");
}

Status CheckEntry(const EntryInput& entry, std::size_t page_count) {
  const std::string what = "the entry \"" + ReplaceInvalidUtf8(entry.symbol) + "\"";
  for (const std::string_view text : {entry.symbol, entry.header, entry.message}) {
    if (Status status = CheckText(text, what); !status.ok()) return status;
  }
  for (const std::string& alias : entry.aliases) {
    if (Status status = CheckText(alias, what); !status.ok()) return status;
    if (alias.empty() || alias.find(' ') != std::string::npos) {
      return Fail(ErrorCode::kInvalidArgument,
                  "cannot write the index: an older name of " + what + " is empty or has a space; mend it");
    }
  }
  if (entry.page && *entry.page >= page_count) {
    return Fail(ErrorCode::kInvalidArgument, "cannot write the index: " + what + " belongs to a page that is not there");
  }
  return Done();
}

Status CheckSections(const std::vector<Section>& sections, std::string_view what) {
  for (const Section& section : sections) {
    for (const std::string* text : {&section.key, &section.heading, &section.markdown}) {
      if (Status status = CheckText(*text, what); !status.ok()) return status;
    }
  }
  return Done();
}

Status CheckPage(const PageInput& page) {
  const std::string what = "the page \"" + ReplaceInvalidUtf8(page.slug) + "\"";
  for (const std::string* text : {&page.slug, &page.title, &page.summary, &page.family, &page.family_title, &page.level,
                                  &page.updated, &page.where}) {
    if (Status status = CheckText(*text, what); !status.ok()) return status;
  }
  return CheckSections(page.sections, what);
}

Status CheckInput(const IndexInput& input) {
  const std::size_t largest = std::max({input.entries.size(), input.pages.size(), input.facilities.size()});
  if (largest > format::kMaxCount) {
    return Fail(ErrorCode::kLimit, "cannot write the index: more than 1,048,576 entries, pages or facilities");
  }
  std::vector<bool> has_code(input.pages.size());
  for (const EntryInput& entry : input.entries) {
    if (Status status = CheckEntry(entry, input.pages.size()); !status.ok()) return status;
    if (entry.page) has_code[*entry.page] = true;
  }
  for (std::size_t i = 0; i < input.pages.size(); ++i) {
    if (Status status = CheckPage(input.pages[i]); !status.ok()) return status;
    if (!has_code[i]) {
      return Fail(ErrorCode::kInvalidArgument,
                  "cannot write the index: no code belongs to the page \"" + input.pages[i].slug + "\"");
    }
  }
  for (const FamilyText& text : input.family_texts) {
    if (Status status = CheckSections(text.sections, "the text of a family"); !status.ok()) return status;
  }
  for (const MentionInput& mention : input.mentions) {
    if (mention.page >= input.pages.size())
      return Fail(ErrorCode::kInvalidArgument, "cannot write the index: a code is mentioned on a page that is not there");
  }
  for (const FacilityInput& facility : input.facilities) {
    if (Status status = CheckText(facility.name, "a facility"); !status.ok()) return status;
  }
  if (Status status = CheckText(input.base_url, "the address of the site"); !status.ok()) return status;
  return CheckText(input.data_version, "the version of the data");
}

// Makes the sections from input that has been checked.
class Writer {
 public:
  Writer(const IndexInput& input, IndexProfile profile)
      : input_(input), profile_(profile), order_(EntryOrder(input.entries)), codes_(CodesOfPages(input, order_)) {
    for (const EntryInput& entry : input_.entries) header_ids_.emplace(entry.header, std::uint16_t{0});
    std::uint16_t next = 0;
    for (auto& [header, id] : header_ids_) id = next++;
    for (EntryId id = 0; id < order_.size(); ++id) {
      const EntryInput& e = entry(id);
      if (HasDetail(e)) details_.push_back(id);
    }
  }

  Result<Bytes8> Write() {
    const Result<CodedTexts> names = CodeTexts({HeaderBlocks(), SymbolBlocks(), FacilityBlocks()});
    if (!names.ok()) return names.error();
    std::vector<TextBlocks> text_lists = {DetailBlocks(), PageBlocks()};
    const bool is_full = profile_ == IndexProfile::kFull;
    if (is_full) text_lists.push_back(PageTextBlocks());
    const std::map<std::string, std::uint32_t> family_texts = ShownFamilyTexts();
    if (!family_texts.empty()) text_lists.push_back(FamilyTextBlocks(family_texts));
    const Result<CodedTexts> texts = CodeTexts(text_lists);
    if (!texts.ok()) return texts.error();
    const Result<Vocabulary::Sections> words = Words();
    if (!words.ok()) return words.error();

    sections_[SectionId::kMeta] = Meta();
    sections_[SectionId::kNameGrammar] = names->grammar;
    sections_[SectionId::kEntries] = Entries();
    sections_[SectionId::kHeaders] = WithCount(header_ids_.size(), names->lists[0]);
    sections_[SectionId::kSymbols] = names->lists[1];
    sections_[SectionId::kFacilities] = Facilities(names->lists[2]);
    sections_[SectionId::kTextGrammar] = texts->grammar;
    sections_[SectionId::kDetails] = Details(texts->lists[0]);
    sections_[SectionId::kPages] = Pages(texts->lists[1]);
    if (is_full) sections_[SectionId::kPageTexts] = texts->lists[2];
    sections_[SectionId::kWordGrammar] = words->grammar;
    sections_[SectionId::kWords] = words->words;
    sections_[SectionId::kLetterMasks] = words->letter_masks;
    sections_[SectionId::kPostings] = words->postings;
    if (!family_texts.empty()) sections_[SectionId::kFamilyTexts] = FamilyTexts(family_texts, texts->lists[3]);
    if (is_full && !input_.mentions.empty()) PutMentions();
    return Assemble();
  }

 private:
  const EntryInput& entry(EntryId id) const { return input_.entries[order_[id]]; }

  static bool HasDetail(const EntryInput& e) { return e.page || !e.message.empty() || !e.aliases.empty(); }

  static Bytes8 WithCount(std::size_t count, const Bytes8& rest) {
    Bytes8 out;
    PutU32(out, static_cast<std::uint32_t>(count));
    Append(out, rest);
    return out;
  }

  Bytes8 Meta() const {
    Bytes8 out;
    for (const std::string* text : {&input_.base_url, &input_.data_version}) {
      PutVarint(out, text->size());
      PutText(out, *text);
    }
    return out;
  }

  // Entries and their names.

  using Class = std::tuple<std::uint8_t, std::uint8_t, std::uint16_t>;  // space, flags, header

  Class ClassOf(const EntryInput& e) const {
    const int flags = (e.is_range_marker ? format::kRangeMarkerFlag : 0) | (HasDetail(e) ? format::kDetailFlag : 0);
    return {static_cast<std::uint8_t>(e.space), static_cast<std::uint8_t>(flags), header_ids_.at(e.header)};
  }

  // The most frequent classes get the smallest numbers, which take one byte in a row.
  std::vector<Class> Classes() const {
    std::map<Class, std::size_t> counts;
    for (const EntryInput& e : input_.entries) ++counts[ClassOf(e)];
    std::vector<Class> classes;
    for (const auto& [c, count] : counts) classes.push_back(c);
    std::stable_sort(classes.begin(), classes.end(),
                     [&counts](const Class& a, const Class& b) { return counts.at(a) > counts.at(b); });
    return classes;
  }

  // Whether an entry is one larger than the one before it, and of the same class.
  bool IsNextOfRun(EntryId id) const {
    return entry(id).value == std::uint64_t{entry(id - 1).value} + 1 && ClassOf(entry(id)) == ClassOf(entry(id - 1));
  }

  Bytes8 Entries() const {
    const std::vector<Class> classes = Classes();
    std::map<Class, std::uint32_t> class_ids;
    for (std::uint32_t i = 0; i < classes.size(); ++i) class_ids[classes[i]] = i;

    Bytes8 rows;
    std::vector<std::uint32_t> firsts, offsets = {0};
    const auto put_row = [&rows](std::uint64_t number, std::uint32_t kind) {
      PutVarint(rows, number << format::kRowKindBits | kind);
    };
    for (EntryId begin = 0; begin < order_.size(); begin += format::kEntriesPerBlock) {
      const auto end = static_cast<EntryId>(std::min<std::size_t>(order_.size(), begin + format::kEntriesPerBlock));
      firsts.push_back(entry(begin).value);
      put_row(0, format::kOtherClassRow);
      PutVarint(rows, class_ids.at(ClassOf(entry(begin))));
      for (EntryId id = begin + 1; id < end;) {
        EntryId run_end = id;
        while (run_end < end && IsNextOfRun(run_end)) ++run_end;
        if (run_end > id) {
          put_row(run_end - id, format::kRunRow);
          id = run_end;
          continue;
        }
        const Class c = ClassOf(entry(id));
        const std::uint64_t difference = entry(id).value - entry(id - 1).value;
        if (c == ClassOf(entry(id - 1))) {
          put_row(difference, format::kSameClassRow);
        } else {
          put_row(difference, format::kOtherClassRow);
          PutVarint(rows, class_ids.at(c));
        }
        ++id;
      }
      offsets.push_back(static_cast<std::uint32_t>(rows.size()));
    }

    Bytes8 out;
    PutU32(out, static_cast<std::uint32_t>(order_.size()));
    PutU16(out, static_cast<std::uint16_t>(classes.size()));
    for (const auto& [space, flags, header] : classes) {
      PutU8(out, space);
      PutU8(out, flags);
      PutU16(out, header);
    }
    PutPacked(out, firsts);
    PutPacked(out, offsets);
    Append(out, rows);
    return out;
  }

  TextBlocks HeaderBlocks() const {
    BlockMaker blocks(format::kNamesPerBlock);
    for (const auto& [header, id] : header_ids_) blocks.Add(header);
    return blocks.Take();
  }

  TextBlocks SymbolBlocks() const {
    BlockMaker blocks(format::kSymbolsPerBlock);
    for (EntryId id = 0; id < order_.size(); ++id) blocks.Add(entry(id).symbol);
    return blocks.Take();
  }

  // Facilities, one for each key; of two names of one facility the first by bytes.
  std::map<std::uint32_t, std::string> FacilityNames() const {
    std::map<std::uint32_t, std::string> names;
    for (const FacilityInput& facility : input_.facilities) {
      const std::uint32_t key = static_cast<std::uint32_t>(facility.space) << 16 | facility.value;
      const auto [at, is_new] = names.emplace(key, facility.name);
      if (!is_new) at->second = std::min(at->second, facility.name);
    }
    return names;
  }

  TextBlocks FacilityBlocks() const {
    BlockMaker blocks(format::kNamesPerBlock);
    for (const auto& [key, name] : FacilityNames()) blocks.Add(name);
    return blocks.Take();
  }

  Bytes8 Facilities(const Bytes8& list) const {
    std::vector<std::uint32_t> keys;
    for (const auto& [key, name] : FacilityNames()) keys.push_back(key);
    Bytes8 out;
    PutU32(out, static_cast<std::uint32_t>(keys.size()));
    PutPacked(out, keys);
    Append(out, list);
    return out;
  }

  // Details and pages.

  TextBlocks DetailBlocks() const {
    BlockMaker blocks(format::kDetailsPerBlock * 2);
    for (const EntryId id : details_) {
      std::string aliases;
      for (const std::string& alias : entry(id).aliases) aliases += (aliases.empty() ? "" : " ") + alias;
      blocks.Add(entry(id).message);
      blocks.Add(aliases);
    }
    return blocks.Take();
  }

  Bytes8 Details(const Bytes8& list) const {
    std::vector<std::uint32_t> pages;
    for (const EntryId id : details_) {
      const auto& page = entry(id).page;
      pages.push_back(page ? static_cast<std::uint32_t>(*page) + 1 : 0);
    }
    Bytes8 out;
    PutU32(out, static_cast<std::uint32_t>(details_.size()));
    PutPacked(out, details_);
    PutPacked(out, pages);
    Append(out, list);
    return out;
  }

  TextBlocks PageBlocks() const {
    BlockMaker blocks(format::kTextsPerPage);
    for (const PageInput& page : input_.pages) {
      for (const std::string* text : {&page.slug, &page.title, &page.summary, &page.family, &page.family_title,
                                      &page.level, &page.updated, &page.where}) {
        blocks.Add(*text);
      }
    }
    return blocks.Take();
  }

  Bytes8 Pages(const Bytes8& list) const {
    std::vector<std::uint32_t> begins = {0}, codes, has_record;
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      codes.insert(codes.end(), codes_[i].begin(), codes_[i].end());
      begins.push_back(static_cast<std::uint32_t>(codes.size()));
      has_record.push_back(input_.pages[i].has_record ? 1 : 0);
    }
    Bytes8 out;
    PutU32(out, static_cast<std::uint32_t>(codes_.size()));
    PutU32(out, static_cast<std::uint32_t>(codes.size()));
    PutPacked(out, has_record);
    PutPacked(out, begins);
    PutPacked(out, codes);
    Append(out, list);
    return out;
  }

  TextBlocks PageTextBlocks() const {
    TextBlocks blocks;
    for (const PageInput& page : input_.pages) blocks.push_back(SectionBlock(page.sections));
    return blocks;
  }

  static std::string SectionBlock(const std::vector<Section>& sections) {
    std::string block;
    for (const Section& section : sections) {
      for (const std::string* text : {&section.key, &section.heading, &section.markdown}) {
        block += *text;
        block += '\0';
      }
    }
    return block;
  }

  // The families whose text some page shows, with their numbers. Empty but for a full index.
  std::map<std::string, std::uint32_t> ShownFamilyTexts() const {
    std::map<std::string, std::uint32_t> shown;
    if (profile_ != IndexProfile::kFull) return shown;
    for (const FamilyText& text : input_.family_texts) {
      const auto shows = [&](const PageInput& page) { return page.shows_family_text && page.family == text.family; };
      if (std::any_of(input_.pages.begin(), input_.pages.end(), shows)) shown.emplace(text.family, 0);
    }
    std::uint32_t next = 0;
    for (auto& [family, number] : shown) number = next++;
    return shown;
  }

  TextBlocks FamilyTextBlocks(const std::map<std::string, std::uint32_t>& numbers) const {
    TextBlocks blocks(numbers.size());
    for (const FamilyText& text : input_.family_texts)
      if (const auto at = numbers.find(text.family); at != numbers.end()) blocks[at->second] = SectionBlock(text.sections);
    return blocks;
  }

  Bytes8 FamilyTexts(const std::map<std::string, std::uint32_t>& numbers, const Bytes8& list) const {
    std::vector<std::uint32_t> text_of_page;
    for (const PageInput& page : input_.pages) {
      const auto at = page.shows_family_text ? numbers.find(page.family) : numbers.end();
      text_of_page.push_back(at == numbers.end() ? 0 : at->second + 1);
    }
    Bytes8 out;
    PutU32(out, static_cast<std::uint32_t>(numbers.size()));
    PutPacked(out, text_of_page);
    Append(out, list);
    return out;
  }

  // All entries of each code, so that a reader needs no look at its other names.
  void PutMentions() {
    std::map<EntryId, std::set<std::uint32_t>> pages_of_entry;
    for (const MentionInput& mention : input_.mentions) {
      const auto is_before = [&](std::size_t position, const MentionInput& wanted) {
        const EntryInput& e = input_.entries[position];
        return std::tie(e.value, e.space) < std::tie(wanted.value, wanted.space);
      };
      auto at = std::lower_bound(order_.begin(), order_.end(), mention, is_before);
      for (; at != order_.end() && input_.entries[*at].value == mention.value && input_.entries[*at].space == mention.space; ++at)
        pages_of_entry[static_cast<EntryId>(at - order_.begin())].insert(static_cast<std::uint32_t>(mention.page));
    }
    if (pages_of_entry.empty()) return;
    std::vector<std::uint32_t> entries, begins = {0}, pages;
    for (const auto& [entry, its_pages] : pages_of_entry) {
      entries.push_back(entry);
      pages.insert(pages.end(), its_pages.begin(), its_pages.end());
      begins.push_back(static_cast<std::uint32_t>(pages.size()));
    }
    Bytes8& out = sections_[SectionId::kMentions];
    PutU32(out, static_cast<std::uint32_t>(entries.size()));
    PutU32(out, static_cast<std::uint32_t>(pages.size()));
    PutPacked(out, entries);
    PutPacked(out, begins);
    PutPacked(out, pages);
  }

  // Words.

  Result<Vocabulary::Sections> Words() const {
    Vocabulary vocabulary;
    for (EntryId id = 0; id < order_.size(); ++id) {
      vocabulary.Add(entry(id).symbol, id, Field::kSymbol);
      for (const std::string& alias : entry(id).aliases) vocabulary.Add(alias, id, Field::kSymbol);
      vocabulary.Add(entry(id).message, id, Field::kMessage);
    }
    for (std::size_t i = 0; i < input_.pages.size(); ++i) AddPage(input_.pages[i], codes_[i][0], vocabulary);
    return vocabulary.Write(details_);
  }

  void AddPage(const PageInput& page, EntryId own, Vocabulary& vocabulary) const {
    vocabulary.Add(page.title, own, Field::kTitle);
    vocabulary.AddMarkdown(page.summary, own, Field::kSummary);
    for (const std::string& words : page.search_words) vocabulary.Add(words, own, Field::kSearchWords);
    for (const Section& section : page.sections) {
      if (section.key == "quick-answer") vocabulary.AddMarkdown(section.markdown, own, Field::kSummary);
    }
  }

  Result<Bytes8> Assemble() const {
    std::uint64_t size = format::kHeaderSize + sections_.size() * format::kSectionRowSize;
    for (const auto& [id, bytes] : sections_) size += bytes.size();
    if (size > 0xFFFF'FFFF) return Fail(ErrorCode::kLimit, "cannot write the index: it is larger than 4 GiB");

    Bytes8 out;
    PutText(out, format::kMagic);
    PutU16(out, format::kMajorVersion);
    PutU16(out, format::kMinorVersion);
    PutU32(out, 0);  // checksum
    PutU32(out, static_cast<std::uint32_t>(size));
    PutU32(out, static_cast<std::uint32_t>(sections_.size()));
    std::size_t offset = format::kHeaderSize + sections_.size() * format::kSectionRowSize;
    for (const auto& [id, bytes] : sections_) {
      PutU16(out, static_cast<std::uint16_t>(id));
      PutU16(out, format::MayBeMissing(id) ? std::uint16_t{0} : format::kRequiredFlag);
      PutU32(out, static_cast<std::uint32_t>(offset));
      PutU32(out, static_cast<std::uint32_t>(bytes.size()));
      offset += bytes.size();
    }
    for (const auto& [id, bytes] : sections_) Append(out, bytes);

    const Bytes file(out);
    const std::uint32_t begin = Crc32(file.first(format::kChecksumAt));
    const std::uint32_t checksum = Crc32(file.subspan(format::kChecksumAt + 4), begin);
    for (std::size_t i = 0; i < 4; ++i) out[format::kChecksumAt + i] = static_cast<std::byte>(checksum >> (8 * i));
    return out;
  }

  const IndexInput& input_;
  const IndexProfile profile_;
  const std::vector<std::size_t> order_;             // position in the input of each entry
  const std::vector<std::vector<EntryId>> codes_;    // of each page, its own first
  std::map<std::string, std::uint16_t> header_ids_;  // in the order of the headers
  std::vector<std::uint32_t> details_;               // entries that have one
  std::map<SectionId, Bytes8> sections_;
};

}  // namespace

Result<std::vector<std::byte>> WriteIndex(const IndexInput& input, IndexProfile profile) {
  if (const Status status = CheckInput(input); !status.ok()) return status.error();
  Result<std::vector<std::byte>> image = Writer(input, profile).Write();
  if (!image.ok()) return image;
  // The bounds of FORMAT.md that depend on how well texts compress are easiest asked of the reader.
  if (const Result<IndexReader> reader = IndexReader::Open(*image); !reader.ok()) {
    return Fail(ErrorCode::kLimit, "cannot write the index: " + reader.error().message);
  }
  return image;
}

}  // namespace errlookup
