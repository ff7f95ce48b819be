#include "generator/output/index_texts.h"

#include <string>
#include <utility>

#include "generator/render/family_advice.h"

namespace errlookup {
namespace {

// The record's own, then those of the procedures whose steps stand on the page.
std::vector<Placeholder> PlaceholdersOf(const Record& record, const LinkedBase& linked) {
  std::vector<Placeholder> all = record.placeholders;
  const auto add = [&](const Text& id) {
    if (const Procedure* procedure = linked.FindProcedure(id.value))
      all.insert(all.end(), procedure->placeholders.begin(), procedure->placeholders.end());
  };
  for (const Cause& cause : record.causes)
    if (cause.check) add(cause.check->procedure);
  for (const Fix& fix : record.fixes) add(fix.procedure);
  return all;
}

}  // namespace

std::optional<Section> PlaceholderSection(const ErrorPage& page, const std::vector<Section>& sections, const LinkedBase& linked) {
  if (page.record == nullptr) return std::nullopt;
  std::string text;
  for (const Section& section : sections) text += section.markdown;
  std::string list = PlaceholderList(PlaceholdersOf(*page.record, linked), text);
  if (list.empty()) return std::nullopt;
  return Section{"placeholders", "Names in the commands", std::move(list)};
}

}  // namespace errlookup
