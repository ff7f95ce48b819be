#include "generator/index/huffman.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <functional>
#include <queue>
#include <utility>

namespace errlookup {
namespace {

std::vector<unsigned> Lengths(const std::vector<std::uint64_t>& frequencies) {
  using Node = std::pair<std::uint64_t, std::size_t>;  // frequency, number: symbols first, then joined nodes
  std::priority_queue<Node, std::vector<Node>, std::greater<>> open;
  for (std::size_t i = 0; i < frequencies.size(); ++i) {
    if (frequencies[i] > 0) open.emplace(frequencies[i], i);
  }
  assert(open.size() >= 2);
  std::vector<std::size_t> parents(frequencies.size());
  while (open.size() > 1) {
    const Node a = open.top();
    open.pop();
    const Node b = open.top();
    open.pop();
    const std::size_t joined = parents.size();
    parents.push_back(0);
    parents[a.second] = parents[b.second] = joined;
    open.emplace(a.first + b.first, joined);
  }
  // Parents have larger numbers than their children; the root is the last.
  std::vector<unsigned> depths(parents.size());
  for (std::size_t node = parents.size() - 1; node-- > 0;) {
    if (parents[node] != 0) depths[node] = depths[parents[node]] + 1;
  }
  depths.resize(frequencies.size());
  return depths;
}

}  // namespace

std::vector<unsigned> HuffmanLengths(std::vector<std::uint64_t> frequencies, unsigned max_length) {
  for (;;) {
    std::vector<unsigned> lengths = Lengths(frequencies);
    if (*std::max_element(lengths.begin(), lengths.end()) <= max_length) return lengths;
    // Flatter frequencies make a flatter tree; in the end all are 1.
    for (std::uint64_t& frequency : frequencies) frequency = (frequency + 1) / 2;
  }
}

}  // namespace errlookup
