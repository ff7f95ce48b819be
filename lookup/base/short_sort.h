// A sort for lists of a few dozen elements: the terminal does not feel the difference, and in the browser module each
// std::sort of another element takes 2 to 3 KB, each std::stable_sort more.
#ifndef LOOKUP_BASE_SHORT_SORT_H_
#define LOOKUP_BASE_SHORT_SORT_H_

#include <cstddef>
#include <utility>
#include <vector>

namespace errlookup {

// Equal elements keep their order. The time grows with the square of the length: a longer list is better served by
// std::partial_sort, which is also small.
template <typename T, typename IsBefore>
void SortShortList(std::vector<T>& list, IsBefore is_before) {
  for (std::size_t i = 1; i < list.size(); ++i)
    for (std::size_t j = i; j > 0 && is_before(list[j], list[j - 1]); --j) std::swap(list[j], list[j - 1]);
}

}  // namespace errlookup

#endif  // LOOKUP_BASE_SHORT_SORT_H_
