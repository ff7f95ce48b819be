// errlookup: explains Windows IPsec, IKE and VPN errors in a terminal.
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/cli/options.h"
#include "lookup/cli/terminal.h"
#include "lookup/cli/tool.h"

namespace {

constexpr int kCouldNotRun = 2;

int PrintError(std::string_view message) {
  std::string line = "errlookup: " + std::string(message);
  if (!line.ends_with('\n')) line += '\n';
  errlookup::WriteError(line);
  return kCouldNotRun;
}

// The exit code. Arguments as of main.
int Run(int argc, char** argv) {
  using namespace errlookup;
  const std::vector<std::string> arguments = PrepareProcess(argc, argv);
  if (arguments.empty() && InputIsTerminal()) {
    WriteError(ShortHelpText());
    return kCouldNotRun;
  }
  const Result<Options> options = ParseOptions(arguments);
  if (!options.ok()) return PrintError(options.error().message);
  const Result<Outcome> outcome = RunTool(*options);
  if (!outcome.ok()) return PrintError(outcome.error().message);
  switch (*outcome) {
    case Outcome::kFound: return 0;
    case Outcome::kNotFound: return 1;
    case Outcome::kFailed: break;
  }
  return kCouldNotRun;
}

}  // namespace

// Everything is written by now, and the system takes the memory back faster than the library's own end.
int main(int argc, char** argv) { std::_Exit(Run(argc, argv)); }
