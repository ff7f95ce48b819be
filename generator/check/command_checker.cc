// CommandGrammar::Check: finds the commands of a line, those in nested code too, and holds each against the grammar.
#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "generator/check/command_arguments.h"
#include "generator/check/command_grammar.h"
#include "generator/check/command_line.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

// The check uses regular expressions whose matcher recurses with the length.
constexpr std::size_t kMaximumLineBytes = 2000;
constexpr int kMaximumNesting = 20;

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Get-NetIPsecRule, but not ms-settings:network-vpn.
bool IsCmdletName(std::string_view word) {
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos || dash < 2 || dash + 2 > word.size() || !IsLetter(word[dash + 1])) return false;
  return std::all_of(word.begin(), word.end(),
                     [&](char c) { return IsLetter(c) || (c >= '0' && c <= '9') || c == '-'; }) &&
         std::count(word.begin(), word.end(), '-') == 1;
}

bool IsKeyword(const std::string& word) {
  static constexpr std::array<std::string_view, 13> kKeywords = {"if",     "else",     "elseif", "foreach", "for",
                                                                 "while",  "do",       "try",    "catch",   "finally",
                                                                 "switch", "function", "param"};
  return std::find(kKeywords.begin(), kKeywords.end(), LowerCase(word)) != kKeywords.end();
}

bool BeginsPowerShell(const Segment& segment) {
  if (segment.words.empty() || segment.words[0].is_quoted) return false;
  const std::string& word = segment.words[0].text;
  if (IsKeyword(word) && segment.words.size() > 1 &&
      std::string_view("({").find(segment.words[1].text[0]) != std::string_view::npos)
    return true;
  return std::string_view("$([{@").find(word[0]) != std::string_view::npos || IsCmdletName(word);
}

// Short names of cmdlets, which change from version to version and say little to a reader.
std::string_view FullCmdletName(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kAliases = {{
      {"?", "Where-Object"},         {"where", "Where-Object"},     {"%", "ForEach-Object"},
      {"foreach", "ForEach-Object"}, {"select", "Select-Object"},   {"sort", "Sort-Object"},
      {"group", "Group-Object"},     {"measure", "Measure-Object"}, {"ft", "Format-Table"},
      {"fl", "Format-List"},         {"fw", "Format-Wide"},         {"gci", "Get-ChildItem"},
      {"ls", "Get-ChildItem"},       {"dir", "Get-ChildItem"},      {"gc", "Get-Content"},
      {"cat", "Get-Content"},        {"gsv", "Get-Service"},        {"gps", "Get-Process"},
      {"gp", "Get-ItemProperty"},    {"sls", "Select-String"},      {"echo", "Write-Output"},
      {"tnc", "Test-NetConnection"}, {"del", "Remove-Item"},        {"rm", "Remove-Item"},
  }};
  const std::string lower = LowerCase(word);
  for (const auto& [alias, full] : kAliases)
    if (alias == lower) return full;
  return {};
}

std::string WithoutExe(std::string word) {
  if (word.size() > 4 && word.ends_with(".exe")) word.resize(word.size() - 4);
  return word;
}

}  // namespace

class CommandChecker {
 public:
  CommandChecker(const CommandGrammar& grammar, std::string_view line, CommandUse use)
      : grammar_(grammar), line_(line), use_(use) {}

  CommandFindings Check() {
    if (line_.size() > kMaximumLineBytes) {
      Add(0, "command-too-long", "the command has " + std::to_string(line_.size()) + " characters",
          "split it into several commands");
      return std::move(findings_);
    }
    std::string_view line = line_;
    if (use_ == CommandUse::kMention)  // "netsh ipsec static delete policy ..."
      for (const std::string_view dots : {" ...", " \xE2\x80\xA6"})
        if (line.ends_with(dots)) {
          line.remove_suffix(dots.size());
          is_cut_ = true;
        }
    CheckForbidden();
    CommandLine split = SplitPowerShellLine(line);
    is_powershell_ = std::any_of(split.segments.begin(), split.segments.end(), BeginsPowerShell);
    if (is_powershell_)
      CheckPowerShell(split, 0);
    else
      CheckCmd(SplitCmdLine(line));
    std::stable_sort(findings_.problems.begin(), findings_.problems.end(),
                     [](const CommandProblem& a, const CommandProblem& b) { return a.offset < b.offset; });
    return std::move(findings_);
  }

