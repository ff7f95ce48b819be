// Which pages speak of a general code of Windows: "87 is not an IPsec error, but the page of 13023 mentions it".
#ifndef LOOKUP_CLI_MENTIONS_H_
#define LOOKUP_CLI_MENTIONS_H_

#include <vector>

#include "lookup/engine/engine.h"

namespace errlookup {

// Of a match without a page the pages that name it by any of its names; an HRESULT of facility 7 is also what it wraps.
// Ascending, each once; empty for a match that has a page.
std::vector<PageId> MentionsOf(const IndexReader& index, const Match& match);

}  // namespace errlookup

#endif  // LOOKUP_CLI_MENTIONS_H_
