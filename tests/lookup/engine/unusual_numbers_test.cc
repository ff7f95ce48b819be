#include "lookup/engine/unusual_numbers.h"

#include <gtest/gtest.h>

#include <string>

#include "lookup/engine/engine.h"
#include "lookup/engine/text_number.h"
#include "tests/support/catalog_index.h"

namespace errlookup {
namespace {

std::string ReadAlone(std::string_view text) {
  const TokenList tokens(text);
  const std::optional<Number> number = ReadUnusualNumber(tokens, 0, /*is_alone=*/true);
  return number ? HexText(number->value) : "none";
}

std::string FirstAnswer(std::string_view query) {
  const Answer answer = Engine(CatalogIndex()).Ask(query);
  if (answer.matches.empty()) return "none";
  return std::string(SpaceName(answer.matches[0].space)) + ":" + HexText(answer.matches[0].value) + (answer.is_found() ? "" : "?");
}

TEST(UnusualNumbers, ReadsNegativeHexAsTheSame32Bits) {
  EXPECT_EQ(ReadAlone("-0x7FF8CA17"), "0x800735E9");
  EXPECT_EQ(FirstAnswer("HRESULT = -0x7FF8CA17"), "win32:0x35E9");
}

TEST(UnusualNumbers, ReadsASmallNegativeHexAsTheCodeNegated) { EXPECT_EQ(ReadAlone("-0x35E9"), "0x35E9"); }

TEST(UnusualNumbers, LeavesNegativeHexThatIsTooLarge) {
  EXPECT_EQ(ReadAlone("-0x80000001"), "none");
  EXPECT_EQ(ReadAlone("-0x180000000"), "none");
}

TEST(UnusualNumbers, ReadsBytesInTheOrderOfMemory) {
  EXPECT_EQ(FirstAnswer("E9350780"), "win32:0x35E9");
  EXPECT_EQ(FirstAnswer("E9350000"), "win32:0x35E9");
  EXPECT_EQ(FirstAnswer("02360780"), "win32:0x3602");
  EXPECT_EQ(FirstAnswer("0xE9 0x35 0x07 0x80"), "win32:0x35E9");
}

TEST(UnusualNumbers, ReadsBytesAsSourceCodeAndDumpsWriteThem) {
  EXPECT_EQ(FirstAnswer("\\x2a\\x36\\x00\\x00"), "win32:0x362A");
  EXPECT_EQ(FirstAnswer("b\"\\xe9\\x35\\x07\\x80\""), "win32:0x35E9");
  EXPECT_EQ(FirstAnswer("E9:35:07:80"), "win32:0x35E9");
  EXPECT_EQ(FirstAnswer("status dword LE: 04 00 36 c0"), "ntstatus:0xC0360004");
  EXPECT_EQ(FirstAnswer("<Binary>B3020000</Binary>"), "ras:0x2B3?");  // small numbers mean many things
  EXPECT_EQ(FirstAnswer("<EventData><Data>CoId</Data><Binary>E935078000000000</Binary></EventData>"), "win32:0x35E9");
}

TEST(UnusualNumbers, LeavesBytesOfLongerRunsAndOtherThings) {
  for (const char* text : {"12:30:45:00", "00:1a:36:2a:00:00", "version 04 00 36 10", "at 10 11 12 13", "<Binary>01000000</Binary>",
                           "e9 35 07 80 11 22 33 44 of the key", "\\x41\\x42\\x43\\x44"}) {
    const TokenList tokens(text);
    for (int i = 0; i < tokens.size(); ++i) EXPECT_FALSE(ReadUnusualNumber(tokens, i, /*is_alone=*/false)) << text;
  }
}

TEST(UnusualNumbers, LeavesDigitsThatAreACodeAsTheyStand) {
  EXPECT_EQ(ReadAlone("800735E9"), "none");
  EXPECT_EQ(ReadAlone("00000780"), "none");
  EXPECT_EQ(ReadAlone("C0360001"), "none");
}

TEST(UnusualNumbers, LeavesBytesThatMakeNoCode) {
  EXPECT_EQ(ReadAlone("12345678"), "none");
  EXPECT_EQ(ReadAlone("0x05 0x57 0x7B 0x02"), "none");
}

TEST(UnusualNumbers, ReadsBytesWithoutBlanksOnlyAlone) {
  const TokenList tokens("E9350780 and more");
  EXPECT_FALSE(ReadUnusualNumber(tokens, 0, /*is_alone=*/false));
}

TEST(UnusualNumbers, SaysThatMinusOneIsNoCode) {
  for (const char* query : {"-1", "error -1", "0xFFFFFFFF", "4294967295"}) {
    const Answer answer = Engine(CatalogIndex()).Ask(query);
    EXPECT_FALSE(answer.is_found()) << query;
    EXPECT_EQ(answer.matches.size(), 1u) << query;
    ASSERT_EQ(answer.notes.size(), 1u) << query;
    EXPECT_EQ(answer.notes[0], NoteOnValue(0xFFFFFFFF)) << query;
  }
}

TEST(UnusualNumbers, TakesMinusOneForNoPartOfALongerNumber) {
  EXPECT_EQ(ReadAlone("-1,234"), "none");
  EXPECT_EQ(ReadAlone("-1 234"), "none");
  EXPECT_EQ(ReadAlone("-1.5"), "none");
}

TEST(UnusualNumbers, PutsMinusOneBehindARealCode) { EXPECT_EQ(FirstAnswer("returned -1, error 13801"), "win32:0x35E9"); }

}  // namespace
}  // namespace errlookup
