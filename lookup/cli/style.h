// What a piece of text is, and how a terminal shows it.
//
// Only the 8 basic colours and attributes, which every terminal maps to its own theme: readable on dark and
// on light backgrounds. Without colours the text alone says everything.
#ifndef LOOKUP_CLI_STYLE_H_
#define LOOKUP_CLI_STYLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

enum class Style : std::uint8_t {
  kPlain,
  kStrong,      // **bold**
  kEmphasis,    // *emphasis*
  kCode,        // commands, file names, values
  kLink,        // the text of a link
  kNumber,      // the code itself
  kSymbol,      // its name
  kTitle,       // the title of the page
  kHeading,     // "Quick answer"
  kSubheading,  // a heading inside a section
  kMuted,       // what may be skipped: addresses, dates, rails
  kWarning,     // ambiguity, notes
  kRisk,        // "Risk:"
};

// One style for one stretch of safe text (SafeText).
struct Span {
  std::string text;
  Style style = Style::kPlain;

  bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;

enum class Colors : bool { kOff, kOn };

// What switches "style" on; empty when nothing has to be. What follows it ends with kStyleEnd then.
std::string_view StyleBegin(Style style, Colors colors);
inline constexpr std::string_view kStyleEnd = "\x1b[0m";

// Appends "text" in "style" to "out".
void AppendStyled(std::string_view text, Style style, Colors colors, std::string& out);

}  // namespace errlookup

#endif  // LOOKUP_CLI_STYLE_H_
