// Makes queries with known answers out of the index itself: every IPsec code spelt, cut, permuted and misspelt
// in the ways that people do it, and numbers that are no codes. The same seed makes the same queries.
#ifndef TESTS_SUPPORT_QUERY_MAKER_H_
#define TESTS_SUPPORT_QUERY_MAKER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

struct MadeQuery {
  std::string kind;              // "symbol, 1 mistake"
  std::string text;
  std::optional<EntryId> entry;  // what must be found; none for a text that holds no error of ours
};

std::vector<MadeQuery> MakeQueries(const IndexReader& index, std::uint32_t seed);

// Is this match what "entry" asks for: its page, or another code with the same message?
bool IsRightMatch(const IndexReader& index, const Match& match, EntryId entry);

}  // namespace errlookup

#endif  // TESTS_SUPPORT_QUERY_MAKER_H_
