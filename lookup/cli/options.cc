#include "lookup/cli/options.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <CLI/CLI.hpp>

#include "lookup/cli/option_table.h"
#include "lookup/cli/safe_text.h"
#include "lookup/text/edit_distance.h"

namespace errlookup {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kNextStep = "; see errlookup --help";

Error UsageError(std::string message) { return Fail(ErrorCode::kInvalidArgument, std::move(message)); }

std::string Shown(const OptionRow& row) { return "--" + std::string(row.name); }

// A dash before a digit begins a number, and a lonely dash stands for the standard input.
bool LooksLikeOption(std::string_view argument) {
  return argument.size() > 1 && argument[0] == '-' && !(argument[1] >= '0' && argument[1] <= '9');
}

// What has been read so far. The callbacks of CLI11 fill it.
struct CommandLine {
  Options options;
  std::vector<const OptionRow*> given;
};

// Throws CLI::ValidationError with a whole sentence: CLI11 lets exceptions of callbacks through.
void TakeOption(CommandLine& line, const OptionRow& row, const std::string& value) {
  const bool is_switch = row.kind == ValueKind::kNone;
  // CLI11 gives a bare switch the value "true".
  if (is_switch && value != "true")
    throw CLI::ValidationError(Shown(row) + " takes no value" + std::string(kNextStep));
  if (!row.apply(line.options, is_switch ? std::string_view() : std::string_view(value))) {
    throw CLI::ValidationError(Shown(row) + " " + SafeText(value.substr(0, 64)) + ": the value must be " +
                               WantedValue(row));
  }
  line.given.push_back(&row);
}

void AddOption(CLI::App& app, const OptionRow& row, CommandLine& line) {
  std::string names = Shown(row);
  if (row.letter != 0) names = std::string("-") + row.letter + "," + names;
  const auto take = [&line, &row](const CLI::results_t& values) {
    TakeOption(line, row, values.back());
    return true;
  };
  // At once, so that what is wrong is said in the order of the command line and not of the table.
  app.add_option(names, take)->expected(row.kind == ValueKind::kNone ? 0 : 1)->trigger_on_parse();
}

Error UnknownOption(std::string_view argument) {
  const std::string_view name = argument.substr(0, std::min(argument.find('='), std::size_t{32}));
  // As many mistakes as letters would make any option near.
  const std::size_t letters = name.size() - std::min(name.find_first_not_of('-'), name.size());
  int nearest_distance = std::min(4, static_cast<int>(letters));
  std::string nearest;
  for (const OptionRow& row : OptionTable()) {
    const std::string full = Shown(row);
    const bool is_beginning = letters > 1 && full.starts_with(name);
    const int distance = is_beginning ? 1 : EditDistance(name, full, nearest_distance);
    if (distance >= nearest_distance) continue;
    nearest_distance = distance;
    nearest = full;
  }
  std::string message = "unknown option " + SafeText(name);
  message += nearest.empty() ? "; to" : "; did you mean " + nearest + "? To";
  return UsageError(message + " look for text that begins with a dash: errlookup -- '" +
                    SafeText(argument.substr(0, 32)) + "'");
}

Error NeedsValue(const OptionRow& row) { return UsageError(Shown(row) + " needs a value: " + WantedValue(row)); }

// CLI11 would take the next argument for the value of --index="$UNSET".
const OptionRow* OptionWithEmptyValue(const Words& arguments) {
  for (const std::string& argument : arguments) {
    const OptionRow* row = argument.find('=') + 1 == argument.size() ? FindOption(argument) : nullptr;
    if (row != nullptr && row->kind != ValueKind::kNone) return row;
  }
  return nullptr;
}

// Reads "arguments" (none of them "--") into "line", leaves only the words in them and returns the command.
//
// CLI11's own sub-commands are recognised wherever they stand, but `errlookup access list` is a query. So it
// reads twice: up to the first word, which may be a sub-command, then the rest.
Result<const CommandRow*> ReadArguments(Words& arguments, CommandLine& line) {
  CLI::App app;
  app.set_help_flag();  // the table has its own
  app.allow_windows_style_options(false);
  app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  for (const OptionRow& row : OptionTable()) AddOption(app, row, line);

  // CLI11 takes arguments from the back and leaves, in the same order, what it does not know.
  std::reverse(arguments.begin(), arguments.end());
  app.prefix_command();
  app.parse(arguments);
  const CommandRow* command = arguments.empty() ? nullptr : FindSubCommand(arguments.back());
  if (command != nullptr) arguments.pop_back();
  app.prefix_command(false);
  app.allow_extras();
  app.parse(arguments);
  std::reverse(arguments.begin(), arguments.end());
  return command != nullptr ? command : &CommandTable().front();
}

// As ReadArguments; the only function that knows what CLI11 throws.
Result<const CommandRow*> ReadSafely(Words& arguments, CommandLine& line) {
  if (const OptionRow* row = OptionWithEmptyValue(arguments)) return NeedsValue(*row);
  const std::string last = arguments.empty() ? "" : arguments.back();
  try {
    return ReadArguments(arguments, line);
  } catch (const CLI::ArgumentMismatch& error) {
    // The arguments ended where a value was due.
    const OptionRow* row = FindOption(last);
    return row != nullptr ? NeedsValue(*row) : UsageError(SafeText(error.what()) + std::string(kNextStep));
  } catch (const CLI::ValidationError& error) {
    return UsageError(error.what());
  } catch (const CLI::Error& error) {
    return UsageError(SafeText(error.what()) + std::string(kNextStep));
  }
}

// --json and its like, of which only one can hold.
bool ChoosesOutput(const OptionRow& row) {
  Options trial;
  return row.kind == ValueKind::kNone && row.apply(trial, {}) && trial.output != Output::kPage;
}

Status CheckTogether(const CommandLine& line, const CommandRow& command) {
  for (const OptionRow* row : line.given) {
    if ((row->goes_with & command.set) != 0) continue;
    return UsageError(Shown(*row) + " does not go with " + std::string(command.name.empty() ? "a query" : command.name) +
                      std::string(kNextStep));
  }
  const OptionRow* form = nullptr;
  for (const OptionRow* row : line.given) {
    if (!ChoosesOutput(*row) || row == form) continue;
    if (form != nullptr) return UsageError(Shown(*form) + " and " + Shown(*row) + " exclude each other; give only one");
    form = row;
  }
  const Options& options = line.options;
  if (!options.section.empty() && options.output == Output::kBrief)
    return UsageError("--section does not go with --brief");
  if (options.shows_summary && options.output == Output::kJson)
    return UsageError("--summary does not go with --json" + std::string(kNextStep));
  return Done();
}

Status CheckWords(const Options& options) {
  if (options.command == Command::kCompletions &&
      (options.words.size() != 1 || std::count(ShellNames().begin(), ShellNames().end(), options.words.front()) == 0))
    return UsageError("completions needs the name of a shell: " + Alternatives(ShellNames()));
  return Done();
}

void TakeLonelyDash(Options& options) {
  if (options.words != Words{"-"}) return;
  options.words.clear();
  options.reads_input = true;
}

// As people ask other programs. A query of these words: errlookup -- help.
bool AsksForHelp(const Words& arguments) {
  return arguments.size() == 1 && (arguments[0] == "help" || arguments[0] == "/?" || arguments[0] == "-?");
}

// Nearly every call. Building the parser would cost more than finding the answer.
bool IsPlainQuery(const Words& arguments) {
  return std::none_of(arguments.begin(), arguments.end(), LooksLikeOption) &&
         (arguments.empty() || FindSubCommand(arguments.front()) == nullptr);
}

Result<Options> ParseWithOptions(const Words& arguments) {
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  Words words(arguments.begin(), dashes);
  CommandLine line;
  const Result<const CommandRow*> command = ReadSafely(words, line);
  if (!command.ok()) return command.error();
  Options& options = line.options;
  if (options.command != Command::kAsk) return options;  // --help and the like, whatever else is there

  const auto unknown = std::find_if(words.begin(), words.end(), LooksLikeOption);
  if (unknown != words.end()) return UnknownOption(*unknown);
  options.command = (*command)->command;
  options.words = std::move(words);
  if (const Status together = CheckTogether(line, **command); !together.ok()) return together.error();
  if (dashes == arguments.end()) {
    TakeLonelyDash(options);
  } else {
    options.words.insert(options.words.end(), std::next(dashes), arguments.end());
  }
  if (const Status words_fit = CheckWords(options); !words_fit.ok()) return words_fit.error();
  return options;
}

}  // namespace

Result<Options> ParseOptions(const std::vector<std::string>& arguments) {
  Options options;
  if (AsksForHelp(arguments)) {
    options.command = Command::kHelp;
    return options;
  }
  if (!IsPlainQuery(arguments)) return ParseWithOptions(arguments);
  options.words = arguments;
  TakeLonelyDash(options);
  return options;
}

}  // namespace errlookup
