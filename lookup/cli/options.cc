#include "lookup/cli/options.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

// Which commands an option goes with.
enum CommandSet : unsigned { kWithAsk = 1, kWithDecode = 2, kWithList = 4, kWithScan = 8, kWithAll = 15 };

struct OptionRow {
  std::string_view name;      // without the dashes
  char letter;                // 0: none
  std::string_view value;     // what the help calls the value; empty for a switch
  unsigned goes_with;         // CommandSet
  std::string_view help;
  // Takes the value into the options; false if the value is not of the form that "wanted" describes.
  bool (*apply)(Options&, std::string_view);
  std::string_view wanted;
};

template <typename Number>
bool ReadNumber(std::string_view text, Number least, Number greatest, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= least && number <= greatest;
}

// clang-format off
constexpr std::array kOptions = {
    OptionRow{"brief", 0, "", kWithAsk, "one line for each match",
              [](Options& o, std::string_view) { o.output = Output::kBrief; return true; }, ""},
    OptionRow{"json", 0, "", kWithAsk | kWithDecode | kWithScan, "for programs: one line of JSON (lookup/cli/README.md)",
              [](Options& o, std::string_view) { o.output = Output::kJson; return true; }, ""},
    OptionRow{"markdown", 0, "", kWithAsk, "the page as Markdown, for a ticket or a wiki",
              [](Options& o, std::string_view) { o.output = Output::kMarkdown; return true; }, ""},
    OptionRow{"section", 0, "NAME", kWithAsk, "one part of the page: quick-answer, causes, fixes ...",
              [](Options& o, std::string_view v) { o.section = v; return !v.empty(); }, "a name"},
    OptionRow{"limit", 0, "N", kWithAsk, "at most N matches (10)",
              [](Options& o, std::string_view v) { return ReadNumber<std::size_t>(v, 1, kGreatestLimit, o.limit); },
              "a number from 1 to 1000"},
    OptionRow{"space", 0, "SPACE", kWithAsk | kWithDecode,
              "only win32, hresult, ntstatus, ras or winsock codes",
              [](Options& o, std::string_view v) { return (o.space = SpaceFromName(v)).has_value(); },
              "win32, hresult, ntstatus, ras or winsock"},
    OptionRow{"family", 0, "FAMILY", kWithList, "only this family of codes",
              [](Options& o, std::string_view v) { o.family = v; return !v.empty(); }, "a name"},
    OptionRow{"summary", 0, "", kWithScan, "of a scan: one line for each code, with its count",
              [](Options& o, std::string_view) { o.shows_summary = true; return true; }, ""},
    OptionRow{"index", 0, "FILE", kWithAll, "this index, not the one inside (or ERRLOOKUP_INDEX)",
              [](Options& o, std::string_view v) { o.index_file = v; return !v.empty(); }, "the name of a file"},
    OptionRow{"color", 0, "WHEN", kWithAll, "auto, always or never; auto heeds NO_COLOR",
              [](Options& o, std::string_view v) {
                o.color = v == "always" ? ColorChoice::kAlways : v == "never" ? ColorChoice::kNever : ColorChoice::kAuto;
                return v == "auto" || v == "always" || v == "never";
              }, "auto, always or never"},
    OptionRow{"width", 0, "N", kWithAll, "columns (the terminal's, at most 100; 80 in a pipe)",
              [](Options& o, std::string_view v) { return ReadNumber(v, kLeastWidth, kGreatestWidth, o.width.emplace()); },
              "a number from 20 to 1000"},
    OptionRow{"no-pager", 0, "", kWithAll, "never stop at the end of the screen",
              [](Options& o, std::string_view) { o.uses_pager = false; return true; }, ""},
    OptionRow{"version", 'V', "", kWithAll, "versions of the program, the data and the index format",
              [](Options& o, std::string_view) { o.command = Command::kVersion; return true; }, ""},
    OptionRow{"help", 'h', "", kWithAll, "this text",
              [](Options& o, std::string_view) { o.command = Command::kHelp; return true; }, ""},
};
// clang-format on

constexpr std::string_view kNextStep = "; see errlookup --help";

Error UsageError(std::string message) { return Fail(ErrorCode::kInvalidArgument, std::move(message)); }

// Edits between two option names; small words, so the simple way.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

Error UnknownOption(std::string_view argument) {
  const std::string_view name = argument.substr(0, std::min(argument.find('='), std::size_t{32}));
  std::string message = "unknown option " + SafeText(name);
  const auto distance = [&](const OptionRow& row) { return EditDistance(name, "--" + std::string(row.name)); };
  const auto nearest = std::min_element(kOptions.begin(), kOptions.end(), [&](const OptionRow& a, const OptionRow& b) {
    return distance(a) < distance(b);
  });
  if (distance(*nearest) <= 3) message += "; did you mean --" + std::string(nearest->name) + "?";
  return UsageError(message + " To look for text that begins with a dash: errlookup -- '" +
                    SafeText(argument.substr(0, 32)) + "'");
}

const OptionRow* FindOption(std::string_view argument) {
  for (const OptionRow& row : kOptions) {
    if (argument.size() == 2 && argument[1] == row.letter) return &row;
    if (argument.starts_with("--") && argument.substr(2, argument.find('=') - 2) == row.name) return &row;
  }
  return nullptr;
}

bool LooksLikeOption(std::string_view argument) {
  return argument.size() > 1 && argument[0] == '-' && !(argument[1] >= '0' && argument[1] <= '9');
}

