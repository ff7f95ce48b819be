#include "lookup/engine/code_ranges.h"

#include <algorithm>
#include <iterator>

#include "lookup/base/code.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

struct Range {
  std::uint32_t first;
  std::uint32_t last;
  const char* owner;
};

// From the headings of winerror.h and Microsoft's list of system error codes.
constexpr Range kWin32Ranges[] = {
    {1700, 1936, "remote procedure calls (RPC)"},
    {2100, 2999, "network management (NetAPI)"},
    {3000, 3099, "print spooling and clustering"},
    {5000, 5999, "clustering"},
    {6000, 6099, "the encrypting file system"},
    {6600, 6899, "the common log file system and transactions"},
    {7000, 7099, "terminal services"},
    {8000, 8999, "Active Directory"},
    {9000, 9999, "DNS"},
    {12000, 12999, "WinINet and WinHTTP"},
    {13000, 13999, "IPsec, IKE and the IPsec policy store"},
    {14000, 14999, "side-by-side assemblies"},
    {15000, 15299, "the event log, multilingual user interface and monitors"},
};

std::string DescribeWin32(std::uint32_t value) {
  for (const Range& range : kWin32Ranges) {
    if (value < range.first || value > range.last) continue;
    return DecimalText(value) + " lies in the block of Windows errors for " + range.owner + ", but no error of that number is defined.";
  }
  return "";
}

std::string DescribeFacility(const IndexReader& index, Space space, std::uint32_t value) {
  const bool is_hresult = space == Space::kHresult;
  const std::uint16_t facility = is_hresult ? SplitHresult(value).facility : SplitNtstatus(value).facility;
  const bool is_customer = is_hresult ? SplitHresult(value).customer : SplitNtstatus(value).customer;
  if (is_customer) return LongHexText(value) + " has the customer bit set: it was defined by an application, not by Microsoft.";
  const std::string name = index.facility_name(space, facility);
  if (name.empty()) return "";
  return LongHexText(value) + " belongs to " + name + ", but no code of that number is known.";
}

bool AreOfOneRange(Space space, std::uint32_t a, std::uint32_t b) {
  if (space == Space::kHresult || space == Space::kNtstatus || space == Space::kSetupapi) return a >> 16 == b >> 16;
  constexpr std::uint32_t kFarthest = 1000;
  return std::max(a, b) - std::min(a, b) <= kFarthest;
}

}  // namespace

std::string DescribeRange(const IndexReader& index, Space space, std::uint32_t value) {
  switch (space) {
    case Space::kWin32: return DescribeWin32(value);
    case Space::kWinsock: return DecimalText(value) + " lies in the block of Windows Sockets errors, but no error of that number is defined.";
    case Space::kHresult:
    case Space::kNtstatus: return DescribeFacility(index, space, value);
    default: return "";
  }
}

std::vector<EntryId> FindNeighbours(const IndexReader& index, Space space, std::uint32_t value) {
  constexpr int kEachSide = 2;
  constexpr int kMostSteps = 300;
  std::vector<EntryId> found;
  const EntryId middle = index.LowerBound(value);
  const auto take = [&](EntryId id) {
    const Entry entry = index.entry(id);
    const bool is_new = std::none_of(found.begin(), found.end(), [&](EntryId other) { return index.entry(other).value == entry.value; });
    if (entry.space == space && entry.value != value && is_new && AreOfOneRange(space, entry.value, value)) found.push_back(id);
  };
  for (EntryId id = middle; id > 0 && middle - id < kMostSteps && found.size() < kEachSide; --id) take(id - 1);
  std::reverse(found.begin(), found.end());
  const std::size_t below = found.size();
  for (EntryId id = middle; id < index.entry_count() && id - middle < kMostSteps && found.size() < below + kEachSide; ++id) take(id);
  return found;
}

}  // namespace errlookup
