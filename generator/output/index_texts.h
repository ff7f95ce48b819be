// Texts that stand in the index but not in errors/<slug>.md: what the site shows with other means than Markdown.
#ifndef GENERATOR_OUTPUT_INDEX_TEXTS_H_
#define GENERATOR_OUTPUT_INDEX_TEXTS_H_

#include <optional>
#include <vector>

#include "generator/render/link.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// The section "placeholders" of a page: what to put for each <Name> in its commands, if there are any.
//
//   - `<PolicyName>`: Quick mode policy name, for example `Branch-QM`
std::optional<Section> PlaceholderSection(const ErrorPage& page, const std::vector<Section>& sections, const LinkedBase& linked);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_INDEX_TEXTS_H_
