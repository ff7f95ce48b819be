// The part of IndexReader::Open that looks at every byte: what Trust::kVerify adds to the structure.
#include <algorithm>
#include <string>
#include <vector>

#include "lookup/base/utf8.h"
#include "lookup/index/family_texts.h"
#include "lookup/index/format.h"
#include "lookup/index/index_reader.h"
#include "lookup/index/mention_table.h"
#include "lookup/index/rules.h"

namespace errlookup {
namespace {

using format::SectionId;

// A grammar that is known to be sound, and what its lists may still expand to.
class ListVerifier {
 public:
  ListVerifier(const Grammar& grammar, std::vector<std::uint32_t> lengths, std::uint64_t& bytes_left)
      : grammar_(grammar), lengths_(std::move(lengths)), bytes_left_(bytes_left) {}

  Result<std::vector<std::uint32_t>> Counts(const TextList& list, SectionId id) const {
    return list.Verify(grammar_, {.symbol_lengths = lengths_, .bytes_left = bytes_left_}, id);
  }

  // For a list that has "texts_per_block" texts in each block but the last.
  Status Fixed(const TextList& list, std::uint32_t text_count, std::uint32_t texts_per_block, SectionId id) const {
    const Result<std::vector<std::uint32_t>> counts = Counts(list, id);
    if (!counts.ok()) return counts.error();
    return VerifyTextCounts(*counts, text_count, texts_per_block, id);
  }

 private:
  const Grammar& grammar_;
  std::vector<std::uint32_t> lengths_;
  std::uint64_t& bytes_left_;
};

bool Ascends(const PackedArray& numbers) {
  for (std::uint32_t i = 1; i < numbers.size(); ++i) {
    if (numbers[i] <= numbers[i - 1]) return false;
  }
  return true;
}

}  // namespace

// Each step relies on those before it: an accessor is called only on what has been verified.
Status IndexReader::Verify(std::size_t file_length) const {
  if (!IsValidUtf8(base_url_) || !IsValidUtf8(data_version_)) return Broken(Rule::kUtf8, SectionId::kMeta);

  Result<std::vector<std::uint32_t>> name_lengths = name_grammar_.Verify(SectionId::kNameGrammar);
  if (!name_lengths.ok()) return name_lengths.error();
  Result<std::vector<std::uint32_t>> text_lengths = text_grammar_.Verify(SectionId::kTextGrammar);
  if (!text_lengths.ok()) return text_lengths.error();
  std::uint64_t bytes_left = std::uint64_t{file_length} * format::kMaxExpansion;
  const ListVerifier names(name_grammar_, std::move(*name_lengths), bytes_left);
  const ListVerifier texts(text_grammar_, std::move(*text_lengths), bytes_left);

  const auto verify_lists = [&]() -> Status {
    if (Status s = names.Fixed(headers_, header_count_, format::kNamesPerBlock, SectionId::kHeaders); !s.ok()) return s;
    if (Status s = names.Fixed(symbols_, entry_count(), format::kSymbolsPerBlock, SectionId::kSymbols); !s.ok()) {
      return s;
    }
    if (Status s = names.Fixed(facility_names_, facility_keys_.size(), format::kNamesPerBlock, SectionId::kFacilities);
        !s.ok()) {
      return s;
    }
    if (Status s = texts.Fixed(detail_texts_, detail_entries_.size() * 2, format::kDetailsPerBlock * 2,
                               SectionId::kDetails);
        !s.ok()) {
      return s;
    }
    return texts.Fixed(page_infos_, page_count() * format::kTextsPerPage, format::kTextsPerPage, SectionId::kPages);
  };
  if (Status s = verify_lists(); !s.ok()) return s;

  if (has_texts_) {
    const Result<std::vector<std::uint32_t>> counts = texts.Counts(page_texts_, SectionId::kPageTexts);
    if (!counts.ok()) return counts.error();
    for (const std::uint32_t count : *counts) {
      if (count % format::kTextsPerSection != 0) return Broken(Rule::kTexts, SectionId::kPageTexts);
    }
  }

  if (family_texts_.data() != nullptr) {
    const Result<FamilyTexts> shared = FamilyTexts::Open(family_texts_, page_count());
    if (!shared.ok()) return shared.error();
    const Result<std::vector<std::uint32_t>> counts = texts.Counts(shared->texts(), SectionId::kFamilyTexts);
    if (!counts.ok()) return counts.error();
    if (Status s = shared->Verify(*counts); !s.ok()) return s;
  }

  if (Status s = entries_.Verify(header_count_); !s.ok()) return s;
  if (Status s = VerifyDetails(); !s.ok()) return s;
  if (Status s = VerifyPages(); !s.ok()) return s;
  if (Status s = VerifyFacilities(); !s.ok()) return s;
  if (Status s = VerifyMentions(); !s.ok()) return s;
  return words_.Verify(entry_count(), detail_entries_.size(), bytes_left);
}

Status IndexReader::VerifyDetails() const {
  const Error broken = Broken(Rule::kDetail, SectionId::kDetails);
  if (!Ascends(detail_entries_)) return broken;
  std::uint32_t next = 0;
  for (EntryId id = 0; id < entry_count(); ++id) {
    if (!entries_.row(id).has_detail) continue;
    if (next == detail_entries_.size() || detail_entries_[next] != id) return broken;
    if (detail_pages_[next] > page_count()) return broken;
    ++next;
  }
  return next == detail_entries_.size() ? Done() : Status(broken);
}

// The codes of the pages and the pages of the details say the same.
Status IndexReader::VerifyPages() const {
  const Error broken = Broken(Rule::kPageCodes, SectionId::kPages);
  if (page_code_begins_[0] != 0 || !Ascends(page_code_begins_)) return broken;
  if (page_code_begins_[page_count()] != page_codes_.size()) return broken;
  std::vector<bool> is_named(detail_entries_.size());
  for (PageId page = 0; page < page_count(); ++page) {
    for (std::uint32_t i = page_code_begins_[page]; i < page_code_begins_[page + 1]; ++i) {
      const std::optional<std::uint32_t> detail = FindDetail(page_codes_[i]);
      if (!detail || detail_pages_[*detail] != page + 1 || is_named[*detail]) return broken;
      is_named[*detail] = true;
    }
  }
  for (std::uint32_t detail = 0; detail < detail_entries_.size(); ++detail) {
    if (is_named[detail] != (detail_pages_[detail] != 0)) return broken;
  }
  return Done();
}

Status IndexReader::VerifyFacilities() const {
  const bool has_spaces = facility_keys_.size() == 0 || facility_keys_[facility_keys_.size() - 1] >> 16 < kSpaceCount;
  return Ascends(facility_keys_) && has_spaces ? Done()
                                               : Status(Broken(Rule::kFacilityOrder, SectionId::kFacilities));
}

Status IndexReader::VerifyMentions() const {
  if (mentions_.data() == nullptr) return Done();
  const Result<MentionTable> table = MentionTable::Open(mentions_);
  return table.ok() ? table->Verify(entry_count(), page_count()) : Status(table.error());
}

}  // namespace errlookup
