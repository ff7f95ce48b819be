// What a scan prints: the lines with their codes explained, a table of codes, or JSON for programs.
#ifndef LOOKUP_CLI_SCAN_REPORT_H_
#define LOOKUP_CLI_SCAN_REPORT_H_

#include <memory>
#include <string>
#include <utility>

#include "lookup/base/result.h"
#include "lookup/cli/answer_lines.h"
#include "lookup/scan/scanner.h"

namespace errlookup {

enum class ScanReport {
  kLines,    // each line that holds a code, and below it what the code means
  kSummary,  // each code once: count, first and last place, meaning
  kJson,     // {"findings":[…]}, written as they are found (README.md)
};

class ScanReporter {
 public:
  virtual ~ScanReporter() = default;
  // In the order of the input. "file" is its name as given, or "-".
  virtual void Take(const std::string& file, const Finding& finding) = 0;
  virtual void Finish() = 0;

  // What is ready to be written; empty afterwards.
  std::string TakeText() { return std::exchange(text_, std::string()); }
  std::size_t text_size() const { return text_.size(); }

 protected:
  std::string text_;
};

// "names_files" puts the name of the file before each line: when more than one may be scanned.
std::unique_ptr<ScanReporter> MakeScanReporter(ScanReport report, const LineLayout& layout, bool names_files);

}  // namespace errlookup

#endif  // LOOKUP_CLI_SCAN_REPORT_H_
