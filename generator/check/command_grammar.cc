#include "generator/check/command_grammar.h"

#include <algorithm>
#include <utility>

#include "generator/record/files.h"
#include "generator/record/json_tree.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

constexpr const char* kCommandFiles[] = {"cmd.json", "powershell.json", "gui.json"};

std::vector<std::string> SplitWords(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end != 0) words.push_back(LowerCase(text.substr(0, end)));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return words;
}

// Accessors that give an empty value for what is absent: the grammar leaves out what does not apply.
std::string TextOf(const JsonNode& node, std::string_view key) {
  const JsonNode* const value = node.Find(key);
  return value != nullptr && value->kind == JsonKind::kString ? value->text : std::string();
}
bool IsTrue(const JsonNode& node, std::string_view key) {
  const JsonNode* const value = node.Find(key);
  return value != nullptr && value->kind == JsonKind::kBoolean && value->boolean;
}
std::vector<std::string> TextsIn(const JsonNode* list) {
  std::vector<std::string> texts;
  if (list != nullptr)
    for (const JsonNode& item : list->items) texts.push_back(item.text);  // numbers too, as written
  return texts;
}
std::vector<std::string> TextsOf(const JsonNode& node, std::string_view key) { return TextsIn(node.Find(key)); }

CommandParameter ReadParameter(const JsonNode& node, bool is_cmdlet) {
  CommandParameter parameter;
  parameter.name = TextOf(node, "name");
  parameter.takes_value = IsTrue(node, "takes_value");
  parameter.is_positional = IsTrue(node, "positional");
  if (node.Find("tag") != nullptr)
    parameter.kind = ParameterKind::kTag;
  else if (IsTrue(node, "keyword"))
    parameter.kind = ParameterKind::kKeyword;
  else if (parameter.is_positional && !is_cmdlet)
    parameter.kind = ParameterKind::kPositional;
  parameter.aliases = TextsOf(node, "aliases");
  parameter.value_is_optional = IsTrue(node, "optional_value");
  parameter.is_required = IsTrue(node, "required");
  parameter.required_in = TextsOf(node, "required_in");
  parameter.sets = TextsOf(node, "sets");
  const JsonNode* const position = node.Find("position");
  parameter.position = position != nullptr && position->integer ? static_cast<int>(*position->integer) : 1000;
  parameter.allowed = TextsOf(node, "allowed");
  parameter.is_comma_list = IsTrue(node, "comma_list");
  parameter.may_be_integer = IsTrue(node, "or_integer");
  parameter.may_repeat = IsTrue(node, "repeatable");
  parameter.value_kind = TextOf(node, "value");
  parameter.type = TextOf(node, "type");
  return parameter;
}

KnownCommand ReadCommand(const JsonNode& node) {
  KnownCommand command;
  command.path = TextOf(node, "path");
  command.words = SplitWords(command.path);
  for (const std::string& alias : TextsOf(node, "aliases")) command.alias_words.push_back(SplitWords(alias));
  command.shell = TextOf(node, "shell");
  if (const JsonNode* const parameters = node.Find("params"))
    for (const JsonNode& parameter : parameters->items)
      command.parameters.push_back(ReadParameter(parameter, command.shell == "powershell"));
  if (const JsonNode* const lists = node.Find("one_of_required"))
    for (const JsonNode& list : lists->items) command.one_of_required.push_back(TextsIn(&list));
  if (const JsonNode* const sets = node.Find("sets"))
    for (const JsonMember& set : sets->members) command.sets[set.key] = TextsIn(&set.value);
  command.default_set = TextOf(node, "default_set");
  for (const std::string& common : TextsOf(node, "common")) {
    if (common == "cim") command.has_cim_parameters = true;
    if (common == "shouldprocess") command.has_shouldprocess_parameters = true;
  }
  command.takes_arguments_freely = node.Find("args") != nullptr;
  command.may_combine_switches = IsTrue(node, "combined_switches");
  const std::string style = TextOf(node, "param_style");
  command.tag_may_be_left_out = style.starts_with("tag=value") || style.starts_with("[tag=]");
  command.requires_selector = IsTrue(node, "require_selector");
  command.service_parameter = TextOf(node, "service_arg");
  command.changes_state = IsTrue(node, "changes_state");
  command.destroys_config = IsTrue(node, "destroys_config");
  command.interrupts_traffic = TextOf(node, "interrupts_traffic");
  command.elevation = TextOf(node, "elevation");
  if (const JsonNode* const needs = node.Find("effects_need"))
    for (const JsonMember& need : needs->members) command.effects_need[need.key] = TextsIn(&need.value);
  return command;
}

