// The check of what stands after a command's name, in the two ways Windows has: see data/commands/rules.json.
#ifndef GENERATOR_CHECK_COMMAND_ARGUMENTS_H_
#define GENERATOR_CHECK_COMMAND_ARGUMENTS_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/check/command_grammar.h"
#include "generator/check/command_line.h"

namespace errlookup {

struct Arguments {
  const KnownCommand& command;
  std::span<const Word> words;  // after the words of the path
  std::size_t command_offset;   // of the command's name: where missing things are reported
  bool has_pipe_input;
  const std::vector<std::string>& common_parameters;  // of every cmdlet
};

// A parameter that was given, with its values (none for a switch or keyword).
struct GivenParameter {
  const CommandParameter* parameter;  // of the command; nullptr for a parameter common to all cmdlets
  std::string name;
  std::vector<WordElement> values;
  std::size_t offset;  // of the value, or of the name when there is none
};

// Tools of cmd: tags, keywords, switches and values in order.
std::vector<GivenParameter> CheckCmdArguments(const Arguments& arguments, std::vector<CommandProblem>& problems);

// Cmdlets: -Name value, positions, parameter sets.
std::vector<GivenParameter> CheckPowerShellArguments(const Arguments& arguments, std::vector<CommandProblem>& problems);

// Reports a value outside the closed list of the parameter, or a word where a number belongs.
void CheckParameterValue(const KnownCommand& command, const CommandParameter& parameter, const WordElement& value,
                         std::size_t offset, std::vector<CommandProblem>& problems);

}  // namespace errlookup

#endif  // GENERATOR_CHECK_COMMAND_ARGUMENTS_H_
