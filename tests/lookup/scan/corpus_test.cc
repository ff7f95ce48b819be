// How rightly a scan reads logs such as users post. logs/ has one log for each way in which a code may stand there;
// threads/ has what public threads look like, labelled before it was scanned (threads/README.md).
//
// expected.tsv of each folder begins with file, line, code and ends with need. A finding counts as right if its line
// and code are listed; "optional" ones are neither missed nor false.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "lookup/engine/text_number.h"
#include "lookup/scan/gzip_reader.h"
#include "lookup/scan/scanner.h"
#include "lookup/scan/utf16.h"
#include "tests/lookup/scan/slow_scan.h"

namespace errlookup {
namespace {

using LogPlace = std::pair<std::string, std::pair<std::uint64_t, std::string>>;  // file, line, code

std::string ReadLog(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), {});
  if (IsGzip(bytes)) {
    std::string text;
    GzipReader reader([&](std::string_view part) { text += part; });
    EXPECT_TRUE(reader.Feed(bytes).ok() && reader.Finish().ok());
    bytes = text;
  }
  if (const auto order = DetectUtf16(std::string_view(bytes).substr(0, 4096))) {
    std::string text;
    Utf16Decoder decoder(*order);
    decoder.Decode(bytes, text);
    decoder.Finish(text);
    bytes = text;
  }
  return bytes;
}

struct Corpus {
  std::set<LogPlace> required;
  std::set<LogPlace> optional;
};
Corpus ReadExpected(const std::filesystem::path& folder) {
  Corpus corpus;
  std::ifstream file(folder / "expected.tsv");
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::string name, number, code, need;
    std::getline(fields, name, '\t');
    std::getline(fields, number, '\t');
    std::getline(fields, code, '\t');
    while (std::getline(fields, need, '\t')) {
    }
    (need == "required" ? corpus.required : corpus.optional).insert({name, {std::stoull(number), code}});
  }
  return corpus;
}

std::vector<std::filesystem::path> LogsIn(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> logs;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().filename() != "expected.tsv" && entry.path().filename() != "README.md") logs.push_back(entry.path());
  return logs;
}

std::set<LogPlace> ScanLogs(const std::filesystem::path& folder) {
  std::set<LogPlace> found;
  const ChunkScanner scanner(CatalogCodes());
  for (const std::filesystem::path& log : LogsIn(folder)) {
    const std::string name = log.filename().string();
    Scanner run(scanner, [&](const Finding& f) { found.insert({name, {f.line, CodeText(f.code->space, f.code->value)}}); });
    run.Feed(ReadLog(log));
    run.Finish();
  }
  return found;
}

std::string Listed(const std::set<LogPlace>& places) {
  std::string text;
  for (const auto& [file, place] : places) text += "  " + file + ":" + std::to_string(place.first) + " " + place.second + "\n";
  return text;
}

class ScanCorpus : public testing::TestWithParam<const char*> {
 protected:
  std::filesystem::path folder() const { return std::filesystem::path(CORPORA_FOLDER) / GetParam(); }
};
INSTANTIATE_TEST_SUITE_P(Folders, ScanCorpus, testing::Values("logs", "threads"), [](const auto& run) { return run.param; });

TEST_P(ScanCorpus, NearlyAllCodesAreFoundAndNearlyAllFindingsAreRight) {
  const Corpus corpus = ReadExpected(folder());
  const std::set<LogPlace> found = ScanLogs(folder());
  std::set<LogPlace> missed, wrong;
  for (const LogPlace& place : corpus.required)
    if (found.count(place) == 0) missed.insert(place);
  for (const LogPlace& place : found)
    if (corpus.required.count(place) == 0 && corpus.optional.count(place) == 0) wrong.insert(place);
  const double right = static_cast<double>(corpus.required.size() - missed.size());
  EXPECT_GE(corpus.required.size(), 70u);
  EXPECT_GE(right / static_cast<double>(corpus.required.size()), 0.97) << "missed:\n" << Listed(missed);
  EXPECT_GE(right / (right + static_cast<double>(wrong.size())), 0.97) << "false:\n" << Listed(wrong);
}

TEST_P(ScanCorpus, TheSlowScanAgreesOnEveryLog) {
  const ChunkScanner scanner(CatalogCodes());
  for (const std::filesystem::path& log : LogsIn(folder())) {
    const std::string text = ReadLog(log);
    EXPECT_EQ(ScanInBlocks(scanner, text, text.size()), SlowScan(CatalogCodes(), text)) << log;
  }
}

}  // namespace
}  // namespace errlookup
