// Finds the general codes of Windows that the texts of our pages name: who looks up CRYPT_E_REVOKED learns that the page
// of 13817 speaks of it.
#ifndef GENERATOR_OUTPUT_MENTIONS_H_
#define GENERATOR_OUTPUT_MENTIONS_H_

#include <string>
#include <vector>

#include "generator/index/index_input.h"
#include "generator/record/model.h"

namespace errlookup {

// Of every page, the names of "windows_names" in its sections, and the numbers that are clearly meant as codes: in
// hexadecimal, or announced ("error 87"), as errlookup reads a text. A code that wraps another (0x80070005) stands for
// both. The sections "codes" and "sources" mention nothing: numbers there are spellings and titles.
std::vector<MentionInput> FindMentions(const std::vector<PageInput>& pages, const std::vector<WindowsName>& windows_names);

// For the search box, whose index has no mentions: the slugs of the pages of each code, as an object of JavaScript.
// An HRESULT that wraps a Win32 code also has the pages of that.
//
//   {"hresult 2148081680":["13801","13817"],"win32 5":["13023"]}
std::string MentionsAsJson(const IndexInput& input);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_MENTIONS_H_
