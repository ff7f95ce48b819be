// Reading and writing whole files, with the limits and the care that people's data needs.
#ifndef GENERATOR_RECORD_FILES_H_
#define GENERATOR_RECORD_FILES_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "lookup/base/result.h"

namespace errlookup {

// The largest JSON or TSV file the knowledge base may hold: 1 MiB. The largest we have, the catalogue of other
// Windows codes, has 0.8 MB; a record has about 10 KB.
inline constexpr std::size_t kMaximumDataFileBytes = std::size_t{1} << 20;

// The bytes of a regular file. Fails with kNotFound, kIo (a folder, no permission ...) or kLimit when it is
// larger than "maximum_bytes"; little more than that is read.
Result<std::string> ReadFile(const std::filesystem::path& path, std::size_t maximum_bytes = kMaximumDataFileBytes);

// Replaces the file in one step, or leaves it as it was: writes a temporary file beside it, flushes it to the
// disk and renames it. Keeps the permissions of a file that exists.
Status WriteFileAtomically(const std::filesystem::path& path, std::string_view content);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_FILES_H_
