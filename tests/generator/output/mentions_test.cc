#include "generator/output/mentions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<WindowsName> kNames = {{Space::kWin32, 0, "ERROR_SUCCESS", ""},
                                         {Space::kWin32, 5, "ERROR_ACCESS_DENIED", ""},
                                         {Space::kWinsock, 10054, "WSA_CONNECTION_RESET", ""},
                                         {Space::kHresult, 0x80070005, "E_ACCESSDENIED", ""},
                                         {Space::kHresult, 0x80092010, "CRYPT_E_REVOKED", ""}};

PageInput PageWith(std::string markdown, std::string key = "meaning") {
  PageInput page;
  page.sections = {{std::move(key), "", std::move(markdown)}};
  return page;
}

std::vector<MentionInput> MentionsIn(std::string markdown) { return FindMentions({PageInput(), PageWith(std::move(markdown))}, kNames); }

TEST(Mentions, FindsNames) {
  EXPECT_THAT(MentionsIn("It ends with\n`CRYPT_E_REVOKED`."), ElementsAre(MentionInput{Space::kHresult, 0x80092010, 1}));
}

TEST(Mentions, FindsNumbersInHexadecimal) {
  EXPECT_THAT(MentionsIn("It ends with 0x80092010."), ElementsAre(MentionInput{Space::kHresult, 0x80092010, 1}));
}

TEST(Mentions, FindsSmallNumbersOnlyWhereTheyAreAnnounced) {
  EXPECT_THAT(MentionsIn("Windows returns error 5."), ElementsAre(MentionInput{Space::kWin32, 5, 1}));
  EXPECT_THAT(MentionsIn("Wait 5 minutes."), IsEmpty());
}

TEST(Mentions, TakesAWrappedCodeForBoth) {
  EXPECT_THAT(MentionsIn("0x80070005"), ElementsAre(MentionInput{Space::kWin32, 5, 1}, MentionInput{Space::kHresult, 0x80070005, 1}));
}

TEST(Mentions, NamesAPageOnce) {
  EXPECT_THAT(MentionsIn("CRYPT_E_REVOKED, CRYPT_E_REVOKED"), ElementsAre(MentionInput{Space::kHresult, 0x80092010, 1}));
}

TEST(Mentions, LeavesOutSuccessAndWhatHasNoName) { EXPECT_THAT(MentionsIn("ERROR_SUCCESS 0x80099999 ERROR_UNHEARD_OF"), IsEmpty()); }

TEST(Mentions, LeavesOutSpellingsAndSources) {
  EXPECT_THAT(FindMentions({PageWith("CRYPT_E_REVOKED", "codes"), PageWith("CRYPT_E_REVOKED", "sources")}, kNames), IsEmpty());
}

TEST(Mentions, GoToTheSearchBoxByCode) {
  IndexInput input;
  input.pages.resize(2);
  input.pages[0].slug = "13801";
  input.pages[1].slug = "0x80320001";
  EXPECT_EQ(MentionsAsJson(input), "{}");
  input.mentions = {{Space::kHresult, 0x80092010, 1}, {Space::kHresult, 0x80092010, 0}, {Space::kWin32, 5, 1}};
  EXPECT_EQ(MentionsAsJson(input),
            R"({"win32 5":["0x80320001"],"hresult 2147942405":["0x80320001"],"hresult 2148081680":["13801","0x80320001"]})");
}

}  // namespace
}  // namespace errlookup
