// The order of entries in the index.
#ifndef GENERATOR_INDEX_ENTRY_ORDER_H_
#define GENERATOR_INDEX_ENTRY_ORDER_H_

#include <cstddef>
#include <vector>

#include "generator/index/index_input.h"

namespace errlookup {

// Positions in "entries": by value, then space, then rank. Of several names of a number in one space, the
// one a person would use ranks first: a code of this knowledge base; no range marker; from the header that
// defines the space (winerror.h, ntstatus.h); with the prefix of the space (ERROR_SUCCESS before
// SCARD_S_SUCCESS); then by the bytes of symbol, header and message.
std::vector<std::size_t> EntryOrder(const std::vector<EntryInput>& entries);

// Entries of each page, given the order of entries: first the one whose number the slug spells ("13023",
// "0x8032000A"), then the others in the order of entries. Numbers are those of the index.
std::vector<std::vector<EntryId>> CodesOfPages(const IndexInput& input, const std::vector<std::size_t>& order);

}  // namespace errlookup

#endif  // GENERATOR_INDEX_ENTRY_ORDER_H_
