// Unpacks gzip (RFC 1952) that comes in blocks, with any number of members, as rotated logs have.
#ifndef LOOKUP_SCAN_GZIP_READER_H_
#define LOOKUP_SCAN_GZIP_READER_H_

#include <functional>
#include <memory>
#include <string_view>

#include "lookup/base/result.h"

namespace errlookup {

// Whether an input begins as gzip does.
bool IsGzip(std::string_view start);

class GzipReader {
 public:
  // "take" gets the unpacked text, at most 256 KiB at a time, however much a hostile input grows.
  explicit GzipReader(std::function<void(std::string_view)> take);
  ~GzipReader();
  GzipReader(const GzipReader&) = delete;
  GzipReader& operator=(const GzipReader&) = delete;

  // Fails with kCorrupt when the bytes are damaged; what came before has been given to "take". Bytes behind the
  // last member that are no gzip are left out, as the gzip program does.
  Status Feed(std::string_view block);
  // Fails with kCorrupt when the input ends in the middle of a member.
  Status Finish();

 private:
  struct Stream;

  Status Unpack(std::string_view block);

  std::function<void(std::string_view)> take_;
  std::unique_ptr<Stream> stream_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_GZIP_READER_H_
