// Everything the tool asks of the operating system: arguments, environment, files, the terminal, the pager.
// terminal_posix.cc and terminal_windows.cc implement it; no other file knows the platform.
#ifndef LOOKUP_CLI_TERMINAL_H_
#define LOOKUP_CLI_TERMINAL_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/result.h"

namespace errlookup {

// The arguments behind the program's name, as UTF-8. Also prepares the process: writing to a closed pipe
// gives an error instead of ending it, and the console of Windows takes escape sequences.
std::vector<std::string> PrepareProcess(int argc, char** argv);

// The value of an environment variable; nothing if it is unset or empty.
std::optional<std::string> Environment(const char* name);

bool InputIsTerminal();
bool OutputIsTerminal();
bool ErrorIsTerminal();

struct TerminalSize {
  int columns = 0;
  int rows = 0;
};
// Of the terminal behind the standard output, if it is one and tells.
std::optional<TerminalSize> OutputSize();

// The whole of a file. Errors say what to do; a path that is a folder is one.
Result<std::vector<std::byte>> ReadFile(const std::string& path);

// The files that a name given by the user stands for: with * or ? in its last part those that match, in the order of
// names, unless the shell sees to that. The name itself when there are none.
std::vector<std::string> MatchingFiles(const std::string& name);

// What is piped in, up to its end or until more than "limit" bytes have come: a longer text tells that there
// is more.
Result<std::string> ReadInput(std::size_t limit);

// What is piped in, as it comes: calls take(block) until the end or until it returns false.
Status ReadInputBlocks(const std::function<bool(std::string_view)>& take);

// Writes all of it to the standard output. A reader that has gone away (head, a pager that was left) is not
// an error; a full disk is.
Status WriteOutput(std::string_view text);

// As WriteOutput, to the standard error; nobody can be told of a failure.
void WriteError(std::string_view text);

// Shows "text" through $PAGER, or less if that is there; without a pager writes it out.
Status ShowInPager(std::string_view text);

}  // namespace errlookup

#endif  // LOOKUP_CLI_TERMINAL_H_
