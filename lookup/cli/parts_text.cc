#include "lookup/cli/parts_text.h"

#include <algorithm>

#include "lookup/cli/answer_markdown.h"
#include "lookup/cli/answer_page.h"

namespace errlookup {
namespace {

// Empty when there is nobody to tell apart.
std::string SpeakerOf(std::span<const AnswerPart> parts, const AnswerPart& part) {
  if (!part.origin.empty()) return part.origin;
  const bool is_alone = std::none_of(parts.begin(), parts.end(), [](const AnswerPart& other) {
    return !other.origin.empty() && other.answer.is_found();
  });
  return is_alone ? std::string() : std::string("errlookup");
}

}  // namespace

bool IsFound(std::span<const AnswerPart> parts) {
  return std::any_of(parts.begin(), parts.end(), [](const AnswerPart& part) { return part.answer.is_found(); });
}

void ShowOrigin(std::span<const AnswerPart> parts, const AnswerPart& part, Screen& screen) {
  const std::string speaker = SpeakerOf(parts, part);
  if (speaker.empty()) return;
  screen.Blank();
  screen.Paragraph({{"From " + speaker, Style::kHeading}});
  screen.Blank();
}

void ShowParts(std::span<const AnswerPart> parts, std::string_view query, Screen& screen) {
  for (const AnswerPart& part : parts) {
    if (!part.answer.is_found()) continue;
    ShowOrigin(parts, part, screen);
    ShowAnswer(*part.index, query, part.answer, screen);
  }
}

std::string PartsBriefLines(std::span<const AnswerPart> parts, const LineLayout& layout) {
  std::string lines;
  for (const AnswerPart& part : parts)
    if (part.answer.is_found()) lines += BriefLines(*part.index, part.answer, layout, part.origin);
  return lines;
}

std::string OriginMarkdown(std::span<const AnswerPart> parts, const AnswerPart& part) {
  const std::string speaker = SpeakerOf(parts, part);
  return speaker.empty() ? std::string() : "*From " + EscapedMarkdown(speaker) + ":*\n\n";
}

std::string PartsMarkdown(std::span<const AnswerPart> parts) {
  std::string text;
  for (const AnswerPart& part : parts) {
    if (!part.answer.is_found()) continue;
    if (!text.empty()) text += "\n---\n\n";
    text += OriginMarkdown(parts, part) + AnswerMarkdown(*part.index, part.answer);
  }
  return text;
}

}  // namespace errlookup
