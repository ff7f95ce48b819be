#include "generator/render/site_pages.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "generator/render/spellings.h"
#include "generator/render/wording.h"

namespace errlookup {
namespace {

constexpr std::size_t kRecentRecords = 8;

Citations NoCitations(const SiteContext& site) { return Citations(*site.linked, std::vector<Text>{}); }

bool IsWritten(const ErrorPage& page) { return page.record != nullptr; }

View ErrorLinks(const PageParts& parts, const std::vector<const ErrorPage*>& pages) {
  View::List links;
  for (const ErrorPage* page : pages) links.push_back(parts.ErrorLink(*page));
  return links;
}

std::vector<const ErrorPage*> PagesOf(const LinkedBase& linked, const Family& family) {
  std::vector<const ErrorPage*> pages;
  for (const ErrorPage& page : linked.pages) {
    if (page.family == &family) pages.push_back(&page);
  }
  return pages;
}

// "26 errors, 8 with a full record"
std::string CountText(const std::vector<const ErrorPage*>& pages) {
  const auto written = std::ranges::count_if(pages, [](const ErrorPage* page) { return IsWritten(*page); });
  std::string text = std::to_string(pages.size()) + (pages.size() == 1 ? " error" : " errors");
  if (written > 0) text += ", " + std::to_string(written) + " with a full record";
  return text;
}

View FamilyLinks(const PageParts& parts) {
  View::List families;
  for (const Family& family : parts.linked().base->families) {
    const std::vector<const ErrorPage*> pages = PagesOf(parts.linked(), family);
    families.push_back(View()
                           .Set("href", parts.addresses().FamilyPage(family))
                           .Set("family_title", family.title.value)
                           .Set("range", family.range)
                           .Set("count", CountText(pages)));
  }
  return families;
}

View ProcedureLinks(const PageParts& parts) {
  View::List views;
  for (const Procedure& procedure : parts.linked().base->procedures) {
    views.push_back(View()
                        .Set("href", parts.addresses().ProcedurePage(procedure))
                        .Set("procedure_title", procedure.title.value)
                        .Set("summary", procedure.summary.value));
  }
  return views;
}

View MapLinks(const PageParts& parts) {
  View::List views;
  for (const Map& map : parts.linked().base->maps) {
    views.push_back(View()
                        .Set("href", parts.addresses().MapPage(map))
                        .Set("map_title", map.title.value)
                        .Set("summary", map.summary.value));
  }
  return views;
}

// Newest first; of one day, in the order of the pages.
std::vector<const ErrorPage*> RecentRecords(const LinkedBase& linked) {
  std::vector<const ErrorPage*> pages;
  for (const ErrorPage& page : linked.pages) {
    if (IsWritten(page)) pages.push_back(&page);
  }
  std::ranges::stable_sort(pages, std::ranges::greater{}, [](const ErrorPage* page) { return page->record->updated; });
  return pages;
}

struct NamedCode {
  std::string name, filing;
  const CatalogCode* code = nullptr;
  const ErrorPage* page = nullptr;
  bool is_alias = false;
};

std::vector<NamedCode> AllNames(const LinkedBase& linked) {
  std::vector<NamedCode> names;
  for (const ErrorPage& page : linked.pages) {
    for (const CatalogCode* code : page.codes) {
      names.push_back({code->symbol, FilingName(code->symbol), code, &page, false});
      for (const std::string& alias : code->aliases) names.push_back({alias, FilingName(alias), code, &page, true});
    }
  }
  std::ranges::sort(names, {}, [](const NamedCode& one) { return std::tuple(one.filing, one.name); });
  return names;
}

View LetterGroups(const PageParts& parts) {
  View::List groups;
  View::List letters;
  View::List items;
  std::string letter;
  const auto finish = [&] {
    if (!items.empty()) groups.push_back(View().Set("letter", letter).Set("names", std::move(items)));
    items = {};
  };
  for (const NamedCode& one : AllNames(parts.linked())) {
    const std::string first = one.filing.substr(0, 1);
    if (first != letter) {
      finish();
      letter = first;
      letters.push_back(View().Set("letter", letter));
    }
    items.push_back(View()
                        .Set("href", parts.addresses().Error(*one.page))
                        .Set("symbol", one.name)
                        .Set("usual", UsualSpelling(one.code->space, one.code->value))
                        .Set("is_alias", one.is_alias));
  }
  finish();
  return View().Set("groups", std::move(groups)).Set("letters", std::move(letters));
}

View NumberTable(const PageParts& parts) {
  struct Row {
    const CatalogCode* code;
    const ErrorPage* page;
  };
  std::vector<Row> rows;
  for (const ErrorPage& page : parts.linked().pages) {
    for (const CatalogCode* code : page.codes) rows.push_back({code, &page});
  }
  std::ranges::sort(rows, {}, [](const Row& row) { return std::tuple(row.code->value, row.code->space, row.code->symbol); });
  View::List views;
  for (const Row& row : rows) {
    views.push_back(View()
                        .Set("href", parts.addresses().Error(*row.page))
                        .Set("usual", UsualSpelling(row.code->space, row.code->value))
                        .Set("symbol", row.code->symbol)
                        .Set("message", IsRangeMarker(*row.code) ? "Marks the edge of a range" : row.code->message)
                        .Set("is_written", IsWritten(*row.page)));
  }
  return views;
}

// The first paragraph greets the reader; the rest stands at the end of the start page.
std::pair<Text, Text> SplitAbout(const Site& site) {
  const std::size_t end = std::min(site.about.value.find("\n\n"), site.about.value.size());
  return {Text{site.about.value.substr(0, end), site.about.at}, Text{site.about.value.substr(end), site.about.at}};
}

}  // namespace

std::string FilingName(std::string_view symbol) {
  // Longest first.
  static constexpr std::array<std::string_view, 12> kPrefixes = {
      "ERROR_IPSEC_DOSP_", "STATUS_IPSEC_DOSP_", "ERROR_IPSEC_IKE_", "WARNING_IPSEC_", "STATUS_IPSEC_", "ERROR_IPSEC_",
      "STATUS_FWP_",       "WSA_IPSEC_",         "IPSEC_IKE_",       "STATUS_",        "FWP_E_",        "ERROR_"};
  for (const std::string_view prefix : kPrefixes) {
    if (symbol.starts_with(prefix) && symbol.size() > prefix.size()) return std::string(symbol.substr(prefix.size()));
  }
  return std::string(symbol);
}

std::string NewestDate(const KnowledgeBase& base) {
  std::string newest;
  for (const Record& record : base.records) newest = std::max(newest, record.updated);
  for (const Procedure& procedure : base.procedures) newest = std::max(newest, procedure.updated);
  return newest;
}

View HomeView(const SiteContext& site) {
  const auto [lead, about] = SplitAbout(site.linked->base->site);
  PageParts parts(site, {.path = "index.html", .title = "", .description = MarkdownToPlainText(lead.value), .edit_file = "data/site.json"},
                  NoCitations(site));
  std::vector<const ErrorPage*> recent = RecentRecords(*site.linked);
  const std::size_t written = recent.size();
  if (recent.size() > kRecentRecords) recent.resize(kRecentRecords);
  std::size_t codes = 0;
  for (const ErrorPage& page : site.linked->pages) codes += page.codes.size();
  View view = parts.Frame();
  view.Set("is_home", true);
  view.Set("lead_html", parts.Html(lead));
  view.Set("about_html", parts.Html(about));
  view.Set("families", FamilyLinks(parts));
  view.Set("procedures", ProcedureLinks(parts));
  view.Set("has_procedures", !site.linked->base->procedures.empty());
  view.Set("maps", MapLinks(parts));
  view.Set("has_maps", !site.linked->base->maps.empty());
  view.Set("recent", ErrorLinks(parts, recent));
  view.Set("has_recent", !recent.empty());
  view.Set("written_count", static_cast<std::int64_t>(written));
  view.Set("code_count", static_cast<std::int64_t>(codes));
  view.Set("error_count", static_cast<std::int64_t>(site.linked->pages.size()));
  view.Set("updated", NewestDate(*site.linked->base));
  return view;
}

View ListView(const SiteContext& site) {
  const PageParts parts(site, {.path = "list.html", .title = "All codes", .description = "Every Windows IPsec, IKE, WFP and VPN error code by number and by name.", .edit_file = ""},
                        NoCitations(site));
  View view = parts.Frame();
  view.Set("numbers", NumberTable(parts));
  view.Set("by_letter", LetterGroups(parts));
  return view;
}

View FamilyView(const SiteContext& site, const Family& family) {
  PageParts parts(site, {.path = "families/" + family.id + ".html", .title = family.title.value, .description = "Windows errors of the family " + family.title.value + " (" + family.range + ").", .edit_file = "data/families.json"},
                  NoCitations(site));
  View view = parts.Frame();
  view.Set("family_title", family.title.value).Set("range", family.range);
  view.Set("text_html", parts.Html(family.text));
  const std::vector<const ErrorPage*> pages = PagesOf(*site.linked, family);
  view.Set("has_unwritten", std::ranges::any_of(pages, [](const ErrorPage* page) { return !IsWritten(*page); }));
  View::List rows;
  for (const ErrorPage* page : pages) {
    View row = parts.ErrorLink(*page);
    row.Set("summary", IsWritten(*page) ? page->record->summary.value : "");
    rows.push_back(std::move(row));
  }
  view.Set("errors", std::move(rows));
  return view;
}

View ProcedureView(const SiteContext& site, const Procedure& procedure) {
  PageParts parts(site, {.path = "procedures/" + procedure.id + ".html", .title = procedure.title.value, .description = procedure.summary.value, .edit_file = procedure.file},
                  Citations(*site.linked, procedure.sources));
  View view = parts.Frame();
  View fields = parts.Placeholders({&procedure.placeholders});
  view.Set("has_placeholders", !fields.list()->empty());
  view.Set("placeholders", std::move(fields));
  view.Set("markdown_href", procedure.id + ".md").Set("procedure_id", procedure.id).Set("procedure_title", procedure.title.value).Set("summary", procedure.summary.value);
  view.Set("level", LevelWords(procedure.level).label).Set("updated", procedure.updated);
  view.Set("intro_html", parts.Html(procedure.intro));
  view.Set("risk", parts.Risk(procedure.risk));
  view.Set("steps", parts.Steps(procedure.steps));
  view.Set("reading", parts.Reading(procedure));
  view.Set("undo_html", parts.Html(procedure.undo));
  view.Set("evidence", parts.Evidence(procedure.evidence, procedure.sources));
  view.Set("sources", parts.Sources());
  view.Set("has_sources", !procedure.sources.empty());
  std::vector<const ErrorPage*> users;
  for (const ErrorPage& page : site.linked->pages) {
    if (!IsWritten(page)) continue;
    const auto uses = [&](const Text& id) { return id.value == procedure.id; };
    if (std::ranges::any_of(page.record->causes, [&](const Cause& cause) { return cause.check && uses(cause.check->procedure); }) ||
        std::ranges::any_of(page.record->fixes, [&](const Fix& fix) { return uses(fix.procedure); }))
      users.push_back(&page);
  }
  view.Set("has_users", !users.empty());
  view.Set("users", ErrorLinks(parts, users));
  return view;
}

View MapView(const SiteContext& site, const Map& map) {
  PageParts parts(site, {.path = "maps/" + map.id + ".html", .title = map.title.value, .description = map.summary.value, .edit_file = map.file},
                  Citations(*site.linked, map.sources));
  View view = parts.Frame();
  view.Set("map_title", map.title.value).Set("summary", map.summary.value);
  view.Set("picture", Optional(true, parts.MapPicture(map, "")));
  view.Set("text_html", parts.Html(map.text));
  View::List steps;
  for (const MapStep& step : map.steps) {
    std::vector<const ErrorPage*> pages;
    for (const Text& code : step.codes) {
      const ErrorPage* page = site.linked->FindPage(code.value);
      if (page != nullptr && std::ranges::find(pages, page) == pages.end()) pages.push_back(page);
    }
    View view_of_step;
    view_of_step.Set("id", step.id).Set("step_title", step.title.value);
    view_of_step.Set("text_html", parts.Html(step.text));
    view_of_step.Set("has_errors", !pages.empty());
    view_of_step.Set("errors", ErrorLinks(parts, pages));
    steps.push_back(std::move(view_of_step));
  }
  view.Set("steps", std::move(steps));
  view.Set("evidence", parts.Evidence(map.evidence, map.sources));
  view.Set("sources", parts.Sources());
  view.Set("has_sources", !map.sources.empty());
  return view;
}

View GlossaryView(const SiteContext& site) {
  // The glossary does not link its own terms at first use: they are all on the page.
  SiteContext without_terms = site;
  without_terms.terms = nullptr;
  PageParts parts(without_terms, {.path = "glossary.html", .title = "Glossary", .description = "Terms of IPsec, IKE, VPN and the Windows Filtering Platform as these pages use them.", .edit_file = "data/glossary.json"},
                  NoCitations(site));
  std::vector<const Term*> terms;
  for (const Term& term : site.linked->base->terms) terms.push_back(&term);
  const auto fold = [](const Term* term) {
    std::string name = term->term;
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::tuple(name, term->id);
  };
  std::ranges::sort(terms, {}, fold);
  View::List views;
  for (const Term* term : terms) {
    std::string also;
    for (const std::string& name : term->also) also += (also.empty() ? "" : ", ") + name;
    View view;
    view.Set("id", term->id).Set("term", term->term).Set("also", also);
    view.Set("text_html", parts.Html(term->text));
    views.push_back(std::move(view));
  }
  View view = parts.Frame();
  view.Set("terms", std::move(views));
  return view;
}

View SourcesView(const SiteContext& site) {
  const PageParts parts(site, {.path = "sources.html", .title = "Sources", .description = "The pages, articles and threads that the claims on these pages rest on.", .edit_file = "data/sources.json"},
                        NoCitations(site));
  View::List views;
  for (const Source& source : site.linked->base->sources) {
    views.push_back(View()
                        .Set("id", source.id)
                        .Set("title", source.title)
                        .Set("publisher", source.publisher)
                        .Set("url", source.url)
                        .Set("seen", source.seen));
  }
  View view = parts.Frame();
  view.Set("sources", std::move(views));
  return view;
}

View NotFoundView(const SiteContext& site) {
  const PageParts parts(site, {.path = "404.html", .title = "Page not found", .description = "", .edit_file = "", .is_indexed = false}, NoCitations(site));
  View view = parts.Frame();
  // A server shows this page at any depth, so its addresses start from the site's own.
  if (!site.base_url.empty()) view.Set("root", site.base_url);
  return view;
}

View MachineView(const SiteContext& site) {
  const KnowledgeBase& base = *site.linked->base;
  const Addresses markdown{.linked = site.linked, .root = site.base_url, .extension = ".md"};
  const Addresses html{.linked = site.linked, .root = site.base_url, .extension = ".html"};
  View::List errors, records, pages;
  for (const ErrorPage& page : site.linked->pages) {
    const bool written = IsWritten(page);
    View view;
    view.Set("loc", html.Error(page))
        .Set("markdown", markdown.Error(page))
        .Set("name", UsualSpelling(page.code().space, page.code().value) + " " + page.code().symbol)
        .Set("words", WordsFor(page))
        .Set("summary", written ? page.record->summary.value : "")
        .Set("updated", written ? page.record->updated : "");
    errors.push_back(std::move(view));
  }
  for (const ErrorPage* page : RecentRecords(*site.linked)) {
    records.push_back(View()
                          .Set("loc", html.Error(*page))
                          .Set("markdown", markdown.Error(*page))
                          .Set("name", UsualSpelling(page->code().space, page->code().value) + " " + page->code().symbol)
                          .Set("words", page->record->title.value)
                          .Set("summary", page->record->summary.value)
                          .Set("updated", page->record->updated));
  }
  for (const std::string_view path : {"index.html", "list.html", "glossary.html", "sources.html"})
    pages.push_back(View().Set("loc", site.base_url + std::string(path)));
  for (const Family& family : base.families) pages.push_back(View().Set("loc", html.FamilyPage(family)));
  for (const Map& map : base.maps) pages.push_back(View().Set("loc", html.MapPage(map)));
  View::List procedures;
  for (const Procedure& procedure : base.procedures) {
    pages.push_back(View().Set("loc", html.ProcedurePage(procedure)));
    procedures.push_back(View()
                             .Set("markdown", markdown.ProcedurePage(procedure))
                             .Set("procedure_title", procedure.title.value)
                             .Set("summary", procedure.summary.value));
  }
  return View()
      .Set("site_name", base.site.name)
      .Set("about", MarkdownToPlainText(SplitAbout(base.site).first.value))
      .Set("base_url", site.base_url)
      .Set("updated", NewestDate(base))
      .Set("has_search", site.has_search)
      .Set("pages", std::move(pages))
      .Set("errors", std::move(errors))
      .Set("records", std::move(records))
      .Set("procedures", std::move(procedures));
}

}  // namespace errlookup
