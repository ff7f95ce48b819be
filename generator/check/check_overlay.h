// An overlay (data/README.md, "An overlay") held against the knowledge base that it adds to.
#ifndef GENERATOR_CHECK_CHECK_OVERLAY_H_
#define GENERATOR_CHECK_CHECK_OVERLAY_H_

#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include "generator/check/problem.h"
#include "generator/record/model.h"
#include "lookup/base/result.h"

namespace errlookup {

// The knowledge base as somebody sees it who reads it with the overlay: the company's records in place of ours for
// the same codes, its sources and codes, and one more family, which its own codes are in.
struct JoinedOverlay {
  KnowledgeBase base;
  Family family;      // of the overlay: its id, and as title the name of who speaks
  std::set<std::string, std::less<>> files;  // of the overlay, as Record::file names them
  Problems problems;  // only of the overlay's files, sorted by file, line and column
};

// Reads the overlay in "folder" and the knowledge base in "data", and runs every check over both together. Rules
// about where things stand in data/ (file names, maps) do not hold for an overlay. Fails only when one of the
// folders cannot be read at all.
Result<JoinedOverlay> ReadAndCheckOverlay(const std::filesystem::path& folder, const std::filesystem::path& data);

}  // namespace errlookup

#endif  // GENERATOR_CHECK_CHECK_OVERLAY_H_
