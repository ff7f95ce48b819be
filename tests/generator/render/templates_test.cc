#include "generator/render/templates.h"

#include <gmock/gmock.h>

#include "generator/render/json_text.h"

namespace errlookup {
namespace {

using testing::HasSubstr;

std::string RenderText(const std::string& text, const View& view) {
  const Result<Templates> templates = Templates::FromTexts({{"t", text}});
  return templates.ok() ? templates->Render("t", view) : templates.error().message;
}

TEST(Templates, EscapesEverythingInDoubleBraces) {
  const View view = View().Set("x", "<a href='\"&'>");
  EXPECT_EQ(RenderText("{{x}}", view), "&lt;a href=&apos;&quot;&amp;&apos;&gt;");
}

TEST(Templates, TakesEmptyTextForAbsent) {
  EXPECT_EQ(RenderText("{{#x}}yes{{/x}}{{^x}}no{{/x}}", View().Set("x", "")), "no");
}

TEST(Templates, PutsPartialsInPlace) {
  const Result<Templates> templates = Templates::FromTexts({{"outer", "a\n{{>inner}}\nb\n"}, {"inner", "{{x}}\n"}});
  ASSERT_TRUE(templates.ok());
  EXPECT_EQ(templates->Render("outer", View().Set("x", "1")), "a\n1\nb\n");
}

TEST(Templates, ReportsAMissingPartial) {
  EXPECT_THAT(RenderText("{{>gone}}", View()), HasSubstr("gone.mustache"));
}

TEST(Templates, ReportsAPartialThatContainsItself) {
  EXPECT_THAT(RenderText("{{>t}}", View()), HasSubstr("contains itself"));
}

TEST(Templates, ReportsAnOpenSection) { EXPECT_THAT(RenderText("{{#x}}", View()), HasSubstr("t.mustache")); }

TEST(JsonText, EscapesAndKeepsTheOrder) {
  const View view = View().Set("b", "q\"\\\n\x01").Set("a", View::List{View(true), View(std::int64_t{4294967295})}).Set("c", View::List{});
  EXPECT_EQ(ToJson(view), "{\n  \"b\": \"q\\\"\\\\\\n\\u0001\",\n  \"a\": [\n    true,\n    4294967295\n  ],\n  \"c\": []\n}\n");
}

}  // namespace
}  // namespace errlookup
