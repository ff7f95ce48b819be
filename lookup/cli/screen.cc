#include "lookup/cli/screen.h"

#include <algorithm>
#include <cstddef>
#include <utility>

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

// A line of a paragraph.
struct Line {
  std::size_t end;   // behind its last character that is not a blank
  std::size_t next;  // where the text goes on: the blanks and line feeds between belong to no line
};

// Finds where lines end. Lines begin with something to see.
class Wrapper {
 public:
  explicit Wrapper(std::string_view text) : text_(text) {}

  // Of the first thing to see at or after "at"; the size of the text if there is none.
  std::size_t LineBegin(std::size_t at) const {
    while (at < text_.size() && IsGap(text_[at])) ++at;
    return at;
  }

  // Of the line that begins at "begin" and has room for "columns".
  Line LineFrom(std::size_t begin, std::size_t columns) const {
    // Nearly all lines are this one: printable ASCII with a blank in it, or the rest of the text.
    const std::string_view window = text_.substr(begin, columns + 1);
    if (PlainRun(window) == window.size()) {
      if (window.size() <= columns) return Trimmed(begin, text_.size());
      if (const std::size_t blank = window.rfind(' '); blank != std::string_view::npos) return Trimmed(begin, begin + blank);
    }
    return AnyLineFrom(begin, columns);
  }

 private:
  Line Trimmed(std::size_t begin, std::size_t end) const {
    const std::size_t next = end;
    while (end > begin && text_[end - 1] == ' ') --end;
    return {end, next};
  }

  // Character by character. A break is where the line may end: before blanks and between wide characters.
  Line AnyLineFrom(std::size_t begin, std::size_t columns) const {
    std::size_t last_break = begin;   // "begin" if there is none
    std::size_t used = 0;
    bool last_was_wide = false;
    for (std::size_t at = begin; at < text_.size();) {
      if (text_[at] == '\n') return Trimmed(begin, at);
      const bool is_ascii = static_cast<signed char>(text_[at]) >= 0;   // what DecodeUtf8 would find out as well
      const Utf8Character character =
          is_ascii ? Utf8Character{static_cast<unsigned char>(text_[at]), 1, true} : DecodeUtf8(text_.substr(at));
      const int width = is_ascii ? 1 : CharacterWidth(character.value);
      const bool may_break = character.value == ' ' || ((width == 2 || last_was_wide) && width > 0 && !ClosesText(character.value));
      if (may_break && used <= columns) last_break = at;
      used += static_cast<std::size_t>(width);
      if (used > columns && character.value != ' ') {
        if (last_break > begin) return Trimmed(begin, last_break);
        // A word that no line can hold.
        return HoldsAddress(begin) ? Trimmed(begin, WordEnd(begin)) : Line{at, at};
      }
      last_was_wide = width == 2 || (width == 0 && last_was_wide);
      at += character.length;
    }
    return Trimmed(begin, text_.size());
  }

  static bool IsGap(char c) { return c == ' ' || c == '\n'; }
  std::size_t WordEnd(std::size_t at) const {
    while (at < text_.size() && !IsGap(text_[at])) ++at;
    return at;
  }
  // Near its front: a text without blanks must not be searched again for each of its lines.
  bool HoldsAddress(std::size_t begin) const {
    constexpr std::size_t kNear = 32;
    const std::string_view front = text_.substr(begin, kNear);
    const std::size_t mark = front.find("://");
    return mark != std::string_view::npos && std::none_of(front.begin(), front.begin() + static_cast<std::ptrdiff_t>(mark), IsGap);
  }

  const std::string_view text_;
};

}  // namespace

void Screen::Paragraph(const StyledText& text, const Indent& indent) {
  const auto columns_beside = [this](std::string_view before) {
    return static_cast<std::size_t>(std::max(kLeastColumns, layout_.width - TextWidth(before)));
  };
  const Wrapper wrapper(text.text);
  std::size_t begin = wrapper.LineBegin(0);
  if (begin == text.text.size()) return;
  Line line = wrapper.LineFrom(begin, columns_beside(indent.first));
  PutLine(indent.first, text, begin, line.end);
  if (line.next == text.text.size()) return;
  const std::size_t columns = columns_beside(indent.rest);
  while ((begin = wrapper.LineBegin(line.next)) < text.text.size()) {
    line = wrapper.LineFrom(begin, columns);
    PutLine(indent.rest, text, begin, line.end);
  }
}

void Screen::Verbatim(const StyledText& line, const Indent& indent) {
  const std::size_t last = line.text.find_last_not_of(' ');
  if (last == std::string::npos) return Blank(indent);
  PutLine(indent.first, line, 0, last + 1);
}

void Screen::Blank(const Indent& indent) {
  std::string_view rails = indent.rest;
  while (rails.ends_with(' ')) rails.remove_suffix(1);
  pending_blank_ = rails;
  has_pending_blank_ = true;
}

void Screen::PutLine(std::string_view indent, const StyledText& text, std::size_t begin, std::size_t end) {
  if (std::exchange(has_pending_blank_, false) && !out_.empty()) {
    AppendStyled(pending_blank_, Style::kMuted, layout_.colors, out_);
    out_ += '\n';
  }
  const std::string_view characters = text.text;
  if (layout_.colors == Colors::kOff) {
    out_ += indent;
    out_ += characters.substr(begin, end - begin);
  } else {
    AppendStyled(indent, IsBlank(indent) ? Style::kPlain : Style::kMuted, layout_.colors, out_);
    auto run = std::upper_bound(text.runs.begin(), text.runs.end(), begin,
                                [](std::size_t at, const StyledText::Run& candidate) { return at < candidate.end; });
    for (; begin < end; ++run) {
      std::string_view piece = characters.substr(begin, std::min(run->end, end) - begin);
      begin += piece.size();
      // A blank before another style has none: links are underlined.
      std::size_t blanks = 0;
      while (begin < end && piece.ends_with(' ')) {
        piece.remove_suffix(1);
        ++blanks;
      }
      AppendStyled(piece, run->style, layout_.colors, out_);
      out_.append(blanks, ' ');
    }
  }
  out_ += '\n';
}

std::string Screen::Take() {
  has_pending_blank_ = false;
  return std::exchange(out_, {});
}

}  // namespace errlookup
