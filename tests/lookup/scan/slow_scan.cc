#include "tests/lookup/scan/slow_scan.h"

#include <algorithm>
#include <ostream>

#include "lookup/engine/text_number.h"
#include "tests/support/catalog_index.h"

namespace errlookup {

void PrintTo(const Found& found, std::ostream* out) {
  *out << found.line << ":" << found.column << " " << found.text << " = " << found.code;
}

const CodeSet& CatalogCodes() {
  static const CodeSet codes(CatalogIndex());
  return codes;
}

std::vector<Found> SlowScan(const CodeSet& codes, std::string_view text) {
  const Recognizer recognizer(codes);
  const InputContext context{.columns = ColumnHeader(text.substr(0, ColumnHeader::kLongest))};
  const std::string padded = std::string(text) + std::string(ChunkScanner::kPadding, '\n');
  const std::string_view input = std::string_view(padded).substr(0, text.size());
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < text.size(); ++i) recognizer.Recognize(input, i, 0xFFFF, context, hits);
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
  std::vector<Found> found;
  std::size_t last = std::string_view::npos;
  for (const Hit& hit : hits) {
    if (hit.begin == last) continue;
    last = hit.begin;
    const std::string_view before = text.substr(0, hit.begin);
    const std::size_t feed = before.rfind('\n');
    found.push_back({.line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1,
                     .column = hit.begin - (feed == std::string_view::npos ? 0 : feed + 1) + 1,
                     .text = std::string(text.substr(hit.begin, hit.end - hit.begin)),
                     .code = hit.code->value});
  }
  return found;
}

std::vector<Found> ScanInBlocks(const ChunkScanner& scanner, std::string_view text, std::size_t block) {
  std::vector<Found> found;
  const auto sink = [&](const Finding& finding) {
    found.push_back({finding.line, finding.column, std::string(finding.text), finding.code->value});
  };
  Scanner run(scanner, sink, /*chunk_size=*/1);
  for (std::size_t i = 0; i < text.size(); i += block) run.Feed(text.substr(i, block));
  run.Finish();
  return found;
}

std::string CodesIn(std::string_view text) {
  static const ChunkScanner scanner(CatalogCodes());
  std::string codes;
  const auto sink = [&](const Finding& finding) {
    codes += (codes.empty() ? "" : " ") + CodeText(finding.code->space, finding.code->value);
  };
  Scanner run(scanner, sink);
  run.Feed(text);
  run.Finish();
  return codes;
}

}  // namespace errlookup
