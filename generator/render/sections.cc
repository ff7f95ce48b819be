#include "generator/render/sections.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "generator/render/citations.h"
#include "generator/render/family_advice.h"
#include "generator/render/markdown.h"
#include "generator/render/spellings.h"
#include "generator/render/wording.h"

namespace errlookup {
namespace {

// Builds Markdown out of blocks that are separated by one empty line.
class Blocks {
 public:
  void Add(std::string_view block) {
    while (!block.empty() && block.back() == '\n') block.remove_suffix(1);
    if (block.empty()) return;
    if (!text_.empty()) text_ += "\n\n";
    text_ += block;
  }
  // "**Expect:** text"; nothing when there is no text.
  void AddLabelled(std::string_view label, std::string_view text) {
    if (!text.empty()) Add("**" + std::string(label) + ":** " + std::string(text));
  }
  bool empty() const { return text_.empty(); }
  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

// Plain text of the data inside Markdown: what would be markup is escaped. Underscores within a word, as symbols have
// them, mean nothing to Markdown.
std::string Plain(std::string_view text) {
  const auto is_word = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  };
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_inside_word = i > 0 && i + 1 < text.size() && is_word(text[i - 1]) && is_word(text[i + 1]);
    const bool is_markup = std::string_view("\\`*[]<").find(text[i]) != std::string_view::npos;
    if (is_markup || (text[i] == '_' && !is_inside_word)) escaped += '\\';
    escaped += text[i];
  }
  return escaped;
}

// Lines after the first stand under the first character behind the list mark.
std::string ListItem(std::string_view mark, std::string_view text) {
  std::string out(mark);
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '\n' && i + 1 < text.size() && text[i + 1] != '\n') out.append(mark.size(), ' ');
  }
  return out;
}

std::string_view FenceLanguage(std::string_view shell) { return shell == "powershell" ? "powershell" : "bat"; }

// Commands for the same place share one block.
void AddCommands(Blocks& blocks, const std::vector<Command>& commands) {
  for (std::size_t i = 0; i < commands.size();) {
    const std::string context = CommandContext(commands[i]);
    std::string block = context + ":\n\n```" + std::string(FenceLanguage(ShellOf(commands[i])));
    for (; i < commands.size() && CommandContext(commands[i]) == context; ++i) block += "\n" + commands[i].line.value;
    blocks.Add(block + "\n```");
  }
}

class SectionWriter {
 public:
  SectionWriter(const ErrorPage& page, const Addresses& addresses)
      : page_(page), addresses_(addresses), citations_(CitationsOf(page, addresses)) {
    rules_.resolve = [this](std::string_view scheme, std::string_view name) { return addresses_.Resolve(scheme, name); };
  }

  std::vector<Section> Write() {
    if (page_.record != nullptr) {
      WriteQuickAnswer();
      WriteCauses();
      WriteFixes();
    }
    WriteMeaning();
    WriteWhere();
    if (page_.record != nullptr) {
      WritePrevention();
      WriteDevelopers();
    }
    WriteRelated();
    if (page_.record != nullptr) WriteQuestions();
    WriteCodes();
    WriteSources();
    return std::move(sections_);
  }

  std::string ProcedureBody(const Procedure& procedure) {
    Blocks blocks;
    blocks.Add(Md(procedure.intro));
    AddRisk(blocks, procedure.risk);
    AddSteps(blocks, procedure.steps);
    AddReading(blocks, procedure);
    blocks.AddLabelled("Undo", Md(procedure.undo));
    return blocks.Take();
  }

  std::string Evidence(std::string_view evidence, const std::vector<Text>& sources) const {
    if (evidence.empty()) return {};
    std::string text = "*" + std::string(EvidenceWords(evidence).label);
    for (const Text& source : sources) {
      if (const auto number = citations_.Number(source.value)) text += " [" + std::to_string(*number) + "]";
    }
    return text + "*";
  }

  std::string SourceList() const {
    std::string list;
    std::size_t number = 0;
    for (const Source* source : citations_.sources()) {
      if (!list.empty()) list += '\n';
      list += std::to_string(++number) + ". [" + Plain(source->title) + "](" + source->url + "), " + Plain(source->publisher);
      if (!source->seen.empty()) list += ", seen " + source->seen;
    }
    return list;
  }

