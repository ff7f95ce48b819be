// What goes into an error index, as plain values: the meeting point between the knowledge base and the
// index writer, which knows nothing of records.
#ifndef GENERATOR_INDEX_INDEX_INPUT_H_
#define GENERATOR_INDEX_INDEX_INPUT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lookup/base/code.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

struct EntryInput {
  std::uint32_t value = 0;
  Space space = Space::kWin32;
  std::string symbol;
  std::vector<std::string> aliases;
  std::string header;
  std::string message;
  bool is_range_marker = false;
  std::optional<std::size_t> page;  // position in IndexInput::pages
};

struct PageInput {
  std::string slug, title, summary, family, family_title, level, updated, where;
  bool has_record = false;
  std::vector<std::string> search_words;  // searched (Field::kSearchWords), never shown
  std::vector<Section> sections;          // "quick-answer" is searched as kSummary, the others are not
  bool shows_family_text = false;         // its family's text, if there is one, stands before its sections
};

// What pages without a record share with their family.
struct FamilyText {
  std::string family;  // id
  std::vector<Section> sections;
};

// A page whose texts name a code that has no page. A code that is no entry is left out.
struct MentionInput {
  Space space = Space::kWin32;
  std::uint32_t value = 0;
  std::size_t page = 0;  // position in IndexInput::pages

  bool operator==(const MentionInput&) const = default;
};

struct FacilityInput {
  Space space = Space::kHresult;
  std::uint16_t value = 0;
  std::string name;
};

struct IndexInput {
  std::string base_url, data_version;
  std::vector<EntryInput> entries;  // any order: the writer sorts
  std::vector<PageInput> pages;     // in page order; the first entry of a page is its own code
  std::vector<FacilityInput> facilities;
  std::vector<FamilyText> family_texts = {};  // of the full index only, as "mentions"
  std::vector<MentionInput> mentions = {};    // any order
};

}  // namespace errlookup

#endif  // GENERATOR_INDEX_INDEX_INPUT_H_
