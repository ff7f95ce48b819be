#include "lookup/base/ascii.h"

#include <string>

#include <gtest/gtest.h>

namespace errlookup {
namespace {

// All bytes that "is" takes.
std::string Taken(bool (*is)(char)) {
  std::string taken;
  for (int byte = 0; byte < 256; ++byte)
    if (is(static_cast<char>(byte))) taken += static_cast<char>(byte);
  return taken;
}

TEST(Ascii, KnowsDigitsAndLetters) {
  EXPECT_EQ(Taken(IsDigit), "0123456789");
  EXPECT_EQ(Taken(IsUpperLetter), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  EXPECT_EQ(Taken(IsLowerLetter), "abcdefghijklmnopqrstuvwxyz");
  EXPECT_EQ(Taken(IsLetter), "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  EXPECT_EQ(Taken(IsHexDigit), "0123456789ABCDEFabcdef");
  EXPECT_EQ(Taken(IsBlankByte), "\t\n\r ");
}

TEST(Ascii, CountsBytesBeyondAsciiToWords) {
  EXPECT_EQ(Taken(IsWordByte).substr(0, 63), "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
  EXPECT_EQ(Taken(IsWordByte).size(), 63u + 128u);
}

TEST(Ascii, ReadsHexDigitsOfEitherCase) {
  EXPECT_EQ(HexValue('7'), 7);
  EXPECT_EQ(HexValue('a'), 10);
  EXPECT_EQ(HexValue('F'), 15);
  EXPECT_EQ(HexValue('g'), -1);
}

TEST(Ascii, FoldsOnlyItsOwnLetters) { EXPECT_EQ(LowerAsciiText("ERROR_Ä 0X5@[`{"), "error_Ä 0x5@[`{"); }

}  // namespace
}  // namespace errlookup
