#include "lookup/scan/message_matcher.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generator/index/index_writer.h"
#include "tests/lookup/scan/slow_scan.h"

namespace errlookup {
namespace {

// Codes of a company, 1 … "count", whose messages begin differently: "E00001 is one of ours".
IndexInput ManyCodes(std::uint32_t count) {
  IndexInput input;
  for (std::uint32_t i = 1; i <= count; ++i) {
    const std::string number = std::to_string(100000 + i).substr(1);
    PageInput page;
    page.slug = number;
    page.family = "own";
    EntryInput entry;
    entry.space = Space::kHresult;
    entry.value = 0xA0010000u + i;
    entry.symbol = "OWN_E_" + number;
    entry.message = "E" + number + " is one of ours";
    entry.page = input.pages.size();
    input.pages.push_back(page);
    input.entries.push_back(entry);
  }
  return input;
}

TEST(MessageMatcher, KnowsEveryMessageOfALargeIndex) {
  const std::vector<std::byte> bytes = *WriteIndex(ManyCodes(3000), IndexProfile::kFull);
  const CodeSet codes(*IndexReader::Open(bytes));
  ASSERT_EQ(codes.messages().size(), 3000u);
  std::string log;
  for (const ScanMessage& message : codes.messages()) log += "Error: " + message.text + "\n";
  const ChunkScanner scanner(codes);
  const std::vector<Found> found = ScanInBlocks(scanner, log, log.size());
  ASSERT_EQ(found.size(), 3000u);
  EXPECT_EQ(found.front(), (Found{.line = 1, .column = 8, .text = "E00001 is one of ours", .code = 0xA0010001}));
  EXPECT_EQ(found.back(), (Found{.line = 3000, .column = 8, .text = "E03000 is one of ours", .code = 0xA0010BB8}));
}

}  // namespace
}  // namespace errlookup
