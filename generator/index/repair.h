// Re-Pair: replaces the most frequent pair of neighbouring symbols by a new symbol, again and again (Larsson
// and Moffat, "Off-line dictionary-based compression", 2000).
//
//   "the then that"  ->  256 = t h;  257 = 256 e;  257 ' ' 257 n ' ' 256 a t
//
// Time and memory grow with the length of the text: about 0.3 s and 30 bytes for each byte of it.
#ifndef GENERATOR_INDEX_REPAIR_H_
#define GENERATOR_INDEX_REPAIR_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace errlookup {

inline constexpr std::uint32_t kByteSymbolCount = 256;

struct RePairResult {
  // Rule i makes symbol kByteSymbolCount + i from two symbols that come before it.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rules;
  std::vector<std::vector<std::uint32_t>> blocks;
};

struct RePairLimits {
  std::uint32_t min_frequency = 4;  // a rarer pair is left as it is
  std::uint32_t max_rules = 65000;
  unsigned max_depth = 128;         // of nested rules
};

// No pair crosses the end of a block. The result depends on nothing but the arguments.
RePairResult RePair(const std::vector<std::string>& blocks, const RePairLimits& limits);

}  // namespace errlookup

#endif  // GENERATOR_INDEX_REPAIR_H_
