// Reads a whole data folder into values.
#ifndef GENERATOR_RECORD_READER_H_
#define GENERATOR_RECORD_READER_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "generator/check/problem.h"
#include "generator/record/model.h"
#include "lookup/base/result.h"

namespace errlookup {

// What was read, and what is wrong with its form. With problems the knowledge base holds what could be read:
// good enough to check further, not to publish.
struct ReadOutcome {
  KnowledgeBase knowledge_base;
  Problems problems;
};

// "data" is the folder that holds records/, sources.json and the rest (data/README.md). Parts that are absent are
// left empty, but the catalogue must be there. Everything is in the order of its path, whatever the file system
// says. Locations name files as "data" followed by the path in it. Fails only when "data" cannot be read at all.
Result<ReadOutcome> ReadKnowledgeBase(const std::filesystem::path& data);

struct OverlayOutcome {
  Overlay overlay;
  Problems problems;  // of form; ReadAndCheckOverlay (check_overlay.h) holds what it says against the knowledge base
};

// Reads the folder of an overlay: overlay.json, which must be there, codes.json, sources.json and records/.
// Locations are as those of ReadKnowledgeBase.
Result<OverlayOutcome> ReadOverlay(const std::filesystem::path& folder);

// The JSON files of the data folder that writers own, as paths in it, sorted: all but commands/ and the schemas.
std::vector<std::string> ListDataFiles(const std::filesystem::path& data);

// Reads one file of the knowledge base, whose content is "text", into "knowledge_base". "path_in_data" says what
// it is: "records/ike/13801.json". "file" is the name for locations.
void ReadDataFile(std::string_view path_in_data, std::string_view text, const std::string& file,
                  KnowledgeBase& knowledge_base, Problems& problems);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_READER_H_
