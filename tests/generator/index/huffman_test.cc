#include "generator/index/huffman.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Le;

TEST(Huffman, GivesFrequentSymbolsShortCodeWords) {
  EXPECT_THAT(HuffmanLengths({8, 4, 2, 2}, 24), ElementsAre(1, 2, 3, 3));
}

TEST(Huffman, GivesUnusedSymbolsNone) { EXPECT_THAT(HuffmanLengths({5, 0, 5}, 24), ElementsAre(1, 0, 1)); }

TEST(Huffman, KeepsToTheLargestLength) {
  std::vector<std::uint64_t> frequencies = {1, 1};
  while (frequencies.size() < 40) frequencies.push_back(frequencies.back() + frequencies[frequencies.size() - 2]);
  const std::vector<unsigned> lengths = HuffmanLengths(frequencies, 10);
  EXPECT_THAT(lengths, Each(Le(10u)));
  double code_space = 0;
  for (const unsigned length : lengths) code_space += 1.0 / static_cast<double>(1u << length);
  EXPECT_EQ(code_space, 1.0);
}

}  // namespace
}  // namespace errlookup
