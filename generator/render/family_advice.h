// What helps with every code of a family: what a code without a record shows first, on its page, in errors/<slug>.md and
// in the index.
#ifndef GENERATOR_RENDER_FAMILY_ADVICE_H_
#define GENERATOR_RENDER_FAMILY_ADVICE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/render/addresses.h"
#include "generator/render/link.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

inline constexpr std::string_view kFamilyAdviceTitle = "What helps with every code of this family";

struct FamilyAdvice {
  Text text;                             // the paragraph of families.json that begins with "**Look first**"
  const Procedure* procedure = nullptr;  // the first that the paragraph links to and that has commands, or null
  std::vector<Step> steps;               // its steps from the first with a command to the last, in one sentence each
  std::vector<Placeholder> placeholders; // of the procedure, those that stand in these steps
};

// Nothing when the family has no such paragraph.
std::optional<FamilyAdvice> AdviceOf(const Family& family, const LinkedBase& linked);

// Nothing for a page with a record and for the edge of a range, which is never returned.
std::optional<FamilyAdvice> AdviceFor(const ErrorPage& page, const LinkedBase& linked);

// The advice as the section "look-first" of a page in Markdown. Nothing without advice.
std::optional<Section> LookFirstSection(const Family& family, const Addresses& addresses);

// The text of the family without the paragraph of the advice.
Text TextBesideAdvice(const Family& family);

// A list of those of "placeholders" that stand in "text", each once, or nothing.
//
//   - `<PolicyName>`: Quick mode policy name, for example `Branch-QM`
std::string PlaceholderList(const std::vector<Placeholder>& placeholders, std::string_view text);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_FAMILY_ADVICE_H_
