#include "generator/render/error_page.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/render/family_advice.h"
#include "generator/render/sections.h"
#include "generator/render/spellings.h"
#include "generator/render/wording.h"

namespace errlookup {
namespace {

// The page names the entries of its table of contents as it fills them.
class Contents {
 public:
  void Add(std::string_view id, std::string_view heading) {
    entries_.push_back(View().Set("id", id).Set("heading", heading));
  }
  View Take() { return std::move(entries_); }

 private:
  View::List entries_;
};

Citations CitationsOf(const SiteContext& site, const ErrorPage& page) {
  return page.record == nullptr ? Citations(*site.linked, std::vector<Text>{}) : Citations(*site.linked, *page.record);
}

PageHead HeadOf(const ErrorPage& page) {
  const std::string title =
      CodeName(page) + (page.record != nullptr ? ": " + page.record->title.value : "");
  return {.path = "errors/" + page.slug + ".html",
          .title = title,
          .description = page.record != nullptr ? page.record->summary.value : "Windows error " + CodeName(page) + ": " + page.code().message,
          .edit_file = page.record != nullptr ? page.record->file : ""};
}

std::string CauseAnchor(const Cause& cause) { return "cause-" + cause.id; }
std::string FixAnchor(const Fix& fix) { return "fix-" + fix.id; }

View CodeViews(const ErrorPage& page) {
  View::List codes;
  for (const CatalogCode* code : page.codes) {
    View::List spellings;
    for (const Spelling& spelling : Spellings(code->space, code->value)) {
      View::List values;
      for (const std::string& value : spelling.values) values.push_back(View().Set("value", value));
      spellings.push_back(View().Set("label", spelling.label).Set("values", std::move(values)));
    }
    View::List aliases;
    for (const std::string& alias : code->aliases) aliases.push_back(View().Set("alias", alias));
    const Words space = SpaceWords(code->space);
    View view;
    view.Set("symbol", code->symbol)
        .Set("usual", UsualSpelling(code->space, code->value))
        .Set("space_label", space.label)
        .Set("space_sentence", space.sentence)
        .Set("header", code->header)
        .Set("aliases", std::move(aliases))
        .Set("spellings", std::move(spellings));
    codes.push_back(std::move(view));
  }
  return codes;
}

class ErrorPageBuilder {
 public:
  ErrorPageBuilder(const SiteContext& site, const ErrorPage& page)
      : page_(page), parts_(site, HeadOf(page), CitationsOf(site, page)), advice_(AdviceFor(page, *site.linked)) {}

  View Build() {
    view_ = parts_.Frame();
    AddHead();
    AddPlaceholders();
    AddFamilyAdvice();
    view_.Set("family", Optional(page_.family != nullptr, FamilyView()));
    AddQuickAnswer();
    AddCauses();
    AddFixes();
    AddMeaning();
    AddWhere();
    AddPrevention();
    AddDevelopers();
    AddRelated();
    AddQuestions();
    AddCodes();
    view_.Set("sources", parts_.Sources());
    view_.Set("has_sources", HasSources());
    if (HasSources()) contents_.Add("sources", "Sources");
    view_.Set("contents", contents_.Take());
    view_.Set("markdown_href", page_.slug + ".md");
    return std::move(view_);
  }

 private:
  const Record* record() const { return page_.record; }

  bool HasSources() const { return !parts_.Sources().list()->empty(); }

