#include "lookup/cli/safe_text.h"

#include <gtest/gtest.h>

namespace errlookup {
namespace {

TEST(SafeText, ShowsPicturesOfControlCharacters) { EXPECT_EQ(SafeText("a\x1b[2J\x7f"), "a␛[2J␡"); }
TEST(SafeText, PutsEverythingOnOneLine) { EXPECT_EQ(SafeText("a\tb\r\nc"), "a b  c"); }
TEST(SafeText, ReplacesTheOtherControls) { EXPECT_EQ(SafeText("\xC2\x9B" "31m"), "\xEF\xBF\xBD" "31m"); }
TEST(SafeText, ReplacesBidirectionalOverrides) { EXPECT_EQ(SafeText("a\u202Eb\u2066"), "a\uFFFDb\uFFFD"); }
TEST(SafeText, ReplacesInvalidBytes) { EXPECT_EQ(SafeText("a\xFF"), "a\uFFFD"); }
TEST(SafeText, KeepsTextOfEveryScript) { EXPECT_EQ(SafeText("Žluťoučký 資格 é"), "Žluťoučký 資格 é"); }

TEST(TextWidth, CountsWideCharactersTwice) { EXPECT_EQ(TextWidth("資格ab"), 6); }
TEST(TextWidth, CountsCombiningMarksAsNothing) { EXPECT_EQ(TextWidth("e\u0301"), 1); }

TEST(CutToWidth, LeavesShortTextAlone) { EXPECT_EQ(CutToWidth("abc", 3), "abc"); }
TEST(CutToWidth, EndsCutTextWithAnEllipsis) { EXPECT_EQ(CutToWidth("abcd", 3), "ab…"); }
TEST(CutToWidth, NeverCutsAWideCharacterInHalf) { EXPECT_EQ(CutToWidth("資格情", 4), "資…"); }
TEST(CutToWidth, LeavesNoBlankBeforeTheEllipsis) { EXPECT_EQ(CutToWidth("ab cd", 4), "ab…"); }

}  // namespace
}  // namespace errlookup
