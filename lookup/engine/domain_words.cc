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

constexpr std::string_view kOtherPrograms[] = {
    "adobe", "android", "apache", "aws", "bash", "chrome", "curl", "db2", "discord", "docker", "eslint", "ftp",
    "git", "github", "gradle", "http", "https", "ios", "iphone", "java", "javascript", "jdbc", "json",
    "kubectl", "kubernetes", "laravel", "mariadb", "maven", "minecraft", "mongo", "mongodb", "mysql", "nginx",
    "nintendo", "node", "npm", "oracle", "param", "paypal", "perl", "photoshop", "php", "phpstan", "phpunit",
    "pip", "playstation", "postgres", "postgresql", "psql", "pypi", "python", "redis", "roblox", "rsync",
    "ruby", "sap", "smtp", "sql", "sqlite", "sqlstate", "ssh", "steam", "tomcat", "typescript", "unity",
    "webpack", "wordpress", "xbox", "xcode", "yarn",
};
static_assert(std::is_sorted(std::begin(kOtherPrograms), std::end(kOtherPrograms)));

constexpr std::string_view kOtherNumbers[] = {
    "address", "apartment", "avenue", "bug", "build", "event", "invoice", "issue", "item", "kb", "line", "model", "order",
    "packet", "page", "part", "phone", "pid", "port", "postal", "price", "process", "road", "room", "row", "serial",
    "street", "ticket", "version", "zip",
};
static_assert(std::is_sorted(std::begin(kOtherNumbers), std::end(kOtherNumbers)));

template <typename Table>
bool HasWordOf(const Table& table, std::string_view text) {
  for (const std::string& word : Tokenize(text.substr(0, kMostBytes)))
    if (std::binary_search(std::begin(table), std::end(table), std::string_view(word))) return true;
  return false;
}

}  // namespace

bool SpeaksOfIpsec(std::string_view text) { return HasWordOf(kDomainWords, text); }

bool SpeaksOfOtherProgram(std::string_view text) { return HasWordOf(kOtherPrograms, text); }

bool SpeaksOfOtherNumbers(std::string_view text) { return HasWordOf(kOtherNumbers, text); }

}  // namespace errlookup
