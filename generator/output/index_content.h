// What the index holds of the knowledge base.
#ifndef GENERATOR_OUTPUT_INDEX_CONTENT_H_
#define GENERATOR_OUTPUT_INDEX_CONTENT_H_

#include <string>

#include "generator/index/index_input.h"
#include "generator/render/link.h"

namespace errlookup {

// Every code of the catalogue and every other Windows name; every page with its texts. Links in the texts lead to
// "base_url", or to addresses relative to the site when it is empty.
IndexInput MakeIndexInput(const LinkedBase& linked, const std::string& base_url);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_INDEX_CONTENT_H_
