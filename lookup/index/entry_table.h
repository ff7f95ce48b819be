// Values, spaces and headers of all entries, in blocks of 32.
#ifndef LOOKUP_INDEX_ENTRY_TABLE_H_
#define LOOKUP_INDEX_ENTRY_TABLE_H_

#include <cstdint>

#include "lookup/base/code.h"
#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/packed_array.h"

namespace errlookup {

class EntryTable {
 public:
  struct Row {
    std::uint32_t value = 0;
    Space space = Space::kWin32;
    bool is_range_marker = false;
    bool has_detail = false;
    std::uint16_t header = 0;
  };

  static Result<EntryTable> Open(Bytes section);
  // Checks every row; "header_count" is the number of headers that rows may name.
  Status Verify(std::uint32_t header_count) const;

  std::uint32_t size() const { return size_; }
  Row row(std::uint32_t index) const;
  // The first row whose value is not below "value".
  std::uint32_t LowerBound(std::uint32_t value) const;

 private:
  // Walks the rows of a block: value and class of one after the other.
  class Cursor;

  Row MakeRow(std::uint32_t value, std::uint32_t class_index) const;

  std::uint32_t size_ = 0;
  std::uint32_t class_count_ = 0;
  Bytes classes_;        // class_count_ rows of kClassSize bytes
  PackedArray first_;    // value of the first row of each block
  PackedArray offsets_;  // of each block in rows_, and the end
  Bytes rows_;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_ENTRY_TABLE_H_
