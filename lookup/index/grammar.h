// A grammar whose symbols stand for strings: a byte, or two other symbols. Texts are stored as sequences of
// symbols in a prefix code, so each can be read without the others (Larsson and Moffat, "Off-line
// dictionary-based compression", 2000: Re-Pair).
//
//   12 = "th"   ->  't' 'h'         a text "the the" may be the tokens 15 ' ' 15
//   15 = "the"  ->  12 'e'
//
// Symbols are numbered in the order of their code words, shortest first, so that no table is needed to get
// from a code word to its symbol. Those that only other rules use come last and have no code word.
#ifndef LOOKUP_INDEX_GRAMMAR_H_
#define LOOKUP_INDEX_GRAMMAR_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/format.h"
#include "lookup/index/packed_array.h"

namespace errlookup {

class Grammar {
 public:
  using SymbolId = std::uint32_t;

  // Checks the structure; costs nothing that grows with the grammar.
  static Result<Grammar> Open(Bytes section, format::SectionId id);

  // Checks every rule. Returns the length of what each symbol stands for. Without it the other members
  // must be used on trusted bytes only.
  Result<std::vector<std::uint32_t>> Verify(format::SectionId id) const;

  // The symbol whose code word begins at "bit" of "stream"; moves "bit" past it. At least 8 bytes must
  // follow the one in which the code word begins.
  SymbolId NextSymbol(const std::byte* stream, std::uint64_t& bit) const;

  // Calls sink(char) for each byte that "symbol" stands for, until sink returns false. Returns false then.
  template <typename Sink>
  bool Expand(SymbolId symbol, Sink&& sink) const;

  std::uint32_t symbol_count() const { return rules_.size(); }

 private:
  std::uint32_t left(std::uint32_t rule) const { return rule & child_mask_; }
  std::uint32_t right(std::uint32_t rule) const { return rule >> child_width_; }

  PackedArray rules_;            // left child in the low bits, right child above
  unsigned child_width_ = 0;
  std::uint32_t child_mask_ = 0;
  unsigned shortest_ = 1;
  // Of each code length: the largest 32 bits that begin with one of its code words, and what to add to a code
  // word to get its symbol.
  std::array<std::uint32_t, format::kMaxCodeLength + 1> last_{};
  std::array<std::uint32_t, format::kMaxCodeLength + 1> symbol_base_{};
};

template <typename Sink>
bool Grammar::Expand(SymbolId symbol, Sink&& sink) const {
  std::array<SymbolId, format::kMaxRuleDepth> waiting;
  std::size_t depth = 0;
  for (;;) {
    const std::uint32_t rule = rules_[symbol];
    if (left(rule) != symbol) {
      waiting[depth++] = right(rule);
      symbol = left(rule);
      continue;
    }
    if (!sink(static_cast<char>(right(rule)))) return false;
    if (depth == 0) return true;
    symbol = waiting[--depth];
  }
}

}  // namespace errlookup

#endif  // LOOKUP_INDEX_GRAMMAR_H_
