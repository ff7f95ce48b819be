// The grammar of Windows commands: what data/commands holds, and the check of a line against it.
//
//   CommandGrammar grammar;
//   Problems problems = grammar.Load("data");
//   CommandFindings findings = grammar.Check("netsh ipsec static delete sa");
//   // one problem at offset 26: "netsh ipsec static delete" knows no "sa"
//
// Sources of the rules: data/commands/rules.json, keys "about" and "forbidden". The check errs on the side of
// refusing: a form that works but is not documented is not taught to people.
#ifndef GENERATOR_CHECK_COMMAND_GRAMMAR_H_
#define GENERATOR_CHECK_COMMAND_GRAMMAR_H_

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "generator/check/problem.h"
#include "generator/check/registry_rules.h"

namespace errlookup {

enum class ParameterKind {
  kTag,         // name=value
  kKeyword,     // a bare word
  kPositional,  // a value without a name
  kSwitch,      // /f, -Name, /target:value, start= value
};

struct CommandParameter {
  std::string name;
  ParameterKind kind = ParameterKind::kSwitch;
  std::vector<std::string> aliases;
  bool takes_value = false;
  bool value_is_optional = false;
  bool is_required = false;              // in every parameter set that has it
  std::vector<std::string> required_in;  // PowerShell: parameter sets that need it
  std::vector<std::string> sets;         // PowerShell: parameter sets that have it; empty: all
  bool is_positional = false;            // PowerShell: may stand without its name ...
  int position = 0;                      // ... in this order
  std::vector<std::string> allowed;      // a closed list, compared without case
  bool is_comma_list = false;
  bool may_be_integer = false;  // beside "allowed"
  bool may_repeat = false;
  std::string value_kind;  // "integer", "path", ...: for messages and for numbers
  std::string type;        // PowerShell: "String[]"
};

struct KnownCommand {
  std::string path;                // "netsh ipsec static show policy"
  std::vector<std::string> words;  // the same in lower case, split
  std::vector<std::vector<std::string>> alias_words;
  std::string shell;  // "cmd", "powershell", "gui"
  std::vector<CommandParameter> parameters;
  std::vector<std::vector<std::string>> one_of_required;
  std::map<std::string, std::vector<std::string>> sets;  // PowerShell: parameter set -> what it needs
  std::string default_set;
  bool has_cim_parameters = false;
  bool has_shouldprocess_parameters = false;
  bool takes_arguments_freely = false;  // a console with arguments of its own
  bool may_combine_switches = false;    // -ano for -a -n -o
  bool tag_may_be_left_out = false;     // netsh: values in documented order
  bool requires_selector = false;
  std::string service_parameter;  // the parameter that names a service
  bool changes_state = false;
  bool destroys_config = false;
  std::string interrupts_traffic;  // how; empty: it does not
  std::string elevation;           // "required", "not-required", or a condition
  // An effect that holds only when one of these parameters is used: "changes_state" -> {"/release"}.
  std::map<std::string, std::vector<std::string>> effects_need;

  const CommandParameter* Find(std::string_view name) const;  // by name or alias, without case
};

enum class Elevation { kNotRequired, kDepends, kRequired };

struct CommandProblem {
  std::size_t offset = 0;  // byte in the line
  Severity severity = Severity::kError;
  std::string rule, reason, mend;
};

struct CommandFindings {
  std::vector<CommandProblem> problems;
  std::string shell;  // "cmd", "powershell", "gui"; empty: no command of the line is known
  Elevation elevation = Elevation::kNotRequired;
  bool changes_state = false;
  bool destroys_config = false;
  bool interrupts_traffic = false;
  int statement_count = 0;         // commands one after another; a pipeline is one
  std::vector<std::string> paths;  // of the commands that were recognised
};

// A line to run must be complete. A mention in running text may stop after the command's name, or before it is
// whole: `netsh ipsec dynamic`.
enum class CommandUse { kRun, kMention };

class CommandGrammar {
 public:
  // Reads data/commands. Problems are those of the files themselves.
  Problems Load(const std::filesystem::path& data);

  // Adds commands that only a company has: the files of "folder"/commands that are there, in the same form.
  Problems AddCommandsOf(const std::filesystem::path& folder);

  // Problems are in the order of their offsets.
  CommandFindings Check(std::string_view line, CommandUse use = CommandUse::kRun) const;

  // Whether text in backticks is meant to be a command: it begins with a known tool or cmdlet verb.
  bool LooksLikeCommand(std::string_view text) const;

  const std::vector<KnownCommand>& commands() const { return commands_; }

 private:
  friend class CommandChecker;

  struct ForbiddenPattern {
    std::string id, verdict, why, instead;
    std::string pattern;
    std::regex regex;
  };

  void AddCommand(KnownCommand command);
  enum class RowCheck { kNo, kYes };  // whether each row must have all fields that ours have
  void LoadCommands(const std::filesystem::path& file, RowCheck check, Problems& problems);

  std::vector<KnownCommand> commands_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> commands_by_first_word_;
  std::vector<std::string> cmdlet_names_;
  std::map<std::string, bool, std::less<>> verbs_;  // of cmdlets, lower case
  std::vector<std::string> common_parameters_;
  std::vector<std::string> service_names_;  // key names and display names
  std::vector<ForbiddenPattern> forbidden_;
  RegistryRules registry_;
};

}  // namespace errlookup

#endif  // GENERATOR_CHECK_COMMAND_GRAMMAR_H_
