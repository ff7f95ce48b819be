#include "generator/index/repair.h"

#include <algorithm>
#include <array>

namespace errlookup {
namespace {

constexpr std::uint32_t kNone = 0xFFFF'FFFF;
constexpr std::uint32_t kBarrier = 0xFFFF'FFFE;  // stands between blocks; part of no pair

// A pair of symbols and the chain of places where it stands.
struct Pair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  std::uint32_t count = 0;
  std::uint32_t first = kNone;  // position, then along next_place_
  std::uint32_t last = kNone;
};

// The symbols stand in an array with gaps: replacing a pair overwrites its first symbol and cuts out its
// second. A position carries at most one pair, that of its symbol with the next one. Places that overlap
// ("aaa" holds the pair "aa" once) are not entered.
//
// A new pair always holds the newest symbol, so it is found without a hash table, by its other symbol, and
// its count never grows again after the replacement that made it. So one walk over the counts, from the
// largest down, meets each pair at its place; a pair that has lost places since it was filed is filed again.
class Compressor {
 public:
  Compressor(const std::vector<std::string>& blocks, const RePairLimits& limits) : limits_(limits) {
    std::size_t size = 1;
    for (const std::string& block : blocks) size += block.size() + 1;
    symbols_.reserve(size);
    symbols_.push_back(kBarrier);
    for (const std::string& block : blocks) {
      for (const char c : block) symbols_.push_back(static_cast<unsigned char>(c));
      symbols_.push_back(kBarrier);
    }
    const auto n = static_cast<std::uint32_t>(symbols_.size());
    next_.resize(n);
    previous_.resize(n);
    for (std::uint32_t i = 0; i < n; ++i) {
      next_[i] = i + 1 < n ? i + 1 : kNone;
      previous_[i] = i > 0 ? i - 1 : kNone;
    }
    pair_at_.assign(n, kNone);
    next_place_.assign(n, kNone);
    previous_place_.assign(n, kNone);
    depths_.assign(kByteSymbolCount, 0);
  }

  RePairResult Run() {
    FindBytePairs();
    for (std::size_t count = filed_.size(); count-- > limits_.min_frequency;) {
      // Replacing may file further pairs under the same count.
      for (std::size_t i = 0; i < filed_[count].size(); ++i) {
        const std::uint32_t pair = filed_[count][i];
        if (pairs_[pair].count == count) {
          if (result_.rules.size() < limits_.max_rules) Replace(pair);
        } else {
          File(pair);
        }
      }
      filed_[count] = {};
    }
    Collect();
    return std::move(result_);
  }

 private:
  void FindBytePairs() {
    std::vector<std::uint32_t> table(std::size_t{kByteSymbolCount} * kByteSymbolCount, kNone);
    for (std::uint32_t i = 0; i + 1 < symbols_.size(); ++i) {
      const std::uint32_t left = symbols_[i];
      const std::uint32_t right = symbols_[i + 1];
      if (left == kBarrier || right == kBarrier) continue;
      std::uint32_t& pair = table[left * kByteSymbolCount + right];
      if (pair == kNone) pair = NewPair(left, right);
      Enter(pair, i);
    }
    std::uint32_t largest = 0;
    for (const Pair& pair : pairs_) largest = std::max(largest, pair.count);
    filed_.resize(std::size_t{largest} + 1);
    for (std::uint32_t pair = 0; pair < pairs_.size(); ++pair) File(pair);
  }

  std::uint32_t NewPair(std::uint32_t left, std::uint32_t right) {
    std::uint32_t pair;
    if (free_pairs_.empty()) {
      pair = static_cast<std::uint32_t>(pairs_.size());
      pairs_.emplace_back();
    } else {
      pair = free_pairs_.back();
      free_pairs_.pop_back();
    }
    pairs_[pair] = Pair();
    pairs_[pair].left = left;
    pairs_[pair].right = right;
    return pair;
  }

  void File(std::uint32_t pair) {
    if (pairs_[pair].count >= limits_.min_frequency) filed_[pairs_[pair].count].push_back(pair);
  }

