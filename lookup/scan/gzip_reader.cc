#include "lookup/scan/gzip_reader.h"

#if defined(ERRLOOKUP_ZLIB)
#include <zlib.h>
#endif

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace errlookup {

bool IsGzip(std::string_view start) { return start.starts_with("\x1F\x8B\x08"); }

#if defined(ERRLOOKUP_ZLIB)
namespace {

constexpr std::size_t kOutputSize = 256 * 1024;
constexpr int kGzipOnly = 15 + 16;  // zlib's way to say: the largest window, a gzip header

}  // namespace

struct GzipReader::Stream {
  enum class State { kInMember, kBetweenMembers, kOver };

  z_stream z{};
  bool is_open = false;
  State state = State::kInMember;
  bool has_member = false;  // one has ended
  std::vector<char> output = std::vector<char>(kOutputSize);
};

GzipReader::GzipReader(std::function<void(std::string_view)> take)
    : take_(std::move(take)), stream_(std::make_unique<Stream>()) {
  stream_->is_open = inflateInit2(&stream_->z, kGzipOnly) == Z_OK;
}

GzipReader::~GzipReader() {
  if (stream_->is_open) inflateEnd(&stream_->z);
}

Status GzipReader::Feed(std::string_view block) {
  if (!stream_->is_open) return Fail(ErrorCode::kLimit, "there is not enough memory to unpack it");
  constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
  while (!block.empty()) {
    const std::size_t size = std::min(block.size(), kMost);
    if (Status status = Unpack(block.substr(0, size)); !status.ok()) return status;
    block.remove_prefix(size);
  }
  return Done();
}

Status GzipReader::Unpack(std::string_view block) {
  Stream& stream = *stream_;
  z_stream& z = stream.z;
  // zlib does not write to its input.
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(block.data()));
  z.avail_in = static_cast<uInt>(block.size());
  while (stream.state != Stream::State::kOver) {
    if (stream.state == Stream::State::kBetweenMembers) {
      if (z.avail_in == 0) return Done();
      if (*z.next_in != 0x1F) {
        stream.state = Stream::State::kOver;
        return Done();
      }
      inflateReset(&z);
      stream.state = Stream::State::kInMember;
    }
    z.next_out = reinterpret_cast<Bytef*>(stream.output.data());
    z.avail_out = static_cast<uInt>(stream.output.size());
    const int result = inflate(&z, Z_NO_FLUSH);
    const std::size_t size = stream.output.size() - z.avail_out;
    if (size > 0) take_({stream.output.data(), size});
    if (result == Z_STREAM_END) {
      stream.state = Stream::State::kBetweenMembers;
      stream.has_member = true;
    } else if (result == Z_DATA_ERROR && stream.has_member && z.total_out == 0) {
      stream.state = Stream::State::kOver;  // not a member after all
    } else if (result == Z_BUF_ERROR || (result == Z_OK && z.avail_in == 0 && z.avail_out != 0)) {
      return Done();  // wants more
    } else if (result != Z_OK) {
      stream.state = Stream::State::kOver;
      return Fail(ErrorCode::kCorrupt, "the gzip data are damaged; what comes before the damage has been scanned");
    }
  }
  return Done();
}

Status GzipReader::Finish() {
  if (stream_->state != Stream::State::kInMember) return Done();
  return Fail(ErrorCode::kCorrupt, "ends in the middle of its gzip data; what is there has been scanned");
}

#else

struct GzipReader::Stream {};
GzipReader::GzipReader(std::function<void(std::string_view)> take) : take_(std::move(take)) {}
GzipReader::~GzipReader() = default;
Status GzipReader::Feed(std::string_view) {
  return Fail(ErrorCode::kInvalidArgument, "is packed with gzip, which this build cannot read; unpack it first");
}
Status GzipReader::Finish() { return Done(); }

#endif

}  // namespace errlookup
