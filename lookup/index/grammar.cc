#include "lookup/index/grammar.h"

#include <algorithm>

#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

Result<Grammar> Grammar::Open(Bytes section, format::SectionId id) {
  SectionReader reader(section, id);
  Grammar grammar;
  grammar.string_count_ = reader.ReadCount();
  const std::uint32_t pair_count = reader.ReadCount();
  if (std::uint64_t{grammar.string_count_} + pair_count > format::kMaxSymbols) reader.Reject(Rule::kCount);

  // Canonical prefix code: from how many code words there are of each length to where they begin.
  std::uint64_t next_code = 0;
  std::uint32_t next_string = 0;
  std::uint32_t next_pair = grammar.string_count_;
  for (unsigned length = 1; length <= format::kMaxCodeLength && reader.ok(); ++length) {
    const std::uint64_t strings = reader.ReadVarint();
    const std::uint64_t pairs = reader.ReadVarint();
    next_code <<= 1;
    if (strings + pairs > (std::uint64_t{1} << length) - next_code || strings > grammar.string_count_ - next_string ||
        pairs > grammar.string_count_ + pair_count - next_pair) {
      reader.Reject(Rule::kPrefixCode);
      break;
    }
    grammar.string_base_[length] = next_string - static_cast<std::uint32_t>(next_code);
    next_string += static_cast<std::uint32_t>(strings);
    next_code += strings;
    grammar.first_pair_[length] = static_cast<std::uint32_t>(next_code);
    grammar.pair_base_[length] = next_pair - static_cast<std::uint32_t>(next_code);
    next_pair += static_cast<std::uint32_t>(pairs);
    next_code += pairs;
    grammar.last_[length] = static_cast<std::uint32_t>((next_code << (32 - length)) - 1);
    if (next_code == 0) grammar.shortest_ = length + 1;
  }
  if (next_code != std::uint64_t{1} << format::kMaxCodeLength) reader.Reject(Rule::kPrefixCode);

  grammar.strings_ = reader.ReadBytes(std::size_t{grammar.string_count_} * format::kMaxStringLength).data();
  grammar.pairs_ = reader.ReadPacked(pair_count);
  if (grammar.pairs_.width() % 2 != 0) reader.Reject(Rule::kPackedArray);
  grammar.part_width_ = grammar.pairs_.width() / 2;
  grammar.part_mask_ = (std::uint32_t{1} << grammar.part_width_) - 1;
  if (const Status status = reader.Finish(); !status.ok()) return status.error();
  return grammar;
}

Result<std::vector<std::uint32_t>> Grammar::Verify(format::SectionId id) const {
  constexpr std::uint8_t kUnknown = 255;
  constexpr std::uint8_t kInWork = 254;
  static_assert(format::kMaxRuleDepth < kInWork);
  std::vector<std::uint32_t> lengths(symbol_count());
  std::vector<std::uint8_t> depths(symbol_count(), kUnknown);  // of pairs in each other; of a string: 0

  for (SymbolId symbol = 0; symbol < string_count_; ++symbol) {
    depths[symbol] = 0;
    lengths[symbol] = StringLength(string(symbol));
  }
  // Depth first with a stack of our own, since the nesting is not known to be sane.
  std::vector<SymbolId> stack;
  for (SymbolId root = 0; root < symbol_count(); ++root) {
    if (depths[root] == kUnknown) stack.push_back(root);
    while (!stack.empty()) {
      const SymbolId symbol = stack.back();
      if (depths[symbol] != kUnknown && depths[symbol] != kInWork) {
        stack.pop_back();
        continue;
      }
      depths[symbol] = kInWork;
      unsigned depth = 1;
      std::uint32_t length = 0;
      bool is_complete = true;
      for (const SymbolId child : {left(pair(symbol)), right(pair(symbol))}) {
        if (child >= symbol_count()) return Broken(Rule::kSymbolReference, id);
        if (depths[child] == kInWork) return Broken(Rule::kRuleDepth, id);
        if (depths[child] == kUnknown) {
          stack.push_back(child);
          is_complete = false;
          break;
        }
        depth = std::max(depth, depths[child] + 1u);
        length += lengths[child];
      }
      if (!is_complete) continue;
      if (depth > format::kMaxRuleDepth) return Broken(Rule::kRuleDepth, id);
      if (length > format::kMaxBlockLength) return Broken(Rule::kExpansion, id);
      depths[symbol] = static_cast<std::uint8_t>(depth);
      lengths[symbol] = length;
      stack.pop_back();
    }
  }
  return lengths;
}

Grammar::SymbolId Grammar::NextSymbol(const std::byte* stream, std::uint64_t& bit) const {
  const std::uint64_t word = LoadBigEndian64(stream + (bit >> 3)) << (bit & 7);
  const auto ahead = static_cast<std::uint32_t>(word >> 32);
  unsigned length = shortest_;
  while (ahead > last_[length]) ++length;
  bit += length;
  const std::uint32_t code = ahead >> (32 - length);
  return code + (code < first_pair_[length] ? string_base_ : pair_base_)[length];
}

// The inner loop of every page. It works on copies, because a byte that is written could be one of the members
// for all the compiler knows, and it would load them again.
char* Grammar::Decode(const std::byte* stream, std::uint64_t& bit, std::uint64_t end, char* to, char* to_end) const {
  const Grammar grammar = *this;
  std::array<SymbolId, format::kMaxRuleDepth> waiting;
  std::uint64_t next_bit = bit;
  while (next_bit < end) {
    SymbolId symbol = grammar.NextSymbol(stream, next_bit);
    char* at = to;
    SymbolId* top = waiting.data();
    for (;;) {
      while (!grammar.IsString(symbol)) {
        const std::uint32_t parts = grammar.pair(symbol);
        *top++ = grammar.right(parts);
        symbol = grammar.left(parts);
      }
      if (to_end - at < static_cast<std::ptrdiff_t>(format::kMaxStringLength)) return to;
      const std::uint32_t bytes = grammar.string(symbol);
      for (unsigned i = 0; i < format::kMaxStringLength; ++i) at[i] = static_cast<char>(bytes >> (8 * i));
      at += StringLength(bytes);
      if (top == waiting.data()) break;
      symbol = *--top;
    }
    to = at;
    bit = next_bit;
  }
  return to;
}

}  // namespace errlookup
