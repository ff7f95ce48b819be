// The second look at the knowledge base: everything that follows from it and that no writer types. Which codes
// share a page, which page comes next, who mentions whom, where on a map an error stands.
#ifndef GENERATOR_RENDER_LINK_H_
#define GENERATOR_RENDER_LINK_H_

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/record/model.h"

namespace errlookup {

// A step of a map.
struct Place {
  const Map* map = nullptr;
  const MapStep* step = nullptr;
};

// Another page that names this one among its related errors.
struct Mention {
  std::size_t page = 0;                // position in LinkedBase::pages
  const Related* related = nullptr;    // what that page says of it
};

// One error: the codes that mean it, and what people wrote about it, if anybody did.
struct ErrorPage {
  std::string slug;                               // of its first code: errors/<slug>.html
  std::vector<const CatalogCode*> codes;          // one or two; the page's own first
  const Record* record = nullptr;                 // null: only the catalogue knows it
  const Family* family = nullptr;
  std::vector<Place> places;                      // the record's own first, then every map step that lists a code
  std::optional<std::size_t> previous, next;      // neighbours in the family, by number
  std::vector<Mention> mentions;                  // without pages that its own record names as related
  std::vector<const WindowsName*> same_number;    // other meanings of the first code's number

  const CatalogCode& code() const { return *codes.front(); }
};

// The knowledge base with its pages. The KnowledgeBase must outlive it and stay unchanged.
struct LinkedBase {
  const KnowledgeBase* base = nullptr;
  std::vector<ErrorPage> pages;                   // ordered by number, then space, of their first code

  // "name" is a symbol, an older name or a number in decimal or 0x form. A number that is a code of several
  // spaces gives the first page in page order. Null if nothing has that name.
  const ErrorPage* FindPage(std::string_view name) const;
  const Procedure* FindProcedure(std::string_view id) const;
  const Map* FindMap(std::string_view id) const;
  const Term* FindTerm(std::string_view id) const;
  const Source* FindSource(std::string_view id) const;
  const Event* FindEvent(std::string_view id) const;

  std::map<std::string, std::size_t, std::less<>> page_of_name;  // behind FindPage
};

// Codes without a record are paired by name: FWP_E_X with STATUS_FWP_X, ERROR_IPSEC_X with STATUS_IPSEC_X.
// References to things that do not exist are left out; the check pass reports them.
LinkedBase LinkBase(const KnowledgeBase& base);

// The symbol of the same error in the other space, or empty: "FWP_E_IN_USE" -> "STATUS_FWP_IN_USE" and back.
std::string TwinSymbol(std::string_view symbol);

// A name that only bounds a range (ERROR_IPSEC_IKE_NEG_STATUS_BEGIN): Windows never returns it. Such codes
// have their own name as message.
bool IsRangeMarker(const CatalogCode& code);

// The shell a command is written for: as the check pass found in the grammar, else by its look.
std::string ShellOf(const Command& command);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_LINK_H_
