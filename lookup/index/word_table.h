// The vocabulary: words in the order of their bytes, in blocks of 16 in which each word names what it shares
// with the one before, and after each word the places where it stands.
#ifndef LOOKUP_INDEX_WORD_TABLE_H_
#define LOOKUP_INDEX_WORD_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/packed_array.h"
#include "lookup/index/posting.h"

namespace errlookup {

class WordTable {
 public:
  static Result<WordTable> Open(Bytes words, Bytes letter_masks);
  // Checks every word and posting.
  Status Verify(std::uint32_t entry_count) const;

  std::uint32_t size() const { return size_; }
  std::string word(std::uint32_t index) const;
  std::uint32_t letter_mask(std::uint32_t index) const { return masks_[index]; }
  PostingCursor postings(std::uint32_t index) const;

  // The first word not before "text".
  std::uint32_t LowerBound(std::string_view text) const;

 private:
  class Cursor;
  Cursor CursorAt(std::uint32_t index) const;
  std::string FirstWord(std::uint32_t block) const;

  std::uint32_t size_ = 0;
  PackedArray offsets_;  // of each block in rows_, and the end
  Bytes rows_;
  PackedArray masks_;
};

// Which letters and digits a word holds: bits 0 to 25 for a to z, bits 26 to 30 for the digits 0-1, 2-3, 4-5,
// 6-7 and 8-9, bit 31 for any other byte. Each edit of a word changes at most two bits.
std::uint32_t LetterMask(std::string_view word);

}  // namespace errlookup

#endif  // LOOKUP_INDEX_WORD_TABLE_H_
