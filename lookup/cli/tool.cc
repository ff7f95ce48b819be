#include "lookup/cli/tool.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "lookup/cli/answer_lines.h"
#include "lookup/cli/answer_markdown.h"
#include "lookup/cli/answer_page.h"
#include "lookup/cli/completions.h"
#include "lookup/cli/index_source.h"
#include "lookup/cli/manual.h"
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

// For a person: through the pager if it does not fit on the terminal.
Status Show(const std::string& text, const Options& options) {
  const std::optional<TerminalSize> size = options.uses_pager && OutputIsTerminal() ? OutputSize() : std::nullopt;
  const auto lines = std::count(text.begin(), text.end(), '\n');
  return size && lines >= size->rows ? ShowInPager(text) : WriteOutput(text);
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

// Of a code without a name there is something to tell; of words that are not found only where to go on.
Result<Outcome> NotFound(const IndexReader& index, const std::string& query, const Answer& answer,
                         const Options& options) {
  if (!answer.readings.empty() && options.output == Output::kPage && options.section.empty()) {
    Screen screen(LayoutFor(options));
    ShowUnknownCode(index, answer, screen);
    return Finish(Show(screen.Take(), options), Outcome::kNotFound);
  }
  // The standard error is nearly always the same terminal as the output, or none.
  Screen screen({.width = WidthFor(options), .colors = ErrorIsTerminal() ? ColorsFor(options) : Colors::kOff});
  ShowNotFound(index, query, answer, screen);
  WriteError(screen.Take());
  return Outcome::kNotFound;
}

// Whether any page has a section of this name: a page without it is something else than a wrong name.
bool IsSectionName(const IndexReader& index, std::string_view name) {
  for (PageId id = 0; id < index.page_count(); ++id) {
    for (const Section& section : index.sections(id)) {
      if (section.key == name) return true;
    }
  }
  return false;
}

Result<Outcome> NoSuchSection(const IndexReader& index, const std::vector<Section>& sections, const Options& options) {
  std::string names;
  for (const Section& section : sections) names += (names.empty() ? "" : ", ") + SafeText(section.key);
  const std::string has = names.empty() ? "it has no sections" : "it has: " + names;
  const std::string name = SafeText(options.section);
  if (!IsSectionName(index, options.section))
    return Fail(ErrorCode::kInvalidArgument, "no page has a section \"" + name + "\"; this one: " + has);
  WriteError("errlookup: this page has no section \"" + name + "\"; " + has + "\n");
  return Outcome::kNotFound;
}

Result<Outcome> AnswerSection(const IndexReader& index, const Match& match, const Options& options) {
  const std::vector<Section> sections = match.page ? index.sections(*match.page) : std::vector<Section>();
  const auto section = std::find_if(sections.begin(), sections.end(),
                                    [&](const Section& candidate) { return candidate.key == options.section; });
  if (section == sections.end()) return NoSuchSection(index, sections, options);
  if (options.output == Output::kMarkdown) return Finish(WriteOutput(SectionMarkdown(*section)), Outcome::kFound);
  Screen screen(LayoutFor(options));
  ShowSection(index, match, *section, screen);
  return Finish(Show(screen.Take(), options), Outcome::kFound);
}

Result<Outcome> Ask(const Options& options) {
  const Result<std::string> query = QueryOf(options);
  if (!query.ok()) return query.error();
  const Result<OpenedIndex> opened = OpenIndex(options.index_file);
  if (!opened.ok()) return opened.error();
  const IndexReader& index = opened->reader;
  const Answer answer = Engine(index).Ask(*query, {.limit = options.limit, .space = options.space});

  if (options.output == Output::kJson) {
    return Finish(WriteOutput(SafeJson(AnswerToJson(index, *query, answer)) + '\n'),
                  answer.is_found() ? Outcome::kFound : Outcome::kNotFound);
  }
  if (!answer.is_found()) return NotFound(index, *query, answer, options);
  if (!options.section.empty()) return AnswerSection(index, answer.matches.front(), options);
  if (options.output == Output::kBrief)
    return Finish(Show(BriefLines(index, answer, LineLayoutFor(options)), options), Outcome::kFound);
  if (options.output == Output::kMarkdown) return Finish(WriteOutput(AnswerMarkdown(index, answer)), Outcome::kFound);
  Screen screen(LayoutFor(options));
  ShowAnswer(index, *query, answer, screen);
  return Finish(Show(screen.Take(), options), Outcome::kFound);
}

Result<Outcome> Decode(const Options& options) {
  const Result<std::string> text = QueryOf(options);
  if (!text.ok()) return text.error();
  const Result<OpenedIndex> opened = OpenIndex(options.index_file);
  if (!opened.ok()) return opened.error();
  const IndexReader& index = opened->reader;
  const std::vector<Reading> readings = Engine(index).Decode(*text, {.space = options.space});
  const Outcome outcome = readings.empty() ? Outcome::kNotFound : Outcome::kFound;

  if (options.output == Output::kJson)
    return Finish(WriteOutput(SafeJson(ReadingsToJson(index, *text, readings)) + '\n'), outcome);
  if (readings.empty()) {
    WriteError("errlookup: \"" + CutToWidth(SafeText(*text), 40) +
               "\" does not read as a code; to search for the words, leave out \"decode\"\n");
    return outcome;
  }
  Screen screen(LayoutFor(options));
  ShowReadings(index, readings, screen);
  return Finish(Show(screen.Take(), options), outcome);
}

Result<Outcome> List(const Options& options) {
  const Result<OpenedIndex> opened = OpenIndex(options.index_file);
  if (!opened.ok()) return opened.error();
  const IndexReader& index = opened->reader;
  const std::string list = CodeList(index, options.family, LineLayoutFor(options));
  if (list.empty() && !options.family.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "there is no family \"" + SafeText(options.family) + "\"; the families: " + FamilyNames(index));
  }
  return Finish(Show(list, options), Outcome::kFound);
}

Result<Outcome> Scan(const Options& options) {
  ScanOptions scan;
  scan.files = options.words;
  if (options.reads_input || (scan.files.empty() && !InputIsTerminal())) scan.files = {"-"};
  if (scan.files.empty()) {
    return Fail(ErrorCode::kInvalidArgument,
                "there is nothing to scan; name files or folders, or \"-\" for the standard input; see errlookup --help");
  }
  scan.report = options.output == Output::kJson ? ScanReport::kJson
                : options.shows_summary         ? ScanReport::kSummary
                                                : ScanReport::kLines;
  scan.layout = LineLayoutFor(options);
  const Result<OpenedIndex> opened = OpenIndex(options.index_file);
  if (!opened.ok()) return opened.error();
  return RunScan(opened->reader, scan);
}

Result<Outcome> Completions(const Options& options) {
  const Result<OpenedIndex> opened = OpenIndex(options.index_file);
  if (!opened.ok()) return opened.error();
  return Finish(WriteOutput(CompletionScript(options.words.front(), NamesInIndex(opened->reader))), Outcome::kFound);
}

Result<Outcome> Version(const Options& options) {
  const Result<OpenedIndex> opened = OpenIndex(options.index_file);
  if (!opened.ok()) return opened.error();
  const std::string text = "errlookup " ERRLOOKUP_VERSION ", data " + SafeText(opened->reader.data_version()) +
                           ", index format " + std::to_string(format::kMajorVersion) + "." +
                           std::to_string(format::kMinorVersion) + "\n";
  return Finish(WriteOutput(text), Outcome::kFound);
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
