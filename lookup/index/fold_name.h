// How names (symbols and older names) are compared: byte by byte, after A to Z have become a to z. Symbols
// have no letters beyond ASCII, so nothing of Unicode is needed.
#ifndef LOOKUP_INDEX_FOLD_NAME_H_
#define LOOKUP_INDEX_FOLD_NAME_H_

#include <string>
#include <string_view>

namespace errlookup {

inline std::string FoldName(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace errlookup

#endif  // LOOKUP_INDEX_FOLD_NAME_H_
