// The pages around the errors, as Views for the templates of the same names.
#ifndef GENERATOR_RENDER_SITE_PAGES_H_
#define GENERATOR_RENDER_SITE_PAGES_H_

#include <string>

#include "generator/render/page_parts.h"

namespace errlookup {

View HomeView(const SiteContext& site);
View ListView(const SiteContext& site);       // every code by number, every name from A to Z
View FamilyView(const SiteContext& site, const Family& family);
View ProcedureView(const SiteContext& site, const Procedure& procedure);
View MapView(const SiteContext& site, const Map& map);
View GlossaryView(const SiteContext& site);
View SourcesView(const SiteContext& site);
View NotFoundView(const SiteContext& site);
// Lists of addresses for machines: sitemap.xml, feed.xml, opensearch.xml, llms.txt, robots.txt.
View MachineView(const SiteContext& site);

// What distinguishes a symbol from its family: "ERROR_IPSEC_IKE_AUTH_FAIL" is filed under "AUTH_FAIL".
std::string FilingName(std::string_view symbol);

// The date of the newest record or procedure, YYYY-MM-DD; empty without any.
std::string NewestDate(const KnowledgeBase& base);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_SITE_PAGES_H_
