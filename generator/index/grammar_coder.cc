#include "generator/index/grammar_coder.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "generator/index/bit_writer.h"
#include "generator/index/huffman.h"
#include "generator/index/repair.h"
#include "lookup/base/coding.h"
#include "lookup/index/format.h"

namespace errlookup {
namespace {

using SymbolId = std::uint32_t;

constexpr std::uint32_t kUnused = 0xFFFF'FFFF;

// How often each symbol stands in the blocks. Two bytes count as used in any case: a prefix code needs two
// code words.
std::vector<std::uint64_t> CountSymbols(const RePairResult& texts) {
  std::vector<std::uint64_t> counts(kByteSymbolCount + texts.rules.size());
  for (const std::vector<SymbolId>& block : texts.blocks) {
    for (const SymbolId symbol : block) ++counts[symbol];
  }
  for (const char c : {'\0', '\n'}) counts[static_cast<std::size_t>(c)] += counts[static_cast<std::size_t>(c)] == 0;
  return counts;
}

// The numbers that symbols have in the file: those with a code word in the order of the code words, then
// those that only rules use.
struct Numbering {
  std::vector<SymbolId> order;   // symbol of each number
  std::vector<SymbolId> number;  // of each symbol, kUnused for one that nothing uses
  std::size_t coded_count = 0;
};

Numbering NumberSymbols(const RePairResult& texts, const std::vector<unsigned>& lengths) {
  Numbering numbering;
  std::vector<bool> is_used(lengths.size());
  for (std::size_t i = lengths.size(); i-- > 0;) {
    is_used[i] = is_used[i] || lengths[i] > 0;
    if (i < kByteSymbolCount || !is_used[i]) continue;
    // A rule names a byte as such, so that needs no number.
    const auto& [left, right] = texts.rules[i - kByteSymbolCount];
    if (left >= kByteSymbolCount) is_used[left] = true;
    if (right >= kByteSymbolCount) is_used[right] = true;
  }
  for (SymbolId i = 0; i < lengths.size(); ++i) {
    if (is_used[i]) numbering.order.push_back(i);
  }
  const auto rank = [&lengths](SymbolId symbol) { return lengths[symbol] == 0 ? 0xFFu : lengths[symbol]; };
  std::stable_sort(numbering.order.begin(), numbering.order.end(),
                   [&rank](SymbolId a, SymbolId b) { return rank(a) < rank(b); });
  numbering.number.assign(lengths.size(), kUnused);
  for (std::size_t i = 0; i < numbering.order.size(); ++i) {
    numbering.number[numbering.order[i]] = static_cast<SymbolId>(i);
    numbering.coded_count += lengths[numbering.order[i]] > 0;
  }
  return numbering;
}

std::vector<std::byte> WriteGrammar(const RePairResult& texts, const Numbering& numbering,
                                    const std::vector<unsigned>& lengths) {
  std::vector<std::byte> out;
  PutU32(out, static_cast<std::uint32_t>(numbering.order.size()));
  std::vector<std::uint32_t> length_counts(format::kMaxCodeLength + 1);
  for (const unsigned length : lengths) ++length_counts[length];
  for (unsigned length = 1; length <= format::kMaxCodeLength; ++length) PutVarint(out, length_counts[length]);

  // A part of a rule is a byte, or 256 plus the number of a symbol; a symbol for one byte has that byte and
  // itself.
  const auto part_of = [&numbering](SymbolId symbol) {
    return symbol < kByteSymbolCount ? symbol : kByteSymbolCount + numbering.number[symbol];
  };
  const unsigned width =
      PackedArray::WidthFor(static_cast<std::uint32_t>(kByteSymbolCount + numbering.order.size() - 1));
  std::vector<std::uint32_t> rules;
  for (SymbolId number = 0; number < numbering.order.size(); ++number) {
    const SymbolId symbol = numbering.order[number];
    const bool is_byte = symbol < kByteSymbolCount;
    const SymbolId left = is_byte ? symbol : part_of(texts.rules[symbol - kByteSymbolCount].first);
    const SymbolId right =
        is_byte ? kByteSymbolCount + number : part_of(texts.rules[symbol - kByteSymbolCount].second);
    rules.push_back(left | right << width);
  }
  PutPacked(out, rules, 2 * width);
  return out;
}

// Canonical code words: those of a length count up, in the order of the symbols.
std::vector<std::uint32_t> CodeWords(const Numbering& numbering, const std::vector<unsigned>& lengths) {
  std::vector<std::uint32_t> words(lengths.size());
  std::uint32_t next = 0;
  unsigned length = 0;
  for (std::size_t i = 0; i < numbering.coded_count; ++i) {
    const SymbolId symbol = numbering.order[i];
    next <<= lengths[symbol] - length;
    length = lengths[symbol];
    words[symbol] = next++;
  }
  return words;
}

}  // namespace

Result<CodedTexts> CodeTexts(const std::vector<TextBlocks>& lists) {
  std::vector<std::string> blocks;
  for (const TextBlocks& list : lists) {
    for (const std::string& block : list) {
      if (block.size() > format::kMaxBlockLength) {
        return Fail(ErrorCode::kLimit, "cannot write the index: a text is longer than 1 MiB; shorten the page that "
                                       "begins \"" + block.substr(0, block.find('\0')) + "\"");
      }
      blocks.push_back(block);
    }
  }
  const RePairResult texts = RePair(blocks, {.max_depth = format::kMaxRuleDepth});
  const std::vector<unsigned> lengths = HuffmanLengths(CountSymbols(texts), format::kMaxCodeLength);
  const Numbering numbering = NumberSymbols(texts, lengths);
  const std::vector<std::uint32_t> words = CodeWords(numbering, lengths);

  CodedTexts coded;
  coded.grammar = WriteGrammar(texts, numbering, lengths);
  std::size_t next_block = 0;
  for (const TextBlocks& list : lists) {
    BitStream stream;
    std::vector<std::uint32_t> offsets = {0};
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (const SymbolId symbol : texts.blocks[next_block]) stream.Put(words[symbol], lengths[symbol]);
      ++next_block;
      if (stream.size_in_bits() > 0xFFFF'FFFF) {
        return Fail(ErrorCode::kLimit, "cannot write the index: the texts make more than 512 MiB; leave some out");
      }
      offsets.push_back(static_cast<std::uint32_t>(stream.size_in_bits()));
    }
    std::vector<std::byte> out;
    PutPacked(out, offsets);
    const std::vector<std::byte> bytes = stream.Take();
    out.insert(out.end(), bytes.begin(), bytes.end());
    coded.lists.push_back(std::move(out));
  }
  return coded;
}

}  // namespace errlookup
