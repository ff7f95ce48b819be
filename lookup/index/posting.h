// Where a word stands.
#ifndef LOOKUP_INDEX_POSTING_H_
#define LOOKUP_INDEX_POSTING_H_

#include <cstdint>

#include "lookup/base/result.h"
#include "lookup/index/bit_reader.h"
#include "lookup/index/index_values.h"
#include "lookup/index/packed_array.h"

namespace errlookup {

// The postings of a word one by one, without a list:
//
//   for (PostingCursor at = index.posting_cursor(word); at.Next();) Score(at.posting());
//
// In the file they are two lists, which a cursor reads side by side: entries that have the word in a name,
// and details (entries with a message or a page) that have it in other fields.
class PostingCursor {
 public:
  // "bits" stands at the postings of a word. "detail_entries" gives the entry of each detail.
  PostingCursor(BitReader bits, const PackedArray& detail_entries);

  // Moves to the next posting, the first at first. False at the end.
  bool Next();
  // The posting that Next moved to.
  Posting posting() const { return posting_; }

  // How many entries have the word in a name. Of a new cursor only.
  std::uint32_t symbol_count() const { return symbols_left_ + (has_symbol_ ? 1 : 0); }

  // The end of the postings that begin at "bits", found without reading long lists.
  static BitReader Skip(BitReader bits);
  // The same with every check; all bits must lie before "end".
  static Result<BitReader> Verify(BitReader bits, std::uint64_t end, std::uint32_t entry_count,
                                  std::uint32_t detail_count);

 private:
  void ReadSymbol();
  void ReadDetail();

  PackedArray detail_entries_;
  Posting posting_;

  BitReader symbol_bits_;
  std::uint32_t symbols_left_ = 0;  // not yet read
  std::uint32_t symbol_entry_ = 0;  // the next one to give, if has_symbol_
  bool has_symbol_ = false;

  BitReader detail_bits_;
  std::uint32_t details_left_ = 0;
  std::uint32_t detail_ = 0;
  std::uint32_t detail_entry_ = 0;
  std::uint32_t last_mask_ = 0;  // as read: bit f - 1 for field f
  std::uint32_t mask_ = 0;       // fields of detail_entry_ not yet given; 0: no detail
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_POSTING_H_
