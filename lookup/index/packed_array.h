// Unsigned numbers of equal width, packed without gaps: element i stands in bits i * width onward, low bits
// first. Followed by kPadding zero bytes, so that one element costs one load.
#ifndef LOOKUP_INDEX_PACKED_ARRAY_H_
#define LOOKUP_INDEX_PACKED_ARRAY_H_

#include <bit>
#include <cstddef>
#include <cstdint>

#include "lookup/base/coding.h"
#include "lookup/index/format.h"

namespace errlookup {

class PackedArray {
 public:
  static constexpr unsigned kMaxWidth = 32;

  PackedArray() = default;
  // "bytes" holds SizeInBytes(count, width) bytes; width is at most kMaxWidth.
  PackedArray(Bytes bytes, std::uint32_t count, unsigned width)
      : data_(bytes.data()), count_(count), width_(width), mask_((std::uint64_t{1} << width) - 1) {}

  static constexpr std::uint64_t SizeInBytes(std::uint64_t count, unsigned width) {
    return (count * width + 7) / 8 + format::kPadding;
  }
  // The width that holds every number up to "largest": 0 when all are zero.
  static constexpr unsigned WidthFor(std::uint32_t largest) { return static_cast<unsigned>(std::bit_width(largest)); }

  std::uint32_t size() const { return count_; }
  unsigned width() const { return width_; }
  std::uint32_t operator[](std::uint32_t i) const {
    assert(i < count_);
    const std::uint64_t bit = std::uint64_t{i} * width_;
    return static_cast<std::uint32_t>(LoadLittleEndian64(data_ + (bit >> 3)) >> (bit & 7) & mask_);
  }

 private:
  const std::byte* data_ = nullptr;
  std::uint32_t count_ = 0;
  unsigned width_ = 0;
  std::uint64_t mask_ = 0;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_PACKED_ARRAY_H_
