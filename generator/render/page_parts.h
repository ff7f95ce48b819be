// The parts that pages are made of, as Views for the templates. One PageParts makes one page: it remembers which
// terms the page has linked and which procedures it has shown, and knows how its sources are numbered.
#ifndef GENERATOR_RENDER_PAGE_PARTS_H_
#define GENERATOR_RENDER_PAGE_PARTS_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/render/addresses.h"
#include "generator/render/citations.h"
#include "generator/render/markdown.h"
#include "generator/render/term_finder.h"
#include "generator/render/view.h"

namespace errlookup {

// What all pages of one site share.
struct SiteContext {
  const LinkedBase* linked = nullptr;
  const TermFinder* terms = nullptr;
  std::string base_url;      // ends with '/', or empty: then no page names its canonical address
  bool has_search = false;   // the site carries the engine
};

// What a page says about itself.
struct PageHead {
  std::string path;          // "errors/13023.html"
  std::string title;         // without the name of the site
  std::string description;   // one sentence of plain text; may be empty
  std::string edit_file;     // the data file behind the page, or empty
  bool is_indexed = true;    // false: search engines leave the page out (404, second names)
};

class PageParts {
 public:
  PageParts(const SiteContext& site, PageHead head, Citations citations);
  PageParts(const PageParts&) = delete;             // rules_ refers to members
  PageParts& operator=(const PageParts&) = delete;

  // A view with everything that the frame of the page (page-top, page-bottom) asks for.
  View Frame() const;

  const LinkedBase& linked() const { return *site_.linked; }
  const Addresses& addresses() const { return addresses_; }
  const SiteContext& site() const { return site_; }

  // The fields that readers fill in. Call first: later parts mark these names in the text.
  View Placeholders(const std::vector<const std::vector<Placeholder>*>& lists);

  View Html(const Text& markdown) { return MarkdownToHtml(markdown.value, rules_); }
  View Inline(const Text& markdown) { return MarkdownToInlineHtml(markdown.value, rules_); }
  View Commands(const std::vector<Command>& commands) const;
  View Steps(const std::vector<Step>& steps);
  View Risk(std::string_view risk) const;                                   // empty list: no badge
  View Evidence(std::string_view evidence, const std::vector<Text>& sources) const;
  // Empty list: no procedure. "said" is what stands before the steps already: the same risk is not said twice, and the
  // procedure's undo is left out when the fix has its own.
  struct Said { std::string_view risk; bool has_undo = false; };
  View ProcedureInPlace(const Text& id, Said said);
  View Reading(const Procedure& procedure);
  View Sources() const;
  View ErrorLink(const ErrorPage& page) const;                              // href, number, symbol, words
  View MapPicture(const Map& map, std::string_view current_step) const;

 private:
  const SiteContext& site_;
  PageHead head_;
  Addresses addresses_;
  Citations citations_;
  ShownProcedures shown_;
  std::set<std::string, std::less<>> placeholders_;
  std::set<std::string> linked_terms_;
  MarkdownRules rules_;
};

// What a list says of an error in a few words: the title of its record, else what Windows prints.
std::string WordsFor(const ErrorPage& page);

// A view of something that a template shows with {{#name}}…{{/name}} when it is there: a list of none or one.
View Optional(bool is_there, View view);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_PAGE_PARTS_H_
