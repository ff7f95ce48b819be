// The last pass: puts a new site in the place of the old one, in one step or not at all.
//
// The files are written into a folder beside the target (".<name>.kbgen-<pid>"), which then takes the target's place:
// with renameat2(RENAME_EXCHANGE) where the file system has it, so that at no moment there is no site; else with two
// renames, undone if the second fails. Files that have not changed are hard links to those of the old site and keep
// their time stamp. Whatever goes wrong (a full disk, a folder that may not be written), the old site stays as it
// was and the new folder is removed. What a killed run left behind is removed by the next one.
#ifndef GENERATOR_OUTPUT_PUBLISH_H_
#define GENERATOR_OUTPUT_PUBLISH_H_

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "lookup/base/result.h"

namespace errlookup {

struct OutputFile {
  std::string path;   // relative, with '/', without ".."
  std::string bytes;
};

struct PublishReport {
  std::size_t written = 0;    // new or changed
  std::size_t unchanged = 0;
  std::size_t removed = 0;    // files of the old site that the new one does not have
};

// A folder that we may replace holds this file; it is part of every site.
inline constexpr char kSiteMarker[] = ".kbgen-site";

// "target" is replaced only if it does not exist, is empty, or holds a site of ours (kSiteMarker); anything else is
// kInvalidArgument. When nothing changed, nothing is touched. Fails with kIo otherwise.
Result<PublishReport> PublishSite(const std::filesystem::path& target, const std::vector<OutputFile>& files);

// The checks of PublishSite that need no content, so that a wrong target is known before the work is done.
Status CheckTarget(const std::filesystem::path& target);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_PUBLISH_H_
