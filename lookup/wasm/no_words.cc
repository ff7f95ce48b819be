// Stands in for the search in words and for guesses at mistyped numbers (query_words.cc, word_search.cc, digit_slips.cc)
// in lookup-codes.wasm, the part of the engine that is loaded first: it answers codes in every spelling and exact
// names, and nothing else.
#include "lookup/engine/digit_slips.h"
#include "lookup/engine/query_words.h"
#include "lookup/engine/word_search.h"

namespace errlookup {

QueryWords ReadQueryWords(const IndexReader&, std::string_view) { return {}; }
std::vector<WordHit> SearchWords(const IndexReader&, const QueryWords&, std::size_t) { return {}; }
std::vector<WordHit> SearchNames(const IndexReader&, std::string_view, std::size_t) { return {}; }
std::vector<std::string> SlippedNumbers(std::string_view) { return {}; }
std::vector<EntryId> FindMessagesIn(const IndexReader&, const QueryWords&) { return {}; }

}  // namespace errlookup