 private:
  void Add(std::size_t offset, std::string rule, std::string reason, std::string mend,
           Severity severity = Severity::kError) {
    findings_.problems.push_back({offset, severity, std::move(rule), std::move(reason), std::move(mend)});
  }

  void CheckForbidden() {
    const std::string line(line_);
    for (const auto& pattern : grammar_.forbidden_) {
      std::smatch match;
      if (!std::regex_search(line, match, pattern.regex)) continue;
      const bool needs_warning = pattern.verdict == "needs-warning";
      Add(static_cast<std::size_t>(match.position()), "command-forbidden-" + LowerCase(pattern.id),
          pattern.verdict + ": " + pattern.why, pattern.instead, needs_warning ? Severity::kWarning : Severity::kError);
    }
  }

  bool ReportSplitError(const CommandLine& split) {
    if (!split.error.empty()) Add(split.error_offset, "command-syntax", split.error, "mend the command line");
    return !split.error.empty();
  }

  void CheckCmd(const CommandLine& split) {
    if (ReportSplitError(split)) return;
    if (split.segments.empty()) Add(0, "command-empty", "there is no command here", "write one, or remove it");
    CountStatements(split);
    for (const Segment& segment : split.segments) CheckCommand(segment.words, segment.has_pipe_input);
  }

  void CountStatements(const CommandLine& split) {
    findings_.statement_count = static_cast<int>(std::count_if(
        split.segments.begin(), split.segments.end(), [](const Segment& segment) { return !segment.has_pipe_input; }));
  }

  void CheckPowerShell(const CommandLine& split, int depth) {
    if (ReportSplitError(split)) return;
    if (split.has_and_or)
      Add(split.and_or_offset, "command-and-or",
          "Windows PowerShell 5.1, which every Windows has, does not know && and ||", "write two commands");
    findings_.shell = "powershell";
    if (depth == 0) CountStatements(split);
    for (const Segment& segment : split.segments) CheckStatement(segment, depth);
    for (const NestedCode& code : split.nested) CheckNested(code, depth + 1);
  }

  void CheckNested(const NestedCode& code, int depth) {
    if (depth > kMaximumNesting) {
      Add(code.offset, "command-syntax", "brackets are nested too deep", "split the command");
      return;
    }
    CommandLine split = SplitPowerShellLine(code.text, code.offset);
    if (code.is_table) {  // name = value pairs: only what is nested in the values can be a command
      if (ReportSplitError(split)) return;
      split.segments.clear();
    }
    CheckPowerShell(split, depth);
  }

  void CheckStatement(const Segment& segment, int depth) {
    std::span<const Word> words = segment.words;
    const std::string& first = words[0].text;
    if (words[0].is_quoted && words.size() == 1) return;  // a string is an expression
    if (first[0] == '$') {
      const bool is_assignment =
          words.size() > 2 && (words[1].text == "=" || words[1].text == "+=" || LowerCase(words[1].text) == "in");
      if (!is_assignment) return;
      words = words.subspan(2);
      Segment right{{words.begin(), words.end()}, segment.has_pipe_input};
      return CheckStatement(right, depth);
    }
    if (LowerCase(first) == "return" || LowerCase(first) == "throw") {
      if (words.size() == 1) return;
      Segment right{{words.begin() + 1, words.end()}, segment.has_pipe_input};
      return CheckStatement(right, depth);
    }
    const bool is_expression =
        std::string_view("([{@!-.0123456789").find(first[0]) != std::string_view::npos || words[0].is_quoted;
    if (is_expression || IsKeyword(first)) return;
    if (depth > 0 && words.size() == 1 && !IsCmdletName(first) &&
        !grammar_.commands_by_first_word_.contains(LowerCase(first)))
      return;
    CheckCommand(words, segment.has_pipe_input);
  }

