#include "lookup/scan/table_around.h"

#include <algorithm>
#include <string_view>

#include "lookup/base/ascii.h"

namespace errlookup {
namespace {

// Rows between a cell and its name. Every number that could be a code is asked for, so that looking far would be slow.
constexpr int kMostRows = 12;
constexpr std::size_t kLongestRow = 400;

std::string_view WithoutReturn(std::string_view line) {
  while (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view Trim(std::string_view name) {
  const auto is_around = [](char c) { return IsBlankByte(c) || c == '"' || c == '\''; };
  while (!name.empty() && is_around(name.front())) name.remove_prefix(1);
  while (!name.empty() && is_around(name.back())) name.remove_suffix(1);
  return name;
}

// The line above the one that begins at "begin"; moves "begin" to its own. Empty at the end of what may be seen.
std::string_view LineAbove(const View& view, std::size_t& begin) {
  if (begin <= view.begin() || view[begin - 1] != '\n') return {};
  const std::size_t end = begin - 1;
  const std::size_t lowest = end - view.begin() > kLongestRow ? end - kLongestRow : view.begin();
  std::size_t i = end;
  while (i > lowest && view[i - 1] != '\n') --i;
  begin = i;
  return WithoutReturn(view.Slice(i, end));
}

// The nth cell of a line, from 0; quoted separators are text.
std::string_view CellOf(std::string_view line, char separator, int n) {
  std::size_t begin = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"') is_quoted = !is_quoted;
    if (i < line.size() && (is_quoted || line[i] != separator)) continue;
    if (n-- == 0) return line.substr(begin, i - begin);
    begin = i + 1;
  }
  return {};
}

int CountSeparators(std::string_view line, char separator) {
  int count = 0;
  bool is_quoted = false;
  for (const char c : line) {
    if (c == '"') is_quoted = !is_quoted;
    count += !is_quoted && c == separator;
  }
  return count;
}

bool HasDigit(std::string_view line) { return std::any_of(line.begin(), line.end(), IsDigit); }

FieldKind KindOfSeparatedCell(const View& view, std::size_t begin, char separator) {
  std::size_t row = view.LineBegin(begin);
  if (begin - row > kLongestRow) return FieldKind::kUnnamed;
  const std::string_view line = WithoutReturn(view.Slice(row, view.LineEnd(begin)));
  const int count = CountSeparators(line, separator);
  if (count < 2) return FieldKind::kUnnamed;
  const int column = CountSeparators(line.substr(0, begin - row), separator);
  for (int i = 0; i < kMostRows; ++i) {
    const std::string_view above = LineAbove(view, row);
    if (above.empty() || CountSeparators(above, separator) != count) return FieldKind::kUnnamed;
    if (HasDigit(above)) continue;
    const FieldKind kind = KindOfField(Trim(CellOf(above, separator, column)));
    if (kind != FieldKind::kNeutral) return kind;
  }
  return FieldKind::kUnnamed;
}

// Places on the screen: characters, not bytes.
std::size_t PlaceOf(std::string_view line, std::size_t byte) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(byte),
                                                [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}
std::string_view SlicePlaces(std::string_view line, std::size_t from, std::size_t to) {
  std::size_t begin = 0;
  while (begin < line.size() && PlaceOf(line, begin) < from) ++begin;
  std::size_t end = begin;
  while (end < line.size() && PlaceOf(line, end) < to) ++end;
  return line.substr(begin, end - begin);
}

bool IsRule(std::string_view line) {
  return line.size() >= 3 && (line[0] == '-' || line[0] == ' ') && line.find_first_not_of("- ") == std::string_view::npos &&
         line.find("--") != std::string_view::npos;
}

// Whether a line may be of the same table: a cell begins or ends where the one of "row" does, at bytes "from" and "to".
bool IsAligned(std::string_view line, std::size_t from, std::size_t to) {
  const auto at = [&](std::size_t i) { return i < line.size() ? line[i] : ' '; };
  const auto is_gap = [](char c) { return c == ' ' || c == '-' || c == '\r'; };
  const bool begins = (from == 0 || is_gap(at(from - 1))) && at(from) != ' ';
  const bool ends = is_gap(at(to)) && to > 0 && at(to - 1) != ' ';
  const bool is_beyond_ascii = from < line.size() && std::any_of(line.begin(), line.end(), [](char c) { return static_cast<signed char>(c) < 0; });
  return begins || ends || is_beyond_ascii;
}

// Names, a line of dashes below them as long as they are or as their column, and then the rows.
FieldKind KindOfRuledCell(const View& view, std::size_t begin, std::size_t end) {
  std::size_t row = view.LineBegin(begin);
  if (begin - row > kLongestRow) return FieldKind::kUnnamed;
  const std::string_view line = view.Slice(row, end);
  const std::size_t cell_begin = begin - row;
  for (int i = 0; i < kMostRows; ++i) {
    const std::string_view above = LineAbove(view, row);
    if (above.empty() || !IsAligned(above, cell_begin, end - begin + cell_begin)) return FieldKind::kUnnamed;
    if (!IsRule(above)) continue;
    const std::string_view names = LineAbove(view, row);
    const std::size_t from = PlaceOf(line, cell_begin);
    const std::size_t to = from + (end - begin);
    for (std::size_t dash = above.find('-'); dash != std::string_view::npos; dash = above.find('-', dash)) {
      const std::size_t gap = std::min(above.find(' ', dash), above.size());
      if (dash < to && from < gap) return KindOfField(Trim(SlicePlaces(names, dash, gap)));
      dash = gap;
    }
    return FieldKind::kUnnamed;
  }
  return FieldKind::kUnnamed;
}

bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }

}  // namespace

FieldKind KindInTable(const View& view, std::size_t begin, std::size_t end) {
  std::size_t left = begin;
  std::size_t right = end;
  if (view[left - 1] == '"' && view[right] == '"') {
    --left;
    ++right;
  }
  // Tables of Markdown: "| nb1 | 13806 |".
  const bool is_between_bars = view.Before(left, 2) == "| " && view.After(right, 2) == " |";
  if (is_between_bars) return KindOfSeparatedCell(view, begin, '|');
  const char before = view[left - 1];
  const char after = view[right];
  for (const char separator : {';', '\t', ',', '|'}) {
    const bool is_cell = (before == separator && (after == separator || IsLineEnd(after))) || (before == '\n' && after == separator);
    if (is_cell) return KindOfSeparatedCell(view, begin, separator);
  }
  if ((before != ' ' && before != '\n') || (after != ' ' && !IsLineEnd(after))) return FieldKind::kUnnamed;
  const bool is_last = IsLineEnd(after) || (after == ' ' && view[right + 1] == ' ');
  const bool is_first = before == '\n' || view[left - 2] == ' ';
  return is_last || is_first ? KindOfRuledCell(view, begin, end) : FieldKind::kUnnamed;
}

}  // namespace errlookup
