#include "generator/record/json_tree.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::HasSubstr;

JsonNode Parse(std::string_view text) {
  Problems problems;
  std::optional<JsonNode> root = ParseJson(text, "f.json", problems);
  EXPECT_TRUE(problems.empty()) << problems[0].reason;
  return root.value_or(JsonNode{});
}

Problem FirstProblem(std::string_view text) {
  Problems problems;
  ParseJson(text, "f.json", problems);
  return problems.empty() ? Problem{} : problems[0];
}

std::string PlaceOf(int line, int column) { return std::to_string(line) + ":" + std::to_string(column); }
std::string PlaceOf(const JsonNode& node) { return PlaceOf(node.line, node.column); }
std::string PlaceOf(const Problem& problem) { return PlaceOf(problem.at.line, problem.at.column); }

TEST(JsonTree, KnowsThePlaceOfEveryKind) {
  const JsonNode root = Parse("{ \"a\": 12,\n  \"b\" : [ true, null,-1.5 , \"x\", {} ],\n\t\"c\":\"\\\"\" }");
  EXPECT_EQ(PlaceOf(root), "1:1");
  EXPECT_EQ(PlaceOf(*root.Find("a")), "1:8");
  const JsonNode& list = *root.Find("b");
  EXPECT_EQ(PlaceOf(list), "2:9");
  EXPECT_EQ(PlaceOf(list.items[0]), "2:11");
  EXPECT_EQ(PlaceOf(list.items[1]), "2:17");
  EXPECT_EQ(PlaceOf(list.items[2]), "2:22");
  EXPECT_EQ(PlaceOf(list.items[3]), "2:29");
  EXPECT_EQ(PlaceOf(list.items[4]), "2:34");
  EXPECT_EQ(PlaceOf(*root.Find("c")), "3:6");
  EXPECT_EQ(root.Find("c")->text, "\"");
}

TEST(JsonTree, KnowsThePlaceOfKeys) {
  const JsonNode root = Parse("{\n  \"first\": 1,\n  \"second\": 2\n}");
  EXPECT_EQ(PlaceOf(root.members[0].line, root.members[0].column), "2:3");
  EXPECT_EQ(PlaceOf(root.members[1].line, root.members[1].column), "3:3");
}

TEST(JsonTree, KnowsPlacesRightAfterNumbers) {
  const JsonNode root = Parse("[[1,2],[3],4]");
  EXPECT_EQ(PlaceOf(root.items[0].items[1]), "1:5");
  EXPECT_EQ(PlaceOf(root.items[1]), "1:8");
  EXPECT_EQ(PlaceOf(root.items[1].items[0]), "1:9");
  EXPECT_EQ(PlaceOf(root.items[2]), "1:12");
}

TEST(JsonTree, CountsColumnsInBytes) {
  const JsonNode root = Parse("{ \"ü\": \"é\", \"x\": 1 }");
  EXPECT_EQ(PlaceOf(*root.Find("x")), "1:20");
}

TEST(JsonTree, SkipsAByteOrderMark) {
  const JsonNode root = Parse("\xEF\xBB\xBF{ \"a\": 1 }");
  EXPECT_EQ(PlaceOf(root), "1:4");
  EXPECT_EQ(PlaceOf(*root.Find("a")), "1:11");
}

TEST(JsonTree, ReadsIntegersThatFitAndKeepsOthersAsText) {
  const JsonNode root = Parse("[9223372036854775807, 18446744073709551615, 1.50, -3]");
  EXPECT_EQ(root.items[0].integer, INT64_MAX);
  EXPECT_FALSE(root.items[1].integer.has_value());
  EXPECT_EQ(root.items[1].text, "18446744073709551615");
  EXPECT_EQ(root.items[2].text, "1.50");
  EXPECT_EQ(root.items[3].integer, -3);
}

TEST(JsonTree, RefusesAKeyThatStandsTwiceAndKeepsTheFirst) {
  Problems problems;
  const std::optional<JsonNode> root =
      ParseJson("{ \"a\": 1,\n  \"a\": { \"b\": [2] },\n  \"c\": 3 }", "f.json", problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].rule, "json-key-twice");
  EXPECT_EQ(PlaceOf(problems[0]), "2:3");
  EXPECT_THAT(problems[0].reason, HasSubstr("line 1"));
  ASSERT_TRUE(root.has_value());
  EXPECT_EQ(root->Find("a")->integer, 1);
  EXPECT_EQ(root->Find("c")->integer, 3);
}

TEST(JsonTree, PointsAtTheMistake) {
  EXPECT_EQ(PlaceOf(FirstProblem("{\n  \"a\": 1\n  \"b\": 2\n}")), "3:5");
  EXPECT_EQ(PlaceOf(FirstProblem("{ \"a\": 1, }")), "1:11");
  EXPECT_EQ(PlaceOf(FirstProblem("{\n  \"a\": \"x")), "2:10");
  EXPECT_EQ(FirstProblem("").rule, "json-syntax");
  EXPECT_THAT(FirstProblem("{").reason, HasSubstr("ends too early"));
}

TEST(JsonTree, NamesATypographicQuote) {
  for (const char* text : {"{\n \"a\": \u201Cb\"}", "{\n \u201Ea\u201C: 1}", "{\n \"a\": \"b\u201D,\n \"c\": 1}",
                           "{\n \"a\": \"b\u201D,\r\n \"c\": 1}"}) {
    const Problem problem = FirstProblem(text);
    EXPECT_EQ(problem.rule, "json-syntax");
    EXPECT_EQ(problem.at.line, 2) << text;
    EXPECT_NE(problem.reason.find("is a typographic quote"), std::string::npos) << problem.reason;
    EXPECT_EQ(problem.mend, "write the plain quote: \"");
  }
}

TEST(JsonTree, RefusesWhatIsNotUtf8) {
  EXPECT_THAT(FirstProblem("{ \"a\": \"\xFF\" }").reason, HasSubstr("UTF-8"));
  EXPECT_EQ(FirstProblem("\"\xED\xA0\x80\"").rule, "json-syntax");
  EXPECT_EQ(FirstProblem("\"\\uD800\"").rule, "json-syntax");
}

TEST(JsonTree, RefusesDeepNestingWithoutUsingTheStack) {
  EXPECT_EQ(FirstProblem(std::string(1000000, '[')).rule, "json-too-deep");
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_EQ(FirstProblem(objects).rule, "json-too-deep");
  Parse(std::string(kMaximumJsonDepth, '[') + std::string(kMaximumJsonDepth, ']'));
}

TEST(JsonTree, FailsOnEveryBeginningOfAFile) {
  const std::string whole = "{ \"a\": [1, \"x\\n\\u00e9\", { \"b\": null }], \"c\": -1.5e3 }";
  Parse(whole);
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_EQ(FirstProblem(whole.substr(0, length)).rule, "json-syntax") << length;
}

TEST(JsonQuote, IsReadBackAsItWas) {
  std::string text;
  for (int c = 0; c < 128; ++c) text += static_cast<char>(c);
  text += "é使\xF0\x9F\x94\x91";
  EXPECT_EQ(Parse(JsonQuote(text)).text, text);
  EXPECT_EQ(JsonQuote("a\"b\\c\nd\te\x01/é"), "\"a\\\"b\\\\c\\nd\\te\\u0001/é\"");
}

}  // namespace
}  // namespace errlookup
