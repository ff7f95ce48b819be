// The page of one error: HTML, and the small page of a second code that leads to it.
#ifndef GENERATOR_RENDER_ERROR_PAGE_H_
#define GENERATOR_RENDER_ERROR_PAGE_H_

#include "generator/render/page_parts.h"

namespace errlookup {

// For the template "error", with a record or without.
View ErrorView(const SiteContext& site, const ErrorPage& page);

// For the template "alias": "code" is one of the page's codes, not the first.
View AliasView(const SiteContext& site, const ErrorPage& page, const CatalogCode& code);

// Everything that is published of an error, for errors/<slug>.json.
View ErrorJson(const SiteContext& site, const ErrorPage& page);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_ERROR_PAGE_H_
