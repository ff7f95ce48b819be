#include "generator/render/link.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "tests/generator/render/sample_base.h"

namespace errlookup {
namespace {

using testing::ElementsAre;

std::vector<std::string> Slugs(const LinkedBase& linked) {
  std::vector<std::string> slugs;
  for (const ErrorPage& page : linked.pages) slugs.push_back(page.slug);
  return slugs;
}

std::vector<std::string> Symbols(const ErrorPage& page) {
  std::vector<std::string> symbols;
  for (const CatalogCode* code : page.codes) symbols.push_back(code->symbol);
  return symbols;
}

TEST(LinkBase, GivesEveryCodeAPageAndTwinsOnePage) {
  const KnowledgeBase base = SampleBase();
  const LinkedBase linked = LinkBase(base);
  EXPECT_THAT(Slugs(linked), ElementsAre("13001", "13002", "13003", "13910", "0x8032000A", "0xC0220100"));
  EXPECT_THAT(Symbols(*linked.FindPage("0xC022000A")), ElementsAre("FWP_E_IN_USE", "STATUS_FWP_IN_USE"));
  EXPECT_THAT(Symbols(*linked.FindPage("13910")), ElementsAre("ERROR_IPSEC_BAD_SPI", "STATUS_IPSEC_BAD_SPI"));
}

TEST(LinkBase, LetsARecordChooseTheFirstCode) {
  KnowledgeBase base = SampleBase();
  base.records.push_back(SampleRecord({"STATUS_IPSEC_BAD_SPI", "ERROR_IPSEC_BAD_SPI"}, "Bad SPI"));
  const LinkedBase linked = LinkBase(base);
  EXPECT_EQ(linked.FindPage("13910")->slug, "0xC0360001");
}

TEST(LinkBase, JoinsATwinThatTheRecordForgot) {
  KnowledgeBase base = SampleBase();
  base.records.push_back(SampleRecord({"FWP_E_IN_USE"}, "In use"));
  const LinkedBase linked = LinkBase(base);
  EXPECT_EQ(linked.FindPage("STATUS_FWP_IN_USE"), linked.FindPage("FWP_E_IN_USE"));
}

TEST(LinkBase, IsTheSameForAnyOrderOfRecords) {
  KnowledgeBase one = SampleBase();
  one.records = {SampleRecord({"ERROR_IPSEC_QM_POLICY_IN_USE"}, "A"), SampleRecord({"FWP_E_IN_USE"}, "B")};
  KnowledgeBase other = one;
  std::ranges::reverse(other.records);
  EXPECT_EQ(Slugs(LinkBase(one)), Slugs(LinkBase(other)));
}

TEST(LinkBase, FindsPagesByOlderNamesAndAnyHexForm) {
  KnowledgeBase base = SampleBase();
  base.codes[0].aliases = {"ERROR_OLD_NAME"};
  const LinkedBase linked = LinkBase(base);
  EXPECT_EQ(linked.FindPage("ERROR_OLD_NAME")->slug, "13001");
  EXPECT_EQ(linked.FindPage("0x000032c9")->slug, "13001");
  EXPECT_EQ(linked.FindPage("13999"), nullptr);
}

TEST(LinkBase, NamesNeighboursInTheFamily) {
  const KnowledgeBase base = SampleBase();
  const LinkedBase linked = LinkBase(base);
  const ErrorPage& middle = *linked.FindPage("13002");
  EXPECT_EQ(linked.pages[*middle.previous].slug, "13001");
  EXPECT_EQ(linked.pages[*middle.next].slug, "13003");
  EXPECT_FALSE(linked.FindPage("13003")->next.has_value());
}

TEST(LinkBase, TurnsRelatedErrorsAround) {
  KnowledgeBase base = SampleBase();
  base.records.push_back(SampleRecord({"ERROR_IPSEC_QM_POLICY_IN_USE"}, "In use"));
  base.records[0].related.push_back({MakeText("FWP_E_IN_USE"), "often-confused", MakeText("Why.")});
  const LinkedBase linked = LinkBase(base);
  ASSERT_EQ(linked.FindPage("FWP_E_IN_USE")->mentions.size(), 1U);
  EXPECT_EQ(linked.pages[linked.FindPage("FWP_E_IN_USE")->mentions[0].page].slug, "13002");
}

TEST(LinkBase, DoesNotRepeatAMentionThatIsMutual) {
  KnowledgeBase base = SampleBase();
  base.records = {SampleRecord({"ERROR_IPSEC_QM_POLICY_IN_USE"}, "A"), SampleRecord({"FWP_E_IN_USE"}, "B")};
  base.records[0].related.push_back({MakeText("FWP_E_IN_USE"), "often-confused", {}});
  base.records[1].related.push_back({MakeText("ERROR_IPSEC_QM_POLICY_IN_USE"), "often-confused", {}});
  const LinkedBase linked = LinkBase(base);
  EXPECT_TRUE(linked.FindPage("13002")->mentions.empty());
  EXPECT_TRUE(linked.FindPage("FWP_E_IN_USE")->mentions.empty());
}

TEST(LinkBase, PlacesACodeWhereItsRecordSaysBeforeTheMaps) {
  KnowledgeBase base = SampleBase();
  Map map;
  map.id = "life";
  map.steps = {MakeStep("first", {"ERROR_IPSEC_QM_POLICY_IN_USE"}), MakeStep("second")};
  base.maps.push_back(map);
  EXPECT_EQ(LinkBase(base).FindPage("13002")->places.front().step->id, "first");
  base.records.push_back(SampleRecord({"ERROR_IPSEC_QM_POLICY_IN_USE"}, "In use"));
  base.records[0].where = Where{MakeText("life"), MakeText("second")};
  EXPECT_EQ(LinkBase(base).FindPage("13002")->places.front().step->id, "second");
}

TEST(LinkBase, ShowsTheOtherMeaningOfASharedNumber) {
  KnowledgeBase base = SampleBase();
  base.codes.push_back(MakeCode(Space::kRas, 809, "ERROR_VPN_TIMEOUT", "vpn"));
  base.windows_names.resize(2);
  base.windows_names[0].value = base.windows_names[1].value = 809;
  base.windows_names[0].symbol = "ERROR_FILE_METADATA";
  base.windows_names[1].space = Space::kBugcheck;
  const LinkedBase linked = LinkBase(base);
  ASSERT_EQ(linked.FindPage("809")->same_number.size(), 1U);
  EXPECT_EQ(linked.FindPage("809")->same_number[0]->symbol, "ERROR_FILE_METADATA");
}

TEST(ShellOf, TellsCmdletsFromProgramsByTheirLook) {
  EXPECT_EQ(ShellOf(MakeCommand("Get-NetIPsecQuickModeSA")), "powershell");
  EXPECT_EQ(ShellOf(MakeCommand("netsh ipsec dynamic show all")), "cmd");
  EXPECT_EQ(ShellOf(MakeCommand("w32tm /query /status")), "cmd");
  EXPECT_EQ(ShellOf(MakeCommand("certlm.msc")), "gui");
}

TEST(ShellOf, BelievesTheGrammar) {
  Command command = MakeCommand("Get-Something");
  command.shell = "cmd";
  EXPECT_EQ(ShellOf(command), "cmd");
}

}  // namespace
}  // namespace errlookup