 private:
  static Citations CitationsOf(const ErrorPage& page, const Addresses& addresses) {
    return page.record == nullptr ? Citations(*addresses.linked, std::vector<Text>{})
                                  : Citations(*addresses.linked, *page.record);
  }

  std::string Md(const Text& text) const { return ResolveLinks(text.value, rules_); }
  const LinkedBase& linked() const { return *addresses_.linked; }

  void Add(std::string_view key, std::string_view heading, std::string markdown) {
    if (!markdown.empty()) sections_.push_back({std::string(key), std::string(heading), std::move(markdown)});
  }

  void AddRisk(Blocks& blocks, std::string_view risk) const {
    if (risk.empty()) return;
    const Words words = RiskWords(risk);
    blocks.AddLabelled("Risk", std::string(words.label) + ". " + std::string(words.sentence));
  }

  void AddSteps(Blocks& blocks, const std::vector<Step>& steps) const {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      Blocks step;
      step.Add(Md(steps[i].doing));
      AddCommands(step, steps[i].run);
      step.AddLabelled("Expect", Md(steps[i].expect));
      step.AddLabelled("Otherwise", Md(steps[i].otherwise));
      blocks.Add(ListItem(std::to_string(i + 1) + ". ", step.Take()));
    }
  }

  void AddReading(Blocks& blocks, const Procedure& procedure) const {
    if (procedure.reading.empty()) return;
    std::string list;
    for (const ResultRow& row : procedure.reading) {
      if (!list.empty()) list += '\n';
      list += ListItem("- ", "**" + Md(row.see) + "**: " + Md(row.means));
    }
    blocks.Add("What the result means:");
    blocks.Add(list);
  }

  // The steps of a procedure at its first use; a pointer to them afterwards.
  // The risk is left out when it has been said, the undo when the fix has its own.
  struct Said { std::string_view risk; bool has_undo = false; };
  void AddProcedure(Blocks& blocks, const Text& id, Said said) {
    const Procedure* procedure = linked().FindProcedure(id.value);
    if (procedure == nullptr) return;
    const std::string link = "[" + Plain(procedure->title.value) + "](" + addresses_.ProcedurePage(*procedure) + ")";
    if (!shown_.IsFirstUse(*procedure)) {
      blocks.Add("Do “" + link + "”; its steps are above.");
      return;
    }
    blocks.Add("**" + link + "**");
    if (procedure->risk != said.risk) AddRisk(blocks, procedure->risk);
    AddSteps(blocks, procedure->steps);
    AddReading(blocks, *procedure);
    if (!said.has_undo) blocks.AddLabelled("Undo", Md(procedure->undo));
  }

  void WriteQuickAnswer() {
    Blocks blocks;
    blocks.Add(Md(page_.record->quick_answer));
    AddCommands(blocks, page_.record->quick_run);
    Add("quick-answer", "Quick answer", blocks.Take());
  }

  void WriteCauses() {
    Blocks blocks;
    std::size_t number = 0;
    for (const Cause& cause : page_.record->causes) {
      blocks.Add("### Cause " + std::to_string(++number) + ": " + Lower(LikelihoodWords(cause.likelihood).label));
      blocks.Add(Md(cause.text));
      if (cause.check) {
        blocks.AddLabelled("Check", Md(cause.check->text));
        AddCommands(blocks, cause.check->run);
        AddProcedure(blocks, cause.check->procedure, {.risk = "safe"});
        blocks.AddLabelled("It is this one if", Md(cause.check->shows));
      }
      blocks.AddLabelled("Then", FixesFor(cause));
      blocks.Add(Evidence(cause.evidence, cause.sources));
    }
    Add("causes", "Check which cause it is", blocks.Take());
  }

  std::string FixesFor(const Cause& cause) const {
    std::string text;
    for (std::size_t i = 0; i < page_.record->fixes.size(); ++i) {
      const Fix& fix = page_.record->fixes[i];
      const bool helps = std::ranges::any_of(fix.causes, [&](const Text& id) { return id.value == cause.id; });
      if (helps) text += (text.empty() ? "fix " : ", fix ") + std::to_string(i + 1) + " (" + Plain(fix.title.value) + ")";
    }
    return text;
  }

  std::string CausesOf(const Fix& fix) const {
    std::string text;
    for (std::size_t i = 0; i < page_.record->causes.size(); ++i) {
      const bool helps = std::ranges::any_of(
          fix.causes, [&](const Text& id) { return id.value == page_.record->causes[i].id; });
      if (helps) text += (text.empty() ? "cause " : ", cause ") + std::to_string(i + 1);
    }
    return text;
  }

  void WriteFixes() {
    Blocks blocks;
    std::size_t number = 0;
    for (const Fix& fix : page_.record->fixes) {
      const Procedure* procedure = linked().FindProcedure(fix.procedure.value);
      blocks.Add("### Fix " + std::to_string(++number) + ": " + Plain(fix.title.value));
      const std::string& risk = fix.risk.empty() && procedure != nullptr ? procedure->risk : fix.risk;
      AddRisk(blocks, risk);
      blocks.AddLabelled("For", CausesOf(fix));
      blocks.AddLabelled("When", Md(fix.when));
      blocks.Add(Md(fix.text));
      AddSteps(blocks, fix.steps);
      AddProcedure(blocks, fix.procedure, {.risk = risk, .has_undo = !fix.undo.empty()});
      blocks.AddLabelled("Look for", Md(fix.shows));
      blocks.AddLabelled("Undo", Md(fix.undo));
      blocks.Add(Evidence(fix.evidence, fix.sources));
    }
    Add("fixes", "Fix it", blocks.Take());
  }

  void WriteMeaning() {
    if (page_.record == nullptr) {
      Add("meaning", "What is known", Plain(MissingRecordText(page_)));
      return;
    }
    Blocks blocks;
    blocks.Add(Md(page_.record->meaning));
    std::string applies = page_.record->applies_since.empty() ? "" : "since " + page_.record->applies_since.value + ".";
    if (!page_.record->applies_note.empty()) applies += (applies.empty() ? "" : " ") + Md(page_.record->applies_note);
    blocks.AddLabelled("Applies", applies);
    Add("meaning", "What it means", blocks.Take());
  }

  void WriteWhere() {
    Blocks blocks;
    if (!page_.places.empty()) {
      const Place& place = page_.places.front();
      blocks.Add("Step “" + Plain(place.step->title.value) + "” of [" + Plain(place.map->title.value) + "](" +
                 addresses_.MapStepPlace(*place.map, *place.step) + ").");
      blocks.Add(Md(place.step->text));
    }
    if (page_.record != nullptr) {
      for (const Appearance& appearance : page_.record->appears_in)
        blocks.Add("**" + AppearanceName(appearance) + "**: " + Md(appearance.text));
    }
    Add("where", "Where it happens", blocks.Take());
  }

  std::string AppearanceName(const Appearance& appearance) const {
    std::string name = std::string(AppearanceWords(appearance.kind).label) + " " + Plain(appearance.name.value);
    if (appearance.kind != "event") return name;
    if (const Event* event = linked().FindEvent(appearance.name.value)) name += " (" + event->log + ": " + event->says + ")";
    return name;
  }

  void WritePrevention() {
    std::string list;
    for (const Prevention& prevention : page_.record->prevention) {
      Blocks item;
      item.Add(Md(prevention.text));
      AddCommands(item, prevention.run);
      if (!list.empty()) list += '\n';
      list += ListItem("- ", item.Take());
    }
    Add("prevention", "Prevent it", std::move(list));
  }

  void WriteDevelopers() {
    if (!page_.record->for_developers) return;
    const ForDevelopers& advice = *page_.record->for_developers;
    Blocks blocks;
    const Words retry = RetryWords(advice.retry);
    blocks.Add("**" + std::string(retry.label) + ".** " + std::string(retry.sentence));
    blocks.Add(Md(advice.text));
    std::string apis;
    for (const std::string& api : advice.apis) apis += (apis.empty() ? "`" : ", `") + api + "`";
    blocks.AddLabelled("Returned by", apis);
    Add("developers", "For developers", blocks.Take());
  }

  std::string Link(const ErrorPage& page) const { return "[" + CodeName(page) + "](" + addresses_.Error(page) + ")"; }

  void WriteRelated() {
    std::string list;
    const auto add = [&](const std::string& item) { list += (list.empty() ? "" : "\n") + ListItem("- ", item); };
    if (page_.record != nullptr) {
      for (const Related& related : page_.record->related) {
        const ErrorPage* target = linked().FindPage(related.code.value);
        if (target == nullptr) continue;
        add(Link(*target) + ", " + std::string(HowWords(related.how).label) + (related.text.empty() ? "" : ": " + Md(related.text)));
      }
    }
    for (const Mention& mention : page_.mentions)
      add(Link(linked().pages[mention.page]) + " names this error: " + std::string(HowWords(mention.related->how).label));
    if (page_.previous) add("Before it: " + Link(linked().pages[*page_.previous]));
    if (page_.next) add("After it: " + Link(linked().pages[*page_.next]));
    Add("related", "Related errors", std::move(list));
  }

  void WriteQuestions() {
    Blocks blocks;
    for (const Question& question : page_.record->faq) {
      blocks.Add("### " + Plain(question.q.value));
      blocks.Add(Md(question.a));
    }
    Add("faq", "Questions", blocks.Take());
  }

  void WriteCodes() {
    Blocks blocks;
    for (const CatalogCode* code : page_.codes) {
      std::string names = "**" + code->symbol + "** (" + std::string(SpaceWords(code->space).label) + ", `" + code->header + "`)";
      if (!code->aliases.empty()) names += ", older name:";
      for (const std::string& alias : code->aliases) names += " " + alias;
      blocks.Add(names);
      std::string list;
      for (const Spelling& spelling : Spellings(code->space, code->value)) {
        list += (list.empty() ? "- " : "\n- ") + spelling.label + ":";
        for (std::size_t i = 0; i < spelling.values.size(); ++i) list += (i == 0 ? " `" : ", `") + spelling.values[i] + "`";
      }
      blocks.Add(list);
    }
    std::string others;
    for (const WindowsName* name : page_.same_number)
      others += (others.empty() ? "" : ", ") + name->symbol + " (" + std::string(SpaceWords(name->space).label) + ")";
    blocks.AddLabelled("The same number elsewhere", others);
    Add("codes", "All spellings of the code", blocks.Take());
  }

  void WriteSources() { Add("sources", "Sources", SourceList()); }

  static std::string Lower(std::string_view text) {
    std::string lower(text);
    if (!lower.empty() && lower[0] >= 'A' && lower[0] <= 'Z') lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
    return lower;
  }

  const ErrorPage& page_;
  const Addresses& addresses_;
  Citations citations_;
  MarkdownRules rules_;
  ShownProcedures shown_;
  std::vector<Section> sections_;
};

}  // namespace

