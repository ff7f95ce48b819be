#include "lookup/cli/link_list.h"

#include <algorithm>
#include <cstddef>

#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

bool IsWebAddress(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

// "13025" of "errors/13025.html"; empty if it is no page of a code.
std::string_view CodeOfPage(std::string_view path) {
  constexpr std::string_view kFolder = "errors/";
  if (!path.starts_with(kFolder)) return {};
  path.remove_prefix(kFolder.size());
  return path.empty() || path[0] < '0' || path[0] > '9' ? std::string_view() : path.substr(0, path.find(".html"));
}

// "[a]" … "[z]", "[aa]", "[ab]" …
std::string Letters(std::size_t number) {
  std::string letters = "]";
  for (++number; number > 0; number = (number - 1) / 26) letters.insert(letters.begin(), static_cast<char>('a' + (number - 1) % 26));
  return "[" + letters;
}

}  // namespace

std::string LinkList::Reference(std::string_view text, std::string_view address) {
  if (!IsWebAddress(address) || address == text) return {};
  if (home_.empty() || !address.starts_with(home_)) return "<" + std::string(address) + ">";
  if (const std::string_view code = CodeOfPage(address.substr(home_.size())); !code.empty()) {
    const bool is_said = code == own_page_ || text.find(code) != std::string_view::npos;
    return is_said ? std::string() : "(errlookup " + std::string(code) + ")";
  }
  const auto known = std::find(addresses_.begin(), addresses_.end(), address);
  const std::size_t number = static_cast<std::size_t>(known - addresses_.begin());
  if (known == addresses_.end()) addresses_.emplace_back(address);
  return Letters(number);
}

void LinkList::Show(Screen& screen) const {
  if (addresses_.empty()) return;
  screen.Blank();
  screen.Paragraph({{"Links", Style::kHeading}});
  for (std::size_t i = 0; i < addresses_.size(); ++i)
    screen.Verbatim({{Letters(i) + " ", Style::kMuted}, {SafeText(addresses_[i])}}, {.first = "  ", .rest = "  "});
}

}  // namespace errlookup
