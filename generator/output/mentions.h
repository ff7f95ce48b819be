// Finds the general codes of Windows that the texts of our pages name: who looks up CRYPT_E_REVOKED learns that the page
// of 13817 speaks of it.
#ifndef GENERATOR_OUTPUT_MENTIONS_H_
#define GENERATOR_OUTPUT_MENTIONS_H_

#include <vector>

#include "generator/index/index_input.h"
#include "generator/record/model.h"

namespace errlookup {

// Of every page, the names of "windows_names" in its sections, and the numbers that are clearly meant as codes: in
// hexadecimal, or announced ("error 87"), as errlookup reads a text. A code that wraps another (0x80070005) stands for
// both. The sections "codes" and "sources" mention nothing: numbers there are spellings and titles.
std::vector<MentionInput> FindMentions(const std::vector<PageInput>& pages, const std::vector<WindowsName>& windows_names);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_MENTIONS_H_
