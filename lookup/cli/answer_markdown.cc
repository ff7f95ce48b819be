#include "lookup/cli/answer_markdown.h"

#include <algorithm>
#include <string_view>

#include "lookup/cli/code_text.h"
#include "lookup/cli/match_text.h"
#include "lookup/cli/mentions.h"
#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

// Line by line, because line feeds mean something in Markdown.
std::string SafeLines(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    safe += SafeText(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return safe;
}

}  // namespace

std::string EscapedMarkdown(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>&#|").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string SectionMarkdown(const Section& section) {
  return "## " + SafeText(section.heading) + "\n\n" + SafeLines(section.markdown);
}

std::string AnswerMarkdown(const IndexReader& index, const Answer& answer) {
  const Match& match = answer.matches.front();
  const MatchText text = TextOf(index, match);
  std::string out = "# " + text.code;
  if (!text.symbol.empty()) out += " `" + text.symbol + "`";
  out += "\n\n";
  if (match.page) {
    if (const std::string title = index.page(*match.page).title; !title.empty())
      out += "**" + EscapedMarkdown(SafeText(title)) + "**\n\n";
  }
  if (match.entry) {
    if (const std::string message = index.message(*match.entry); !message.empty())
      out += "> " + EscapedMarkdown(SafeText(message)) + "\n\n";
  }
  out += std::string(text.space);
  for (const std::string& spelling : OtherSpellings(match.space, match.value)) out += " · " + spelling;
  out += '\n';
  for (const std::string& note : answer.notes) out += "\n" + EscapedMarkdown(SafeText(note)) + "\n";
  if (!match.note.empty()) out += "\n" + EscapedMarkdown(SafeText(match.note)) + "\n";
  if (match.page) {
    for (const Section& section : index.sections(*match.page)) out += "\n" + SectionMarkdown(section);
    if (const std::string address = PageAddress(index, index.page(*match.page)); !address.empty())
      out += "\n<" + address + ">\n";
  }
  if (const std::vector<PageId> pages = MentionsOf(index, match); !pages.empty()) {
    out += "\n## Mentioned on the pages of\n\n";
    for (const PageId page : pages) {
      const MatchText other = TextOf(index, index.page_codes(page).front());
      out += "- " + other.code + " `" + other.symbol + "`: " + EscapedMarkdown(other.line) + "\n";
    }
  }
  return out;
}

}  // namespace errlookup
