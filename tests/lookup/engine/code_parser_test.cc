#include "lookup/engine/code_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What is written at each spelling that is more than a number like any other.
std::vector<std::string> Places(std::string_view text) {
  std::vector<std::string> places;
  for (const SpelledCode& spelling : ParseCodes(text).spellings)
    if (spelling.evidence != Evidence::kWeak) places.emplace_back(text.substr(spelling.begin, spelling.end - spelling.begin));
  return places;
}

TEST(CodeParser, TellsWhereACodeStands) {
  EXPECT_THAT(Places("failed with 13801 and 0x80070005."), ElementsAre("13801", "0x80070005"));
}

TEST(CodeParser, CountsTheBytesOfTheTextAsItIs) { EXPECT_THAT(Places("Überlänge: Fehler １３８０１!"), ElementsAre("１３８０１")); }

TEST(CodeParser, TakesSignPrefixAndSuffixIntoThePlace) {
  EXPECT_THAT(Places("error -2147011095 or &H800735EA& or 0x35EBUL"), ElementsAre("-2147011095", "&H800735EA&", "0x35EBUL"));
}

TEST(CodeParser, OffersDecimalBeforeHexForBareDigits) {
  const ParsedText parsed = ParseCodes("13801");
  EXPECT_THAT(parsed.spellings.at(0).candidates, ElementsAre(Candidate{13801, false, false}, Candidate{0x13801, false, true}));
}

TEST(CodeParser, ReadsNegativeDecimalAsTheSame32Bits) {
  EXPECT_THAT(ParseCodes("-2147011095").spellings.at(0).candidates, ElementsAre(Candidate{0x800735E9, true}));
}

TEST(CodeParser, KnowsATextOfNothingButCodes) {
  EXPECT_TRUE(ParseCodes("error code: 13801 (0x35E9)").is_only_codes);
  EXPECT_FALSE(ParseCodes("error code: 13801 (peer)").is_only_codes);
  EXPECT_FALSE(ParseCodes("").is_only_codes);
}

TEST(CodeParser, BelievesAKeyword) {
  EXPECT_EQ(ParseCodes("the peer reported error 13801 again").spellings.at(0).evidence, Evidence::kStrong);
  EXPECT_EQ(ParseCodes("the peer reported 13801 again").spellings.at(0).evidence, Evidence::kFair);
}

TEST(CodeParser, CarriesAKeywordThroughAList) {
  EXPECT_EQ(ParseCodes("the errors are error 628 or 766 today").spellings.at(1).evidence, Evidence::kStrong);
}

TEST(CodeParser, KnowsKeywordsOfOtherLanguages) {
  for (const char* text : {"den Fehler 13801 sehen", "voir erreur 13801 ici", "показывает ошибку 13801 снова", "提示错误13801请重试", "接続エラー 13801 です"})
    EXPECT_EQ(ParseCodes(text).spellings.at(0).evidence, Evidence::kStrong) << text;
}

TEST(CodeParser, ReadsXmlAttributesAsKeywords) {
  EXPECT_EQ(ParseCodes("<Data Name='ErrorCode'>13801</Data> for host").spellings.at(0).evidence, Evidence::kStrong);
}

TEST(CodeParser, SkipsGuidsAddressesAndDates) {
  EXPECT_THAT(Places("CoId={6A1F2B3C-0D4E-4F50-8123-456789ABCDEF} 10.0.0.1 2001:db8::3801 2026-05-29 10:11:12 v10.0.19045"), IsEmpty());
}

TEST(CodeParser, ReadsTheArgumentOfAMacro) {
  const ParsedText parsed = ParseCodes("HRESULT_FROM_WIN32(13801)");
  EXPECT_EQ(parsed.spellings.at(0).macro, Macro::kHresultFromWin32);
  EXPECT_EQ(parsed.spellings.at(0).candidates.at(0).value, 13801u);
}

TEST(CodeParser, ReadsSymbolsInLowerCase) { EXPECT_EQ(ParseCodes("got ERROR_IPSEC_BAD_SPI").spellings.at(0).symbol, "error_ipsec_bad_spi"); }

TEST(CodeParser, KeepsStrongSpellingsOfAnEndlessText) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += DecimalText(20000u + static_cast<std::uint32_t>(i)) + " and so on ";
  const ParsedText parsed = ParseCodes(text + "error 13801");
  EXPECT_LE(parsed.spellings.size(), kMaxSpellings);
  EXPECT_EQ(parsed.spellings.back().candidates.at(0).value, 13801u);
}

}  // namespace
}  // namespace errlookup
