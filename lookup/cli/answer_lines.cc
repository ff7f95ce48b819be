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
  std::string what;   // the last column
};

std::string Padded(std::string text, int width) {
  text.append(static_cast<std::size_t>(std::max(0, width - TextWidth(text))), ' ');
  return text;
}

void AppendRows(const std::vector<Row>& rows, const LineLayout& layout, std::string& out) {
  int code_width = 0;
  int symbol_width = 0;
  for (const Row& row : rows) {
    code_width = std::max(code_width, TextWidth(row.text.code));
    symbol_width = std::max(symbol_width, TextWidth(row.text.symbol));
  }
  for (const Row& row : rows) {
    AppendStyled(Padded(row.text.code, code_width), Style::kNumber, layout.colors, out);
    out += "  ";
    AppendStyled(Padded(row.text.symbol, symbol_width), Style::kSymbol, layout.colors, out);
    const int left = layout.width ? *layout.width - code_width - symbol_width - 4 : 0;
    if (!layout.width) {
      out += "  " + row.what;
    } else if (left >= 10) {
      out += "  " + CutToWidth(row.what, left);
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
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
    rows.push_back({std::move(text), std::move(what)});
  }
  std::string out;
  AppendRows(rows, layout, out);
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
    AppendRows(rows, layout, out);
  }
  return out;
}

std::string FamilyNames(const IndexReader& index) {
  std::string names;
  for (const PageInfo& first : FirstPages(index)) names += (names.empty() ? "" : ", ") + SafeText(first.family);
  return names;
}

}  // namespace errlookup
