// Where the index comes from: inside the program, or a file that the user names.
#ifndef LOOKUP_CLI_INDEX_SOURCE_H_
#define LOOKUP_CLI_INDEX_SOURCE_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/result.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// The index that was linked into the program; embedded_index.cc.
std::span<const std::byte> EmbeddedIndex();

// An index with the bytes behind it, when they are not part of the program.
struct OpenedIndex {
  std::vector<std::byte> bytes;
  IndexReader reader;   // a view of "bytes", which do not move with the vector, or of the program
};

// Opens "file", else the file that ERRLOOKUP_INDEX names, else the embedded index. A file is verified as a
// whole; the embedded index is as trusted as the code around it. Errors name the file and the next step.
Result<OpenedIndex> OpenIndex(const std::optional<std::string>& file);

// Opens and verifies "file". "missing_hint" says in the error where such a file comes from.
Result<OpenedIndex> OpenIndexFile(const std::string& file, std::string_view missing_hint);

}  // namespace errlookup

#endif  // LOOKUP_CLI_INDEX_SOURCE_H_
