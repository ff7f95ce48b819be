#include "lookup/cli/scan_report.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "lookup/cli/safe_json.h"
#include "lookup/cli/safe_text.h"
#include "lookup/cli/style.h"
#include "lookup/engine/json_writer.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

std::string TextOf(const ScanCode& code) { return CodeText(code.space, code.value); }

// "The VPN server does not answer", of an overlay "Acme network team: Renew the certificate".
std::string MeaningOf(const ScanCode& code) {
  return code.origin.empty() ? SafeText(code.meaning) : code.origin + ": " + SafeText(code.meaning);
}

// Other codes that Windows prints the same message for.
std::vector<const ScanCode*> OtherCodes(const Finding& finding) {
  std::vector<const ScanCode*> others;
  if (finding.message == nullptr) return others;
  for (const ScanCode* code : finding.message->codes)
    if (code != finding.code) others.push_back(code);
  return others;
}

std::string Placed(const std::string& file, std::uint64_t line, bool names_files) {
  return names_files ? SafeText(file) + ":" + std::to_string(line) : std::to_string(line);
}

// Lines as grep shows them, each followed by its codes:
//
//   12: CoId={…}: … The error code returned on failure is 809.
//       809  ERROR_VPN_TIMEOUT  The VPN server does not answer
class LineReporter : public ScanReporter {
 public:
  LineReporter(const LineLayout& layout, bool names_files) : layout_(layout), names_files_(names_files) {}

  void Take(const std::string& file, const Finding& finding) override {
    if (file != file_ || finding.line != line_ || !is_open_) {
      Finish();
      is_open_ = true;
      file_ = file;
      line_ = finding.line;
      excerpt_ = finding.excerpt;
      excerpt_offset_ = finding.offset - finding.excerpt_at;
      is_cut_before_ = finding.is_cut_before;
      is_cut_after_ = finding.is_cut_after;
      codes_.clear();
      marks_.clear();
    }
    // A hostile line of a gigabyte may hold millions.
    if (marks_.size() >= kMostMarks) return;
    const std::uint64_t at = finding.offset - excerpt_offset_;
    if (at + finding.text.size() <= excerpt_.size()) marks_.push_back({static_cast<std::size_t>(at), finding.text.size()});
    const auto is_same = [&](const Explained& known) { return known.code == finding.code; };
    if (std::none_of(codes_.begin(), codes_.end(), is_same)) codes_.push_back({finding.code, OtherCodes(finding)});
  }

  void Finish() override {
    if (!is_open_) return;
    is_open_ = false;
    AppendLine();
    for (const Explained& explained : codes_) AppendCode(explained);
  }

 private:
  static constexpr std::size_t kMostMarks = 1000;
  static constexpr std::string_view kIndent = "      ";

  struct Explained {
    const ScanCode* code;
    std::vector<const ScanCode*> others;
  };
  struct Mark {
    std::size_t at;
    std::size_t size;
  };

  void AppendLine() {
    const std::string place = Placed(file_, line_, names_files_) + ": ";
    AppendStyled(place, Style::kMuted, layout_.colors, text_);
    // Blanks at the start say nothing here.
    std::size_t from = 0;
    while (from < excerpt_.size() && (excerpt_[from] == ' ' || excerpt_[from] == '\t')) ++from;
    bool is_cut_before = is_cut_before_;
    int left = layout_.width ? std::max(20, *layout_.width - TextWidth(place)) : 0;
    if (layout_.width && !marks_.empty()) {
      // So much before the first code that it stands in the middle of the line.
      const std::size_t before = static_cast<std::size_t>(left) / 2;
      const bool fits = TextWidth(SafeText(std::string_view(excerpt_).substr(from))) <= left;
      if (!fits && marks_.front().at > from + before) {
        from = marks_.front().at - before;
        while (from < marks_.front().at && (static_cast<unsigned char>(excerpt_[from]) & 0xC0) == 0x80) ++from;
        is_cut_before = true;
      }
    }
    if (is_cut_before) {
      AppendStyled("…", Style::kMuted, layout_.colors, text_);
      --left;
    }
    std::size_t at = from;
    for (const Mark& mark : marks_) {
      if (mark.at < at) continue;
      AppendPart(at, mark.at, Style::kPlain, left);
      AppendPart(mark.at, mark.at + mark.size, Style::kWarning, left);
      at = mark.at + mark.size;
    }
    std::size_t end = excerpt_.size();
    while (end > at && (excerpt_[end - 1] == '\r' || excerpt_[end - 1] == ' ')) --end;
    AppendPart(at, end, Style::kPlain, left);
    if (is_cut_after_ && !layout_.width) AppendStyled("…", Style::kMuted, layout_.colors, text_);
    text_ += '\n';
  }

