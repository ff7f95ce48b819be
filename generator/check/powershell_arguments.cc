#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "generator/check/command_arguments.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

bool IsParameterName(const Word& word) {
  const std::string& text = word.text;
  return !word.is_quoted && text.size() > 1 && text[0] == '-' &&
         ((text[1] >= 'a' && text[1] <= 'z') || (text[1] >= 'A' && text[1] <= 'Z'));
}

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& known) { return LowerCase(known) == LowerCase(name); });
}

class PowerShellArgumentChecker {
 public:
  PowerShellArgumentChecker(const Arguments& arguments, std::vector<CommandProblem>& problems)
      : arguments_(arguments), command_(arguments.command), problems_(problems) {}

  std::vector<GivenParameter> Check() {
    for (next_ = 0; next_ < arguments_.words.size();) {
      const Word& word = arguments_.words[next_++];
      if (word.text.starts_with('@') && word.text.size() > 1 && word.text[1] != '(' && word.text[1] != '{')
        has_splat_ = true;
      else if (IsParameterName(word))
        TakeNamed(word);
      else
        unnamed_.push_back(&word);
    }
    ChooseSets();
    CheckSelector();
    return std::move(given_);
  }

 private:
  void Add(std::size_t offset, std::string rule, std::string reason, std::string mend) {
    problems_.push_back({offset, Severity::kError, std::move(rule), std::move(reason), std::move(mend)});
  }

  // -Verbose and its like, -CimSession, -WhatIf: not in the list of the command. Whether they take a value.
  std::optional<bool> FindCommon(const std::string& name) const {
    static const std::vector<std::string> kSwitches = {"-Verbose", "-Debug", "-WhatIf", "-Confirm", "-AsJob"};
    const bool is_known =
        Contains(arguments_.common_parameters, name) ||
        (command_.has_cim_parameters && Contains({"-CimSession", "-ThrottleLimit", "-AsJob"}, name)) ||
        (command_.has_shouldprocess_parameters && Contains({"-WhatIf", "-Confirm"}, name));
    if (!is_known) return std::nullopt;
    return !Contains(kSwitches, name);
  }

  std::vector<std::string> AllNames() const {
    std::vector<std::string> names;
    for (const CommandParameter& parameter : command_.parameters) {
      names.push_back(parameter.name);
      names.insert(names.end(), parameter.aliases.begin(), parameter.aliases.end());
    }
    return names;
  }

  void ReportUnknown(const Word& word, const std::string& name) {
    std::vector<std::string> names = AllNames();
    std::vector<std::string> completions;
    for (const std::string& known : names)
      if (LowerCase(known).starts_with(LowerCase(name))) completions.push_back(known);
    if (completions.size() == 1) {
      Add(word.offset, "command-parameter-short", "\"" + name + "\" is short for " + completions[0],
          "write " + completions[0]);
      return;
    }
    names.insert(names.end(), arguments_.common_parameters.begin(), arguments_.common_parameters.end());
    std::string fallback = completions.empty() ? "see the syntax of " + command_.path + " for what it takes"
                                               : "write one of " + JoinNames(completions);
    Add(word.offset, "command-parameter-unknown", command_.path + " has no parameter \"" + name + "\"",
        DidYouMean(name, names, fallback));
  }

  void TakeNamed(const Word& word) {
    const std::size_t colon = word.text.find(':');
    const std::string name = word.text.substr(0, colon);
    const CommandParameter* const parameter = command_.Find(name);
    const std::optional<bool> common = parameter == nullptr ? FindCommon(name) : std::nullopt;
    if (parameter == nullptr && !common) {
      ReportUnknown(word, name);
      has_unknown_ = true;
      // What follows is most likely its value.
      if (colon == std::string::npos && next_ < arguments_.words.size() && !IsParameterName(arguments_.words[next_]))
        ++next_;
      return;
    }
    GivenParameter given{parameter, parameter != nullptr ? parameter->name : name, {}, word.offset};
    if (parameter != nullptr && IsGiven(*parameter))
      Add(word.offset, "command-parameter-twice", "\"" + name + "\" stands twice",
          "give it once; values of a list are joined by commas");
    const bool takes_value = parameter != nullptr ? parameter->takes_value : *common;
    if (colon != std::string::npos && colon + 1 < word.text.size()) {
      const std::string value = word.text.substr(colon + 1);
      given.values.push_back({value, word.is_open});
      if (!takes_value && LowerCase(value) != "$true" && LowerCase(value) != "$false" && !word.is_open)
        Add(word.offset, "command-value", "\"" + name + "\" is a switch: it takes no \"" + value + "\"",
            "write " + name + ", or " + name + ":$false");
    } else if (takes_value) {
      // "-Name:" may stand apart from its value.
      if (next_ < arguments_.words.size() && !IsParameterName(arguments_.words[next_])) {
        const Word& value = arguments_.words[next_++];
        given.offset = value.offset;
        given.values = value.elements;
      } else {
        Add(word.offset, "command-value-missing", "\"" + name + "\" of " + command_.path + " needs a value", "add it");
      }
    }
    if (parameter != nullptr && takes_value) CheckValues(*parameter, given);
    given_.push_back(std::move(given));
  }

