// Little-endian integers and variable-length integers in byte spans: the only code that touches bytes of
// the index file.
//
// A varint holds 7 bits a byte, low bits first; the top bit of a byte says that another follows. It has at
// most five bytes, so it holds 35 bits. Of the spellings of a number only the shortest is accepted.
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

// For readers whose speed counts: 8 bytes from "data" on. Compilers make one load of it.
inline std::uint64_t LoadLittleEndian64(const std::byte* data) {
  const auto at = [data](int i) { return static_cast<std::uint64_t>(data[i]); };
  return at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24 | at(4) << 32 | at(5) << 40 | at(6) << 48 | at(7) << 56;
}
inline std::uint64_t LoadBigEndian64(const std::byte* data) {
  const auto at = [data](int i) { return static_cast<std::uint64_t>(data[i]); };
  return at(7) | at(6) << 8 | at(5) << 16 | at(4) << 24 | at(3) << 32 | at(2) << 40 | at(1) << 48 | at(0) << 56;
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
inline void PutVarint(std::vector<std::byte>& out, std::uint64_t value) {
  assert(value >> 35 == 0);
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

  std::optional<std::uint32_t> ReadU32() {
    const std::optional<Bytes> bytes = ReadBytes(4);
    if (!bytes) return std::nullopt;
    return GetU32(*bytes, 0);
  }

  // Nothing if the bytes end early, a sixth byte follows, or a shorter spelling exists.
  std::optional<std::uint64_t> ReadVarint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 35 && !rest_.empty(); shift += 7) {
      const std::uint64_t byte = GetU8(rest_, 0);
      rest_ = rest_.subspan(1);
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
