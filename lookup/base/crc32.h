// CRC-32 as in gzip, zip and PNG (polynomial 0xEDB88320 reflected, ISO 3309): finds every flipped bit and
// every damaged run of up to 32 bits. It is no protection against forgery.
#ifndef LOOKUP_BASE_CRC32_H_
#define LOOKUP_BASE_CRC32_H_

#include <cstddef>
#include <cstdint>
#include <span>

namespace errlookup {

// The checksum of "bytes"; "previous" is that of what came before: Crc32(ab) == Crc32(b, Crc32(a)).
std::uint32_t Crc32(std::span<const std::byte> bytes, std::uint32_t previous = 0);

}  // namespace errlookup

#endif  // LOOKUP_BASE_CRC32_H_
