// How many typing mistakes lie between two words.
#ifndef LOOKUP_TEXT_EDIT_DISTANCE_H_
#define LOOKUP_TEXT_EDIT_DISTANCE_H_

#include <string_view>

namespace errlookup {

// Longest text that is compared; a longer one is further away than any bound.
inline constexpr int kMaxEditLength = 128;

// The number of bytes to insert, delete, replace or swap with their neighbour that turn "a" into "b" (optimal
// string alignment: no part is edited twice), or "bound" + 1 if it is more than "bound". Bytes, not
// characters: one accented letter may count twice, so fold before comparing.
int EditDistance(std::string_view a, std::string_view b, int bound);

}  // namespace errlookup

#endif  // LOOKUP_TEXT_EDIT_DISTANCE_H_
