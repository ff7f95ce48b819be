// Whether claims carry what their grade promises, records what their status promises, and days exist.
#include <algorithm>

#include "generator/check/rules.h"
#include "generator/record/field_table.h"

namespace errlookup {
namespace {

// A claim that is documented or reported says where.
void CheckGrade(const Facts& facts, const std::string& evidence, const Location& at, const std::vector<Text>& sources,
                Problems& problems) {
  if (evidence == "reasoned" || evidence.empty()) return;
  if (sources.empty()) {
    AddError(problems, at, "evidence-sources", "what is " + evidence + " names its sources",
             "name them in \"sources\", or grade it \"reasoned\"");
    return;
  }
  const bool microsoft_says_so = std::any_of(sources.begin(), sources.end(), [&](const Text& id) {
    const Source* const source = facts.FindSource(id.value);
    return source == nullptr || source->publisher.starts_with("Microsoft");
  });
  if (evidence == "documented" && !microsoft_says_so)
    AddError(problems, at, "evidence-documented",
             "documented means that Microsoft says so; these sources are other people's",
             "grade it \"reported\", or name the page");
}

void CheckStatus(const Record& record, Problems& problems) {
  if (record.status != "checked") return;
  const auto missing = [&](bool is_missing, const std::string& what) {
    if (is_missing)
      AddError(problems, record.at, "checked-incomplete", "a checked record has " + what,
               "add it, or set \"status\" to \"draft\"");
  };
  missing(std::none_of(record.causes.begin(), record.causes.end(),
                       [](const Cause& cause) { return cause.check.has_value(); }),
          "a cause with a check");
  missing(record.prevention.empty(), "prevention");
  missing(!record.for_developers, "retry advice in for_developers");
}

bool DayExists(const std::string& date) {
  const int year = std::stoi(date.substr(0, 4)), month = std::stoi(date.substr(5, 2)),
            day = std::stoi(date.substr(8, 2));
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap_year = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && is_leap_year ? 1 : 0);
}

void CheckDay(const std::string& date, const Location& at, Problems& problems) {
  if (HasForm(date, TextForm::kDate) && !DayExists(date))
    AddError(problems, at, "date", "there is no day " + date, "mend the date");
}

}  // namespace

void CheckEvidence(const Facts& facts, Problems& problems) {
  for (const Record& record : facts.base().records) {
    for (const Cause& cause : record.causes)
      CheckGrade(facts, cause.evidence, cause.evidence_at, cause.sources, problems);
    for (const Fix& fix : record.fixes) CheckGrade(facts, fix.evidence, fix.evidence_at, fix.sources, problems);
    CheckStatus(record, problems);
    CheckDay(record.updated, record.updated_at, problems);
  }
  for (const Procedure& procedure : facts.base().procedures) {
    CheckGrade(facts, procedure.evidence, procedure.evidence_at, procedure.sources, problems);
    CheckDay(procedure.updated, procedure.updated_at, problems);
  }
  for (const Map& map : facts.base().maps) CheckGrade(facts, map.evidence, map.evidence_at, map.sources, problems);
  for (const Source& source : facts.base().sources) CheckDay(source.seen, source.seen_at, problems);
}

}  // namespace errlookup
