#include "generator/record/reader.h"

#include <filesystem>
#include <string>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/record/catalog.h"
#include "generator/record/files.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

struct Read {
  KnowledgeBase base;
  Problems problems;
};
Read ReadOne(std::string_view path, std::string_view text) {
  Read read;
  ReadDataFile(path, text, std::string(path), read.base, read.problems);
  return read;
}

TEST(ReadDataFile, PutsEveryFieldIntoTheModelWithItsPlace) {
  const Read read = ReadOne("records/ike/1.json", R"({
  "codes": ["A_B"],
  "applies_to": { "since": "Windows 7" },
  "quick_answer": { "text": "Look", "run": [{ "line": "wf.msc", "elevated": true }] },
  "placeholders": { "Name": { "label": "L", "example": "E" } },
  "causes": [{ "id": "c", "check": { "procedure": "p" }, "evidence": "reasoned" }]
})");
  ASSERT_EQ(read.base.records.size(), 1u);
  const Record& record = read.base.records[0];
  EXPECT_EQ(record.codes[0].value, "A_B");
  EXPECT_EQ(record.codes[0].at.line, 2);
  EXPECT_EQ(record.codes[0].at.column, 13);
  EXPECT_EQ(record.applies_since.value, "Windows 7");
  EXPECT_EQ(record.quick_answer.value, "Look");
  EXPECT_EQ(record.quick_run[0].line.value, "wf.msc");
  EXPECT_EQ(record.quick_run[0].elevated, true);
  EXPECT_EQ(record.placeholders[0].name, "Name");
  EXPECT_EQ(record.placeholders[0].at.line, 5);
  EXPECT_EQ(record.causes[0].check->procedure.value, "p");
  EXPECT_EQ(record.causes[0].evidence_at.line, 6);
}

TEST(ReadDataFile, ReportsEverythingAtOnce) {
  const Read read = ReadOne("records/ike/1.json", R"({ "tilte": "x", "level": "expert", "updated": 7 })");
  std::vector<std::string> rules;
  for (const Problem& problem : read.problems) rules.push_back(problem.rule);
  EXPECT_THAT(rules, ElementsAre("field-unknown", "field-value", "field-type", "field-missing", "field-missing",
                                 "field-missing", "field-missing", "field-missing", "field-missing", "field-missing"));
  EXPECT_THAT(read.problems[0].mend, HasSubstr("did you mean title"));
  EXPECT_THAT(read.problems[1].mend, HasSubstr("beginner, intermediate or advanced"));
}

TEST(ReadDataFile, DoesNotAlsoMissAFieldThatIsMisspelt) {
  const auto rules_of = [](std::string_view text) {
    std::vector<std::string> rules;
    for (const Problem& problem : ReadOne("site.json", text).problems) rules.push_back(problem.rule);
    return rules;
  };
  EXPECT_THAT(rules_of(R"({ "nmae": "x", "about": "y" })"), ElementsAre("field-unknown"));
  EXPECT_THAT(rules_of(R"({ "colour": "x", "about": "y" })"), ElementsAre("field-unknown", "field-missing"));
}

TEST(ReadDataFile, RefusesAFileThatBelongsNowhere) {
  EXPECT_EQ(ReadOne("recrods/ike/1.json", "{}").problems[0].rule, "file-unexpected");
}

class FolderTest : public ::testing::Test {
 protected:
  FolderTest() {
    std::string name = (fs::temp_directory_path() / "reader_test.XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    Write("catalog/ipsec.tsv",
          "space\tvalue\tsymbol\taliases\theader\tfamily\tmessage\nwin32\t13000\tERROR_A\t\th\tike\tText.\n");
    Write("catalog/windows.tsv", "space\tvalue\tsymbol\theader\n");
    Write("catalog/facilities.tsv", "space\tvalue\tname\n");
  }
  ~FolderTest() override { fs::remove_all(folder_); }
  void Write(const std::string& path, const std::string& content) {
    fs::create_directories((folder_ / path).parent_path());
    ASSERT_TRUE(WriteFileAtomically(folder_ / path, content).ok());
  }
  fs::path folder_;
};