  void AddHead() {
    const CatalogCode& code = page_.code();
    const Words level = LevelWords(record() ? record()->level : "");
    View::List symbols;
    for (const CatalogCode* one : page_.codes) {
      symbols.push_back(View().Set("symbol", one->symbol).Set("usual", one == &code ? "" : UsualSpelling(one->space, one->value)));
    }
    const bool is_decimal = UsualSpelling(code.space, code.value)[1] != 'x';
    view_.Set("number", UsualSpelling(code.space, code.value))
        .Set("other_number", is_decimal ? ShortHex(code.value) : std::to_string(static_cast<std::int32_t>(code.value)))
        .Set("space_label", SpaceWords(code.space).label)
        .Set("symbols", std::move(symbols))
        .Set("message", IsRangeMarker(code) ? "" : code.message)
        .Set("slug", page_.slug)
        .Set("has_record", record() != nullptr)
        .Set("title", record() ? record()->title.value : "")
        .Set("summary", record() ? record()->summary.value : "")
        .Set("is_draft", record() != nullptr && record()->status == "draft")
        .Set("level", level.label)
        .Set("level_sentence", level.sentence)
        .Set("updated", record() ? record()->updated : "")
        .Set("applies_since", record() ? record()->applies_since.value : "")
        .Set("missing_text", record() ? "" : MissingRecordText(page_))
        .Set("is_range_marker", IsRangeMarker(code));
    view_.Set("ticket_note", TicketNote());
  }

  View FamilyView() {
    if (page_.family == nullptr) return View();
    return View()
        .Set("family_title", page_.family->title.value)
        .Set("family_href", parts_.addresses().FamilyPage(*page_.family))
        .Set("family_text_html", record() ? View("") : parts_.Html(FamilyText()));
  }

  // What is left to say of the family of a code without a record.
  Text FamilyText() const { return advice_ ? TextBesideAdvice(*page_.family) : page_.family->text; }

  // The procedures that are shown in place bring their placeholders with them.
  void AddPlaceholders() {
    std::vector<const std::vector<Placeholder>*> lists;
    if (record() != nullptr) {
      lists.push_back(&record()->placeholders);
      const auto add = [&](const Text& id) {
        if (const Procedure* procedure = parts_.linked().FindProcedure(id.value)) lists.push_back(&procedure->placeholders);
      };
      for (const Cause& cause : record()->causes) {
        if (cause.check) add(cause.check->procedure);
      }
      for (const Fix& fix : record()->fixes) add(fix.procedure);
    }
    if (advice_) lists.push_back(&advice_->placeholders);
    View fields = parts_.Placeholders(lists);
    view_.Set("has_placeholders", !fields.list()->empty());
    view_.Set("placeholders", std::move(fields));
  }

  void AddFamilyAdvice() {
    if (!advice_) {
      view_.Set("family_advice", View::List{});
      return;
    }
    const Procedure* procedure = advice_->procedure;
    View advice;
    advice.Set("advice_title", kFamilyAdviceTitle)
        .Set("procedure_title", procedure ? procedure->title.value : "")
        .Set("procedure_href", procedure ? parts_.addresses().ProcedurePage(*procedure) : "");
    advice.Set("text_html", parts_.Html(advice_->text));
    advice.Set("steps", parts_.Steps(advice_->steps));
    view_.Set("family_advice", Optional(true, std::move(advice)));
    contents_.Add("look-first", kFamilyAdviceTitle);
  }

  void AddQuickAnswer() {
    if (record() == nullptr) return;
    View quick;
    quick.Set("text_html", parts_.Html(record()->quick_answer));
    quick.Set("commands", parts_.Commands(record()->quick_run));
    view_.Set("quick_answer", Optional(!record()->quick_answer.empty(), std::move(quick)));
    contents_.Add("quick-answer", "Quick answer");
  }

  void AddCauses() {
    View::List causes;
    if (record() != nullptr) {
      for (const Cause& cause : record()->causes) causes.push_back(CauseView(cause, causes.size() + 1));
    }
    view_.Set("has_causes", !causes.empty());
    if (!causes.empty()) contents_.Add("causes", "Check which cause it is");
    view_.Set("causes", std::move(causes));
  }

