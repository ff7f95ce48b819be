#include <algorithm>
#include <string>

#include "lookup/cli/option_table.h"
#include "lookup/cli/options.h"

namespace errlookup {
namespace {

constexpr std::size_t kOptionColumn = 23;
constexpr std::size_t kExampleColumn = 41;

// "left", and what follows it in a column of its own.
std::string TwoColumns(std::string left, std::size_t column, std::string_view right) {
  left.resize(std::max(left.size() + 1, column), ' ');
  return left + std::string(right) + "\n";
}

std::string Usage() {
  std::string text;
  for (const CommandRow& row : CommandTable()) {
    text += (text.empty() ? "usage: errlookup " : "       errlookup ") + std::string(row.name) +
            (row.name.empty() ? "" : " ") + std::string(row.usage) + "\n";
  }
  return text;
}

}  // namespace

std::string ShortHelpText() {
  return Usage() +
         "\n"
         "Explains Windows IPsec, IKE and VPN errors. For example: errlookup 13801\n"
         "See errlookup --help for everything.\n";
}

std::string HelpText() {
  std::string text =
      "errlookup: what a Windows IPsec, IKE or VPN error means and how to mend it.\n"
      "\n" +
      Usage() +
      "\n"
      "QUERY is whatever you have: a code in any spelling, a name, a message, a symptom\n"
      "or a whole line of a log. \"-\" reads it from the standard input.\n"
      "\n";
  for (const ExampleRow& row : ExampleTable())
    text += TwoColumns("  errlookup " + std::string(row.arguments), kExampleColumn, row.help);
  text += "\noptions:\n";
  for (const OptionRow& row : OptionTable()) {
    std::string left = row.letter != 0 ? std::string("  -") + row.letter + ", --" : "      --";
    left += row.name;
    if (!row.value.empty()) left += " " + std::string(row.value);
    text += TwoColumns(left, kOptionColumn, row.help);
  }
  text +=
      "\n"
      "Long answers are shown with $PAGER (or less) on a terminal.\n"
      "Exit code: 0 found, 1 not found, 2 could not run.\n";
  return text;
}

}  // namespace errlookup
