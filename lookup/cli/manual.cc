#include "lookup/cli/manual.h"

#include <string_view>

#include "lookup/cli/option_table.h"

namespace errlookup {
namespace {

// Plain text as roff shows it: a dash that can be copied, no request at the beginning of a line.
std::string Roff(std::string_view text) {
  std::string roff;
  for (const char c : text) {
    const bool begins_line = roff.empty() || roff.back() == '\n';
    if (begins_line && (c == '.' || c == '\'')) roff += "\\&";
    if (c == '\\') roff += "\\e";
    else if (c == '-') roff += "\\-";
    else if (c == '\'') roff += "\\(aq";
    else roff += c;
  }
  return roff;
}

std::string Bold(std::string_view text) { return "\\fB" + Roff(text) + "\\fR"; }
std::string Italic(std::string_view text) { return "\\fI" + Roff(text) + "\\fR"; }

// A paragraph under a heading of its own.
std::string Tagged(const std::string& heading, std::string_view text) {
  return ".TP\n" + heading + "\n" + Roff(text) + "\n";
}

std::string CommandName(const CommandRow& row) {
  return "errlookup" + (row.name.empty() ? "" : " " + std::string(row.name));
}

std::string OptionHeading(const OptionRow& row) {
  std::string heading = row.letter != 0 ? Bold(std::string("-") + row.letter) + ", " : "";
  heading += Bold("--" + std::string(row.name));
  if (!row.value.empty()) heading += " " + Italic(row.value);
  return heading;
}

std::string Synopsis() {
  std::string roff;
  for (const CommandRow& row : CommandTable())
    roff += (roff.empty() ? "" : ".br\n") + Bold(CommandName(row)) + " " + Roff(row.usage) + "\n";
  return roff;
}

}  // namespace

std::string ManualPage() {
  std::string page =
      ".TH ERRLOOKUP 1 \"\" \"errlookup " ERRLOOKUP_VERSION "\" \"User Commands\"\n"
      ".SH NAME\n"
      "errlookup \\- what a Windows IPsec, IKE or VPN error means and how to mend it\n"
      ".SH SYNOPSIS\n" +
      Synopsis() +
      ".SH DESCRIPTION\n" +
      Roff("QUERY is whatever you have: a code in any spelling, a name, a message, a symptom or a whole line of a log. "
           "\"-\" reads it from the standard input, and so does errlookup without a query.\n") +
      ".PP\n" +
      Roff("The program carries the whole knowledge base inside itself. Long answers are shown with a pager on a "
           "terminal.\n") +
      ".PP\n" +
      Roff("Only the first word can be a sub-command. What looks like a negative number is part of the query, and "
           "behind -- everything is.\n") +
      ".SH COMMANDS\n";
  for (const CommandRow& row : CommandTable()) {
    const std::string operands = row.operands.empty() ? "" : " " + Italic(row.operands);
    page += Tagged(Bold(CommandName(row)) + operands, row.help);
  }
  page += ".SH OPTIONS\n";
  for (const OptionRow& row : OptionTable()) page += Tagged(OptionHeading(row), row.help);
  page += ".SH ENVIRONMENT\n";
  for (const EnvironmentRow& row : EnvironmentTable()) page += Tagged(Bold(row.name), row.help);
  page +=
      ".SH EXIT STATUS\n" + Tagged("0", "found") + Tagged("1", "not found") + Tagged("2", "could not run") +
      ".SH EXAMPLES\n";
  for (const ExampleRow& row : ExampleTable()) page += Tagged(Bold("errlookup " + std::string(row.arguments)), row.help);
  return page;
}

}  // namespace errlookup
