// Files and folders to scan, and the scan of one input: packed, in UTF-16, or plain.
#ifndef LOOKUP_CLI_SCAN_INPUT_H_
#define LOOKUP_CLI_SCAN_INPUT_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "lookup/base/result.h"
#include "lookup/scan/scanner.h"

namespace errlookup {

// One file of a scan.
struct ScanFile {
  std::string name;            // as it is shown; "-" is the standard input
  bool is_from_folder = false; // found, not named: what is no log is left out without a word
};

// The files behind the names of the command line: folders become the files below them, in the order of names,
// without following links. "complain" gets a sentence for each name or folder that cannot be read.
std::vector<ScanFile> ListScanFiles(const std::vector<std::string>& names, const std::function<void(std::string)>& complain);

// Scans one file or the standard input. "progress" is called now and then with the bytes read and the bytes
// there are (0: unknown). After an error, the findings before it have been given to "sink".
Status ScanInput(const ScanFile& file, const ChunkScanner& scanner, const FindingSink& sink,
                 const std::function<void(std::uint64_t, std::uint64_t)>& progress);

}  // namespace errlookup

#endif  // LOOKUP_CLI_SCAN_INPUT_H_
