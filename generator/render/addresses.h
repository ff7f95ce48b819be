// Where things stand in the site. Every address inside the site is relative and names a file, so that it works
// from disk.
#ifndef GENERATOR_RENDER_ADDRESSES_H_
#define GENERATOR_RENDER_ADDRESSES_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/render/link.h"

namespace errlookup {

// Addresses as seen from one page.
struct Addresses {
  const LinkedBase* linked = nullptr;
  std::string root;                  // "" at the top, "../" in a folder, "https://example.com/" from outside
  std::string extension = ".html";   // ".md": errors and procedures are linked in their Markdown form

  std::string Error(const ErrorPage& page) const { return root + "errors/" + page.slug + extension; }
  std::string ProcedurePage(const Procedure& procedure) const { return root + "procedures/" + procedure.id + extension; }
  std::string FamilyPage(const Family& family) const { return root + "families/" + family.id + ".html"; }
  std::string MapPage(const Map& map) const { return root + "maps/" + map.id + ".html"; }
  std::string MapStepPlace(const Map& map, const MapStep& step) const { return MapPage(map) + "#step-" + step.id; }
  std::string TermPlace(const Term& term) const { return root + "glossary.html#term-" + term.id; }

  // The address behind code:…, procedure:… and term:… in Markdown.
  std::optional<std::string> Resolve(std::string_view scheme, std::string_view name) const;
};

}  // namespace errlookup

#endif  // GENERATOR_RENDER_ADDRESSES_H_
