#include "lookup/cli/completions.h"

#include <algorithm>

#include "lookup/cli/option_table.h"

namespace errlookup {
namespace {

using Names = std::vector<std::string>;

void AddName(Names& names, const std::string& name) {
  const bool is_plain = !name.empty() && name[0] != '-' &&
                        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  if (is_plain && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

std::string Joined(const Names& words, std::string_view between = " ") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
  return text;
}

// A literal between single quotes, in which the shell writes a single quote as "quote".
std::string Quoted(std::string_view text, std::string_view quote) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string(quote) : std::string(1, c);
  return quoted + "'";
}

std::string Long(const OptionRow& row) { return "--" + std::string(row.name); }

Names ValuesOf(const OptionRow& row, const IndexNames& names) {
  if (row.kind == ValueKind::kFamily) return names.families;
  if (row.kind == ValueKind::kSection) return names.sections;
  return Names(row.choices.begin(), row.choices.end());
}

template <typename Condition>
Names OptionsWhere(const Condition& condition) {
  Names options;
  for (const OptionRow& row : OptionTable()) {
    if (condition(row)) options.push_back(Long(row));
  }
  return options;
}

Names OptionsOf(const CommandRow& command) {
  return OptionsWhere([&](const OptionRow& row) { return (row.goes_with & command.set) != 0; });
}
Names OptionsWithValue() {
  return OptionsWhere([](const OptionRow& row) { return row.kind != ValueKind::kNone; });
}

Names SubCommands() {
  Names names;
  for (const CommandRow& row : CommandTable()) {
    if (!row.name.empty()) names.emplace_back(row.name);
  }
  return names;
}

std::string Shells() { return Joined(Names(ShellNames().begin(), ShellNames().end())); }

// What the scripts call the command whose sub-command is not written.
std::string NameOf(const CommandRow& row) { return row.name.empty() ? "query" : std::string(row.name); }

std::string BashValues(const IndexNames& names) {
  std::string cases;
  for (const OptionRow& row : OptionTable()) {
    if (row.kind == ValueKind::kNone) continue;
    cases += "    " + Long(row) + ") ";
    if (row.kind == ValueKind::kFile) cases += "_errlookup_files \"$current\"; ";
    if (const Names values = ValuesOf(row, names); !values.empty())
      cases += "COMPREPLY=($(compgen -W '" + Joined(values) + "' -- \"$current\")); ";
    cases += "return ;;\n";
  }
  return cases;
}

std::string BashOptions() {
  std::string cases;
  for (const CommandRow& row : CommandTable()) {
    if (!row.name.empty()) cases += "    " + NameOf(row) + ") options='" + Joined(OptionsOf(row)) + "' ;;\n";
  }
  return cases + "    query) options='" + Joined(OptionsOf(CommandTable().front())) + "' ;;\n" +
         "    *) options='" + Joined(OptionsWhere([](const OptionRow&) { return true; })) + "' ;;\n";
}

// Does without bash-completion, and with the bash 3.2 of macOS.
std::string BashScript(const IndexNames& names) {
  return R"(# To use it in every bash:
#   errlookup completions bash > ~/.local/share/bash-completion/completions/errlookup
_errlookup_files() {
  local IFS=$'\n'
  COMPREPLY=($(compgen -f -- "$1"))
  type compopt >/dev/null 2>&1 && compopt -o filenames 2>/dev/null
}
_errlookup() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= options= i
  COMPREPLY=()
  # bash cuts --name=value at the equals sign.
  if [[ $current == = ]]; then
    current=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $before in
)" + BashValues(names) +
         R"(  esac
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${COMP_WORDS[i]} in
      --) return ;;
      )" + Joined(OptionsWithValue(), "|") +
         R"()
        [[ ${COMP_WORDS[i+1]} == = ]] && ((++i))
        ((++i)) ;;
      )" + Joined(SubCommands(), "|") +
         R"() command=${COMP_WORDS[i]}; break ;;
      -[!0-9]*) ;;
      *) command=query; break ;;
    esac
  done
  case $command in
)" + BashOptions() +
         R"(  esac
  case $command:$current in
    *:-*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
    scan:*) _errlookup_files "$current" ;;
    completions:*) COMPREPLY=($(compgen -W ')" +
         Shells() + R"(' -- "$current")) ;;
    :*) COMPREPLY=($(compgen -W ')" +
         Joined(SubCommands()) + R"(' -- "$current")) ;;
  esac
}
complete -F _errlookup errlookup
)";
}