  void CheckValues(const CommandParameter& parameter, const GivenParameter& given) {
    for (const WordElement& value : given.values) CheckValue(parameter, value, given.offset);
  }

  void CheckValue(const CommandParameter& parameter, const WordElement& value, std::size_t offset) {
    if (value.is_open) return;
    if (!parameter.allowed.empty()) {
      CheckParameterValue(command_, parameter, value, offset, problems_);
      return;
    }
    std::string_view type = parameter.type;
    if (type.ends_with("[]")) type.remove_suffix(2);
    if (type == "Boolean" && !Contains({"$true", "$false", "0", "1"}, value.text))
      Add(offset, "command-value", "\"" + parameter.name + "\" takes $true or $false, not \"" + value.text + "\"",
          "use $true or $false");
    const bool is_number = type == "Int32" || type == "UInt32" || type == "Int64" || type == "UInt64" ||
                           type == "UInt16" || type == "Byte";
    if (is_number && !LooksLikeNumber(value.text))
      Add(offset, "command-value", "\"" + parameter.name + "\" takes a number, not \"" + value.text + "\"",
          "use a number");
  }

  static bool LooksLikeNumber(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.starts_with("0x") || text.starts_with("0X"))
      return text.size() > 2 && text.substr(2).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    for (const std::string_view unit : {"KB", "MB", "GB", "kb", "mb", "gb"})  // 10MB is a number there
      if (text.ends_with(unit)) text.remove_suffix(2);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  bool IsGiven(const CommandParameter& parameter) const {
    return std::any_of(given_.begin(), given_.end(),
                       [&](const GivenParameter& g) { return g.parameter == &parameter; });
  }

  std::set<std::string> AllSets() const {
    std::set<std::string> sets;
    for (const auto& [set, unused] : command_.sets) sets.insert(set);
    for (const CommandParameter& parameter : command_.parameters)
      sets.insert(parameter.sets.begin(), parameter.sets.end());
    if (sets.empty()) sets.insert(command_.default_set);
    return sets;
  }

  static bool IsInSet(const CommandParameter& parameter, const std::string& set) {
    return parameter.sets.empty() ||
           std::find(parameter.sets.begin(), parameter.sets.end(), set) != parameter.sets.end();
  }
  static bool IsRequiredIn(const CommandParameter& parameter, const std::string& set) {
    return (parameter.is_required && IsInSet(parameter, set)) ||
           std::find(parameter.required_in.begin(), parameter.required_in.end(), set) != parameter.required_in.end();
  }

  // The parameters of "set" that values without a name go to, in order.
  std::vector<const CommandParameter*> FreePositions(const std::string& set) const {
    std::vector<const CommandParameter*> free;
    for (const CommandParameter& parameter : command_.parameters)
      if (parameter.is_positional && parameter.takes_value && IsInSet(parameter, set) && !IsGiven(parameter))
        free.push_back(&parameter);
    std::stable_sort(free.begin(), free.end(), [](const auto* a, const auto* b) { return a->position < b->position; });
    return free;
  }

  static bool Takes(const CommandParameter& parameter, const Word& word) {
    return parameter.allowed.empty() ||
           std::all_of(word.elements.begin(), word.elements.end(), [&](const WordElement& element) {
             return element.is_open || Contains(parameter.allowed, element.text);
           });
  }

  // Finds the parameter sets that everything given fits into, and from them what is missing.
  void ChooseSets() {
    std::set<std::string> sets = AllSets();
    for (const GivenParameter& given : given_) {
      if (given.parameter == nullptr) continue;
      std::set<std::string> fitting;
      for (const std::string& set : sets)
        if (IsInSet(*given.parameter, set)) fitting.insert(set);
      if (fitting.empty()) {
        Add(given.offset, "command-parameters-conflict",
            "\"" + given.name + "\" cannot stand beside the other parameters of this " + command_.path,
            "see its syntax: it has several forms, and each takes only its own parameters");
        return;
      }
      sets = std::move(fitting);
    }
    if (!PlaceUnnamed(sets) || arguments_.has_pipe_input || has_splat_ || has_unknown_) return;
    ReportMissing(sets);
  }

