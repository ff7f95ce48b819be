#include "lookup/cli/answer_part.h"

#include <algorithm>

namespace errlookup {
namespace {

const Reading* FindKnown(const std::vector<Reading>& readings, const Reading& wanted) {
  for (const Reading& reading : readings)
    if (reading.space == wanted.space && reading.value == wanted.value && reading.is_known()) return &reading;
  return nullptr;
}

}  // namespace

std::vector<PlacedMatch> MatchesOf(std::span<const AnswerPart> parts, std::size_t limit) {
  std::vector<PlacedMatch> placed;
  struct Waiting {
    std::size_t turn;
    PlacedMatch match;
  };
  std::vector<Waiting> suggestions;
  for (const AnswerPart& part : parts) {
    std::size_t turn = 0;
    for (const Match& match : part.answer.matches) {
      if (match.is_confident || parts.size() == 1) placed.push_back({&part, &match});
      else suggestions.push_back({turn++, {&part, &match}});
    }
  }
  std::stable_sort(suggestions.begin(), suggestions.end(), [](const Waiting& a, const Waiting& b) { return a.turn < b.turn; });
  for (const Waiting& waiting : suggestions) placed.push_back(waiting.match);
  if (placed.size() > limit) placed.resize(limit);
  return placed;
}

std::vector<PlacedReading> ReadingsOf(std::span<const AnswerPart> parts) {
  std::vector<PlacedReading> placed;
  if (parts.empty()) return placed;
  for (const Reading& reading : parts.back().answer.readings) placed.push_back({&parts.back(), &reading});
  for (PlacedReading& at : placed) {
    for (const AnswerPart& part : parts) {
      const Reading* known = at.reading->is_known() ? nullptr : FindKnown(part.answer.readings, *at.reading);
      if (known != nullptr) at = {&part, known};
    }
  }
  return placed;
}

}  // namespace errlookup
