// Stands in for the search in words, for guesses at mistyped numbers and for rare spellings (query_words.cc,
// word_search.cc, digit_slips.cc, unusual_numbers.cc) in lookup-codes.wasm, the part of the engine that is loaded first: it
// answers codes in all usual spellings and exact names, and nothing else.
#include "lookup/engine/digit_slips.h"
#include "lookup/engine/query_words.h"
#include "lookup/engine/unusual_numbers.h"
#include "lookup/engine/word_search.h"

namespace errlookup {

QueryWords ReadQueryWords(const IndexReader&, std::string_view) { return {}; }
std::vector<WordHit> SearchWords(const IndexReader&, const QueryWords&, std::size_t) { return {}; }
std::vector<WordHit> SearchNames(const IndexReader&, std::string_view, std::size_t) { return {}; }
std::vector<std::string> SlippedNumbers(std::string_view) { return {}; }
std::optional<Number> ReadUnusualNumber(const TokenList&, int, bool) { return std::nullopt; }
std::string_view NoteOnValue(std::uint32_t) { return {}; }
std::vector<EntryId> FindMessagesIn(const IndexReader&, const QueryWords&) { return {}; }

}  // namespace errlookup
