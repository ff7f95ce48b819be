#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "generator/check/command_arguments.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

bool IsAllDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The values that "value" in the grammar calls by these names are numbers.
bool IsNumberKind(std::string_view value_kind) {
  static constexpr std::array<std::string_view, 7> kKinds = {"integer", "seconds", "milliseconds",        "bytes",
                                                             "count",   "hops",    "decimal error number"};
  return std::find(kKinds.begin(), kKinds.end(), value_kind) != kKinds.end();
}

// "/target:" and "name" without what joins them to a value.
std::string_view BareName(std::string_view name) {
  if (name.ends_with(':') || name.ends_with('=')) name.remove_suffix(1);
  return name;
}

class CmdArgumentChecker {
 public:
  CmdArgumentChecker(const Arguments& arguments, std::vector<CommandProblem>& problems)
      : command_(arguments.command),
        words_(arguments.words),
        command_offset_(arguments.command_offset),
        problems_(problems) {}

  std::vector<GivenParameter> Check() {
    while (next_ < words_.size()) {
      const Word& word = words_[next_++];
      if (word.text == "/?")
        is_help_ = true;
      else if (!TakeTag(word) && !TakeKeyword(word) && !TakeSwitch(word) && !TakeCombined(word)) {
        if (CanStandAlone(word))
          unnamed_.push_back(&word);
        else
          ReportUnknown(word);
      }
    }
    PlaceUnnamed();
    if (!is_help_) CheckRequired();
    return std::move(given_);
  }

 private:
  void Add(std::size_t offset, std::string rule, std::string reason, std::string mend) {
    problems_.push_back({offset, Severity::kError, std::move(rule), std::move(reason), std::move(mend)});
  }

  bool IsGiven(const CommandParameter& parameter) const {
    return std::any_of(given_.begin(), given_.end(),
                       [&](const GivenParameter& g) { return g.parameter == &parameter; });
  }

  void Give(const CommandParameter& parameter, std::optional<WordElement> value, std::size_t offset) {
    if (IsGiven(parameter) && !parameter.may_repeat)
      Add(offset, "command-parameter-twice", "\"" + parameter.name + "\" stands twice", "remove one");
    GivenParameter given{&parameter, parameter.name, {}, offset};
    if (value) {
      CheckParameterValue(command_, parameter, *value, offset, problems_);
      given.values.push_back(std::move(*value));
    }
    given_.push_back(std::move(given));
  }

  bool TakeTag(const Word& word) {
    const std::size_t equals = word.text.find('=');
    if (equals == std::string::npos || word.is_quoted) return false;
    const std::string name = LowerCase(std::string_view(word.text).substr(0, equals));
    for (const CommandParameter& parameter : command_.parameters) {
      if (parameter.kind != ParameterKind::kTag || LowerCase(parameter.name) != name) continue;
      WordElement value{word.text.substr(equals + 1), word.is_open};
      if (value.text.empty()) {
        Add(word.offset, "command-value-missing", "nothing follows \"" + word.text + "\"",
            "write the value right after the equals sign, without a blank");
        return true;
      }
      Give(parameter, std::move(value), word.offset);
      return true;
    }
    return false;
  }

  bool TakeKeyword(const Word& word) {
    const std::string text = LowerCase(word.text);
    for (const CommandParameter& parameter : command_.parameters)
      if (parameter.kind == ParameterKind::kKeyword && LowerCase(parameter.name) == text) {
        Give(parameter, std::nullopt, word.offset);
        return true;
      }
    return false;
  }

  // The value that follows as a word of its own.
  void TakeNextWord(const CommandParameter& parameter, const Word& name) {
    if (next_ < words_.size() && !IsSwitchName(words_[next_])) {
      const Word& value = words_[next_++];
      Give(parameter, WordElement{value.text, value.is_open}, value.offset);
    } else if (parameter.value_is_optional) {
      Give(parameter, std::nullopt, name.offset);
    } else {
      Add(name.offset, "command-value-missing", "\"" + name.text + "\" needs a value" + Kind(parameter), "add it");
      given_.push_back({&parameter, parameter.name, {}, name.offset});
    }
  }

  static std::string Kind(const CommandParameter& parameter) {
    if (!parameter.allowed.empty()) return ": " + JoinNames(parameter.allowed);
    return parameter.value_kind.empty() ? "" : ": " + parameter.value_kind;
  }

  bool IsSwitchName(const Word& word) const {
    if (word.is_quoted) return false;
    const std::string text = LowerCase(word.text);
    return std::any_of(command_.parameters.begin(), command_.parameters.end(), [&](const CommandParameter& parameter) {
      return parameter.kind == ParameterKind::kSwitch && parameter.name.find_first_of("-/") == 0 &&
             LowerCase(parameter.name) == text;
    });
  }

