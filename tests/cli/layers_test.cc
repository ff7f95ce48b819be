// How a company's answers are fitted to those of the knowledge base, on two small indexes made here.
#include "lookup/cli/layers.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "generator/index/index_writer.h"

namespace errlookup {
namespace {

using Lines = std::vector<std::string>;

struct Code {
  Space space;
  std::uint32_t value;
  std::string symbol, message, title;
  std::vector<std::string> search_words = {};
};

Layer MakeLayer(const std::string& name, const std::vector<Code>& codes) {
  IndexInput input;
  for (const Code& code : codes) {
    PageInput page;
    page.slug = std::to_string(code.value);
    page.title = code.title;
    page.family = name.empty() ? "ike" : "acme";
    page.family_title = name;
    page.search_words = code.search_words;
    EntryInput entry;
    entry.space = code.space;
    entry.value = code.value;
    entry.symbol = code.symbol;
    entry.message = code.message;
    entry.page = input.pages.size();
    input.pages.push_back(std::move(page));
    input.entries.push_back(std::move(entry));
  }
  std::vector<std::byte> bytes = *WriteIndex(input, IndexProfile::kFull);
  const IndexReader reader = *IndexReader::Open(bytes);
  return {.opened = {.bytes = std::move(bytes), .reader = reader}, .name = name};
}

std::vector<Layer> AcmeOverOurs() {
  std::vector<Layer> layers;
  layers.push_back(MakeLayer(
      "Acme", {{Space::kWin32, 13801, "ERROR_IPSEC_IKE_AUTH_FAIL", "IKE authentication credentials are unacceptable",
                "renew the certificate", {"template NET-7"}},
               {Space::kWin32, 13888, "ERROR_IPSEC_IKE_QM_LIMIT", "Too many quick modes", "call Acme"},
               {Space::kRas, 809, "ERROR_VPN_TIMEOUT", "The VPN server does not answer", "restart the router"},
               {Space::kHresult, 0xA0010001, "ACME_E_TOKEN", "The Acme token has expired too early", "fetch a token"}}));
  layers.push_back(MakeLayer(
      "", {{Space::kWin32, 13801, "ERROR_IPSEC_IKE_AUTH_FAIL", "IKE authentication credentials are unacceptable", "ours"},
           {Space::kWin32, 13887, "ERROR_IPSEC_IKE_MM_LIMIT", "Maximum number of established main modes exceeded", "ours"},
           {Space::kWin32, 13888, "ERROR_IPSEC_IKE_QM_LIMIT", "Too many quick modes", "ours"},
           {Space::kRas, 809, "ERROR_VPN_TIMEOUT", "The VPN server does not answer", "ours"},
           {Space::kWin32, 809, "ERROR_FILE_METADATA_OPTIMIZATION_IN_PROGRESS", "Working", "ours"}}));
  return layers;
}

// "Acme 13801!" for a sure match of the overlay, "13801?" for a suggestion of ours.
Lines Ask(const std::string& query) {
  const std::vector<Layer> layers = AcmeOverOurs();
  const std::vector<AnswerPart> parts = AskLayers(layers, query, {});
  Lines lines;
  for (const PlacedMatch& at : MatchesOf(parts, 4)) {
    const std::string speaker = at.part->origin.empty() ? "" : at.part->origin + " ";
    lines.push_back(speaker + std::to_string(at.match->value) + (at.match->is_confident ? "!" : "?"));
  }
  return lines;
}

TEST(Layers, PutTheCompanyBeforeUsForTheSameCode) {
  EXPECT_EQ(Ask("13801"), (Lines{"Acme 13801!", "13801!"}));
}

TEST(Layers, KnowTheCompanysCodesInEverySpelling) {
  EXPECT_EQ(Ask("-1610547199"), (Lines{"Acme 2684420097!"}));
  EXPECT_EQ(Ask("acme_e_token"), (Lines{"Acme 2684420097!"}));
}

TEST(Layers, FindTheCompanysPageByOurMessage) {
  const Lines found = Ask("IKE authentication credentials are unacceptable");
  ASSERT_GE(found.size(), 2u);
  EXPECT_EQ(found[0], "Acme 13801!");
  EXPECT_EQ(found[1], "13801!");
}

TEST(Layers, DoNotTakeOurSymbolForAMisspeltOneOfTheCompany) {
  const Lines found = Ask("ERROR_IPSEC_IKE_MM_LIMIT");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], "13887!");
}

TEST(Layers, LeaveACodeAloneThatTheCompanySaysNothingOf) { EXPECT_EQ(Ask("13887"), (Lines{"13887!"})); }

TEST(Layers, AnswerTwoCodesOfBoth) {
  EXPECT_EQ(Ask("13801 0xA0010001"), (Lines{"Acme 13801!", "Acme 2684420097!", "13801!"}));
}

TEST(Layers, SayOfAnAmbiguousCodeThatThereIsMore) {
  const std::vector<Layer> layers = AcmeOverOurs();
  const std::vector<AnswerPart> parts = AskLayers(layers, "809", {});
  EXPECT_TRUE(parts.back().answer.is_ambiguous);
  EXPECT_EQ(parts.front().answer.notes.size(), 1u);
}

TEST(Layers, SuggestInTurn) {
  EXPECT_EQ(Ask("quick modes server"), (Lines{"Acme 13888?", "13888?", "Acme 809?", "809?"}));
}

TEST(Layers, SuggestByTheSearchWordsOfTheCompany) { EXPECT_EQ(Ask("template NET-7"), (Lines{"Acme 13801?"})); }

TEST(Layers, ReadACodeOfTheCompanyInsideAnHresult) {
  const std::vector<Layer> layers = AcmeOverOurs();
  const std::vector<AnswerPart> parts = DecodeLayers(layers, "0xA0010001", {});
  const std::vector<PlacedReading> readings = ReadingsOf(parts);
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings[0].part->origin, "Acme");
}

}  // namespace
}  // namespace errlookup
