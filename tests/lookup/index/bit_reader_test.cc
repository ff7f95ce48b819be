#include "lookup/index/bit_reader.h"

#include <gtest/gtest.h>

#include <array>

namespace errlookup {
namespace {

// Bits as text, "_" for the eye, then enough zeros to load from.
class Bits {
 public:
  explicit Bits(std::string_view bits) {
    std::size_t at = 0;
    for (const char bit : bits) {
      if (bit == '_') continue;
      if (bit == '1') bytes_[at / 8] |= std::byte{static_cast<std::uint8_t>(0x80u >> at % 8)};
      ++at;
    }
  }
  BitReader reader() const { return {bytes_.data(), 0}; }

 private:
  std::array<std::byte, 32> bytes_{};
};

TEST(BitReader, ReadsHighBitsFirst) {
  const Bits bits("101_00000000011");
  BitReader reader = bits.reader();
  EXPECT_EQ(reader.ReadBits(3), 5u);
  EXPECT_EQ(reader.ReadBits(11), 3u);
  EXPECT_EQ(reader.position(), 14u);
}

TEST(BitReader, ReadsGamma) {
  const Bits bits("1_010_011_00100_0001111");
  BitReader reader = bits.reader();
  EXPECT_EQ(reader.ReadGamma(), 1u);
  EXPECT_EQ(reader.ReadGamma(), 2u);
  EXPECT_EQ(reader.ReadGamma(), 3u);
  EXPECT_EQ(reader.ReadGamma(), 4u);
  EXPECT_EQ(reader.ReadGamma(), 15u);
  EXPECT_EQ(reader.position(), 19u);
}

TEST(BitReader, ReadsDelta) {
  const Bits bits("1_0100_0101_01100_00100000_00000100000_11111111111111111111111111111111");
  BitReader reader = bits.reader();
  EXPECT_EQ(reader.ReadDelta(), 1u);
  EXPECT_EQ(reader.ReadDelta(), 2u);
  EXPECT_EQ(reader.ReadDelta(), 3u);
  EXPECT_EQ(reader.ReadDelta(), 4u);
  EXPECT_EQ(reader.ReadDelta(), 8u);
  EXPECT_EQ(reader.ReadDelta(), 0xFFFF'FFFFu);
}

TEST(BitReader, GivesZeroForWhatIsNoCodeWord) {
  const Bits bits("");
  BitReader reader = bits.reader();
  EXPECT_EQ(reader.ReadGamma(), 0u);
  EXPECT_EQ(reader.ReadDelta(), 0u);
}

}  // namespace
}  // namespace errlookup
