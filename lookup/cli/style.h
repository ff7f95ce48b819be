// What a piece of text is, and how a terminal shows it.
//
// Only the 8 basic colours and attributes, which every terminal maps to its own theme: readable on dark and
// on light backgrounds. Without colours the text alone says everything.
#ifndef LOOKUP_CLI_STYLE_H_
#define LOOKUP_CLI_STYLE_H_

#include <cstddef>
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

// The same in one piece, as a paragraph is laid out: one text, and where each style ends in it.
struct StyledText {
  struct Run {
    std::size_t end;  // in "text": where the next run begins
    Style style;
  };

  std::string text;        // safe, but for line feeds: where a line must end
  std::vector<Run> runs;   // none is empty, no two neighbours have one style, the last ends with the text

  StyledText() = default;
  explicit StyledText(const Spans& spans);

  void Append(std::string_view safe_text, Style style);
  void Append(const StyledText& other);
  void Clear();            // keeps the memory
};

enum class Colors : bool { kOff, kOn };

// What switches "style" on; empty when nothing has to be. What follows it ends with kStyleEnd then.
std::string_view StyleBegin(Style style, Colors colors);
inline constexpr std::string_view kStyleEnd = "\x1b[0m";

// Appends "text" in "style" to "out".
void AppendStyled(std::string_view text, Style style, Colors colors, std::string& out);

}  // namespace errlookup

#endif  // LOOKUP_CLI_STYLE_H_