TEST_F(FolderTest, ReadsWhatIsThereInTheOrderOfPaths) {
  for (const char* id : {"b", "a", "c"}) Write(std::string("maps/") + id + ".json", "{}");
  Write("maps/.hidden.json", "{");
  Write("record.schema.json", "{}");
  Write("commands/cmd.json", "not read here");
  const Result<ReadOutcome> outcome = ReadKnowledgeBase(folder_);
  ASSERT_TRUE(outcome.ok());
  std::vector<std::string> ids;
  for (const Map& map : outcome->knowledge_base.maps) ids.push_back(map.id);
  EXPECT_THAT(ids, ElementsAre("a", "b", "c"));
  EXPECT_EQ(outcome->knowledge_base.codes.size(), 1u);
  EXPECT_EQ(outcome->knowledge_base.maps[0].file, folder_.generic_string() + "/maps/a.json");
}

TEST_F(FolderTest, ReadsSearchWordsWhereTheyAre) {
  Write("catalog/search-words.tsv", "symbol\tsearch_words\nERROR_A\tpolicy is gone; no such policy\n");
  const Result<ReadOutcome> outcome = ReadKnowledgeBase(folder_);
  ASSERT_TRUE(outcome.ok());
  EXPECT_TRUE(outcome->problems.empty());
  ASSERT_EQ(outcome->knowledge_base.search_words.size(), 1u);
  EXPECT_EQ(outcome->knowledge_base.search_words[0].symbol.value, "ERROR_A");
  EXPECT_THAT(outcome->knowledge_base.search_words[0].phrases, ElementsAre("policy is gone", "no such policy"));
}

TEST_F(FolderTest, RefusesAFileAboveOneMebibyteWithAClearMessage) {
  Write("records/ike/1.json", "{ \"title\": \"" + std::string(20 << 20, 'x') + "\" }");
  const Result<ReadOutcome> outcome = ReadKnowledgeBase(folder_);
  ASSERT_TRUE(outcome.ok());
  ASSERT_EQ(outcome->problems.size(), 1u);
  EXPECT_EQ(outcome->problems[0].rule, "file-too-large");
  EXPECT_THAT(outcome->problems[0].reason, HasSubstr("1024 KiB"));
}

TEST_F(FolderTest, GoesOnWhenOneFileCannotBeRead) {
  Write("records/ike/1.json", "{");
  Write("maps/m.json", "{}");
  fs::create_directory(folder_ / "records/ike/2.json");
  fs::create_symlink("nowhere", folder_ / "records/ike/3.json");
  const Result<ReadOutcome> outcome = ReadKnowledgeBase(folder_);
  ASSERT_TRUE(outcome.ok());
  EXPECT_EQ(outcome->knowledge_base.maps.size(), 1u);
  EXPECT_EQ(outcome->problems.front().at.file, folder_.generic_string() + "/maps/m.json");
  EXPECT_EQ(outcome->problems.back().rule, "file-unreadable");
}

TEST_F(FolderTest, FailsWithoutTheFolder) {
  EXPECT_EQ(ReadKnowledgeBase(folder_ / "none").error().code, ErrorCode::kNotFound);
}

// Tables.

constexpr const char* kHeader = "space\tvalue\tsymbol\taliases\theader\tfamily\tmessage\n";

Problems IpsecProblems(const std::string& rows) {
  Problems problems;
  ReadIpsecCodes(kHeader + rows, "t.tsv", problems);
  return problems;
}

