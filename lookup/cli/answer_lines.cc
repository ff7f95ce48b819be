#include "lookup/cli/answer_lines.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "lookup/cli/match_text.h"
#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

struct Row {
  MatchText text;
  std::string what;      // the last column
  bool is_aside = false; // nothing is known of it but the name: other rows make no room for that
};

// Columns that are left for the meaning; with fewer it stands on a line of its own.
constexpr int kLeastOfAnswer = 24;
constexpr int kLeastOfList = 10;   // every line more makes a list harder to look through

std::string Padded(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(0, width - TextWidth(text))), ' ');
  return text;
}

void AppendRows(const std::vector<Row>& rows, const LineLayout& layout, int least_columns, std::string& out) {
  int code_width = 0;
  int symbol_width = 0;
  for (const Row& row : rows) {
    code_width = std::max(code_width, TextWidth(row.text.code));
    if (!row.is_aside) symbol_width = std::max(symbol_width, TextWidth(row.text.symbol));
  }
  for (const Row& row : rows) {
    const int used = code_width + 2 + std::max(symbol_width, TextWidth(row.text.symbol));
    const int left = layout.width ? *layout.width - used - 2 : TextWidth(row.what);
    const bool fits = left >= least_columns || left >= TextWidth(row.what);
    AppendStyled(Padded(row.text.code, code_width), Style::kNumber, layout.colors, out);
    out += "  ";
    AppendStyled(fits ? Padded(row.text.symbol, symbol_width) : row.text.symbol, Style::kSymbol, layout.colors, out);
    out += fits ? "  " + CutToWidth(row.what, left) : "\n    " + CutToWidth(row.what, *layout.width - 4);
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
  }
}

// "RAS: " before the meaning of rows that are told apart by nothing but the space.
void NameSpacesOfSameNumbers(std::vector<Row>& rows) {
  for (Row& row : rows) {
    const bool is_shared = std::any_of(rows.begin(), rows.end(), [&](const Row& other) {
      return other.text.code == row.text.code && other.text.space != row.text.space;
    });
    if (is_shared) row.what = std::string(row.text.space) + ": " + row.what;
  }
}

std::string SummaryOf(const IndexReader& index, const Match& match, const MatchText& text) {
  if (match.page) {
    if (const std::string summary = index.page(*match.page).summary; !summary.empty()) return SafeText(summary);
  }
  return text.line;
}

// Families in the order of their first page.
std::vector<PageInfo> FirstPages(const IndexReader& index) {
  std::vector<PageInfo> firsts;
  for (PageId id = 0; id < index.page_count(); ++id) {
    PageInfo page = index.page(id);
    const bool is_known = std::any_of(firsts.begin(), firsts.end(), [&](const PageInfo& first) { return first.family == page.family; });
    if (!is_known) firsts.push_back(std::move(page));
  }
  return firsts;
}

}  // namespace

std::string BriefLines(const IndexReader& index, const Answer& answer, const LineLayout& layout,
                       std::string_view origin) {
  const std::string says = origin.empty() ? std::string() : std::string(origin) + ": ";
  std::vector<Row> rows;
  for (const Match& match : answer.matches) {
    if (!match.is_confident && !(answer.is_ambiguous && match.route == Route::kDecoded)) continue;
    MatchText text = TextOf(index, match);
    std::string what = says + SummaryOf(index, match, text);
    const bool is_aside = match.entry && !match.page && index.message(*match.entry).empty();
    rows.push_back({std::move(text), std::move(what), is_aside});
  }
  NameSpacesOfSameNumbers(rows);
  std::string out;
  AppendRows(rows, layout, kLeastOfAnswer, out);
  return out;
}

std::string CodeList(const IndexReader& index, std::string_view family, const LineLayout& layout) {
  std::string out;
  for (const PageInfo& first : FirstPages(index)) {
    if (!family.empty() && family != first.family) continue;
    std::vector<Row> rows;
    for (PageId id = 0; id < index.page_count(); ++id) {
      const PageInfo page = index.page(id);
      if (page.family != first.family) continue;
      for (const EntryId entry : page.codes) {
        MatchText text = TextOf(index, entry);
        std::string what = text.line;
        rows.push_back({std::move(text), std::move(what)});
      }
    }
    if (!out.empty()) out += '\n';
    AppendStyled(SafeText(first.family_title), Style::kHeading, layout.colors, out);
    AppendStyled(" (" + SafeText(first.family) + ")", Style::kMuted, layout.colors, out);
    out += '\n';
    AppendRows(rows, layout, kLeastOfList, out);
  }
  return out;
}

std::string FamilyNames(const IndexReader& index) {
  std::string names;
  for (const PageInfo& first : FirstPages(index)) names += (names.empty() ? "" : ", ") + SafeText(first.family);
  return names;
}

}  // namespace errlookup
