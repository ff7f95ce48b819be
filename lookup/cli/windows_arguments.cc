#include "lookup/cli/windows_arguments.h"

#include <algorithm>
#include <cstddef>

namespace errlookup {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

// The name stands in marks or ends at a blank; backslashes mean nothing special in it.
void SkipProgramName(std::string_view& rest) {
  bool is_quoted = false;
  std::size_t end = 0;
  for (; end < rest.size() && (is_quoted || !IsBlank(rest[end])); ++end)
    if (rest[end] == '"') is_quoted = !is_quoted;
  rest.remove_prefix(end);
}

std::string TakeArgument(std::string_view& rest) {
  std::string argument;
  bool is_quoted = false;
  while (!rest.empty() && (is_quoted || !IsBlank(rest.front()))) {
    const std::size_t backslashes = std::min(rest.find_first_not_of('\\'), rest.size());
    rest.remove_prefix(backslashes);
    const bool before_mark = !rest.empty() && rest.front() == '"';
    argument.append(before_mark ? backslashes / 2 : backslashes, '\\');
    if (!before_mark) {
      if (backslashes == 0) {
        argument += rest.front();
        rest.remove_prefix(1);
      }
      continue;
    }
    rest.remove_prefix(1);
    if (backslashes % 2 == 1) {
      argument += '"';
    } else if (is_quoted && rest.starts_with('"')) {
      argument += '"';
      rest.remove_prefix(1);
    } else {
      is_quoted = !is_quoted;
    }
  }
  return argument;
}

}  // namespace

std::vector<std::string> WindowsArguments(std::string_view command_line) {
  SkipProgramName(command_line);
  std::vector<std::string> arguments;
  while (true) {
    while (!command_line.empty() && IsBlank(command_line.front())) command_line.remove_prefix(1);
    if (command_line.empty()) return arguments;
    arguments.push_back(TakeArgument(command_line));
  }
}

}  // namespace errlookup
