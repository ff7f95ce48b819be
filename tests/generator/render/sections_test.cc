#include "generator/render/sections.h"

#include <gmock/gmock.h>

#include "tests/generator/render/sample_base.h"

namespace errlookup {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::vector<Section> SectionsOf(const KnowledgeBase& base, const std::string& code) {
  const LinkedBase linked = LinkBase(base);
  return ErrorSections(*linked.FindPage(code), {.linked = &linked, .root = "https://example.com/"});
}

std::string Part(const std::vector<Section>& sections, const std::string& key) {
  for (const Section& section : sections) {
    if (section.key == key) return section.markdown;
  }
  return {};
}

std::vector<std::string> Keys(const std::vector<Section>& sections) {
  std::vector<std::string> keys;
  for (const Section& section : sections) keys.push_back(section.key);
  return keys;
}

KnowledgeBase BaseWithRecord() {
  KnowledgeBase base = SampleBase();
  base.records.push_back(SampleRecord({"ERROR_IPSEC_QM_POLICY_IN_USE"}, "In use"));
  return base;
}

TEST(ErrorSections, ComeInTheOrderPeopleNeed) {
  EXPECT_THAT(Keys(SectionsOf(BaseWithRecord(), "13002")), ElementsAre("quick-answer", "causes", "fixes", "meaning", "related", "codes"));
}

TEST(ErrorSections, OfACodeWithoutRecordSayWhatIsKnown) {
  const std::vector<Section> sections = SectionsOf(SampleBase(), "13002");
  EXPECT_THAT(Keys(sections), ElementsAre("meaning", "related", "codes"));
  EXPECT_THAT(Part(sections, "meaning"), StartsWith("Nobody has written"));
}

TEST(ErrorSections, SayTheRiskBeforeTheCommand) {
  KnowledgeBase base = BaseWithRecord();
  const Command command = MakeCommand("netsh ipsec dynamic delete all");
  base.records[0].fixes[0].risk = "deletes-configuration";
  base.records[0].fixes[0].steps[0].run.push_back(command);
  const std::string fixes = Part(SectionsOf(base, "13002"), "fixes");
  ASSERT_THAT(fixes, HasSubstr("Deletes configuration"));
  EXPECT_LT(fixes.find("Deletes configuration"), fixes.find("netsh"));
}

TEST(ErrorSections, IndentCommandsUnderTheirStep) {
  KnowledgeBase base = BaseWithRecord();
  Command command = MakeCommand("Get-Service");
  command.elevated = true;
  command.on = "server";
  base.records[0].fixes[0].steps[0].run.push_back(command);
  EXPECT_THAT(Part(SectionsOf(base, "13002"), "fixes"),
              HasSubstr("1. Run it.\n\n   PowerShell, as administrator, on the server:\n\n   ```powershell\n   Get-Service\n   ```\n\n   **Expect:** Works."));
}

TEST(ErrorSections, ShowAProcedureInPlaceOnceAndPointToItAfterwards) {
  KnowledgeBase base = BaseWithRecord();
  Procedure procedure;
  procedure.id = "capture";
  procedure.title = MakeText("Capture a trace");
  procedure.risk = "safe";
  procedure.steps.emplace_back();
  procedure.steps[0].doing = MakeText("Start it.");
  base.procedures.push_back(procedure);
  base.records[0].causes[0].check = Check{};
  base.records[0].causes[0].check->procedure = MakeText("capture");
  base.records[0].fixes[0].procedure = MakeText("capture");
  const std::vector<Section> sections = SectionsOf(base, "13002");
  EXPECT_THAT(Part(sections, "causes"), HasSubstr("[Capture a trace](https://example.com/procedures/capture.html)**\n\n1. Start it."));
  EXPECT_THAT(Part(sections, "fixes"), HasSubstr("its steps are above"));
  EXPECT_THAT(Part(sections, "fixes"), Not(HasSubstr("Start it.")));
}

TEST(ErrorSections, GiveEachClaimItsGradeAndSources) {
  KnowledgeBase base = BaseWithRecord();
  base.sources.push_back(MakeSource("page", "A page", "https://example.com/page"));
  base.records[0].causes[0].evidence = "documented";
  base.records[0].causes[0].sources = {MakeText("page")};
  const std::vector<Section> sections = SectionsOf(base, "13002");
  EXPECT_THAT(Part(sections, "causes"), HasSubstr("*Documented [1]*"));
  EXPECT_EQ(Part(sections, "sources"), "1. [A page](https://example.com/page), Microsoft, seen 2026-01-01");
}

TEST(ErrorSections, HoldEverySpellingOfBothCodes) {
  const std::string codes = Part(SectionsOf(SampleBase(), "13910"), "codes");
  for (const char* spelling : {"13910", "0x3656", "0x80073656", "0xC0360001", "0xD0360001", "01 00 36 C0"})
    EXPECT_THAT(codes, HasSubstr(spelling));
}

TEST(ErrorSections, TellThatARangeMarkerIsNeverReturned) {
  KnowledgeBase base = SampleBase();
  base.codes[0].message = base.codes[0].symbol;
  EXPECT_THAT(Part(SectionsOf(base, "13001"), "meaning"), HasSubstr("does not return it"));
}

TEST(ErrorMarkdown, LinksMarkdownToMarkdown) {
  KnowledgeBase base = BaseWithRecord();
  base.records[0].meaning = MakeText("See [that](code:13001).");
  const LinkedBase linked = LinkBase(base);
  EXPECT_THAT(ErrorMarkdown(*linked.FindPage("13002"), {.linked = &linked, .root = "../", .extension = ".md"}),
              HasSubstr("See [that](../errors/13001.md)."));
}

}  // namespace
}  // namespace errlookup
