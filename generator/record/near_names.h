// "Did you mean ...?": the known names closest to one that is not known.
#ifndef GENERATOR_RECORD_NEAR_NAMES_H_
#define GENERATOR_RECORD_NEAR_NAMES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// The nearest of "known": at most "limit" that are equally near, in their given order. Case is ignored. A name is near
// when at most a third of its letters must be inserted, removed, replaced or swapped with the next, or when one
// of the two begins with the other.
std::vector<std::string> NearNames(std::string_view name, const std::vector<std::string>& known, std::size_t limit = 3);

// "did you mean a, b or c" for near names; "fallback" when nothing is near.
std::string DidYouMean(std::string_view name, const std::vector<std::string>& known, std::string_view fallback);

// "a, b or c", each in the given quotes.
std::string JoinNames(const std::vector<std::string>& names, std::string_view last_joint = " or ");

// ASCII only: all our names are ASCII.
std::string LowerCase(std::string_view text);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_NEAR_NAMES_H_
