#include "generator/record/near_names.h"

#include <algorithm>
#include <utility>

namespace errlookup {
namespace {

// The optimal string alignment distance: insertions, removals, replacements and swaps of neighbours.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace_cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + replace_cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::vector<std::string> NearNames(std::string_view name, const std::vector<std::string>& known, std::size_t limit) {
  // Longer ones are no name; the bound keeps the work small whatever a file holds.
  constexpr std::size_t kLongestName = 200;
  if (name.size() > kLongestName) return {};
  const std::string wanted = LowerCase(name);
  const std::size_t bound = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<std::pair<std::size_t, const std::string*>> near;
  for (const std::string& candidate : known) {
    const std::size_t longer = std::max(candidate.size(), wanted.size());
    if (candidate.size() > kLongestName || longer - std::min(candidate.size(), wanted.size()) > bound) continue;
    const std::size_t distance = EditDistance(wanted, LowerCase(candidate));
    if (distance <= bound) near.emplace_back(distance, &candidate);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < near.size() && names.size() < limit; ++i)
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
