// What an index says about codes, pages and words, however its reader keeps them.
#ifndef LOOKUP_INDEX_INDEX_VALUES_H_
#define LOOKUP_INDEX_INDEX_VALUES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lookup/base/code.h"

namespace errlookup {

using EntryId = std::uint32_t;  // one name of one code in one space; ordered by value, then space, then rank
using PageId = std::uint32_t;   // one page of the site: the codes of one error
using WordId = std::uint32_t;   // one word of the vocabulary; ordered by bytes

// A name that Windows gives a code. Several entries may share a value (RAS 809 and Win32 809).
struct Entry {
  std::uint32_t value = 0;
  Space space = Space::kWin32;
  bool is_range_marker = false;       // *_FIRST, *_LAST, NEG_STATUS_BEGIN: named, but never a result
  std::optional<PageId> page;         // set exactly for the codes of this knowledge base

  bool operator==(const Entry&) const = default;
};

// Half-open range of ids.
struct IdRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
};

// What the tool needs of a page without its sections.
struct PageInfo {
  std::string slug;          // "13023": the page is errors/13023.html
  std::string title;         // of the record, or empty when nobody has written it
  std::string summary;       // as title
  std::string family;        // id, as in families.json
  std::string family_title;
  std::string level;         // empty without a record
  std::string updated;       // YYYY-MM-DD, empty without a record
  std::string where;         // "Life of a policy object: pending deletion"; empty when not placed
  bool has_record = false;
  std::vector<EntryId> codes;  // first is the page's own
};

// Where a word stands in what is searched.
enum class Field : std::uint8_t {
  kSymbol = 0,       // symbol and older names
  kMessage = 1,      // what Windows prints
  kTitle = 2,        // the record's title
  kSearchWords = 3,  // symptoms, other languages, the other side's log
  kSummary = 4,      // summary, quick answer
};
inline constexpr int kFieldCount = 5;

struct Posting {
  std::uint32_t entry = 0;  // EntryId
  Field field = Field::kSymbol;

  bool operator==(const Posting&) const = default;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_INDEX_VALUES_H_