  View CauseView(const Cause& cause, std::size_t number) {
    View::List fixes;
    for (std::size_t i = 0; i < record()->fixes.size(); ++i) {
      const Fix& fix = record()->fixes[i];
      if (std::ranges::any_of(fix.causes, [&](const Text& id) { return id.value == cause.id; }))
        fixes.push_back(View().Set("fix_anchor", FixAnchor(fix)).Set("fix_title", fix.title.value).Set("fix_number", static_cast<std::int64_t>(i + 1)));
    }
    const Words likelihood = LikelihoodWords(cause.likelihood);
    View view;
    view.Set("cause_number", static_cast<std::int64_t>(number))
        .Set("anchor", CauseAnchor(cause))
        .Set("likelihood", cause.likelihood)
        .Set("likelihood_label", likelihood.label)
        .Set("likelihood_sentence", likelihood.sentence);
    view.Set("text_html", parts_.Html(cause.text));
    view.Set("check", cause.check ? CheckView(*cause.check) : View(View::List{}));
    view.Set("has_fixes", !fixes.empty());
    view.Set("fixes_for_it", std::move(fixes));
    view.Set("evidence", parts_.Evidence(cause.evidence, cause.sources));
    return view;
  }

  View CheckView(const Check& check) {
    View view;
    view.Set("check_html", parts_.Html(check.text));
    view.Set("commands", parts_.Commands(check.run));
    view.Set("procedure", parts_.ProcedureInPlace(check.procedure, {.risk = "safe"}));
    view.Set("shows_html", parts_.Inline(check.shows));
    return Optional(true, std::move(view));
  }

  void AddFixes() {
    View::List fixes;
    if (record() != nullptr) {
      for (const Fix& fix : record()->fixes) fixes.push_back(FixView(fix, fixes.size() + 1));
    }
    view_.Set("has_fixes", !fixes.empty());
    if (!fixes.empty()) contents_.Add("fixes", "Fix it");
    view_.Set("fixes", std::move(fixes));
  }

  View FixView(const Fix& fix, std::size_t number) {
    const Procedure* procedure = parts_.linked().FindProcedure(fix.procedure.value);
    View::List causes;
    for (std::size_t i = 0; i < record()->causes.size(); ++i) {
      const Cause& cause = record()->causes[i];
      if (std::ranges::any_of(fix.causes, [&](const Text& id) { return id.value == cause.id; }))
        causes.push_back(View().Set("cause_anchor", CauseAnchor(cause)).Set("cause_number", static_cast<std::int64_t>(i + 1)));
    }
    View view;
    view.Set("fix_number", static_cast<std::int64_t>(number)).Set("anchor", FixAnchor(fix)).Set("fix_title", fix.title.value);
    const std::string& risk = fix.risk.empty() && procedure != nullptr ? procedure->risk : fix.risk;
    view.Set("risk", parts_.Risk(risk));
    view.Set("has_causes", !causes.empty());
    view.Set("causes_it_mends", std::move(causes));
    view.Set("when_html", parts_.Inline(fix.when));
    view.Set("lead_html", parts_.Html(fix.text));
    view.Set("has_steps", !fix.steps.empty());
    view.Set("steps", parts_.Steps(fix.steps));
    view.Set("procedure", parts_.ProcedureInPlace(fix.procedure, {.risk = risk, .has_undo = !fix.undo.empty()}));
    view.Set("shows_html", parts_.Inline(fix.shows));
    view.Set("undo_html", parts_.Html(fix.undo));
    view.Set("evidence", parts_.Evidence(fix.evidence, fix.sources));
    return view;
  }

  void AddMeaning() {
    view_.Set("meaning_html", record() ? parts_.Html(record()->meaning) : View(""));
    view_.Set("applies_note_html", record() ? parts_.Inline(record()->applies_note) : View(""));
    if (record() != nullptr) contents_.Add("meaning", "What it means");
  }

