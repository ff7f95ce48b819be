// Writes an error index (lookup/index/FORMAT.md).
#ifndef GENERATOR_INDEX_INDEX_WRITER_H_
#define GENERATOR_INDEX_INDEX_WRITER_H_

#include <cstddef>
#include <vector>

#include "generator/index/index_input.h"
#include "lookup/base/result.h"

namespace errlookup {

enum class IndexProfile {
  kFull,  // everything: carried by errlookup
  kSlim,  // without the texts of the sections: carried by the site, whose pages are the text
};

// Same input, same bytes, whatever the order of entries of equal rank, the machine or the locale.
// Fails with kLimit when a bound of FORMAT.md is exceeded.
Result<std::vector<std::byte>> WriteIndex(const IndexInput& input, IndexProfile profile);

}  // namespace errlookup

#endif  // GENERATOR_INDEX_INDEX_WRITER_H_
