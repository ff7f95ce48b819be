// Does a text speak of IPsec, VPN connections or the filtering platform? Numbers and short messages that could
// come from anywhere are believed only then.
#ifndef LOOKUP_ENGINE_DOMAIN_WORDS_H_
#define LOOKUP_ENGINE_DOMAIN_WORDS_H_

#include <string_view>

namespace errlookup {

bool SpeaksOfIpsec(std::string_view text);

// Does it speak of a program whose own error numbers and messages look like ours: "ORA-13837", "MySQL error
// 1045", "Xbox error 789"?
bool SpeaksOfOtherProgram(std::string_view text);

// Does it speak of things that have numbers: orders, ports, houses?
bool SpeaksOfOtherNumbers(std::string_view text);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_DOMAIN_WORDS_H_
