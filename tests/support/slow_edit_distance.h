// The textbook table of the optimal string alignment distance, whole and unbounded: the judge of EditDistance.
#ifndef TESTS_SUPPORT_SLOW_EDIT_DISTANCE_H_
#define TESTS_SUPPORT_SLOW_EDIT_DISTANCE_H_

#include <string_view>

namespace errlookup {

int SlowEditDistance(std::string_view a, std::string_view b);

}  // namespace errlookup

#endif  // TESTS_SUPPORT_SLOW_EDIT_DISTANCE_H_
