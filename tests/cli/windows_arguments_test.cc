// The examples of Microsoft's page "Parsing C command-line arguments", and what people type.
#include "lookup/cli/windows_arguments.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace errlookup {
namespace {

using Words = std::vector<std::string>;

TEST(WindowsArguments, AreSeparatedByBlanksAndTabs) {
  EXPECT_EQ(WindowsArguments("errlookup  a\t b "), (Words{"a", "b"}));
}

TEST(WindowsArguments, AreThoseBehindTheProgram) {
  EXPECT_EQ(WindowsArguments(R"("C:\Program Files\errlookup.exe" 13801)"), (Words{"13801"}));
  EXPECT_EQ(WindowsArguments(R"(C:\tools\errlookup.exe)"), Words());
  EXPECT_EQ(WindowsArguments(""), Words());
}

TEST(WindowsArguments, HoldBlanksInsideMarks) {
  EXPECT_EQ(WindowsArguments(R"(e "a b c" d)"), (Words{"a b c", "d"}));
  EXPECT_EQ(WindowsArguments(R"(e a"b c"d)"), (Words{"ab cd"}));
}

TEST(WindowsArguments, HoldMarksAfterABackslash) {
  EXPECT_EQ(WindowsArguments(R"(e "ab\"c" "\\" d)"), (Words{R"(ab"c)", R"(\)", "d"}));
  EXPECT_EQ(WindowsArguments(R"(e a\\\"b c d)"), (Words{R"(a\"b)", "c", "d"}));
}

TEST(WindowsArguments, HoldBackslashesAsTheyAreElsewhere) {
  EXPECT_EQ(WindowsArguments(R"(e a\\\b d"e f"g h)"), (Words{R"(a\\\b)", "de fg", "h"}));
  EXPECT_EQ(WindowsArguments(R"(e C:\logs\ \\server\share)"), (Words{R"(C:\logs\)", R"(\\server\share)"}));
}

TEST(WindowsArguments, HalveBackslashesBeforeAMark) {
  EXPECT_EQ(WindowsArguments(R"(e a\\\\"b c" d e)"), (Words{R"(a\\b c)", "d", "e"}));
}

TEST(WindowsArguments, HoldAMarkWrittenTwiceInsideMarks) {
  EXPECT_EQ(WindowsArguments(R"(e "say ""13801"" twice")"), (Words{R"(say "13801" twice)"}));
}

TEST(WindowsArguments, MayBeEmpty) { EXPECT_EQ(WindowsArguments(R"(e "" a)"), (Words{"", "a"})); }

TEST(WindowsArguments, EndWithTheLineWhateverIsOpen) {
  EXPECT_EQ(WindowsArguments(R"(e "a b)"), (Words{"a b"}));
  EXPECT_EQ(WindowsArguments(R"(e a\)"), (Words{R"(a\)"}));
}

}  // namespace
}  // namespace errlookup