std::string_view NameOf(Command command) {
  switch (command) {
    case Command::kDecode: return "decode";
    case Command::kList: return "list";
    case Command::kScan: return "scan";
    default: return "a query";
  }
}
unsigned SetOf(Command command) {
  switch (command) {
    case Command::kDecode: return kWithDecode;
    case Command::kList: return kWithList;
    case Command::kScan: return kWithScan;
    default: return kWithAsk;
  }
}

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& arguments) : arguments_(arguments) {}

  Result<Options> Parse() {
    for (; at_ < arguments_.size(); ++at_) {
      const std::string& argument = arguments_[at_];
      if (argument == "--") {
        has_dashes_ = true;
        options_.words.insert(options_.words.end(), arguments_.begin() + at_ + 1, arguments_.end());
        break;
      }
      if (!LooksLikeOption(argument)) {
        TakeWord(argument);
      } else if (const Status taken = TakeOption(argument); !taken.ok()) {
        return taken.error();
      }
    }
    return Finish();
  }

 private:
  void TakeWord(const std::string& word) {
    const bool is_first = options_.words.empty() && sub_command_ == Command::kAsk;
    if (is_first && word == "decode") {
      sub_command_ = Command::kDecode;
    } else if (is_first && word == "list") {
      sub_command_ = Command::kList;
    } else if (is_first && word == "scan") {
      sub_command_ = Command::kScan;
    } else {
      options_.words.push_back(word);
    }
  }

  Status TakeOption(const std::string& argument) {
    const OptionRow* row = FindOption(argument);
    if (row == nullptr) return UnknownOption(argument);
    const std::string shown = "--" + std::string(row->name);
    const std::size_t equals = argument.find('=');
    std::string value;
    if (row->value.empty()) {
      if (equals != std::string::npos) return UsageError(shown + " takes no value" + std::string(kNextStep));
    } else if (equals != std::string::npos) {
      value = argument.substr(equals + 1);
    } else if (at_ + 1 < arguments_.size()) {
      value = arguments_[++at_];
    } else {
      return UsageError(shown + " needs a value: " + std::string(row->wanted));
    }
    if (!row->apply(options_, value)) {
      return UsageError(shown + " " + SafeText(value.substr(0, 64)) + ": the value must be " + std::string(row->wanted));
    }
    given_.push_back(row);
    return Done();
  }

  Result<Options> Finish() {
    if (options_.command == Command::kHelp || options_.command == Command::kVersion) return options_;
    options_.command = sub_command_;
    for (const OptionRow* row : given_) {
      if ((row->goes_with & SetOf(sub_command_)) == 0) {
        return UsageError("--" + std::string(row->name) + " does not go with " + std::string(NameOf(sub_command_)) +
                          std::string(kNextStep));
      }
    }
    if (!options_.section.empty() && (options_.output == Output::kJson || options_.output == Output::kBrief))
      return UsageError("--section goes with the page or with --markdown only");
    if (options_.shows_summary && options_.output == Output::kJson)
      return UsageError("--summary does not go with --json" + std::string(kNextStep));
    if (sub_command_ == Command::kList && !options_.words.empty()) {
      return UsageError("list takes no words; to look for the words: errlookup -- list " +
                        SafeText(options_.words.front().substr(0, 64)));
    }
    if (options_.words.size() == 1 && options_.words.front() == "-" && !has_dashes_) {
      options_.words.clear();
      options_.reads_input = true;
    }
    return options_;
  }

  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  bool has_dashes_ = false;
  Options options_;
  Command sub_command_ = Command::kAsk;
  std::vector<const OptionRow*> given_;
};

constexpr std::string_view kUsage =
    "usage: errlookup [OPTIONS] QUERY...\n"
    "       errlookup decode [--json] [--space SPACE] CODE...\n"
    "       errlookup list [--family FAMILY]\n"
    "       errlookup scan [--summary | --json] FILE...\n";

}  // namespace

Result<Options> ParseOptions(const std::vector<std::string>& arguments) { return Parser(arguments).Parse(); }

std::string ShortHelpText() {
  return std::string(kUsage) +
         "\n"
         "Explains Windows IPsec, IKE and VPN errors. For example: errlookup 13801\n"
         "See errlookup --help for everything.\n";
}

std::string HelpText() {
  std::string text =
      "errlookup: what a Windows IPsec, IKE or VPN error means and how to mend it.\n"
      "\n" +
      std::string(kUsage) +
      "\n"
      "QUERY is whatever you have: a code in any spelling, a name, a message, a symptom\n"
      "or a whole line of a log. \"-\" reads it from the standard input.\n"
      "\n"
      "  errlookup 13801                        the page of an error\n"
      "  errlookup 0x800735E9                   the same, as an HRESULT ...\n"
      "  errlookup -2147011095                  ... or as a signed number\n"
      "  errlookup negotiation timed out        words of a message or a name\n"
      "  errlookup --section fixes 809          only how to mend it\n"
      "  errlookup --brief IKE_NO_CERT          one line for each match\n"
      "  errlookup decode 0xD0360001            the bits of a code, drawn\n"
      "  errlookup list --family vpn            the codes of a family\n"
      "  errlookup scan vpn.log                 the errors that a log or a folder holds\n"
      "  errlookup -- list                      a query that is also a sub-command\n"
      "\n"
      "options:\n";
  for (const OptionRow& row : kOptions) {
    std::string left = row.letter != 0 ? std::string("  -") + row.letter + ", --" : "      --";
    left += row.name;
    if (!row.value.empty()) left += " " + std::string(row.value);
    left.resize(std::max<std::size_t>(left.size() + 1, 23), ' ');
    text += left + std::string(row.help) + "\n";
  }
  text +=
      "\n"
      "Long answers are shown with $PAGER (or less) on a terminal.\n"
      "Exit code: 0 found, 1 not found, 2 could not run.\n";
  return text;
}

}  // namespace errlookup
