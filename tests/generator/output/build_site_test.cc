#include "generator/output/build_site.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>

#include "generator/output/base64.h"
#include "generator/output/index_content.h"
#include "generator/record/reader.h"
#include "tests/generator/render/sample_base.h"

namespace errlookup {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace fs = std::filesystem;

const fs::path kRoot = PROJECT_ROOT;

RenderOptions Options(unsigned jobs = 1) {
  return {.templates = kRoot / "templates", .static_files = kRoot / "site", .wasm = {}, .base_url = "https://example.com/", .jobs = jobs, .on_progress = {}};
}

std::map<std::string, std::string> RenderToMap(const KnowledgeBase& base, const RenderOptions& options) {
  const Result<std::vector<OutputFile>> files = RenderSite(base, options);
  std::map<std::string, std::string> by_path;
  if (!files.ok()) ADD_FAILURE() << files.error().message;
  else for (const OutputFile& file : *files) by_path[file.path] = file.bytes;
  return by_path;
}

KnowledgeBase BaseWithRecord(const std::string& title) {
  KnowledgeBase base = SampleBase();
  base.records.push_back(SampleRecord({"ERROR_IPSEC_QM_POLICY_IN_USE"}, title));
  return base;
}

TEST(RenderSite, MakesAPageForEveryCode) {
  const auto site = RenderToMap(SampleBase(), Options());
  for (const char* slug : {"13001", "13002", "13003", "13910", "0xC0360001", "0x8032000A", "0xC022000A", "0xC0220100"})
    EXPECT_TRUE(site.contains("errors/" + std::string(slug) + ".html")) << slug;
}

TEST(RenderSite, LeadsFromTheSecondCodeToTheFirst) {
  const auto site = RenderToMap(SampleBase(), Options());
  EXPECT_THAT(site.at("errors/0xC022000A.html"), HasSubstr("<link rel=\"canonical\" href=\"https://example.com/errors/0x8032000A.html\">"));
  EXPECT_THAT(site.at("errors/0xC022000A.html"), HasSubstr("content=\"0; url=0x8032000A.html\""));
}

TEST(RenderSite, IsTheSameForAnyNumberOfJobs) {
  const KnowledgeBase base = BaseWithRecord("In use");
  EXPECT_EQ(RenderToMap(base, Options(1)), RenderToMap(base, Options(4)));
}

TEST(RenderSite, IsTheSameForAnyOrderOfRecords) {
  KnowledgeBase one = BaseWithRecord("In use");
  one.records.push_back(SampleRecord({"FWP_E_IN_USE"}, "Also in use"));
  KnowledgeBase other = one;
  std::ranges::reverse(other.records);
  EXPECT_EQ(RenderToMap(one, Options()), RenderToMap(other, Options()));
}

TEST(RenderSite, EscapesWhatComesFromData) {
  const std::string evil = "</script></title><script>alert(1)</script><img src=x onerror=alert(1)> \"'";
  KnowledgeBase base = BaseWithRecord(evil);
  Record& record = base.records[0];
  record.summary = record.meaning = record.quick_answer = MakeText(evil);
  record.causes[0].text = record.fixes[0].title = record.fixes[0].when = MakeText(evil);
  record.placeholders.emplace_back();
  record.placeholders[0].name = record.placeholders[0].label = record.placeholders[0].example = evil;
  record.faq.emplace_back();
  record.faq[0].q = record.faq[0].a = MakeText(evil);
  base.site.name = evil;
  base.codes[0].message = evil;
  for (const auto& [path, text] : RenderToMap(base, Options())) {
    if (path.starts_with("assets/") || !path.ends_with(".html")) continue;
    EXPECT_THAT(text, Not(HasSubstr("<script>"))) << path;
    EXPECT_THAT(text, Not(HasSubstr("<img src=x"))) << path;
    EXPECT_THAT(text, Not(HasSubstr("</script></title>"))) << path;
  }
}

TEST(RenderSite, HasNoInlineScriptOrStyle) {
  const std::regex inline_script("<script(?![^>]*\\bsrc=)|\\sstyle=|\\son[a-z]+=|javascript:");
  for (const auto& [path, text] : RenderToMap(BaseWithRecord("In use"), Options())) {
    if (!path.ends_with(".html")) continue;
    EXPECT_FALSE(std::regex_search(text, inline_script)) << path;
    EXPECT_TRUE(path == "404.html" || text.find("<style") == std::string::npos) << path;  // 404.html can load nothing
  }
}

// A server shows it at any depth, and readers open it from disk.
TEST(RenderSite, HasANotFoundPageThatNeedsNoOtherFile) {
  const std::string page = RenderToMap(SampleBase(), Options()).at("404.html");
  EXPECT_THAT(page, Not(HasSubstr("src=")));
  EXPECT_THAT(page, Not(HasSubstr("rel=\"stylesheet\"")));
  EXPECT_THAT(page, Not(HasSubstr("role=\"search\"")));
  EXPECT_THAT(page, HasSubstr("href=\"" + Options().base_url + "list.html\""));
}

TEST(RenderSite, LeavesTheSearchOutWithoutAModule) {
  const auto site = RenderToMap(SampleBase(), Options());
  EXPECT_FALSE(site.contains("assets/search-first.js"));
  EXPECT_THAT(site.at("index.html"), Not(HasSubstr("role=\"search\"")));
}

TEST(RenderSite, NamesNoAddressOfItsOwnWithoutABaseUrl) {
  RenderOptions options = Options();
  options.base_url = "";
  const auto site = RenderToMap(SampleBase(), options);
  EXPECT_FALSE(site.contains("sitemap.xml"));
  EXPECT_THAT(site.at("index.html"), Not(HasSubstr("canonical")));
}

TEST(RenderSite, SaysWhichTemplateIsMissing) {
  RenderOptions options = Options();
  options.templates = kRoot / "tests";
  const Result<std::vector<OutputFile>> files = RenderSite(SampleBase(), options);
  ASSERT_FALSE(files.ok());
  EXPECT_THAT(files.error().message, HasSubstr("is missing"));
}

// --- the real data --------------------------------------------------------------------------------------------------

const std::map<std::string, std::string>& RealSite() {
  static const auto* const site = [] {
    const Result<ReadOutcome> read = ReadKnowledgeBase(kRoot / "data");
    return new std::map<std::string, std::string>(RenderToMap(read->knowledge_base, Options(2)));
  }();
  return *site;
}

std::vector<std::string> AllMatches(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

bool IsOutside(const std::string& address) {
  return address.starts_with("https:") || address.starts_with("http:") || address.starts_with("mailto:");
}

TEST(RealData, EveryAddressInsideTheSiteLeadsSomewhere) {
  const std::regex id_pattern("\\sid=\"([^\"]*)\""), address_pattern("\\s(?:href|src|action)=\"([^\"]*)\"");
  std::map<std::string, std::set<std::string>> ids;
  for (const auto& [path, text] : RealSite()) {
    if (!path.ends_with(".html")) continue;
    for (const std::string& id : AllMatches(text, id_pattern)) EXPECT_TRUE(ids[path].insert(id).second) << path << " has two " << id;
  }
  std::vector<std::string> broken;
  for (const auto& [path, text] : RealSite()) {
    if (!path.ends_with(".html")) continue;
    for (const std::string& address : AllMatches(text, address_pattern)) {
      if (IsOutside(address)) continue;
      const std::string file = address.substr(0, address.find_first_of("#?"));
      const std::string target = file.empty() ? path : (fs::path(path).parent_path() / file).lexically_normal().generic_string();
      const std::size_t hash = address.find('#');
      const bool has_place = hash == std::string::npos || ids[target].contains(address.substr(hash + 1));
      if (!RealSite().contains(target) || !has_place) broken.push_back(path + ": " + address);
    }
  }
  EXPECT_THAT(broken, IsEmpty());
}

TEST(RealData, EveryCodeOfTheCatalogueHasAPage) {
  const Result<ReadOutcome> read = ReadKnowledgeBase(kRoot / "data");
  for (const CatalogCode& code : read->knowledge_base.codes)
    EXPECT_TRUE(RealSite().contains("errors/" + CodeSlug(code.space, code.value) + ".html")) << code.symbol;
}

TEST(RealData, EveryPageHoldsTheMessageAndTheSpellings) {
  const std::string& page = RealSite().at("errors/13023.html");
  for (const char* text : {"ERROR_IPSEC_QM_POLICY_PENDING_DELETION", "0x32DF", "0x000032DF", "0x800732DF", "DF 32 00 00"})
    EXPECT_THAT(page, HasSubstr(text));
}

TEST(IndexContent, HoldsEveryPageWithItsCodesInPageOrder) {
  const KnowledgeBase base = BaseWithRecord("In use");
  const IndexInput input = MakeIndexInput(LinkBase(base), "https://example.com/");
  ASSERT_EQ(input.pages.size(), 6U);
  EXPECT_EQ(input.pages[1].title, "In use");
  EXPECT_EQ(input.entries.size(), base.codes.size());
  EXPECT_EQ(input.data_version, "2026-01-02");
}

TEST(IndexContent, FindsAPageByTheEventThatReportsIt) {
  KnowledgeBase base = BaseWithRecord("In use");
  base.records[0].search_words = {"cannot delete"};
  base.records[0].appears_in = {{"event", {"4653", {}}, {}, {}}, {"tool", {"netsh", {}}, {}, {}}};
  EXPECT_THAT(MakeIndexInput(LinkBase(base), "").pages[1].search_words, ::testing::ElementsAre("cannot delete", "4653"));
}

TEST(IndexContent, FindsAPageWithoutARecordByTheWordsOfItsCode) {
  KnowledgeBase base = BaseWithRecord("In use");
  base.search_words = {{{base.codes[0].symbol, {}}, {"no such policy"}}};
  EXPECT_THAT(MakeIndexInput(LinkBase(base), "").pages[0].search_words, ::testing::ElementsAre("no such policy"));
}

TEST(IndexContent, SharesTheAdviceOfTheFamilyAmongItsCodesWithoutARecord) {
  KnowledgeBase base = BaseWithRecord("In use");
  base.families = {{base.codes[0].family, {"Policies", {}}, "", {"**Look first** at the clock.", {}}, {}}};
  const IndexInput input = MakeIndexInput(LinkBase(base), "");
  ASSERT_EQ(input.family_texts.size(), 1U);
  EXPECT_EQ(input.family_texts[0].family, base.codes[0].family);
  EXPECT_TRUE(input.pages[0].shows_family_text);
  EXPECT_FALSE(input.pages[1].shows_family_text);  // has a record
}

TEST(Base64, FollowsRfc4648) {
  EXPECT_EQ(Base64(""), "");
  EXPECT_EQ(Base64("f"), "Zg==");
  EXPECT_EQ(Base64("fo"), "Zm8=");
  EXPECT_EQ(Base64("foo"), "Zm9v");
  EXPECT_EQ(Base64("\xff\xfe"), "//4=");
}

}  // namespace
}  // namespace errlookup
