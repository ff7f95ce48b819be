// Shows Markdown on a terminal: the texts of the records, as CommonMark without raw HTML.
//
// Headings, paragraphs, bullet and numbered lists (nested), fenced and indented code, block quotes, rules,
// tables with pipes; inline code, bold, emphasis, links, autolinks, entities and backslash escapes. Anything
// else is shown as it is written. Code blocks keep their lines in one piece; everything else is wrapped.
//
// An address of the web stands behind the text of its link, because terminals cannot be clicked everywhere;
// links inside the knowledge base show their text only. Without colours, inline code keeps its backticks, so
// that a reader sees where a command ends.
#ifndef LOOKUP_CLI_TERMINAL_MARKDOWN_H_
#define LOOKUP_CLI_TERMINAL_MARKDOWN_H_

#include <string_view>

#include "lookup/cli/screen.h"
#include "lookup/cli/style.h"

namespace errlookup {

struct MarkdownLook {
  Colors colors = Colors::kOff;
  std::string_view home;  // addresses that begin with it lie inside the knowledge base; empty: none do
};

// Blocks, with one blank line between them. Colours are those of the screen.
void ShowMarkdown(std::string_view markdown, std::string_view home, const Indent& indent, Screen& screen);

// The inline part alone: one paragraph as spans, safe for a screen.
Spans InlineMarkdown(std::string_view markdown, const MarkdownLook& look);

}  // namespace errlookup

#endif  // LOOKUP_CLI_TERMINAL_MARKDOWN_H_
