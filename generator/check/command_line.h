// Splits command lines of cmd and PowerShell into pipelines of words, as far as checking needs it.
//
//   netsh ipsec static show policy name="<PolicyName>" | findstr Branch
//   (Get-VpnConnection -Name "Office").IPsecCustomPolicy
//   Get-NetIPsecRule | Where-Object { $_.DisplayName -like "*Branch*" }
//
// A placeholder <Name> is part of a word in both shells; it never redirects.
#ifndef GENERATOR_CHECK_COMMAND_LINE_H_
#define GENERATOR_CHECK_COMMAND_LINE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// One element of a word: PowerShell's "a,b" has two, everything else one.
struct WordElement {
  std::string text;      // without quotes and escapes
  bool is_open = false;  // holds a placeholder, a variable or a nested expression: its value is not known here
};

struct Word {
  std::string text;        // all of it; elements joined with ","
  std::size_t offset = 0;  // of its first byte in the whole line
  bool is_quoted = false;  // begins with a quote
  bool is_open = false;
  std::vector<WordElement> elements;
};

// What stands in ( ), { }, $( ), @( ) or @{ } of PowerShell: more commands, or expressions with commands inside.
struct NestedCode {
  std::string text;
  std::size_t offset = 0;  // of "text" in the whole line
  bool is_table = false;   // @{ }: keys and values, not commands
};

struct Segment {
  std::vector<Word> words;
  bool has_pipe_input = false;
};

struct CommandLine {
  std::vector<Segment> segments;
  std::vector<NestedCode> nested;
  std::string error;  // "a quote is not closed"; empty when the line could be split
  std::size_t error_offset = 0;
  bool has_and_or = false;  // && or ||, which Windows PowerShell 5.1 does not know
  std::size_t and_or_offset = 0;
  bool writes_file = false;  // > or >>
};

// "base" is added to every offset: for code that stands inside a longer line.
CommandLine SplitCmdLine(std::string_view line, std::size_t base = 0);
CommandLine SplitPowerShellLine(std::string_view line, std::size_t base = 0);

// The length of a placeholder such as <PolicyName> at the beginning of "text"; 0 when there is none.
std::size_t PlaceholderLength(std::string_view text);

// The names of all placeholders in "text", in order, with repetitions; the offset is that of the "<".
struct PlaceholderUse {
  std::string name;
  std::size_t offset = 0;
};
std::vector<PlaceholderUse> FindPlaceholders(std::string_view text);

}  // namespace errlookup

#endif  // GENERATOR_CHECK_COMMAND_LINE_H_
