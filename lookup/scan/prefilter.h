// Finds the spots of a text where a code could be, at the speed of memory; most are none.
//
// A spot is four bytes. Each form of a code has its own set of bytes for each of the four ("13801": '1', '3',
// one of "089", a digit), and a spot stays when all four bytes are in the sets of one form. The sets are held
// as two tables of 16 for the halves of a byte, so that one shuffle looks up 16 to 64 bytes at once; what that
// lets through beyond the exact sets is small. This is the "Teddy" idea of Hyperscan. Forms of numbers and names
// are fixed; the eight-byte beginnings of messages come from the code set and share six more bits.
//
// The instructions are chosen when the program runs: AVX-512BW, AVX2, or plain C++. All find the same spots.
#ifndef LOOKUP_SCAN_PREFILTER_H_
#define LOOKUP_SCAN_PREFILTER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace errlookup {

// What may be at a spot: bits of Spot::forms.
namespace form {
inline constexpr std::uint16_t kDecimal = 1 << 0;      // begins 13801, 11033
inline constexpr std::uint16_t kLongDecimal = 1 << 1;  // begins 2147956201 behind a "-" or not, -1071513599
inline constexpr std::uint16_t kStatusDecimal = 1 << 2;// begins 3223453697
inline constexpr std::uint16_t kBytes = 1 << 3;        // begins <Binary>, <Data>, "000:" of a dump
inline constexpr std::uint16_t kLongHex = 1 << 4;      // "8007", "8032", "C022" … inside 0x800735E9
inline constexpr std::uint16_t kShortHex = 1 << 5;     // "x35E" of 0x35E9
inline constexpr std::uint16_t kPaddedHex = 1 << 6;    // "0003" inside 0x000035E9
inline constexpr std::uint16_t kSymbol = 1 << 7;       // "ROR_", "SEC_", "P_E_", "US_F" inside a name
inline constexpr std::uint16_t kRas = 1 << 8 | 1 << 9; // a separator and 809
inline constexpr std::uint16_t kMessage = 0xFC00;      // begins a message
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

  // "starts": the first four bytes of each message.
  explicit Prefilter(std::span<const std::string_view> starts, Instructions instructions = Best());

  // At most this many bytes are looked at in one go.
  static constexpr std::size_t kBlock = 4096;
  // So many bytes behind the block must be readable, whatever they hold.
  static constexpr std::size_t kPadding = 64 + 3;

  struct Found {
    std::size_t spot_count = 0;
    std::size_t line_feed_count = 0;  // in the block
  };
  // Looks at text[0, size), size <= kBlock; a spot may reach three bytes beyond. Spots come in order.
  Found Find(const char* text, std::size_t size, std::array<Spot, kBlock>& spots) const;

  struct Tables {
    // [set][position][half of a byte]: bits of the low forms, then of the high ones.
    alignas(64) std::uint8_t low[2][4][16];
    alignas(64) std::uint8_t high[2][4][16];
    // The same for whole bytes.
    std::uint16_t whole[4][256];
  };

 private:
  Tables tables_{};
  Instructions instructions_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_PREFILTER_H_
