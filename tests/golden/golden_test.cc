// The site of a small, fixed knowledge base, file by file: tests/golden/data in, tests/golden/site out.
//
//   UPDATE_GOLDEN=1 build/default/bin/golden_test      writes what comes out, to be read line by line in the diff
//
// A golden records what happened, not what is right.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include <gmock/gmock.h>

#include "generator/output/build_site.h"
#include "generator/output/files.h"
#include "generator/record/files.h"
#include "generator/record/reader.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

const fs::path kRoot = PROJECT_ROOT;
const fs::path kGolden = kRoot / "tests/golden/site";

Files MadeFiles() {
  const Result<ReadOutcome> read = ReadKnowledgeBase(kRoot / "tests/golden/data");
  for (const Problem& problem : read->problems) ADD_FAILURE() << problem.at.file << ":" << problem.at.line << ": " << problem.reason;
  const fs::path no_static_files = kRoot / "tests/golden/static";
  const Result<std::vector<OutputFile>> files =
      RenderSite(read->knowledge_base, {.templates = kRoot / "templates", .static_files = no_static_files, .wasm = {},
                                        .base_url = read->knowledge_base.site.base_url, .jobs = 1, .on_progress = {}});
  Files made;
  if (!files.ok()) ADD_FAILURE() << files.error().message;
  else for (const OutputFile& file : *files) made[file.path] = file.bytes;
  return made;
}

Files GoldenFiles() {
  Files golden;
  const Result<std::vector<std::string>> paths = ListFiles(kGolden);
  if (paths.ok()) for (const std::string& path : *paths) golden[path] = *ReadFile(kGolden / path);
  return golden;
}

void Update(const Files& files) {
  fs::remove_all(kGolden);
  for (const auto& [path, text] : files) {
    fs::create_directories((kGolden / path).parent_path());
    ASSERT_TRUE(WriteWholeFile(kGolden / path, text).ok());
  }
}

TEST(Golden, TheSiteIsAsItWas) {
  const Files made = MadeFiles();
  if (std::getenv("UPDATE_GOLDEN") != nullptr) return Update(made);
  const Files golden = GoldenFiles();
  for (const auto& [path, text] : golden) {
    ASSERT_TRUE(made.contains(path)) << path << " is no longer made";
    EXPECT_EQ(made.at(path), text) << path;
  }
  for (const auto& [path, text] : made) EXPECT_TRUE(golden.contains(path)) << path << " is new; run with UPDATE_GOLDEN=1";
}

}  // namespace
}  // namespace errlookup
