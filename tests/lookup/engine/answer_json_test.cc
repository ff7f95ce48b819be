#include "lookup/engine/answer_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/catalog_index.h"

namespace errlookup {
namespace {

using nlohmann::json;

json Ask(std::string_view query) {
  const Engine engine(CatalogIndex());
  return json::parse(AnswerToJson(CatalogIndex(), query, engine.Ask(query)));
}

json Decode(std::string_view query) {
  const Engine engine(CatalogIndex());
  return json::parse(ReadingsToJson(CatalogIndex(), query, engine.Decode(query)));
}

TEST(AnswerJson, NamesTheCodeOfAResult) {
  const json result = Ask("0x800732DF").at("results").at(0);
  EXPECT_EQ(result.at("code"), 13023);
  EXPECT_EQ(result.at("space"), "win32");
  EXPECT_EQ(result.at("hex"), "0x32DF");
  EXPECT_EQ(result.at("symbol"), "ERROR_IPSEC_QM_POLICY_PENDING_DELETION");
  EXPECT_EQ(result.at("message"), "The Quick Mode policy is pending deletion.");
  EXPECT_EQ(result.at("page"), "errors/13023.html");
  EXPECT_EQ(result.at("found_by"), "decoded");
  EXPECT_EQ(result.at("confident"), true);
}

TEST(AnswerJson, RepeatsTheQuery) { EXPECT_EQ(Ask("a \"b\" \\ \t\n\x01 ü").at("query"), "a \"b\" \\ \t\n\x01 ü"); }

TEST(AnswerJson, ReplacesInvalidUtf8InTheQuery) { EXPECT_EQ(Ask("13801 \xFF").at("query"), "13801 \uFFFD"); }

TEST(AnswerJson, StaysOnOneLine) {
  const std::string text = AnswerToJson(CatalogIndex(), "a\nb", Engine(CatalogIndex()).Ask("a\nb"));
  EXPECT_EQ(text.find('\n'), std::string::npos);
}

TEST(AnswerJson, GivesNoPageToACodeThatIsNotOurs) {
  const json answer = Ask("87");
  EXPECT_FALSE(answer.at("results").at(0).contains("page"));
  EXPECT_EQ(answer.at("notes").size(), 1u);
}

TEST(AnswerJson, ListsTheOtherCodeOfTheSameError) {
  const json result = Ask("13910").at("results").at(0);
  EXPECT_EQ(result.at("same_error").at(0).at("symbol"), "STATUS_IPSEC_BAD_SPI");
}

TEST(AnswerJson, HasAnEmptyListWhenNothingIsFound) {
  const json answer = Ask("");
  EXPECT_EQ(answer.at("results"), json::array());
  EXPECT_EQ(answer.at("found"), false);
}

TEST(AnswerJson, ListsReadingsBestFirst) {
  const json readings = Decode("0x800732DF").at("readings");
  EXPECT_EQ(readings.at(0).at("space"), "hresult");
  EXPECT_EQ(readings.at(0).at("value"), "0x800732DF");
  EXPECT_EQ(readings.at(1).at("value"), "0x32DF");
  EXPECT_EQ(readings.at(1).at("symbol"), "ERROR_IPSEC_QM_POLICY_PENDING_DELETION");
}

TEST(AnswerJson, NamesTheBitsOfAnHresult) {
  const json bits = Decode("0x80320009").at("readings").at(0).at("bits");
  EXPECT_EQ(bits.at("severity"), 1);
  EXPECT_EQ(bits.at("facility"), 0x32);
  EXPECT_EQ(bits.at("facility_name"), "FACILITY_FWP");
  EXPECT_EQ(bits.at("code"), 9);
}

TEST(AnswerJson, NamesTheFacilityOfTheNtstatusInsideAnHresult) {
  const json bits = Decode("0xD0360001").at("readings").at(0).at("bits");
  EXPECT_EQ(bits.at("nt"), true);
  EXPECT_EQ(bits.at("facility_name"), "FACILITY_IPSEC");
}

}  // namespace
}  // namespace errlookup
