#include "generator/record/canonical.h"

#include <string>

#include <gtest/gtest.h>

#include "generator/record/shapes.h"

namespace errlookup {
namespace {

std::string Form(std::string_view text, const Shape& shape = RecordShape()) {
  Result<std::string> canonical = Canonical(text, "f.json", shape);
  return canonical.ok() ? *canonical : "failed: " + canonical.error().message;
}

TEST(Canonical, PutsFieldsInTheOrderOfTheTable) {
  EXPECT_EQ(Form(R"({"title":"T","codes":["A"],"$schema":"s"})"),
            "{\n  \"$schema\": \"s\",\n  \"codes\": [\"A\"],\n  \"title\": \"T\"\n}\n");
}

TEST(Canonical, OrdersNestedObjectsToo) {
  EXPECT_EQ(Form(R"({"quick_answer":{"run":[{"on":"client","line":"x"}],"text":"t"}})"),
            "{\n  \"quick_answer\": { \"text\": \"t\", \"run\": [{ \"line\": \"x\", \"on\": \"client\" }] }\n}\n");
  EXPECT_EQ(Form(R"({"placeholders":{"P":{"example":"e","label":"l"}}})"),
            "{\n  \"placeholders\": { \"P\": { \"label\": \"l\", \"example\": \"e\" } }\n}\n");
}

TEST(Canonical, KeepsTheOrderOfListsAndOfKeysThatAreNames) {
  EXPECT_EQ(Form(R"({"search_words":["z","a"],"placeholders":{"Z":{},"A":{}}})"),
            "{\n  \"search_words\": [\"z\", \"a\"],\n  \"placeholders\": { \"Z\": {}, \"A\": {} }\n}\n");
}

TEST(Canonical, LosesNothingItDoesNotKnow) {
  EXPECT_EQ(Form(R"({"zzz":[1.50,true,null,{"b":1,"a":-0.0}],"title":"T"})"),
            "{\n  \"title\": \"T\",\n  \"zzz\": [1.50, true, null, { \"b\": 1, \"a\": -0.0 }]\n}\n");
}

TEST(Canonical, BreaksWhatIsTooWideForALine) {
  const std::string word(60, 'x');
  EXPECT_EQ(Form("{\"search_words\":[\"" + word + "\",\"" + word + "\"]}"),
            "{\n  \"search_words\": [\n    \"" + word + "\",\n    \"" + word + "\"\n  ]\n}\n");
}

TEST(Canonical, BreaksAListOfSeveralObjects) {
  EXPECT_EQ(Form(R"({"faq":[{"q":"a","a":"b"},{"q":"c","a":"d"}]})"),
            "{\n  \"faq\": [\n    { \"q\": \"a\", \"a\": \"b\" },\n    { \"q\": \"c\", \"a\": \"d\" }\n  ]\n}\n");
}

TEST(Canonical, WritesTextAsUtf8) {
  EXPECT_EQ(Form("{\"title\":\"\\u00e9\\/\\u0007\"}"), "{\n  \"title\": \"é/\\u0007\"\n}\n");
}

TEST(Canonical, IsItsOwnCanonicalForm) {
  const std::string once =
      Form(R"({"title":"T","causes":[{"text":"t","id":"i"},{"id":"j"}],"codes":["A","B"],"x":{}})");
  EXPECT_EQ(Form(once), once);
}

TEST(Canonical, RefusesWhatItWouldLose) {
  EXPECT_TRUE(Form(R"({"title":"a","title":"b"})").starts_with("failed: f.json:1:14"));
  EXPECT_TRUE(Form("{ \"title\": ").starts_with("failed: "));
}

}  // namespace
}  // namespace errlookup
