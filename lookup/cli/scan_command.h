// errlookup scan: finds the codes of the knowledge base in logs and says what they mean.
#ifndef LOOKUP_CLI_SCAN_COMMAND_H_
#define LOOKUP_CLI_SCAN_COMMAND_H_

#include <span>
#include <string>
#include <vector>

#include "lookup/base/result.h"
#include "lookup/cli/answer_lines.h"
#include "lookup/cli/layers.h"
#include "lookup/cli/scan_report.h"
#include "lookup/cli/tool.h"

namespace errlookup {

struct ScanOptions {
  std::vector<std::string> files;  // files, folders, or "-" for the standard input
  ScanReport report = ScanReport::kLines;
  LineLayout layout;
};

// Scans everything, in the order given and folders in the order of names, and writes the report. What cannot be
// read is said on the standard error, and the rest is still done: kFailed then. An error is returned only when
// the report cannot be written.
//
// Codes that an overlay has a page for are told in its words.
Result<Outcome> RunScan(std::span<const Layer> layers, const ScanOptions& options);

}  // namespace errlookup

#endif  // LOOKUP_CLI_SCAN_COMMAND_H_
