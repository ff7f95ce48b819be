// Calls every accessor of an index with every id, so that a sanitizer or an assertion shows what Open let pass.
#ifndef TESTS_LOOKUP_INDEX_USE_INDEX_H_
#define TESTS_LOOKUP_INDEX_USE_INDEX_H_

#include <cstddef>
#include <string>
#include <vector>

#include "lookup/index/index_reader.h"

namespace errlookup {

// Returns a number made from all answers, so that no call can be left out by the compiler.
inline std::size_t UseIndex(const IndexReader& index) {
  std::size_t sum = index.base_url().size() + index.data_version().size();
  for (EntryId id = 0; id < index.entry_count(); ++id) {
    const Entry entry = index.entry(id);
    const std::string symbol = index.symbol(id);
    sum += symbol.size() + index.header(id).size() + index.message(id).size() + index.aliases(id).size();
    sum += index.FindValue(entry.value).size() + index.LowerBound(entry.value + 1) + index.FindSymbol(symbol).size();
    for (const PageId page : index.mentions(id)) sum += page + 1;
    sum += index.facility_name(Space::kHresult, static_cast<std::uint16_t>(entry.value >> 16 & 0xFFF)).size();
  }
  for (PageId id = 0; id < index.page_count(); ++id) {
    sum += index.page(id).codes.size();
    for (const Section& section : index.sections(id)) sum += section.markdown.size();
    const PageSections read = index.ReadSections(id);
    for (const PageSections::View& view : read.views) sum += view.key.size() + view.heading.size() + view.markdown.size();
  }
  for (WordId id = 0; id < index.word_count(); ++id) {
    const std::string word = index.word(id);
    sum += index.letter_mask(id) + index.FindWord(word).value_or(0) + index.FindPrefix(word).size();
    for (const Posting& posting : index.postings(id)) sum += posting.entry + static_cast<std::size_t>(posting.field);
  }
  for (const WordId step : {1u, 3u}) {  // with and without words between
    std::vector<WordId> ids;
    for (WordId id = 0; id < index.word_count(); id += step) ids.push_back(id);
    for (const std::string& word : index.words(ids)) sum += word.size();
  }
  return sum;
}

}  // namespace errlookup

#endif  // TESTS_LOOKUP_INDEX_USE_INDEX_H_
