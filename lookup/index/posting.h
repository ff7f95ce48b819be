// Where a word stands.
#ifndef LOOKUP_INDEX_POSTING_H_
#define LOOKUP_INDEX_POSTING_H_

#include <cstdint>

#include "lookup/base/coding.h"

namespace errlookup {

// Where a word stands in what is searched.
enum class Field : std::uint8_t {
  kSymbol = 0,       // symbol and older names
  kMessage = 1,      // what Windows prints
  kTitle = 2,        // the record's title
  kSearchWords = 3,  // symptoms, other languages, the other side's log
  kSummary = 4,      // summary, quick answer
  kBody = 5,         // causes, meaning, the rest of the record
};
inline constexpr int kFieldCount = 6;

struct Posting {
  std::uint32_t entry = 0;  // EntryId
  Field field = Field::kSymbol;

  bool operator==(const Posting&) const = default;
};

// The postings of a word one by one, without a list:
//
//   for (PostingCursor at = index.posting_cursor(word); at.Next();) Score(at.posting());
class PostingCursor {
 public:
  PostingCursor(Bytes bytes, bool has_fields) : bytes_(bytes), has_fields_(has_fields) {}

  // Moves to the next posting, the first at first. False at the end.
  bool Next() {
    if (bytes_.empty()) return false;
    const std::optional<std::uint64_t> code = bytes_.ReadVarint();
    is_damaged_ = !code;
    if (is_damaged_) return false;
    entry_ += has_fields_ ? *code >> 3 : *code;
    field_ = has_fields_ ? static_cast<std::uint8_t>(*code & 7) : std::uint8_t{0};
    return true;
  }
  // The posting that Next moved to.
  Posting posting() const { return {static_cast<std::uint32_t>(entry_), static_cast<Field>(field_)}; }

 private:
  friend class WordTable;  // verifies what is out of range of Posting

  ByteReader bytes_;  // one varint each: the difference of entries, with the field in three bits below it
  bool has_fields_;
  bool is_damaged_ = false;
  std::uint64_t entry_ = 0;
  std::uint8_t field_ = 0;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_POSTING_H_
