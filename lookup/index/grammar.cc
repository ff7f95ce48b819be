#include "lookup/index/grammar.h"

#include <algorithm>

#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

Result<Grammar> Grammar::Open(Bytes section, format::SectionId id) {
  SectionReader reader(section, id);
  Grammar grammar;
  const std::uint32_t symbol_count = reader.ReadCount();
  if (symbol_count > format::kMaxSymbols) reader.Reject(Rule::kCount);

  // Canonical prefix code: from how many code words there are of each length to where they begin.
  std::uint64_t next_code = 0;
  std::uint32_t next_symbol = 0;
  for (unsigned length = 1; length <= format::kMaxCodeLength && reader.ok(); ++length) {
    const std::uint64_t count = reader.ReadVarint();
    next_code <<= 1;
    if (count > (std::uint64_t{1} << length) - next_code || count > symbol_count - next_symbol) {
      reader.Reject(Rule::kPrefixCode);
      break;
    }
    grammar.symbol_base_[length] = next_symbol - static_cast<std::uint32_t>(next_code);
    next_code += count;
    next_symbol += static_cast<std::uint32_t>(count);
    grammar.last_[length] = static_cast<std::uint32_t>((next_code << (32 - length)) - 1);
    if (next_symbol == 0) grammar.shortest_ = length + 1;
  }
  if (next_code != std::uint64_t{1} << format::kMaxCodeLength) reader.Reject(Rule::kPrefixCode);

  grammar.rules_ = reader.ReadPacked(symbol_count);
  if (grammar.rules_.width() % 2 != 0) reader.Reject(Rule::kSymbolReference);
  grammar.child_width_ = grammar.rules_.width() / 2;
  grammar.child_mask_ = (std::uint32_t{1} << grammar.child_width_) - 1;
  if (const Status status = reader.Finish(); !status.ok()) return status.error();
  return grammar;
}

Result<std::vector<std::uint32_t>> Grammar::Verify(format::SectionId id) const {
  constexpr std::uint8_t kUnknown = 0;
  constexpr std::uint8_t kInWork = 255;
  std::vector<std::uint32_t> lengths(symbol_count());
  std::vector<std::uint8_t> depths(symbol_count(), kUnknown);  // of a byte: 1
  static_assert(format::kMaxRuleDepth + 1 < kInWork);

  // Depth first with a stack of our own, since the nesting is not known to be sane.
  std::vector<SymbolId> stack;
  for (SymbolId root = 0; root < symbol_count(); ++root) {
    if (depths[root] == kUnknown) stack.push_back(root);
    while (!stack.empty()) {
      const SymbolId symbol = stack.back();
      const std::uint32_t l = left(rules_[symbol]);
      const std::uint32_t r = right(rules_[symbol]);
      if (l == symbol) {
        if (r > 0xFF) return Broken(Rule::kSymbolReference, id);
        lengths[symbol] = 1;
        depths[symbol] = 1;
        stack.pop_back();
        continue;
      }
      if (l >= symbol_count() || r >= symbol_count()) return Broken(Rule::kSymbolReference, id);
      if (depths[symbol] != kUnknown && depths[symbol] != kInWork) {
        stack.pop_back();
        continue;
      }
      depths[symbol] = kInWork;
      if (depths[l] == kInWork || depths[r] == kInWork) return Broken(Rule::kRuleDepth, id);
      if (depths[l] == kUnknown) {
        stack.push_back(l);
      } else if (depths[r] == kUnknown) {
        stack.push_back(r);
      } else {
        const unsigned depth = 1u + std::max(depths[l], depths[r]);
        if (depth > format::kMaxRuleDepth + 1) return Broken(Rule::kRuleDepth, id);
        depths[symbol] = static_cast<std::uint8_t>(depth);
        lengths[symbol] = lengths[l] + lengths[r];
        if (lengths[symbol] > format::kMaxBlockLength) return Broken(Rule::kExpansion, id);
        stack.pop_back();
      }
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
  return (ahead >> (32 - length)) + symbol_base_[length];
}

}  // namespace errlookup
