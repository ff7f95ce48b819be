// Reads every file of cases/ and compares what the reader says with cases/expected.txt.
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "generator/record/files.h"
#include "generator/record/reader.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;
const fs::path kCases = CASES;

// "record.title-missing.json" is read as if it stood where records stand.
std::string PlaceInData(const std::string& name) {
  const std::string kind = name.substr(0, name.find('.'));
  if (kind == "record") return "records/policy-store/" + name;
  if (kind == "procedure" || kind == "map") return kind + "s/" + name;
  return kind + ".json";
}

std::string ReadCase(const fs::path& path) {
  const std::string name = path.filename().string();
  const Result<std::string> text = ReadFile(path);
  EXPECT_TRUE(text.ok());
  KnowledgeBase base;
  Problems problems;
  ReadDataFile(PlaceInData(name), *text, name, base, problems);
  std::string said;
  for (const Problem& p : problems)
    said += p.at.file + ":" + std::to_string(p.at.line) + ":" + std::to_string(p.at.column) + ": " + p.rule + ": " +
            p.reason + "; " + p.mend + "\n";
  return said;
}

std::set<fs::path> Files(const std::string& folder) {
  std::set<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(kCases / folder)) files.insert(entry.path());
  return files;
}

TEST(ReaderCases, GoodFilesHaveNoProblem) {
  for (const fs::path& file : Files("good")) EXPECT_EQ(ReadCase(file), "") << file;
}

TEST(ReaderCases, BadFilesAreRefusedAsExpected) {
  std::string said;
  for (const char* folder : {"bad", "reader-only"})
    for (const fs::path& file : Files(folder)) {
      const std::string problems = ReadCase(file);
      EXPECT_NE(problems, "") << file;
      said += problems;
    }
  const fs::path expected = kCases / "expected.txt";
  if (std::getenv("KBGEN_REWRITE_EXPECTED") != nullptr) {
    ASSERT_TRUE(WriteFileAtomically(expected, said).ok());
  }
  const Result<std::string> wanted = ReadFile(expected);
  ASSERT_TRUE(wanted.ok());
  EXPECT_EQ(said, *wanted);
}

}  // namespace
}  // namespace errlookup
