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
  grammar.part_width_ = grammar.rules_.width() / 2;
  grammar.part_mask_ = (std::uint32_t{1} << grammar.part_width_) - 1;
  if (const Status status = reader.Finish(); !status.ok()) return status.error();
  return grammar;
}

Result<std::vector<std::uint32_t>> Grammar::Verify(format::SectionId id) const {
  constexpr std::uint8_t kUnknown = 255;
  constexpr std::uint8_t kInWork = 254;
  static_assert(format::kMaxRuleDepth < kInWork);
  std::vector<std::uint32_t> lengths(symbol_count());
  std::vector<std::uint8_t> depths(symbol_count(), kUnknown);  // of rules in each other; of a byte: 0

  for (SymbolId symbol = 0; symbol < symbol_count(); ++symbol) {
    if (!IsByte(symbol)) continue;
    if (left(rules_[symbol]) >= kFirstSymbolPart) return Broken(Rule::kSymbolReference, id);
    depths[symbol] = 0;
    lengths[symbol] = 1;
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
      for (const std::uint32_t part : {left(rules_[symbol]), right(rules_[symbol])}) {
        if (part < kFirstSymbolPart) {
          ++length;
          continue;
        }
        const SymbolId child = part - kFirstSymbolPart;
        if (child >= symbol_count() || IsByte(child)) return Broken(Rule::kSymbolReference, id);
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
  return (ahead >> (32 - length)) + symbol_base_[length];
}

// The inner loop of every page. It works on copies, because a byte that is written could be one of the members
// for all the compiler knows, and it would load them again.
char* Grammar::Write(SymbolId symbol, char* to, char* end) const {
  const PackedArray rules = rules_;
  const std::uint32_t mask = part_mask_;
  const unsigned width = part_width_;
  std::array<std::uint32_t, format::kMaxRuleDepth> waiting;  // parts
  std::uint32_t* top = waiting.data();
  std::uint32_t rule = rules[symbol];
  if (rule >> width == symbol + kFirstSymbolPart) {
    if (to == end) return nullptr;
    *to = static_cast<char>(rule & mask);
    return to + 1;
  }
  for (;;) {
    std::uint32_t part = rule & mask;
    if (part >= kFirstSymbolPart) {
      *top++ = rule >> width;
    } else {
      if (to == end) return nullptr;
      *to++ = static_cast<char>(part);
      part = rule >> width;
      while (part < kFirstSymbolPart) {
        if (to == end) return nullptr;
        *to++ = static_cast<char>(part);
        if (top == waiting.data()) return to;
        part = *--top;
      }
    }
    rule = rules[part - kFirstSymbolPart];
  }
}

}  // namespace errlookup
