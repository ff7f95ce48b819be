#include "lookup/cli/style.h"

namespace errlookup {
namespace {

// Parameters of ECMA-48's SGR sequence.
std::string_view Attributes(Style style) {
  switch (style) {
    case Style::kPlain: return "";
    case Style::kStrong: return "1";
    case Style::kEmphasis: return "3";
    case Style::kCode: return "36";
    case Style::kLink: return "4";
    case Style::kNumber: return "1;33";
    case Style::kSymbol: return "1";
    case Style::kTitle: return "1";
    case Style::kHeading: return "1;32";
    case Style::kSubheading: return "1";
    case Style::kMuted: return "2";
    case Style::kWarning: return "33";
    case Style::kRisk: return "1;31";
  }
  return "";
}

}  // namespace

void AppendStyled(std::string_view text, Style style, Colors colors, std::string& out) {
  const std::string_view attributes = colors == Colors::kOn ? Attributes(style) : std::string_view();
  if (attributes.empty() || text.empty()) {
    out += text;
    return;
  }
  out += "\x1b[";
  out += attributes;
  out += 'm';
  out += text;
  out += "\x1b[0m";
}

}  // namespace errlookup
