#include "generator/record/catalog.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "generator/record/field_table.h"
#include "generator/record/near_names.h"
#include "lookup/base/utf8.h"

namespace errlookup {
namespace {

struct Row {
  std::vector<std::string_view> cells;
  Location at;

  Location CellAt(std::size_t index) const {
    return {at.file, at.line, static_cast<int>(cells[index].data() - cells[0].data()) + 1};
  }
};

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

class Table {
 public:
  Table(std::string_view text, const std::string& file, std::string_view header, Problems& problems)
      : problems_(problems) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t columns = Split(header, '\t').size();
    int line = 0;
    for (std::string_view row : Split(text, '\n')) {
      ++line;
      if (row.ends_with('\r')) row.remove_suffix(1);
      Row read{Split(row, '\t'), {file, line, 1}};
      if (line == 1) {
        if (row != header)
          Add(read.at, "table-header", "the first line does not name the columns of this table",
              "it must be \"" + std::string(header) + "\" with tabs between the names");
      } else if (row.empty()) {
        continue;  // the end of the last line
      } else if (!IsValidUtf8(row)) {
        Add(read.at, "table-utf8", "this line is not UTF-8", "save the file as UTF-8");
      } else if (read.cells.size() != columns) {
        Add(read.at, "table-columns",
            "this row has " + std::to_string(read.cells.size()) + " columns; the table has " + std::to_string(columns),
            "separate the columns with one tab each, and keep empty ones");
      } else {
        rows_.push_back(std::move(read));
      }
    }
  }

  const std::vector<Row>& rows() const { return rows_; }

  void Add(const Location& at, std::string rule, std::string reason, std::string mend) {
    problems_.push_back({at, Severity::kError, std::move(rule), std::move(reason), std::move(mend)});
  }

  std::optional<Space> SpaceCell(const Row& row) {
    const std::optional<Space> space = SpaceFromName(row.cells[0]);
    if (!space)
      Add(row.CellAt(0), "table-space", "there is no code space \"" + std::string(row.cells[0]) + "\"",
          "use win32, hresult, ntstatus, ras, winsock or another space of lookup/base/code.h");
    return space;
  }

  // Decimal, or hexadecimal with 0x.
  std::optional<std::uint32_t> ValueCell(const Row& row) {
    std::string_view digits = row.cells[1];
    const bool is_hex = digits.starts_with("0x");
    if (is_hex) digits.remove_prefix(2);
    std::uint32_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
    if (error == std::errc() && stop == end && !digits.empty()) return value;
    Add(row.CellAt(1), "table-value", "\"" + std::string(row.cells[1]) + "\" is not a number of 32 bits",
        "write it in decimal, or in hexadecimal with 0x");
    return std::nullopt;
  }

  bool IsFilled(const Row& row, std::size_t column, std::string_view name) {
    if (!row.cells[column].empty()) return true;
    Add(row.CellAt(column), "table-empty", "this row has no " + std::string(name), "fill it in");
    return false;
  }

 private:
  Problems& problems_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<CatalogCode> ReadIpsecCodes(std::string_view text, const std::string& file, Problems& problems) {
  Table table(text, file, "space\tvalue\tsymbol\taliases\theader\tfamily\tmessage", problems);
  std::vector<CatalogCode> codes;
  std::map<std::pair<Space, std::uint32_t>, int> lines_by_code;
  std::map<std::string, int, std::less<>> lines_by_symbol;
  for (const Row& row : table.rows()) {
    const std::optional<Space> space = table.SpaceCell(row);
    const std::optional<std::uint32_t> value = table.ValueCell(row);
    if (!space || !value || !table.IsFilled(row, 5, "family")) continue;
    if (!HasForm(row.cells[2], TextForm::kSymbol)) {
      table.Add(row.CellAt(2), "table-symbol", "\"" + std::string(row.cells[2]) + "\" is not a symbol",
                "use " + std::string(RuleOf(TextForm::kSymbol).description));
      continue;
    }
    CatalogCode code{*space,
                     *value,
                     std::string(row.cells[2]),
                     {},
                     std::string(row.cells[4]),
                     std::string(row.cells[5]),
                     std::string(row.cells[6]),
                     row.at};
    if (!row.cells[3].empty())
      for (const std::string_view alias : Split(row.cells[3], ',')) code.aliases.emplace_back(alias);
    if (const auto [known, is_new] = lines_by_code.try_emplace({*space, *value}, row.at.line); !is_new)
      table.Add(row.CellAt(1), "table-code-twice", "this code stands already in line " + std::to_string(known->second),
                "remove one row");
    if (const auto [known, is_new] = lines_by_symbol.try_emplace(code.symbol, row.at.line); !is_new)
      table.Add(row.CellAt(2), "table-symbol-twice",
                "this symbol stands already in line " + std::to_string(known->second),
                "a symbol names one code: remove one row");
    codes.push_back(std::move(code));
  }
  return codes;
}

std::vector<WindowsName> ReadWindowsNames(std::string_view text, const std::string& file, Problems& problems) {
  Table table(text, file, "space\tvalue\tsymbol\theader", problems);
  std::vector<WindowsName> names;
  names.reserve(table.rows().size());
  for (const Row& row : table.rows()) {
    const std::optional<Space> space = table.SpaceCell(row);
    const std::optional<std::uint32_t> value = table.ValueCell(row);
    if (space && value && table.IsFilled(row, 2, "symbol"))
      names.push_back({*space, *value, std::string(row.cells[2]), std::string(row.cells[3])});
  }
  return names;
}

std::vector<SearchWords> ReadSearchWords(std::string_view text, const std::string& file, Problems& problems) {
  Table table(text, file, "symbol\tsearch_words", problems);
  std::vector<SearchWords> list;
  for (const Row& row : table.rows()) {
    if (!table.IsFilled(row, 0, "symbol") || !table.IsFilled(row, 1, "search words")) continue;
    SearchWords words{{std::string(row.cells[0]), row.at}, {}};
    for (std::string_view phrase : Split(row.cells[1], ';')) {
      while (phrase.starts_with(' ')) phrase.remove_prefix(1);
      if (!phrase.empty()) words.phrases.emplace_back(phrase);
    }
    list.push_back(std::move(words));
  }
  return list;
}

std::string WithoutRowsOf(std::string_view text, const std::vector<std::string>& symbols) {
  std::string kept;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end == std::string_view::npos ? text.size() : end + 1);
    if (std::find(symbols.begin(), symbols.end(), line.substr(0, line.find('\t'))) == symbols.end()) kept += line;
    text.remove_prefix(line.size());
  }
  return kept;
}

std::vector<Facility> ReadFacilities(std::string_view text, const std::string& file, Problems& problems) {
  Table table(text, file, "space\tvalue\tname", problems);
  std::vector<Facility> facilities;
  for (const Row& row : table.rows()) {
    const std::optional<Space> space = table.SpaceCell(row);
    const std::optional<std::uint32_t> value = table.ValueCell(row);
    if (!space || !value || !table.IsFilled(row, 2, "name")) continue;
    if (*value > 0xFFF) {
      table.Add(row.CellAt(1), "table-value", "a facility has 12 bits", "use a number up to 0xFFF");
      continue;
    }
    facilities.push_back({*space, static_cast<std::uint16_t>(*value), std::string(row.cells[2])});
  }
  return facilities;
}

}  // namespace errlookup
