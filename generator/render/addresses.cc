#include "generator/render/addresses.h"

namespace errlookup {

std::optional<std::string> Addresses::Resolve(std::string_view scheme, std::string_view name) const {
  if (scheme == "code") {
    if (const ErrorPage* page = linked->FindPage(name)) return Error(*page);
  } else if (scheme == "procedure") {
    if (const Procedure* procedure = linked->FindProcedure(name)) return ProcedurePage(*procedure);
  } else if (scheme == "term") {
    if (const Term* term = linked->FindTerm(name)) return TermPlace(*term);
  }
  return std::nullopt;
}

}  // namespace errlookup
