// A page as Markdown, cut into sections: the text that the terminal shows, that errors/<slug>.md holds and that is
// searched. The HTML page says the same in richer markup.
#ifndef GENERATOR_RENDER_SECTIONS_H_
#define GENERATOR_RENDER_SECTIONS_H_

#include <string>
#include <vector>

#include "generator/render/addresses.h"
#include "generator/render/link.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// Keys in page order; a section with nothing to say is left out:
//   quick-answer causes fixes meaning where prevention developers related faq codes sources
// A page without a record has meaning, where, related and codes; what helps with its whole family (family_advice.h) is
// not among them, because the index holds that once for all codes of the family.
std::vector<Section> ErrorSections(const ErrorPage& page, const Addresses& addresses);

// The whole page: title, what Windows prints, summary, what helps with its family when there is no record, sections.
std::string ErrorMarkdown(const ErrorPage& page, const Addresses& addresses);
std::string ProcedureMarkdown(const Procedure& procedure, const Addresses& addresses);

// "13023 ERROR_IPSEC_QM_POLICY_PENDING_DELETION"
std::string CodeName(const ErrorPage& page);

// What stands in place of a record that nobody has written: plain text. The message of the code stands above it.
std::string MissingRecordText(const ErrorPage& page);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_SECTIONS_H_