  void AddWhere() {
    View::List other_places;
    for (std::size_t i = 1; i < page_.places.size(); ++i) other_places.push_back(PlaceView(page_.places[i]));
    View::List appearances;
    if (record() != nullptr) {
      for (const Appearance& appearance : record()->appears_in) appearances.push_back(AppearanceView(appearance));
    }
    const bool has_place = !page_.places.empty();
    if (has_place) {
      View place = PlaceView(page_.places.front());
      place.Set("picture", parts_.MapPicture(*page_.places.front().map, page_.places.front().step->id));
      place.Set("step_text_html", parts_.Html(page_.places.front().step->text));
      view_.Set("place", Optional(true, std::move(place)));
    } else {
      view_.Set("place", View::List{});
    }
    if (has_place || !appearances.empty()) contents_.Add("where", "Where it happens");
    view_.Set("has_where", has_place || !appearances.empty());
    view_.Set("has_other_places", !other_places.empty());
    view_.Set("other_places", std::move(other_places));
    view_.Set("has_appearances", !appearances.empty());
    view_.Set("appearances", std::move(appearances));
  }

  View PlaceView(const Place& place) const {
    return View()
        .Set("place_map", place.map->title.value)
        .Set("place_step", place.step->title.value)
        .Set("place_href", parts_.addresses().MapStepPlace(*place.map, *place.step));
  }

  View AppearanceView(const Appearance& appearance) {
    const Event* event = appearance.kind == "event" ? parts_.linked().FindEvent(appearance.name.value) : nullptr;
    View view;
    view.Set("kind", appearance.kind).Set("kind_label", AppearanceWords(appearance.kind).label).Set("name", appearance.name.value);
    view.Set("event_says", event == nullptr ? "" : event->says);
    view.Set("event_log", event == nullptr ? "" : event->log);
    view.Set("text_html", parts_.Inline(appearance.text));
    return view;
  }

  void AddPrevention() {
    View::List items;
    if (record() != nullptr) {
      for (const Prevention& prevention : record()->prevention) {
        View item;
        item.Set("text_html", parts_.Html(prevention.text));
        item.Set("commands", parts_.Commands(prevention.run));
        items.push_back(std::move(item));
      }
    }
    view_.Set("has_prevention", !items.empty());
    if (!items.empty()) contents_.Add("prevention", "Prevent it");
    view_.Set("prevention", std::move(items));
  }

  void AddDevelopers() {
    if (record() == nullptr || !record()->for_developers) {
      view_.Set("developers", View::List{});
      return;
    }
    const ForDevelopers& advice = *record()->for_developers;
    const Words retry = RetryWords(advice.retry);
    View::List apis;
    for (const std::string& api : advice.apis) apis.push_back(View().Set("api", api));
    View view;
    view.Set("retry_class", advice.retry).Set("retry_label", retry.label).Set("retry_sentence", retry.sentence);
    view.Set("text_html", parts_.Html(advice.text));
    view.Set("has_apis", !apis.empty());
    view.Set("apis", std::move(apis));
    view_.Set("developers", Optional(true, std::move(view)));
    contents_.Add("developers", "For developers");
  }

  void AddRelated() {
    View::List related;
    if (record() != nullptr) {
      for (const Related& one : record()->related) {
        const ErrorPage* target = parts_.linked().FindPage(one.code.value);
        if (target == nullptr) continue;
        View view = parts_.ErrorLink(*target);
        view.Set("how", HowWords(one.how).label);
        view.Set("text_html", parts_.Inline(one.text));
        related.push_back(std::move(view));
      }
    }
    View::List mentions;
    for (const Mention& mention : page_.mentions) {
      View view = parts_.ErrorLink(parts_.linked().pages[mention.page]);
      view.Set("how", HowWords(mention.related->how).label);
      mentions.push_back(std::move(view));
    }
    const auto neighbour = [&](std::optional<std::size_t> page) {
      return page ? Optional(true, parts_.ErrorLink(parts_.linked().pages[*page])) : View(View::List{});
    };
    const bool has_any = !related.empty() || !mentions.empty();
    if (has_any) contents_.Add("related", "Related errors");
    view_.Set("has_related", has_any);
    view_.Set("related", std::move(related));
    view_.Set("has_mentions", !mentions.empty());
    view_.Set("mentions", std::move(mentions));
    view_.Set("previous", neighbour(page_.previous));
    view_.Set("next", neighbour(page_.next));
  }

