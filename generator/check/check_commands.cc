// Commands: that they exist and are whole (the grammar), and that their effect fits the place where they stand.
#include <algorithm>
#include <string>

#include "generator/check/rules.h"

namespace errlookup {
namespace {

// The words of "risk", in order of harm.
constexpr std::string_view kRisks[] = {"safe", "interrupts-traffic", "deletes-configuration"};
constexpr std::ptrdiff_t kInterrupts = 1;
constexpr std::ptrdiff_t kDeletes = 2;

std::ptrdiff_t Harm(std::string_view risk) {
  return std::max<std::ptrdiff_t>(0, std::find(std::begin(kRisks), std::end(kRisks), risk) - std::begin(kRisks)) % 3;
}

std::ptrdiff_t HarmOf(const CommandFindings& findings) {
  return findings.destroys_config ? kDeletes : findings.interrupts_traffic ? kInterrupts : 0;
}

void CheckWriterSaid(const Command& command, const CommandFindings& findings, Problems& problems) {
  if (!command.shell.empty() && !findings.shell.empty()) {
    const bool also_runs = findings.shell == "cmd" && command.shell == "powershell";
    if (command.shell == findings.shell)
      AddWarning(problems, command.at, "command-shell-needless", "the grammar knows that this is " + findings.shell,
                 "leave \"shell\" out");
    else if (!also_runs)
      AddError(problems, command.at, "command-shell",
               "this is a command of " + findings.shell + ", not of " + command.shell, "leave \"shell\" out");
  }
  if (command.elevated && findings.elevation != Elevation::kDepends && !findings.paths.empty()) {
    const bool is_needed = findings.elevation == Elevation::kRequired;
    const std::string knows = is_needed ? "needs an elevated prompt" : "needs no elevated prompt";
    if (*command.elevated == is_needed)
      AddWarning(problems, command.at, "command-elevated-needless", "the grammar knows that this " + knows,
                 "leave \"elevated\" out");
    else
      AddError(problems, command.at, "command-elevated", "by the grammar this " + knows,
               "leave \"elevated\" out, or mend the grammar with its source");
  }
}

void CheckOne(const Facts& facts, const Command& command, CommandPlace place, Problems& problems) {
  const CommandFindings findings = facts.grammar().Check(command.line.value);
  for (const CommandProblem& problem : findings.problems)
    problems.push_back(
        {PlaceInText(command.line, problem.offset), problem.severity, problem.rule, problem.reason, problem.mend});
  if (findings.statement_count > 1)
    AddError(problems, command.line.at, "command-several",
             "one line holds " + std::to_string(findings.statement_count) + " commands",
             "write one command a line: the reader must see the result of each");
  CheckWriterSaid(command, findings, problems);
  const std::ptrdiff_t harm = HarmOf(findings);
  if (place == CommandPlace::kQuickAnswer && harm == kDeletes)
    AddError(problems, command.line.at, "quick-answer-deletes", "a command of the quick answer deletes configuration",
             "move it to a fix with an undo");
  if (place == CommandPlace::kCheck && harm > 0)
    AddError(problems, command.line.at, "check-harms",
             "a check only looks, but this command " +
                 std::string(harm == kDeletes ? "deletes configuration" : "interrupts traffic"),
             "find a command that only shows, or make it a fix");
  if (place == CommandPlace::kPrevention && harm == kDeletes)
    AddError(problems, command.line.at, "prevention-deletes", "a command of the prevention deletes configuration",
             "move it to a fix with an undo");
}

// The worst that the commands of "steps" do, and which one does it.
struct Worst {
  std::ptrdiff_t harm = 0;
  std::string line;
};
Worst WorstOf(const Facts& facts, const std::vector<Step>& steps) {
  Worst worst;
  for (const Step& step : steps)
    for (const Command& command : step.run)
      if (const std::ptrdiff_t harm = HarmOf(facts.grammar().Check(command.line.value)); harm > worst.harm)
        worst = {harm, command.line.value};
  return worst;
}

void CheckRisk(const std::string& risk, const Location& at, const Worst& worst, Problems& problems) {
  if (worst.harm > Harm(risk))
    AddError(problems, at, "risk-too-low",
             "the risk is \"" + risk + "\", but \"" + worst.line + "\" " +
                 (worst.harm == kDeletes ? "deletes configuration" : "interrupts traffic"),
             "set \"risk\" to \"" + std::string(kRisks[worst.harm]) + "\"");
}

void CheckFix(const Facts& facts, const Fix& fix, bool is_first, Problems& problems) {
  const Procedure* const procedure = facts.FindProcedure(fix.procedure.value);
  const std::string& risk = fix.risk.empty() && procedure != nullptr ? procedure->risk : fix.risk;
  const Location& at = fix.risk.empty() ? fix.at : fix.risk_at;
  CheckRisk(risk, at, WorstOf(facts, fix.steps), problems);
  if (procedure != nullptr && !fix.risk.empty() && Harm(fix.risk) < Harm(procedure->risk))
    AddError(problems, at, "risk-too-low",
             "the risk of the procedure \"" + procedure->id + "\" is \"" + procedure->risk + "\"",
             "leave \"risk\" out: it is taken from there");
  if (Harm(risk) != kDeletes) return;
  if (is_first)
    AddError(problems, at, "fix-first-deletes", "the first fix deletes configuration",
             "put a fix that deletes nothing before it, if only: look, and wait");
  if (fix.undo.empty() && (procedure == nullptr || procedure->undo.empty()))
    AddError(problems, at, "undo-missing", "a fix that deletes configuration has no \"undo\"",
             "say how to go back, usually: export first, import again");
}

}  // namespace

void CheckCommands(const Facts& facts, Problems& problems) {
  ForEachCommand(facts.base(),
                 [&](const Command& command, CommandPlace place) { CheckOne(facts, command, place, problems); });
  for (const Record& record : facts.base().records) {
    for (std::size_t i = 0; i < record.fixes.size(); ++i) CheckFix(facts, record.fixes[i], i == 0, problems);
    for (const Cause& cause : record.causes) {
      const Procedure* const procedure = cause.check ? facts.FindProcedure(cause.check->procedure.value) : nullptr;
      if (procedure != nullptr && Harm(procedure->risk) == kDeletes)
        AddError(problems, cause.check->procedure.at, "check-harms",
                 "a check only looks, but the procedure \"" + procedure->id + "\" deletes configuration",
                 "name a procedure that only shows, or make it a fix");
    }
  }
  for (const Procedure& procedure : facts.base().procedures) {
    CheckRisk(procedure.risk, procedure.risk_at, WorstOf(facts, procedure.steps), problems);
    if (Harm(procedure.risk) == kDeletes && procedure.undo.empty())
      AddError(problems, procedure.risk_at, "undo-missing", "a procedure that deletes configuration has no \"undo\"",
               "say how to go back");
  }
}

}  // namespace errlookup
