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

// Letters that stay on one line: a run of pieces.
struct Word {
  std::size_t first_piece = 0;
  std::size_t piece_count = 0;
  int width = 0;
  bool has_space_before = false;
  Style space_style = Style::kPlain;   // of that space: links are underlined through
  bool starts_line = false;
};

// Closing punctuation of East Asian text, which may not begin a line.
bool ClosesText(char32_t c) {
  return c == 0x3001 || c == 0x3002 || c == 0x300D || c == 0x300F || c == 0xFF01 || c == 0xFF09 || c == 0xFF0C ||
         c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

// Length of the ASCII letters at the front: most text, taken at once.
std::size_t AsciiRun(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && text[end] > ' ') ++end;   // bytes of longer characters are negative
  return end;
}

// Cuts spans into words. The words are views of the spans.
class WordCutter {
 public:
  explicit WordCutter(const Spans& spans) {
    for (const Span& span : spans) {
      if (span.text == "\n") {
        EndWord();
        starts_line_ = true;
      } else {
        Cut(span);
      }
    }
    EndWord();
  }

  const std::vector<Word>& words() const { return words_; }
  const std::vector<Piece>& pieces() const { return pieces_; }

 private:
  void Cut(const Span& span) {
    for (std::string_view rest = span.text; !rest.empty();) {
      std::size_t length = AsciiRun(rest);
      if (rest.front() == ' ') {
        EndWord();
        has_space_ = true;
        space_style_ = span.style;
        length = 1;
      } else if (length > 0) {
        if (last_was_wide_) EndWord();
        Add({rest.substr(0, length), span.style}, static_cast<int>(length));
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
    if (word_.piece_count == 0) {
      word_.first_piece = pieces_.size();
      word_.has_space_before = std::exchange(has_space_, false);
      word_.space_style = space_style_ == piece.style ? piece.style : Style::kPlain;
      word_.starts_line = std::exchange(starts_line_, false);
    }
    pieces_.push_back(piece);
    ++word_.piece_count;
    word_.width += width;
  }

  void EndWord() {
    if (word_.piece_count > 0) words_.push_back(std::exchange(word_, {}));
    last_was_wide_ = false;
  }

  std::vector<Word> words_;
  std::vector<Piece> pieces_;
  Word word_;
  bool has_space_ = false;
  Style space_style_ = Style::kPlain;
  bool starts_line_ = false;
  bool last_was_wide_ = false;
};

}  // namespace

void Screen::Line(std::string_view indent, const std::vector<Piece>& pieces) {
  if (std::exchange(has_pending_blank_, false) && !out_.empty()) {
    AppendStyled(pending_blank_, Style::kMuted, layout_.colors, out_);
    out_ += '\n';
  }
  const bool is_blank = indent.find_first_not_of(' ') == std::string_view::npos;
  AppendStyled(indent, is_blank ? Style::kPlain : Style::kMuted, layout_.colors, out_);
  for (std::size_t i = 0; i < pieces.size();) {
    const Style style = pieces[i].style;
    const std::string_view begin = StyleBegin(style, layout_.colors);
    out_ += begin;
    for (; i < pieces.size() && pieces[i].style == style; ++i) out_ += pieces[i].text;
    if (!begin.empty()) out_ += kStyleEnd;
  }
  out_ += '\n';
}

void Screen::Paragraph(const Spans& spans, const Indent& indent) {
  const int columns_of_first = std::max(kLeastColumns, layout_.width - TextWidth(indent.first));
  const int columns_of_rest = std::max(kLeastColumns, layout_.width - TextWidth(indent.rest));
  std::vector<Piece> line;
  int used = 0;
  bool is_first_line = true;
  const auto columns = [&] { return is_first_line ? columns_of_first : columns_of_rest; };
  const auto end_line = [&] {
    Line(is_first_line ? indent.first : indent.rest, line);
    is_first_line = false;
    line.clear();
    used = 0;
  };
  // A word that no line can hold, character by character.
  const auto add_cut = [&](const Piece& piece) {
    for (std::string_view rest = piece.text; !rest.empty();) {
      const Utf8Character next = DecodeUtf8(rest);
      const int width = CharacterWidth(next.value);
      if (used > 0 && used + width > columns()) end_line();
      line.push_back({rest.substr(0, next.length), piece.style});
      used += width;
      rest.remove_prefix(next.length);
    }
  };

  const WordCutter cutter(spans);
  for (const Word& word : cutter.words()) {
    const int space = word.has_space_before && !line.empty() ? 1 : 0;
    if (!line.empty() && (word.starts_line || used + space + word.width > columns())) end_line();
    if (!line.empty() && space == 1) {
      line.push_back({" ", word.space_style});
      ++used;
    }
    const bool fits = word.width <= columns();
    for (std::size_t i = 0; i < word.piece_count; ++i) {
      const Piece& piece = cutter.pieces()[word.first_piece + i];
      if (fits) {
        line.push_back(piece);
      } else {
        add_cut(piece);
      }
    }
    if (fits) used += word.width;
  }
  if (!line.empty()) end_line();
}

void Screen::Verbatim(const Spans& spans, const Indent& indent) {
  std::vector<Piece> line;
  for (const Span& span : spans) line.push_back({span.text, span.style});
  while (!line.empty()) {
    std::string_view& text = line.back().text;
    text = text.substr(0, text.find_last_not_of(' ') + 1);
    if (!text.empty()) break;
    line.pop_back();
  }
  if (line.empty()) return Blank(indent);
  Line(indent.first, line);
}

void Screen::Blank(const Indent& indent) {
  std::string_view rails = indent.rest;
  while (rails.ends_with(' ')) rails.remove_suffix(1);
  pending_blank_ = rails;
  has_pending_blank_ = true;
}

std::string Screen::Take() {
  has_pending_blank_ = false;
  return std::exchange(out_, {});
}

}  // namespace errlookup
