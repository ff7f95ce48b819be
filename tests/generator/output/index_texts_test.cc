#include "generator/output/index_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace errlookup {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

KnowledgeBase BaseWithProcedure() {
  Procedure look;
  look.id = "look";
  look.placeholders = {{"File", "A file", "a.xml", {}}, {"Unused", "Nothing", "", {}}};
  KnowledgeBase base;
  base.procedures = {look};
  return base;
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
