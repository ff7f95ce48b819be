#include "lookup/cli/option_table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace errlookup {
namespace {

constexpr std::array<std::string_view, 5> kSpaces = {"win32", "hresult", "ntstatus", "ras", "winsock"};
constexpr std::array<std::string_view, 3> kColors = {"auto", "always", "never"};
constexpr std::array<std::string_view, 4> kShells = {"bash", "zsh", "fish", "powershell"};
constexpr std::span<const std::string_view> kNoChoices;

template <typename Number>
bool ReadNumber(std::string_view text, Number least, Number greatest, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= least && number <= greatest;
}

// clang-format off
constexpr std::array kOptions = {
    OptionRow{"brief", 0, "", ValueKind::kNone, kNoChoices, "", kWithAsk,
              "one line for each match",
              [](Options& o, std::string_view) { o.output = Output::kBrief; return true; }},
    OptionRow{"json", 0, "", ValueKind::kNone, kNoChoices, "", kWithAsk | kWithDecode | kWithScan,
              "for programs: one line of JSON (lookup/cli/README.md)",
              [](Options& o, std::string_view) { o.output = Output::kJson; return true; }},
    OptionRow{"markdown", 0, "", ValueKind::kNone, kNoChoices, "", kWithAsk,
              "the page as Markdown, for a ticket or a wiki",
              [](Options& o, std::string_view) { o.output = Output::kMarkdown; return true; }},
    OptionRow{"section", 0, "NAME", ValueKind::kSection, kNoChoices, "a name", kWithAsk,
              "one part of the page: quick-answer, causes, fixes ...",
              [](Options& o, std::string_view v) { o.section = v; return !v.empty(); }},
    OptionRow{"limit", 0, "N", ValueKind::kNumber, kNoChoices, "a number from 1 to 1000", kWithAsk,
              "at most N matches (10)",
              [](Options& o, std::string_view v) { return ReadNumber<std::size_t>(v, 1, kGreatestLimit, o.limit); }},
    OptionRow{"space", 0, "SPACE", ValueKind::kChoice, kSpaces, "", kWithAsk | kWithDecode,
              "only win32, hresult, ntstatus, ras or winsock codes",
              [](Options& o, std::string_view v) { return (o.space = SpaceFromName(v)).has_value(); }},
    OptionRow{"family", 0, "FAMILY", ValueKind::kFamily, kNoChoices, "a name", kWithList,
              "only this family of codes",
              [](Options& o, std::string_view v) { o.family = v; return !v.empty(); }},
    OptionRow{"summary", 0, "", ValueKind::kNone, kNoChoices, "", kWithScan,
              "of a scan: one line for each code, with its count",
              [](Options& o, std::string_view) { o.shows_summary = true; return true; }},
    OptionRow{"index", 0, "FILE", ValueKind::kFile, kNoChoices, "the name of a file", kWithAll,
              "this index, not the one inside (or ERRLOOKUP_INDEX)",
              [](Options& o, std::string_view v) { o.index_file = v; return !v.empty(); }},
    OptionRow{"overlay", 0, "FILE", ValueKind::kFile, kNoChoices, "the name of a file", kWithAsk | kWithDecode | kWithList | kWithScan,
              "a company's records, shown first; or ERRLOOKUP_OVERLAY",
              [](Options& o, std::string_view v) { o.overlay_files.emplace_back(v); return !v.empty(); }},
    OptionRow{"color", 0, "WHEN", ValueKind::kChoice, kColors, "", kWithAll,
              "auto, always or never; auto heeds NO_COLOR",
              [](Options& o, std::string_view v) {
                o.color = v == "always" ? ColorChoice::kAlways : v == "never" ? ColorChoice::kNever : ColorChoice::kAuto;
                return v == "auto" || v == "always" || v == "never";
              }},
    OptionRow{"width", 0, "N", ValueKind::kNumber, kNoChoices, "a number from 20 to 1000", kWithAll,
              "columns (the terminal's, at most 100; 80 in a pipe)",
              [](Options& o, std::string_view v) { return ReadNumber(v, kLeastWidth, kGreatestWidth, o.width.emplace()); }},
    OptionRow{"no-pager", 0, "", ValueKind::kNone, kNoChoices, "", kWithAll,
              "never stop at the end of the screen",
              [](Options& o, std::string_view) { o.uses_pager = false; return true; }},
    OptionRow{"man", 0, "", ValueKind::kNone, kNoChoices, "", kWithAll,
              "the manual page, for man -l or to install",
              [](Options& o, std::string_view) { o.command = Command::kManual; return true; }},
    OptionRow{"version", 'V', "", ValueKind::kNone, kNoChoices, "", kWithAll,
              "versions of the program, the data and the index format",
              [](Options& o, std::string_view) { o.command = Command::kVersion; return true; }},
    OptionRow{"help", 'h', "", ValueKind::kNone, kNoChoices, "", kWithAll,
              "this text",
              [](Options& o, std::string_view) { o.command = Command::kHelp; return true; }},
};

constexpr std::array kCommands = {
    CommandRow{Command::kAsk, kWithAsk, "", "QUERY...", "[OPTIONS] QUERY...", "explain an error"},
    CommandRow{Command::kDecode, kWithDecode, "decode", "CODE...", "[--json] [--space SPACE] CODE...",
               "draw the bits of a code"},
    CommandRow{Command::kList, kWithList, "list", "", "[--family FAMILY]", "list the codes of a family, or all"},
    CommandRow{Command::kScan, kWithScan, "scan", "FILE...", "[--summary | --json] FILE...",
               "find the errors that logs or folders hold"},
    CommandRow{Command::kCompletions, kWithCompletions, "completions", "SHELL", "bash|zsh|fish|powershell",
               "print what makes a shell complete these words"},
};

constexpr std::array kExamples = {
    ExampleRow{"13801", "the page of an error"},
    ExampleRow{"0x800735E9", "the same, as an HRESULT ..."},
    ExampleRow{"-2147011095", "... or as a signed number"},
    ExampleRow{"negotiation timed out", "words of a message or a name"},
    ExampleRow{"--section fixes 809", "only how to mend it"},
    ExampleRow{"--brief IKE_NO_CERT", "one line for each match"},
    ExampleRow{"decode 0xD0360001", "the bits of a code, drawn"},
    ExampleRow{"list --family vpn", "the codes of a family"},
    ExampleRow{"scan vpn.log", "the errors that a log or a folder holds"},
    ExampleRow{"-- list", "a query that is also a sub-command"},
};

constexpr std::array kEnvironment = {
    EnvironmentRow{"ERRLOOKUP_INDEX", "an index to use instead of the one inside; --index comes first"},
    EnvironmentRow{"ERRLOOKUP_OVERLAY", "an overlay for queries, decode, list and scan; --overlay replaces it"},
    EnvironmentRow{"NO_COLOR", "set to anything: no colours; --color comes first"},
    EnvironmentRow{"CLICOLOR_FORCE", "set to anything but 0: colours in a pipe too, unless NO_COLOR is set"},
    EnvironmentRow{"COLUMNS", "the width of the page; --width comes first"},
    EnvironmentRow{"PAGER", "the program that shows long answers on a terminal; less if it is not set"},
};
// clang-format on

}  // namespace

