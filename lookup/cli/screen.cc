#include "lookup/cli/screen.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "lookup/base/utf8.h"
#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

constexpr int kLeastColumns = 12;

// Closing punctuation of East Asian text, which may not begin a line.
bool ClosesText(char32_t c) {
  return c == 0x3001 || c == 0x3002 || c == 0x300D || c == 0x300F || c == 0xFF01 || c == 0xFF09 || c == 0xFF0C ||
         c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

bool IsBlank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

// Whether the text holds an address of the web.
bool HoldsAddress(std::string_view text) { return text.find("://") != std::string_view::npos; }

// Length of the run of ASCII characters but blanks and controls at the front: most text, taken at once.
std::size_t AsciiRun(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] > ' ') ++end;   // bytes of longer characters are negative
  return end;
}

}  // namespace

// Cuts spans into words and writes them as they come. A word is a run of pieces that stay on one line.
class Screen::Paragrapher {
 public:
  Paragrapher(const Indent& indent, Screen& screen)
      : indent_(indent),
        columns_(std::max(kLeastColumns, screen.layout_.width - TextWidth(indent.first))),
        screen_(screen) {}

  void Show(const Spans& spans) {
    for (const Span& span : spans) {
      if (span.text == "\n") {
        EndWord();
        starts_line_ = true;
      } else {
        Cut(span);
      }
    }
    EndWord();
    EndLine();
  }

 private:
  void Cut(const Span& span) {
    for (std::string_view rest = span.text; !rest.empty();) {
      std::size_t length = AsciiRun(rest);
      if (length > 0) {
        if (last_was_wide_) EndWord();
        Add({rest.substr(0, length), span.style}, static_cast<int>(length));
      } else if (rest.front() == ' ') {
        EndWord();
        length = 1;
        space_ = {rest.substr(0, 1), span.style};
      } else {
        const Utf8Character next = DecodeUtf8(rest);
        length = next.length;
        AddCharacter({rest.substr(0, length), span.style}, next.value);
      }
      rest.remove_prefix(length);
    }
  }

  void AddCharacter(const Piece& piece, char32_t character) {
    const int width = CharacterWidth(character);
    const bool may_break_before = (width == 2 || last_was_wide_) && width > 0 && !ClosesText(character);
    if (may_break_before) EndWord();
    Add(piece, width);
    last_was_wide_ = width == 2 || (width == 0 && last_was_wide_);
  }

  void Add(const Piece& piece, int width) {
    word_.push_back(piece);
    width_ += width;
  }

  void EndWord() {
    last_was_wide_ = false;
    if (word_.empty()) return;
    // The space before the word stands only between two words of a line. Links are underlined through.
    Piece space = std::exchange(space_, {});
    if (space.style != word_.front().style) space = {space.text.empty() ? "" : " ", Style::kPlain};
    const int space_width = static_cast<int>(space.text.size());
    const bool starts_line = std::exchange(starts_line_, false);
    if (is_line_open_ && (starts_line || used_ + space_width + width_ > columns_)) {
      EndLine();
    } else if (is_line_open_ && space_width > 0) {
      Put(space, space_width);
    }
    const bool stays_whole = width_ <= columns_ || std::any_of(word_.begin(), word_.end(), [](const Piece& piece) {
      return HoldsAddress(piece.text);
    });
    for (const Piece& piece : word_) stays_whole ? Put(piece, 0) : PutCut(piece);
    if (stays_whole) used_ += width_;
    word_.clear();
    width_ = 0;
  }

  // A word that no line can hold, character by character.
  void PutCut(const Piece& piece) {
    for (std::string_view rest = piece.text; !rest.empty();) {
      const Utf8Character next = DecodeUtf8(rest);
      const int width = CharacterWidth(next.value);
      if (used_ > 0 && used_ + width > columns_) EndLine();
      Put({rest.substr(0, next.length), piece.style}, width);
      rest.remove_prefix(next.length);
    }
  }

  // Pieces that follow each other in one span go to the screen together.
  void Put(const Piece& piece, int width) {
    if (!is_line_open_) {
      screen_.BeginLine(is_first_line_ ? indent_.first : indent_.rest);
      is_line_open_ = true;
    }
    used_ += width;
    if (run_.style == piece.style && run_.text.data() + run_.text.size() == piece.text.data()) {
      run_.text = {run_.text.data(), run_.text.size() + piece.text.size()};
    } else {
      screen_.Put(run_.text, run_.style);
      run_ = piece;
    }
  }

  void EndLine() {
    if (!is_line_open_) return;
    screen_.Put(run_.text, run_.style);
    screen_.EndLine();
    run_ = {};
    used_ = 0;
    is_line_open_ = false;
    if (std::exchange(is_first_line_, false)) columns_ = std::max(kLeastColumns, screen_.layout_.width - TextWidth(indent_.rest));
  }

  const Indent& indent_;
  int columns_;               // for the text of this line
  Screen& screen_;
  std::vector<Piece> word_;
  int width_ = 0;             // of the word
  Piece space_;               // before the word
  bool starts_line_ = false;  // the word
  bool last_was_wide_ = false;
  Piece run_;                 // of the line, not yet on the screen
  int used_ = 0;              // columns of the line
  bool is_line_open_ = false;
  bool is_first_line_ = true;
};

void Screen::Paragraph(const Spans& spans, const Indent& indent) { Paragrapher(indent, *this).Show(spans); }

void Screen::Verbatim(const Spans& spans, const Indent& indent) {
  std::size_t count = spans.size();   // without what is only blanks at the end
  while (count > 0 && IsBlank(spans[count - 1].text)) --count;
  if (count == 0) return Blank(indent);
  BeginLine(indent.first);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = spans[i].text;
    Put(i + 1 < count ? text : text.substr(0, text.find_last_not_of(' ') + 1), spans[i].style);
  }
  EndLine();
}

void Screen::Blank(const Indent& indent) {
  std::string_view rails = indent.rest;
  while (rails.ends_with(' ')) rails.remove_suffix(1);
  pending_blank_ = rails;
  has_pending_blank_ = true;
}

void Screen::BeginLine(std::string_view indent) {
  if (std::exchange(has_pending_blank_, false) && !out_.empty()) {
    AppendStyled(pending_blank_, Style::kMuted, layout_.colors, out_);
    out_ += '\n';
  }
  AppendStyled(indent, IsBlank(indent) ? Style::kPlain : Style::kMuted, layout_.colors, out_);
}

void Screen::Put(std::string_view text, Style style) {
  if (text.empty()) return;
  if (style != style_) SwitchTo(style);
  out_ += text;
}

void Screen::EndLine() {
  SwitchTo(Style::kPlain);
  out_ += '\n';
}

void Screen::SwitchTo(Style style) {
  if (!StyleBegin(style_, layout_.colors).empty()) out_ += kStyleEnd;
  out_ += StyleBegin(style, layout_.colors);
  style_ = style;
}

std::string Screen::Take() {
  has_pending_blank_ = false;
  return std::exchange(out_, {});
}

}  // namespace errlookup
