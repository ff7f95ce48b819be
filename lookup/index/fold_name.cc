#include "lookup/index/fold_name.h"

#include <algorithm>

#include "lookup/index/format.h"

namespace errlookup {
namespace {

bool IsNameByte(char c) {
  const bool is_ascii_word =
      (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_ascii_word || static_cast<unsigned char>(c) >= 0x80;
}

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string FoldName(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

std::vector<std::string> NameWords(std::string_view name) {
  std::vector<std::string> words;
  while (!name.empty()) {
    const auto end = static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), IsNameByte) - name.begin());
    const std::string_view run = name.substr(0, end);
    if (!run.empty() && run.size() <= format::kMaxWordLength && IsAscii(run)) {
      std::string word = FoldName(run);
      if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
    }
    name.remove_prefix(std::max<std::size_t>(end, 1));
  }
  return words;
}

}  // namespace errlookup
