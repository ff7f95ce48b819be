// What makes a shell complete the command line of errlookup: sub-commands, options and their values.
#ifndef LOOKUP_CLI_COMPLETIONS_H_
#define LOOKUP_CLI_COMPLETIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "lookup/index/index_reader.h"

namespace errlookup {

// Values that come from the data.
struct IndexNames {
  std::vector<std::string> families;  // in the order of their first page
  std::vector<std::string> sections;  // in the order of the pages
};

// Leaves out what is not made of small letters, digits and dashes: the names become part of a shell script.
IndexNames NamesInIndex(const IndexReader& index);

// A script that the shell ("bash", "zsh", "fish" or "powershell") reads when it starts. Its first lines say
// where to put it. Empty for any other shell.
std::string CompletionScript(std::string_view shell, const IndexNames& names);

}  // namespace errlookup

#endif  // LOOKUP_CLI_COMPLETIONS_H_
