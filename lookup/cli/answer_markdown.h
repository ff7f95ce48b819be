// An answer as Markdown: to paste into a ticket or a wiki.
#ifndef LOOKUP_CLI_ANSWER_MARKDOWN_H_
#define LOOKUP_CLI_ANSWER_MARKDOWN_H_

#include <string>
#include <string_view>

#include "lookup/engine/engine.h"

namespace errlookup {

// The best match: a heading, the facts, every section under a heading of the second level.
std::string AnswerMarkdown(const IndexReader& index, const Answer& answer);

// One section with its heading.
std::string SectionMarkdown(const Section& section);

// "text" with a backslash before every character that would begin a construct inside a line.
std::string EscapedMarkdown(std::string_view text);

}  // namespace errlookup

#endif  // LOOKUP_CLI_ANSWER_MARKDOWN_H_
