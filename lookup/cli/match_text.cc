#include "lookup/cli/match_text.h"

#include "lookup/cli/code_text.h"
#include "lookup/cli/safe_text.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

std::string LineOf(const IndexReader& index, EntryId id) {
  if (const std::optional<PageId> page = index.entry(id).page) {
    if (const std::string title = index.page(*page).title; !title.empty()) return SafeText(title);
  }
  if (const std::string message = index.message(id); !message.empty()) return SafeText(message);
  return "named in " + SafeText(index.header(id));
}

MatchText TextOfUnknown(Space space, std::uint32_t value) {
  return {.code = CodeText(space, value), .space = SpaceTitle(space), .symbol = "", .line = "no name known"};
}

}  // namespace

MatchText NameTextOf(const IndexReader& index, EntryId id) {
  const Entry entry = index.entry(id);
  return {.code = CodeText(entry.space, entry.value),
          .space = SpaceTitle(entry.space),
          .symbol = SafeText(index.symbol(id)),
          .line = {}};
}

MatchText TextOf(const IndexReader& index, EntryId id) {
  MatchText text = NameTextOf(index, id);
  text.line = LineOf(index, id);
  return text;
}

MatchText TextOf(const IndexReader& index, const Match& match) {
  return match.entry ? TextOf(index, *match.entry) : TextOfUnknown(match.space, match.value);
}

MatchText TextOf(const IndexReader& index, const Reading& reading) {
  return reading.is_known() ? TextOf(index, reading.entries.front()) : TextOfUnknown(reading.space, reading.value);
}

std::string PageAddress(const IndexReader& index, const PageInfo& page) {
  const std::string base = index.base_url();
  return base.empty() ? base : SafeText(base + "errors/" + page.slug + ".html");
}

}  // namespace errlookup
