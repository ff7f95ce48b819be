#include "generator/render/render.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <string_view>
#include <thread>

#include "generator/render/error_page.h"
#include "generator/render/json_text.h"
#include "generator/render/sections.h"
#include "generator/render/site_pages.h"

namespace errlookup {
namespace {

constexpr std::array<std::string_view, 15> kTemplates = {
    "alias", "error",     "family", "feed.xml",       "glossary",   "home",        "list",    "llms.txt",
    "map",   "not-found", "procedure", "opensearch.xml", "robots.txt", "sitemap.xml", "sources"};

class Planner {
 public:
  Planner(const SiteContext& site, const Templates& templates) : site_(site), templates_(templates) {}

  std::vector<PlannedFile> Plan() {
    // The plan outlives the planner: its functions hold the context, never "this".
    const SiteContext& site = site_;
    const KnowledgeBase& base = *site.linked->base;
    for (const ErrorPage& page : site.linked->pages) AddError(page);
    for (const Procedure& procedure : base.procedures) AddProcedure(procedure);
    for (const Family& family : base.families)
      AddPage("families/" + family.id + ".html", "family", [&site, &family] { return FamilyView(site, family); });
    for (const Map& map : base.maps)
      AddPage("maps/" + map.id + ".html", "map", [&site, &map] { return MapView(site, map); });
    AddPage("index.html", "home", [&site] { return HomeView(site); });
    AddPage("list.html", "list", [&site] { return ListView(site); });
    AddPage("glossary.html", "glossary", [&site] { return GlossaryView(site); });
    AddPage("sources.html", "sources", [&site] { return SourcesView(site); });
    AddPage("404.html", "not-found", [&site] { return NotFoundView(site); });
    AddPage("llms.txt", "llms.txt", [&site] { return MachineView(site); });
    AddPage("robots.txt", "robots.txt", [&site] { return MachineView(site); });
    if (!site.base_url.empty()) {  // these name whole addresses
      for (const std::string name : {"sitemap.xml", "feed.xml", "opensearch.xml"})
        AddPage(name, name, [&site] { return MachineView(site); });
    }
    return std::move(plan_);
  }

 private:
  void Add(std::string path, std::function<std::string()> make) { plan_.push_back({std::move(path), std::move(make)}); }

  void AddPage(std::string path, std::string template_name, std::function<View()> view) {
    Add(std::move(path), [templates = &templates_, name = std::move(template_name), view = std::move(view)] {
      return templates->Render(name, view());
    });
  }

  void AddError(const ErrorPage& page) {
    const SiteContext& site = site_;
    const std::string stem = "errors/" + page.slug;
    AddPage(stem + ".html", "error", [&site, &page] { return ErrorView(site, page); });
    Add(stem + ".json", [&site, &page] { return ToJson(ErrorJson(site, page)); });
    Add(stem + ".md", [&site, &page] {
      return ErrorMarkdown(page, {.linked = site.linked, .root = "../", .extension = ".md"});
    });
    for (std::size_t i = 1; i < page.codes.size(); ++i) {
      const CatalogCode& code = *page.codes[i];
      AddPage("errors/" + CodeSlug(code.space, code.value) + ".html", "alias",
              [&site, &page, &code] { return AliasView(site, page, code); });
    }
  }

  void AddProcedure(const Procedure& procedure) {
    const SiteContext& site = site_;
    const std::string stem = "procedures/" + procedure.id;
    AddPage(stem + ".html", "procedure", [&site, &procedure] { return ProcedureView(site, procedure); });
    Add(stem + ".md", [&site, &procedure] {
      return ProcedureMarkdown(procedure, {.linked = site.linked, .root = "../", .extension = ".md"});
    });
  }

  const SiteContext& site_;
  const Templates& templates_;
  std::vector<PlannedFile> plan_;
};

}  // namespace

Result<std::vector<PlannedFile>> PlanSite(const SiteContext& site, const Templates& templates) {
  for (const std::string_view name : kTemplates) {
    if (!templates.Has(name)) return Fail(ErrorCode::kNotFound, "template " + std::string(name) + ".mustache is missing");
  }
  return Planner(site, templates).Plan();
}

std::vector<std::string> RenderAll(const std::vector<PlannedFile>& plan, unsigned jobs,
                                   const std::function<void(std::size_t)>& on_progress) {
  std::vector<std::string> texts(plan.size());
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::size_t made = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < plan.size(); i = next++) {
      texts[i] = plan[i].make();
      const std::lock_guard lock(mutex);
      ++made;
      if (on_progress) on_progress(made);
    }
  };
  {
    std::vector<std::jthread> workers;
    for (unsigned i = 1; i < std::max(jobs, 1U); ++i) workers.emplace_back(work);
    work();
  }
  return texts;
}

}  // namespace errlookup
