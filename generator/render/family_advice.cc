#include "generator/render/family_advice.h"

#include <algorithm>
#include <set>
#include <utility>

#include "generator/render/markdown.h"
#include "generator/render/wording.h"

namespace errlookup {
namespace {

constexpr std::string_view kParagraphEnd = "\n\n";

// The paragraph of the advice, or nothing.
std::string_view AdviceParagraph(std::string_view markdown) {
  constexpr std::string_view kBegin = "**Look first**";
  const std::size_t at = markdown.starts_with(kBegin) ? 0 : markdown.find(std::string(kParagraphEnd) + std::string(kBegin));
  if (at == std::string_view::npos) return {};
  const std::string_view rest = markdown.substr(at == 0 ? 0 : at + kParagraphEnd.size());
  return rest.substr(0, rest.find(kParagraphEnd));
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
std::vector<Step> ShortSteps(const Procedure& procedure) {
  const auto has_commands = [](const Step& step) { return !step.run.empty(); };
  const auto begin = std::ranges::find_if(procedure.steps, has_commands);
  const auto end = std::find_if(procedure.steps.rbegin(), procedure.steps.rend(), has_commands).base();
  std::vector<Step> steps;
  for (auto step = begin; step < end; ++step) {
    Step shortened;
    shortened.doing.value = FirstSentence(step->doing.value);
    shortened.run = step->run;
    steps.push_back(std::move(shortened));
  }
  return steps;
}

bool StandsIn(const std::vector<Step>& steps, const Placeholder& placeholder) {
  const std::string name = "<" + placeholder.name + ">";
  return std::ranges::any_of(steps, [&](const Step& step) {
    return step.doing.value.find(name) != std::string::npos ||
           std::ranges::any_of(step.run, [&](const Command& command) { return command.line.value.find(name) != std::string::npos; });
  });
}

std::string StepList(const std::vector<Step>& steps, const MarkdownRules& rules) {
  std::string list;
  int number = 0;
  for (const Step& step : steps) {
    list += (list.empty() ? "" : "\n") + std::to_string(++number) + ". " + ResolveLinks(step.doing.value, rules);
    while (list.ends_with('\n')) list.pop_back();
    std::string last_context;
    for (const Command& command : step.run) {
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

std::optional<FamilyAdvice> AdviceOf(const Family& family, const LinkedBase& linked) {
  const std::string_view paragraph = AdviceParagraph(family.text.value);
  if (paragraph.empty()) return std::nullopt;
  FamilyAdvice advice;
  advice.text = {std::string(paragraph), family.text.at};
  const Procedure* procedure = FirstProcedureIn(paragraph, linked);
  if (procedure == nullptr) return advice;
  advice.steps = ShortSteps(*procedure);
  if (advice.steps.empty()) return advice;
  advice.procedure = procedure;
  for (const Placeholder& placeholder : procedure->placeholders)
    if (StandsIn(advice.steps, placeholder)) advice.placeholders.push_back(placeholder);
  return advice;
}

std::optional<FamilyAdvice> AdviceFor(const ErrorPage& page, const LinkedBase& linked) {
  if (page.record != nullptr || page.family == nullptr || IsRangeMarker(page.code())) return std::nullopt;
  return AdviceOf(*page.family, linked);
}

std::optional<Section> LookFirstSection(const Family& family, const Addresses& addresses) {
  const std::optional<FamilyAdvice> advice = AdviceOf(family, *addresses.linked);
  if (!advice) return std::nullopt;
  MarkdownRules rules;
  rules.resolve = [&](std::string_view scheme, std::string_view name) { return addresses.Resolve(scheme, name); };
  std::string markdown = ResolveLinks(advice->text.value, rules);
  while (markdown.ends_with('\n')) markdown.pop_back();
  if (advice->procedure != nullptr) {
    const std::string steps = StepList(advice->steps, rules);
    const std::string names = PlaceholderList(advice->placeholders, steps);
    markdown += "\n\n**" + advice->procedure->title.value + "**\n\n" + steps;
    if (!names.empty()) markdown += "\n" + names;
  }
  while (markdown.ends_with('\n')) markdown.pop_back();
  return Section{"look-first", std::string(kFamilyAdviceTitle), std::move(markdown)};
}

Text TextBesideAdvice(const Family& family) {
  Text rest = family.text;
  const std::string_view paragraph = AdviceParagraph(family.text.value);
  if (paragraph.empty()) return rest;
  const std::size_t at = static_cast<std::size_t>(paragraph.data() - family.text.value.data());
  rest.value.erase(at, paragraph.size() + kParagraphEnd.size());
  return rest;
}

}  // namespace errlookup
