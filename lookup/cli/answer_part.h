// Several answers to one query, each from an index of its own: what a company says of an error, and what this
// knowledge base says of it.
#ifndef LOOKUP_CLI_ANSWER_PART_H_
#define LOOKUP_CLI_ANSWER_PART_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "lookup/engine/engine.h"

namespace errlookup {

// What one index says. The index must outlive the part.
struct AnswerPart {
  const IndexReader* index = nullptr;
  std::string origin;  // who speaks: "Acme network team"; empty: this knowledge base
  Answer answer;
};

// A match or reading with the index that its ids belong to. Views of parts, which must outlive them.
struct PlacedMatch {
  const AnswerPart* part = nullptr;
  const Match* match = nullptr;
};
struct PlacedReading {
  const AnswerPart* part = nullptr;
  const Reading* reading = nullptr;
};

// The confident matches, part by part, then the suggestions in turn: the first of each part, the second of each part;
// scores of different indexes cannot be compared. At most "limit". A part that is alone keeps its order.
std::vector<PlacedMatch> MatchesOf(std::span<const AnswerPart> parts, std::size_t limit);

// The readings of the last part. Where it has no name for one and another part has, that part's stands instead.
std::vector<PlacedReading> ReadingsOf(std::span<const AnswerPart> parts);

}  // namespace errlookup

#endif  // LOOKUP_CLI_ANSWER_PART_H_
