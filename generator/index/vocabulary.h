// The words of the index and where they stand.
#ifndef GENERATOR_INDEX_VOCABULARY_H_
#define GENERATOR_INDEX_VOCABULARY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lookup/base/result.h"
#include "lookup/index/posting.h"

namespace errlookup {

class Vocabulary {
 public:
  // Enters the words of "text" (lookup/text/tokenizer.h) for an entry.
  void Add(std::string_view text, std::uint32_t entry, Field field);
  // The same for Markdown: without the addresses that links lead to.
  void AddMarkdown(std::string_view markdown, std::uint32_t entry, Field field);

  // Sections of FORMAT.md.
  struct Sections {
    std::vector<std::byte> grammar, words, letter_masks, postings;
  };
  // "detail_entries" are the entries with a detail, ascending: all that words were entered for in other fields
  // than the symbol.
  Result<Sections> Write(const std::vector<std::uint32_t>& detail_entries) const;

 private:
  // Words to places: entry << 3 | field. May hold a place twice.
  std::unordered_map<std::string, std::vector<std::uint32_t>> places_;
};

}  // namespace errlookup

#endif  // GENERATOR_INDEX_VOCABULARY_H_