  void CheckCommand(std::span<const Word> words, bool has_pipe_input) {
    std::size_t used = 0;
    std::vector<Word> reordered;
    const KnownCommand* command = MatchPath(words, used);
    if (command == nullptr) command = MatchVerbAnywhere(words, reordered);
    if (!reordered.empty()) {
      words = reordered;
      used = 2;
    }
    if (command == nullptr) {
      if (use_ == CommandUse::kMention && IsBeginningOfPath(words)) return;
      ReportUnknownCommand(words);
      return;
    }
    if (is_powershell_ && LowerCase(words[0].text) == "sc")
      Add(words[0].offset, "command-sc", "in Windows PowerShell sc is another name of Set-Content", "write sc.exe");
    findings_.paths.push_back(command->path);
    if (!is_powershell_ && (findings_.shell.empty() || findings_.shell == "gui")) findings_.shell = command->shell;
    const std::span<const Word> rest = words.subspan(used);
    const std::vector<GivenParameter> given = CheckArguments(*command, rest, words[0].offset, has_pipe_input);
    NoteEffects(*command, words, given);
    CheckServices(*command, given);
    CheckRegistry(*command, rest, given);
  }

  std::vector<GivenParameter> CheckArguments(const KnownCommand& command, std::span<const Word> rest,
                                             std::size_t offset, bool has_pipe_input) {
    const bool is_bare_mention = use_ == CommandUse::kMention && (rest.empty() || is_cut_);
    if (command.takes_arguments_freely || (is_bare_mention && rest.empty())) return {};
    const Arguments arguments{command, rest, offset, has_pipe_input, grammar_.common_parameters_};
    std::vector<CommandProblem> problems;
    std::vector<GivenParameter> given = command.shell == "powershell" ? CheckPowerShellArguments(arguments, problems)
                                                                      : CheckCmdArguments(arguments, problems);
    for (CommandProblem& problem : problems)
      if (!is_bare_mention || problem.rule != "command-parameter-missing")
        findings_.problems.push_back(std::move(problem));
    return given;
  }

