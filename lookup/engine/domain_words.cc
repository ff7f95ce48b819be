#include "lookup/engine/domain_words.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "lookup/text/tokenizer.h"

namespace errlookup {
namespace {

constexpr std::size_t kMostBytes = 16 * 1024;

// Folded, ordered by bytes.
constexpr std::string_view kDomainWords[] = {
    "ah",        "authip",     "bfe",      "charon",   "dosp",      "esp",         "fwp",       "fwpm",      "ike",
    "ikeext",    "ikev1",      "ikev2",    "ipsec",    "isakmp",    "l2tp",        "libreswan", "mschapv2",  "oakley",
    "openswan",  "policyagent", "pptp",    "ras",      "rasclient", "rasdial",     "rasman",    "remoteaccess", "rras",
    "sstp",      "strongswan", "tunnel",   "vpn",      "wfp",
};
static_assert(std::is_sorted(std::begin(kDomainWords), std::end(kDomainWords)));

}  // namespace

bool SpeaksOfIpsec(std::string_view text) {
  for (const std::string& word : Tokenize(text.substr(0, kMostBytes)))
    if (std::binary_search(std::begin(kDomainWords), std::end(kDomainWords), std::string_view(word))) return true;
  return false;
}

}  // namespace errlookup
