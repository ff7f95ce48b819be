// What to try next, for somebody whose call led nowhere. Sentences without an end mark, safe for a terminal; empty
// when there is nothing to say.
#ifndef LOOKUP_CLI_HINTS_H_
#define LOOKUP_CLI_HINTS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/cli/answer_part.h"

namespace errlookup {

// "to look for codes in the file: errlookup scan vpn.log", if the words of the query are the name of a file or
// folder, or a slip of "scan" and such a name.
std::string ScanHint(const std::vector<std::string>& words);

// "--space ntstatus left out 809 (ras, win32)", if "parts", what is found without that option, has a sure answer.
std::string SpaceHint(Space space, std::span<const AnswerPart> parts);

// The name that "name" begins, else the nearest one if it is near.
std::string NearestName(std::string_view name, std::span<const std::string> names);

}  // namespace errlookup

#endif  // LOOKUP_CLI_HINTS_H_
