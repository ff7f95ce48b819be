// "IkeInvalidHashAlg": names as programs in C#, Java or Go write them.
#ifndef LOOKUP_ENGINE_CAMEL_CASE_H_
#define LOOKUP_ENGINE_CAMEL_CASE_H_

#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// The parts of an ASCII word, in lower case: "IkePeerCRLFailed" -> ike, peer, crl, failed; "IPsecSaContext" -> ipsec,
// sa, context. One part if there is nothing to divide.
std::vector<std::string> CamelParts(std::string_view word);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_CAMEL_CASE_H_
