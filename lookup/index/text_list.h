// Blocks of texts that share a grammar. A block is read alone, from its beginning; each of its texts ends
// with a zero byte. How many texts make a block is a constant of the section (format.h).
#ifndef LOOKUP_INDEX_TEXT_LIST_H_
#define LOOKUP_INDEX_TEXT_LIST_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/format.h"
#include "lookup/index/grammar.h"
#include "lookup/index/packed_array.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

// The texts of a block, each with its zero byte. No string, because that would first fill with zeros what is then
// written.
struct BlockText {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;

  std::string_view view() const { return {bytes.get(), size}; }
};

class TextList {
 public:
  TextList() = default;

  // Reads the rest of "reader": the offsets of "block_count" blocks, then the blocks.
  static TextList Read(SectionReader& reader, std::uint32_t block_count);

  // What Verify needs to know of a list and its grammar.
  struct Limits {
    const std::vector<std::uint32_t>& symbol_lengths;  // from Grammar::Verify
    std::uint64_t& bytes_left;                         // all lists of the file together may expand to
  };
  // Checks that every block can be decoded.
  Status VerifyTokens(const Grammar& grammar, Limits limits, format::SectionId id) const;
  // The same, and that blocks are texts of valid UTF-8. Returns the number of texts in each block.
  Result<std::vector<std::uint32_t>> Verify(const Grammar& grammar, Limits limits, format::SectionId id) const;

  std::uint32_t block_count() const { return offsets_.size() == 0 ? 0 : offsets_.size() - 1; }

  // Text number "index" of a block.
  std::string Text(const Grammar& grammar, std::uint32_t block, std::uint32_t index) const;
  // Text number "index" of a list with "texts_per_block" texts in each block but the last.
  std::string TextAt(const Grammar& grammar, std::uint32_t index, std::uint32_t texts_per_block) const {
    return Text(grammar, index / texts_per_block, index % texts_per_block);
  }
  // A whole block, undivided.
  BlockText Read(const Grammar& grammar, std::uint32_t block) const;
  std::string Block(const Grammar& grammar, std::uint32_t block) const;
  // All texts of a block.
  std::vector<std::string> Texts(const Grammar& grammar, std::uint32_t block) const;

  // Calls sink(char) for each byte of a block until it returns false.
  template <typename Sink>
  void Decode(const Grammar& grammar, std::uint32_t block, Sink&& sink) const;

 private:
  PackedArray offsets_;  // in bits from the beginning of the stream; one more than there are blocks
  Bytes stream_;         // with its padding
};

template <typename Sink>
void TextList::Decode(const Grammar& grammar, std::uint32_t block, Sink&& sink) const {
  std::uint64_t bit = offsets_[block];
  const std::uint64_t end = offsets_[block + 1];
  while (bit < end) {
    const Grammar::SymbolId symbol = grammar.NextSymbol(stream_.data(), bit);
    if (!grammar.Expand(symbol, sink)) return;
  }
}

// For lists whose blocks, except the last, hold "texts_per_block" texts.
Status VerifyTextCounts(const std::vector<std::uint32_t>& counts, std::uint32_t text_count,
                        std::uint32_t texts_per_block, format::SectionId id);

}  // namespace errlookup

#endif  // LOOKUP_INDEX_TEXT_LIST_H_
