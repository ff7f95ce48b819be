// The words of the index and where they stand.
#ifndef GENERATOR_INDEX_VOCABULARY_H_
#define GENERATOR_INDEX_VOCABULARY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lookup/index/posting.h"

namespace errlookup {

class Vocabulary {
 public:
  // Enters the words of "text" (lookup/text/tokenizer.h) for an entry.
  void Add(std::string_view text, std::uint32_t entry, Field field);
  // The same for Markdown: without the addresses that links lead to.
  void AddMarkdown(std::string_view markdown, std::uint32_t entry, Field field);

  struct Sections {
    std::vector<std::byte> words;
    std::vector<std::byte> letter_masks;
  };
  // The sections "words" and "letter masks" of FORMAT.md.
  Sections Write() const;

 private:
  // Words to places: entry << 3 | field, in the order of entry. May hold a place twice.
  std::unordered_map<std::string, std::vector<std::uint32_t>> places_;
};

}  // namespace errlookup

#endif  // GENERATOR_INDEX_VOCABULARY_H_
