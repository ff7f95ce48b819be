#include "generator/output/index_content.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "generator/output/index_texts.h"
#include "generator/output/mentions.h"
#include "generator/render/family_advice.h"
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
    input.shows_family_text = !IsRangeMarker(page.code());
    return input;
  }
  if (std::optional<Section> names = PlaceholderSection(page, input.sections, *addresses.linked))
    input.sections.push_back(*std::move(names));
  input.has_record = true;
  input.title = page.record->title.value;
  input.summary = page.record->summary.value;
  input.level = page.record->level;
  input.updated = page.record->updated;
  input.search_words = page.record->search_words;
  for (const Appearance& place : page.record->appears_in)  // the id of an event leads to the errors that it reports
    if (place.kind == "event") input.search_words.push_back(place.name.value);
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

// What codes of this knowledge base can be taken for.
class Lookalikes {
 public:
  explicit Lookalikes(const std::vector<EntryInput>& entries) {
    for (const EntryInput& entry : entries) {
      if (!entry.page) continue;
      values_.insert(entry.value);
      names_.insert(WithoutPrefix(entry.symbol));
    }
  }

  bool Have(const EntryInput& entry) const {
    const std::string digits = std::to_string(entry.value);
    std::uint32_t as_hex = 0;
    const bool is_short = std::from_chars(digits.data(), digits.data() + digits.size(), as_hex, 16).ec == std::errc();
    return (is_short && values_.contains(as_hex)) || names_.contains(WithoutPrefix(entry.symbol));
  }

 private:
  static std::string_view WithoutPrefix(std::string_view symbol) {
    for (const std::string_view prefix : {"ERROR_", "WARNING_", "STATUS_", "FWP_E_"})
      if (symbol.starts_with(prefix)) return symbol.substr(prefix.size());
    return symbol;
  }

  std::set<std::uint32_t> values_;
  std::set<std::string_view> names_;
};

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
  for (const Family& family : linked.base->families)
    if (std::optional<Section> section = LookFirstSection(family, addresses))
      input.family_texts.push_back({family.id, {*std::move(section)}});
  input.mentions = FindMentions(input.pages, linked.base->windows_names);
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

IndexInput OwnCodes(const IndexInput& input) {
  IndexInput own;
  own.base_url = input.base_url;
  own.data_version = input.data_version;
  for (const PageInput& page : input.pages) {
    PageInput shown;
    shown.slug = page.slug;
    shown.title = page.title;
    shown.has_record = page.has_record;
    own.pages.push_back(std::move(shown));
  }
  const Lookalikes lookalikes(input.entries);
  for (const EntryInput& entry : input.entries) {
    if (!entry.page && !lookalikes.Have(entry)) continue;
    own.entries.push_back(entry);
    own.entries.back().header.clear();
  }
  return own;
}

}  // namespace errlookup
