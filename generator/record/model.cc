#include "generator/record/model.h"

namespace errlookup {

std::string CodeSlug(Space space, std::uint32_t value) {
  if (space == Space::kWin32 || space == Space::kRas || space == Space::kWinsock) return std::to_string(value);
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string slug = "0x";
  for (int shift = 28; shift >= 0; shift -= 4) slug += kDigits[value >> shift & 15];
  return slug;
}

}  // namespace errlookup
