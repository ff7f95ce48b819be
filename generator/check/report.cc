#include "generator/check/report.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>

#include "generator/record/json_tree.h"
#include "lookup/base/utf8.h"

namespace errlookup {
namespace {

constexpr std::size_t kShownBytes = 100;  // of a source line

// Control characters as U+2400 symbols and broken UTF-8 as U+FFFD: data shall not drive a terminal.
std::string SafeText(std::string_view text) {
  std::string safe;
  for (const char c : ReplaceInvalidUtf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t')
      safe += ' ';
    else if (byte < 0x20)
      AppendUtf8(0x2400 + byte, safe);
    else if (byte == 0x7F)
      AppendUtf8(0x2421, safe);
    else
      safe += c;
  }
  return safe;
}

std::string_view LineOf(std::string_view text, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, std::min(text.find('\n'), text.find('\r')));
}

bool IsContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !IsContinuation(c); }));
}

// A part of the line around the place, and a mark under it.
std::string Excerpt(std::string_view line, const Location& at) {
  const std::size_t column = std::min(static_cast<std::size_t>(std::max(at.column, 1)) - 1, line.size());
  std::size_t begin = column > kShownBytes / 2 ? column - kShownBytes / 2 : 0;
  if (line.size() <= kShownBytes) begin = 0;
  while (begin > 0 && begin < line.size() && IsContinuation(line[begin])) --begin;
  std::size_t end = std::min(begin + kShownBytes, line.size());
  while (end < line.size() && IsContinuation(line[end])) ++end;
  const std::string before = SafeText(line.substr(begin, column - begin));
  const std::string number = std::to_string(at.line);
  const std::string cut = begin > 0 ? "... " : "";
  return "  " + number + " | " + cut + SafeText(line.substr(begin, end - begin)) + (end < line.size() ? " ..." : "") +
         "\n  " + std::string(number.size(), ' ') + " | " + std::string(cut.size() + Characters(before), ' ') + "^\n";
}

std::string Place(const Location& at) {
  std::string place = SafeText(at.file);
  if (at.line > 0) place += ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  return place;
}

std::string_view SeverityName(Severity severity) { return severity == Severity::kError ? "error" : "warning"; }

std::string Quote(std::string_view text) { return JsonQuote(ReplaceInvalidUtf8(text)); }

std::size_t CountErrors(const Problems& problems) {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::kError; }));
}

// In GitHub's form "%" and line ends are escaped, in properties ":" and "," too.
std::string GithubEscape(std::string_view text, bool is_property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (is_property && c == ':')
      out += "%3A";
    else if (is_property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

// A URI reference: other characters than these are percent-encoded (RFC 3986).
std::string UriPath(std::string_view path) {
  static constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (kPlain.find(c) != std::string_view::npos)
      out += c;
    else
      (out += '%') += kDigits[byte >> 4], out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace

std::string TextReport(const Problems& problems, const SourceReader& read_source, Colour colour) {
  const auto paint = [colour](std::string_view code, const std::string& text) {
    return colour == Colour::kNever ? text : "\033[" + std::string(code) + "m" + text + "\033[0m";
  };
  std::map<std::string, std::optional<std::string>> sources;
  std::string out;
  for (const Problem& problem : problems) {
    const bool is_error = problem.severity == Severity::kError;
    out += paint("1", Place(problem.at) + ":") + " " +
           paint(is_error ? "1;31" : "1;33", std::string(SeverityName(problem.severity)) + ":") + " " +
           SafeText(problem.reason) + " [" + problem.rule + "]\n";
    if (problem.at.line > 0) {
      const auto [source, is_new] = sources.try_emplace(problem.at.file);
      if (is_new) source->second = read_source(problem.at.file);
      if (source->second) out += Excerpt(LineOf(*source->second, problem.at.line), problem.at);
    }
    if (!problem.mend.empty()) out += "  " + paint("1", "mend:") + " " + SafeText(problem.mend) + "\n";
  }
  return out;
}

std::string JsonReport(const Problems& problems) {
  std::string out = "{ \"problems\": [";
  bool is_first = true;
  for (const Problem& p : problems) {
    out += std::string(is_first ? "\n" : ",\n") + "  { \"file\": " + Quote(p.at.file) +
           ", \"line\": " + std::to_string(p.at.line) + ", \"column\": " + std::to_string(p.at.column) +
           ", \"severity\": " + Quote(SeverityName(p.severity)) + ", \"rule\": " + Quote(p.rule) +
           ", \"reason\": " + Quote(p.reason) + ", \"mend\": " + Quote(p.mend) + " }";
    is_first = false;
  }
  const std::size_t errors = CountErrors(problems);
  return out + (is_first ? "" : "\n") + "], \"errors\": " + std::to_string(errors) +
         ", \"warnings\": " + std::to_string(problems.size() - errors) + " }\n";
}

std::string GithubReport(const Problems& problems) {
  std::string out;
  for (const Problem& p : problems)
    out += "::" + std::string(SeverityName(p.severity)) + " file=" + GithubEscape(p.at.file, true) +
           ",line=" + std::to_string(std::max(p.at.line, 1)) + ",col=" + std::to_string(std::max(p.at.column, 1)) +
           ",title=" + GithubEscape(p.rule, true) +
           "::" + GithubEscape(p.reason + (p.mend.empty() ? "" : "; " + p.mend), false) + "\n";
  return out;
}

std::string SarifReport(const Problems& problems) {
  std::set<std::string> rules;
  for (const Problem& p : problems) rules.insert(p.rule);
  std::string rule_list, results;
  for (const std::string& rule : rules)
    rule_list += (rule_list.empty() ? "" : ", ") + ("{ \"id\": " + Quote(rule) + " }");
  for (const Problem& p : problems)
    results += std::string(results.empty() ? "\n" : ",\n") + "      { \"ruleId\": " + Quote(p.rule) +
               ", \"level\": " + Quote(SeverityName(p.severity)) +
               ", \"message\": { \"text\": " + Quote(p.reason + (p.mend.empty() ? "" : ". To mend it: " + p.mend)) +
               " },\n        \"locations\": [{ \"physicalLocation\": { \"artifactLocation\": { \"uri\": " +
               Quote(UriPath(p.at.file)) +
               " }, \"region\": { \"startLine\": " + std::to_string(std::max(p.at.line, 1)) +
               ", \"startColumn\": " + std::to_string(std::max(p.at.column, 1)) + " } } }] }";
  return "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n  \"runs\": "
         "[{\n"
         "    \"tool\": { \"driver\": { \"name\": \"kbgen check\", \"rules\": [" +
         rule_list + "] } },\n    \"results\": [" + results + (results.empty() ? "" : "\n    ") + "]\n  }]\n}\n";
}

std::string CountReport(const Problems& problems) {
  if (problems.empty()) return "no problems";
  const auto count = [](std::size_t number, const std::string& noun) {
    return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
  };
  const std::size_t errors = CountErrors(problems), warnings = problems.size() - errors;
  if (warnings == 0) return count(errors, "error");
  if (errors == 0) return count(warnings, "warning");
  return count(errors, "error") + " and " + count(warnings, "warning");
}

}  // namespace errlookup
