// Stands in for lexicon.cc: 15 KB of words of other languages and of synonyms, which come with lookup.wasm.
#include "lookup/text/lexicon.h"

namespace errlookup {

std::vector<std::string_view> TranslateWord(std::string_view) { return {}; }
bool IsTerm(std::string_view) { return false; }
std::vector<std::string_view> TranslatePaired(std::string_view) { return {}; }
std::vector<std::string_view> SynonymsOf(std::string_view) { return {}; }
std::vector<std::string_view> SynonymsOfPair(std::string_view, std::string_view) { return {}; }

}  // namespace errlookup
