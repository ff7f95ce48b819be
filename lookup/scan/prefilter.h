// Finds the spots of a text where a code could be, at the speed of memory; most are none.
//
// A spot is four or five bytes. Each form of a code has its own set of bytes for each of them ("13801": '1', '3',
// one of "089", a digit), and a spot stays when all its bytes are in the sets of one form. One shuffle looks up 32
// or 64 bytes at once: in a table of 128, or where the machine has no such shuffle in two of 16 for the halves of a
// byte, whose product lets a little more through; that is dropped afterwards. This is the "Teddy" idea of
// Hyperscan. Forms of numbers and names are fixed; the beginnings of messages come from the code set and share
// four more bits.
//
// The instructions are chosen when the program runs: AVX-512 with VBMI, AVX2, or plain C++. All find the same spots.
#ifndef LOOKUP_SCAN_PREFILTER_H_
#define LOOKUP_SCAN_PREFILTER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "lookup/scan/message_start.h"

namespace errlookup {

// What may be at a spot: bits of Spot::forms.
namespace form {
inline constexpr std::uint16_t kDecimal = 1 << 0;      // begins 13801, 11033
inline constexpr std::uint16_t kLongDecimal = 1 << 1;  // begins 2147956201 behind a "-" or not, -1071513599
inline constexpr std::uint16_t kStatus = 1 << 2;       // begins 3223453697; "us 3" of "status 35E9"
inline constexpr std::uint16_t kBytes = 1 << 3;        // begins <Binary>, <Data>, "000:" of a dump
inline constexpr std::uint16_t kLongHex = 1 << 4;      // "8007", "8032", "C022" … inside 0x800735E9
inline constexpr std::uint16_t kShortHex = 1 << 5;     // "x35E" of 0x35E9
inline constexpr std::uint16_t kPaddedHex = 1 << 6;    // "0003" inside 0x000035E9
inline constexpr std::uint16_t kSymbol = 1 << 7;       // "ROR_", "SEC_", "P_E_", "US_F" inside a name
inline constexpr std::uint16_t kRas = 0x0F00;         // a separator, 809 and a separator
inline constexpr std::uint16_t kMessage = 0xF000;      // begins a message
}  // namespace form

struct Spot {
  std::uint32_t offset = 0;
  std::uint16_t forms = 0;

  bool operator==(const Spot&) const = default;
};

class Prefilter {
 public:
  // Every set of instructions that this machine may have; for tests and measurements.
  enum class Instructions { kPortable, kAvx2, kAvx512 };
  static bool IsAvailable(Instructions instructions);
  static Instructions Best();

  // "starts": messages, of at least kMessageStart bytes, of which the first kMessageStart count.
  explicit Prefilter(std::span<const std::string_view> starts, Instructions instructions = Best());

  // At most this many bytes are looked at in one go.
  static constexpr std::size_t kBlock = 4096;
  // So many bytes behind the block must be readable, whatever they hold.
  static constexpr std::size_t kPadding = 64 + kMessageStart;

  struct Found {
    std::size_t spot_count = 0;
    std::size_t line_feed_count = 0;  // in the block
  };
  // Room for every byte of a block, and for what is written before it is known to be none.
  using Spots = std::array<Spot, kBlock + 4>;
  // Looks at text[0, size), size <= kBlock; what is at a spot may reach beyond. "before" is the byte before, a
  // line feed at the start of the input. Spots come in order.
  Found Find(const char* text, std::size_t size, char before, Spots& spots) const;

  struct Tables {
    // [set][position][half of a byte]: bits of the low forms, which have four bytes, and of the high ones,
    // which have five.
    alignas(64) std::uint8_t low[2][5][16];
    alignas(64) std::uint8_t high[2][5][16];
    // The same for bytes of ASCII, and for all bytes with both sets together.
    alignas(64) std::uint8_t ascii[2][5][128];
    std::uint16_t whole[5][256];
    std::uint8_t kinds[256];    // of a byte: what it may be beside a number
    std::uint8_t starts[1024];  // a bit for each hash of a start of a message
  };

 private:
  Tables tables_{};
  Instructions instructions_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_PREFILTER_H_
