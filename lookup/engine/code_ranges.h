// Who owns a range of numbers: what can be said of a code that nobody has named.
#ifndef LOOKUP_ENGINE_CODE_RANGES_H_
#define LOOKUP_ENGINE_CODE_RANGES_H_

#include <string>

#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// One sentence about the range or facility of an unknown code; empty when there is nothing to say.
std::string DescribeRange(const IndexReader& index, Space space, std::uint32_t value);

// Up to two known codes below and two above, in the same space and, for 32-bit codes, the same facility.
std::vector<EntryId> FindNeighbours(const IndexReader& index, Space space, std::uint32_t value);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_CODE_RANGES_H_
