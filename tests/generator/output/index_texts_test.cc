#include "generator/output/index_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace errlookup {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Command MakeCommand(std::string line, std::string shell) {
  Command command;
  command.line.value = std::move(line);
  command.shell = std::move(shell);
  return command;
}

Step MakeStep(std::string doing, std::vector<Command> run) {
  Step step;
  step.doing.value = std::move(doing);
  step.run = std::move(run);
  return step;
}

// A procedure with commands in two of its steps.
KnowledgeBase BaseWithProcedure() {
  Procedure look;
  look.id = "look";
  look.title.value = "Look";
  look.placeholders = {{"File", "A file", "a.xml", {}}, {"Unused", "Nothing", "", {}}};
  look.steps = {MakeStep("Note the time.", {}),
                MakeStep("Ask for it. It takes long.", {MakeCommand("netsh show <File>", "cmd"), MakeCommand("netsh show more", "cmd")}),
                MakeStep("Try again.", {}),
                MakeStep("Ask once more", {MakeCommand("Get-It", "powershell")}),
                MakeStep("Read it.", {})};
  KnowledgeBase base;
  base.procedures = {look};
  return base;
}

std::optional<Section> LookFirst(std::string text) {
  const KnowledgeBase base = BaseWithProcedure();
  const LinkedBase linked = LinkBase(base);
  Family family;
  family.text.value = std::move(text);
  return LookFirstSection(family, {.linked = &linked, .root = "https://example.com/"});
}

TEST(LookFirst, IsTheParagraphOfTheFamily) {
  const std::optional<Section> section = LookFirst("Some words.\n\n**Look first** at the clock.\n\nMore words.");
  ASSERT_TRUE(section);
  EXPECT_EQ(section->key, "look-first");
  EXPECT_EQ(section->markdown, "**Look first** at the clock.");
}

TEST(LookFirst, IsNothingWithoutSuchAParagraph) { EXPECT_FALSE(LookFirst("Some words that do not say: **Look first**.")); }

TEST(LookFirst, TellsTheLinkedProcedureInShort) {
  const std::optional<Section> section = LookFirst("**Look first** at [it](procedure:look).");
  ASSERT_TRUE(section);
  EXPECT_EQ(section->markdown,
            "**Look first** at [it](https://example.com/procedures/look.html).\n\n"
            "**Look**\n\n"
            "1. Ask for it.\n\n"
            "   Command prompt:\n\n"
            "   ```bat\n"
            "   netsh show <File>\n"
            "   netsh show more\n"
            "   ```\n\n"
            "2. Try again.\n\n"
            "3. Ask once more\n\n"
            "   PowerShell:\n\n"
            "   ```powershell\n"
            "   Get-It\n"
            "   ```\n\n"
            "- `<File>`: A file, for example `a.xml`");
}

class PlaceholderSectionTest : public ::testing::Test {
 protected:
  std::optional<Section> Make(std::string markdown) {
    const LinkedBase linked = LinkBase(base_);
    ErrorPage page;
    page.record = &record_;
    return PlaceholderSection(page, {{"fixes", "Fix it", std::move(markdown)}}, linked);
  }

  KnowledgeBase base_ = BaseWithProcedure();
  Record record_;
};

TEST_F(PlaceholderSectionTest, ExplainsTheNamesOnThePage) {
  record_.placeholders = {{"Name", "Its name", "Office", {}}, {"Other", "Another", "", {}}};
  const std::optional<Section> section = Make("```bat\nnetsh show <Name>\n```");
  ASSERT_TRUE(section);
  EXPECT_EQ(*section, (Section{"placeholders", "Names in the commands", "- `<Name>`: Its name, for example `Office`"}));
}

TEST_F(PlaceholderSectionTest, TakesThoseOfTheProceduresShown) {
  Fix fix;
  fix.procedure.value = "look";
  record_.fixes = {fix};
  const std::optional<Section> section = Make("netsh show <File>");
  ASSERT_TRUE(section);
  EXPECT_THAT(section->markdown, HasSubstr("- `<File>`: A file"));
  EXPECT_THAT(section->markdown, Not(HasSubstr("Unused")));
}

TEST_F(PlaceholderSectionTest, IsNothingWithoutNames) {
  record_.placeholders = {{"Name", "Its name", "Office", {}}};
  EXPECT_FALSE(Make("netsh show all"));
}

}  // namespace
}  // namespace errlookup
