// A new record with everything filled in that the catalogue knows: `kbgen new`.
#ifndef GENERATOR_CHECK_SCAFFOLD_H_
#define GENERATOR_CHECK_SCAFFOLD_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/record/model.h"
#include "lookup/base/result.h"

namespace errlookup {

struct Scaffold {
  std::string path_in_data;  // "records/policy-store/13024.json"
  std::string content;       // canonical; what the writer must say is marked TODO, which the check refuses
  // Symbols whose words of catalog/search-words.tsv stand in "content": their rows must go (WithoutRowsOf, catalog.h).
  std::vector<std::string> moved_search_words;
};

// "code" is a number in decimal or 0x form, or a symbol, also an older one. "today" is YYYY-MM-DD. Fails when the
// catalogue has no such code, when the number belongs to several, or when a record has it already.
Result<Scaffold> MakeScaffold(const KnowledgeBase& base, std::string_view code, std::string_view today);

}  // namespace errlookup

#endif  // GENERATOR_CHECK_SCAFFOLD_H_
