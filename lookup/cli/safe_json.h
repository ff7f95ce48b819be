// JSON that may go to a terminal.
#ifndef LOOKUP_CLI_SAFE_JSON_H_
#define LOOKUP_CLI_SAFE_JSON_H_

#include <string>
#include <string_view>

namespace errlookup {

// JSON has controls of ASCII escaped. Others that a terminal may obey, and marks that turn text around, are valid
// in JSON as they are; here they are escaped too, because people look at JSON in terminals.
std::string SafeJson(std::string_view json);

}  // namespace errlookup

#endif  // LOOKUP_CLI_SAFE_JSON_H_
