// Shows Markdown on a terminal: the texts of the records, as CommonMark without raw HTML.
//
// Headings, paragraphs, bullet and numbered lists (nested), fenced and indented code, block quotes, rules,
// tables with pipes; inline code, bold, emphasis, links, autolinks, entities and backslash escapes. Anything
// else is shown as it is written. Code blocks keep their lines in one piece; everything else is wrapped.
//
// Behind the text of a link stands its address, or a letter for it (link_list.h). Without colours, inline code keeps
// its backticks, so that a reader sees where a command ends.
#ifndef LOOKUP_CLI_TERMINAL_MARKDOWN_H_
#define LOOKUP_CLI_TERMINAL_MARKDOWN_H_

#include <string_view>

#include "lookup/cli/link_list.h"
#include "lookup/cli/screen.h"
#include "lookup/cli/style.h"

namespace errlookup {

struct MarkdownLook {
  Colors colors = Colors::kOff;
  LinkList& links;  // what lies inside the knowledge base, and where new letters go
};

// Blocks, with one blank line between them. Colours are those of the screen.
void ShowMarkdown(std::string_view markdown, LinkList& links, const Indent& indent, Screen& screen);

// The inline part alone: appends one paragraph to "to", safe for a screen.
void AppendInlineMarkdown(std::string_view markdown, const MarkdownLook& look, StyledText& to);

}  // namespace errlookup

#endif  // LOOKUP_CLI_TERMINAL_MARKDOWN_H_
