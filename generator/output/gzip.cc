#include "generator/output/gzip.h"

#include <cassert>

#include <zlib.h>

namespace errlookup {

std::string Gzip(std::string_view bytes) {
  constexpr int kGzipFormat = 16 + 15;  // with the largest window
  constexpr int kMostMemory = 9;
  z_stream stream = {};
  [[maybe_unused]] int status = deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipFormat, kMostMemory, Z_DEFAULT_STRATEGY);
  assert(status == Z_OK);  // fails only without memory
  std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  status = deflate(&stream, Z_FINISH);
  assert(status == Z_STREAM_END);  // deflateBound says how much it takes at most
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace errlookup
