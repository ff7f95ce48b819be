#include "generator/render/family_advice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "generator/render/sections.h"

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
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

TEST(FamilyAdvice, NamesWhatItsStepsAskFor) {
  const KnowledgeBase base = BaseWithProcedure();
  Family family;
  family.text.value = "**Look first** at [it](procedure:look).";
  const std::optional<FamilyAdvice> advice = AdviceOf(family, LinkBase(base));
  ASSERT_TRUE(advice);
  EXPECT_EQ(advice->procedure->id, "look");
  EXPECT_THAT(advice->placeholders, ElementsAre(Field(&Placeholder::name, "File")));
}

std::string Beside(std::string text) {
  Family family;
  family.text.value = std::move(text);
  return TextBesideAdvice(family).value;
}

TEST(FamilyAdvice, IsNotSaidAgainWithTheRest) {
  EXPECT_EQ(Beside("Some words.\n\n**Look first** at the clock.\n\nMore words."), "Some words.\n\nMore words.");
  EXPECT_EQ(Beside("**Look first** at the clock."), "");
  EXPECT_EQ(Beside("Some words that do not say: **Look first**."), "Some words that do not say: **Look first**.");
}

class PageWithoutRecord : public ::testing::Test {
 protected:
  PageWithoutRecord() {
    Family family;
    family.id = "f";
    family.text.value = "**Look first** at [it](procedure:look).";
    base_.families = {family};
    CatalogCode code;
    code.value = 13002;
    code.symbol = "ERROR_IPSEC_A";
    code.family = "f";
    code.message = "A text.";
    base_.codes = {code};
  }
  std::string Markdown() const {
    const LinkedBase linked = LinkBase(base_);
    return ErrorMarkdown(linked.pages[0], {.linked = &linked, .root = "../", .extension = ".md"});
  }

  KnowledgeBase base_ = BaseWithProcedure();
};

TEST_F(PageWithoutRecord, BeginsWithTheAdvice) {
  EXPECT_THAT(Markdown(), HasSubstr("> A text.\n\n## What helps with every code of this family\n\n"
                                    "**Look first** at [it](../procedures/look.md).\n\n**Look**\n\n1. Ask for it.\n"));
}

TEST_F(PageWithoutRecord, HasNoneAtTheEdgeOfARange) {
  base_.codes[0].message = base_.codes[0].symbol;
  EXPECT_THAT(Markdown(), Not(HasSubstr("Look first")));
}

}  // namespace
}  // namespace errlookup
