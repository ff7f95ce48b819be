// Files of the site. Reading is ReadFile (generator/record/files.h) with this limit.
#ifndef GENERATOR_OUTPUT_FILES_H_
#define GENERATOR_OUTPUT_FILES_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "lookup/base/result.h"

namespace errlookup {

// A page has 100 KB, the search with its index 1 MB.
inline constexpr std::size_t kMaximumSiteFileBytes = std::size_t{1} << 28;

// Creates or overwrites. Reports what the operating system says, at the latest when the file is closed.
Status WriteWholeFile(const std::filesystem::path& path, const std::string& bytes);

// Paths of all regular files below "folder", relative, with '/', sorted. Names that begin with a dot are left out.
Result<std::vector<std::string>> ListFiles(const std::filesystem::path& folder);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_FILES_H_
