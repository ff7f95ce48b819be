#include "lookup/index/entry_table.h"

#include "lookup/index/format.h"
#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

using format::kEntriesPerBlock;

// A row is a varint whose lowest two bits say of what kind it is: a difference to the value before, the same
// followed by a class, or a number of entries that are each one larger than the one before. A block begins
// with a difference of 0 and a class.
class EntryTable::Cursor {
 public:
  Cursor(const EntryTable& table, std::uint32_t block)
      : bytes_(table.rows_.subspan(table.offsets_[block], table.offsets_[block + 1] - table.offsets_[block])),
        value_(table.first_[block]) {}

  // Moves to the next entry, the first at first. False if the bytes are not those of a row.
  bool Next() {
    if (run_ > 0) {
      --run_;
      ++value_;
      return true;
    }
    const std::optional<std::uint64_t> code = bytes_.ReadVarint();
    if (!code) return false;
    const std::uint64_t number = *code >> format::kRowKindBits;
    switch (*code & ((1u << format::kRowKindBits) - 1)) {
      case format::kSameClassRow:
        value_ += number;
        return true;
      case format::kOtherClassRow: {
        value_ += number;
        const std::optional<std::uint64_t> class_index = bytes_.ReadVarint();
        class_index_ = class_index.value_or(0);
        return class_index.has_value();
      }
      case format::kRunRow:
        if (number == 0) return false;
        run_ = number - 1;
        ++value_;
        return true;
      default:
        return false;
    }
  }

  bool at_end() const { return run_ == 0 && bytes_.empty(); }
  std::uint64_t value() const { return value_; }
  std::uint64_t class_index() const { return class_index_; }

 private:
  ByteReader bytes_;
  std::uint64_t value_;
  std::uint64_t class_index_ = format::kMaxCount;
  std::uint64_t run_ = 0;
};

Result<EntryTable> EntryTable::Open(Bytes section) {
  SectionReader reader(section, format::SectionId::kEntries);
  EntryTable table;
  table.size_ = reader.ReadCount();
  table.class_count_ = reader.ReadU16();
  table.classes_ = reader.ReadBytes(table.class_count_ * format::kClassSize);
  const std::uint32_t block_count = (table.size_ + kEntriesPerBlock - 1) / kEntriesPerBlock;
  table.first_ = reader.ReadPacked(block_count);
  table.offsets_ = reader.ReadPacked(block_count + 1);
  table.rows_ = reader.ReadBytes(reader.rest_size());
  if (reader.ok() && table.offsets_[block_count] != table.rows_.size()) reader.Reject(Rule::kOffsets);
  if (const Status status = reader.Finish(); !status.ok()) return status.error();
  return table;
}

Status EntryTable::Verify(std::uint32_t header_count) const {
  constexpr auto kId = format::SectionId::kEntries;
  for (std::uint32_t i = 0; i < class_count_; ++i) {
    const std::size_t at = i * format::kClassSize;
    if (GetU8(classes_, at) >= kSpaceCount || GetU8(classes_, at + 1) > (format::kRangeMarkerFlag | format::kDetailFlag) ||
        GetU16(classes_, at + 2) >= header_count) {
      return Broken(Rule::kClass, kId);
    }
  }
  const std::uint32_t block_count = first_.size();
  if (offsets_[0] != 0) return Broken(Rule::kOffsets, kId);
  std::uint64_t previous_value = 0;
  Space previous_space = Space::kWin32;
  for (std::uint32_t block = 0; block < block_count; ++block) {
    if (offsets_[block + 1] < offsets_[block] || offsets_[block + 1] > rows_.size()) {
      return Broken(Rule::kOffsets, kId);
    }
    Cursor cursor(*this, block);
    const std::uint32_t first = block * kEntriesPerBlock;
    for (std::uint32_t i = first; i < size_ && i < first + kEntriesPerBlock; ++i) {
      if (!cursor.Next()) return Broken(Rule::kSectionSize, kId);
      if (cursor.class_index() >= class_count_) return Broken(Rule::kClass, kId);
      if (cursor.value() > 0xFFFF'FFFF || (i == first && cursor.value() != first_[block])) {
        return Broken(Rule::kEntryOrder, kId);
      }
      const Row now = MakeRow(static_cast<std::uint32_t>(cursor.value()), static_cast<std::uint32_t>(cursor.class_index()));
      if (now.value < previous_value || (now.value == previous_value && now.space < previous_space)) {
        return Broken(Rule::kEntryOrder, kId);
      }
      previous_value = now.value;
      previous_space = now.space;
    }
    if (!cursor.at_end()) return Broken(Rule::kSectionSize, kId);
  }
  return Done();
}

EntryTable::Row EntryTable::MakeRow(std::uint32_t value, std::uint32_t class_index) const {
  const std::size_t at = class_index * format::kClassSize;
  const std::uint8_t flags = GetU8(classes_, at + 1);
  return {.value = value,
          .space = static_cast<Space>(GetU8(classes_, at)),
          .is_range_marker = (flags & format::kRangeMarkerFlag) != 0,
          .has_detail = (flags & format::kDetailFlag) != 0,
          .header = GetU16(classes_, at + 2)};
}

EntryTable::Row EntryTable::row(std::uint32_t index) const {
  assert(index < size_);
  Cursor cursor(*this, index / kEntriesPerBlock);
  for (std::uint32_t i = 0; i <= index % kEntriesPerBlock; ++i) cursor.Next();
  return MakeRow(static_cast<std::uint32_t>(cursor.value()), static_cast<std::uint32_t>(cursor.class_index()));
}

std::uint32_t EntryTable::LowerBound(std::uint32_t value) const {
  // The last block that begins below "value" holds the answer, or ends just before it.
  std::uint32_t begin = 0;
  std::uint32_t end = first_.size();
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (first_[middle] < value) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == 0) return 0;
  Cursor cursor(*this, begin - 1);
  std::uint32_t index = (begin - 1) * kEntriesPerBlock;
  while (!cursor.at_end()) {
    cursor.Next();
    if (cursor.value() >= value) return index;
    ++index;
  }
  return index;
}

}  // namespace errlookup
