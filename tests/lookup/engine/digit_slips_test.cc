#include "lookup/engine/digit_slips.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

TEST(DigitSlips, ReadsLettersThatLookLikeDigitsFirst) { EXPECT_EQ(SlippedNumbers("error l38O1").front(), "13801"); }

TEST(DigitSlips, LeavesLettersThatAreHexadecimalDigits) { EXPECT_THAT(SlippedNumbers("0x800735E9"), Not(Contains("0x80073SE9"))); }

TEST(DigitSlips, OffersEachDigitForTheOneLetterThatIsNone) { EXPECT_THAT(SlippedNumbers("0x800735eg"), Contains("0x800735e9")); }

TEST(DigitSlips, ExchangesNeighbours) { EXPECT_THAT(SlippedNumbers("18301"), Contains("13801")); }

TEST(DigitSlips, TakesOneDigitOut) { EXPECT_THAT(SlippedNumbers("138801"), Contains("13801")); }

TEST(DigitSlips, PutsALostTwinBack) { EXPECT_THAT(SlippedNumbers("0x80735E9"), Contains("0x800735E9")); }

TEST(DigitSlips, KeepsTheSign) { EXPECT_THAT(SlippedNumbers("-214701109"), Each(StartsWith("-"))); }

TEST(DigitSlips, SaysNothingOfTextWithTwoNumbers) { EXPECT_THAT(SlippedNumbers("138O1 or 13868"), IsEmpty()); }

TEST(DigitSlips, SaysNothingOfShortAndLongNumbers) {
  EXPECT_THAT(SlippedNumbers("8O9"), IsEmpty());
  EXPECT_THAT(SlippedNumbers("1234567890123"), IsEmpty());
}

TEST(DigitSlips, SaysNothingOfWords) { EXPECT_THAT(SlippedNumbers("policy match error"), IsEmpty()); }

}  // namespace
}  // namespace errlookup
