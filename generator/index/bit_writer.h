// Writes numbers that are not whole bytes, in the two ways of the index format.
#ifndef GENERATOR_INDEX_BIT_WRITER_H_
#define GENERATOR_INDEX_BIT_WRITER_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "lookup/base/coding.h"
#include "lookup/index/format.h"
#include "lookup/index/packed_array.h"

namespace errlookup {

inline void PutPadding(std::vector<std::byte>& out) { out.insert(out.end(), format::kPadding, std::byte{0}); }

// A packed array (lookup/index/packed_array.h): width byte, elements, padding. Every number fits "width" bits.
inline void PutPacked(std::vector<std::byte>& out, const std::vector<std::uint32_t>& numbers, unsigned width) {
  PutU8(out, static_cast<std::uint8_t>(width));
  std::uint64_t waiting = 0;
  unsigned waiting_bits = 0;
  for (const std::uint32_t number : numbers) {
    waiting |= std::uint64_t{number} << waiting_bits;
    for (waiting_bits += width; waiting_bits >= 8; waiting_bits -= 8, waiting >>= 8) {
      PutU8(out, static_cast<std::uint8_t>(waiting));
    }
  }
  if (waiting_bits > 0) PutU8(out, static_cast<std::uint8_t>(waiting));
  PutPadding(out);
}

// The same with the smallest width.
inline void PutPacked(std::vector<std::byte>& out, const std::vector<std::uint32_t>& numbers) {
  const std::uint32_t largest = numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  PutPacked(out, numbers, PackedArray::WidthFor(largest));
}

// A stream of code words, first bit highest.
class BitStream {
 public:
  std::uint64_t size_in_bits() const { return bytes_.size() * 8 + waiting_bits_; }

  // "length" is at most 32.
  void Put(std::uint32_t code, unsigned length) {
    waiting_ = waiting_ << length | code;
    for (waiting_bits_ += length; waiting_bits_ >= 8; waiting_bits_ -= 8) {
      PutU8(bytes_, static_cast<std::uint8_t>(waiting_ >> (waiting_bits_ - 8)));
    }
  }

  // The codes of lookup/index/bit_reader.h; "number" is at least 1.
  void PutGamma(std::uint32_t number) {
    const auto length = static_cast<unsigned>(std::bit_width(number));
    Put(0, length - 1);
    Put(number, length);
  }
  void PutDelta(std::uint32_t number) {
    const auto length = static_cast<unsigned>(std::bit_width(number));
    PutGamma(length);
    Put(number & ~(1u << (length - 1)), length - 1);
  }

  void Append(const BitStream& other) {
    for (const std::byte byte : other.bytes_) Put(static_cast<std::uint8_t>(byte), 8);
    Put(static_cast<std::uint32_t>(other.waiting_ & ((1u << other.waiting_bits_) - 1)), other.waiting_bits_);
  }

  // The bytes, the last one filled up with zero bits, and the padding. The stream is used up.
  std::vector<std::byte> Take() {
    if (waiting_bits_ > 0) Put(0, 8 - waiting_bits_);
    PutPadding(bytes_);
    return std::move(bytes_);
  }

 private:
  std::vector<std::byte> bytes_;
  std::uint64_t waiting_ = 0;  // only the lowest waiting_bits_ count
  unsigned waiting_bits_ = 0;
};

}  // namespace errlookup

#endif  // GENERATOR_INDEX_BIT_WRITER_H_
