#include "lookup/cli/style.h"

namespace errlookup {

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
