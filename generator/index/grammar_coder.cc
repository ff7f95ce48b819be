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

// The bytes of each symbol that is a string in the file, nothing for those that are pairs. A zero byte is a string of
// its own: others are padded with zeros.
std::vector<std::string> Strings(const RePairResult& texts) {
  std::vector<std::string> strings(kByteSymbolCount + texts.rules.size());
  for (SymbolId symbol = 0; symbol < kByteSymbolCount; ++symbol) strings[symbol] = {static_cast<char>(symbol)};
  for (std::size_t i = 0; i < texts.rules.size(); ++i) {
    const std::string& left = strings[texts.rules[i].first];
    const std::string& right = strings[texts.rules[i].second];
    const std::string both = left + right;
    if (!left.empty() && !right.empty() && both.size() <= format::kMaxStringLength && both.find('\0') == std::string::npos)
      strings[kByteSymbolCount + i] = both;
  }
  return strings;
}

// The numbers that symbols have in the file: strings before pairs, and of both kinds those with a code word first, in
// the order of the code words.
struct Numbering {
  std::vector<SymbolId> order;   // symbol of each number
  std::vector<SymbolId> number;  // of each symbol, kUnused for one that nothing uses
  SymbolId string_count = 0;
};

Numbering NumberSymbols(const RePairResult& texts, const std::vector<std::string>& strings, const std::vector<unsigned>& lengths) {
  Numbering numbering;
  std::vector<bool> is_used(lengths.size());
  for (std::size_t i = lengths.size(); i-- > 0;) {
    is_used[i] = is_used[i] || lengths[i] > 0;
    if (!is_used[i] || !strings[i].empty()) continue;
    const auto& [left, right] = texts.rules[i - kByteSymbolCount];
    is_used[left] = is_used[right] = true;
  }
  for (SymbolId i = 0; i < lengths.size(); ++i) {
    if (!is_used[i]) continue;
    numbering.order.push_back(i);
    numbering.string_count += !strings[i].empty();
  }
  const auto rank = [&](SymbolId symbol) {
    return std::pair(strings[symbol].empty(), lengths[symbol] == 0 ? 0xFFu : lengths[symbol]);
  };
  std::stable_sort(numbering.order.begin(), numbering.order.end(),
                   [&rank](SymbolId a, SymbolId b) { return rank(a) < rank(b); });
  numbering.number.assign(lengths.size(), kUnused);
  for (std::size_t i = 0; i < numbering.order.size(); ++i) numbering.number[numbering.order[i]] = static_cast<SymbolId>(i);
  return numbering;
}

std::vector<std::byte> WriteGrammar(const RePairResult& texts, const std::vector<std::string>& strings,
                                    const Numbering& numbering, const std::vector<unsigned>& lengths) {
  std::vector<std::byte> out;
  const auto symbol_count = static_cast<std::uint32_t>(numbering.order.size());
  PutU32(out, numbering.string_count);
  PutU32(out, symbol_count - numbering.string_count);
  std::vector<std::uint32_t> string_codes(format::kMaxCodeLength + 1), pair_codes(format::kMaxCodeLength + 1);
  for (SymbolId symbol = 0; symbol < lengths.size(); ++symbol) ++(strings[symbol].empty() ? pair_codes : string_codes)[lengths[symbol]];
  for (unsigned length = 1; length <= format::kMaxCodeLength; ++length) {
    PutVarint(out, string_codes[length]);
    PutVarint(out, pair_codes[length]);
  }
  for (SymbolId number = 0; number < numbering.string_count; ++number) {
    std::string padded = strings[numbering.order[number]];
    padded.resize(format::kMaxStringLength);
    PutText(out, padded);
  }
  const unsigned width = PackedArray::WidthFor(symbol_count - 1);
  std::vector<std::uint32_t> pairs;
  for (SymbolId number = numbering.string_count; number < symbol_count; ++number) {
    const auto& [left, right] = texts.rules[numbering.order[number] - kByteSymbolCount];
    pairs.push_back(numbering.number[left] | numbering.number[right] << width);
  }
  PutPacked(out, pairs, 2 * width);
  return out;
}

// Canonical code words: those of a length count up, strings before pairs, each in the order of their numbers.
std::vector<std::uint32_t> CodeWords(const Numbering& numbering, const std::vector<unsigned>& lengths) {
  std::vector<SymbolId> coded;
  for (const SymbolId symbol : numbering.order) {
    if (lengths[symbol] > 0) coded.push_back(symbol);
  }
  std::stable_sort(coded.begin(), coded.end(), [&](SymbolId a, SymbolId b) { return lengths[a] < lengths[b]; });
  std::vector<std::uint32_t> words(lengths.size());
  std::uint32_t next = 0;
  unsigned length = 0;
  for (const SymbolId symbol : coded) {
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
  const std::vector<std::string> strings = Strings(texts);
  const Numbering numbering = NumberSymbols(texts, strings, lengths);
  const std::vector<std::uint32_t> words = CodeWords(numbering, lengths);

  CodedTexts coded;
  coded.grammar = WriteGrammar(texts, strings, numbering, lengths);
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
