// Reading and writing whole files.
#ifndef GENERATOR_OUTPUT_FILES_H_
#define GENERATOR_OUTPUT_FILES_H_

#include <filesystem>
#include <string>
#include <vector>

#include "lookup/base/result.h"

namespace errlookup {

Result<std::string> ReadWholeFile(const std::filesystem::path& path);

// Creates or overwrites. Reports what the operating system says, at the latest when the file is closed.
Status WriteWholeFile(const std::filesystem::path& path, const std::string& bytes);

// Paths of all regular files below "folder", relative, with '/', sorted. Names that begin with a dot are left out.
Result<std::vector<std::string>> ListFiles(const std::filesystem::path& folder);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_FILES_H_
