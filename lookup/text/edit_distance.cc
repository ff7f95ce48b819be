#include "lookup/text/edit_distance.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace errlookup {
namespace {

// What both texts begin and end with never needs an edit.
void TrimCommon(std::string_view& a, std::string_view& b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

}  // namespace

int EditDistance(std::string_view a, std::string_view b, int bound) {
  TrimCommon(a, b);
  const int rows = static_cast<int>(std::min<std::size_t>(a.size(), kMaxEditLength + 1));
  const int columns = static_cast<int>(std::min<std::size_t>(b.size(), kMaxEditLength + 1));
  if (std::abs(rows - columns) > bound || rows > kMaxEditLength || columns > kMaxEditLength) return bound + 1;
  if (rows == 0 || columns == 0) return std::max(rows, columns);

  // The three last rows of the table of distances between beginnings of "a" and beginnings of "b".
  int table[3][kMaxEditLength + 1];
  int* before_last = table[0];
  int* last = table[1];
  int* current = table[2];
  for (int j = 0; j <= columns; ++j) last[j] = j;
  for (int i = 1; i <= rows; ++i) {
    // Cells further than "bound" from the diagonal cannot matter.
    const int first = std::max(1, i - bound);
    const int end = std::min(columns, i + bound);
    current[first - 1] = first == 1 ? i : bound + 1;
    int least = current[first - 1];
    for (int j = first; j <= end; ++j) {
      const bool is_same = a[static_cast<std::size_t>(i - 1)] == b[static_cast<std::size_t>(j - 1)];
      int distance = last[j - 1] + (is_same ? 0 : 1);
      if (j < i + bound) distance = std::min(distance, last[j] + 1);
      distance = std::min(distance, current[j - 1] + 1);
      const bool is_swap = i > 1 && j > 1 && a[static_cast<std::size_t>(i - 1)] == b[static_cast<std::size_t>(j - 2)] &&
                           a[static_cast<std::size_t>(i - 2)] == b[static_cast<std::size_t>(j - 1)];
      if (is_swap && j - 2 >= i - 2 - bound) distance = std::min(distance, before_last[j - 2] + 1);
      current[j] = distance;
      least = std::min(least, distance);
    }
    if (least > bound) return bound + 1;
    int* const oldest = before_last;
    before_last = last;
    last = current;
    current = oldest;
  }
  return std::min(last[columns], bound + 1);
}

}  // namespace errlookup