TEST(ReadIpsecCodes, ReadsDecimalAndHexValuesAndAliases) {
  Problems problems;
  const std::vector<CatalogCode> codes = ReadIpsecCodes(
      std::string(kHeader) +
          "hresult\t0x80320018\tFWP_E_X\tOLD_A,OLD_B\twinerror.h\twfp\tText.\r\nwin32\t13000\tE\t\th\tike\t\n",
      "t.tsv", problems);
  EXPECT_THAT(problems, IsEmpty());
  ASSERT_EQ(codes.size(), 2u);
  EXPECT_EQ(codes[0].value, 0x80320018u);
  EXPECT_THAT(codes[0].aliases, ElementsAre("OLD_A", "OLD_B"));
  EXPECT_EQ(codes[0].message, "Text.");
  EXPECT_EQ(codes[1].at.line, 3);
}

TEST(ReadIpsecCodes, PointsAtTheCellThatIsWrong) {
  const Problems space = IpsecProblems("win64\t1\tE\t\th\tike\tT\n");
  ASSERT_EQ(space.size(), 1u);
  EXPECT_EQ(space[0].rule, "table-space");
  EXPECT_EQ(space[0].at.line, 2);
  EXPECT_EQ(space[0].at.column, 1);
  const Problems value = IpsecProblems("win32\t4294967296\tE\t\th\tike\tT\n");
  ASSERT_EQ(value.size(), 1u);
  EXPECT_EQ(value[0].rule, "table-value");
  EXPECT_EQ(value[0].at.column, 7);
}

TEST(ReadIpsecCodes, RefusesBrokenRows) {
  EXPECT_EQ(IpsecProblems("win32\t1\tE\n")[0].rule, "table-columns");
  EXPECT_EQ(IpsecProblems("win32\t1\tE F\t\th\tike\tT\n")[0].rule, "table-symbol");
  EXPECT_EQ(IpsecProblems("win32\t1\tE\t\th\t\tT\n")[0].rule, "table-empty");
  EXPECT_EQ(IpsecProblems("win32\t1\tE\t\th\tike\t\xFF\n")[0].rule, "table-utf8");
  EXPECT_EQ(IpsecProblems("win32\t1\tE\t\th\tike\tT\nwin32\t1\tF\t\th\tike\tT\n")[0].rule, "table-code-twice");
  EXPECT_EQ(IpsecProblems("win32\t1\tE\t\th\tike\tT\nwin32\t2\tE\t\th\tike\tT\n")[0].rule, "table-symbol-twice");
  Problems problems;
  ReadFacilities("space\tnumber\tname\n", "t.tsv", problems);
  EXPECT_EQ(problems[0].rule, "table-header");
  problems.clear();
  ReadFacilities("space\tvalue\tname\nhresult\t0x1000\tF\n", "t.tsv", problems);
  EXPECT_EQ(problems[0].rule, "table-value");
}

TEST(CodeSlug, IsDecimalWherePeopleCountSo) {
  EXPECT_EQ(CodeSlug(Space::kWin32, 13023), "13023");
  EXPECT_EQ(CodeSlug(Space::kRas, 809), "809");
  EXPECT_EQ(CodeSlug(Space::kWinsock, 11033), "11033");
  EXPECT_EQ(CodeSlug(Space::kHresult, 0x8032000A), "0x8032000A");
  EXPECT_EQ(CodeSlug(Space::kNtstatus, 0xC0360001), "0xC0360001");
}

TEST(NearNames, FindsSlipsAndBeginnings) {
  const std::vector<std::string> known = {"summary", "title", "sources", "-AllUserConnection"};
  EXPECT_THAT(NearNames("sumary", known), ElementsAre("summary"));
  EXPECT_THAT(NearNames("TITEL", known), ElementsAre("title"));
  EXPECT_THAT(NearNames("-AllUser", known), ElementsAre("-AllUserConnection"));
  EXPECT_THAT(NearNames("banana", known), IsEmpty());
  EXPECT_THAT(NearNames(std::string(100000, 'x'), known), IsEmpty());
}

}  // namespace
}  // namespace errlookup
