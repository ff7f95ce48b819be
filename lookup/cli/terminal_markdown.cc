#include "lookup/cli/terminal_markdown.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lookup/cli/safe_text.h"
#include "lookup/cli/terminal_table.h"

namespace errlookup {
namespace {

// Lines of the text, without the marks of what they stand in: a block inside another one strips its own lines.
using Lines = std::span<std::string_view>;

// Blocks deeper than this are shown as text; people do not write them.
constexpr int kDeepest = 12;

// Of a record, in bytes; it only spares a list that grows.
constexpr std::size_t kUsualLine = 32;

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  lines.reserve(text.size() / kUsualLine + 1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t IndentOf(std::string_view line) {
  std::size_t indent = 0;
  while (indent < line.size() && line[indent] == ' ') ++indent;
  return indent;
}
bool IsBlankLine(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t'; });
}
std::string_view DropIndent(std::string_view line, std::size_t most) {
  return line.substr(std::min(most, IndentOf(line)));
}

// "- ", "* ", "+ " or "1. ", "1) " at the front of a line that is not indented.
struct ListMarker {
  std::size_t length = 0;  // up to the text of the item
  char kind = '-';         // the bullet, or '.' or ')' after a number
  unsigned number = 0;

  bool is_numbered() const { return kind == '.' || kind == ')'; }
};

std::optional<ListMarker> ReadListMarker(std::string_view line) {
  if (line.empty() || line.front() > '9') return std::nullopt;   // nearly all lines
  std::size_t i = 0;
  ListMarker marker;
  while (i < line.size() && i < 9 && line[i] >= '0' && line[i] <= '9') {
    marker.number = marker.number * 10 + static_cast<unsigned>(line[i] - '0');
    ++i;
  }
  if (i >= line.size()) return std::nullopt;
  const std::string_view kinds = i > 0 ? ".)" : "-*+";
  if (kinds.find(line[i]) == std::string_view::npos) return std::nullopt;
  marker.kind = line[i];
  ++i;
  const std::size_t blanks = IndentOf(line.substr(i));
  if (i < line.size() && blanks == 0) return std::nullopt;
  marker.length = i + (blanks >= 1 && blanks <= 4 && i + blanks < line.size() ? blanks : 1);
  return marker;
}

int HeadingLevel(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ') ? static_cast<int>(level) : 0;
}

// Three or more of the same mark, and blanks.
bool IsRule(std::string_view line) {
  if (line.empty() || (line.front() != '-' && line.front() != '*' && line.front() != '_')) return false;
  int marks = 0;
  for (const char c : line) {
    if (c != line.front() && c != ' ') return false;
    if (c != ' ') ++marks;
  }
  return marks >= 3;
}

// Three or more backticks or tildes.
std::string_view FenceOf(std::string_view line) {
  if (line.empty() || (line.front() != '`' && line.front() != '~')) return {};
  const std::string_view fence = line.substr(0, std::min(line.find_first_not_of(line.front()), line.size()));
  if (fence.size() < 3) return {};
  if (fence.front() == '`' && line.find('`', fence.size()) != std::string_view::npos) return {};
  return fence;
}

// Whether "line" begins something that ends a paragraph before it.
bool InterruptsParagraph(std::string_view line) {
  if (IndentOf(line) >= 4) return false;
  line = DropIndent(line, 3);
  if (IsBlankLine(line) || HeadingLevel(line) > 0 || IsRule(line) || !FenceOf(line).empty() || line.starts_with('>'))
    return true;
  const std::optional<ListMarker> marker = ReadListMarker(line);
  return marker && marker->length < line.size() && (!marker->is_numbered() || marker->number == 1);
}

class BlockShower {
 public:
  // "paragraph" is room to lay out the paragraphs in.
  BlockShower(Lines lines, Indent indent, bool is_tight, int depth, const MarkdownLook& look, StyledText& paragraph, Screen& screen)
      : lines_(lines), indent_(std::move(indent)), is_tight_(is_tight), depth_(depth), look_(look), paragraph_(paragraph), screen_(screen) {}

  void Show() {
    while (at_ < lines_.size()) {
      const std::string_view line = lines_[at_];
      if (IsBlankLine(line)) {
        ++at_;
      } else {
        if (!is_first_ && !is_tight_ && !LeadsTo(line)) screen_.Blank(indent_);
        leads_to_code_ = leads_to_anything_ = false;
        ShowBlock(line);
        if (std::exchange(is_first_, false)) indent_ = indent_.Following();
      }
    }
  }

 private:
  // Whether the block before stands right above what begins with "line": a heading above its text, the words
  // "Command prompt:" above the command.
  bool LeadsTo(std::string_view line) const {
    return leads_to_anything_ || (leads_to_code_ && (IndentOf(line) >= 4 || !FenceOf(DropIndent(line, 3)).empty()));
  }

  void ShowBlock(std::string_view line) {
    if (IndentOf(line) >= 4) return ShowIndentedCode();
    line = DropIndent(line, 3);
    if (const int level = HeadingLevel(line); level > 0) return ShowHeading(line, level);
    if (IsRule(line)) return ShowRule();
    if (!FenceOf(line).empty()) return ShowFencedCode();
    if (depth_ < kDeepest) {
      if (line.starts_with('>')) return ShowQuote();
      if (const std::optional<ListMarker> marker = ReadListMarker(line)) return ShowList(*marker);
    }
    if (at_ + 1 < lines_.size() && IsTableStart(line, lines_[at_ + 1])) return ShowTable();
    ShowParagraph();
  }

  void ShowInside(Lines lines, Indent indent, bool is_tight) {
    BlockShower(lines, std::move(indent), is_tight, depth_ + 1, look_, paragraph_, screen_).Show();
  }

  void ShowHeading(std::string_view line, int level) {
    ++at_;
    std::string_view text = line.substr(static_cast<std::size_t>(level));
    while (text.ends_with('#')) text.remove_suffix(1);
    paragraph_.Clear();
    AppendInlineMarkdown(DropIndent(text, text.size()), look_, paragraph_);
    for (StyledText::Run& run : paragraph_.runs) {
      if (run.style == Style::kPlain) run.style = Style::kSubheading;
    }
    screen_.Paragraph(paragraph_, indent_);
    leads_to_anything_ = true;
  }

  void ShowRule() {
    ++at_;
    screen_.Paragraph({{"* * *", Style::kMuted}}, indent_);
  }

  void ShowCodeLine(std::string_view line) {
    paragraph_.Clear();
    paragraph_.Append(SafeText(line), Style::kCode);
    screen_.Verbatim(paragraph_, indent_.Inside("  ", "  "));
    if (std::exchange(is_first_, false)) indent_ = indent_.Following();
  }

  void ShowIndentedCode() {
    std::size_t end = at_;   // behind the last line that is not blank
    for (std::size_t i = at_; i < lines_.size() && (IsBlankLine(lines_[i]) || IndentOf(lines_[i]) >= 4); ++i) {
      if (!IsBlankLine(lines_[i])) end = i + 1;
    }
    for (; at_ < end; ++at_) ShowCodeLine(DropIndent(lines_[at_], 4));
  }

  void ShowFencedCode() {
    const std::size_t indent = IndentOf(lines_[at_]);
    const std::string_view fence = FenceOf(DropIndent(lines_[at_], 3));
    for (++at_; at_ < lines_.size(); ++at_) {
      const std::string_view line = DropIndent(lines_[at_], 3);
      const std::size_t marks = std::min(line.find_first_not_of(fence.front()), line.size());
      if (marks >= fence.size() && IsBlankLine(line.substr(marks))) {
        ++at_;
        return;
      }
      ShowCodeLine(DropIndent(lines_[at_], indent));
    }
  }

  void ShowQuote() {
    const std::size_t begin = at_;
    for (; at_ < lines_.size() && !IsBlankLine(lines_[at_]); ++at_) {
      std::string_view line = DropIndent(lines_[at_], 3);
      if (!line.starts_with('>') && InterruptsParagraph(line)) break;
      if (line.starts_with('>')) line.remove_prefix(1);
      lines_[at_] = line.starts_with(' ') ? line.substr(1) : line;
    }
    ShowInside(lines_.subspan(begin, at_ - begin), indent_.Inside("│ ", "│ "), false);
  }

  // Strips and returns the lines of the item at "at_"; leaves "at_" behind it and the blank lines that follow it.
  Lines ReadItem(const ListMarker& marker, bool& has_blank_inside) {
    const std::size_t begin = at_;
    std::size_t end = at_ + 1;   // behind the last line that is not blank
    const std::size_t content = IndentOf(lines_[at_]) + marker.length;
    lines_[at_] = lines_[at_].substr(std::min(content, lines_[at_].size()));
    for (++at_; at_ < lines_.size(); ++at_) {
      const std::string_view line = lines_[at_];
      if (IsBlankLine(line)) continue;
      if (IndentOf(line) >= content) {
        lines_[at_] = line.substr(content);
      } else if (end == at_ && !InterruptsParagraph(line) && !ReadListMarker(DropIndent(line, 3))) {
        lines_[at_] = DropIndent(line, line.size());   // goes on with the paragraph
      } else {
        break;
      }
      has_blank_inside = has_blank_inside || end < at_;
      end = at_ + 1;
    }
    return lines_.subspan(begin, end - begin);
  }

  void ShowList(const ListMarker& first) {
    std::vector<Lines> items;
    bool is_loose = false;
    while (at_ < lines_.size()) {
      const std::string_view line = DropIndent(lines_[at_], 3);
      const std::optional<ListMarker> marker = ReadListMarker(line);
      if (!marker || marker->kind != first.kind || IsRule(line) || IndentOf(lines_[at_]) >= 4) break;
      const bool follows_blank = !items.empty() && IsBlankLine(lines_[at_ - 1]);
      is_loose = is_loose || follows_blank;
      items.push_back(ReadItem(*marker, is_loose));
    }
    const std::size_t digits = std::to_string(first.number + items.size() - 1).size();
    unsigned number = first.number;
    for (const Lines item : items) {
      std::string mark = "• ";
      if (first.is_numbered()) {
        mark = std::to_string(number++) + ". ";
        mark.insert(0, digits + 2 - mark.size(), ' ');
      }
      if (is_loose && !std::exchange(is_first_, false)) screen_.Blank(indent_);
      const std::string blanks(static_cast<std::size_t>(TextWidth(mark)), ' ');
      ShowInside(item, indent_.Inside(mark, blanks), !is_loose);
      is_first_ = false;
      indent_ = indent_.Following();
    }
  }

  void ShowTable() {
    const std::size_t begin = at_;
    while (at_ < lines_.size() && !IsBlankLine(lines_[at_])) ++at_;
    ShowTableRows(lines_.subspan(begin, at_ - begin), look_, indent_, screen_);
  }

  void ShowParagraph() {
    std::string_view text = DropIndent(lines_[at_], lines_[at_].size());
    std::string joined;   // if it has several lines
    for (++at_; at_ < lines_.size() && !InterruptsParagraph(lines_[at_]); ++at_) {
      if (joined.empty()) joined = text;
      joined += '\n';
      joined += DropIndent(lines_[at_], lines_[at_].size());
      text = joined;
    }
    paragraph_.Clear();
    AppendInlineMarkdown(text, look_, paragraph_);
    // What stands before commands that can do harm: data/README.md, "risk".
    constexpr std::string_view kRisk = "Risk:";
    std::vector<StyledText::Run>& runs = paragraph_.runs;
    const std::string_view shown = paragraph_.text;
    const bool names_risk = runs.size() > 1 && runs[0].style == Style::kStrong && shown.substr(0, runs[0].end) == kRisk;
    if (names_risk && !shown.substr(kRisk.size()).starts_with(" Safe")) runs[0].style = Style::kRisk;
    screen_.Paragraph(paragraph_, indent_);
    leads_to_code_ = text.ends_with(':');
  }

  const Lines lines_;
  Indent indent_;
  const bool is_tight_;
  const int depth_;
  const MarkdownLook& look_;
  StyledText& paragraph_;
  Screen& screen_;
  std::size_t at_ = 0;
  bool is_first_ = true;
  bool leads_to_code_ = false;
  bool leads_to_anything_ = false;
};

}  // namespace

void ShowMarkdown(std::string_view markdown, LinkList& links, const Indent& indent, Screen& screen) {
  std::vector<std::string_view> lines = SplitLines(markdown);
  StyledText paragraph;
  const MarkdownLook look = {.colors = screen.layout().colors, .links = links};
  BlockShower(lines, indent, /*is_tight=*/false, /*depth=*/0, look, paragraph, screen).Show();
}

}  // namespace errlookup
