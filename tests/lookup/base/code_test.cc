#include "lookup/base/code.h"

#include <gtest/gtest.h>

namespace errlookup {
namespace {

TEST(Space, NamesAreTheWordsOfTheDataFiles) {
  EXPECT_EQ(SpaceName(Space::kWin32), "win32");
  EXPECT_EQ(SpaceName(Space::kRaw), "raw");
  EXPECT_EQ(SpaceName(Space::kTapi), "tapi");
}

TEST(Space, EveryNameLeadsBackToItsSpace) {
  for (int i = 0; i < kSpaceCount; ++i) {
    const auto space = static_cast<Space>(i);
    EXPECT_EQ(SpaceFromName(SpaceName(space)), space);
  }
}

TEST(Space, UnknownNamesAreNoSpace) {
  EXPECT_EQ(SpaceFromName("Win32"), std::nullopt);
  EXPECT_EQ(SpaceFromName(""), std::nullopt);
}

TEST(Hresult, SplitsIntoItsFields) {
  const HresultBits bits = SplitHresult(0x8007'32DF);
  EXPECT_TRUE(bits.severity);
  EXPECT_FALSE(bits.reserved);
  EXPECT_FALSE(bits.customer);
  EXPECT_FALSE(bits.nt);
  EXPECT_EQ(bits.facility, 7);
  EXPECT_EQ(bits.code, 13023);
}

TEST(Hresult, KeepsTwelveBitsOfFacility) { EXPECT_EQ(SplitHresult(0x887A'0005).facility, 0x87A); }

TEST(Hresult, ShowsReservedCustomerAndNtBits) {
  EXPECT_TRUE(SplitHresult(0xC000'0000).reserved);
  EXPECT_TRUE(SplitHresult(0xA000'0000).customer);
  EXPECT_TRUE(SplitHresult(0xD036'0001).nt);
}

TEST(Ntstatus, SplitsIntoItsFields) {
  const NtstatusBits bits = SplitNtstatus(0xC036'0001);
  EXPECT_EQ(bits.severity, 3);
  EXPECT_FALSE(bits.customer);
  EXPECT_FALSE(bits.reserved);
  EXPECT_EQ(bits.facility, 0x36);
  EXPECT_EQ(bits.code, 1);
}

TEST(HresultFromWin32, WrapsWithFacility7) { EXPECT_EQ(HresultFromWin32(13801), 0x8007'35E9u); }
TEST(HresultFromWin32, KeepsOnlySixteenBits) { EXPECT_EQ(HresultFromWin32(0x1'0005), 0x8007'0005u); }
TEST(HresultFromWin32, PassesZeroAndNegative) {
  EXPECT_EQ(HresultFromWin32(0), 0u);
  EXPECT_EQ(HresultFromWin32(0x8032'0009), 0x8032'0009u);
}

TEST(HresultFromNt, SetsTheNtBit) { EXPECT_EQ(HresultFromNt(0xC036'0001), 0xD036'0001u); }

TEST(NtstatusFromWin32, WrapsWithFacilityNtwin32) { EXPECT_EQ(NtstatusFromWin32(13801), 0xC007'35E9u); }
TEST(NtstatusFromWin32, PassesZeroAndNegative) {
  EXPECT_EQ(NtstatusFromWin32(0), 0u);
  EXPECT_EQ(NtstatusFromWin32(0xC000'0001), 0xC000'0001u);
}

TEST(HresultFromSetupapi, MapsSetupCodesToFacility15) { EXPECT_EQ(HresultFromSetupapi(0xE000'0203), 0x800F'0203u); }
TEST(HresultFromSetupapi, TreatsOtherNumbersAsWin32) { EXPECT_EQ(HresultFromSetupapi(5), 0x8007'0005u); }

}  // namespace
}  // namespace errlookup