std::string CodeName(const ErrorPage& page) {
  return UsualSpelling(page.code().space, page.code().value) + " " + page.code().symbol;
}

std::string MissingRecordText(const ErrorPage& page) {
  if (IsRangeMarker(page.code()))
    return "This name only marks the edge of a range of numbers. Windows does not return it as an error.";
  return "Nobody has written a record for this code yet, so causes and fixes are missing here.";
}

std::vector<Section> ErrorSections(const ErrorPage& page, const Addresses& addresses) {
  return SectionWriter(page, addresses).Write();
}

std::string ErrorMarkdown(const ErrorPage& page, const Addresses& addresses) {
  Blocks blocks;
  const bool has_title = page.record != nullptr;
  blocks.Add("# " + CodeName(page) + (has_title ? ": " + Plain(page.record->title.value) : ""));
  blocks.Add("> " + Plain(page.code().message));
  if (has_title) blocks.Add(Plain(page.record->summary.value));
  std::vector<Section> sections = ErrorSections(page, addresses);
  if (AdviceFor(page, *addresses.linked)) sections.insert(sections.begin(), *LookFirstSection(*page.family, addresses));
  for (const Section& section : sections) {
    blocks.Add("## " + section.heading);
    blocks.Add(section.markdown);
  }
  return blocks.Take() + "\n";
}

std::string ProcedureMarkdown(const Procedure& procedure, const Addresses& addresses) {
  Blocks blocks;
  blocks.Add("# " + Plain(procedure.title.value));
  blocks.Add(Plain(procedure.summary.value));
  // A record that has only this procedure lends the writer of sections.
  Record record;
  record.sources = procedure.sources;
  ErrorPage page;
  page.record = &record;
  SectionWriter writer(page, addresses);
  blocks.Add(writer.ProcedureBody(procedure));
  blocks.Add(writer.Evidence(procedure.evidence, procedure.sources));
  if (const std::string sources = writer.SourceList(); !sources.empty()) blocks.Add("## Sources\n\n" + sources);
  return blocks.Take() + "\n";
}

}  // namespace errlookup
