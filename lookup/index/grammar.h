// A grammar whose symbols stand for strings: two parts, each a byte or another symbol. Texts are stored as
// sequences of symbols in a prefix code, so each can be read without the others (Larsson and Moffat,
// "Off-line dictionary-based compression", 2000: Re-Pair).
//
//   symbol 12 = 't' 'h'          a text "the the" may be the tokens 15 7 15
//   symbol 15 = 12 'e'
//   symbol 7  = ' '              (one byte: so that it can be a token)
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

  // Writes what "symbol" stands for to "to" and returns where it ends; null if it does not end before "end".
  char* Write(SymbolId symbol, char* to, char* end) const;

  std::uint32_t symbol_count() const { return rules_.size(); }

 private:
  // A part is a byte, or kFirstSymbolPart plus the number of a symbol.
  static constexpr std::uint32_t kFirstSymbolPart = 256;
  std::uint32_t left(std::uint32_t rule) const { return rule & part_mask_; }
  std::uint32_t right(std::uint32_t rule) const { return rule >> part_width_; }
  // A symbol for one byte has that on the left and itself on the right. Only tokens name it.
  bool IsByte(SymbolId symbol) const { return right(rules_[symbol]) == symbol + kFirstSymbolPart; }

  PackedArray rules_;  // left part in the low bits, right part above
  unsigned part_width_ = 0;
  std::uint32_t part_mask_ = 0;
  unsigned shortest_ = 1;
  // Of each code length: the largest 32 bits that begin with one of its code words, and what to add to a code
  // word to get its symbol.
  std::array<std::uint32_t, format::kMaxCodeLength + 1> last_{};
  std::array<std::uint32_t, format::kMaxCodeLength + 1> symbol_base_{};
};

template <typename Sink>
bool Grammar::Expand(SymbolId symbol, Sink&& sink) const {
  const std::uint32_t whole = rules_[symbol];
  if (right(whole) == symbol + kFirstSymbolPart) return sink(static_cast<char>(left(whole)));
  std::array<std::uint32_t, format::kMaxRuleDepth> waiting;  // parts
  std::size_t depth = 0;
  std::uint32_t part = symbol + kFirstSymbolPart;
  for (;;) {
    while (part >= kFirstSymbolPart) {
      const std::uint32_t rule = rules_[part - kFirstSymbolPart];
      waiting[depth++] = right(rule);
      part = left(rule);
    }
    if (!sink(static_cast<char>(part))) return false;
    if (depth == 0) return true;
    part = waiting[--depth];
  }
}

}  // namespace errlookup

#endif  // LOOKUP_INDEX_GRAMMAR_H_