// Text inside the brackets or behind a colon of a specification of _arguments.
std::string ZshText(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\:[]").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string ZshOption(const OptionRow& row, const IndexNames& names) {
  const std::string help = "[" + ZshText(row.help) + "]";
  const auto quoted = [](std::string_view text) { return Quoted(text, R"('\'')"); };
  if (row.letter != 0) {
    const std::string letter = std::string("-") + row.letter;
    return quoted("(" + letter + " " + Long(row) + ")") + "{" + letter + "," + Long(row) + "}" + quoted(help);
  }
  if (row.kind == ValueKind::kNone) return quoted(Long(row) + help);
  std::string action = " ";
  if (row.kind == ValueKind::kFile) action = "_files";
  if (const Names values = ValuesOf(row, names); !values.empty()) action = "(" + Joined(values) + ")";
  return quoted(Long(row) + "=" + help + ":" + std::string(row.value) + ":" + action);
}

// The call of _arguments for the options in "set", with "operands", further specifications.
std::string ZshArguments(unsigned set, std::string_view operands, const IndexNames& names) {
  std::string call = "_arguments";
  for (const OptionRow& row : OptionTable()) {
    if ((row.goes_with & set) != 0) call += " \\\n        " + ZshOption(row, names);
  }
  return call + " \\\n        " + std::string(operands) + " ;;\n";
}

// Nothing to offer. With an action of a blank, zsh would not insert an option that it has found.
constexpr const char* kNoOperands = "'*: :()'";

std::string ZshCommands(const IndexNames& names) {
  std::string cases;
  std::string described;
  for (const CommandRow& row : CommandTable()) {
    std::string operands = kNoOperands;
    if (row.command == Command::kScan) operands = "'*:FILE:_files'";
    if (row.command == Command::kCompletions) operands = "'*:SHELL:(" + Shells() + ")'";
    cases += "    " + NameOf(row) + ") " + ZshArguments(row.set, operands, names);
    if (!row.name.empty()) described += " " + std::string(row.name) + "\\:\"" + std::string(row.help) + "\"";
  }
  return cases + "    *) " + ZshArguments(kWithAll, "'1:command:((" + described.substr(1) + "))' " + kNoOperands, names);
}

std::string ZshScript(const IndexNames& names) {
  return R"(#compdef errlookup
# To use it in every zsh, with a folder of $fpath:
#   errlookup completions zsh > "${fpath[1]}/_errlookup"
_errlookup() {
  local command= i
  for ((i = 2; i < CURRENT; ++i)); do
    case ${words[i]} in
      )" + Joined(OptionsWithValue(), "|") +
         R"() ((++i)) ;;
      )" + Joined(SubCommands(), "|") +
         R"() command=${words[i]}; break ;;
      -[^0-9]*) ;;
      *) command=query; break ;;
    esac
  done
  case $command in
)" + ZshCommands(names) +
         R"(  esac
}
if [ "$funcstack[1]" = _errlookup ]; then _errlookup "$@"; else compdef _errlookup errlookup; fi
)";
}

std::string FishText(std::string_view text) { return Quoted(text, "\\'"); }

std::string FishOption(const OptionRow& row, const IndexNames& names) {
  std::string commands = "none";
  for (const CommandRow& command : CommandTable()) {
    if ((row.goes_with & command.set) != 0) commands += " " + NameOf(command);
  }
  std::string line = "complete -c errlookup -n '__errlookup_is " + commands + "' -l " + std::string(row.name);
  if (row.letter != 0) line += std::string(" -s ") + row.letter;
  if (row.kind == ValueKind::kFile) line += " -r -F";
  if (row.kind != ValueKind::kFile && row.kind != ValueKind::kNone) line += " -x";
  if (const Names values = ValuesOf(row, names); !values.empty()) line += " -a '" + Joined(values) + "'";
  return line + " -d " + FishText(row.help) + "\n";
}

std::string FishScript(const IndexNames& names) {
  std::string script = R"(# To use it in every fish:
#   errlookup completions fish > ~/.config/fish/completions/errlookup.fish
function __errlookup_command
    set -l skip no
    for word in (commandline -opc)[2..-1]
        if test $skip = yes
            set skip no
            continue
        end
        switch $word
            case )" + Joined(OptionsWithValue()) +
                       R"(
                set skip yes
            case )" + Joined(SubCommands()) +
                       R"(
                echo $word
                return
            case '-*'
                if string match -qr '^-[0-9]' -- $word
                    echo query
                    return
                end
            case '*'
                echo query
                return
        end
    end
    echo none
