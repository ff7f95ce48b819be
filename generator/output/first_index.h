// The index that the site loads first, as plain text (lookup/wasm/first/ reads it): codes with their names, messages
// and titles, of few enough codes that the words to search by can be found in the browser.
//
// Lines, each ended by a newline:
//   - one for each entry, in the order of an error index: how much larger its value is than the one before, in decimal;
//     then, if it differs from the one before, its space as a letter ('a' is the first of enum Space); "*" if it marks
//     a range; "-" if it has no page, "=7" if it is one more code of page 7, nothing if it begins the next page;
//     "!" if it is its page's own code and not the first of the page
//   - an empty line
//   - the symbol of each entry; the older names of each entry, with a space between them; the message of each entry
//   - the title of each page, empty without a record
//
// Two entries, ERROR_IN_USE (win32 13002) with the page "In use" and S_OK (hresult 0) without one:
//
//   0b-⏎13002a⏎⏎S_OK⏎ERROR_IN_USE⏎⏎⏎⏎It is in use.⏎In use⏎
#ifndef GENERATOR_OUTPUT_FIRST_INDEX_H_
#define GENERATOR_OUTPUT_FIRST_INDEX_H_

#include <string>

#include "generator/index/index_input.h"
#include "lookup/base/result.h"

namespace errlookup {

// Pages are numbered in the order of their first entries. Fails with kInvalidArgument if a text has a line break, or the
// address of a page is not made from its own code.
Result<std::string> WriteFirstIndex(const IndexInput& input);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_FIRST_INDEX_H_