std::span<const OptionRow> OptionTable() { return kOptions; }
std::span<const CommandRow> CommandTable() { return kCommands; }
std::span<const ExampleRow> ExampleTable() { return kExamples; }
std::span<const EnvironmentRow> EnvironmentTable() { return kEnvironment; }
std::span<const std::string_view> ShellNames() { return kShells; }

const OptionRow* FindOption(std::string_view argument) {
  const std::string_view name = argument.substr(0, argument.find('='));
  const auto row = std::find_if(kOptions.begin(), kOptions.end(), [&](const OptionRow& option) {
    return (name.size() == 2 && name[0] == '-' && name[1] == option.letter) ||
           (name.starts_with("--") && name.substr(2) == option.name);
  });
  return row != kOptions.end() ? &*row : nullptr;
}

const CommandRow* FindSubCommand(std::string_view name) {
  const auto row = std::find_if(kCommands.begin(), kCommands.end(), [&](const CommandRow& command) {
    return !name.empty() && command.name == name;
  });
  return row != kCommands.end() ? &*row : nullptr;
}

std::string WantedValue(const OptionRow& row) {
  return row.kind == ValueKind::kChoice ? Alternatives(row.choices) : std::string(row.wanted);
}

std::string Alternatives(std::span<const std::string_view> names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace errlookup
