#include "generator/record/near_names.h"

#include <algorithm>
#include <utility>

#include "lookup/text/edit_distance.h"

namespace errlookup {

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::vector<std::string> NearNames(std::string_view name, const std::vector<std::string>& known, std::size_t limit) {
  if (name.size() > static_cast<std::size_t>(kMaxEditLength)) return {};
  const std::string wanted = LowerCase(name);
  constexpr std::size_t kBeginning = 4;
  const int bound = std::max(1, static_cast<int>(wanted.size()) / 3);
  std::vector<std::pair<int, const std::string*>> near;
  for (const std::string& candidate : known) {
    const std::string lower = LowerCase(candidate);
    const bool is_begun = wanted.size() >= kBeginning && lower.size() >= kBeginning &&
                          (lower.starts_with(wanted) || wanted.starts_with(lower));
    int distance = EditDistance(wanted, lower, bound);
    if (is_begun) distance = std::min(distance, bound);
    if (distance <= bound) near.emplace_back(distance, &candidate);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < near.size() && near[i].first == near[0].first && names.size() < limit; ++i)
    if (std::find(names.begin(), names.end(), *near[i].second) == names.end()) names.push_back(*near[i].second);
  return names;
}

std::string JoinNames(const std::vector<std::string>& names, std::string_view last_joint) {
  std::string joined;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) joined += i + 1 == names.size() ? last_joint : ", ";
    joined += names[i];
  }
  return joined;
}

std::string DidYouMean(std::string_view name, const std::vector<std::string>& known, std::string_view fallback) {
  const std::vector<std::string> near = NearNames(name, known);
  return near.empty() ? std::string(fallback) : "did you mean " + JoinNames(near);
}

}  // namespace errlookup
