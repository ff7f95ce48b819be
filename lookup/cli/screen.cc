#include "lookup/cli/screen.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lookup/base/utf8.h"
#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

constexpr int kLeastColumns = 12;

// Letters that stay on one line.
struct Word {
  Spans pieces;
  int width = 0;
  bool has_space_before = false;
  Style space_style = Style::kPlain;   // of that space: links are underlined through
  bool starts_line = false;
};

void AppendTo(Spans& spans, std::string_view text, Style style) {
  if (!spans.empty() && spans.back().style == style) {
    spans.back().text += text;
  } else if (!text.empty()) {
    spans.push_back({std::string(text), style});
  }
}

// Closing punctuation of East Asian text, which may not begin a line.
bool ClosesText(char32_t c) {
  return c == 0x3001 || c == 0x3002 || c == 0x300D || c == 0x300F || c == 0xFF01 || c == 0xFF09 || c == 0xFF0C ||
         c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

class WordCutter {
 public:
  std::vector<Word> Cut(const Spans& spans) {
    for (const Span& span : spans) {
      if (span.text == "\n") {
        EndWord();
        starts_line_ = true;
      } else {
        CutSpan(span);
      }
    }
    EndWord();
    return std::move(words_);
  }

 private:
  void CutSpan(const Span& span) {
    for (std::string_view rest = span.text; !rest.empty();) {
      const Utf8Character next = DecodeUtf8(rest);
      const std::string_view letter = rest.substr(0, next.length);
      rest.remove_prefix(next.length);
      if (next.value == ' ') {
        EndWord();
        has_space_ = true;
        space_style_ = span.style;
      } else {
        Add(letter, next.value, span.style);
      }
    }
  }

  void Add(std::string_view letter, char32_t character, Style style) {
    const int width = CharacterWidth(character);
    const bool is_wide = width == 2;
    if ((is_wide || last_was_wide_) && width > 0 && !ClosesText(character)) EndWord();
    if (word_.pieces.empty()) {
      word_.has_space_before = std::exchange(has_space_, false);
      word_.space_style = space_style_ == style ? style : Style::kPlain;
      word_.starts_line = std::exchange(starts_line_, false);
    }
    AppendTo(word_.pieces, letter, style);
    word_.width += width;
    last_was_wide_ = is_wide;
  }

  void EndWord() {
    if (!word_.pieces.empty()) words_.push_back(std::exchange(word_, {}));
    last_was_wide_ = false;
  }

  std::vector<Word> words_;
  Word word_;
  bool has_space_ = false;
  Style space_style_ = Style::kPlain;
  bool starts_line_ = false;
  bool last_was_wide_ = false;
};

// Takes the front of "word", at most "columns" wide but at least one character.
Word TakeFront(Word& word, int columns) {
  Word front;
  Spans left;
  bool is_full = false;
  for (const Span& piece : word.pieces) {
    for (std::string_view rest = piece.text; !rest.empty();) {
      const Utf8Character next = DecodeUtf8(rest);
      const int width = CharacterWidth(next.value);
      is_full = is_full || (front.width > 0 && front.width + width > columns);
      AppendTo(is_full ? left : front.pieces, rest.substr(0, next.length), piece.style);
      if (!is_full) front.width += width;
      rest.remove_prefix(next.length);
    }
  }
  word.pieces = std::move(left);
  word.width -= front.width;
  return front;
}

}  // namespace

void Screen::Line(std::string_view indent, const Spans& spans) {
  if (std::exchange(has_pending_blank_, false) && !out_.empty()) {
    AppendStyled(pending_blank_, Style::kMuted, layout_.colors, out_);
    out_ += '\n';
  }
  if (indent.find_first_not_of(' ') == std::string_view::npos) {
    out_ += indent;
  } else {
    AppendStyled(indent, Style::kMuted, layout_.colors, out_);
  }
  for (const Span& span : spans) AppendStyled(span.text, span.style, layout_.colors, out_);
  out_ += '\n';
}

void Screen::Paragraph(const Spans& spans, const Indent& indent) {
  Spans line;
  int used = 0;
  const std::string* before = &indent.first;
  const auto columns = [&] { return std::max(kLeastColumns, layout_.width - TextWidth(*before)); };
  const auto end_line = [&] {
    Line(*before, line);
    line.clear();
    used = 0;
    before = &indent.rest;
  };

  for (Word& word : WordCutter().Cut(spans)) {
    const int space = word.has_space_before && !line.empty() ? 1 : 0;
    if (!line.empty() && (word.starts_line || used + space + word.width > columns())) end_line();
    while (word.width > columns()) {
      line = TakeFront(word, columns()).pieces;
      end_line();
    }
    if (!line.empty() && word.has_space_before) {
      AppendTo(line, " ", word.space_style);
      ++used;
    }
    for (const Span& piece : word.pieces) AppendTo(line, piece.text, piece.style);
    used += word.width;
  }
  if (!line.empty()) end_line();
}

void Screen::Verbatim(Spans line, const Indent& indent) {
  while (!line.empty() && line.back().text.find_last_not_of(' ') == std::string::npos) line.pop_back();
  if (line.empty()) return Blank(indent);
  line.back().text.resize(line.back().text.find_last_not_of(' ') + 1);
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