  // Cut when a terminal's line is full; "left" are the columns that are still free.
  void AppendPart(std::size_t from, std::size_t to, Style style, int& left) {
    if (from >= to || (layout_.width && left <= 0)) return;
    std::string part = SafeText(std::string_view(excerpt_).substr(from, to - from));
    if (layout_.width) {
      part = CutToWidth(part, left);
      left -= TextWidth(part);
    }
    AppendStyled(part, style, layout_.colors, text_);
  }

  void AppendCode(const Explained& explained) {
    const std::string code = TextOf(*explained.code);
    text_ += kIndent;
    AppendStyled(code, Style::kNumber, layout_.colors, text_);
    text_ += "  ";
    const std::string symbol = SafeText(explained.code->symbol);
    AppendStyled(symbol, Style::kSymbol, layout_.colors, text_);
    std::string meaning = MeaningOf(*explained.code);
    for (const ScanCode* other : explained.others) meaning += (other == explained.others.front() ? " (or " : ", ") + TextOf(*other);
    if (!explained.others.empty()) meaning += ")";
    const int left = layout_.width ? *layout_.width - static_cast<int>(kIndent.size()) - TextWidth(code) - TextWidth(symbol) - 4 : 0;
    if (!layout_.width) text_ += "  " + meaning;
    else if (left >= 10) text_ += "  " + CutToWidth(meaning, left);
    text_ += '\n';
  }

  LineLayout layout_;
  bool names_files_;
  bool is_open_ = false;
  std::string file_;
  std::uint64_t line_ = 0;
  std::string excerpt_;
  std::uint64_t excerpt_offset_ = 0;
  bool is_cut_before_ = false;
  bool is_cut_after_ = false;
  std::vector<Explained> codes_;
  std::vector<Mark> marks_;
};

// One row for each code, the most frequent first.
class SummaryReporter : public ScanReporter {
 public:
  SummaryReporter(const LineLayout& layout, bool names_files) : layout_(layout), names_files_(names_files) {}

  void Take(const std::string& file, const Finding& finding) override {
    Row& row = rows_[{finding.code->space, finding.code->value}];
    if (row.count++ == 0) {
      row.code = finding.code;
      row.first = Placed(file, finding.line, names_files_);
    }
    if (row.last_line != finding.line || row.last_file != file) {
      row.last_line = finding.line;
      row.last_file = file;
    }
  }

