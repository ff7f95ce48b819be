// One line for each code, two on a narrow terminal: --brief and `errlookup list`.
#ifndef LOOKUP_CLI_ANSWER_LINES_H_
#define LOOKUP_CLI_ANSWER_LINES_H_

#include <optional>
#include <string>
#include <string_view>

#include "lookup/cli/style.h"
#include "lookup/engine/engine.h"

namespace errlookup {

// How wide a line may be: cut to the terminal, whole in a pipe.
struct LineLayout {
  std::optional<int> width;
  Colors colors = Colors::kOff;
};

// "13023  ERROR_IPSEC_QM_POLICY_PENDING_DELETION  summary, else message": the confident matches, and every
// reading of an ambiguous code, with its space before the meaning. Where less than some 24 columns are left for the
// meaning, it has a line of its own, indented by 4. "origin" names who says it, if that is not this knowledge base.
std::string BriefLines(const IndexReader& index, const Answer& answer, const LineLayout& layout,
                       std::string_view origin = {});

// Every code of this knowledge base under the heading of its family; "family" (an id) leaves out the others.
// Empty if there is no such family.
std::string CodeList(const IndexReader& index, std::string_view family, const LineLayout& layout);

// "policy-store, ike, …": the families that there are, in the order of their first page.
std::string FamilyNames(const IndexReader& index);

}  // namespace errlookup

#endif  // LOOKUP_CLI_ANSWER_LINES_H_
