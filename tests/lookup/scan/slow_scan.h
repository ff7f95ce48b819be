// The judge of the fast scan: looks at every byte for every form, with the whole input in memory, and counts
// lines from the start for each finding.
#ifndef TESTS_LOOKUP_SCAN_SLOW_SCAN_H_
#define TESTS_LOOKUP_SCAN_SLOW_SCAN_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/scan/code_set.h"
#include "lookup/scan/scanner.h"

namespace errlookup {

// A finding that keeps its text.
struct Found {
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::string text;
  std::uint32_t code = 0;

  bool operator==(const Found&) const = default;
};
void PrintTo(const Found& found, std::ostream* out);

std::vector<Found> SlowScan(const CodeSet& codes, std::string_view text);

// The fast scan of a text that comes in blocks of "block" bytes; chunks as small as they can be, so that blocks
// become chunks.
std::vector<Found> ScanInBlocks(const ChunkScanner& scanner, std::string_view text, std::size_t block);

// The codes of the catalogue.
const CodeSet& CatalogCodes();

// "809", "13801 13801": the codes found in "text", in order.
std::string CodesIn(std::string_view text);

}  // namespace errlookup

#endif  // TESTS_LOOKUP_SCAN_SLOW_SCAN_H_