  // sc takes "start= demand": the equals sign belongs to the name and a blank to the syntax.
  bool HasSpacedValues() const { return command_.words[0] == "sc"; }

  enum class Case { kExact, kIgnored };

  bool TakeSwitchAs(const Word& word, const CommandParameter& parameter, const std::string& name, Case letter_case) {
    const std::string text = letter_case == Case::kExact ? word.text : LowerCase(word.text);
    const std::string wanted = letter_case == Case::kExact ? name : LowerCase(name);
    if (!parameter.takes_value) {
      if (text != wanted) return false;
      Give(parameter, std::nullopt, word.offset);
      return true;
    }
    if (!name.ends_with(':') && !name.ends_with('=')) {
      if (text != wanted) return false;
      TakeNextWord(parameter, word);
      return true;
    }
    if (!text.starts_with(wanted)) return false;
    const std::string value = word.text.substr(wanted.size());
    if (name.ends_with('=') && HasSpacedValues()) {
      if (value.empty()) {
        TakeNextWord(parameter, word);
      } else {
        Add(word.offset, "command-blank-missing", "\"" + name + "\" needs a blank before its value",
            "write \"" + name + " " + value + "\"");
        Give(parameter, WordElement{value, word.is_open}, word.offset);
      }
    } else if (value.empty()) {
      Add(word.offset, "command-value-missing", "nothing follows \"" + name + "\"" + Kind(parameter),
          "write the value right after it");
      given_.push_back({&parameter, parameter.name, {}, word.offset});
    } else {
      Give(parameter, WordElement{value, word.is_open}, word.offset);
    }
    return true;
  }

  bool TakeSwitch(const Word& word) {
    if (word.is_quoted) return false;
    // A name without a value goes before one that takes the rest of the word: /delete before /delete:. The exact
    // case goes first: -r and -R of ping are two switches.
    for (const Case letter_case : {Case::kExact, Case::kIgnored})
      for (const bool takes_value : {false, true})
        for (const CommandParameter& parameter : command_.parameters) {
          if (parameter.kind != ParameterKind::kSwitch || parameter.takes_value != takes_value) continue;
          if (TakeSwitchAs(word, parameter, parameter.name, letter_case)) return true;
          for (const std::string& alias : parameter.aliases)
            if (TakeSwitchAs(word, parameter, alias, letter_case)) return true;
        }
    return false;
  }

  // netstat -ano is -a -n -o.
  bool TakeCombined(const Word& word) {
    if (!command_.may_combine_switches || word.text.size() < 3 || word.text[0] != '-') return false;
    std::vector<const CommandParameter*> parameters;
    for (const char letter : word.text.substr(1)) {
      const CommandParameter* const parameter = command_.Find(std::string("-") + letter);
      if (parameter == nullptr || parameter->takes_value) return false;
      parameters.push_back(parameter);
    }
    for (const CommandParameter* parameter : parameters) Give(*parameter, std::nullopt, word.offset);
    return true;
  }

  static bool Allows(const CommandParameter& parameter, const Word& word) {
    if (parameter.allowed.empty() || word.is_open) return true;
    return std::any_of(parameter.allowed.begin(), parameter.allowed.end(),
                       [&](const std::string& allowed) { return LowerCase(allowed) == LowerCase(word.text); });
  }

  // Whether the word can be a value without a name: not a switch nobody knows.
  static bool CanStandAlone(const Word& word) {
    return word.is_quoted || word.text.size() < 2 || (word.text[0] != '/' && word.text[0] != '-');
  }

  // Gives the values without a name to the parameters that take such, in the order of the grammar. The required
  // ones have the first claim: "certutil -importpfx [store] file" with one value gives the file. An optional one
  // with a closed list, such as the word "mask" of route, is passed over by a value outside it.
  void PlaceUnnamed() {
    std::vector<const CommandParameter*> free;
    std::size_t required = 0;
    for (const CommandParameter& parameter : command_.parameters) {
      const bool has_turn = parameter.kind == ParameterKind::kPositional ||
                            (parameter.kind == ParameterKind::kTag && command_.tag_may_be_left_out);
      if (!has_turn || IsGiven(parameter)) continue;
      free.push_back(&parameter);
      if (parameter.is_required && parameter.kind == ParameterKind::kPositional) ++required;
    }
    std::size_t next = 0;
    for (const CommandParameter* parameter : free) {
      if (next == unnamed_.size()) break;
      const Word& word = *unnamed_[next];
      if (LooksLikeTag(word) && parameter->kind == ParameterKind::kTag) break;
      const bool has_claim = parameter->is_required && parameter->kind == ParameterKind::kPositional;
      if (has_claim)
        --required;
      else if (unnamed_.size() - next <= required)
        continue;
      if (!Allows(*parameter, word) && !parameter->is_required && !parameter->may_be_integer &&
          IsPassable(*parameter, free))
        continue;
      Give(*parameter, WordElement{word.text, word.is_open}, word.offset);
      ++next;
    }
    for (; next < unnamed_.size(); ++next) ReportUnknown(*unnamed_[next]);
  }

