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

// The part of "input" that the site loads first (first_index.h): the codes of this knowledge base, their names and
// messages, and the titles of their pages. And the other Windows
// names that one of ours could be taken for, so that a page that this index is sure of is the one that the whole index
// is sure of: codes of the same digits (628 is 0x274, and 274 another code) and names that differ in their prefix only
// (FWP_E_NOT_FOUND, ERROR_NOT_FOUND).
IndexInput OwnCodes(const IndexInput& input);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_INDEX_CONTENT_H_
