// errors/<slug>.json: the record with everything that was looked up and computed. Keys are those of the data files
// where the meaning is the same; they are only ever added.
#include <utility>

#include "generator/render/error_page.h"
#include "generator/render/family_advice.h"
#include "generator/render/spellings.h"

namespace errlookup {
namespace {

template <typename T, typename F>
View ListOf(const std::vector<T>& values, F&& to_view) {
  View::List list;
  for (const T& value : values) list.push_back(to_view(value));
  return list;
}

View Strings(const std::vector<std::string>& values) {
  return ListOf(values, [](const std::string& value) { return View(value); });
}
View Values(const std::vector<Text>& values) {
  return ListOf(values, [](const Text& value) { return View(value.value); });
}

void SetText(View& view, std::string_view name, const Text& text) {
  if (!text.empty()) view.Set(name, text.value);
}
void SetText(View& view, std::string_view name, const std::string& text) {
  if (!text.empty()) view.Set(name, text);
}

View Commands(const std::vector<Command>& commands) {
  return ListOf(commands, [](const Command& command) {
    View view;
    view.Set("line", command.line.value).Set("shell", ShellOf(command));
    SetText(view, "on", command.on);
    if (command.elevated) view.Set("elevated", *command.elevated);
    return view;
  });
}

View Steps(const std::vector<Step>& steps) {
  return ListOf(steps, [](const Step& step) {
    View view;
    view.Set("do", step.doing.value).Set("run", Commands(step.run));
    SetText(view, "expect", step.expect);
    SetText(view, "otherwise", step.otherwise);
    return view;
  });
}

View Placeholders(const std::vector<Placeholder>& placeholders) {
  return ListOf(placeholders, [](const Placeholder& one) {
    return View().Set("name", one.name).Set("label", one.label).Set("example", one.example);
  });
}

View CauseView(const Cause& cause) {
  View view;
  view.Set("id", cause.id).Set("text", cause.text.value).Set("likelihood", cause.likelihood);
  if (cause.check) {
    View check;
    SetText(check, "text", cause.check->text);
    SetText(check, "procedure", cause.check->procedure);
    check.Set("run", Commands(cause.check->run));
    SetText(check, "shows", cause.check->shows);
    view.Set("check", std::move(check));
  }
  view.Set("evidence", cause.evidence).Set("sources", Values(cause.sources));
  return view;
}

View FixView(const Fix& fix) {
  View view;
  view.Set("id", fix.id).Set("title", fix.title.value).Set("for", Values(fix.causes));
  SetText(view, "when", fix.when);
  SetText(view, "risk", fix.risk);
  SetText(view, "procedure", fix.procedure);
  SetText(view, "text", fix.text);
  view.Set("steps", Steps(fix.steps));
  SetText(view, "shows", fix.shows);
  SetText(view, "undo", fix.undo);
  view.Set("evidence", fix.evidence).Set("sources", Values(fix.sources));
  return view;
}

View CodeView(const CatalogCode& code) {
  View view;
  view.Set("symbol", code.symbol)
      .Set("space", SpaceName(code.space))
      .Set("value", static_cast<std::int64_t>(code.value))
      .Set("header", code.header)
      .Set("message", code.message)
      .Set("aliases", Strings(code.aliases));
  view.Set("spellings", ListOf(Spellings(code.space, code.value), [](const Spelling& spelling) {
    return View().Set("label", spelling.label).Set("values", Strings(spelling.values));
  }));
  return view;
}

View AdviceView(const FamilyAdvice& advice) {
  View view;
  view.Set("text", advice.text.value);
  if (advice.procedure == nullptr) return view;
  view.Set("procedure", advice.procedure->id).Set("steps", Steps(advice.steps));
  view.Set("placeholders", Placeholders(advice.placeholders));
  return view;
}

View SourceView(const Source& source) {
  return View()
      .Set("id", source.id)
      .Set("title", source.title)
      .Set("publisher", source.publisher)
      .Set("url", source.url)
      .Set("seen", source.seen);
}

void SetRecord(View& view, const LinkedBase& linked, const Record& record) {
  view.Set("title", record.title.value).Set("summary", record.summary.value);
  view.Set("level", record.level).Set("status", record.status).Set("updated", record.updated);
  View applies;
  SetText(applies, "since", record.applies_since);
  SetText(applies, "note", record.applies_note);
  view.Set("applies_to", std::move(applies));
  view.Set("search_words", Strings(record.search_words));
  view.Set("placeholders", Placeholders(record.placeholders));
  view.Set("quick_answer", View().Set("text", record.quick_answer.value).Set("run", Commands(record.quick_run)));
  view.Set("meaning", record.meaning.value);
  view.Set("appears_in", ListOf(record.appears_in, [](const Appearance& one) {
    return View().Set("kind", one.kind).Set("name", one.name.value).Set("text", one.text.value);
  }));
  view.Set("causes", ListOf(record.causes, CauseView));
  view.Set("fixes", ListOf(record.fixes, FixView));
  view.Set("prevention", ListOf(record.prevention, [](const Prevention& one) {
    return View().Set("text", one.text.value).Set("run", Commands(one.run));
  }));
  if (record.for_developers) {
    view.Set("for_developers", View()
                                   .Set("retry", record.for_developers->retry)
                                   .Set("text", record.for_developers->text.value)
                                   .Set("apis", Strings(record.for_developers->apis)));
  }
  view.Set("related", ListOf(record.related, [&](const Related& one) {
    View related;
    related.Set("code", one.code.value).Set("how", one.how);
    if (const ErrorPage* page = linked.FindPage(one.code.value)) related.Set("page", "errors/" + page->slug + ".html");
    SetText(related, "text", one.text);
    return related;
  }));
  view.Set("faq", ListOf(record.faq, [](const Question& one) { return View().Set("q", one.q.value).Set("a", one.a.value); }));
  view.Set("sources", ListOf(Citations(linked, record).sources(), [](const Source* source) { return SourceView(*source); }));
}

}  // namespace

View ErrorJson(const SiteContext& site, const ErrorPage& page) {
  const LinkedBase& linked = *site.linked;
  View view;
  view.Set("page", site.base_url + "errors/" + page.slug + ".html");
  view.Set("codes", ListOf(page.codes, [](const CatalogCode* code) { return CodeView(*code); }));
  if (page.family != nullptr)
    view.Set("family", View().Set("id", page.family->id).Set("title", page.family->title.value));
  view.Set("where", ListOf(page.places, [](const Place& place) {
    return View().Set("map", place.map->id).Set("step", place.step->id).Set("title", place.map->title.value + ": " + place.step->title.value);
  }));
  view.Set("has_record", page.record != nullptr);
  if (page.record != nullptr) SetRecord(view, linked, *page.record);
  if (const std::optional<FamilyAdvice> advice = AdviceFor(page, linked)) view.Set("look_first", AdviceView(*advice));
  view.Set("named_by", ListOf(page.mentions, [&](const Mention& mention) {
    return View("errors/" + linked.pages[mention.page].slug + ".html");
  }));
  return view;
}

}  // namespace errlookup
