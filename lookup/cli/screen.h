// Builds what a terminal shows, line by line: wraps text to a width, with hanging indents.
//
//   Screen screen({.width = 40});
//   screen.Paragraph({{"The peer did not answer in time."}}, {.first = "  1. ", .rest = "     "});
//   screen.Paragraph(styled_text);
//
// No line ends with blanks, no two blank lines follow each other, none stands at the start or the end. All
// text given to a screen must be safe (SafeText).
#ifndef LOOKUP_CLI_SCREEN_H_
#define LOOKUP_CLI_SCREEN_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "lookup/cli/style.h"

namespace errlookup {

struct Layout {
  int width = 80;
  Colors colors = Colors::kOff;
};

// What stands before the first line of a block and before the others: blanks, bullets, rails.
struct Indent {
  std::string first;
  std::string rest;

  // For a block inside: the text after "marker", further lines under it.
  Indent Inside(std::string_view marker, std::string_view blanks) const {
    return {.first = first + std::string(marker), .rest = rest + std::string(blanks)};
  }
  // For the blocks that follow the first one.
  Indent Following() const { return {.first = rest, .rest = rest}; }
};

class Screen {
 public:
  // With room for a usual page: growing would go through as much memory again, and memory that is touched for the
  // first time is the dearest part of a start.
  explicit Screen(Layout layout) : layout_(layout) { out_.reserve(kUsualPage); }

  const Layout& layout() const { return layout_; }

  // Wraps at blanks and between wide characters; a word longer than a line is cut, but not an address of the web:
  // people copy it. A line feed starts a new line. Columns left for the text never go below 12, whatever the indent.
  void Paragraph(const StyledText& text, const Indent& indent = {});
  void Paragraph(const Spans& spans, const Indent& indent = {}) { Paragraph(StyledText(spans), indent); }

  // As it is, however long: a command that is copied must stay in one piece.
  void Verbatim(const StyledText& line, const Indent& indent = {});
  void Verbatim(const Spans& line, const Indent& indent = {}) { Verbatim(StyledText(line), indent); }

  // A blank line, which keeps the rails of "indent".
  void Blank(const Indent& indent = {});

  // Everything so far, with a line feed at the end unless it is empty. The screen is empty afterwards.
  std::string Take();

 private:
  static constexpr std::size_t kUsualPage = 32 * 1024;

  // A whole line: "text" from "begin" to "end".
  void PutLine(std::string_view indent, const StyledText& text, std::size_t begin, std::size_t end);

  Layout layout_;
  std::string out_;
  std::string pending_blank_;  // a blank line that is written when something follows
  bool has_pending_blank_ = false;
};

}  // namespace errlookup

#endif  // LOOKUP_CLI_SCREEN_H_
