// Ids: that what they name exists, and that nothing has the id of another.
#include <algorithm>
#include <map>
#include <set>

#include "generator/check/rules.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

// Reports the second thing of a kind with the same id.
class UniqueIds {
 public:
  UniqueIds(std::string kind, Problems& problems) : kind_(std::move(kind)), problems_(problems) {}
  void Add(const std::string& id, const Location& at) {
    const auto [first, is_new] = lines_.try_emplace(id, at.line);
    if (!is_new)
      AddError(
          problems_, at, "id-twice",
          "a second " + kind_ + " has the id \"" + id + "\"; the first is in line " + std::to_string(first->second),
          "give it an id of its own");
  }
  bool contains(std::string_view id) const { return lines_.contains(id); }
  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const auto& [id, line] : lines_) ids.push_back(id);
    return ids;
  }

 private:
  std::string kind_;
  Problems& problems_;
  std::map<std::string, int, std::less<>> lines_;
};

class ReferenceChecker {
 public:
  ReferenceChecker(const Facts& facts, Problems& problems) : facts_(facts), base_(facts.base()), problems_(problems) {}

  void Check() {
    CheckLists();
    for (const Record& record : base_.records) CheckRecord(record);
    for (const Procedure& procedure : base_.procedures) UseSources(procedure.sources);
    for (const Map& map : base_.maps) UseSources(map.sources);
    for (const Event& event : base_.events) UseSource(event.source);
    for (const Source& source : base_.sources)
      if (!used_sources_.contains(source.id))
        AddWarning(problems_, source.at, "source-unused", "nothing rests on the source \"" + source.id + "\"",
                   "name it where it belongs, or remove it");
  }

 private:
  void CheckLists() {
    UniqueIds sources("source", problems_), terms("term", problems_), events("event", problems_),
        families("family", problems_);
    for (const Source& source : base_.sources) sources.Add(source.id, source.at);
    for (const Term& term : base_.terms) terms.Add(term.id, term.at);
    for (const Event& event : base_.events) events.Add(std::to_string(event.id), event.at);
    for (const Family& family : base_.families) families.Add(family.id, family.at);
    if (base_.families.empty()) return;
    std::set<std::string> missing;
    for (const CatalogCode& code : base_.codes)
      if (!families.contains(code.family) && missing.insert(code.family).second)
        AddError(problems_, code.at, "family-unknown", "families.json has no family \"" + code.family + "\"",
                 "add it there");
  }

  void UseSource(const Text& id) {
    used_sources_.insert(id.value);
    if (!id.empty() && facts_.FindSource(id.value) == nullptr)
      AddError(problems_, id.at, "source-unknown", "sources.json has no \"" + id.value + "\"",
               DidYouMean(id.value, facts_.source_ids(), "add the source there"));
  }
  void UseSources(const std::vector<Text>& ids) {
    for (const Text& id : ids) UseSource(id);
  }

  void CheckProcedure(const Text& id) {
    if (!id.empty() && facts_.FindProcedure(id.value) == nullptr)
      AddError(problems_, id.at, "procedure-unknown", "there is no procedure \"" + id.value + "\"",
               DidYouMean(id.value, facts_.procedure_ids(), "write procedures/" + id.value + ".json, or name another"));
  }

  void CheckRecord(const Record& record) {
    UseSources(record.sources);
    if (record.where) CheckWhere(record, *record.where);
    UniqueIds causes("cause", problems_), fixes("fix", problems_);
    for (const Cause& cause : record.causes) {
      causes.Add(cause.id, cause.at);
      UseSources(cause.sources);
      if (cause.check) CheckProcedure(cause.check->procedure);
    }
    for (const Fix& fix : record.fixes) {
      fixes.Add(fix.id, fix.at);
      UseSources(fix.sources);
      CheckProcedure(fix.procedure);
      for (const Text& cause : fix.causes)
        if (!causes.contains(cause.value))
          AddError(problems_, cause.at, "cause-unknown", "the record has no cause \"" + cause.value + "\"",
                   causes.ids().empty() ? "the record has no \"causes\" at all: see whether that field is there and rightly spelt"
                                        : DidYouMean(cause.value, causes.ids(), "its causes are " + JoinNames(causes.ids(), " and ")));
    }
    for (const Appearance& appearance : record.appears_in)
      if (appearance.kind == "event") CheckEvent(appearance.name);
  }

  void CheckWhere(const Record& record, const Where& where) {
    const Map* const map = facts_.FindMap(where.map.value);
    if (map == nullptr) {
      AddError(problems_, where.map.at, "map-unknown", "there is no map \"" + where.map.value + "\"",
               DidYouMean(where.map.value, facts_.map_ids(), "the maps are " + JoinNames(facts_.map_ids(), " and ")));
      return;
    }
    std::vector<std::string> steps;
    for (const MapStep& step : map->steps) steps.push_back(step.id);
    if (std::find(steps.begin(), steps.end(), where.step.value) == steps.end())
      AddError(problems_, where.step.at, "map-step-unknown",
               "the map \"" + map->id + "\" has no step \"" + where.step.value + "\"",
               DidYouMean(where.step.value, steps, "its steps are " + JoinNames(steps, " and ")));
    else if (IsFirstPlace(*map, where.step.value, record))
      AddWarning(problems_, where.map.at, "where-needless", "the map gives the code this step already",
                 "leave \"where\" out");
  }

  // Whether the code of the record stands first at this very step, in the order of maps and steps.
  bool IsFirstPlace(const Map& map, const std::string& step_id, const Record& record) const {
    for (const Map& candidate : base_.maps)
      for (const MapStep& step : candidate.steps)
        for (const Text& code : step.codes)
          if (!record.codes.empty() && code.value == record.codes[0].value)
            return &candidate == &map && step.id == step_id;
    return false;
  }

  void CheckEvent(const Text& name) {
    const bool is_known = std::any_of(base_.events.begin(), base_.events.end(),
                                      [&](const Event& event) { return std::to_string(event.id) == name.value; });
    if (!is_known)
      AddError(problems_, name.at, "event-unknown", "events.json has no event \"" + name.value + "\"",
               "the name of an event is its number alone; add the event there with its source");
  }

  const Facts& facts_;
  const KnowledgeBase& base_;
  Problems& problems_;
  std::set<std::string, std::less<>> used_sources_;
};

}  // namespace

void CheckReferences(const Facts& facts, Problems& problems) { ReferenceChecker(facts, problems).Check(); }

}  // namespace errlookup
