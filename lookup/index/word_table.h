// The vocabulary: words in the order of their bytes, and where each stands. Blocks of 16 words are coded with
// a grammar; in a block each word names how many bytes it shares with the one before.
#ifndef LOOKUP_INDEX_WORD_TABLE_H_
#define LOOKUP_INDEX_WORD_TABLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/grammar.h"
#include "lookup/index/letter_mask.h"
#include "lookup/index/packed_array.h"
#include "lookup/index/posting.h"
#include "lookup/index/text_list.h"

namespace errlookup {

class WordTable {
 public:
  struct Sections {
    Bytes grammar, words, letter_masks, postings;
  };
  static Result<WordTable> Open(const Sections& sections);
  // Checks every word and posting. "bytes_left" as in TextList::Limits.
  Status Verify(std::uint32_t entry_count, std::uint32_t detail_count, std::uint64_t& bytes_left) const;

  std::uint32_t size() const { return size_; }
  std::string word(std::uint32_t index) const;
  // The words of ascending indices. Faster than one at a time: a block is decoded once.
  std::vector<std::string> words(std::span<const std::uint32_t> indices) const;
  std::uint32_t letter_mask(std::uint32_t index) const { return masks_[index]; }
  PostingCursor postings(std::uint32_t index, const PackedArray& detail_entries) const;

  // The first word not before "text".
  std::uint32_t LowerBound(std::string_view text) const;

 private:
  Status VerifyWords() const;
  Status VerifyPostings(std::uint32_t entry_count, std::uint32_t detail_count) const;
  template <typename Visit>
  void VisitBlock(std::uint32_t block, Visit&& visit) const;
  // Whether the first word of a block is before "text".
  bool IsBefore(std::uint32_t block, std::string_view text) const;

  std::uint32_t size_ = 0;
  Grammar grammar_;
  TextList blocks_;
  PackedArray masks_;
  PackedArray posting_offsets_;  // of each block of words, and the end, in bits
  Bytes postings_;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_WORD_TABLE_H_
