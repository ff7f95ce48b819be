// The third pass: every file of the site that is made from data.
#ifndef GENERATOR_RENDER_RENDER_H_
#define GENERATOR_RENDER_RENDER_H_

#include <functional>
#include <string>
#include <vector>

#include "generator/render/page_parts.h"
#include "generator/render/templates.h"
#include "lookup/base/result.h"

namespace errlookup {

// A file of the site that is still to be made. "make" may be called from any thread, and any number of them at
// once; it gives the same text every time.
struct PlannedFile {
  std::string path;                   // relative to the site, with '/'
  std::function<std::string()> make;
};

// The context and the templates must outlive the plan. Files come in a fixed order. Fails when a template that the
// site needs is missing.
Result<std::vector<PlannedFile>> PlanSite(const SiteContext& site, const Templates& templates);

// Makes them all, "jobs" at a time (at least one); texts in the order of the plan. "on_progress" is called, from any
// thread but one at a time, after each file with the number of files made; may be empty.
std::vector<std::string> RenderAll(const std::vector<PlannedFile>& plan, unsigned jobs,
                                   const std::function<void(std::size_t)>& on_progress);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_RENDER_H_
