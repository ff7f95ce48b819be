// Everything the command line of errlookup knows, as data. The parser, --help, the completions and the manual
// page all read these tables, so an option is added in one place: a row of option_table.cc.
#ifndef LOOKUP_CLI_OPTION_TABLE_H_
#define LOOKUP_CLI_OPTION_TABLE_H_

#include <span>
#include <string>
#include <string_view>

#include "lookup/cli/options.h"

namespace errlookup {

// Which commands an option goes with.
enum CommandSet : unsigned {
  kWithAsk = 1,
  kWithDecode = 2,
  kWithList = 4,
  kWithScan = 8,
  kWithCompletions = 16,
  kWithAll = 31,
};

// What a shell can offer as the value of an option.
enum class ValueKind {
  kNone,     // a switch: no value
  kNumber,
  kFile,
  kChoice,   // one of "choices"
  kFamily,   // one of the families of the index
  kSection,  // one of the section names of the index
};

struct OptionRow {
  std::string_view name;  // without the dashes
  char letter;            // 0: none
  std::string_view value; // what the help calls the value; empty for a switch
  ValueKind kind;
  std::span<const std::string_view> choices;  // of kChoice
  std::string_view wanted;  // completes "the value must be"; empty for a switch and for choices
  unsigned goes_with;       // CommandSet
  std::string_view help;    // at most 57 columns
  // Takes the value into the options; false if it is not what is wanted. A switch gets no value.
  bool (*apply)(Options&, std::string_view);
};
std::span<const OptionRow> OptionTable();

// The row of an argument like --name, --name=value or -h; null if there is none.
const OptionRow* FindOption(std::string_view argument);

// What the value must be: "auto, always or never".
std::string WantedValue(const OptionRow& row);

struct CommandRow {
  Command command;
  CommandSet set;
  std::string_view name;      // the sub-command; empty for a query
  std::string_view operands;  // "CODE..."
  std::string_view usage;     // all that follows the name in the usage
  std::string_view help;
};
std::span<const CommandRow> CommandTable();

// The sub-command of this name; null if there is none.
const CommandRow* FindSubCommand(std::string_view name);

struct ExampleRow {
  std::string_view arguments;
  std::string_view help;
};
std::span<const ExampleRow> ExampleTable();

struct EnvironmentRow {
  std::string_view name;
  std::string_view help;
};
std::span<const EnvironmentRow> EnvironmentTable();

// The shells that there are completions for: bash, zsh, fish, powershell.
std::span<const std::string_view> ShellNames();

// "a, b or c".
std::string Alternatives(std::span<const std::string_view> names);

}  // namespace errlookup

#endif  // LOOKUP_CLI_OPTION_TABLE_H_
