#include "lookup/engine/camel_case.h"

#include <cstddef>

namespace errlookup {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

// A part begins at "i": after a small letter or digit, or at the last of three or more capitals ("IKEAuth", but not
// "IPsec"). The "s" of "CRLs" belongs to what it makes a plural of.
bool IsBeginOfPart(std::string_view word, std::size_t i) {
  if (!IsUpper(word[i])) return false;
  if (!IsUpper(word[i - 1])) return true;
  if (i + 2 == word.size() && word[i + 1] == 's') return false;
  return i >= 2 && IsUpper(word[i - 2]) && i + 1 < word.size() && IsLower(word[i + 1]);
}

}  // namespace

std::vector<std::string> CamelParts(std::string_view word) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i == 0 || IsBeginOfPart(word, i)) parts.emplace_back();
    parts.back() += IsUpper(word[i]) ? static_cast<char>(word[i] + ('a' - 'A')) : word[i];
  }
  return parts;
}

}  // namespace errlookup
