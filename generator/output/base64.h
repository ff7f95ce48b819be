// Base64 (RFC 4648), as atob() in a browser reads it.
#ifndef GENERATOR_OUTPUT_BASE64_H_
#define GENERATOR_OUTPUT_BASE64_H_

#include <string>
#include <string_view>

namespace errlookup {

std::string Base64(std::string_view bytes);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_BASE64_H_
