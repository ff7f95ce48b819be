// Maps: each kind has its parts, its steps hang together, and every code has a place.
#include <algorithm>
#include <map>
#include <set>

#include "generator/check/rules.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

class MapChecker {
 public:
  MapChecker(const Map& map, Problems& problems) : map_(map), problems_(problems) {}

  void Check() {
    for (const MapStep& step : map_.steps) AddId(step.id, step.at, "step", steps_);
    for (const MapLane& lane : map_.lanes) AddId(lane.id, lane.at, "lane", lanes_);
    if (map_.kind == "exchange")
      CheckExchange();
    else if (!map_.lanes.empty())
      Error(map_.kind_at, "map-lanes", "only an exchange has lanes, and this is a map of kind \"" + map_.kind + "\"",
            "remove \"lanes\", or change the kind");
    if (map_.kind != "states" && !map_.moves.empty())
      Error(map_.kind_at, "map-moves", "only a map of states has moves",
            "remove \"moves\": the order of the steps says it");
    for (const MapMove& move : map_.moves)
      for (const Text* end : {&move.from, &move.to}) Find(end->value, steps_, "step", end->at);
    CheckConnected();
  }

 private:
  void Error(const Location& at, std::string rule, std::string reason, std::string mend) {
    AddError(problems_, at, std::move(rule), std::move(reason), std::move(mend));
  }

  void AddId(const std::string& id, const Location& at, const std::string& kind, std::vector<std::string>& ids) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end())
      Error(at, "id-twice", "a second " + kind + " has the id \"" + id + "\"", "give it an id of its own");
    ids.push_back(id);
  }

  void Find(const std::string& id, const std::vector<std::string>& ids, const std::string& kind, const Location& at) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
      Error(at, "map-" + kind + "-unknown", "the map has no " + kind + " \"" + id + "\"",
            DidYouMean(id, ids, "use " + JoinNames(ids)));
  }

  void CheckExchange() {
    if (map_.lanes.empty()) Error(map_.kind_at, "map-lanes", "an exchange needs \"lanes\"", "add two or three");
    for (const MapStep& step : map_.steps) {
      const bool is_message = !step.from.empty() || !step.to.empty();
      if (is_message == !step.at_lane.empty())
        Error(step.at, "map-step-lanes", "a step of an exchange has either \"from\" and \"to\", or \"at\"",
              is_message ? "remove one of the two" : "add one of the two");
      for (const std::string* lane : {&step.from, &step.to, &step.at_lane})
        if (!lane->empty()) Find(*lane, lanes_, "lane", step.at);
      if (is_message && step.from == step.to)
        Error(step.at, "map-step-lanes", "a message cannot go from a lane to itself",
              "use \"at\" for work inside one lane");
    }
  }

  // In a map of states, a step without any move hangs in the air.
  void CheckConnected() {
    if (map_.kind != "states" || map_.steps.size() < 2) return;
    for (const MapStep& step : map_.steps) {
      const bool is_connected = std::any_of(map_.moves.begin(), map_.moves.end(), [&](const MapMove& move) {
        return move.from.value == step.id || move.to.value == step.id;
      });
      if (!is_connected)
        AddWarning(problems_, step.at, "map-step-alone", "no move leads to or from the step \"" + step.id + "\"",
                   "add one to \"moves\"");
    }
  }

  const Map& map_;
  Problems& problems_;
  std::vector<std::string> steps_, lanes_;
};

// Names that only bound a range have their own name as message; no call returns them.
bool IsRangeMarker(const CatalogCode& code) { return code.message == code.symbol; }

}  // namespace

void CheckMaps(const Facts& facts, Problems& problems) {
  std::set<std::string, std::less<>> placed;
  for (const Map& map : facts.base().maps) {
    MapChecker(map, problems).Check();
    for (const MapStep& step : map.steps)
      for (const Text& code : step.codes) placed.insert(code.value);
  }
  if (facts.base().maps.empty()) return;
  std::map<std::string, std::vector<const CatalogCode*>> missing;
  for (const CatalogCode& code : facts.base().codes)
    if (!placed.contains(code.symbol) && !IsRangeMarker(code)) missing[code.family].push_back(&code);
  for (const auto& [family, codes] : missing) {
    std::vector<std::string> some;
    for (std::size_t i = 0; i < codes.size() && i < 5; ++i) some.push_back(codes[i]->symbol);
    AddError(problems, codes[0]->at, "code-without-step",
             std::to_string(codes.size()) + " codes of the family " + family +
                 " stand at no step of a map: " + JoinNames(some, ", ") + (codes.size() > 5 ? " ..." : ""),
             "add each to the \"codes\" of the step where it arises");
  }
}

}  // namespace errlookup
