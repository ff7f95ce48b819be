// The manual page of errlookup, made from the tables that the parser reads.
#ifndef LOOKUP_CLI_MANUAL_H_
#define LOOKUP_CLI_MANUAL_H_

#include <string>

namespace errlookup {

// Roff with the macros of man(7), for section 1.
std::string ManualPage();

}  // namespace errlookup

#endif  // LOOKUP_CLI_MANUAL_H_
