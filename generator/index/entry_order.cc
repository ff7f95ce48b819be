#include "generator/index/entry_order.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

namespace errlookup {
namespace {

bool IsDefiningHeader(std::string_view header) { return header == "winerror.h" || header == "ntstatus.h"; }

bool HasPrefixOfSpace(const EntryInput& entry) {
  const auto begins_with = [&entry](std::string_view prefix) { return entry.symbol.starts_with(prefix); };
  switch (entry.space) {
    case Space::kWin32: return begins_with("ERROR_");
    case Space::kHresult: return begins_with("E_") || begins_with("S_");
    case Space::kNtstatus: return begins_with("STATUS_");
    default: return false;
  }
}

// The smaller, the earlier.
auto SortKey(const EntryInput& entry) {
  return std::make_tuple(entry.value, entry.space, !entry.page.has_value(), entry.is_range_marker,
                         !IsDefiningHeader(entry.header), !HasPrefixOfSpace(entry), std::string_view(entry.symbol),
                         std::string_view(entry.header), std::string_view(entry.message), entry.page);
}

bool Spells(std::string_view slug, std::uint32_t value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string hex = "0x";
  for (int shift = 28; shift >= 0; shift -= 4) hex += kDigits[value >> shift & 15];
  return slug == hex || slug == std::to_string(value);
}

}  // namespace

std::vector<std::size_t> EntryOrder(const std::vector<EntryInput>& entries) {
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&entries](std::size_t a, std::size_t b) {
    const auto a_key = SortKey(entries[a]);
    const auto b_key = SortKey(entries[b]);
    return a_key != b_key ? a_key < b_key : entries[a].aliases < entries[b].aliases;
  });
  return order;
}

std::vector<std::vector<EntryId>> CodesOfPages(const IndexInput& input, const std::vector<std::size_t>& order) {
  std::vector<std::vector<EntryId>> codes(input.pages.size());
  for (EntryId id = 0; id < order.size(); ++id) {
    const EntryInput& entry = input.entries[order[id]];
    if (!entry.page) continue;
    std::vector<EntryId>& page_codes = codes[*entry.page];
    // The page's own code moves to the front, the others keep their order.
    const bool is_own = Spells(input.pages[*entry.page].slug, entry.value);
    const bool front_is_own =
        !page_codes.empty() && Spells(input.pages[*entry.page].slug, input.entries[order[page_codes[0]]].value);
    page_codes.insert(is_own && !front_is_own ? page_codes.begin() : page_codes.end(), id);
  }
  return codes;
}

}  // namespace errlookup