end
function __errlookup_is
    contains -- (__errlookup_command) $argv
end
complete -c errlookup -f
complete -c errlookup -n '__errlookup_is scan' -F
complete -c errlookup -n '__errlookup_is completions' -a ')" +
                       Shells() + "'\n";
  for (const CommandRow& row : CommandTable()) {
    if (row.name.empty()) continue;
    script += "complete -c errlookup -n '__errlookup_is none' -a " + std::string(row.name) + " -d " +
              FishText(row.help) + "\n";
  }
  for (const OptionRow& row : OptionTable()) script += FishOption(row, names);
  return script;
}

std::string PowerShellText(std::string_view text) { return Quoted(text, "''"); }

std::string PowerShellList(const Names& words) { return "@('" + Joined(words, "', '") + "')"; }

std::string PowerShellScript(const IndexNames& names) {
  std::string script = R"(# To use it in every PowerShell, add to $PROFILE:
#   errlookup completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName 'errlookup', 'errlookup.exe' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $help = @{
)";
  for (const CommandRow& row : CommandTable()) {
    if (!row.name.empty()) script += "        '" + std::string(row.name) + "' = " + PowerShellText(row.help) + "\n";
  }
  for (const OptionRow& row : OptionTable()) script += "        '" + Long(row) + "' = " + PowerShellText(row.help) + "\n";
  script += "    }\n    $values = @{\n";
  for (const OptionRow& row : OptionTable()) {
    if (const Names values = ValuesOf(row, names); !values.empty())
      script += "        '" + Long(row) + "' = " + PowerShellList(values) + "\n";
  }
  script += "    }\n    $options = @{\n";
  for (const CommandRow& row : CommandTable())
    script += "        '" + NameOf(row) + "' = " + PowerShellList(OptionsOf(row)) + "\n";
  script += "        '' = " + PowerShellList(OptionsWhere([](const OptionRow&) { return true; })) + "\n    }\n";
  script += "    $takesValue = " + PowerShellList(OptionsWithValue()) + "\n";
  script += "    $subCommands = " + PowerShellList(SubCommands()) + "\n";
  return script + R"(    $command = ''
    $before = ''
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $word = $element.ToString()
        if (-not $command -and $takesValue -notcontains $before) {
            if ($subCommands -ccontains $word) { $command = $word }
            elseif ($word -notmatch '^-[^0-9]') { $command = 'query' }
        }
        $before = $word
    }
    $begin = ''
    $typed = $wordToComplete
    if ($wordToComplete -match '^(--[a-z-]+)=(.*)$') {
        $before = $Matches[1]
        $begin = $before + '='
        $typed = $Matches[2]
    }
    # Without candidates PowerShell completes names of files.
    $candidates = if ($values.ContainsKey($before)) { $values[$before] }
    elseif ($takesValue -contains $before) { @() }
    elseif ($wordToComplete -like '-*') { $options[$command] }
    elseif ($command -eq 'completions') { )" +
         PowerShellList(Names(ShellNames().begin(), ShellNames().end())) + R"( }
    elseif ($command -eq '') { $subCommands }
    $candidates | Where-Object { $_.StartsWith($typed) } | ForEach-Object {
        $tip = if ($help.ContainsKey($_)) { $help[$_] } else { $_ }
        [System.Management.Automation.CompletionResult]::new($begin + $_, $_, 'ParameterValue', $tip)
    }
}
)";
}

}  // namespace

IndexNames NamesInIndex(const IndexReader& index) {
  IndexNames names;
  for (PageId id = 0; id < index.page_count(); ++id) {
    AddName(names.families, index.page(id).family);
    for (const Section& section : index.sections(id)) AddName(names.sections, section.key);
  }
  return names;
}

std::string CompletionScript(std::string_view shell, const IndexNames& names) {
  if (shell == "bash") return BashScript(names);
  if (shell == "zsh") return ZshScript(names);
  if (shell == "fish") return FishScript(names);
  if (shell == "powershell") return PowerShellScript(names);
  return "";
}

}  // namespace errlookup