  // Keeps the sets that have a place for each value without a name, and checks the values. Returns whether
  // there are any.
  bool PlaceUnnamed(std::set<std::string>& sets) {
    if (unnamed_.empty()) return true;
    std::set<std::string> fitting;
    for (const std::string& set : sets)
      if (FreePositions(set).size() >= unnamed_.size()) fitting.insert(set);
    if (fitting.empty()) {
      std::size_t most = 0;
      for (const std::string& set : sets) most = std::max(most, FreePositions(set).size());
      const Word& word = *unnamed_[most];
      if (!has_unknown_)
        Add(word.offset, "command-value-unexpected", command_.path + " has no place for \"" + word.text + "\"",
            "give the parameter's name before it, or put quotes around a value with blanks");
      return false;
    }
    // Among several, those where every value is allowed; then the default one.
    std::set<std::string> allowing;
    for (const std::string& set : fitting) {
      const std::vector<const CommandParameter*> places = FreePositions(set);
      bool all = true;
      for (std::size_t i = 0; i < unnamed_.size(); ++i) all = all && Takes(*places[i], *unnamed_[i]);
      if (all) allowing.insert(set);
    }
    sets = allowing.empty() ? std::move(fitting) : std::move(allowing);
    const std::string& chosen = sets.contains(command_.default_set) ? command_.default_set : *sets.begin();
    const std::vector<const CommandParameter*> places = FreePositions(chosen);
    for (std::size_t i = 0; i < unnamed_.size(); ++i) {
      GivenParameter given{places[i], places[i]->name, unnamed_[i]->elements, unnamed_[i]->offset};
      CheckValues(*places[i], given);
      given_.push_back(std::move(given));
    }
    return true;
  }

  void ReportMissing(const std::set<std::string>& sets) {
    std::vector<std::string> fewest;
    bool is_first = true;
    for (const std::string& set : sets) {
      std::vector<std::string> missing;
      for (const CommandParameter& parameter : command_.parameters)
        if (IsRequiredIn(parameter, set) && !IsGiven(parameter) && !IsFilledByPosition(parameter))
          missing.push_back(parameter.name);
      if (missing.empty()) return;
      if (is_first || missing.size() < fewest.size() ||
          (missing.size() == fewest.size() && set == command_.default_set))
        fewest = std::move(missing);
      is_first = false;
    }
    if (!fewest.empty())
      Add(arguments_.command_offset, "command-parameter-missing",
          command_.path + " needs " + JoinNames(fewest, " and "), "add it");
  }

  // A value without a name fills the same position in every set, whatever the parameter is called there.
  bool IsFilledByPosition(const CommandParameter& parameter) const {
    return parameter.is_positional && std::any_of(given_.begin(), given_.end(), [&](const GivenParameter& given) {
             return given.parameter != nullptr && given.parameter->is_positional &&
                    given.parameter->position == parameter.position &&
                    std::any_of(unnamed_.begin(), unnamed_.end(),
                                [&](const Word* word) { return word->offset == given.offset; });
           });
  }

  // Removing or changing without saying which ones means all of them.
  void CheckSelector() {
    if (!command_.requires_selector || arguments_.has_pipe_input || has_splat_) return;
    for (const GivenParameter& given : given_) {
      if (given.parameter == nullptr) continue;
      const bool names_objects = given.parameter->is_required || !given.parameter->required_in.empty();
      const bool is_query = given.parameter->sets.size() == 1 && given.parameter->sets[0] == "ByQuery";
      if (names_objects || is_query) return;
    }
    Add(arguments_.command_offset, "command-selects-all",
        command_.path + " without a selector means every object of the store",
        "say which one, by -Name or -DisplayName");
  }

  const Arguments& arguments_;
  const KnownCommand& command_;
  std::vector<CommandProblem>& problems_;
  std::size_t next_ = 0;
  std::vector<GivenParameter> given_;
  std::vector<const Word*> unnamed_;
  bool has_splat_ = false;
  bool has_unknown_ = false;
};

}  // namespace

std::vector<GivenParameter> CheckPowerShellArguments(const Arguments& arguments,
                                                     std::vector<CommandProblem>& problems) {
  return PowerShellArgumentChecker(arguments, problems).Check();
}

}  // namespace errlookup
