#include "lookup/cli/terminal_markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <string>

namespace errlookup {
namespace {

std::string Shown(std::string_view markdown, int width = 40, Colors colors = Colors::kOff) {
  Screen screen({.width = width, .colors = colors});
  LinkList links("https://example.com/", "13023");
  ShowMarkdown(markdown, links, {}, screen);
  links.Show(screen);
  return screen.Take();
}

TEST(TerminalMarkdown, WrapsParagraphsAtTheWidth) {
  EXPECT_EQ(Shown("The other side did not answer in time,\nso the negotiation was given up."),
            "The other side did not answer in time,\n"
            "so the negotiation was given up.\n");
}

TEST(TerminalMarkdown, SeparatesBlocksByOneBlankLine) {
  EXPECT_EQ(Shown("One.\n\n\n\nTwo.\n"), "One.\n\nTwo.\n");
}

TEST(TerminalMarkdown, HangsTheLinesOfAListItemUnderItsText) {
  EXPECT_EQ(Shown("- the first point is longer than one line\n- the second is not"),
            "• the first point is longer than one\n"
            "  line\n"
            "• the second is not\n");
}

TEST(TerminalMarkdown, NumbersItemsInOrderAndAlignsTheirText) {
  EXPECT_EQ(Shown("9. nine\n1. ten"), " 9. nine\n10. ten\n");
}

TEST(TerminalMarkdown, ShowsABlankLineBetweenLooseItems) {
  EXPECT_EQ(Shown("1. one\n\n2. two"), "1. one\n\n2. two\n");
}

TEST(TerminalMarkdown, NestsLists) {
  EXPECT_EQ(Shown("- outer\n  - inner\n    1. innermost\n- next"),
            "• outer\n"
            "  • inner\n"
            "    1. innermost\n"
            "• next\n");
}

TEST(TerminalMarkdown, KeepsBlocksOfAListItemTogether) {
  EXPECT_EQ(Shown("1. Stop it:\n\n   ```bat\n   net stop ikeext\n   ```\n\n   **Expect:** a line.\n\n2. Next."),
            "1. Stop it:\n"
            "     net stop ikeext\n"
            "\n"
            "   Expect: a line.\n"
            "\n"
            "2. Next.\n");
}

TEST(TerminalMarkdown, NeverWrapsCode) {
  EXPECT_EQ(Shown("```\nnetsh ipsec dynamic show qmpolicy name=\"Branch-to-HQ\"\n\n  indented\n```"),
            "  netsh ipsec dynamic show qmpolicy name=\"Branch-to-HQ\"\n"
            "\n"
            "    indented\n");
}

TEST(TerminalMarkdown, ReadsIndentedCode) {
  EXPECT_EQ(Shown("Run:\n\n    netsh wfp show state\n\nThen."), "Run:\n  netsh wfp show state\n\nThen.\n");
}

TEST(TerminalMarkdown, PutsAHeadingRightAboveItsText) {
  EXPECT_EQ(Shown("One.\n\n### Two\n\nThree."), "One.\n\nTwo\nThree.\n");
}

TEST(TerminalMarkdown, WarnsWhereARiskIsNamed) {
  EXPECT_EQ(Shown("**Risk:** Deletes.", 40, Colors::kOn), "\x1b[1;31mRisk:\x1b[0m Deletes.\n");
  EXPECT_EQ(Shown("**Risk:** Safe.", 40, Colors::kOn), "\x1b[1mRisk:\x1b[0m Safe.\n");
}

TEST(TerminalMarkdown, EndsUnclosedCodeAtTheEndOfTheText) {
  EXPECT_EQ(Shown("```\nnetsh"), "  netsh\n");
}

TEST(TerminalMarkdown, MarksQuotesWithARail) {
  EXPECT_EQ(Shown("> said so\n>\n> twice"), "│ said so\n│\n│ twice\n");
}

TEST(TerminalMarkdown, KeepsBackticksWithoutColours) {
  EXPECT_EQ(Shown("Run `net stop ikeext` **now**."), "Run `net stop ikeext` now.\n");
}

TEST(TerminalMarkdown, ShowsStylesInColour) {
  EXPECT_EQ(Shown("Run `a b` **now**.", 40, Colors::kOn), "Run \x1b[36ma b\x1b[0m \x1b[1mnow\x1b[0m.\n");
}

TEST(TerminalMarkdown, ShowsTheAddressOfALinkToTheWeb) {
  EXPECT_EQ(Shown("See [the page](https://example.org/a)."), "See the page <https://example.org/a>.\n");
}

TEST(TerminalMarkdown, NeverBreaksAnAddress) {
  EXPECT_EQ(Shown("See [the page](https://example.org/a/long/way/down) or <https://example.org/b/long/way/down>.", 20),
            "See the page\n"
            "<https://example.org/a/long/way/down>\n"
            "or\n"
            "https://example.org/b/long/way/down.\n");
}

TEST(TerminalMarkdown, ShowsOnlyTheTextOfALinkToACodeThatItNames) {
  EXPECT_EQ(Shown("See [13002](13002.html) and [13004](https://example.com/errors/13004.html)."),
            "See 13002 and 13004.\n");
}

TEST(TerminalMarkdown, SaysHowToAskForAnErrorThatALinkDoesNotName) {
  EXPECT_EQ(Shown("See [there](https://example.com/errors/13004.html) and [here](https://example.com/errors/13023.html)."),
            "See there (errlookup 13004) and here.\n");
}

TEST(TerminalMarkdown, GivesOtherLinksInsideALetterAndTheAddressAtTheEnd) {
  EXPECT_EQ(Shown("1. [Back up](https://example.com/procedures/back-up-the-stored-policies.html).\n"
                  "2. Trace ([how](https://example.com/procedures/trace.html)?).\n"
                  "3. [Back up](https://example.com/procedures/back-up-the-stored-policies.html) again."),
            "1. Back up [a].\n"
            "2. Trace (how [b]?).\n"
            "3. Back up [a] again.\n"
            "\n"
            "Links\n"
            "  [a] https://example.com/procedures/back-up-the-stored-policies.html\n"
            "  [b] https://example.com/procedures/trace.html\n");
}

TEST(TerminalMarkdown, CountsLinksOnAfterTheLastLetter) {
  std::string many;
  for (int i = 0; i < 29; ++i) many += "[x](https://example.com/p" + std::to_string(i) + ")\n";
  EXPECT_THAT(Shown(many), testing::HasSubstr("  [z] https://example.com/p25\n"
                                              "  [aa] https://example.com/p26\n"
                                              "  [ab] https://example.com/p27\n"));
}

TEST(TerminalMarkdown, ShowsAnAddressOnceWhenItIsTheText) {
  EXPECT_EQ(Shown("<https://example.org>"), "https://example.org\n");
}

TEST(TerminalMarkdown, LeavesNumbersOfSourcesAsTheyAre) { EXPECT_EQ(Shown("*Documented [1] [2]*"), "Documented [1] [2]\n"); }

TEST(TerminalMarkdown, LeavesUnderscoresInNamesAlone) {
  EXPECT_EQ(Shown("ERROR_IPSEC_QM_POLICY_EXISTS and STATUS_*"), "ERROR_IPSEC_QM_POLICY_EXISTS and\nSTATUS_*\n");
}

TEST(TerminalMarkdown, LeavesLonelyMarksAlone) { EXPECT_EQ(Shown("2 * 3 < 7, a ` b, [x], !y"), "2 * 3 < 7, a ` b, [x], !y\n"); }

TEST(TerminalMarkdown, HonoursBackslashesAndEntities) { EXPECT_EQ(Shown("\\*not\\* &lt;Name&gt; &#8211;"), "*not* <Name> –\n"); }

TEST(TerminalMarkdown, ShowsRawHtmlAsText) { EXPECT_EQ(Shown("<b>bold</b>"), "<b>bold</b>\n"); }

TEST(TerminalMarkdown, BreaksLinesWhereTheTextDemandsIt) { EXPECT_EQ(Shown("one  \ntwo\\\nthree"), "one\ntwo\nthree\n"); }

TEST(TerminalMarkdown, CutsAWordThatIsLongerThanALine) {
  EXPECT_EQ(Shown("aaaaaaaaaaaaaaaaaaaaaaaaa", 20), "aaaaaaaaaaaaaaaaaaaa\naaaaa\n");
}

// Lines of plain ASCII are found at one look, others character by character.
TEST(TerminalMarkdown, WrapsWordsOfAllLettersAlike) {
  std::minstd_rand random(1);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int word = 0; word < 40; ++word) {
      if (random() % 16 == 0) text += "https://";
      text += std::string(1 + random() % (random() % 8 == 0 ? 40 : 9), 'o') + (random() % 30 == 0 ? "  \n" : " ");
    }
    std::string other = Shown(std::regex_replace(text, std::regex("o"), "ö"), 24);
    EXPECT_EQ(std::regex_replace(other, std::regex("ö"), "o"), Shown(text, 24)) << text;
  }
}

