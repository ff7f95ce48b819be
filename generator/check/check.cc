#include "generator/check/check.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "generator/check/rules.h"

namespace errlookup {
namespace {

constexpr decltype(&CheckCodes) kRuleGroups[] = {
    CheckCodes,    CheckReferences, CheckEvidence, CheckPlaceholders, CheckCommands,
    CheckMarkdown, CheckMaps,       CheckNames,    CheckSimilarity,
};

void FillCommand(Command& command, const CommandGrammar& grammar) {
  if (!command.shell.empty() && command.elevated.has_value()) return;
  const CommandFindings findings = grammar.Check(command.line.value);
  if (command.shell.empty()) command.shell = findings.shell;
  if (!command.elevated && findings.elevation != Elevation::kDepends)
    command.elevated = findings.elevation == Elevation::kRequired;
}

}  // namespace

Problems CheckKnowledgeBase(const KnowledgeBase& base, const CommandGrammar& grammar) {
  const Facts facts(base, grammar);
  Problems problems;
  for (const auto check : kRuleGroups) check(facts, problems);
  return problems;
}

void FillCommands(KnowledgeBase& base, const CommandGrammar& grammar) {
  const auto fill = [&](std::vector<Command>& run) {
    for (Command& command : run) FillCommand(command, grammar);
  };
  for (Record& record : base.records) {
    fill(record.quick_run);
    for (Cause& cause : record.causes)
      if (cause.check) fill(cause.check->run);
    for (Fix& fix : record.fixes)
      for (Step& step : fix.steps) fill(step.run);
    for (Prevention& prevention : record.prevention) fill(prevention.run);
  }
  for (Procedure& procedure : base.procedures)
    for (Step& step : procedure.steps) fill(step.run);
}

Result<ReadOutcome> ReadAndCheck(const std::filesystem::path& data) {
  Result<ReadOutcome> outcome = ReadKnowledgeBase(data);
  if (!outcome.ok()) return outcome;
  // What could not be read may be what a source is there for.
  const bool is_whole = !HasErrors(outcome->problems);
  CommandGrammar grammar;
  const auto append = [&](Problems more) {
    outcome->problems.insert(outcome->problems.end(), std::make_move_iterator(more.begin()),
                             std::make_move_iterator(more.end()));
  };
  append(grammar.Load(data));
  append(CheckKnowledgeBase(outcome->knowledge_base, grammar));
  if (!is_whole)
    std::erase_if(outcome->problems, [](const Problem& problem) { return problem.rule == "source-unused"; });
  FillCommands(outcome->knowledge_base, grammar);
  std::stable_sort(outcome->problems.begin(), outcome->problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column);
  });
  return outcome;
}

bool HasErrors(const Problems& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& problem) { return problem.severity == Severity::kError; });
}

}  // namespace errlookup
