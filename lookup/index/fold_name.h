// How names (symbols and older names) are compared and found. Symbols have no letters beyond ASCII, so nothing
// of Unicode is needed.
#ifndef LOOKUP_INDEX_FOLD_NAME_H_
#define LOOKUP_INDEX_FOLD_NAME_H_

#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// A to Z become a to z; other bytes stay.
std::string FoldName(std::string_view name);

// The words that an entry of this name is sure to be listed under in Field::kSymbol (FORMAT.md, "Postings"):
// its longest runs of ASCII letters and digits, folded, each once. Leaves out what touches a byte beyond ASCII,
// and runs longer than a word of the vocabulary.
std::vector<std::string> NameWords(std::string_view name);

}  // namespace errlookup

#endif  // LOOKUP_INDEX_FOLD_NAME_H_
