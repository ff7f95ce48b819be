#include "lookup/base/coding.h"

#include <gtest/gtest.h>

namespace errlookup {
namespace {

std::optional<std::uint64_t> ReadVarint(std::string_view bytes) { return ByteReader(AsBytes(bytes)).ReadVarint(); }

TEST(Coding, IntegersAreLittleEndian) {
  std::vector<std::byte> out;
  PutU16(out, 0x0102);
  PutU32(out, 0x03040506);
  EXPECT_EQ(AsText(out), "\x02\x01\x06\x05\x04\x03");
  EXPECT_EQ(GetU16(out, 0), 0x0102);
  EXPECT_EQ(GetU32(out, 2), 0x03040506u);
}

TEST(Varint, SurvivesAtEveryLength) {
  for (std::uint64_t value : {0ull, 1ull, 127ull, 128ull, 16383ull, 16384ull, 0xFFFF'FFFFull, 0x7'FFFF'FFFFull}) {
    std::vector<std::byte> out;
    PutVarint(out, value);
    EXPECT_EQ(ReadVarint(AsText(out)), value);
  }
}

TEST(Varint, IsRefusedWhenCut) { EXPECT_EQ(ReadVarint("\x80"), std::nullopt); }
TEST(Varint, IsRefusedWhenLongerThanNeeded) { EXPECT_EQ(ReadVarint(std::string_view("\x80\x00", 2)), std::nullopt); }
TEST(Varint, IsRefusedAboveFiveBytes) { EXPECT_EQ(ReadVarint("\x80\x80\x80\x80\x80\x01"), std::nullopt); }

TEST(ByteReader, GivesNothingAfterAFailure) {
  ByteReader reader(AsBytes("abc"));
  EXPECT_EQ(reader.ReadBytes(4), std::nullopt);
  EXPECT_EQ(reader.ReadU8(), std::nullopt);
}

}  // namespace
}  // namespace errlookup
