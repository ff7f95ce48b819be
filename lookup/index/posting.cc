#include "lookup/index/posting.h"

#include <bit>

#include "lookup/index/format.h"
#include "lookup/index/rules.h"

namespace errlookup {
namespace {

constexpr std::uint32_t kMessageMask = 1u << (static_cast<int>(Field::kMessage) - 1);
constexpr std::uint32_t kBeforeFirst = 0xFFFF'FFFF;  // plus a difference of 1 gives 0

// The number of entries that have the word in a name; moves "bits" to the first of them.
std::uint32_t ReadSymbolCount(BitReader& bits) {
  const std::uint32_t count = bits.ReadGamma() - 1;
  if (count >= format::kLongList) bits.Skip(format::kListLengthBits);
  return count;
}

std::uint32_t ReadMask(BitReader& bits, std::uint32_t mask_before) {
  return bits.ReadBits(1) != 0 ? mask_before : bits.ReadBits(format::kFieldMaskBits);
}

// From the beginning of the postings to the count of details.
BitReader SkipSymbols(BitReader bits) {
  const std::uint32_t count = bits.ReadGamma() - 1;
  if (count >= format::kLongList) {
    const std::uint32_t length = bits.ReadBits(format::kListLengthBits);
    bits.Skip(length);
  } else {
    for (std::uint32_t i = 0; i < count; ++i) bits.ReadDelta();
  }
  return bits;
}

}  // namespace

PostingCursor::PostingCursor(BitReader bits, const PackedArray& detail_entries)
    : detail_entries_(detail_entries),
      symbol_bits_(bits),
      symbol_entry_(kBeforeFirst),
      detail_bits_(SkipSymbols(bits)),
      detail_(kBeforeFirst),
      last_mask_(kMessageMask) {
  symbols_left_ = ReadSymbolCount(symbol_bits_);
  ReadSymbol();
  details_left_ = detail_bits_.ReadGamma() - 1;
  ReadDetail();
}

void PostingCursor::ReadSymbol() {
  has_symbol_ = symbols_left_ > 0;
  if (!has_symbol_) return;
  --symbols_left_;
  symbol_entry_ += symbol_bits_.ReadDelta();
}

void PostingCursor::ReadDetail() {
  mask_ = 0;
  if (details_left_ == 0) return;
  --details_left_;
  detail_ += detail_bits_.ReadDelta();
  detail_entry_ = detail_entries_[detail_];
  mask_ = last_mask_ = ReadMask(detail_bits_, last_mask_);
}

bool PostingCursor::Next() {
  if (has_symbol_ && (mask_ == 0 || symbol_entry_ <= detail_entry_)) {
    posting_ = {symbol_entry_, Field::kSymbol};
    ReadSymbol();
    return true;
  }
  if (mask_ == 0) return false;
  posting_ = {detail_entry_, static_cast<Field>(std::countr_zero(mask_) + 1)};
  mask_ &= mask_ - 1;
  if (mask_ == 0) ReadDetail();
  return true;
}

BitReader PostingCursor::Skip(BitReader bits) {
  bits = SkipSymbols(bits);
  const std::uint32_t count = bits.ReadGamma() - 1;
  for (std::uint32_t i = 0; i < count; ++i) {
    bits.ReadDelta();
    if (bits.ReadBits(1) == 0) bits.Skip(format::kFieldMaskBits);
  }
  return bits;
}

Result<BitReader> PostingCursor::Verify(BitReader bits, std::uint64_t end, std::uint32_t entry_count,
                                        std::uint32_t detail_count) {
  const Error broken = Broken(Rule::kPosting, format::SectionId::kPostings);
  // Each read begins before "end" and takes less than 8 bytes, so the padding makes it safe.
  const auto is_outside = [&bits, end] { return bits.position() >= end; };

  if (is_outside()) return broken;
  const std::uint32_t symbol_count = bits.ReadGamma() - 1;
  if (symbol_count > entry_count || is_outside()) return broken;
  std::uint64_t symbols_end = 0;
  if (symbol_count >= format::kLongList) {
    const std::uint32_t length = bits.ReadBits(format::kListLengthBits);
    symbols_end = bits.position() + length;
  }
  std::uint64_t entry = kBeforeFirst;
  for (std::uint32_t i = 0; i < symbol_count; ++i) {
    if (is_outside()) return broken;
    const std::uint32_t difference = bits.ReadDelta();
    entry = (i == 0 ? std::uint64_t{0} : entry + 1) + difference - 1;
    if (difference == 0 || entry >= entry_count) return broken;
  }
  if (symbols_end != 0 && symbols_end != bits.position()) return broken;

  if (is_outside()) return broken;
  const std::uint32_t details = bits.ReadGamma() - 1;
  if (details > detail_count || (symbol_count == 0 && details == 0)) return broken;
  std::uint64_t detail = 0;
  std::uint32_t mask = kMessageMask;
  for (std::uint32_t i = 0; i < details; ++i) {
    if (is_outside()) return broken;
    const std::uint32_t difference = bits.ReadDelta();
    detail = (i == 0 ? std::uint64_t{0} : detail + 1) + difference - 1;
    if (difference == 0 || detail >= detail_count || is_outside()) return broken;
    mask = ReadMask(bits, mask);
    if (mask == 0) return broken;
  }
  return bits.position() <= end ? Result<BitReader>(bits) : broken;
}

}  // namespace errlookup