TEST(TerminalMarkdown, StylesNoBlankBeforeAnotherStyle) {
  EXPECT_EQ(Shown("[the page ](https://example.com/a) says", 40, Colors::kOn),
            "\x1b[4mthe page\x1b[0m  \x1b[2m[a]\x1b[0m says\n\n\x1b[1;32mLinks\x1b[0m\n  \x1b[2m[a]\x1b[0m https://example.com/a\n");
}

TEST(TerminalMarkdown, CountsWideCharactersTwiceAndBreaksBetweenThem) {
  EXPECT_EQ(Shown("資格情報が受け入れられません。", 20), "資格情報が受け入れら\nれません。\n");
}

TEST(TerminalMarkdown, ShowsTablesInColumns) {
  EXPECT_EQ(Shown("| Code | Meaning |\n|---|:--|\n| 1 | one |\n| 22 | `two` |"),
            "Code  Meaning\n"
            "1     one\n"
            "22    `two`\n");
}

TEST(TerminalMarkdown, ShowsWideTablesRowByRow) {
  EXPECT_EQ(Shown("| Code | Meaning |\n|---|---|\n| 1 | a meaning that is long |\n| 2 | b |", 20),
            "Code: 1\n"
            "  Meaning: a meaning\n"
            "    that is long\n"
            "\n"
            "Code: 2\n"
            "  Meaning: b\n");
}

TEST(TerminalMarkdown, NeverLetsControlCharactersThrough) {
  EXPECT_EQ(Shown("a\x1b[2Jb `\x1b]0;t\x07`\n\n```\n\x1b[31mred\n```\n\n# \x7f"),
            "a␛[2Jb `␛]0;t␇`\n\n  ␛[31mred\n\n␡\n");
}

TEST(TerminalMarkdown, StaysFastAndFlatOnTextMadeToBeDeep) {
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "> - **_[";
  EXPECT_FALSE(Shown(deep).empty());
}

}  // namespace
}  // namespace errlookup
