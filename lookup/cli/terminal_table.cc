#include "lookup/cli/terminal_table.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

constexpr int kGap = 2;

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> Cells(std::string_view row) {
  row = Trim(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= row.size(); ++i) {
    if (i < row.size() && (row[i] != '|' || (i > 0 && row[i - 1] == '\\'))) continue;
    cells.push_back(Trim(row.substr(begin, i - begin)));
    begin = i + 1;
  }
  return cells;
}

class Table {
 public:
  Table(std::span<const std::string_view> rows, const MarkdownLook& look, const Indent& indent, Screen& screen)
      : indent_(indent), screen_(screen) {
    const std::size_t columns = Cells(rows.front()).size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i == 1) continue;   // the row of dashes
      std::vector<StyledText> cells;
      for (const std::string_view cell : Cells(rows[i])) AppendInlineMarkdown(cell, look, cells.emplace_back());
      cells.resize(columns);
      rows_.push_back(std::move(cells));
    }
    for (StyledText& heading : rows_.front()) {
      if (!heading.text.empty()) heading.runs = {{heading.text.size(), Style::kStrong}};
    }
  }

  void Show() {
    std::vector<int> widths(rows_.front().size());
    for (const auto& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], TextWidth(row[i].text));
    }
    int total = TextWidth(indent_.rest);
    for (const int width : widths) total += width + kGap;
    total - kGap <= screen_.layout().width ? ShowInColumns(widths) : ShowRowByRow();
  }

 private:
  void ShowInColumns(const std::vector<int>& widths) {
    Indent indent = indent_;
    for (const auto& row : rows_) {
      StyledText line;
      for (std::size_t i = 0; i < row.size(); ++i) {
        line.Append(row[i]);
        line.Append(std::string(static_cast<std::size_t>(widths[i] - TextWidth(row[i].text) + kGap), ' '), Style::kPlain);
      }
      screen_.Verbatim(line, indent);
      indent = indent.Following();
    }
  }

  void ShowRowByRow() {
    Indent indent = indent_;
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      if (r > 1) screen_.Blank(indent);
      for (std::size_t i = 0; i < rows_[r].size(); ++i) {
        if (rows_[r][i].text.empty()) continue;
        StyledText line = rows_.front()[i];
        if (!line.text.empty()) line.Append(": ", Style::kPlain);
        line.Append(rows_[r][i]);
        screen_.Paragraph(line, i == 0 ? indent.Inside("", "  ") : indent.Inside("  ", "    "));
        indent = indent.Following();
      }
    }
  }

  const Indent& indent_;
  Screen& screen_;
  std::vector<std::vector<StyledText>> rows_;
};

}  // namespace

bool IsTableStart(std::string_view line, std::string_view next) {
  if (line.find('|') == std::string_view::npos || next.find('-') == std::string_view::npos) return false;
  if (next.find_first_not_of(" |:-") != std::string_view::npos) return false;
  return Cells(line).size() == Cells(next).size();
}

void ShowTableRows(std::span<const std::string_view> rows, const MarkdownLook& look, const Indent& indent,
                   Screen& screen) {
  Table(rows, look, indent, screen).Show();
}

}  // namespace errlookup