std::optional<JsonNode> ReadJsonFile(const std::filesystem::path& path, Problems& problems) {
  const std::string file = path.generic_string();
  Result<std::string> text = ReadFile(path);
  if (!text.ok()) {
    problems.push_back({{file, 0, 0},
                        Severity::kError,
                        "grammar-unreadable",
                        text.error().message,
                        "the command grammar belongs to the knowledge base: restore the file"});
    return std::nullopt;
  }
  return ParseJson(*text, file, problems);
}

// A row that does not say what its command does would let the risk of a fix pass for lower than it is. (Overlays may
// leave these out: data/README.md.)
void CheckRow(const JsonNode& row, const std::string& file, Problems& problems) {
  static constexpr std::string_view kRequired[] = {"path",          "shell",           "params", "elevation",
                                                   "changes_state", "destroys_config", "source"};
  std::vector<std::string> missing;
  for (const std::string_view field : kRequired)
    if (row.Find(field) == nullptr) missing.emplace_back(field);
  if (missing.empty()) return;
  const std::string path = TextOf(row, "path");
  problems.push_back({{file, row.line, row.column},
                      Severity::kError,
                      "grammar-row",
                      "the command " + (path.empty() ? "" : "\"" + path + "\" ") + "has no " + JoinNames(missing, " and no "),
                      "add it; data/README.md says what it holds"});
}

}  // namespace

const CommandParameter* KnownCommand::Find(std::string_view name) const {
  const std::string wanted = LowerCase(name);
  for (const CommandParameter& parameter : parameters) {
    if (LowerCase(parameter.name) == wanted) return &parameter;
    for (const std::string& alias : parameter.aliases)
      if (LowerCase(alias) == wanted) return &parameter;
  }
  return nullptr;
}

void CommandGrammar::AddCommand(KnownCommand command) {
  if (command.words.empty()) return;
  const std::size_t index = commands_.size();
  const auto add_first_word = [&](const std::string& word) {
    std::vector<std::size_t>& list = commands_by_first_word_[word];
    if (list.empty() || list.back() != index) list.push_back(index);
  };
  add_first_word(command.words[0]);
  for (const auto& alias : command.alias_words)
    if (!alias.empty()) add_first_word(alias[0]);
  if (command.shell == "powershell") {
    cmdlet_names_.push_back(command.path);
    verbs_[command.words[0].substr(0, command.words[0].find('-'))] = true;
  }
  commands_.push_back(std::move(command));
}

void CommandGrammar::LoadCommands(const std::filesystem::path& file, RowCheck check, Problems& problems) {
  const std::optional<JsonNode> root = ReadJsonFile(file, problems);
  if (!root) return;
  if (const JsonNode* const commands = root->Find("commands"))
    for (const JsonNode& command : commands->items) {
      if (check == RowCheck::kYes) CheckRow(command, file.generic_string(), problems);
      AddCommand(ReadCommand(command));
    }
}

Problems CommandGrammar::AddCommandsOf(const std::filesystem::path& folder) {
  Problems problems;
  for (const char* name : kCommandFiles) {
    const std::filesystem::path file = folder / "commands" / name;
    std::error_code error;
    if (std::filesystem::exists(file, error)) LoadCommands(file, RowCheck::kNo, problems);
  }
  return problems;
}

Problems CommandGrammar::Load(const std::filesystem::path& data) {
  Problems problems;
  for (const char* name : kCommandFiles) LoadCommands(data / "commands" / name, RowCheck::kYes, problems);
  const std::filesystem::path rules_path = data / "commands" / "rules.json";
  const std::optional<JsonNode> rules = ReadJsonFile(rules_path, problems);
  if (!rules) return problems;
  common_parameters_ = TextsOf(*rules, "common_parameters");
  if (const JsonNode* const services = rules->Find("services"))
    for (const JsonNode& service : services->items) {
      service_names_.push_back(TextOf(service, "name"));
      if (const JsonNode* const display = service.Find("display"))
        for (const JsonMember& name : display->members) service_names_.push_back(name.value.text);
    }
  registry_.Load(*rules);
  if (const JsonNode* const forbidden = rules->Find("forbidden"))
    for (const JsonNode& entry : forbidden->items) {
      ForbiddenPattern pattern{TextOf(entry, "id"),      TextOf(entry, "verdict"), TextOf(entry, "why"),
                               TextOf(entry, "instead"), TextOf(entry, "regex"),   {}};
      try {
        pattern.regex.assign(pattern.pattern, std::regex::ECMAScript | std::regex::icase);
      } catch (const std::regex_error& error) {
        problems.push_back(
            {{rules_path.generic_string(), entry.line, entry.column},
             Severity::kError,
             "grammar-pattern",
             "the pattern of " + pattern.id + " is not an ECMAScript regular expression: " + error.what(),
             "mend \"regex\""});
        continue;
      }
      forbidden_.push_back(std::move(pattern));
    }
  return problems;
}

}  // namespace errlookup
