#include "lookup/cli/mentions.h"

#include <algorithm>

#include "lookup/base/code.h"

namespace errlookup {
namespace {

void AddMentions(const IndexReader& index, Space space, std::uint32_t value, std::vector<PageId>& pages) {
  const IdRange ids = index.FindValue(value);
  for (EntryId id = ids.begin; id < ids.end; ++id) {
    if (index.entry(id).space != space) continue;
    const std::vector<PageId> more = index.mentions(id);
    pages.insert(pages.end(), more.begin(), more.end());
  }
}

}  // namespace

std::vector<PageId> MentionsOf(const IndexReader& index, const Match& match) {
  std::vector<PageId> pages;
  if (match.page) return pages;
  AddMentions(index, match.space, match.value, pages);
  constexpr std::uint16_t kFacilityWin32 = 7;
  const HresultBits bits = SplitHresult(match.value);
  if (match.space == Space::kHresult && bits.severity && !bits.customer && !bits.nt && bits.facility == kFacilityWin32)
    for (const Space space : {Space::kWin32, Space::kWinsock}) AddMentions(index, space, bits.code, pages);
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  return pages;
}

}  // namespace errlookup
