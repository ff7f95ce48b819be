// A grammar whose symbols stand for strings: each is a short string, or a pair of other symbols. Texts are stored as
// sequences of symbols in a prefix code, so each can be read without the others (Larsson and Moffat,
// "Off-line dictionary-based compression", 2000: Re-Pair).
//
//   symbol 0 = " "               a text "the policy, the policies" may be the tokens 4 5 3
//   symbol 1 = "the "
//   symbol 2 = "poli"
//   …
//   symbol 6 = 1 2               "the poli"
//
// That pairs end in strings and not in single bytes makes decoding more than twice as fast. Symbols are numbered so that
// no table is needed to get from a code word to its symbol, or from a symbol to its kind: strings first, and of both
// kinds those with the shortest code words first. Symbols that only pairs use have no code word.
#ifndef LOOKUP_INDEX_GRAMMAR_H_
#define LOOKUP_INDEX_GRAMMAR_H_

#include <array>
#include <bit>
#include <cstddef>
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

  // Checks every pair. Returns the length of what each symbol stands for. Without it the other members
  // must be used on trusted bytes only.
  Result<std::vector<std::uint32_t>> Verify(format::SectionId id) const;

  // The symbol whose code word begins at "bit" of "stream"; moves "bit" past it. At least 8 bytes must
  // follow the one in which the code word begins.
  SymbolId NextSymbol(const std::byte* stream, std::uint64_t& bit) const;

  // Calls sink(char) for each byte that "symbol" stands for, until sink returns false. Returns false then.
  template <typename Sink>
  bool Expand(SymbolId symbol, Sink&& sink) const;

  // Decodes "stream" from "bit" up to "end" into the bytes from "to" up to "to_end". Returns where they end, with "bit"
  // behind the last symbol that found room: room for another kMaxStringLength bytes must be left.
  char* Decode(const std::byte* stream, std::uint64_t& bit, std::uint64_t end, char* to, char* to_end) const;

  std::uint32_t symbol_count() const { return string_count_ + pairs_.size(); }

 private:
  bool IsString(SymbolId symbol) const { return symbol < string_count_; }
  std::uint32_t pair(SymbolId symbol) const { return pairs_[symbol - string_count_]; }
  SymbolId left(std::uint32_t pair) const { return pair & part_mask_; }
  SymbolId right(std::uint32_t pair) const { return pair >> part_width_; }
  // The bytes of a string, the first one lowest.
  std::uint32_t string(SymbolId symbol) const {
    return static_cast<std::uint32_t>(LoadLittleEndian64(strings_ + std::size_t{symbol} * format::kMaxStringLength));
  }
  // Up to the last byte that is not zero; of the zero byte: 1.
  static unsigned StringLength(std::uint32_t bytes) {
    return format::kMaxStringLength - static_cast<unsigned>(std::countl_zero(bytes | 1)) / 8;
  }

  const std::byte* strings_ = nullptr;
  std::uint32_t string_count_ = 0;
  PackedArray pairs_;  // left symbol in the low bits, right one above
  unsigned part_width_ = 0;
  std::uint32_t part_mask_ = 0;
  unsigned shortest_ = 1;
  // Of each code length: the largest 32 bits that begin with one of its code words; its first code word that stands
  // for a pair; what to add to a code word of each kind to get its symbol.
  std::array<std::uint32_t, format::kMaxCodeLength + 1> last_{};
  std::array<std::uint32_t, format::kMaxCodeLength + 1> first_pair_{};
  std::array<std::uint32_t, format::kMaxCodeLength + 1> string_base_{};
  std::array<std::uint32_t, format::kMaxCodeLength + 1> pair_base_{};
};

template <typename Sink>
bool Grammar::Expand(SymbolId symbol, Sink&& sink) const {
  std::array<SymbolId, format::kMaxRuleDepth> waiting;
  std::size_t depth = 0;
  for (;;) {
    while (!IsString(symbol)) {
      const std::uint32_t parts = pair(symbol);
      waiting[depth++] = right(parts);
      symbol = left(parts);
    }
    std::uint32_t bytes = string(symbol);
    for (unsigned length = StringLength(bytes); length > 0; --length, bytes >>= 8) {
      if (!sink(static_cast<char>(bytes))) return false;
    }
    if (depth == 0) return true;
    symbol = waiting[--depth];
  }
}

}  // namespace errlookup

#endif  // LOOKUP_INDEX_GRAMMAR_H_
