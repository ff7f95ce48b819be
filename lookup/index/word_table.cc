#include "lookup/index/word_table.h"

#include <algorithm>

#include "lookup/index/format.h"
#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

using format::kWordsPerBlock;

// A row: high four bits, how many bytes are shared with the word before; low four bits, how many follow (15:
// 15 plus the next byte); those bytes; a varint, the length of the postings and lowest bit "with fields"; the
// postings.
class WordTable::Cursor {
 public:
  explicit Cursor(Bytes block) : bytes_(block) {}

  // False if the bytes are not those of a row.
  bool Next() {
    const std::optional<std::uint8_t> lengths = bytes_.ReadU8();
    if (!lengths) return false;
    const std::size_t shared = *lengths >> 4;
    std::size_t suffix_length = *lengths & 15;
    if (suffix_length == format::kLongSuffix) suffix_length += bytes_.ReadU8().value_or(0);
    const std::optional<Bytes> suffix = bytes_.ReadBytes(suffix_length);
    if (!suffix || shared > word_.size()) return false;
    word_.resize(shared);
    word_ += AsText(*suffix);
    const std::optional<std::uint64_t> code = bytes_.ReadVarint();
    if (!code) return false;
    has_fields_ = (*code & 1) != 0;
    const std::optional<Bytes> postings = bytes_.ReadBytes(static_cast<std::size_t>(*code >> 1));
    if (!postings) return false;
    postings_ = *postings;
    return true;
  }

  bool at_end() const { return bytes_.empty(); }
  const std::string& word() const { return word_; }
  PostingCursor postings() const { return {postings_, has_fields_}; }

 private:
  ByteReader bytes_;
  std::string word_;
  Bytes postings_;
  bool has_fields_ = false;
};

Result<WordTable> WordTable::Open(Bytes words, Bytes letter_masks) {
  WordTable table;
  SectionReader reader(words, format::SectionId::kWords);
  table.size_ = reader.ReadCount();
  const std::uint32_t block_count = (table.size_ + kWordsPerBlock - 1) / kWordsPerBlock;
  table.offsets_ = reader.ReadPacked(block_count + 1);
  table.rows_ = reader.ReadBytes(reader.rest_size());
  if (reader.ok() && table.offsets_[block_count] != table.rows_.size()) reader.Reject(Rule::kOffsets);
  if (const Status status = reader.Finish(); !status.ok()) return status.error();

  SectionReader mask_reader(letter_masks, format::SectionId::kLetterMasks);
  table.masks_ = mask_reader.ReadPacked(table.size_);
  if (const Status status = mask_reader.Finish(); !status.ok()) return status.error();
  return table;
}

Status WordTable::Verify(std::uint32_t entry_count) const {
  constexpr auto kId = format::SectionId::kWords;
  if (offsets_[0] != 0) return Broken(Rule::kOffsets, kId);
  std::string previous;
  for (std::uint32_t block = 0; block + 1 < offsets_.size(); ++block) {
    if (offsets_[block + 1] < offsets_[block] || offsets_[block + 1] > rows_.size()) {
      return Broken(Rule::kOffsets, kId);
    }
    Cursor cursor(rows_.subspan(offsets_[block], offsets_[block + 1] - offsets_[block]));
    const std::uint32_t first = block * kWordsPerBlock;
    for (std::uint32_t i = first; i < size_ && i < first + kWordsPerBlock; ++i) {
      if (!cursor.Next()) return Broken(Rule::kSectionSize, kId);
      if (cursor.word() <= previous || cursor.word().size() > format::kMaxWordLength) {
        return Broken(Rule::kWordOrder, kId);
      }
      previous = cursor.word();
      if (masks_[i] != LetterMask(previous)) return Broken(Rule::kLetterMask, format::SectionId::kLetterMasks);

      PostingCursor at = cursor.postings();
      bool is_first = true;
      std::uint64_t last_entry = 0;
      std::uint8_t last_field = 0;
      while (at.Next()) {
        const bool ascends = is_first || at.entry_ > last_entry || at.field_ > last_field;
        if (!ascends || at.entry_ >= entry_count || at.field_ >= kFieldCount) return Broken(Rule::kPosting, kId);
        is_first = false;
        last_entry = at.entry_;
        last_field = at.field_;
      }
      if (is_first || at.is_damaged_) return Broken(Rule::kPosting, kId);
    }
    if (!cursor.at_end()) return Broken(Rule::kSectionSize, kId);
  }
  return Done();
}

WordTable::Cursor WordTable::CursorAt(std::uint32_t index) const {
  assert(index < size_);
  const std::uint32_t block = index / kWordsPerBlock;
  Cursor cursor(rows_.subspan(offsets_[block], offsets_[block + 1] - offsets_[block]));
  for (std::uint32_t i = 0; i <= index % kWordsPerBlock; ++i) cursor.Next();
  return cursor;
}

std::string WordTable::word(std::uint32_t index) const { return CursorAt(index).word(); }

PostingCursor WordTable::postings(std::uint32_t index) const { return CursorAt(index).postings(); }

std::string WordTable::FirstWord(std::uint32_t block) const { return CursorAt(block * kWordsPerBlock).word(); }

std::uint32_t WordTable::LowerBound(std::string_view text) const {
  std::uint32_t begin = 0;
  std::uint32_t end = offsets_.size() - 1;
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (FirstWord(middle) < text) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == 0) return 0;
  const std::uint32_t block = begin - 1;
  Cursor cursor(rows_.subspan(offsets_[block], offsets_[block + 1] - offsets_[block]));
  std::uint32_t index = block * kWordsPerBlock;
  while (!cursor.at_end()) {
    cursor.Next();
    if (cursor.word() >= text) return index;
    ++index;
  }
  return index;
}

std::uint32_t LetterMask(std::string_view word) {
  std::uint32_t mask = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') {
      mask |= 1u << (c - 'a');
    } else if (c >= '0' && c <= '9') {
      mask |= 1u << (26 + (c - '0') / 2);
    } else {
      mask |= 1u << 31;
    }
  }
  return mask;
}

}  // namespace errlookup
