#include "lookup/scan/field_names.h"

#include <algorithm>

#include "lookup/base/ascii.h"

namespace errlookup {
namespace {

// Parts of names, lower case: "failureErrorCode" has the parts failure, error, code.
constexpr std::string_view kOtherParts[] = {
    "addr", "address", "age", "attempt", "attempts", "build", "byte", "bytes", "col", "column", "conn", "cookie",
    "count", "counter", "cpu", "day", "delay", "dpt", "dst", "dstport", "duration", "elapsed", "event", "eventcode",
    "eventid", "fd", "filter", "flags", "gid", "handle", "hash", "hour", "id", "ids", "index", "ip", "kb", "keylen",
    "layer", "len", "length", "lifetime", "line", "lineno", "locport", "logon", "luid", "mask", "max", "mb", "metric",
    "min", "month", "ms", "msgid", "mtu", "no", "num", "number", "offset", "packets", "percent", "pid", "port", "ports",
    "ppid", "priority", "process", "processid", "qualifiers", "queue", "rate", "recordid", "remport", "reqid",
    "retries", "retry", "row", "seconds", "seq", "sequence", "serial", "session", "sid", "size", "spi", "spt", "src",
    "srcport", "tag", "task", "thread", "threadid", "tid",
    "time", "timeout", "timestamp", "total", "ts", "uid", "uptime", "user", "usec", "ver", "version", "weight",
    "width", "year",
};
constexpr std::string_view kErrorParts[] = {
    "blad", "chyba", "erc", "err", "errcode", "erreur", "erro", "errno", "error", "errorcode", "errore", "failure", "fehler", "fehlercode", "fout", "hr", "hresult", "lasterror", "ntstatus",
    "raserror", "scode", "win32", "winerror",
};
constexpr std::string_view kStatusParts[] = {
    "code", "codes", "exit", "exitcode", "rc", "reason", "reasoncode", "result", "resultcode", "ret", "retcode",
    "return", "returned", "retval", "status", "statuscode",
};

template <std::size_t n>
bool IsOneOf(const std::string_view (&words)[n], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Calls take(part) for each part of a name, in lower case.
template <typename Take>
void ForEachPart(std::string_view name, const Take& take) {
  std::string part;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    // Typographic apostrophes and dashes are three bytes: "code d’erreur".
    if (name.substr(i).starts_with("\xE2\x80")) {
      if (!part.empty()) take(part);
      part.clear();
      i += 2;
      continue;
    }
    const bool is_lower_before = i > 0 && !IsUpperLetter(name[i - 1]) && IsLetter(name[i - 1]);
    const bool begins_word = IsUpperLetter(c) && i > 0 &&
                             (is_lower_before || (i + 1 < name.size() && IsLetter(name[i + 1]) && !IsUpperLetter(name[i + 1])));
    if (!IsLetter(c) || begins_word) {
      if (!part.empty()) take(part);
      part.clear();
    }
    if (IsLetter(c) || static_cast<signed char>(c) < 0) part += LowerAscii(c);
  }
  if (!part.empty()) take(part);
}

// Cells of a line, with quotes but without what stands around them. A cell may be cut.
struct Cell {
  std::size_t begin;
  std::size_t end;
};
std::vector<Cell> SplitCells(std::string_view line, char separator) {
  std::vector<Cell> cells;
  std::size_t begin = 0;
  bool is_quoted = false;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"') is_quoted = !is_quoted;
    if (i < line.size() && (is_quoted || line[i] != separator)) continue;
    cells.push_back({begin, i});
    begin = i + 1;
  }
  return cells;
}

std::string_view FirstLine(std::string_view text) { return text.substr(0, std::min(text.find('\n'), ColumnHeader::kLongest)); }

Cell Trim(std::string_view line, Cell cell) {
  const auto is_wrapping = [](char c) { return IsBlankByte(c) || c == '"' || c == '\''; };
  while (cell.begin < cell.end && is_wrapping(line[cell.begin])) ++cell.begin;
  while (cell.begin < cell.end && is_wrapping(line[cell.end - 1])) --cell.end;
  return cell;
}

}  // namespace

FieldKind KindOfField(std::string_view name) {
  if (name.empty()) return FieldKind::kUnnamed;
  bool is_error = false;
  bool is_status = false;
  bool is_other = false;
  ForEachPart(name, [&](const std::string& part) {
    is_error = is_error || IsOneOf(kErrorParts, part);
    is_status = is_status || IsOneOf(kStatusParts, part);
    is_other = is_other || IsOneOf(kOtherParts, part);
  });
  // "error number" and "Error no." are codes, "error count" is not; "event code" is an event.
  std::string lower;
  ForEachPart(name, [&](const std::string& part) { lower += part; });
  if (is_error && (lower.ends_with("number") || lower.ends_with("no") || lower.ends_with("id"))) return FieldKind::kError;
  if (is_other) return FieldKind::kOther;
  if (lower == "failcode") return FieldKind::kError;
  if (is_error) return FieldKind::kError;
  return is_status ? FieldKind::kStatus : FieldKind::kNeutral;
}

ColumnHeader::ColumnHeader(std::string_view text) {
  std::string_view line = FirstLine(text);
  // Export-Csv of Windows PowerShell writes a line with the name of the type first.
  if (line.starts_with("#TYPE ")) line = FirstLine(text.substr(std::min(line.size() + 1, text.size())));
  // Logs of IIS and of the Windows firewall: "#Fields: date time … sc-win32-status" below other lines with "#".
  while (line.starts_with('#')) {
    if (line.starts_with("#Fields: ")) {
      TakeNames(line.substr(9), ' ');
      return;
    }
    if (text.size() <= line.size()) return;
    text = text.substr(line.size() + 1);
    line = FirstLine(text);
  }
  std::size_t most = 1;
  for (const char separator : {',', ';', '\t', '|'}) {
    const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), separator));
    if (count > most) {
      most = count;
      separator_ = separator;
    }
  }
  if (most >= 2) TakeNames(line, separator_);
}

void ColumnHeader::TakeNames(std::string_view line, char separator) {
  separator_ = separator;
  std::vector<FieldKind> kinds;
  for (const Cell& raw : SplitCells(line, separator_)) {
    const Cell cell = Trim(line, raw);
    const std::string_view name = line.substr(cell.begin, cell.end - cell.begin);
    // A name is short, begins with a letter and is no sentence.
    const bool is_name = name.size() <= 40 && (name.empty() || IsWordByte(name[0])) && (name.empty() || !IsDigit(name[0])) &&
                         std::count(name.begin(), name.end(), ' ') <= 3;
    if (!is_name) return;
    kinds.push_back(KindOfField(name));
  }
  kinds_ = std::move(kinds);
}

FieldKind ColumnHeader::KindOfCell(std::string_view line, std::size_t begin, std::size_t end) const {
  if (kinds_.empty()) return FieldKind::kUnnamed;
  const std::vector<Cell> cells = SplitCells(line, separator_);
  for (std::size_t i = 0; i < cells.size() && i < kinds_.size(); ++i) {
    const Cell cell = Trim(line, cells[i]);
    if (cell.begin == begin && cell.end == end) return kinds_[i];
  }
  return FieldKind::kUnnamed;
}

}  // namespace errlookup
