// An answer of several parts (answer_part.h), each in the form that one answer has: answer_page.h, answer_lines.h,
// answer_markdown.h. Parts that are not sure of anything are left out; where somebody else speaks, it is said who.
#ifndef LOOKUP_CLI_PARTS_TEXT_H_
#define LOOKUP_CLI_PARTS_TEXT_H_

#include <span>
#include <string>
#include <string_view>

#include "lookup/cli/answer_lines.h"
#include "lookup/cli/answer_part.h"
#include "lookup/cli/screen.h"

namespace errlookup {

// Whether any part is sure.
bool IsFound(std::span<const AnswerPart> parts);

// The pages one after the other.
void ShowParts(std::span<const AnswerPart> parts, std::string_view query, Screen& screen);

// The name of who speaks, above a page; nothing when only this knowledge base speaks.
void ShowOrigin(std::span<const AnswerPart> parts, const AnswerPart& part, Screen& screen);

std::string PartsBriefLines(std::span<const AnswerPart> parts, const LineLayout& layout);
std::string PartsMarkdown(std::span<const AnswerPart> parts);

// Above a page in Markdown, as ShowOrigin.
std::string OriginMarkdown(std::span<const AnswerPart> parts, const AnswerPart& part);

}  // namespace errlookup

#endif  // LOOKUP_CLI_PARTS_TEXT_H_
