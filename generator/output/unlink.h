// Takes links out of Markdown and leaves their text: an overlay has no pages to link to.
//
//   "see [A](x)[B](y)." without links to "y" is "see [A](x)B."
#ifndef GENERATOR_OUTPUT_UNLINK_H_
#define GENERATOR_OUTPUT_UNLINK_H_

#include <string>
#include <string_view>

namespace errlookup {

// Without the inline links to exactly "address". Their text may hold brackets in pairs, or behind a backslash.
std::string Unlink(std::string_view markdown, std::string_view address);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_UNLINK_H_
