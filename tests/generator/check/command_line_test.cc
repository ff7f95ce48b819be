#include "generator/check/command_line.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::ElementsAre;

// "word word | word": the segments of a line, each word as read.
std::string Show(const CommandLine& line) {
  if (!line.error.empty()) return "error at " + std::to_string(line.error_offset) + ": " + line.error;
  std::string shown;
  for (const Segment& segment : line.segments) {
    if (!shown.empty()) shown += segment.has_pipe_input ? " | " : " ; ";
    for (const Word& word : segment.words) shown += "[" + word.text + "]";
  }
  return shown;
}

TEST(SplitCmdLine, JoinsQuotedParts) {
  EXPECT_EQ(Show(SplitCmdLine("netsh ipsec static show policy name=\"A B\"")),
            "[netsh][ipsec][static][show][policy][name=A B]");
}
TEST(SplitCmdLine, SplitsAtOperatorsOutsideQuotes) {
  EXPECT_EQ(Show(SplitCmdLine("a \"x & y\" && b | c & d || e")), "[a][x & y] ; [b] | [c] ; [d] ; [e]");
}
TEST(SplitCmdLine, TakesPlaceholdersAndRedirectionsApart) {
  const CommandLine line = SplitCmdLine("a <File> \"<Other>\\x\" > \"out.txt\" 2>&1");
  EXPECT_EQ(Show(line), "[a][<File>][<Other>\\x]");
  EXPECT_TRUE(line.writes_file);
}
TEST(SplitCmdLine, KeepsSemicolonsAndEscapedCharacters) {
  EXPECT_EQ(Show(SplitCmdLine("a b;c ^| d")), "[a][b;c][|][d]");
}
TEST(SplitCmdLine, RefusesAnOpenQuote) { EXPECT_EQ(Show(SplitCmdLine("a \"b")), "error at 2: a quote is not closed"); }

TEST(SplitPowerShellLine, JoinsListsAcrossBlanks) {
  const CommandLine line = SplitPowerShellLine("Get-Service -Name a, 'b c' ,d -X");
  EXPECT_EQ(Show(line), "[Get-Service][-Name][a,b c,d][-X]");
  EXPECT_EQ(line.segments[0].words[2].elements.size(), 3u);
}
TEST(SplitPowerShellLine, FindsNestedCodeWithItsPlace) {
  const CommandLine line = SplitPowerShellLine("(Get-A -B $x).C | W { $_.D -like \"*$(Get-E)*\" }");
  std::vector<std::string> nested;
  for (const NestedCode& code : line.nested) nested.push_back(std::to_string(code.offset) + ":" + code.text);
  EXPECT_THAT(nested, ElementsAre("1:Get-A -B $x", "21: $_.D -like \"*$(Get-E)*\" "));
}
TEST(SplitPowerShellLine, FindsCodeInDoubleQuotesOnly) {
  EXPECT_EQ(SplitPowerShellLine("W \"a $(Get-B) c\"").nested.size(), 1u);
  EXPECT_EQ(SplitPowerShellLine("W 'a $(Get-B) c'").nested.size(), 0u);
}
TEST(SplitPowerShellLine, KnowsWhichValuesAreOpen) {
  const CommandLine line = SplitPowerShellLine("A $x \"<P>\" 'lit' \"$y\" (B) plain");
  std::vector<bool> open;
  for (const Word& word : line.segments[0].words) open.push_back(word.is_open);
  EXPECT_THAT(open, ElementsAre(false, true, true, false, true, true, false));
}
TEST(SplitPowerShellLine, ReadsDoubledAndEscapedQuotes) {
  EXPECT_EQ(Show(SplitPowerShellLine("A 'it''s' \"a`\"b\" \"c\"\"d\"")), "[A][it's][a\"b][c\"d]");
}
TEST(SplitPowerShellLine, StopsAtAComment) { EXPECT_EQ(Show(SplitPowerShellLine("Get-A # and more")), "[Get-A]"); }
TEST(SplitPowerShellLine, RefusesWhatIsNotClosed) {
  EXPECT_EQ(Show(SplitPowerShellLine("A (b")), "error at 2: a bracket is not closed");
  EXPECT_EQ(Show(SplitPowerShellLine("A b)")), "error at 3: a ) closes nothing");
  EXPECT_EQ(Show(SplitPowerShellLine("A (b}")), "error at 4: a } closes nothing");
  EXPECT_EQ(Show(SplitPowerShellLine("A 'b")), "error at 2: a quote is not closed");
  EXPECT_EQ(Show(SplitPowerShellLine("A |")), "error at 3: there is no command after the |");
}

TEST(FindPlaceholders, GivesNamesAndPlaces) {
  const std::vector<PlaceholderUse> uses = FindPlaceholders("a <One> < two> <3> <Two-2>");
  ASSERT_EQ(uses.size(), 2u);
  EXPECT_EQ(uses[0].name, "One");
  EXPECT_EQ(uses[0].offset, 2u);
  EXPECT_EQ(uses[1].name, "Two-2");
}

}  // namespace
}  // namespace errlookup
