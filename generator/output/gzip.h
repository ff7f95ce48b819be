// gzip (RFC 1952), as DecompressionStream("gzip") in a browser reads it.
#ifndef GENERATOR_OUTPUT_GZIP_H_
#define GENERATOR_OUTPUT_GZIP_H_

#include <string>
#include <string_view>

namespace errlookup {

// Packs as small as zlib can. No name and no time inside: the same bytes each time, for one version of zlib.
std::string Gzip(std::string_view bytes);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_GZIP_H_
