#include "generator/output/unlink.h"

#include <cstddef>
#include <optional>

namespace errlookup {
namespace {

// The bracket that opens the text which ends before "end".
std::optional<std::size_t> FindOpening(std::string_view markdown, std::size_t end) {
  int depth = 0;
  for (std::size_t i = end; i-- > 0;) {
    if (i > 0 && markdown[i - 1] == '\\') continue;
    if (markdown[i] == ']') ++depth;
    if (markdown[i] != '[') continue;
    if (depth == 0) return i;
    --depth;
  }
  return std::nullopt;
}

}  // namespace

std::string Unlink(std::string_view markdown, std::string_view address) {
  const std::string end = "](" + std::string(address) + ")";
  std::string unlinked(markdown);
  for (std::size_t at = unlinked.find(end); at != std::string::npos; at = unlinked.find(end, at)) {
    const std::optional<std::size_t> begin = FindOpening(unlinked, at);
    if (!begin) {
      ++at;
      continue;
    }
    unlinked.erase(at, end.size());
    unlinked.erase(*begin, 1);
    --at;
  }
  return unlinked;
}

}  // namespace errlookup
