// The first bytes of a message, by which it is looked up: the prefilter asks whether some message begins so, the
// matcher which one. Both use one hash, so that a spot that passes the one is found by the other.
#ifndef LOOKUP_SCAN_MESSAGE_START_H_
#define LOOKUP_SCAN_MESSAGE_START_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace errlookup {

// No message that is looked for is shorter.
inline constexpr std::size_t kMessageStart = 10;

// Of kMessageStart bytes: the first eight, and the last two mixed in. The upper bits are the best ones; the lowest
// depend on few bytes.
inline std::uint64_t HashOfMessageStart(const char* start) {
  std::uint64_t first = 0;
  std::uint16_t last = 0;
  static_assert(sizeof(first) + sizeof(last) == kMessageStart);
  std::memcpy(&first, start, sizeof(first));
  std::memcpy(&last, start + sizeof(first), sizeof(last));
  return (first ^ (std::uint64_t{last} << 23)) * 0x9E3779B97F4A7C15u;
}

}  // namespace errlookup

#endif  // LOOKUP_SCAN_MESSAGE_START_H_
