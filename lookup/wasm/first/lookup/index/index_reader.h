// The reader of the index that the site loads first, under the name of the reader of FORMAT.md: the engine compiled
// with this header (CMakeLists.txt) reads plain text and builds its tables when it opens it. What 339 pages need is
// smaller so, text and program together: the text packs better than tables do, and the words to search by need not be
// sent at all. generator/output/first_index.h writes the text and says how.
//
// What the first answers do not need is left out: texts of pages, headers, facilities. Every accessor does what the one
// of the same name in lookup/index/index_reader.h does. Memory that was opened is never freed, and copies share it.
#ifndef LOOKUP_INDEX_INDEX_READER_H_
#define LOOKUP_INDEX_INDEX_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/code.h"
#include "lookup/base/result.h"
#include "lookup/index/index_values.h"
#include "lookup/index/letter_mask.h"

namespace errlookup {

enum class Trust { kEmbedded };

// The postings of a word one by one.
class PostingCursor {
 public:
  explicit PostingCursor(std::span<const Posting> postings) : rest_(postings) {}

  bool Next() {
    if (rest_.empty()) return false;
    posting_ = rest_.front();
    rest_ = rest_.subspan(1);
    return true;
  }
  Posting posting() const { return posting_; }

 private:
  std::span<const Posting> rest_;
  Posting posting_;
};

class IndexReader {
 public:
  static Result<IndexReader> Open(std::span<const std::byte> text, Trust trust);

  std::uint32_t entry_count() const;
  Entry entry(EntryId id) const;
  std::string symbol(EntryId id) const;
  std::string header(EntryId) const { return {}; }
  std::string message(EntryId id) const;
  std::vector<std::string> aliases(EntryId id) const;

  IdRange FindValue(std::uint32_t value) const;
  EntryId LowerBound(std::uint32_t value) const;
  std::vector<EntryId> FindSymbol(std::string_view symbol) const;

  std::string facility_name(Space, std::uint16_t) const { return {}; }

  std::uint32_t page_count() const;
  PageInfo page(PageId id) const;
  std::vector<EntryId> page_codes(PageId id) const;

  std::uint32_t word_count() const;
  std::vector<std::string> words(std::span<const WordId> ids) const;
  std::optional<WordId> FindWord(std::string_view word) const;
  IdRange FindPrefix(std::string_view prefix) const;
  PostingCursor posting_cursor(WordId id) const;
  std::uint32_t letter_mask(WordId id) const;

 private:
  struct Tables;
  class Builder;

  explicit IndexReader(const Tables* tables) : tables_(tables) {}

  // The first word not before "text".
  WordId LowerBoundOfWords(std::string_view text) const;

  const Tables* tables_;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_INDEX_READER_H_
