#include "lookup/base/ascii.h"
#include "lookup/cli/tool.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "lookup/cli/answer_lines.h"
#include "lookup/cli/answer_markdown.h"
#include "lookup/cli/answer_page.h"
#include "lookup/cli/completions.h"
#include "lookup/cli/hints.h"
#include "lookup/cli/index_source.h"
#include "lookup/cli/layers.h"
#include "lookup/cli/manual.h"
#include "lookup/cli/parts_text.h"
#include "lookup/cli/safe_json.h"
#include "lookup/cli/safe_text.h"
#include "lookup/cli/scan_command.h"
#include "lookup/cli/terminal.h"
#include "lookup/engine/answer_json.h"
#include "lookup/engine/engine.h"
#include "lookup/index/format.h"

namespace errlookup {
namespace {

// A query is a line of a log, at most a page of it.
constexpr std::size_t kLongestQuery = 1024 * 1024;
constexpr int kDefaultWidth = 80;
// Wider lines are harder to read; --width may ask for them.
constexpr int kWidestPage = 100;

bool IsPlainNumber(std::string_view text) {
  return !text.empty() && text.size() < 5 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int WidthFor(const Options& options) {
  if (options.width) return *options.width;
  int columns = kDefaultWidth;
  if (const std::optional<std::string> set = Environment("COLUMNS"); set && IsPlainNumber(*set)) {
    columns = std::stoi(*set);
  } else if (const std::optional<TerminalSize> size = OutputSize()) {
    columns = size->columns;
  }
  return std::clamp(columns, kLeastWidth, kWidestPage);
}

// https://no-color.org: any value switches colours off. CLICOLOR_FORCE (not "0") asks for them in a pipe.
Colors ColorsFor(const Options& options) {
  if (options.color != ColorChoice::kAuto) return options.color == ColorChoice::kAlways ? Colors::kOn : Colors::kOff;
  if (Environment("NO_COLOR")) return Colors::kOff;
  const std::optional<std::string> force = Environment("CLICOLOR_FORCE");
  if (force && *force != "0") return Colors::kOn;
  return OutputIsTerminal() && Environment("TERM") != "dumb" ? Colors::kOn : Colors::kOff;
}

Layout LayoutFor(const Options& options) { return {.width = WidthFor(options), .colors = ColorsFor(options)}; }

LineLayout LineLayoutFor(const Options& options) {
  const bool is_cut = options.width || OutputIsTerminal();
  return {.width = is_cut ? std::optional(WidthFor(options)) : std::nullopt, .colors = ColorsFor(options)};
}

// Whether it does not fit on the terminal.
bool IsForPager(const std::string& text, const Options& options) {
  const std::optional<TerminalSize> size = options.uses_pager && OutputIsTerminal() ? OutputSize() : std::nullopt;
  return size && std::count(text.begin(), text.end(), '\n') >= size->rows;
}

// For a person: through the pager if it is long.
Status Show(const std::string& text, const Options& options) {
  return IsForPager(text, options) ? ShowInPager(text) : WriteOutput(text);
}

// Writes an answer and turns its fate into an outcome.
Result<Outcome> Finish(const Status& written, Outcome outcome) {
  if (!written.ok()) return written.error();
  return outcome;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) query += (query.empty() ? "" : " ") + word;
  return query;
}

// The words of the command line, or what is piped in when there are none or only "-".
Result<std::string> QueryOf(const Options& options) {
  if (!options.words.empty()) return Joined(options.words);
  if (!options.reads_input && InputIsTerminal())
    return Fail(ErrorCode::kInvalidArgument, "there is nothing to look up\n\n" + ShortHelpText());
  Result<std::string> query = ReadInput(kLongestQuery);
  if (!query.ok()) return query;
  if (query->size() > kLongestQuery) {
    return Fail(ErrorCode::kLimit, "the query on the standard input is longer than 1 MiB; give only the line with the code");
  }
  while (query->ends_with('\n') || query->ends_with('\r')) query->pop_back();
  if (query->empty()) {
    return Fail(ErrorCode::kInvalidArgument, "there is nothing to look up: the standard input is empty\n\n" + ShortHelpText());
  }
  return query;
}

// What may have been meant instead.
std::vector<std::string> HintsFor(const std::vector<Layer>& layers, const std::string& query, const Options& options) {
  std::vector<std::string> hints;
  if (std::string hint = ScanHint(options.words); !hint.empty()) hints.push_back(std::move(hint));
  if (options.space) {
    const std::vector<AnswerPart> all = AskLayers(layers, query, {.limit = options.limit, .space = {}});
    if (std::string hint = SpaceHint(*options.space, all); !hint.empty()) hints.push_back(std::move(hint));
  }
  return hints;
}

// Of a code without a name there is something to tell; of words that are not found only where to go on.
Result<Outcome> NotFound(const std::vector<Layer>& layers, std::span<const AnswerPart> parts, const std::string& query,
                         const Options& options) {
  if (!parts.back().answer.readings.empty() && options.output == Output::kPage && options.section.empty()) {
    Screen screen(LayoutFor(options));
    ShowUnknownCode(parts.back(), screen);
    return Finish(Show(screen.Take(), options), Outcome::kNotFound);
  }
  // The standard error is nearly always the same terminal as the output, or none.
  Screen screen({.width = WidthFor(options), .colors = ErrorIsTerminal() ? ColorsFor(options) : Colors::kOff});
  ShowNotFound(parts, query, HintsFor(layers, query, options), screen);
  const std::string text = screen.Take();
  if (ErrorIsTerminal() && IsForPager(text, options)) return Finish(ShowInPager(text), Outcome::kNotFound);
  WriteError(text);
  return Outcome::kNotFound;
}

std::string JoinedNames(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + SafeText(name);
  return joined;
}

std::vector<std::string> NamesOf(const std::vector<Section>& sections) {
  std::vector<std::string> names;
  for (const Section& section : sections) names.push_back(section.key);
  return names;
}

// Of the sections that any page has.
std::vector<std::string> SectionNames(const IndexReader& index) {
  std::vector<std::string> names;
  for (PageId id = 0; id < index.page_count(); ++id) {
    for (const Section& section : index.sections(id)) {
      std::string name = SafeText(section.key);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

// "Quick Answer", "quick_answer": as quick-answer.
std::string FoldedSectionName(std::string_view name) {
  std::string folded = LowerAsciiText(name);
  for (char& c : folded)
    if (c == ' ' || c == '_') c = '-';
  return folded;
}

std::vector<Section> SectionsOf(const AnswerPart& part) {
  if (!part.answer.is_found() || !part.answer.matches.front().page) return {};
  return part.index->sections(*part.answer.matches.front().page);
}

// The key of the section that "name" means: a key or a heading, first of the pages that are shown, then of any page.
// "name" itself if there is none.
std::string SectionKey(std::span<const AnswerPart> parts, const std::string& name) {
  const std::string folded = FoldedSectionName(name);
  const auto find = [&](const std::vector<Section>& sections) -> std::string {
    for (const Section& section : sections)
      if (FoldedSectionName(section.key) == folded || FoldedSectionName(section.heading) == folded) return section.key;
    return {};
  };
  for (const AnswerPart& part : parts)
    if (std::string key = find(SectionsOf(part)); !key.empty()) return key;
  for (const AnswerPart& part : parts)
    for (PageId id = 0; id < part.index->page_count(); ++id)
      if (std::string key = find(part.index->sections(id)); !key.empty()) return key;
  return name;
}

// A wrong name is an error; a page without the section is none.
Status CheckSectionName(const IndexReader& index, const std::string& name, const std::vector<Section>& sections_of_page) {
  const std::vector<std::string> known = SectionNames(index);
  if (std::find(known.begin(), known.end(), name) != known.end()) return Done();
  const std::string nearest = NearestName(FoldedSectionName(name), known);
  const std::string names = sections_of_page.empty() ? "he sections of other pages: " + JoinedNames(known)
                                                     : "he sections of this page: " + JoinedNames(NamesOf(sections_of_page));
  return Fail(ErrorCode::kInvalidArgument, "no page has a section \"" + name + "\"; " +
                                               (nearest.empty() ? "t" : "did you mean " + nearest + "? T") + names);
}

Result<Outcome> NoSuchSection(const IndexReader& index, const std::vector<Section>& sections, const Options& options) {
  const std::string name = SafeText(options.section);
  if (const Status known = CheckSectionName(index, name, sections); !known.ok()) return known.error();
  WriteError("errlookup: this page has no section \"" + name + "\"; " +
             (sections.empty() ? "it has no sections" : "it has: " + JoinedNames(NamesOf(sections))) + "\n");
  return Outcome::kNotFound;
}

// The section "placeholders" with only the names that stand in "section": its commands without the rest of the page.
std::optional<Section> NamesIn(const Section& section, const std::vector<Section>& sections) {
  Section names;
  for (const Section& other : sections) {
    if (other.key != "placeholders" || section.key == other.key) continue;
    names.key = other.key;
    names.heading = other.heading;
    std::string_view rest = other.markdown;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      const std::size_t begin = line.find('<');
      const std::size_t end = line.find('>');
      if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
      if (section.markdown.find(line.substr(begin, end - begin + 1)) != std::string::npos) names.markdown += (names.markdown.empty() ? "" : "\n") + std::string(line);
    }
  }
  return names.markdown.empty() ? std::nullopt : std::optional(std::move(names));
}

// The section of the best match of every part that has it.
Result<Outcome> AnswerSection(std::span<const AnswerPart> parts, const Options& options) {
  Screen screen(LayoutFor(options));
  std::string markdown;
  const IndexReader* last_index = nullptr;
  std::vector<Section> sections;
  bool is_there = false;
  for (const AnswerPart& part : parts) {
    if (!part.answer.is_found()) continue;
    last_index = part.index;
    sections = SectionsOf(part);
    const auto named = std::find_if(sections.begin(), sections.end(),
                                    [&](const Section& candidate) { return candidate.key == options.section; });
    if (named == sections.end()) continue;
    is_there = true;
    std::vector<Section> shown = {*named};
    if (std::optional<Section> names = NamesIn(*named, sections)) shown.push_back(*std::move(names));
    markdown += (markdown.empty() ? "" : "\n") + OriginMarkdown(parts, part);
    for (const Section& section : shown) markdown += (&section == &shown.front() ? "" : "\n") + SectionMarkdown(section);
    ShowOrigin(parts, part, screen);
    ShowSectionsAlone(*part.index, part.answer.matches.front(), shown, screen);
  }
  if (!is_there) return NoSuchSection(*last_index, sections, options);
  if (options.output == Output::kMarkdown) return Finish(WriteOutput(markdown), Outcome::kFound);
  return Finish(Show(screen.Take(), options), Outcome::kFound);
}

bool HasSection(std::span<const AnswerPart> parts, std::string_view key) {
  for (const AnswerPart& part : parts) {
    if (!part.answer.is_found() || !part.answer.matches.front().page) continue;
    for (const PageSections sections = part.index->ReadSections(*part.answer.matches.front().page); const auto& section : sections.views)
      if (section.key == key) return true;
  }
  return false;
}

Result<Outcome> AnswerJson(const std::vector<AnswerPart>& parts, const std::string& query, const Options& options) {
  const bool is_found = IsFound(parts);
  if (is_found && !options.section.empty() && !HasSection(parts, options.section)) {
    if (const Status known = CheckSectionName(*parts.back().index, SafeText(options.section), SectionsOf(parts.back())); !known.ok()) return known.error();
  }
  const std::string json = PartsToJson(parts, query, {.limit = options.limit, .section = options.section});
  return Finish(WriteOutput(SafeJson(json) + '\n'), is_found ? Outcome::kFound : Outcome::kNotFound);
}

Result<Outcome> Ask(Options options) {
  const Result<std::string> query = QueryOf(options);
  if (!query.ok()) return query.error();
  const Result<std::vector<Layer>> layers = OpenLayers(options);
  if (!layers.ok()) return layers.error();
  const std::vector<AnswerPart> parts = AskLayers(*layers, *query, {.limit = options.limit, .space = options.space});

  if (!options.section.empty() && IsFound(parts)) options.section = SectionKey(parts, options.section);

  if (options.output == Output::kJson) return AnswerJson(parts, *query, options);
  if (!IsFound(parts)) return NotFound(*layers, parts, *query, options);
  if (!options.section.empty()) return AnswerSection(parts, options);
  if (options.output == Output::kBrief)
    return Finish(Show(PartsBriefLines(parts, LineLayoutFor(options)), options), Outcome::kFound);
  if (options.output == Output::kMarkdown) return Finish(WriteOutput(PartsMarkdown(parts)), Outcome::kFound);
  Screen screen(LayoutFor(options));
  ShowParts(parts, *query, screen);
  return Finish(Show(screen.Take(), options), Outcome::kFound);
}

Result<Outcome> Decode(const Options& options) {
  const Result<std::string> text = QueryOf(options);
  if (!text.ok()) return text.error();
  const Result<std::vector<Layer>> layers = OpenLayers(options);
  if (!layers.ok()) return layers.error();
  const std::vector<AnswerPart> parts = DecodeLayers(*layers, *text, {.limit = options.limit, .space = options.space});
  const std::vector<PlacedReading> readings = ReadingsOf(parts);
  const Outcome outcome = readings.empty() ? Outcome::kNotFound : Outcome::kFound;

  if (options.output == Output::kJson)
    return Finish(WriteOutput(SafeJson(ReadingPartsToJson(parts, *text)) + '\n'), outcome);
  if (readings.empty()) {
    WriteError("errlookup: \"" + CutToWidth(SafeText(*text), 40) +
               "\" does not read as a code; to search for the words, leave out \"decode\"\n");
    return outcome;
  }
  Screen screen(LayoutFor(options));
  ShowReadings(readings, screen);
  return Finish(Show(screen.Take(), options), outcome);
}

// `errlookup list vpn`: a family, or a query whose first word is "list".
Error WordsBehindList(const std::vector<Layer>& layers, const std::vector<std::string>& words) {
  for (const Layer& layer : layers) {
    if (words.size() == 1 && !CodeList(layer.opened.reader, words[0], {}).empty())
      return Fail(ErrorCode::kInvalidArgument, "to list a family: errlookup list --family " + SafeText(words[0]));
  }
  return Fail(ErrorCode::kInvalidArgument,
              "list takes no words; to look for the words: errlookup -- list " + SafeText(words[0].substr(0, 64)));
}

Result<Outcome> List(const Options& options) {
  const Result<std::vector<Layer>> layers = OpenLayers(options);
  if (!layers.ok()) return layers.error();
  if (!options.words.empty()) return WordsBehindList(*layers, options.words);
  std::string list, families;
  for (const Layer& layer : *layers) {
    const std::string codes = CodeList(layer.opened.reader, options.family, LineLayoutFor(options));
    list += (list.empty() || codes.empty() ? "" : "\n") + codes;
    families += (families.empty() ? "" : ", ") + FamilyNames(layer.opened.reader);
  }
  if (list.empty() && !options.family.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "there is no family \"" + SafeText(options.family) + "\"; the families: " + families);
  }
  return Finish(Show(list, options), Outcome::kFound);
}

Result<Outcome> Scan(const Options& options) {
  ScanOptions scan;
  for (const std::string& word : options.words) {
    const std::vector<std::string> files = MatchingFiles(word);
    scan.files.insert(scan.files.end(), files.begin(), files.end());
  }
  if (options.reads_input || (scan.files.empty() && !InputIsTerminal())) scan.files = {"-"};
  if (scan.files.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "there is nothing to scan; name files or folders, or \"-\" for the standard input; see errlookup --help");
  }
  scan.report = options.output == Output::kJson ? ScanReport::kJson
                : options.shows_summary         ? ScanReport::kSummary
                                                : ScanReport::kLines;
  scan.layout = LineLayoutFor(options);
  const Result<std::vector<Layer>> layers = OpenLayers(options);
  if (!layers.ok()) return layers.error();
  return RunScan(*layers, scan);
}

Result<Outcome> Completions(const Options& options) {
  const Result<OpenedIndex> opened = OpenIndex(options.index_file);
  if (!opened.ok()) return opened.error();
  return Finish(WriteOutput(CompletionScript(options.words.front(), NamesInIndex(opened->reader))), Outcome::kFound);
}

std::string VersionLine(std::string_view data) {
  return "errlookup " ERRLOOKUP_VERSION + std::string(data) + ", index format " + std::to_string(format::kMajorVersion) + "." +
         std::to_string(format::kMinorVersion) + "\n";
}

// An index or overlay that cannot be read does not hide the version: who asks may be looking for what is wrong with it.
Result<Outcome> Version(const Options& options) {
  const Result<ReadableLayers> readable = OpenReadableLayers(options);
  if (!readable.ok()) {
    WriteError("errlookup: " + readable.error().message + "\n");
    return Finish(WriteOutput(VersionLine("")), Outcome::kFailed);
  }
  std::string text = VersionLine(", data " + SafeText(readable->layers.back().opened.reader.data_version()));
  for (const Layer& layer : readable->layers)
    if (!layer.name.empty()) text += "overlay " + layer.name + ", data " + SafeText(layer.opened.reader.data_version()) + "\n";
  for (const Error& error : readable->left_out) WriteError("errlookup: " + error.message + "\n");
  return Finish(WriteOutput(text), readable->left_out.empty() ? Outcome::kFound : Outcome::kFailed);
}

}  // namespace

Result<Outcome> RunTool(const Options& options) {
  switch (options.command) {
    case Command::kAsk: return Ask(options);
    case Command::kDecode: return Decode(options);
    case Command::kList: return List(options);
    case Command::kScan: return Scan(options);
    case Command::kCompletions: return Completions(options);
    case Command::kManual: return Finish(WriteOutput(ManualPage()), Outcome::kFound);
    case Command::kHelp: return Finish(WriteOutput(HelpText()), Outcome::kFound);
    case Command::kVersion: return Version(options);
  }
  return Fail(ErrorCode::kInvalidArgument, "no such command");
}

}  // namespace errlookup