  void AddQuestions() {
    View::List questions;
    if (record() != nullptr) {
      for (const Question& question : record()->faq) {
        View view;
        view.Set("q", question.q.value);
        view.Set("a_html", parts_.Html(question.a));
        questions.push_back(std::move(view));
      }
    }
    view_.Set("has_questions", !questions.empty());
    if (!questions.empty()) contents_.Add("faq", "Questions");
    view_.Set("questions", std::move(questions));
  }

  void AddCodes() {
    View::List same;
    for (const WindowsName* name : page_.same_number)
      same.push_back(View().Set("symbol", name->symbol).Set("space_label", SpaceWords(name->space).label).Set("header", name->header));
    view_.Set("codes", CodeViews(page_));
    view_.Set("has_same_number", !same.empty());
    view_.Set("same_number", std::move(same));
    if (record() == nullptr && page_.family != nullptr && !FamilyText().empty())
      contents_.Add("family", "What holds for its family");
    contents_.Add("codes", "All spellings");
  }

  // What a person pastes into a ticket: plain text, commands included.
  std::string TicketNote() const {
    if (record() == nullptr) return {};
    const CatalogCode& code = page_.code();
    std::string note = "Windows error " + CodeName(page_) + " (" + ShortHex(code.value) + ")\n";
    note += "Windows says: " + code.message + "\n";
    note += record()->title.value + "\n\nQuick answer: " + MarkdownToPlainText(record()->quick_answer.value) + "\n";
    for (const Command& command : record()->quick_run) note += "  " + command.line.value + "\n";
    note += "\nPossible causes (tick what was checked):\n";
    for (const Cause& cause : record()->causes) {
      note += "[ ] " + MarkdownToPlainText(cause.text.value) + " (" + cause.likelihood + ")\n";
      if (!cause.check) continue;
      for (const Command& command : cause.check->run) note += "      " + command.line.value + "\n";
    }
    note += "\nFixes (tick what was done):\n";
    for (const Fix& fix : record()->fixes) note += "[ ] " + fix.title.value + "\n";
    if (!parts_.site().base_url.empty()) note += "\n" + parts_.site().base_url + "errors/" + page_.slug + ".html\n";
    return note;
  }

  const ErrorPage& page_;
  PageParts parts_;
  std::optional<FamilyAdvice> advice_;
  Contents contents_;
  View view_;
};

}  // namespace

View ErrorView(const SiteContext& site, const ErrorPage& page) { return ErrorPageBuilder(site, page).Build(); }

View AliasView(const SiteContext& site, const ErrorPage& page, const CatalogCode& code) {
  const std::string slug = CodeSlug(code.space, code.value);
  const std::string name = UsualSpelling(code.space, code.value) + " " + code.symbol;
  const PageParts parts(site,
                        {.path = "errors/" + slug + ".html", .title = name, .description = name + ": see " + CodeName(page),
                         .edit_file = "", .is_indexed = false},
                        Citations(*site.linked, std::vector<Text>{}));
  View view = parts.Frame();
  view.Set("canonical", site.base_url.empty() ? "" : site.base_url + "errors/" + page.slug + ".html")
      .Set("is_hidden_from_search_engines", false)  // the canonical address says it, and more exactly
      .Set("alias_number", UsualSpelling(code.space, code.value))
      .Set("alias_symbol", code.symbol)
      .Set("message", code.message)
      .Set("target_name", CodeName(page))
      .Set("target_href", page.slug + ".html");
  return view;
}

}  // namespace errlookup
