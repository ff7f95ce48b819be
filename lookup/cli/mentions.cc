#include "lookup/cli/mentions.h"

#include <algorithm>

#include "lookup/base/code.h"

namespace errlookup {
namespace {

// The pages that mention "value" as a code of Win32 or of what shares its numbers.
std::vector<PageId> MentionsOfWin32(const IndexReader& index, std::uint32_t value) {
  std::vector<PageId> pages;
  const IdRange ids = index.FindValue(value);
  for (EntryId id = ids.begin; id < ids.end; ++id) {
    const Space space = index.entry(id).space;
    if (space != Space::kWin32 && space != Space::kWinsock) continue;
    const std::vector<PageId> more = index.mentions(id);
    pages.insert(pages.end(), more.begin(), more.end());
  }
  return pages;
}

}  // namespace

std::vector<PageId> MentionsOf(const IndexReader& index, const Match& match) {
  if (match.page || !match.entry) return {};
  std::vector<PageId> pages = index.mentions(*match.entry);
  constexpr std::uint16_t kFacilityWin32 = 7;
  const HresultBits bits = SplitHresult(match.value);
  if (match.space != Space::kHresult || !bits.severity || bits.customer || bits.nt || bits.facility != kFacilityWin32) return pages;
  const std::vector<PageId> more = MentionsOfWin32(index, bits.code);
  pages.insert(pages.end(), more.begin(), more.end());
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  return pages;
}

}  // namespace errlookup
