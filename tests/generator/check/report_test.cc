#include "generator/check/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/record/json_tree.h"

namespace errlookup {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Problems Two() {
  return {{{"data/a,b.json", 2, 5}, Severity::kError, "code-unknown", "there is no 100% \"X\"", "did you mean Y"},
          {{"data/c.json", 0, 0}, Severity::kWarning, "file-name", "the name differs", "rename it"}};
}

std::optional<std::string> Source(const std::string& file) {
  if (file == "data/a,b.json") return "{\n  \"x\": 1\n}\n";
  return std::nullopt;
}

TEST(TextReport, ShowsTheLineWithAMarkUnderThePlace) {
  EXPECT_EQ(TextReport(Two(), Source),
            "data/a,b.json:2:5: error: there is no 100% \"X\" [code-unknown]\n"
            "  2 |   \"x\": 1\n"
            "    |     ^\n"
            "  mend: did you mean Y\n"
            "data/c.json: warning: the name differs [file-name]\n"
            "  mend: rename it\n");
}

TEST(TextReport, CutsALongLineAroundThePlace) {
  const std::string line = "\"" + std::string(300, 'a') + "\xC3\xA9!" + std::string(300, 'b') + "\"";
  const Problems problems = {{{"f", 1, 304}, Severity::kError, "r", "x", ""}};
  const std::string report = TextReport(problems, [&](const std::string&) { return std::optional<std::string>(line); });
  EXPECT_THAT(report, HasSubstr("| ... aaa"));
  EXPECT_THAT(report, HasSubstr("bbb ...\n"));
  // The mark stands under the "!": as many characters before it as in the line above.
  const std::string shown = report.substr(report.find("  1 |"));
  EXPECT_EQ(shown.find('!'), shown.find('^') - shown.find('\n') - 1 + 1);  // é has two bytes, one column
}

TEST(TextReport, DoesNotLetDataDriveTheTerminal) {
  const Problems problems = {{{"f\x1b[2J", 1, 1}, Severity::kError, "r", "a\x1b]0;x\x07", "b\xFF"}};
  const std::string report =
      TextReport(problems, [](const std::string&) { return std::optional<std::string>("\x1b[31m"); });
  EXPECT_THAT(report, Not(HasSubstr("\x1b")));
  EXPECT_THAT(report, Not(HasSubstr("\x07")));
  EXPECT_THAT(report, HasSubstr("b\xEF\xBF\xBD"));
}

TEST(JsonReport, IsJsonThatHoldsEverything) {
  Problems none;
  const std::optional<JsonNode> root = ParseJson(JsonReport(Two()), "report", none);
  ASSERT_TRUE(root.has_value());
  EXPECT_EQ(root->Find("errors")->integer, 1);
  EXPECT_EQ(root->Find("warnings")->integer, 1);
  const JsonNode& first = root->Find("problems")->items[0];
  EXPECT_EQ(first.Find("file")->text, "data/a,b.json");
  EXPECT_EQ(first.Find("line")->integer, 2);
  EXPECT_EQ(first.Find("column")->integer, 5);
  EXPECT_EQ(first.Find("severity")->text, "error");
  EXPECT_EQ(first.Find("rule")->text, "code-unknown");
  EXPECT_EQ(first.Find("reason")->text, "there is no 100% \"X\"");
  EXPECT_EQ(first.Find("mend")->text, "did you mean Y");
  EXPECT_EQ(JsonReport({}), "{ \"problems\": [], \"errors\": 0, \"warnings\": 0 }\n");
}

TEST(GithubReport, EscapesWhatHasAMeaningThere) {
  EXPECT_EQ(GithubReport(Two()),
            "::error file=data/a%2Cb.json,line=2,col=5,title=code-unknown::there is no 100%25 \"X\"; did you mean Y\n"
            "::warning file=data/c.json,line=1,col=1,title=file-name::the name differs; rename it\n");
}

TEST(SarifReport, IsJsonWithRulesAndPlaces) {
  Problems none;
  const std::optional<JsonNode> root = ParseJson(SarifReport(Two()), "report", none);
  ASSERT_TRUE(root.has_value());
  EXPECT_EQ(root->Find("version")->text, "2.1.0");
  const JsonNode& run = root->Find("runs")->items[0];
  EXPECT_EQ(run.Find("tool")->Find("driver")->Find("rules")->items.size(), 2u);
  const JsonNode& place = *run.Find("results")->items[0].Find("locations")->items[0].Find("physicalLocation");
  EXPECT_EQ(place.Find("artifactLocation")->Find("uri")->text, "data/a%2Cb.json");
  EXPECT_EQ(place.Find("region")->Find("startLine")->integer, 2);
  ASSERT_TRUE(ParseJson(SarifReport({}), "report", none).has_value());
}

TEST(CountReport, SaysHowMany) {
  EXPECT_EQ(CountReport({}), "no problems");
  EXPECT_EQ(CountReport(Two()), "1 error and 1 warning");
  EXPECT_EQ(CountReport({Two()[0], Two()[0]}), "2 errors");
}

}  // namespace
}  // namespace errlookup
