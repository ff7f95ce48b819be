// Overlays on the real knowledge base: tests/generator/overlay/acme, and broken ones written here.
#include "generator/output/overlay.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kData = PROJECT_ROOT "/data";
const std::string kAcme = PROJECT_ROOT "/tests/generator/overlay/acme";

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "overlay_test_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  std::filesystem::path path() const { return path_; }

  void Write(const std::string& file, std::string_view text) const {
    std::filesystem::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file) << text;
  }

 private:
  std::filesystem::path path_;
};

// A folder with a good overlay.json and these codes.
void WriteCodes(const TemporaryFolder& folder, std::string_view codes) {
  folder.Write("overlay.json", R"({"id": "acme", "name": "Acme"})");
  folder.Write("codes.json", "{\"codes\": [" + std::string(codes) + "]}");
}

std::vector<std::string> RulesOf(const TemporaryFolder& folder) {
  const Result<OverlayReport> report = BuildOverlay({.folder = folder.path(), .data = kData, .out = {}});
  if (!report.ok()) return {report.error().message};
  std::vector<std::string> rules;
  for (const Problem& problem : report->problems) rules.push_back(problem.rule);
  return rules;
}

IndexInput AcmeInput() {
  const Result<JoinedOverlay> joined = ReadAndCheckOverlay(kAcme, kData);
  EXPECT_TRUE(joined.ok());
  EXPECT_THAT(joined->problems, IsEmpty());
  return MakeOverlayInput(*joined);
}

std::string TextOf(const PageInput& page, std::string_view key) {
  for (const Section& section : page.sections)
    if (section.key == key) return section.markdown;
  return {};
}

std::vector<std::string> KeysOf(const PageInput& page) {
  std::vector<std::string> keys;
  for (const Section& section : page.sections) keys.push_back(section.key);
  return keys;
}

TEST(Overlay, HoldsOnlyWhatTheCompanySays) {
  const IndexInput input = AcmeInput();
  std::vector<std::string> symbols;
  for (const EntryInput& entry : input.entries) symbols.push_back(entry.symbol);
  EXPECT_THAT(symbols, ElementsAre("ERROR_IPSEC_IKE_AUTH_FAIL", "ACME_ERROR_NO_PROFILE", "ACME_E_TOKEN_EXPIRED"));
}

TEST(Overlay, PutsEveryPageIntoTheFamilyOfTheCompany) {
  for (const PageInput& page : AcmeInput().pages) {
    EXPECT_EQ(page.family, "acme");
    EXPECT_EQ(page.family_title, "Acme network team");
  }
}

TEST(Overlay, TakesTheMessageOfOurCodeFromTheCatalogue) {
  EXPECT_EQ(AcmeInput().entries[0].message, "IKE authentication credentials are unacceptable");
}

TEST(Overlay, SaysOnlyWhatTheRecordSaysOfOurCode) {
  EXPECT_THAT(KeysOf(AcmeInput().pages[0]), ElementsAre("quick-answer", "fixes", "related", "sources"));
}

TEST(Overlay, SaysOfACodeWithoutARecordHowItIsSpelt) {
  EXPECT_THAT(KeysOf(AcmeInput().pages[1]), ElementsAre("codes"));
}

TEST(Overlay, LinksOurPagesToOurSiteAndItsOwnNowhere) {
  const IndexInput input = AcmeInput();
  EXPECT_THAT(TextOf(input.pages[2], "quick-answer"), HasSubstr("[13801](https://errlookup.example/errors/13801.html)"));
  EXPECT_THAT(TextOf(input.pages[0], "related"), HasSubstr("- 0xA0010001 ACME_E_TOKEN_EXPIRED, often confused"));
  EXPECT_EQ(input.base_url, "");
}

TEST(Overlay, KnowsTheCommandsOfTheCompany) {
  EXPECT_THAT(TextOf(AcmeInput().pages[0], "fixes"), HasSubstr("Command prompt, as administrator:"));
}

TEST(Overlay, DatesFromItsNewestRecord) { EXPECT_EQ(AcmeInput().data_version, "2026-11-20"); }

TEST(Overlay, NeedsAFileThatSaysWhoSpeaks) {
  const TemporaryFolder folder;
  const Result<OverlayReport> report = BuildOverlay({.folder = folder.path(), .data = kData, .out = {}});
  ASSERT_FALSE(report.ok());
  EXPECT_THAT(report.error().message, HasSubstr("has no overlay.json"));
}

TEST(Overlay, RefusesACodeThatIsOurs) {
  const TemporaryFolder folder;
  WriteCodes(folder, R"({"space": "win32", "value": "13801", "symbol": "ACME_X", "message": "m"})");
  EXPECT_THAT(RulesOf(folder), ElementsAre("own-code-known"));
}

TEST(Overlay, RefusesANameThatIsOurs) {
  const TemporaryFolder folder;
  WriteCodes(folder, R"({"space": "win32", "value": "50000", "symbol": "ERROR_IPSEC_IKE_AUTH_FAIL", "message": "m"})");
  EXPECT_THAT(RulesOf(folder), ElementsAre("own-code-name"));
}

TEST(Overlay, RefusesANumberThatDoesNotFit) {
  const TemporaryFolder folder;
  WriteCodes(folder, R"({"space": "win32", "value": "5000000000", "symbol": "ACME_X", "message": "m"})");
  EXPECT_THAT(RulesOf(folder), ElementsAre("own-code-value"));
  WriteCodes(folder, R"({"space": "hresult", "value": "A0010001", "symbol": "ACME_X", "message": "m"})");
  EXPECT_THAT(RulesOf(folder), ElementsAre("own-code-value"));
}

TEST(Overlay, HoldsItsRecordsAgainstOurData) {
  const TemporaryFolder folder;
  folder.Write("overlay.json", R"({"id": "acme", "name": "Acme"})");
  folder.Write("records/anything.json", R"({
    "codes": ["ERROR_IPSEC_IKE_AUTH_FALL"], "title": "t", "summary": "s", "updated": "2026-11-20",
    "quick_answer": {"text": "See [it](procedure:no-such).", "run": [{"line": "netsh ipsec static show sa"}]}})");
  EXPECT_THAT(RulesOf(folder), testing::UnorderedElementsAre("code-unknown", "link-procedure", "command-unknown"));
}

TEST(Overlay, RefusesFilesThatHaveNoPlaceInIt) {
  const TemporaryFolder folder;
  folder.Write("overlay.json", R"({"id": "acme", "name": "Acme"})");
  folder.Write("maps/mine.json", "{}");
  EXPECT_THAT(RulesOf(folder), ElementsAre("file-unexpected"));
}

TEST(Overlay, WritesNothingWhenThereAreProblems) {
  const TemporaryFolder folder;
  WriteCodes(folder, R"({"space": "win32", "value": "13801", "symbol": "ACME_X", "message": "m"})");
  const std::filesystem::path out = folder.path() / "acme.idx";
  const Result<OverlayReport> report = BuildOverlay({.folder = folder.path(), .data = kData, .out = out});
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->has_errors());
  EXPECT_FALSE(std::filesystem::exists(out));
}

}  // namespace
}  // namespace errlookup
