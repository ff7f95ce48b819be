// Tables of Markdown with pipes: in columns where they fit, else row by row as "heading: value".
#ifndef LOOKUP_CLI_TERMINAL_TABLE_H_
#define LOOKUP_CLI_TERMINAL_TABLE_H_

#include <span>
#include <string_view>

#include "lookup/cli/screen.h"
#include "lookup/cli/terminal_markdown.h"

namespace errlookup {

// Whether "line" is the heading row of a table: "next" is its row of dashes, with as many cells.
bool IsTableStart(std::string_view line, std::string_view next);

// "rows" begins with the heading row and the row of dashes.
void ShowTableRows(std::span<const std::string_view> rows, const MarkdownLook& look, const Indent& indent, Screen& screen);

}  // namespace errlookup

#endif  // LOOKUP_CLI_TERMINAL_TABLE_H_
