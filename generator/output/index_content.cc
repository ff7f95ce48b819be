#include "generator/output/index_content.h"

#include <string_view>
#include <utility>

#include "generator/render/sections.h"
#include "generator/render/site_pages.h"

namespace errlookup {
namespace {

// OLE_S_FIRST and the like name the edges of a range.
bool IsRangeName(std::string_view symbol) { return symbol.ends_with("_FIRST") || symbol.ends_with("_LAST"); }

// Of a page without a record: what catalog/search-words.tsv has for its codes.
std::vector<std::string> SearchWordsOf(const ErrorPage& page, const KnowledgeBase& base) {
  std::vector<std::string> phrases;
  for (const CatalogCode* code : page.codes)
    for (const SearchWords& words : base.search_words)
      if (words.symbol.value == code->symbol) phrases.insert(phrases.end(), words.phrases.begin(), words.phrases.end());
  return phrases;
}

PageInput MakePage(const ErrorPage& page, const Addresses& addresses) {
  PageInput input;
  input.slug = page.slug;
  if (page.family != nullptr) {
    input.family = page.family->id;
    input.family_title = page.family->title.value;
  }
  if (!page.places.empty())
    input.where = page.places.front().map->title.value + ": " + page.places.front().step->title.value;
  input.sections = ErrorSections(page, addresses);
  if (page.record == nullptr) {
    input.search_words = SearchWordsOf(page, *addresses.linked->base);
    return input;
  }
  input.has_record = true;
  input.title = page.record->title.value;
  input.summary = page.record->summary.value;
  input.level = page.record->level;
  input.updated = page.record->updated;
  input.search_words = page.record->search_words;
  return input;
}

EntryInput MakeEntry(const CatalogCode& code, std::size_t page) {
  EntryInput entry;
  entry.value = code.value;
  entry.space = code.space;
  entry.symbol = code.symbol;
  entry.aliases = code.aliases;
  entry.header = code.header;
  entry.message = code.message;
  entry.is_range_marker = IsRangeMarker(code);
  entry.page = page;
  return entry;
}

}  // namespace

IndexInput MakeIndexInput(const LinkedBase& linked, const std::string& base_url) {
  IndexInput input;
  input.base_url = base_url;
  input.data_version = NewestDate(*linked.base);
  const Addresses addresses{.linked = &linked, .root = base_url};
  for (const ErrorPage& page : linked.pages) {
    for (const CatalogCode* code : page.codes) input.entries.push_back(MakeEntry(*code, input.pages.size()));
    input.pages.push_back(MakePage(page, addresses));
  }
  for (const WindowsName& name : linked.base->windows_names) {
    EntryInput entry;
    entry.value = name.value;
    entry.space = name.space;
    entry.symbol = name.symbol;
    entry.header = name.header;
    entry.is_range_marker = IsRangeName(name.symbol);
    input.entries.push_back(std::move(entry));
  }
  for (const Facility& facility : linked.base->facilities)
    input.facilities.push_back({facility.space, facility.value, facility.name});
  return input;
}

}  // namespace errlookup
