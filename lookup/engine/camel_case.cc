#include "lookup/engine/camel_case.h"

#include <cstddef>

#include "lookup/base/ascii.h"

namespace errlookup {
namespace {

// A part begins at "i": after a small letter or digit, or at the last of three or more capitals ("IKEAuth", but not
// "IPsec"). The "s" of "CRLs" belongs to what it makes a plural of.
bool IsBeginOfPart(std::string_view word, std::size_t i) {
  if (!IsUpperLetter(word[i])) return false;
  if (!IsUpperLetter(word[i - 1])) return true;
  if (i + 2 == word.size() && word[i + 1] == 's') return false;
  return i >= 2 && IsUpperLetter(word[i - 2]) && i + 1 < word.size() && IsLowerLetter(word[i + 1]);
}

}  // namespace

std::vector<std::string> CamelParts(std::string_view word) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i == 0 || IsBeginOfPart(word, i)) parts.emplace_back();
    parts.back() += LowerAscii(word[i]);
  }
  return parts;
}

}  // namespace errlookup