  void Finish() override {
    std::vector<const Row*> rows;
    for (const auto& [key, row] : rows_) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) { return a->count > b->count; });
    if (rows.empty()) return;
    std::vector<std::vector<std::string>> cells = {{"Count", "Code", "Symbol", "First", "Last", "Meaning"}};
    int longest_place = 0;
    for (const Row* row : rows) {
      longest_place = std::max({longest_place, TextWidth(row->first), TextWidth(Placed(row->last_file, row->last_line, names_files_))});
      cells.push_back({std::to_string(row->count), TextOf(*row->code), SafeText(row->code->symbol), row->first,
                       Placed(row->last_file, row->last_line, names_files_), MeaningOf(*row->code)});
    }
    // Places in files of long names leave no room beside them.
    constexpr int kOtherColumns = 60;
    if (layout_.width && 2 * longest_place + kOtherColumns > *layout_.width && names_files_) AppendWithPlacesBelow(cells);
    else AppendTable(cells);
  }

 private:
  struct Row {
    const ScanCode* code = nullptr;
    std::uint64_t count = 0;
    std::string first;
    std::string last_file;
    std::uint64_t last_line = 0;
  };

  //   10  13801  ERROR_IPSEC_IKE_AUTH_FAIL  IKE authentication failed
  //       logs/edge.log:14
  //       logs/old/edge.log:38
  void AppendWithPlacesBelow(const std::vector<std::vector<std::string>>& cells) {
    int count_width = 0;
    for (const auto& row : cells) count_width = std::max(count_width, TextWidth(row[0]));
    const std::string indent(static_cast<std::size_t>(count_width) + 2, ' ');
    for (const auto& row : cells) {
      const bool is_heading = &row == &cells.front();
      text_.append(static_cast<std::size_t>(count_width - TextWidth(row[0])), ' ');
      AppendStyled(row[0], is_heading ? Style::kHeading : Style::kPlain, layout_.colors, text_);
      text_ += "  ";
      AppendStyled(row[1], is_heading ? Style::kHeading : Style::kNumber, layout_.colors, text_);
      text_ += "  ";
      AppendStyled(row[2], is_heading ? Style::kHeading : Style::kSymbol, layout_.colors, text_);
      const int left = *layout_.width - count_width - TextWidth(row[1]) - TextWidth(row[2]) - 6;
      if (left >= 10) AppendStyled("  " + CutToWidth(row[5], left), is_heading ? Style::kHeading : Style::kPlain, layout_.colors, text_);
      text_ += '\n';
      for (std::size_t i = 3; i < 5; ++i) {
        if (i == 4 && row[4] == row[3]) continue;  // there is only one
        text_ += indent;
        AppendStyled(row[i], is_heading ? Style::kHeading : Style::kMuted, layout_.colors, text_);
        text_ += '\n';
      }
    }
  }

  void AppendTable(const std::vector<std::vector<std::string>>& cells) {
    constexpr std::size_t kColumns = 6;
    constexpr Style kStyles[kColumns] = {Style::kPlain, Style::kNumber, Style::kSymbol, Style::kMuted, Style::kMuted, Style::kPlain};
    int widths[kColumns] = {};
    for (const auto& row : cells)
      for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], TextWidth(row[i]));
    for (const auto& row : cells) {
      const bool is_heading = &row == &cells.front();
      int used = 0;
      for (std::size_t i = 0; i < kColumns; ++i) {
        const std::string blanks(static_cast<std::size_t>(widths[i] - TextWidth(row[i])), ' ');
        std::string cell = row[i];
        if (i + 1 == kColumns && layout_.width) cell = *layout_.width - used >= 10 ? CutToWidth(cell, *layout_.width - used) : "";
        if (i == 0) text_ += blanks;  // numbers end in one column
        AppendStyled(cell, is_heading ? Style::kHeading : kStyles[i], layout_.colors, text_);
        if (i != 0 && i + 1 < kColumns) text_ += blanks;
        if (i + 1 < kColumns) text_ += "  ";
        used += widths[i] + 2;
      }
      while (text_.ends_with(' ')) text_.pop_back();
      text_ += '\n';
    }
  }

  LineLayout layout_;
  bool names_files_;
  std::map<std::pair<Space, std::uint32_t>, Row> rows_;
};

class JsonReporter : public ScanReporter {
 public:
  JsonReporter() { text_ = "{\"findings\":["; }

  void Take(const std::string& file, const Finding& finding) override {
    JsonWriter json;
    json.BeginObject();
    json.Field("file", file);
    AppendNumber("line", finding.line, json);
    AppendNumber("column", finding.column, json);
    json.Field("text", finding.text);
    json.Field("code", finding.code->value);
    json.Field("hex", HexText(finding.code->value));
    json.Field("space", SpaceName(finding.code->space));
    json.Field("symbol", finding.code->symbol);
    json.FieldIfAny("meaning", finding.code->meaning);
    json.FieldIfAny("origin", finding.code->origin);
    if (const std::vector<const ScanCode*> others = OtherCodes(finding); !others.empty()) {
      json.Key("same_message");
      json.BeginArray();
      for (const ScanCode* other : others) json.String(other->symbol);
      json.EndArray();
    }
    json.EndObject();
    text_ += is_first_ ? "\n" : ",\n";
    text_ += SafeJson(json.text());
    is_first_ = false;
  }

  void Finish() override { text_ += is_first_ ? "]}\n" : "\n]}\n"; }

 private:
  // Lines and columns of an input may be beyond what JsonWriter counts; programs stop at 2^53 anyway.
  static void AppendNumber(std::string_view key, std::uint64_t number, JsonWriter& json) {
    json.Field(key, static_cast<std::uint32_t>(std::min<std::uint64_t>(number, 0xFFFFFFFF)));
  }

  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<ScanReporter> MakeScanReporter(ScanReport report, const LineLayout& layout, bool names_files) {
  switch (report) {
    case ScanReport::kSummary: return std::make_unique<SummaryReporter>(layout, names_files);
    case ScanReport::kJson: return std::make_unique<JsonReporter>();
    case ScanReport::kLines: break;
  }
  return std::make_unique<LineReporter>(layout, names_files);
}

}  // namespace errlookup
