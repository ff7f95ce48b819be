// Which pages name a code that has no page of its own: general codes of Windows that stand in the texts of records.
#ifndef LOOKUP_INDEX_MENTION_TABLE_H_
#define LOOKUP_INDEX_MENTION_TABLE_H_

#include <cstdint>
#include <vector>

#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/packed_array.h"

namespace errlookup {

class MentionTable {
 public:
  // A view of the section "mentions".
  static Result<MentionTable> Open(Bytes section);

  // The pages that name an entry, ascending; empty for most.
  std::vector<std::uint32_t> pages(std::uint32_t entry) const;

  // For a reader that does not trust the file.
  Status Verify(std::uint32_t entry_count, std::uint32_t page_count) const;

 private:
  PackedArray entries_;  // ascending
  PackedArray begins_;   // in pages_, and the end
  PackedArray pages_;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_MENTION_TABLE_H_