  // How many words of "words" the path takes, or 0.
  static std::size_t MatchWords(const std::vector<std::string>& path, std::span<const Word> words) {
    if (path.size() > words.size()) return 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const std::string word = LowerCase(words[i].text);
      if (path[i] != word && !(i == 0 && path[i] == WithoutExe(word))) return 0;
    }
    return path.size();
  }

  const std::vector<std::size_t>* CommandsBeginningWith(const Word& word) const {
    const std::string lower = LowerCase(word.text);
    auto found = grammar_.commands_by_first_word_.find(lower);
    if (found == grammar_.commands_by_first_word_.end())
      found = grammar_.commands_by_first_word_.find(WithoutExe(lower));
    return found == grammar_.commands_by_first_word_.end() ? nullptr : &found->second;
  }

  const KnownCommand* MatchPath(std::span<const Word> words, std::size_t& used) const {
    const KnownCommand* best = nullptr;
    const std::vector<std::size_t>* const candidates = CommandsBeginningWith(words[0]);
    if (candidates == nullptr) return nullptr;
    for (const std::size_t index : *candidates) {
      const KnownCommand& command = grammar_.commands_[index];
      std::size_t length = MatchWords(command.words, words);
      for (const auto& alias : command.alias_words) length = std::max(length, MatchWords(alias, words));
      if (length > used) {
        best = &command;
        used = length;
      }
    }
    return best;
  }

  // certutil -f -urlfetch -verify file: the verb may stand after options. "reordered" gets the words without
  // those of the path.
  const KnownCommand* MatchVerbAnywhere(std::span<const Word> words, std::vector<Word>& reordered) const {
    const std::vector<std::size_t>* const candidates = CommandsBeginningWith(words[0]);
    if (candidates == nullptr) return nullptr;
    for (const std::size_t index : *candidates) {
      const KnownCommand& command = grammar_.commands_[index];
      if (command.words.size() != 2 || command.words[1].find_first_of("-/") != 0) continue;
      const auto verb = std::find_if(words.begin(), words.end(),
                                     [&](const Word& word) { return LowerCase(word.text) == command.words[1]; });
      if (verb == words.end()) continue;
      for (const Word& word : words)
        if (&word != &*verb) reordered.push_back(word);
      // The tool's own name stays in front so that offsets are found; it is skipped as part of the path.
      reordered.insert(reordered.begin() + 1, *verb);
      return &command;
    }
    return nullptr;
  }

  // The longest beginning of "words" that begins a known path.
  std::size_t LongestBeginning(std::span<const Word> words) const {
    std::size_t longest = 0;
    const std::vector<std::size_t>* const candidates = CommandsBeginningWith(words[0]);
    if (candidates == nullptr) return 0;
    const auto consider = [&](const std::vector<std::string>& path) {
      std::size_t i = 0;
      while (i < path.size() && i < words.size() &&
             (path[i] == LowerCase(words[i].text) || (i == 0 && path[i] == WithoutExe(LowerCase(words[i].text)))))
        ++i;
      longest = std::max(longest, i);
    };
    for (const std::size_t index : *candidates) {
      consider(grammar_.commands_[index].words);
      for (const auto& alias : grammar_.commands_[index].alias_words) consider(alias);
    }
    return longest;
  }

  bool IsBeginningOfPath(std::span<const Word> words) const { return LongestBeginning(words) == words.size(); }

  void ReportUnknownCommand(std::span<const Word> words) {
    const Word& first = words[0];
    const std::size_t known = LongestBeginning(words);
    if (known > 0) {
      std::vector<std::string> next;
      for (const std::size_t index : *CommandsBeginningWith(first)) {
        const std::vector<std::string>& path = grammar_.commands_[index].words;
        if (path.size() > known &&
            MatchWords({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(known)}, words) == known &&
            std::find(next.begin(), next.end(), path[known]) == next.end())
          next.push_back(path[known]);
      }
      std::string beginning;
      for (std::size_t i = 0; i < known; ++i) beginning += (i > 0 ? " " : "") + words[i].text;
      if (known < words.size())
        Add(words[known].offset, "command-unknown", "\"" + beginning + "\" knows no \"" + words[known].text + "\"",
            DidYouMean(words[known].text, next, "it knows " + JoinNames(next, " and ")));
      else
        Add(first.offset, "command-incomplete", "\"" + beginning + "\" is not a whole command",
            "it goes on with " + JoinNames(next));
      return;
    }
    if (const std::string_view full = FullCmdletName(first.text); is_powershell_ && !full.empty()) {
      Add(first.offset, "command-alias", "\"" + first.text + "\" is a short name of " + std::string(full),
          "write " + std::string(full));
      return;
    }
    std::vector<std::string> names = grammar_.cmdlet_names_;
    for (const auto& [word, unused] : grammar_.commands_by_first_word_)
      if (!IsCmdletName(word)) names.push_back(word);
    Add(first.offset, "command-unknown", "the grammar knows no command \"" + first.text + "\"",
        DidYouMean(first.text, names, "use a documented command; a new one belongs in data/commands with its source"));
  }

  // Whether an effect holds: some tools only read unless a certain argument is given.
  static bool HasEffect(const KnownCommand& command, const std::string& effect,
                        const std::vector<GivenParameter>& given) {
    const auto need = command.effects_need.find(effect);
    if (need == command.effects_need.end()) return true;
    return std::any_of(given.begin(), given.end(), [&](const GivenParameter& g) {
      if (std::find(need->second.begin(), need->second.end(), g.name) != need->second.end()) return true;
      // A positional word such as "purge" of klist.
      return std::any_of(g.values.begin(), g.values.end(), [&](const WordElement& value) {
        return std::find(need->second.begin(), need->second.end(), LowerCase(value.text)) != need->second.end();
      });
    });
  }

  void NoteEffects(const KnownCommand& command, std::span<const Word> words, const std::vector<GivenParameter>& given) {
    const bool only_shows = std::any_of(given.begin(), given.end(), [](const GivenParameter& g) {
      return LowerCase(g.name) == "-whatif" && g.values.empty();
    });
    if (!only_shows) {
      findings_.changes_state |= command.changes_state && HasEffect(command, "changes_state", given);
      findings_.destroys_config |= command.destroys_config && HasEffect(command, "destroys_config", given);
      findings_.interrupts_traffic |=
          !command.interrupts_traffic.empty() && HasEffect(command, "interrupts_traffic", given);
    }
    findings_.elevation = std::max(findings_.elevation, ElevationOf(command, words));
  }

  // "required", "not-required", or a condition such as "for HKLM" or "with -machine": it holds when one of its
  // words that can stand in a command does stand there.
  static Elevation ElevationOf(const KnownCommand& command, std::span<const Word> words) {
    if (command.elevation == "required") return Elevation::kRequired;
    if (command.elevation == "not-required" || command.elevation.empty()) return Elevation::kNotRequired;
    std::string line;
    for (const Word& word : words) line += " " + LowerCase(word.text);
    bool can_tell = false;
    std::string condition = LowerCase(command.elevation);
    std::replace(condition.begin(), condition.end(), ',', ' ');
    std::string token;
    for (const char c : condition + " ") {
      if (c != ' ') {
        token += c;
        continue;
      }
      if (token.ends_with(':')) token.pop_back();
      const bool is_mark = token.starts_with('-') || token.starts_with('/') ||
                           token.find("hklm") != std::string::npos || token.find("localmachine") != std::string::npos ||
                           token == "security";
      if (is_mark && line.find(token) != std::string::npos) return Elevation::kRequired;
      can_tell = can_tell || is_mark;
      token.clear();
    }
    return can_tell ? Elevation::kNotRequired : Elevation::kDepends;
  }

  void CheckServices(const KnownCommand& command, const std::vector<GivenParameter>& given) {
    if (command.service_parameter.empty()) return;
    for (const GivenParameter& parameter : given) {
      const bool names_service =
          parameter.name == command.service_parameter ||
          (command.shell == "powershell" && (parameter.name == "-DisplayName" || parameter.name == "-InputObject"));
      if (!names_service) continue;
      for (const WordElement& value : parameter.values) {
        const bool is_known =
            std::any_of(grammar_.service_names_.begin(), grammar_.service_names_.end(),
                        [&](const std::string& name) { return LowerCase(name) == LowerCase(value.text); });
        if (value.is_open || is_known || value.text.find('*') != std::string::npos) continue;
        Add(parameter.offset, "command-service", "the grammar knows no service \"" + value.text + "\"",
            DidYouMean(value.text, grammar_.service_names_,
                       "use one of data/commands/rules.json, or add it there with its source"));
      }
    }
  }

  void CheckRegistry(const KnownCommand& command, std::span<const Word> rest,
                     const std::vector<GivenParameter>& given) {
    const auto value_of = [&](std::initializer_list<std::string_view> names) -> std::string {
      for (const GivenParameter& parameter : given)
        for (const std::string_view name : names)
          if (LowerCase(parameter.name) == name && !parameter.values.empty() && !parameter.values[0].is_open)
            return parameter.values[0].text;
      return {};
    };
    for (const Word& word : rest)
      for (const WordElement& element : word.elements) {
        if (!RegistryRules::IsKey(element.text) || element.is_open) continue;
        RegistryAccess access{element.text, value_of({"/v", "-name"}), value_of({"/t", "-propertytype", "-type"}),
                              value_of({"/d", "-value"}), command.changes_state};
        if (std::optional<RegistryFinding> finding = grammar_.registry_.Check(access))
          Add(word.offset, "command-registry", std::move(finding->reason), std::move(finding->mend));
      }
  }

  const CommandGrammar& grammar_;
  std::string_view line_;
  CommandUse use_;
  bool is_powershell_ = false;
  bool is_cut_ = false;
  CommandFindings findings_;
};

CommandFindings CommandGrammar::Check(std::string_view line, CommandUse use) const {
  return CommandChecker(*this, line, use).Check();
}

bool CommandGrammar::LooksLikeCommand(std::string_view text) const {
  const std::string first = LowerCase(text.substr(0, text.find_first_of(" |;")));
  if (IsCmdletName(first)) return verbs_.contains(first.substr(0, first.find('-')));
  return commands_by_first_word_.contains(first) || commands_by_first_word_.contains(WithoutExe(first));
}

}  // namespace errlookup
