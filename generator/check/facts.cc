#include "generator/check/facts.h"

#include <utility>

#include "generator/record/near_names.h"

namespace errlookup {
namespace {

// The number in the forms people write it in links: decimal for the spaces counted that way, hex for all.
std::vector<std::string> NumberForms(const CatalogCode& code) {
  std::vector<std::string> forms = {std::to_string(code.value), LowerCase(CodeSlug(Space::kHresult, code.value))};
  std::string brief = forms[1].substr(2);
  brief.erase(0, brief.find_first_not_of('0'));
  forms.push_back("0x" + brief);
  return forms;
}

using Visit = std::function<void(const Text&, TextRole)>;

void VisitIf(const Text& text, TextRole role, const Visit& visit) {
  if (!text.empty()) visit(text, role);
}

void VisitSteps(const std::vector<Step>& steps, const Visit& visit) {
  for (const Step& step : steps)
    for (const Text* text : {&step.doing, &step.expect, &step.otherwise}) VisitIf(*text, TextRole::kMarkdown, visit);
}

void VisitRecord(const Record& record, const Visit& visit) {
  const auto markdown = [&](const Text& text) { VisitIf(text, TextRole::kMarkdown, visit); };
  const auto plain = [&](const Text& text) { VisitIf(text, TextRole::kPlain, visit); };
  plain(record.title);
  plain(record.summary);
  plain(record.applies_since);
  markdown(record.applies_note);
  markdown(record.quick_answer);
  markdown(record.meaning);
  for (const Appearance& appearance : record.appears_in) markdown(appearance.text);
  for (const Cause& cause : record.causes) {
    markdown(cause.text);
    if (cause.check) {
      markdown(cause.check->text);
      markdown(cause.check->shows);
    }
  }
  for (const Fix& fix : record.fixes) {
    plain(fix.title);
    for (const Text* text : {&fix.when, &fix.text, &fix.shows}) markdown(*text);
    VisitSteps(fix.steps, visit);
    markdown(fix.undo);
  }
  for (const Prevention& prevention : record.prevention) markdown(prevention.text);
  if (record.for_developers) markdown(record.for_developers->text);
  for (const Related& related : record.related) markdown(related.text);
  for (const Question& question : record.faq) {
    plain(question.q);
    markdown(question.a);
  }
}

}  // namespace

Facts::Facts(const KnowledgeBase& base, const CommandGrammar& grammar) : base_(base), grammar_(grammar) {
  for (const CatalogCode& code : base.codes) {
    codes_.try_emplace(code.symbol, &code);
    symbols_.push_back(code.symbol);
    for (const std::string& alias : code.aliases) older_names_.try_emplace(alias, &code);
    for (const std::string& form : NumberForms(code)) {
      std::vector<std::string>& symbols = code_numbers_[form];
      if (symbols.empty() || symbols.back() != code.symbol) symbols.push_back(code.symbol);  // two forms may agree
    }
  }
  for (const WindowsName& name : base.windows_names) windows_names_.insert(name.symbol);
  for (const Procedure& procedure : base.procedures) {
    procedures_.try_emplace(procedure.id, &procedure);
    procedure_ids_.push_back(procedure.id);
  }
  for (const Map& map : base.maps) {
    maps_.try_emplace(map.id, &map);
    map_ids_.push_back(map.id);
  }
  for (const Source& source : base.sources) {
    sources_.try_emplace(source.id, &source);
    source_ids_.push_back(source.id);
  }
  for (const Term& term : base.terms) term_ids_.push_back(term.id);
}

namespace {
template <typename Value>
const Value* FindIn(const std::map<std::string, const Value*, std::less<>>& index, std::string_view name) {
  const auto found = index.find(name);
  return found == index.end() ? nullptr : found->second;
}
}  // namespace

const CatalogCode* Facts::FindCode(std::string_view symbol) const { return FindIn(codes_, symbol); }
const CatalogCode* Facts::FindCodeByOlderName(std::string_view name) const { return FindIn(older_names_, name); }
const Procedure* Facts::FindProcedure(std::string_view id) const { return FindIn(procedures_, id); }
const Map* Facts::FindMap(std::string_view id) const { return FindIn(maps_, id); }
const Source* Facts::FindSource(std::string_view id) const { return FindIn(sources_, id); }
bool Facts::IsCodeNumber(std::string_view number) const { return code_numbers_.contains(LowerCase(number)); }
std::vector<std::string> Facts::SymbolsOfNumber(std::string_view number) const {
  const auto found = code_numbers_.find(LowerCase(number));
  return found == code_numbers_.end() ? std::vector<std::string>() : found->second;
}
bool Facts::IsWindowsName(std::string_view symbol) const { return windows_names_.contains(symbol); }

void AddError(Problems& problems, const Location& at, std::string rule, std::string reason, std::string mend) {
  problems.push_back({at, Severity::kError, std::move(rule), std::move(reason), std::move(mend)});
}

void AddWarning(Problems& problems, const Location& at, std::string rule, std::string reason, std::string mend) {
  problems.push_back({at, Severity::kWarning, std::move(rule), std::move(reason), std::move(mend)});
}

Location PlaceInText(const Text& text, std::size_t offset) {
  Location at = text.at;
  if (at.line == 0) return at;
  at.column += 1;  // the opening quote
  for (std::size_t i = 0; i < offset && i < text.value.size(); ++i) {
    const char c = text.value[i];
    at.column += c == '"' || c == '\\' || c == '\n' || c == '\t' ? 2 : 1;
  }
  return at;
}

void ForEachText(const KnowledgeBase& base, const Visit& visit) {
  const auto markdown = [&](const Text& text) { VisitIf(text, TextRole::kMarkdown, visit); };
  const auto plain = [&](const Text& text) { VisitIf(text, TextRole::kPlain, visit); };
  for (const Record& record : base.records) VisitRecord(record, visit);
  for (const Procedure& procedure : base.procedures) {
    plain(procedure.title);
    plain(procedure.summary);
    markdown(procedure.intro);
    VisitSteps(procedure.steps, visit);
    for (const ResultRow& row : procedure.reading) {
      markdown(row.see);
      markdown(row.means);
    }
    markdown(procedure.undo);
  }
  for (const Map& map : base.maps) {
    plain(map.title);
    plain(map.summary);
    markdown(map.text);
    for (const MapStep& step : map.steps) {
      plain(step.title);
      markdown(step.text);
    }
  }
  for (const Term& term : base.terms) markdown(term.text);
  for (const Family& family : base.families) {
    plain(family.title);
    markdown(family.text);
  }
  markdown(base.site.about);
}

void ForEachCommand(const KnowledgeBase& base, const std::function<void(const Command&, CommandPlace)>& visit) {
  const auto all = [&](const std::vector<Command>& run, CommandPlace place) {
    for (const Command& command : run) visit(command, place);
  };
  for (const Record& record : base.records) {
    all(record.quick_run, CommandPlace::kQuickAnswer);
    for (const Cause& cause : record.causes)
      if (cause.check) all(cause.check->run, CommandPlace::kCheck);
    for (const Fix& fix : record.fixes)
      for (const Step& step : fix.steps) all(step.run, CommandPlace::kFix);
    for (const Prevention& prevention : record.prevention) all(prevention.run, CommandPlace::kPrevention);
  }
  for (const Procedure& procedure : base.procedures)
    for (const Step& step : procedure.steps) all(step.run, CommandPlace::kProcedure);
}

std::string FileStem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return std::string(name.substr(0, name.rfind('.')));
}

std::string FolderName(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  const std::string_view folders = path.substr(0, slash);
  const std::size_t before = folders.rfind('/');
  return std::string(before == std::string_view::npos ? folders : folders.substr(before + 1));
}

}  // namespace errlookup
