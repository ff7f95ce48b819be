// How rightly a scan reads logs such as users post: logs/ holds them, logs/expected.tsv what is in them.
//
// Columns of expected.tsv: file, line, code, kind, need. A finding counts as right if its line and code are
// listed; "optional" ones are neither missed nor false.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

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
Corpus ReadExpected() {
  Corpus corpus;
  std::ifstream file(std::filesystem::path(LOGS_FOLDER) / "expected.tsv");
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::string name, number, code, kind, need;
    std::getline(fields, name, '\t');
    std::getline(fields, number, '\t');
    std::getline(fields, code, '\t');
    std::getline(fields, kind, '\t');
    std::getline(fields, need, '\t');
    (need == "required" ? corpus.required : corpus.optional).insert({name, {std::stoull(number), code}});
  }
  return corpus;
}

std::set<LogPlace> ScanLogs() {
  std::set<LogPlace> found;
  const ChunkScanner scanner(CatalogCodes());
  for (const auto& entry : std::filesystem::directory_iterator(LOGS_FOLDER)) {
    const std::string name = entry.path().filename().string();
    if (name == "expected.tsv") continue;
    Scanner run(scanner, [&](const Finding& f) { found.insert({name, {f.line, CodeText(f.code->space, f.code->value)}}); });
    run.Feed(ReadLog(entry.path()));
    run.Finish();
  }
  return found;
}

std::string Listed(const std::set<LogPlace>& places) {
  std::string text;
  for (const auto& [file, place] : places) text += "  " + file + ":" + std::to_string(place.first) + " " + place.second + "\n";
  return text;
}

TEST(ScanCorpus, NearlyAllCodesAreFoundAndNearlyAllFindingsAreRight) {
  const Corpus corpus = ReadExpected();
  const std::set<LogPlace> found = ScanLogs();
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

TEST(ScanCorpus, TheSlowScanAgreesOnEveryLog) {
  const ChunkScanner scanner(CatalogCodes());
  for (const auto& entry : std::filesystem::directory_iterator(LOGS_FOLDER)) {
    const std::string text = ReadLog(entry.path());
    EXPECT_EQ(ScanInBlocks(scanner, text, text.size()), SlowScan(CatalogCodes(), text)) << entry.path();
  }
}

}  // namespace
}  // namespace errlookup
