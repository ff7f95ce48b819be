#include "generator/render/term_finder.h"

#include <algorithm>

namespace errlookup {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Letters of other scripts (bytes above 0x7F) count as word characters, so that no word is cut.
bool IsWord(char c) {
  return (c >= '0' && c <= '9') || IsUpper(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool StartsWith(std::string_view text, std::string_view name, bool any_case) {
  if (text.size() < name.size()) return false;
  if (!any_case) return text.starts_with(name);
  return std::equal(name.begin(), name.end(), text.begin(), [](char a, char b) { return a == Lower(b); });
}

}  // namespace

TermFinder::TermFinder(const std::vector<Term>& terms) {
  for (const Term& term : terms) {
    const auto add = [&](const std::string& text) {
      if (!text.empty()) names_.push_back({text, std::ranges::none_of(text, IsUpper), &term});
    };
    add(term.term);
    for (const std::string& also : term.also) add(also);
  }
  std::ranges::stable_sort(names_, std::ranges::greater{}, [](const Name& name) { return name.text.size(); });
}

std::optional<TermHit> TermFinder::Find(std::string_view text, std::size_t from) const {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!IsWord(text[at]) || (at > 0 && IsWord(text[at - 1]))) continue;
    for (const Name& name : names_) {
      if (!StartsWith(text.substr(at), name.text, name.any_case)) continue;
      std::size_t end = at + name.text.size();
      if (end < text.size() && text[end] == 's') ++end;
      if (end == text.size() || !IsWord(text[end])) return TermHit{at, end, name.term};
    }
  }
  return std::nullopt;
}

}  // namespace errlookup