  // The last one takes whatever comes, so that a value outside its list is reported as such.
  static bool IsPassable(const CommandParameter& parameter, const std::vector<const CommandParameter*>& free) {
    return free.back() != &parameter;
  }

  static bool LooksLikeTag(const Word& word) {
    const std::size_t equals = word.text.find('=');
    return !word.is_quoted && equals != std::string::npos && equals > 0 &&
           word.text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == equals;
  }

  void ReportUnknown(const Word& word) {
    std::vector<std::string> names;
    for (const CommandParameter& parameter : command_.parameters)
      if (parameter.kind != ParameterKind::kPositional)
        names.push_back(parameter.kind == ParameterKind::kTag ? parameter.name + "=" : parameter.name);
    const std::string name = LooksLikeTag(word) ? word.text.substr(0, word.text.find('=') + 1) : word.text;
    std::string fallback =
        names.empty() ? "it takes nothing here: remove the word" : "it takes " + JoinNames(names, " and ");
    for (const CommandParameter& parameter : command_.parameters)
      if (parameter.kind == ParameterKind::kTag && !command_.tag_may_be_left_out && !IsGiven(parameter) &&
          !LooksLikeTag(word)) {
        fallback = "values need their name here, as in " + parameter.name + "=\"" + word.text + "\"";
        break;
      }
    Add(word.offset, "command-parameter-unknown", command_.path + " does not take \"" + name + "\"",
        DidYouMean(name, names, fallback));
  }

  void CheckRequired() {
    for (const CommandParameter& parameter : command_.parameters) {
      if (!parameter.is_required || IsGiven(parameter)) continue;
      const std::string name = parameter.kind == ParameterKind::kTag ? parameter.name + "=" : parameter.name;
      Add(command_offset_, "command-parameter-missing", command_.path + " needs \"" + name + "\"" + Kind(parameter),
          "add it");
    }
    for (const std::vector<std::string>& names : command_.one_of_required) {
      const bool is_given = std::any_of(given_.begin(), given_.end(), [&](const GivenParameter& given) {
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
          return LowerCase(BareName(name)) == LowerCase(BareName(given.name));
        });
      });
      if (!is_given)
        Add(command_offset_, "command-parameter-missing", command_.path + " needs one of " + JoinNames(names),
            "add one");
    }
  }

  const KnownCommand& command_;
  std::span<const Word> words_;
  std::size_t command_offset_;
  std::vector<CommandProblem>& problems_;
  std::size_t next_ = 0;
  std::vector<const Word*> unnamed_;
  bool is_help_ = false;
  std::vector<GivenParameter> given_;
};

}  // namespace

std::vector<GivenParameter> CheckCmdArguments(const Arguments& arguments, std::vector<CommandProblem>& problems) {
  return CmdArgumentChecker(arguments, problems).Check();
}

void CheckParameterValue(const KnownCommand& command, const CommandParameter& parameter, const WordElement& value,
                         std::size_t offset, std::vector<CommandProblem>& problems) {
  if (value.is_open) return;
  const auto add = [&](std::string reason, std::string mend) {
    problems.push_back({offset, Severity::kError, "command-value", std::move(reason), std::move(mend)});
  };
  if (IsNumberKind(parameter.value_kind) && !IsAllDigits(value.text))
    add("\"" + parameter.name + "\" of " + command.path + " takes a number, not \"" + value.text + "\"",
        "use a decimal number");
  if (parameter.allowed.empty()) return;
  std::string_view rest = value.text;
  while (true) {
    const std::size_t end = parameter.is_comma_list ? rest.find(',') : std::string_view::npos;
    const std::string one = LowerCase(rest.substr(0, end));
    const bool is_allowed = std::any_of(parameter.allowed.begin(), parameter.allowed.end(),
                                        [&](const std::string& allowed) { return LowerCase(allowed) == one; }) ||
                            (parameter.may_be_integer && IsAllDigits(one));
    if (!is_allowed)
      add("\"" + parameter.name + "\" of " + command.path + " cannot be \"" + std::string(rest.substr(0, end)) + "\"",
          DidYouMean(one, parameter.allowed, "use " + JoinNames(parameter.allowed)));
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace errlookup
