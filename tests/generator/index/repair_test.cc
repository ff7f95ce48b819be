#include "generator/index/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

std::string Expand(const RePairResult& result, std::uint32_t symbol) {
  if (symbol < kByteSymbolCount) return std::string(1, static_cast<char>(symbol));
  const auto& [left, right] = result.rules[symbol - kByteSymbolCount];
  return Expand(result, left) + Expand(result, right);
}

std::vector<std::string> Expand(const RePairResult& result) {
  std::vector<std::string> blocks;
  for (const std::vector<std::uint32_t>& block : result.blocks) {
    blocks.emplace_back();
    for (const std::uint32_t symbol : block) blocks.back() += Expand(result, symbol);
  }
  return blocks;
}

// How often the most frequent pair still stands in the blocks, counted the slow way.
std::uint32_t MostFrequentPair(const RePairResult& result) {
  std::uint32_t most = 0;
  for (const std::vector<std::uint32_t>& wanted : result.blocks) {
    for (std::size_t w = 0; w + 1 < wanted.size(); ++w) {
      std::uint32_t count = 0;
      for (const std::vector<std::uint32_t>& block : result.blocks) {
        for (std::size_t i = 0; i + 1 < block.size(); ++i) {
          if (block[i] != wanted[w] || block[i + 1] != wanted[w + 1]) continue;
          ++count;
          ++i;
        }
      }
      most = std::max(most, count);
    }
  }
  return most;
}

TEST(RePair, ReplacesTheMostFrequentPairFirst) {
  const RePairResult result = RePair({"abcabdab"}, {.min_frequency = 3});
  EXPECT_THAT(result.rules, ElementsAre(Pair('a', 'b')));
  EXPECT_THAT(result.blocks, ElementsAre(ElementsAre(256, 'c', 256, 'd', 256)));
}

TEST(RePair, BuildsLongPhrasesFromShortOnes) {
  const RePairResult result = RePair({"policy", "policy", "policy", "policy"}, {.min_frequency = 4});
  EXPECT_EQ(result.rules.size(), 5u);
  for (const auto& block : result.blocks) EXPECT_EQ(block.size(), 1u);
}

TEST(RePair, CountsOverlappingPairsOnce) {
  EXPECT_THAT(RePair({"aaaaa"}, {.min_frequency = 3}).rules, IsEmpty());
  EXPECT_THAT(RePair({"aaaaaa"}, {.min_frequency = 3}).rules, ElementsAre(Pair('a', 'a')));
}

TEST(RePair, CrossesNoEndOfABlock) {
  EXPECT_THAT(RePair({"a", "b", "a", "b", "a", "b"}, {.min_frequency = 2}).rules, IsEmpty());
}

TEST(RePair, KeepsEmptyBlocks) { EXPECT_THAT(Expand(RePair({"", "ab", ""}, {})), ElementsAre("", "ab", "")); }

TEST(RePair, KeepsToItsLimits) {
  const std::vector<std::string> blocks = {std::string(1 << 12, 'x')};
  EXPECT_EQ(RePair(blocks, {.min_frequency = 2, .max_rules = 5}).rules.size(), 5u);
  EXPECT_EQ(RePair(blocks, {.min_frequency = 2, .max_depth = 3}).rules.size(), 3u);
}

TEST(RePair, LosesNothingAndLeavesNoFrequentPair) {
  std::mt19937 random(7);
  for (const unsigned letters : {2u, 3u, 8u}) {
    std::vector<std::string> blocks(20);
    for (std::string& block : blocks) {
      for (int i = 0; i < 60; ++i) block += static_cast<char>('a' + random() % letters);
    }
    const RePairResult result = RePair(blocks, {.min_frequency = 4});
    EXPECT_EQ(Expand(result), blocks);
    EXPECT_LT(MostFrequentPair(result), 4u);
  }
}

}  // namespace
}  // namespace errlookup
