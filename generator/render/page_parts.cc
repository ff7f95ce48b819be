#include "generator/render/page_parts.h"

#include <algorithm>
#include <utility>

#include "generator/render/map_svg.h"
#include "generator/render/spellings.h"
#include "generator/render/wording.h"

namespace errlookup {
namespace {

// "../" for every folder above the page.
std::string RootOf(std::string_view path) {
  std::string root;
  for (const char c : path) {
    if (c == '/') root += "../";
  }
  return root;
}

// "{page}" in an address stands for the page that the reader is on.
std::string FeedbackAddress(std::string address, const std::string& path) {
  static constexpr std::string_view kMark = "{page}";
  std::string encoded;
  for (const char c : path) encoded += c == '/' ? "%2F" : std::string(1, c);
  if (const std::size_t at = address.find(kMark); at != std::string::npos) address.replace(at, kMark.size(), encoded);
  return address;
}

// The file as the repository names it, wherever the data was read from.
std::string RepositoryPath(const std::string& file) {
  for (const std::string_view folder : {"records/", "procedures/", "maps/"}) {
    const std::size_t at = file.rfind(folder);
    if (at != std::string::npos) return "data/" + file.substr(at);
  }
  return file;
}

// A command line as pieces, so that the template can mark the placeholders.
View LineParts(std::string_view line, const std::set<std::string, std::less<>>& placeholders) {
  View::List parts;
  const auto add = [&](std::string_view text, std::string_view name) {
    if (!text.empty() || !name.empty()) parts.push_back(View().Set("text", text).Set("placeholder", name));
  };
  std::size_t done = 0;
  for (std::size_t open = line.find('<'); open != std::string_view::npos; open = line.find('<', open + 1)) {
    const std::size_t close = line.find('>', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = line.substr(open + 1, close - open - 1);
    if (!placeholders.contains(name)) continue;
    add(line.substr(done, open - done), {});
    add({}, name);
    done = close + 1;
  }
  add(line.substr(done), {});
  return parts;
}

}  // namespace

View Optional(bool is_there, View view) {
  View::List list;
  if (is_there) list.push_back(std::move(view));
  return list;
}

PageParts::PageParts(const SiteContext& site, PageHead head, Citations citations)
    : site_(site),
      head_(std::move(head)),
      addresses_{.linked = site.linked, .root = RootOf(head_.path)},
      citations_(std::move(citations)) {
  rules_ = {.resolve = [this](std::string_view scheme, std::string_view name) { return addresses_.Resolve(scheme, name); },
            .terms = site.terms,
            .linked = &linked_terms_,
            .glossary_address = addresses_.root + "glossary.html",
            .placeholders = &placeholders_};
}

View PageParts::Frame() const {
  const Site& site = site_.linked->base->site;
  const std::string canonical = site_.base_url.empty() ? "" : site_.base_url + head_.path;
  View frame;
  frame.Set("root", addresses_.root)
      .Set("site_name", site.name)
      .Set("page_title", head_.title)
      .Set("description", head_.description)
      .Set("canonical", head_.is_indexed ? canonical : "")
      .Set("is_hidden_from_search_engines", !head_.is_indexed)
      .Set("markdown_href", "")
      .Set("is_home", false)
      .Set("has_search", site_.has_search)
      .Set("has_feed", !site_.base_url.empty())
      .Set("feedback_url", FeedbackAddress(site.feedback_url, head_.path))
      .Set("repository_url", site.repository_url)
      .Set("edit_url", head_.edit_file.empty() || site.repository_url.empty()
                           ? ""
                           : site.repository_url + "/blob/main/" + RepositoryPath(head_.edit_file));
  return frame;
}

View PageParts::Placeholders(const std::vector<const std::vector<Placeholder>*>& lists) {
  View::List fields;
  for (const std::vector<Placeholder>* list : lists) {
    for (const Placeholder& placeholder : *list) {
      if (!placeholders_.insert(placeholder.name).second) continue;
      fields.push_back(View()
                           .Set("name", placeholder.name)
                           .Set("label", placeholder.label.empty() ? placeholder.name : placeholder.label)
                           .Set("example", placeholder.example));
    }
  }
  return fields;
}

View PageParts::Commands(const std::vector<Command>& commands) const {
  View::List views;
  std::string last;
  for (const Command& command : commands) {
    const std::string context = CommandContext(command);
    views.push_back(View()
                        .Set("context", context == last ? "" : context)  // said once for commands that follow each other
                        .Set("shell", ShellOf(command))
                        .Set("line", command.line.value)
                        .Set("parts", LineParts(command.line.value, placeholders_)));
    last = context;
  }
  return views;
}

View PageParts::Steps(const std::vector<Step>& steps) {
  View::List views;
  for (const Step& step : steps) {
    View view;
    view.Set("do_html", Html(step.doing));
    view.Set("commands", Commands(step.run));
    view.Set("expect_html", Inline(step.expect));
    view.Set("otherwise_html", Inline(step.otherwise));
    views.push_back(std::move(view));
  }
  return views;
}

View PageParts::Risk(std::string_view risk) const {
  const Words words = RiskWords(risk);
  return Optional(!risk.empty(), View().Set("risk_class", risk).Set("label", words.label).Set("sentence", words.sentence));
}

View PageParts::Evidence(std::string_view evidence, const std::vector<Text>& sources) const {
  View::List numbers;
  for (const Text& source : sources) {
    const auto number = citations_.Number(source.value);
    if (!number) continue;
    numbers.push_back(View()
                          .Set("number", static_cast<std::int64_t>(*number))
                          .Set("source_title", citations_.sources()[*number - 1]->title));
  }
  const Words words = EvidenceWords(evidence);
  return Optional(!evidence.empty(), View()
                                         .Set("evidence_class", evidence)
                                         .Set("label", words.label)
                                         .Set("sentence", words.sentence)
                                         .Set("numbers", std::move(numbers)));
}

View PageParts::ProcedureInPlace(const Text& id, Said said) {
  const Procedure* procedure = linked().FindProcedure(id.value);
  if (procedure == nullptr) return View::List{};
  const bool is_first = shown_.IsFirstUse(*procedure);
  View view;
  view.Set("procedure_id", procedure->id)
      .Set("procedure_title", procedure->title.value)
      .Set("procedure_href", addresses_.ProcedurePage(*procedure))
      .Set("is_first_use", is_first)
      .Set("risk", procedure->risk == said.risk ? View(View::List{}) : Risk(procedure->risk));
  view.Set("steps", is_first ? Steps(procedure->steps) : View(View::List{}));
  view.Set("reading", is_first ? Reading(*procedure) : View(View::List{}));
  view.Set("procedure_undo_html", is_first && !said.has_undo ? Html(procedure->undo) : View(""));
  return Optional(true, std::move(view));
}

// A list of none or one, so that the table around the rows goes away with them.
View PageParts::Reading(const Procedure& procedure) {
  View::List rows;
  for (const ResultRow& row : procedure.reading)
    rows.push_back(View().Set("see_html", Inline(row.see)).Set("means_html", Inline(row.means)));
  const bool has_rows = !rows.empty();
  return Optional(has_rows, View().Set("rows", std::move(rows)));
}

View PageParts::Sources() const {
  View::List views;
  for (std::size_t i = 0; i < citations_.sources().size(); ++i) {
    const Source& source = *citations_.sources()[i];
    views.push_back(View()
                        .Set("number", static_cast<std::int64_t>(i + 1))
                        .Set("title", source.title)
                        .Set("publisher", source.publisher)
                        .Set("url", source.url)
                        .Set("seen", source.seen));
  }
  return views;
}

View PageParts::ErrorLink(const ErrorPage& page) const {
  return View()
      .Set("href", addresses_.Error(page))
      .Set("number", UsualSpelling(page.code().space, page.code().value))
      .Set("symbol", page.code().symbol)
      .Set("words", WordsFor(page))
      .Set("is_written", page.record != nullptr);
}

std::string WordsFor(const ErrorPage& page) {
  if (page.record != nullptr) return page.record->title.value;
  return IsRangeMarker(page.code()) ? "Marks the edge of a range; never returned" : page.code().message;
}

View PageParts::MapPicture(const Map& map, std::string_view current_step) const {
  const Map shown = current_step.empty() ? map : MapExcerpt(map, current_step);
  return View()
      .Set("svg", DrawMap(shown, current_step))
      .Set("map_title", map.title.value)
      .Set("map_href", addresses_.MapPage(map))
      .Set("is_excerpt", shown.steps.size() < map.steps.size());
}

}  // namespace errlookup