  // Appends a place; the caller goes from left to right, so places of a pair ascend.
  void Enter(std::uint32_t pair, std::uint32_t position) {
    const std::uint32_t before = previous_[position];
    if (before != kNone && pair_at_[before] == pair) return;  // overlaps
    Pair& p = pairs_[pair];
    pair_at_[position] = pair;
    previous_place_[position] = p.last;
    next_place_[position] = kNone;
    (p.last == kNone ? p.first : next_place_[p.last]) = position;
    p.last = position;
    ++p.count;
  }

  void Remove(std::uint32_t position) {
    if (pair_at_[position] == kNone) return;
    Pair& p = pairs_[pair_at_[position]];
    const std::uint32_t before = previous_place_[position];
    const std::uint32_t after = next_place_[position];
    (before == kNone ? p.first : next_place_[before]) = after;
    (after == kNone ? p.last : previous_place_[after]) = before;
    --p.count;
    pair_at_[position] = kNone;
  }

  void Replace(std::uint32_t pair) {
    const std::uint32_t left = pairs_[pair].left;
    const std::uint32_t right = pairs_[pair].right;
    const unsigned depth = 1u + std::max(depths_[left], depths_[right]);
    if (depth > limits_.max_depth) return;
    const auto symbol = static_cast<std::uint32_t>(kByteSymbolCount + result_.rules.size());
    result_.rules.emplace_back(left, right);
    depths_.push_back(depth);
    with_left_.resize(symbol + 1, kNone);
    with_right_.resize(symbol + 1, kNone);

    while (pairs_[pair].first != kNone) {
      const std::uint32_t position = pairs_[pair].first;
      const std::uint32_t second = next_[position];
      const std::uint32_t after = next_[second];
      const std::uint32_t before = previous_[position];
      Remove(position);
      Remove(second);
      Remove(before);
      symbols_[position] = symbol;
      next_[position] = after;
      previous_[after] = position;
      if (symbols_[before] != kBarrier) EnterNew(with_left_[symbols_[before]], symbols_[before], symbol, before);
      if (symbols_[after] != kBarrier) EnterNew(with_right_[symbols_[after]], symbol, symbols_[after], position);
    }
    FileNewPairs();
    free_pairs_.push_back(pair);
  }

  void EnterNew(std::uint32_t& pair, std::uint32_t left, std::uint32_t right, std::uint32_t position) {
    if (pair == kNone) {
      pair = NewPair(left, right);
      new_pairs_.push_back(pair);
    }
    Enter(pair, position);
  }

  // Pairs that are too rare will never be replaced, so they are forgotten.
  void FileNewPairs() {
    for (const std::uint32_t pair : new_pairs_) {
      with_left_[pairs_[pair].left] = kNone;
      with_right_[pairs_[pair].right] = kNone;
      if (pairs_[pair].count >= limits_.min_frequency) {
        File(pair);
        continue;
      }
      while (pairs_[pair].first != kNone) Remove(pairs_[pair].first);
      free_pairs_.push_back(pair);
    }
    new_pairs_.clear();
  }

  void Collect() {
    for (std::uint32_t i = next_[0]; i != kNone; i = next_[i]) {
      std::vector<std::uint32_t> block;
      for (; symbols_[i] != kBarrier; i = next_[i]) block.push_back(symbols_[i]);
      result_.blocks.push_back(std::move(block));
    }
  }

  const RePairLimits limits_;
  RePairResult result_;

  std::vector<std::uint32_t> symbols_, next_, previous_;
  std::vector<std::uint32_t> pair_at_, next_place_, previous_place_;
  std::vector<unsigned> depths_;  // of each symbol

  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> free_pairs_;
  std::vector<std::vector<std::uint32_t>> filed_;  // by count
  // During one replacement: the new pairs, by the symbol on the left or on the right of the new one.
  std::vector<std::uint32_t> new_pairs_, with_left_, with_right_;
};

}  // namespace

RePairResult RePair(const std::vector<std::string>& blocks, const RePairLimits& limits) {
  return Compressor(blocks, limits).Run();
}

}  // namespace errlookup
