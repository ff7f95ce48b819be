// Finds errors by words: of their message, symbol, title, search words and summary.
//
// Two steps. All entries that hold one of the words are weighed by how much these words tell. Then the best are
// read again closely: how much of the message, its first sentence or the symbol the query covers, and in the same
// order?
#ifndef LOOKUP_ENGINE_WORD_SEARCH_H_
#define LOOKUP_ENGINE_WORD_SEARCH_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lookup/engine/query_words.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

struct WordHit {
  EntryId entry = 0;
  std::optional<PageId> page;
  float score = 0;
  bool is_by_name = false;       // the symbol fits better than the message
  bool is_whole_message = false; // every word of the message stands in the query, in a row
  bool is_near_message = false;  // the query is the message but for typing mistakes
  bool is_part_of_message = false;  // the query is several words of the message in a row
  int mistakes = 0;              // of a name: letters to change
  bool is_whole_query = false;   // every telling word of the query was found in one field of the entry
};

// At most "limit" hits, best first, one for each page. Only errors with a page.
std::vector<WordHit> SearchWords(const IndexReader& index, const QueryWords& query, std::size_t limit);

// Entries whose complete message stands in the text, longest first; several if they share it.
std::vector<EntryId> FindMessagesIn(const IndexReader& index, const QueryWords& query);

// Errors whose symbol is nearly "name" or has its parts: at most "limit", best first, one for each page or,
// without a page, for each code. "is_near_message" says that only typing mistakes lie between them.
std::vector<WordHit> SearchNames(const IndexReader& index, std::string_view name, std::size_t limit);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_WORD_SEARCH_H_
