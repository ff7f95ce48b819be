// Little-endian integers and variable-length integers in byte spans: the only code that touches bytes of
// the index file.
//
// A varint holds 7 bits a byte, low bits first; the top bit of a byte says that another follows. Of the
// spellings of a number only the shortest is accepted.
#ifndef LOOKUP_BASE_CODING_H_
#define LOOKUP_BASE_CODING_H_

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

using Bytes = std::span<const std::byte>;

// The caller promises that the bytes are there.
inline std::uint8_t GetU8(Bytes bytes, std::size_t at) {
  assert(at < bytes.size());
  return static_cast<std::uint8_t>(bytes[at]);
}
inline std::uint16_t GetU16(Bytes bytes, std::size_t at) {
  return static_cast<std::uint16_t>(GetU8(bytes, at) | GetU8(bytes, at + 1) << 8);
}
inline std::uint32_t GetU32(Bytes bytes, std::size_t at) {
  return static_cast<std::uint32_t>(GetU16(bytes, at)) | static_cast<std::uint32_t>(GetU16(bytes, at + 2)) << 16;
}

// Two views of the same bytes.
inline Bytes AsBytes(std::string_view text) { return {reinterpret_cast<const std::byte*>(text.data()), text.size()}; }
inline std::string_view AsText(Bytes bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

inline void PutU8(std::vector<std::byte>& out, std::uint8_t value) { out.push_back(static_cast<std::byte>(value)); }
inline void PutU16(std::vector<std::byte>& out, std::uint16_t value) {
  PutU8(out, static_cast<std::uint8_t>(value));
  PutU8(out, static_cast<std::uint8_t>(value >> 8));
}
inline void PutU32(std::vector<std::byte>& out, std::uint32_t value) {
  PutU16(out, static_cast<std::uint16_t>(value));
  PutU16(out, static_cast<std::uint16_t>(value >> 16));
}
inline void PutVarint(std::vector<std::byte>& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) PutU8(out, static_cast<std::uint8_t>(value | 0x80));
  PutU8(out, static_cast<std::uint8_t>(value));
}
inline void PutText(std::vector<std::byte>& out, std::string_view text) {
  const Bytes bytes = AsBytes(text);
  out.insert(out.end(), bytes.begin(), bytes.end());
}

// Reads from the front of a span and never past its end: after the first failure every read gives nothing.
class ByteReader {
 public:
  explicit ByteReader(Bytes bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }
  std::size_t size() const { return rest_.size(); }

  std::optional<std::uint8_t> ReadU8() {
    if (rest_.empty()) return std::nullopt;
    const std::uint8_t value = GetU8(rest_, 0);
    rest_ = rest_.subspan(1);
    return value;
  }

  // Nothing if the bytes end early, the value needs more than 32 bits, or a shorter spelling exists.
  std::optional<std::uint32_t> ReadVarint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
      const std::uint32_t byte = GetU8(rest_, 0);
      rest_ = rest_.subspan(1);
      if (shift == 28 && byte > 0x0F) break;
      value |= (byte & 0x7F) << shift;
      if ((byte & 0x80) != 0) continue;
      if (byte == 0 && shift != 0) break;
      return value;
    }
    rest_ = {};
    return std::nullopt;
  }

  std::optional<Bytes> ReadBytes(std::size_t count) {
    if (count > rest_.size()) {
      rest_ = {};
      return std::nullopt;
    }
    const Bytes bytes = rest_.first(count);
    rest_ = rest_.subspan(count);
    return bytes;
  }

 private:
  Bytes rest_;
};

}  // namespace errlookup

#endif  // LOOKUP_BASE_CODING_H_
