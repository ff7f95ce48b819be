#include "lookup/index/letter_mask.h"

#include <array>
#include <cstddef>

namespace errlookup {

std::uint32_t LetterMask(std::string_view word) {
  constexpr std::uint32_t kRareLetter = 22;
  constexpr std::uint32_t kOther = 23;
  //                                                a  b  c  d  e  f  g  h  i  j            k  l   m   n   o
  constexpr std::array<std::uint8_t, 26> kBits = {0, 1, 2, 3, 4, 5, 6, 7, 8, kRareLetter, 9, 10, 11, 12, 13,
                                                  //  p  q            r   s   t   u   v   w   x            y   z
                                                  14, kRareLetter, 15, 16, 17, 18, 19, 20, kRareLetter, 21, kRareLetter};
  std::uint32_t mask = 0;
  for (const char c : word) mask |= 1u << (c >= 'a' && c <= 'z' ? kBits[static_cast<std::size_t>(c - 'a')] : kOther);
  return mask;
}

}  // namespace errlookup
