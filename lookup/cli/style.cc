#include "lookup/cli/style.h"

namespace errlookup {

StyledText::StyledText(const Spans& spans) {
  for (const Span& span : spans) Append(span.text, span.style);
}

void StyledText::Append(std::string_view safe_text, Style style) {
  if (safe_text.empty()) return;
  text += safe_text;
  if (!runs.empty() && runs.back().style == style) {
    runs.back().end = text.size();
  } else {
    runs.push_back({text.size(), style});
  }
}

void StyledText::Append(const StyledText& other) {
  std::size_t begin = 0;
  for (const Run& run : other.runs) {
    Append(std::string_view(other.text).substr(begin, run.end - begin), run.style);
    begin = run.end;
  }
}

void StyledText::Clear() {
  text.clear();
  runs.clear();
}

// Sequences of ECMA-48 (SGR).
std::string_view StyleBegin(Style style, Colors colors) {
  if (colors == Colors::kOff) return "";
  switch (style) {
    case Style::kPlain: return "";
    case Style::kStrong: return "\x1b[1m";
    case Style::kEmphasis: return "\x1b[3m";
    case Style::kCode: return "\x1b[36m";
    case Style::kLink: return "\x1b[4m";
    case Style::kNumber: return "\x1b[1;33m";
    case Style::kSymbol: return "\x1b[1m";
    case Style::kTitle: return "\x1b[1m";
    case Style::kHeading: return "\x1b[1;32m";
    case Style::kSubheading: return "\x1b[1m";
    case Style::kMuted: return "\x1b[2m";
    case Style::kWarning: return "\x1b[33m";
    case Style::kRisk: return "\x1b[1;31m";
  }
  return "";
}

void AppendStyled(std::string_view text, Style style, Colors colors, std::string& out) {
  const std::string_view begin = text.empty() ? std::string_view() : StyleBegin(style, colors);
  out += begin;
  out += text;
  if (!begin.empty()) out += kStyleEnd;
}

}  // namespace errlookup
