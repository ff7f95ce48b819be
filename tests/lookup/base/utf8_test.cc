#include "lookup/base/utf8.h"

#include <gtest/gtest.h>

namespace errlookup {
namespace {

TEST(Utf8, DecodesOneToFourBytes) {
  EXPECT_EQ(DecodeUtf8("A"), (Utf8Character{U'A', 1, true}));
  EXPECT_EQ(DecodeUtf8("\xC3\xA9"), (Utf8Character{0xE9, 2, true}));
  EXPECT_EQ(DecodeUtf8("\xE2\x82\xAC"), (Utf8Character{0x20AC, 3, true}));
  EXPECT_EQ(DecodeUtf8("\xF0\x9F\x94\x91"), (Utf8Character{0x1F511, 4, true}));
}

TEST(Utf8, DecodesTheEdgesOfEachLength) {
  EXPECT_EQ(DecodeUtf8("\xC2\x80").value, 0x80u);
  EXPECT_EQ(DecodeUtf8("\xE0\xA0\x80").value, 0x800u);
  EXPECT_EQ(DecodeUtf8("\xEF\xBF\xBF").value, 0xFFFFu);
  EXPECT_EQ(DecodeUtf8("\xF0\x90\x80\x80").value, 0x10000u);
  EXPECT_EQ(DecodeUtf8("\xF4\x8F\xBF\xBF").value, 0x10FFFFu);
}

TEST(Utf8, EmptyTextHasNoCharacter) { EXPECT_EQ(DecodeUtf8("").length, 0u); }

TEST(Utf8, RejectsOverlongForms) {
  EXPECT_FALSE(IsValidUtf8("\xC0\xAF"));
  EXPECT_FALSE(IsValidUtf8("\xE0\x80\xAF"));
  EXPECT_FALSE(IsValidUtf8("\xF0\x80\x80\xAF"));
}

TEST(Utf8, RejectsSurrogates) { EXPECT_FALSE(IsValidUtf8("\xED\xA0\x80")); }
TEST(Utf8, RejectsValuesAboveUnicode) { EXPECT_FALSE(IsValidUtf8("\xF4\x90\x80\x80")); }
TEST(Utf8, RejectsLoneContinuationAndCutCharacters) {
  EXPECT_FALSE(IsValidUtf8("\x80"));
  EXPECT_FALSE(IsValidUtf8("\xE2\x82"));
  EXPECT_FALSE(IsValidUtf8("\xE2\x28\xA1"));
}

TEST(Utf8, ReplacesTheLongestStartOfACharacterAtOnce) {
  // The example of table 3-8 of The Unicode Standard.
  EXPECT_EQ(ReplaceInvalidUtf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"),
            "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
            "b\xEF\xBF\xBD"
            "c\xEF\xBF\xBD\xEF\xBF\xBD"
            "d");
}

TEST(Utf8, ReplacingKeepsValidText) { EXPECT_EQ(ReplaceInvalidUtf8("IKEv2 \xE2\x80\x93 x"), "IKEv2 \xE2\x80\x93 x"); }

TEST(Utf8, EveryScalarValueSurvivesEncodingAndDecoding) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, text);
    ASSERT_EQ(DecodeUtf8(text), (Utf8Character{c, static_cast<std::uint32_t>(text.size()), true}));
  }
}

TEST(Utf8, EncodesWhatIsNoCharacterAsReplacement) {
  std::string text;
  AppendUtf8(0xD800, text);
  AppendUtf8(0x110000, text);
  EXPECT_EQ(text, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace
}  // namespace errlookup
