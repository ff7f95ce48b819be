#include "generator/output/index_texts.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "generator/render/markdown.h"
#include "generator/render/wording.h"

namespace errlookup {
namespace {

// A list of those of "placeholders" that stand in "text", each once.
std::string PlaceholderList(const std::vector<Placeholder>& placeholders, std::string_view text) {
  std::string list;
  std::set<std::string_view> listed;
  for (const Placeholder& placeholder : placeholders) {
    const std::string name = "<" + placeholder.name + ">";
    if (text.find(name) == std::string_view::npos || !listed.insert(placeholder.name).second) continue;
    list += (list.empty() ? "- `" : "\n- `") + name + "`";
    if (!placeholder.label.empty()) list += ": " + placeholder.label;
    if (!placeholder.example.empty()) list += ", for example `" + placeholder.example + "`";
  }
  return list;
}

// The record's own, then those of the procedures whose steps stand on the page.
std::vector<Placeholder> PlaceholdersOf(const Record& record, const LinkedBase& linked) {
  std::vector<Placeholder> all = record.placeholders;
  const auto add = [&](const Text& id) {
    if (const Procedure* procedure = linked.FindProcedure(id.value))
      all.insert(all.end(), procedure->placeholders.begin(), procedure->placeholders.end());
  };
  for (const Cause& cause : record.causes)
    if (cause.check) add(cause.check->procedure);
  for (const Fix& fix : record.fixes) add(fix.procedure);
  return all;
}

std::string_view ParagraphThatBegins(std::string_view markdown, std::string_view begin) {
  const std::size_t at = markdown.starts_with(begin) ? 0 : markdown.find("\n\n" + std::string(begin));
  if (at == std::string_view::npos) return {};
  const std::string_view rest = markdown.substr(at == 0 ? 0 : at + 2);
  return rest.substr(0, rest.find("\n\n"));
}

const Procedure* FirstProcedureIn(std::string_view markdown, const LinkedBase& linked) {
  constexpr std::string_view kScheme = "](procedure:";
  const std::size_t at = markdown.find(kScheme);
  if (at == std::string_view::npos) return nullptr;
  const std::string_view id = markdown.substr(at + kScheme.size());
  return linked.FindProcedure(id.substr(0, id.find(')')));
}

// "Start the capture." of a longer text.
std::string_view FirstSentence(std::string_view text) {
  const std::size_t end = std::min({text.find(". "), text.find(".\n"), text.find("\n\n")});
  return end == std::string_view::npos || text[end] != '.' ? text.substr(0, end) : text.substr(0, end + 1);
}

// "PowerShell:" and a block of code, indented as the item of a list.
std::string CommandBlock(const Command& command) {
  const std::string language = ShellOf(command) == "powershell" ? "powershell" : "bat";
  return "\n\n   " + CommandContext(command) + ":\n\n   ```" + language;
}

// The steps from the first with a command to the last, in one sentence each.
std::string ShortSteps(const Procedure& procedure, const MarkdownRules& rules) {
  const auto has_commands = [](const Step& step) { return !step.run.empty(); };
  const auto begin = std::ranges::find_if(procedure.steps, has_commands);
  const auto end = std::find_if(procedure.steps.rbegin(), procedure.steps.rend(), has_commands).base();
  std::string list;
  int number = 0;
  for (auto step = begin; step < end; ++step) {
    list += (list.empty() ? "" : "\n") + std::to_string(++number) + ". " + ResolveLinks(FirstSentence(step->doing.value), rules);
    while (list.ends_with('\n')) list.pop_back();
    std::string last_context;
    for (const Command& command : step->run) {
      const std::string context = CommandContext(command);
      if (context != last_context) list += (last_context.empty() ? "" : "\n   ```") + CommandBlock(command);
      last_context = context;
      list += "\n   " + command.line.value;
    }
    list += last_context.empty() ? "\n" : "\n   ```\n";
  }
  return list;
}

}  // namespace

std::optional<Section> PlaceholderSection(const ErrorPage& page, const std::vector<Section>& sections, const LinkedBase& linked) {
  if (page.record == nullptr) return std::nullopt;
  std::string text;
  for (const Section& section : sections) text += section.markdown;
  std::string list = PlaceholderList(PlaceholdersOf(*page.record, linked), text);
  if (list.empty()) return std::nullopt;
  return Section{"placeholders", "Names in the commands", std::move(list)};
}

std::optional<Section> LookFirstSection(const Family& family, const Addresses& addresses) {
  const std::string_view paragraph = ParagraphThatBegins(family.text.value, "**Look first**");
  if (paragraph.empty()) return std::nullopt;
  MarkdownRules rules;
  rules.resolve = [&](std::string_view scheme, std::string_view name) { return addresses.Resolve(scheme, name); };
  std::string markdown = ResolveLinks(paragraph, rules);
  while (markdown.ends_with('\n')) markdown.pop_back();
  if (const Procedure* procedure = FirstProcedureIn(paragraph, *addresses.linked)) {
    const std::string steps = ShortSteps(*procedure, rules);
    const std::string names = PlaceholderList(procedure->placeholders, steps);
    if (!steps.empty()) markdown += "\n\n**" + procedure->title.value + "**\n\n" + steps;
    if (!names.empty()) markdown += "\n" + names;
  }
  while (markdown.ends_with('\n')) markdown.pop_back();
  return Section{"look-first", "What helps with every code of this family", std::move(markdown)};
}

}  // namespace errlookup
