// Reads a stream of bits, first bit highest, in the codes of Elias ("Universal codeword sets", 1975):
//
//   gamma: 1 "1", 2 "010", 3 "011", 4 "00100" …   (as many zeros as bits follow the first one)
//   delta: the length of the number in gamma, then its bits after the first: 1 "1", 2 "0100", 3 "0101" …
#ifndef LOOKUP_INDEX_BIT_READER_H_
#define LOOKUP_INDEX_BIT_READER_H_

#include <bit>
#include <cstddef>
#include <cstdint>

#include "lookup/base/coding.h"

namespace errlookup {

// A read takes at most 7 bytes but may load 8 from the one in which it begins on. Whoever does not trust the
// bits asks position() before each read. 0 stands for bits that are no code word.
class BitReader {
 public:
  BitReader() = default;
  BitReader(const std::byte* data, std::uint64_t bit) : data_(data), bit_(bit) {}

  std::uint64_t position() const { return bit_; }
  void Skip(std::uint64_t bits) { bit_ += bits; }

  // "count" is 1 to 32.
  std::uint32_t ReadBits(unsigned count) {
    const std::uint64_t ahead = Ahead();
    bit_ += count;
    return static_cast<std::uint32_t>(ahead >> (64 - count));
  }

  std::uint32_t ReadGamma() {
    const std::uint64_t ahead = Ahead();
    const auto zeros = static_cast<unsigned>(std::countl_zero(ahead));
    if (zeros > 24) return 0;
    bit_ += 2 * zeros + 1;
    return static_cast<std::uint32_t>(ahead >> (63 - 2 * zeros));
  }

  std::uint32_t ReadDelta() {
    const std::uint64_t ahead = Ahead();
    const auto zeros = static_cast<unsigned>(std::countl_zero(ahead));
    if (zeros > 5) return 0;
    const auto length = static_cast<unsigned>(ahead >> (63 - 2 * zeros));
    if (length > 32) return 0;
    // The first bit of the number is not stored: it is always one.
    const unsigned length_bits = 2 * zeros + 1;
    bit_ += length_bits + length - 1;
    const std::uint64_t with_first_bit = (ahead << length_bits) >> 1 | std::uint64_t{1} << 63;
    return static_cast<std::uint32_t>(with_first_bit >> (64 - length));
  }

 private:
  // The bits from here on, 57 of them at least.
  std::uint64_t Ahead() const { return LoadBigEndian64(data_ + (bit_ >> 3)) << (bit_ & 7); }

  const std::byte* data_ = nullptr;
  std::uint64_t bit_ = 0;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_BIT_READER_H_
