// The command line of errlookup. CLI11 parses it; option_table.h holds every option, for the parser, the help,
// the completions and the manual page.
//
// Two things are unlike most tools, because of what people paste. An argument that looks like a negative
// number (-2147011095) is part of the query, not an option. And only the first word can be a sub-command, so
// `errlookup access list` is a query.
#ifndef LOOKUP_CLI_OPTIONS_H_
#define LOOKUP_CLI_OPTIONS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/code.h"
#include "lookup/base/result.h"

namespace errlookup {

enum class Command {
  kAsk,     // errlookup QUERY…
  kDecode,  // errlookup decode CODE…
  kList,    // errlookup list
  kScan,    // errlookup scan FILE…
  kCompletions,  // errlookup completions SHELL
  kManual,
  kHelp,
  kVersion,
};

enum class Output {
  kPage,      // for a person at a terminal
  kBrief,     // one line for each match
  kJson,
  kMarkdown,
};

enum class ColorChoice { kAuto, kAlways, kNever };

struct Options {
  Command command = Command::kAsk;
  std::vector<std::string> words;       // of the query, files to scan, a shell; behind list: what does not belong there
  bool reads_input = false;             // "-": the query comes from the standard input
  Output output = Output::kPage;
  std::string section;                  // empty: the whole page
  std::string family;                   // empty: all
  bool shows_summary = false;           // of a scan: a line for each code
  std::size_t limit = 10;
  std::optional<Space> space;
  std::optional<std::string> index_file;
  std::vector<std::string> overlay_files;
  ColorChoice color = ColorChoice::kAuto;
  bool uses_pager = true;
  std::optional<int> width;
};

// Narrower than kLeastWidth nothing is readable.
inline constexpr int kLeastWidth = 20;
inline constexpr int kGreatestWidth = 1000;
inline constexpr std::size_t kGreatestLimit = 1000;

// The error is a whole sentence for the user, with the next step in it. "help", "/?" or "-?" alone is --help. A plain query costs next to nothing;
// only options and sub-commands build the parser.
Result<Options> ParseOptions(const std::vector<std::string>& arguments);

// What --help prints, and the few lines for somebody who typed nothing.
std::string HelpText();
std::string ShortHelpText();

}  // namespace errlookup

#endif  // LOOKUP_CLI_OPTIONS_H_
