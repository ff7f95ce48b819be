#include "lookup/scan/number_context.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "lookup/base/ascii.h"
#include "lookup/engine/code_context.h"
#include "lookup/engine/number_notation.h"
#include "lookup/engine/text_tokens.h"
#include "lookup/scan/line_words.h"
#include "lookup/scan/table_around.h"
#include "lookup/scan/word_bounds.h"

namespace errlookup {
namespace {

// How much of a line the rules read; the engine's rules look at five words.
constexpr std::size_t kWordsBefore = 96;
constexpr std::size_t kWordsAfter = 40;
constexpr std::size_t kLineBefore = 512;
constexpr std::size_t kLineAfter = 256;

bool IsRas(const ScanCode& code) { return code.space == Space::kRas; }

// A sentence that a console or mail program has wrapped goes on in the next line: behind blanks, or, where the line
// before it is long or ends with a colon, without a capital letter, a number or a bracket, which begin lines of logs.
std::size_t WrappedBegin(const View& view, std::size_t line_begin) {
  if (line_begin <= view.begin() || view[line_begin - 1] != '\n') return line_begin;
  std::size_t previous_end = line_begin - 1;
  while (previous_end > view.begin() && (view[previous_end - 1] == '\r' || view[previous_end - 1] == ' ')) --previous_end;
  const std::size_t previous_begin = view.LineBegin(previous_end);
  const char last = view[previous_end - 1];
  const char first = view[line_begin];
  const bool is_indented = first == ' ' || first == '\t';
  const bool goes_on = (IsLetter(first) && (!IsUpperLetter(first) || last == ':')) || static_cast<signed char>(first) < 0 || first == '%';
  const bool is_long = previous_end - previous_begin >= 60;
  const bool has_ended = last == '.' || last == '!' || last == '>' || last == '}' || last == '\n' || last == ';';
  if (has_ended) return line_begin;
  // "… Fehlercode" and in the next line "13801. Ein drittes …"
  std::size_t digits = line_begin;
  while (digits - line_begin < 6 && IsDigit(view[digits])) ++digits;
  const bool is_number_of_sentence = digits - line_begin >= 3 && digits - line_begin <= 5 &&
                                     (view[digits] == '.' || view[digits] == ',' || view[digits] == ')') && view[digits + 1] == ' ';
  if (is_number_of_sentence && is_long) return previous_begin;
  // $LASTEXITCODE, and below it nothing but the number.
  if (IsDigit(view[line_begin]) && view.LineEnd(line_begin) - line_begin < 14) return previous_begin;
  return is_indented || (goes_on && (is_long || last == ':')) ? previous_begin : line_begin;
}

// The text around a number that belongs to its sentence, cut at blanks.
struct Sentence {
  std::size_t begin = 0;
  std::string_view text;
};
Sentence SentenceAround(const View& view, const NumberAt& number, std::size_t before, std::size_t after) {
  std::size_t begin = WrappedBegin(view, view.LineBegin(number.begin));
  if (number.begin - begin > before) {
    begin = number.begin - before;
    while (begin < number.begin && !IsBlankByte(view[begin])) ++begin;
  }
  std::size_t end = std::min(view.LineEnd(number.end), number.end + after);
  while (end > number.end && (static_cast<unsigned char>(view[end]) & 0xC0) == 0x80) --end;  // no cut character
  return {begin, view.Slice(begin, end)};
}

std::string LineAround(const View& view, const NumberAt& number) {
  return LowerAsciiText(SentenceAround(view, number, kLineBefore, kLineAfter).text);
}

// What is spoken of may have been named in the lines before.
bool IsBelowVpnWords(const View& view, const NumberAt& number) {
  constexpr std::size_t kParagraph = 512;
  return HasVpnWord(LowerAsciiText(view.Before(number.begin, kParagraph)));
}

// ---- The name of the field ----

// Nearest words before "end", widened until they say something: "Failure Reason", "Error code".
FieldKind KindOfWordsBefore(const View& view, std::size_t end, int most_words) {
  std::size_t begin = end;
  FieldKind kind = FieldKind::kUnnamed;
  const auto may_say_more = [&] {   // "code" of "Error code", "number" of "Error number"
    return kind <= FieldKind::kNeutral || kind == FieldKind::kStatus || LowerAsciiText(view.Slice(begin, end)) == "number";
  };
  for (int word = 0; word < most_words && may_say_more(); ++word) {
    std::size_t next = begin;
    if (word > 0) {
      if (view[next - 1] != ' ') break;
      --next;
    }
    const std::size_t word_end = next;
    while (word_end - next < 48 && (IsWordByte(view[next - 1]) || (word == 0 && view[next - 1] == '-'))) --next;
    if (next == word_end) break;
    begin = next;
    const FieldKind wider = KindOfField(view.Slice(begin, end));
    if (wider == FieldKind::kOther && word > 0) break;  // "port error" is decided by its own last word
    if (wider < kind && word > 0) break;
    kind = wider;
  }
  if (begin == end || kind < FieldKind::kStatus) return kind;
  // "?code=13801" of an address.
  if (view[begin - 1] == '?' || view[begin - 1] == '&') return FieldKind::kOther;
  // "length of error=13801"
  const std::string before = LowerAsciiText(view.Before(begin, 10));
  for (const std::string_view amount : {"length of ", "number of ", "count of ", "size of "})
    if (before.ends_with(amount)) return FieldKind::kOther;
  // "event":{"code":"13801"}: an object's name is the first word of those of its fields.
  if (view[begin - 1] != '"' || view[begin - 2] != '{') return kind;
  std::size_t object_end = begin - 2;
  while (begin - object_end < 6 && (view[object_end - 1] == ' ' || view[object_end - 1] == ':')) --object_end;
  if (view[object_end - 1] != '"') return kind;
  --object_end;
  std::size_t object = object_end;
  while (object_end - object < 32 && IsWordByte(view[object - 1])) --object;
  return KindOfField(view.Slice(object, object_end)) == FieldKind::kOther ? FieldKind::kOther : kind;
}

// Events without names have the code last; what stands before it are ports, times and bytes (RemoteAccess 20272).
bool IsLastData(const View& view, std::size_t close) {
  const std::string_view after = view.After(close, 200);
  const std::size_t end = after.find("</");
  if (end == std::string_view::npos) return true;
  std::size_t next = std::min(after.find('>', end), after.size() - 1) + 1;
  while (next < after.size() && IsBlankByte(after[next])) ++next;
  return !after.substr(next).starts_with("<Data") && !after.substr(next).starts_with("<Param");
}

// <td>Error code</td><td>13806</td>: the text of the element that ends before "open".
FieldKind KindOfElementBefore(const View& view, std::size_t open) {
  std::size_t end = open;
  while (open - end < 16 && IsBlankByte(view[end - 1])) --end;
  const std::string_view before = view.Before(end, 80);
  const bool is_cell = before.ends_with("</td>") || before.ends_with("</th>") || before.ends_with("</dt>");
  if (!is_cell) return FieldKind::kUnnamed;
  const std::size_t close = before.size() - 5;
  const std::size_t text = before.substr(0, close).rfind('>');
  return text == std::string_view::npos ? FieldKind::kUnnamed : KindOfField(before.substr(text + 1, close - text - 1));
}

// Events of RasClient in exports that leave the name out: the number of the event stands before in the same line.
bool IsInLineOfRasClient(const View& view, std::size_t begin) {
  const std::string_view before = view.Slice(view.LineBegin(begin), begin);
  return before.find("20227") != std::string_view::npos || before.find("20226") != std::string_view::npos;
}

// <failureErrorCode>13801</…>, <Data Name="ErrorCode">809</Data>, <Data>809</Data>.
FieldKind KindOfElement(const View& view, std::size_t close) {
  const std::string_view before = view.Before(close, 160);
  const std::size_t open = before.rfind('<');
  if (open == std::string_view::npos) return FieldKind::kUnnamed;
  const std::string_view tag = before.substr(open + 1);
  if (tag.empty() || !IsLetter(tag[0])) return FieldKind::kUnnamed;
  for (const std::string_view attribute : {" Name=", " name=", " N="}) {
    const std::size_t at = tag.find(attribute);
    if (at == std::string_view::npos || at + attribute.size() >= tag.size()) continue;
    const std::string_view value = tag.substr(at + attribute.size() + 1);
    return KindOfField(value.substr(0, value.find_first_of("\"'")));
  }
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
  if (name == "Data") return IsLastData(view, close) && IsInVpnEvent(view, close + 1) ? FieldKind::kError : FieldKind::kOther;
  if (name == "Param") return IsLastData(view, close) && IsInLineOfRasClient(view, close) ? FieldKind::kError : FieldKind::kOther;
  if (name == "td" || name == "dd") {
    if (const FieldKind kind = KindOfElementBefore(view, close - before.size() + open); kind != FieldKind::kUnnamed) return kind;
  }
  const bool is_cell = name == "value" || name == "Value" || name == "td" || name == "dd" || name == "span" || name == "b" || name == "p";
  return is_cell ? FieldKind::kUnnamed : KindOfField(name);
}

// "Value": "809", "param4": "809": an event of RasClient as JSON, of which the code is the last property.
bool IsDataOfRasClientInJson(const View& view, const NumberAt& number, std::size_t name_begin, std::size_t name_end) {
  const std::string name = LowerAsciiText(view.Slice(name_begin, name_end));
  if (name != "value" && name != "param4") return false;
  const std::string_view after = view.After(number.end, 64);
  const std::size_t next = after.find_first_not_of("\" \t\r\n}");
  if (next != std::string_view::npos && after[next] == ',') return false;
  constexpr std::size_t kObject = 1024;
  const std::string_view before = view.Before(number.begin, kObject);
  return before.find("20227") != std::string_view::npos || before.find("20226") != std::string_view::npos;
}

FieldKind KindOfNamedField(const View& view, const NumberAt& number) {
  std::size_t i = number.begin;
  if (view[i - 1] == '>') return KindOfElement(view, i - 1);
  if (view[i - 1] == '"' || view[i - 1] == '\'') --i;
  for (int blanks = 0; blanks < 32 && (view[i - 1] == ' ' || view[i - 1] == '\t'); ++blanks) --i;
  while (number.begin - i < 16 && view[i - 1] == 't' && view[i - 2] == '\\') i -= 2;  // a tab in JSON
  if (view[i - 1] != '=' && view[i - 1] != ':') return FieldKind::kUnnamed;
  --i;
  for (int blanks = 0; blanks < 32 && (view[i - 1] == ' ' || view[i - 1] == '\t'); ++blanks) --i;
  const bool is_quoted = view[i - 1] == '"' || view[i - 1] == '\'';
  if (is_quoted) --i;
  if (is_quoted) {
    std::size_t begin = i;
    while (i - begin < 8 && IsWordByte(view[begin - 1])) --begin;
    if (IsDataOfRasClientInJson(view, number, begin, i)) return FieldKind::kError;
  }
  // "Error VpnService: 13801: tunnel is up": the number is a thread, unless the next word says otherwise.
  const bool is_between_colons = view.After(number.end, 2) == ": ";
  return KindOfWordsBefore(view, i, is_between_colons ? 1 : 3);
}

FieldKind KindOfColumn(const View& view, const NumberAt& number, const ColumnHeader& header) {
  if (header.empty()) return FieldKind::kUnnamed;
  const std::size_t begin = view.LineBegin(number.begin);
  if (begin == view.begin() && begin != 0) return FieldKind::kUnnamed;  // the line begins farther away
  return header.KindOfCell(view.Slice(begin, view.LineEnd(number.end)), number.begin - begin, number.end - begin);
}

// ---- What touches the number ----

bool IsPartOfSomethingElse(const View& view, const NumberAt& number) {
  const char left = view[number.begin - 1];
  const char right = view[number.end];
  const char right2 = view[number.end + 1];
  if (IsWordBefore(view, number.begin) || IsWordAt(view, number.end)) return true;
  if (right == '#') return true;  // "#13806#"
  if (left == '<' && right == '>') return true;  // a name
  if (right == '%' || (right == '.' && IsDigit(right2))) return true;
  if (left == '.' && IsWordByte(view[number.begin - 2])) return true;
  const bool is_hex = number.form == NumberForm::kLongHex || number.form == NumberForm::kShortHex;
  if (right == '-' && IsHexDigit(right2)) return true;  // a GUID, a range, a date
  if (left == '-' && IsHexDigit(view[number.begin - 2]) && number.form != NumberForm::kShortHex) return true;
  if (is_hex) return false;
  if (right == ':' && (IsDigit(right2) || right2 == ':')) return true;
  if (left == ':' && (IsDigit(view[number.begin - 2]) || view[number.begin - 2] == ']' || view[number.begin - 2] == ':')) return true;
  return false;
}

// "13801 (0x35E9)", "0x35E9 (13801)": the number before the brackets decides for both.
std::optional<NumberAt> SameNumberBefore(const View& view, const NumberAt& number, std::uint32_t value) {
  if (view[number.begin - 1] != '(' || view[number.end] != ')' || view[number.begin - 2] != ' ') return std::nullopt;
  const std::size_t end = number.begin - 2;
  std::size_t begin = end;
  std::uint32_t hex = 0;
  int shift = 0;
  for (; shift < 32 && IsHexDigit(view[begin - 1]); shift += 4) hex |= static_cast<std::uint32_t>(HexValue(view[--begin])) << shift;
  const bool has_prefix = view[begin - 1] == 'x' && view[begin - 2] == '0' && !IsWordBefore(view, begin - 2);
  if (has_prefix && hex == value && shift > 0) return NumberAt{.begin = begin - 2, .end = end, .form = NumberForm::kShortHex};
  begin = end;
  while (end - begin < 12 && IsDigit(view[begin - 1])) --begin;
  if (view.Slice(begin, end) != std::to_string(value)) return std::nullopt;
  return NumberAt{.begin = begin, .end = end, .form = NumberForm::kDecimal};
}

// "809 read errors"
bool IsCountOfErrors(const View& view, const NumberAt& number) {
  if (view[number.end] != ' ') return false;
  const std::string phrase = LowerAsciiText(view.After(number.end + 1, 24));
  const std::size_t blank = phrase.find(' ');
  if (blank == std::string::npos) return false;
  const std::string_view second = std::string_view(phrase).substr(blank + 1);
  return second.starts_with("errors") || second.starts_with("failures") || second.starts_with("warnings");
}

// Words directly before a number that count or identify things, beyond those of the engine; and behind it.
bool IsAmount(const View& view, const NumberAt& number) {
  std::size_t end = number.begin;
  if (view[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (end - begin < 16 && IsLetter(view[begin - 1])) --begin;
  const std::string before = LowerAsciiText(view.Slice(begin, end));
  for (const std::string_view word :
       {"about", "adapter", "all", "around", "client", "conn", "connection", "cpu", "disk", "drive", "frame", "host", "lba",
        "least", "most", "only", "over", "peer", "policy", "rule", "sa", "server", "socket", "tunnel", "under", "vm",
        "volume", "worker"})
    if (before == word) return true;
  if (view[number.end] != ' ') return false;
  const std::string after = LowerAsciiText(view.After(number.end + 1, 12));
  for (const std::string_view word : {"of ", "blocks", "sectors", "copies", "conn", "hosts", "nodes", "pages", "octets", "bytes", "k ", "x ", "mk", "mv ", "dbm", "rpm", "kpa", "hpa", "ppm"})
    if (after.starts_with(word)) return true;
  return IsCountOfErrors(view, number);
}

// "13801|203.0.113.7|": the first of columns, not a cell between two bars.
bool HasBarOnOneSide(const View& view, const NumberAt& number) {
  return (view[number.begin - 1] == '|') != (view[number.end] == '|');
}

// "handle 0x80320001", "SPIs c0220012", "{ESP=>0x13801aee <0xc0220012": bits that only look like a code.
bool IsNamedOther(const View& view, const NumberAt& number) {
  const char left = view[number.begin - 1];
  if (left == '&' || left == '<' || left == '{') return true;
  if (left == '>' && view[number.begin - 2] == '=') return true;
  std::size_t end = number.begin;
  while (number.begin - end < 4 && (view[end - 1] == ' ' || view[end - 1] == '=' || view[end - 1] == ':' || view[end - 1] == '(')) --end;
  std::size_t begin = end;
  while (end - begin < 24 && IsLetter(view[begin - 1])) --begin;
  const std::string word = LowerAsciiText(view.Slice(begin, end));
  for (const std::string_view other :
       {"handle", "spi", "spis", "addr", "address", "cookie", "icookie", "rcookie", "pid", "tid", "luid", "offset", "seq",
        "filterid", "msgid", "mark", "reqid", "mask", "flags", "id", "cookies", "checksum", "hash", "crc", "struct", "ptr",
        "pointer", "key", "nonce", "ack", "refs", "magic"})
    if (word == other) return true;
  return number.form == NumberForm::kBareHex && (word == "expected" || word == "got" || word == "computed");
}

// "13801 IKE authentication credentials…", "ERROR_IPSEC_IKE_AUTH_FAIL (13801)".
bool IsBesideItsName(const View& view, const NumberAt& number, const ScanCode& code) {
  const auto is_joint = [](char c) { return c == ' ' || c == '\t' || c == ':' || c == '=' || c == '(' || c == ')' || c == '-' || c == '"' || c == ',' || c == '|' || c == '[' || c == ']'; };
  std::size_t right = number.end;
  while (right - number.end < 6 && is_joint(view[right])) ++right;
  if (LowerAsciiText(view.After(right, code.symbol.size())) == LowerAsciiText(code.symbol)) return true;
  constexpr std::size_t kTelling = 16;
  if (code.message.size() >= kTelling && view.After(right, kTelling) == std::string_view(code.message).substr(0, kTelling)) return true;
  std::size_t left = number.begin;
  while (number.begin - left < 6 && is_joint(view[left - 1])) --left;
  return LowerAsciiText(view.Before(left, code.symbol.size())) == LowerAsciiText(code.symbol);
}

// A number directly before or behind, with only blanks between: columns of a table.
struct Neighbours {
  bool has_number_before = false;
  bool has_number_after = false;
  bool has_word_after = false;
};
Neighbours NeighboursOf(const View& view, const NumberAt& number) {
  std::size_t left = number.begin;
  while (number.begin - left < 32 && (view[left - 1] == ' ' || view[left - 1] == '\t')) --left;
  std::size_t right = number.end;
  while (right - number.end < 32 && (view[right] == ' ' || view[right] == '\t')) ++right;
  std::size_t digits = left;
  while (left - digits < 32 && IsDigit(view[digits - 1])) --digits;
  const bool is_number_before = left != number.begin && digits != left && !IsLetter(view[digits - 1]);  // not "WIN32 87"
  return {.has_number_before = is_number_before,
          .has_number_after = right != number.end && IsDigit(view[right]),
          .has_word_after = right != number.end && !IsDigit(view[right]) && IsWordByte(view[right])};
}

// "VpnService(13801): ", "socket.cpp(13801)", "ERROR 13868 --- [main]", "ERROR [13801] ".
bool IsProcessOrLine(const View& view, const NumberAt& number) {
  // "Error( 691): 03/14/26": a time follows.
  std::size_t open = number.begin;
  while (number.begin - open < 4 && view[open - 1] == ' ') --open;
  const bool is_in_brackets = view[open - 1] == '(' && view[number.end] == ')' && IsWordByte(view[open - 2]);
  if (is_in_brackets && view.After(number.end, 3) == "): " && IsDigit(view[number.end + 3])) return true;
  const char left = view[number.begin - 1];
  if (left == '(' && is_in_brackets) {
    std::size_t begin = number.begin - 1;
    while (number.begin - begin < 40 && IsWordByte(view[begin - 1])) --begin;
    return !ContainsAny(LowerAsciiText(view.Slice(begin, number.begin - 1)), {"err", "status", "fail", "hresult", "code", "exception", "win32"});
  }
  const std::string_view after = view.After(number.end, 5);
  if (after.starts_with(" ---") || after.starts_with("] ---")) return true;
  if (left != '[' || view[number.end] != ']') return false;
  std::size_t end = number.begin - 1;
  while (number.begin - end < 4 && view[end - 1] == ' ') --end;
  if (view[end - 1] == ']') --end;
  return IsUpperLetter(view[end - 1]);  // a level: ERROR, WARN, [ERROR]
}

// ---- The words ----

struct Judgement {
  Place place = Place::kPlain;
  bool is_strongly_announced = false;  // by a word of failure, not by "code" or "status"
};

// Of decimal digits with or without a sign; 0 of anything else.
std::uint32_t DecimalValue(std::string_view digits) {
  if (digits.starts_with('-')) digits.remove_prefix(1);
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Columns begin behind two blanks: what stands there is no word of the sentence.
std::string_view CutAtColumns(std::string_view text, std::size_t number_end) {
  const std::string_view after = text.substr(number_end);
  const bool is_column = after.starts_with("  ") || after.starts_with('\t');
  return is_column ? text.substr(0, number_end) : text;
}

// As CutAtColumns, with tabs and line ends of JSON made blank.
std::string Unescaped(std::string_view text) {
  std::string plain(text);
  for (std::size_t at = plain.find('\\'); at != std::string::npos && at + 1 < plain.size(); at = plain.find('\\', at + 1)) {
    const char c = plain[at + 1];
    if (c == 't' || c == 'n' || c == 'r') plain[at] = plain[at + 1] = ' ';
  }
  return plain;
}

// "no.", "nr.", "cód.", "nº" between "error" and its number: no end of a sentence, no word of its own.
void CloseAbbreviation(std::string& text, std::size_t number_begin) {
  if (number_begin < 4 || text[number_begin - 1] != ' ') return;
  const std::string before = LowerAsciiText(std::string_view(text).substr(0, number_begin - 1));
  for (const std::string_view word : {" no.", " nr.", "(cod.", " cod.", "(cód.", " cód.", " num.", " núm."})
    if (before.ends_with(word)) text[number_begin - 2] = ' ';
  for (const std::string_view sign : {" nº", " n°", " n.º", " №"})
    if (before.ends_with(sign)) std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(number_begin - 1 - sign.size()), sign.size(), ' ');
}

// "The error code that was returned is 13868.": in any language the number ends a sentence that speaks of a code.
bool EndsSentenceOfCode(const TokenList& tokens, int number_token) {
  constexpr int kMostWords = 10;
  bool has_code = false;
  bool has_error = false;
  int words = 0;
  for (int i = number_token - 1; i >= 0 && words < kMostWords; --i) {
    const char punct = tokens.Punct(i);
    if (punct == '.' || punct == ';' || punct == '|') break;
    const std::string_view word = tokens.text(i);
    if (tokens.IsWord(i) && IsDigit(word[0])) break;
    if (!tokens.IsWord(i)) continue;
    ++words;
    has_error = has_error || IsStrongErrorWord(word);
    for (const std::string_view code : {"code", "cod", "codigo", "codice", "codul", "kod", "kode", "koodi", "код"}) has_code = has_code || word == code || word.ends_with("code");
  }
  return has_code && has_error;
}

// Words for what went wrong, directly behind a number, that the engine leaves to the reader: "809异常".
bool IsPairedErrorAfter(std::string_view run) {
  for (const std::string_view word : {"异常", "異常", "錯", "错"})
    if (run.starts_with(word)) return true;
  return false;
}

Judgement JudgeWords(const View& view, const NumberAt& number) {
  const Sentence sentence = SentenceAround(view, number, kWordsBefore, kWordsAfter);
  std::string text = Unescaped(CutAtColumns(sentence.text, number.end - sentence.begin));
  CloseAbbreviation(text, number.begin - sentence.begin);
  for (std::size_t i = number.begin - sentence.begin; i > 0 && (text[i - 1] == '*' || text[i - 1] == '`'); --i) text[i - 1] = ' ';
  const TokenList tokens(text);
  const auto begin = static_cast<std::uint32_t>(number.begin - sentence.begin);
  const auto end = static_cast<std::uint32_t>(number.end - sentence.begin);
  Number read;
  read.begin_token = -1;
  for (int i = 0; i < tokens.size(); ++i) {
    if (tokens[i].begin == begin) read.begin_token = i;
    if (tokens[i].end == end) read.end_token = i + 1;
  }
  if (read.begin_token < 0 || read.end_token <= read.begin_token) return {Place::kNotACode, false};
  read.notation = number.form == NumberForm::kShortHex || number.form == NumberForm::kLongHex ? Notation::kExplicitHex
                                                                                               : Notation::kDecimal;
  read.digit_count = static_cast<int>(end - begin);
  read.value = DecimalValue(view.Slice(number.begin, number.end));
  Judgement judgement{PlaceOf(tokens, read), false};

  // A list: "errors 789, 809 and 13801" is announced once.
  int first = read.begin_token;
  while (judgement.place == Place::kPlain && first > 1) {
    int i = first - 1;
    while (i > 0 && (tokens.IsBlank(i) || tokens.IsPunct(i, ',') || tokens.IsPunct(i, '/') || tokens.Word(i) == "and" || tokens.Word(i) == "or" || tokens.Word(i) == "not")) --i;
    const std::string_view word = tokens.Word(i);
    const bool is_code_like = word.size() >= 3 && word.size() <= 10 && word.find_first_not_of("0123456789") == std::string_view::npos;
    if (i == first - 1 || !is_code_like) break;
    first = i;
    Number other = read;
    other.begin_token = i;
    other.end_token = i + 1;
    other.digit_count = static_cast<int>(word.size());
    other.value = DecimalValue(word);
    const Place place = PlaceOf(tokens, other);
    if (place == Place::kAnnounced) judgement.place = place;
    else if (place != Place::kPlain) break;
  }

  const int after = tokens.IsBlank(read.end_token) ? read.end_token + 1 : read.end_token;
  if (judgement.place == Place::kPlain && tokens.IsPaired(after) && IsPairedErrorAfter(tokens.text(after))) {
    judgement.place = Place::kAnnounced;
    judgement.is_strongly_announced = true;
  }

  // "The reason code returned on termination is 829": event 20226 of RasClient. "exit code 13801": the engine, asked for
  // nothing else, takes it for any program's; here the rest of the line is to decide.
  if (judgement.place == Place::kPlain) {
    std::string before = LowerAsciiText(view.Before(number.begin, 40));
    const bool is_returned = ContainsAny(before, {"code returned on"});
    before.erase(before.find_last_not_of(" :=('\"") + 1);
    const bool is_of_program = before.ends_with("exit code") || before.ends_with("status code") || before.ends_with("response code");
    // "FullyQualifiedErrorId : VPN 838,Set-VpnConnection"
    const bool is_of_cmdlet = view[number.end] == ',' && IsLetter(view[number.end + 1]) && ContainsAny(before, {"errorid"});
    // "Rückgabewert 809"
    const bool is_return_value = ContainsAny(before, {"ckgabewert", "ckgabecode", "valeur de retour", "valor devuelto", "valor de retorno"});
    if (is_returned || is_of_program || is_of_cmdlet || is_return_value) judgement.place = Place::kAnnounced;
    judgement.is_strongly_announced = is_of_cmdlet;
    const char right = view[number.end];
    const bool ends = right == '\n' || right == '\r' || (right == '.' && IsBlankByte(view[number.end + 1]));
    if (judgement.place == Place::kPlain && ends && EndsSentenceOfCode(tokens, read.begin_token)) judgement = {Place::kAnnounced, true};
  }

  int words = 0;
  for (int i = first - 1; i >= 0 && words < 4 && !judgement.is_strongly_announced; --i) {
    if (tokens.IsPaired(i)) judgement.is_strongly_announced = IsStrongErrorWord(tokens.text(i));
    if (!tokens.IsWord(i)) continue;
    ++words;
    judgement.is_strongly_announced = IsStrongErrorWord(tokens.text(i));
  }
  if ((tokens.IsWord(after) || tokens.IsPaired(after)) && IsStrongErrorWord(tokens.text(after))) judgement.is_strongly_announced = true;

  // rasdial in any language: "Erreur d'accès à distance 789 - La tentative …".
  const std::string_view rest = view.After(number.end, 3);
  constexpr int kTitle = 7;
  if (judgement.place == Place::kPlain && rest == " - ") {
    int title = 0;
    bool has_error = false;
    for (int i = first - 1; i >= 0 && title <= kTitle; --i) {
      if (!tokens.IsWord(i) && !tokens.IsPaired(i)) continue;
      ++title;
      has_error = has_error || IsStrongErrorWord(tokens.text(i));
    }
    if (has_error) judgement = {Place::kAnnounced, HasVpnWord(LowerAsciiText(view.Before(number.begin, 64)))};
  }
  return judgement;
}

bool IsInBrackets(const View& view, const NumberAt& number) {
  if (view.Before(number.begin, 3) == "（" && view.After(number.end, 3) == "）") return true;
  return view[number.begin - 1] == '(' && view[number.begin - 2] == ' ' && view[number.end] == ')';
}

// The word before a number, without what stands between: "failures" of "failures: 691".
std::string WordBefore(const View& view, std::size_t end) {
  for (int i = 0; i < 40 && (view[end - 1] == ' ' || view[end - 1] == '\t' || view[end - 1] == ':' || view[end - 1] == '=' || view[end - 1] == '"'); ++i) --end;
  std::size_t begin = end;
  while (end - begin < 24 && IsWordByte(view[begin - 1])) --begin;
  return LowerAsciiText(view.Slice(begin, end));
}

// As WordBefore, of a call too: "rasdial" of "RasDial() = 13806".
std::string NameBefore(const View& view, std::size_t end) {
  while (view[end - 1] == ' ' || view[end - 1] == '=') --end;
  return WordBefore(view, view.Before(end, 2) == "()" ? end - 2 : end);
}

// The word behind a number.
std::string WordAfter(const View& view, std::size_t begin) {
  while (view[begin] == ' ') ++begin;
  std::size_t end = begin;
  while (end - begin < 24 && IsWordByte(view[end])) ++end;
  return LowerAsciiText(view.Slice(begin, end));
}

bool IsCodeSize(std::string_view word) {
  return word.size() >= 3 && word.size() <= 5 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Numbers of the size of a code in a row with this one: "809, 13801, 13806", "789 and 13801".
struct CodeList {
  std::size_t begin;
  int size;
};
CodeList ListAround(const View& view, const NumberAt& number) {
  constexpr int kLongest = 8;
  const auto is_joint = [](std::string_view text) {
    return text == ", " || text == "," || text == "/" || text == " and " || text == " or " || text == " und " || text == " & ";
  };
  CodeList list{number.begin, 1};
  for (; list.size < kLongest; ++list.size) {
    std::size_t end = list.begin;
    while (list.begin - end < 6 && !IsDigit(view[end - 1]) && view[end - 1] != '\n') --end;
    std::size_t begin = end;
    while (end - begin < 6 && IsDigit(view[begin - 1])) --begin;
    if (!is_joint(view.Slice(end, list.begin)) || !IsCodeSize(view.Slice(begin, end)) || IsWordByte(view[begin - 1])) break;
    list.begin = begin;
  }
  for (std::size_t last = number.end; list.size < kLongest; ++list.size) {
    std::size_t begin = last;
    while (begin - last < 6 && !IsDigit(view[begin]) && view[begin] != '\n') ++begin;
    std::size_t end = begin;
    while (end - begin < 6 && IsDigit(view[end])) ++end;
    if (!is_joint(view.Slice(last, begin)) || !IsCodeSize(view.Slice(begin, end)) || IsWordByte(view[end])) break;
    last = end;
  }
  return list;
}

// "Total errors: 13801", "Authentication Failures 809", "Send fail 691": how often, not which; but "errors 789, 809".
bool IsCounted(const View& view, const NumberAt& number, const std::string& line) {
  const CodeList list = ListAround(view, number);
  const std::string word = WordBefore(view, list.begin);
  if (word == "failures" || word == "fail" || word == "fails" || word == "exceptions") return true;
  if (word == "errors" || word == "erros" || word == "errori" || word == "erreurs" || word == "errores") return list.size < 2;
  return word == "failed" && !HasVpnWord(line);
}

// "gives", "shows", "appears" in other languages.
bool IsForeignReport(std::string_view word) {
  constexpr std::string_view kReports[] = {
      "affiche", "aparece", "appare", "bekomme", "bekommen", "bringt", "da", "erhalte", "erscheint", "kommt", "meldet", "mostra", "muestra",
      "obtiens", "renvoie", "sale", "zeigt", "выдавать", "выдает", "выдаёт", "вылетает", "выскакивает", "пишет", "показывает", "получаю",
  };
  return std::find(std::begin(kReports), std::end(kReports), word) != std::end(kReports);
}

// What people write of a code they have met: "shows 809", "VPN said 13801.", "if you see 13806 the …".
bool IsReported(const View& view, const NumberAt& number) {
  const char left = view[number.begin - 1];
  // "变成 809", "就是13801，"
  for (const std::string_view word : {"是", "成", "成了", "出现", "出現", "显示", "顯示", "提示"})
    if (view.Before(left == ' ' ? number.begin - 1 : number.begin, word.size()) == word) return true;
  if (left != ' ' && left != '"' && left != '\'') return false;
  const std::string before = WordBefore(view, left == ' ' ? number.begin - 1 : number.begin - 2);
  constexpr std::string_view kReports[] = {"get", "gets", "getting", "gave", "gives", "got", "had", "have", "is", "not", "reported", "reports",
                                           "returns", "said", "says", "see", "seeing", "seen", "show", "shows", "still", "throwing", "throws", "was", "with"};
  const bool is_instead = before == "of" && LowerAsciiText(view.Before(number.begin, 11)) == "instead of ";
  if (!is_instead && std::find(std::begin(kReports), std::end(kReports), before) == std::end(kReports) && !IsForeignReport(before)) return false;
  const char right = view[number.end];
  if (right != ' ') return right == '.' || right == '\n' || right == '\r' || right == ',' || right == '"' || right == '\'' || right == ')' || right == '?';
  constexpr std::string_view kGoesOn[] = {"again", "and", "as", "at", "because", "but", "every", "for", "from", "here", "if", "in", "instead",
                                          "is", "now", "on", "or", "since", "so", "the", "then", "there", "too", "when", "which", "with"};
  const std::string after = WordAfter(view, number.end);
  return std::find(std::begin(kGoesOn), std::end(kGoesOn), after) != std::end(kGoesOn);
}

// "809 is usually the firewall. 789 means another key.": a sentence about the code.
bool IsSubject(const View& view, const NumberAt& number) {
  const std::string_view before = view.Before(number.begin, 3);
  const bool begins = view[number.begin - 1] == '\n' || before.ends_with(". ") || before == "。" || before == "；";
  if (!begins) return false;
  const std::string_view after = view.After(number.end, 24);
  if (!after.starts_with(' ')) return false;
  for (const std::string_view verb : {"is ", "means ", "usually ", "indicates ", "一般", "是", "表示", "は", "ist ", "bedeutet ", "significa ", "signifie "})
    if (after.substr(1).starts_with(verb)) return true;
  return false;
}

// "getting 809 on the VPN": whoever says so needs no word of failure beside it.
bool IsReportedByPeople(const View& view, const NumberAt& number) {
  const std::string before = WordBefore(view, number.begin);
  constexpr std::string_view kReports[] = {"get", "gets", "getting", "got", "gives", "says", "said", "seeing", "shows", "throwing", "throws"};
  const bool is_report = std::find(std::begin(kReports), std::end(kReports), before) != std::end(kReports) || IsForeignReport(before);
  return is_report && IsReported(view, number);
}

// Whether a line is a sentence, as far as can be told: it begins with a word, and holds nothing of a log.
bool IsProse(const View& view, const NumberAt& number) {
  const std::size_t begin = view.LineBegin(number.begin);
  if (number.begin - begin > 200) return false;
  const std::string_view line = view.Slice(begin, std::min(view.LineEnd(number.end), number.end + 60));
  if (line.find_first_of("=<{}[]|\\_\t#@$") != std::string_view::npos || std::count(line.begin(), line.end(), ' ') < 3) return false;
  const std::string_view first = line.substr(0, line.find(' '));
  return number.begin == begin || std::none_of(first.begin(), first.end(), [](char c) { return IsDigit(c) || c == '/' || c == '('; });
}

// "the 13806 too", "13868 is gone": a number that is spoken of, not one that counts or names something else.
enum class Spoken { kEither, kBoth };  // by the word before or behind it, or by both
bool IsSpokenOf(const View& view, const NumberAt& number, Spoken asked = Spoken::kEither) {
  const char left = view[number.begin - 1];
  const char right = view[number.end];
  if ((left != ' ' && left != '\n') || !IsProse(view, number)) return false;
  const bool is_closed = std::string_view(".,;:!?").find(right) != std::string_view::npos && IsBlankByte(view[number.end + 1]);
  if (right != ' ' && !is_closed && right != '\n' && right != '\r') return false;
  constexpr std::string_view kBefore[] = {"a", "also", "an", "and", "find", "fixed", "for", "found", "from", "have", "in", "into", "is", "no",
                                          "or", "same", "see", "still", "that", "the", "then", "this", "to", "with"};
  constexpr std::string_view kAfter[] = {"again", "and", "are", "because", "for", "from", "here", "if", "is", "means", "on", "or", "since",
                                         "that", "then", "too", "was", "when", "with"};
  const std::string before = left == ' ' ? WordBefore(view, number.begin) : "";
  const std::string after = right == ' ' ? WordAfter(view, number.end) : "";
  const bool is_told_before = std::find(std::begin(kBefore), std::end(kBefore), before) != std::end(kBefore);
  const bool is_told_after = std::find(std::begin(kAfter), std::end(kAfter), after) != std::end(kAfter);
  return asked == Spoken::kBoth ? is_told_before && is_told_after : is_told_before || is_told_after;
}

// Codes that are named once are mentioned again without a word: "Error 13868 on the device tunnel. 13868 is gone now."
bool IsNamedNearby(const View& view, const NumberAt& number) {
  if (!IsSpokenOf(view, number)) return false;
  const std::string_view digits = view.Slice(number.begin, number.end);
  const std::string near = LowerAsciiText(view.Slice(number.begin - std::min<std::size_t>(number.begin - view.begin(), 2048), number.end + 1024));
  for (std::size_t at = near.find(digits); at != std::string::npos; at = near.find(digits, at + 1)) {
    const std::string_view before = std::string_view(near).substr(0, at);
    const std::size_t word = before.find_last_not_of(" :=(");
    if (word == std::string_view::npos || word + 1 == before.size()) continue;
    const std::string_view named = before.substr(0, word + 1);
    for (const std::string_view name : {"error", "error code", "fehler", "fehlercode", "erreur", "ошибка", "ошибки", "错误", "エラー", "오류", "failure is"})
      if (named.ends_with(name)) return true;
  }
  return false;
}

// "%%13825": the Service Control Manager's way to name a message of the system.
bool IsInsertedMessage(const View& view, const NumberAt& number, const std::string& line) {
  return view.Before(number.begin, 2) == "%%" && ContainsAny(line, {"error", "fehler", "erreur"});
}

// The last number of a line of RasClient: events 20226 and 20227 end with their code, in every language.
bool EndsEventOfRasClient(const View& view, const NumberAt& number) {
  const std::size_t line_end = view.LineEnd(number.end);
  if (line_end - number.end > 24) return false;
  const std::size_t line_begin = WrappedBegin(view, view.LineBegin(number.begin));
  const std::string_view before = view.Slice(line_begin, number.begin);
  const bool is_event = before.find("CoId={") != std::string_view::npos || before.find("CoID={") != std::string_view::npos ||
                        (before.find("RasClient") != std::string_view::npos &&
                         (before.find("20227") != std::string_view::npos || before.find("20226") != std::string_view::npos));
  const char left = view[number.begin - 1];
  if (!is_event || (left != ' ' && left != ':' && left != '"' && static_cast<signed char>(left) >= 0)) return false;
  for (std::size_t i = number.end; i < line_end; ++i)
    if (IsDigit(view[i]) || IsLetter(view[i])) return false;
  return true;
}

// Texts of rasdial and of the authentication protocol (RFC 2759, section 6) around a RAS number.
bool IsInRasText(const View& view, const NumberAt& number) {
  if (LowerAsciiText(view.Before(number.begin, 21)) == "error messages, then ") return true;
  if (view.Before(number.begin, 2) != "E=") return false;
  return view.After(number.end, 3) == " R=" || HasWordFrom(LowerAsciiText(view.Before(number.begin, 48)), {"chap", "ms-chap", "mschap"});
}

// "RasDial(…) -> 13801"
bool IsBehindArrow(const View& view, const NumberAt& number) {
  const std::string_view arrow = view.Before(number.begin, 3);
  return (arrow == "-> " || arrow == "=> ") && view[number.begin - 4] == ' ' && !IsDigit(view[number.begin - 5]);  // no ports
}

bool MeansRasError(const View& view, const NumberAt& number, FieldKind field) {
  if (field == FieldKind::kOther) return false;
  if (field == FieldKind::kError) return true;
  if (IsInRasText(view, number) || EndsEventOfRasClient(view, number)) return true;
  if (IsProcessOrLine(view, number)) return false;
  const std::string line = LineAround(view, number);
  if (field != FieldKind::kStatus) {
    const Judgement judgement = JudgeWords(view, number);
    if (judgement.place == Place::kNotACode || judgement.place == Place::kDoubtful || IsCounted(view, number, line)) return false;
    if (IsCountOfErrors(view, number)) return false;
    if (judgement.place == Place::kPlain) {
      // "Client failed to connect (809)", "no error text, but the log of the VPN shows 809"
      if (HasForeignWord(line)) return false;
      const bool is_of_vpn = HasVpnWord(line) || IsBelowVpnWords(view, number);
      if (ListAround(view, number).size >= 3 && HasErrorWord(line) && HasVpnWord(line)) return true;
      if (IsInBrackets(view, number)) return HasErrorWord(line) && (is_of_vpn || HasWordFrom(line, {"connect"}));
      if (IsBehindArrow(view, number)) return HasVpnWord(line) && view.LineEnd(number.end) - number.end <= 1;
      if (!is_of_vpn) return false;
      // "800/809 are what you expect then"
      const bool is_pair = (view[number.begin - 1] == '/' || view[number.end] == '/') && ListAround(view, number).size >= 2;
      return IsSubject(view, number) || IsNamedNearby(view, number) || IsSpokenOf(view, number, Spoken::kBoth) || (is_pair && IsProse(view, number)) ||
             (IsReported(view, number) && (HasErrorWord(line) || IsReportedByPeople(view, number)));
    }
    if (judgement.is_strongly_announced && !HasForeignWord(line) && !HasForeignId(view.Slice(view.LineBegin(number.begin), number.begin))) return true;
  }
  if (HasForeignWord(line)) return false;
  if (HasVpnWord(line) || IsInVpnEvent(view, number.begin)) return true;
  if (IsProse(view, number) && HasErrorWord(line) && IsBelowVpnWords(view, number)) return true;
  // "dwResult: 870": a DWORD of Windows.
  if (WordBefore(view, number.begin).starts_with("dw") && HasErrorWord(line) && IsBelowVpnWords(view, number)) return true;
  // "Process completed with exit code 809." below what rasdial printed
  constexpr std::size_t kNear = 1200;
  const std::string near = LowerAsciiText(view.Before(number.begin, kNear));
  return near.find("error " + std::string(view.Slice(number.begin, number.end))) != std::string::npos && HasVpnWord(near);
}

// 0x329 is a code of RAS only where one speaks of VPN and of what failed.
bool MeansRasErrorInHex(const View& view, const NumberAt& number, FieldKind field) {
  if (field == FieldKind::kOther || number.form == NumberForm::kBareHex) return false;
  const std::string line = LineAround(view, number);
  if (!HasErrorWord(line) || (!HasVpnWord(line) && !IsBelowVpnWords(view, number))) return false;
  return field == FieldKind::kError || field == FieldKind::kStatus || JudgeWords(view, number).place == Place::kAnnounced;
}

bool IsShortBareHex(const NumberAt& number) { return number.form == NumberForm::kBareHex && number.end - number.begin == 4; }

// "isadb_set_status sa:000C42B0 centry:00000000 status 35ed": Oakley.log. Four decimal digits are taken for
// hexadecimal ones only where the line has others.
bool IsBareStatus(const View& view, const NumberAt& number) {
  const FieldKind kind = KindOfField(WordBefore(view, number.begin));
  if (kind != FieldKind::kError && kind != FieldKind::kStatus) return false;
  const std::string_view digits = view.Slice(number.begin, number.end);
  if (!std::all_of(digits.begin(), digits.end(), IsDigit)) return true;
  const std::size_t line_begin = view.LineBegin(number.begin);
  const std::string_view before = view.Before(number.begin, std::min<std::size_t>(number.begin - line_begin, 120));
  return before.find(":000") != std::string_view::npos || before.find(" 000") != std::string_view::npos;
}

// "exit status 13801", "exitStatus=13801": what a program returned, of whatever system.
bool IsExitStatus(const View& view, const NumberAt& number) {
  return ContainsAny(LowerAsciiText(view.Before(number.begin, 20)), {"exit"});
}

// "player 13801 error desync": the number is the player's; but "a 13801 error", "Windows 13801 error".
bool IsNumberOfNoun(const View& view, const NumberAt& number) {
  if (view[number.begin - 1] != ' ' || view[number.end] != ' ' || !IsStrongErrorWord(WordAfter(view, number.end))) return false;
  const std::string before = WordBefore(view, number.begin);
  if (before.empty() || HasErrorWord(before)) return false;
  constexpr std::string_view kArticles[] = {"a", "an", "and", "as", "by", "das", "den", "der", "for", "get", "gets", "getting", "got", "have", "is", "l",
                                            "of", "on", "or", "same", "that", "the", "this", "to", "un", "une", "win32", "windows", "with"};
  return std::find(std::begin(kArticles), std::end(kArticles), before) == std::end(kArticles);
}

// Whether nothing but the words of its line make a number of five digits, or a short hexadecimal one, a code.
bool IsToldByLine(const View& view, const NumberAt& number, Place place) {
  const std::string line = LineAround(view, number);
  if (IsInsertedMessage(view, number, line)) return true;
  if (place == Place::kNotACode || IsAmount(view, number)) return false;
  if (place == Place::kAnnounced) {
    // "CN=13801 Error code: 13004"
    const bool has_name = view[number.begin - 1] == '=' && IsWordByte(view[number.begin - 2]);
    if (has_name && !HasErrorWord(WordBefore(view, number.begin))) return false;
    if (IsCounted(view, number, line)) return false;
    if (IsNumberOfNoun(view, number) && !HasVpnWord(line) && !IsBelowVpnWords(view, number)) return false;
    if (IsExitStatus(view, number) && !HasVpnWord(line) && !IsBelowVpnWords(view, number)) return false;
    const std::string_view before = view.Slice(view.LineBegin(number.begin), number.begin);
    return !(HasForeignWord(line) || HasForeignId(before)) || HasVpnWord(line) || view[number.begin - 1] == '(';
  }
  if (EndsEventOfRasClient(view, number) || IsInRasText(view, number)) return true;
  const bool is_large_hex = number.form == NumberForm::kBareHex && HexValue(view[number.begin]) >= 8;
  if (is_large_hex) return HasErrorWord(line) && !IsNamedOther(view, number);
  if (place == Place::kDoubtful || HasForeignWord(line)) return false;
  if (!HasVpnWord(line)) {
    return IsBelowVpnWords(view, number) &&
           (IsSubject(view, number) || IsReportedByPeople(view, number) || IsSpokenOf(view, number) ||
            ((IsReported(view, number) || (IsInBrackets(view, number) && IsProse(view, number))) && HasErrorWord(line)));
  }
  if (IsInBrackets(view, number)) return HasErrorWord(line);
  if (ListAround(view, number).size >= 3) return HasErrorWord(line);
  if (IsBehindArrow(view, number)) return true;
  // "RasDial = 13806", "VPN: 13801"
  const char left = view[number.begin - 1];
  const bool is_named = left == '=' || left == ':' || (left == ' ' && (view[number.begin - 2] == '=' || view[number.begin - 2] == ':'));
  const bool is_thread = view.After(number.end, 2) == ": ";  // "VpnService: 13801: tunnel is up"
  if (is_named) return HasVpnWord(NameBefore(view, number.begin)) && !IsDigit(view[number.begin - 2]) && !is_thread;
  return IsReported(view, number) || IsReportedByPeople(view, number) || IsSubject(view, number) || IsSpokenOf(view, number);
}

}  // namespace

bool IsInVpnEvent(const View& view, std::size_t begin) {
  // Only the text of an element counts; all else need not be searched.
  std::size_t near = begin;
  while (begin - near < 256 && view[near - 1] != '>' && view[near - 1] != '<') --near;
  if (view[near - 1] != '>') return false;
  const std::string_view before = view.Before(begin, View::kBefore);
  const std::size_t open = std::max<std::size_t>(before.rfind("<Event ") + 1, before.rfind("<Event>") + 1);
  const std::string_view event = before.substr(open == 0 ? 0 : open - 1);
  const std::size_t close = event.rfind("</Event>");
  if (open == 0 || close != std::string_view::npos) {
    // Of an event that was copied in part, the number may be there.
    const std::string_view part = event.substr(close == std::string_view::npos ? 0 : close);
    const std::string_view before_id = part.substr(0, std::min(part.rfind("</EventID>"), part.size()));
    const std::size_t provider = part.find("<Provider");
    const bool is_foreign = provider != std::string_view::npos && part.substr(provider, 40).find("Remote") == std::string_view::npos &&
                            part.substr(provider, 40).find("Ras") == std::string_view::npos;
    return before_id.size() < part.size() && !is_foreign && (before_id.ends_with(">20271") || before_id.ends_with(">20227"));
  }
  return ContainsAny(event, {"RasClient", "RemoteAccess", "RasMan", "RasSstp", "Rasman", "IKEEXT", "IKE", "IPsec", "IPSec",
                             "WFP", "VPN", "Vpn"});
}

bool IsReason(const View& view, std::size_t begin) {
  // "Message : Policy match error" of an error object, below its code.
  const std::string label = WordBefore(view, begin);
  if (label == "message" || label == "msg") {
    constexpr std::size_t kObject = 256;
    return ContainsAny(LowerAsciiText(view.Before(begin, kObject)), {"error", "exception"});
  }
  const std::size_t line_begin = WrappedBegin(view, view.LineBegin(begin));
  const std::string before = LowerAsciiText(view.Before(begin, std::min<std::size_t>(begin - line_begin, 256)));
  if (ContainsAny(before, {"reason", "error", "fail", "exception", "raison", "grund", "motivo", "причина"})) return true;
  if (before.ends_with("status ")) return HasVpnWord(before);
  // "Policy match error" as people cite it.
  if (before.ends_with('"')) return HasErrorWord(before) || HasVpnWord(before) || HasWordFrom(before, {"windows"});
  return false;
}

bool IsAnswerOfVpnTool(const View& view, std::size_t begin, std::size_t end) {
  if (view[begin - 1] != '\n') return false;
  while (view[end] == ' ' || view[end] == '\r' || view[end] == '.') ++end;
  if (view[end] != '\n') return false;
  constexpr std::size_t kNear = 512;
  const std::string near = LowerAsciiText(view.Before(begin, kNear));
  return HasVpnWord(near) || ContainsAny(near, {"helpmsg", "win32exception"});
}

namespace {

bool MeansErrorWhereItStands(const View& view, const NumberAt& number, const ScanCode& code, const ColumnHeader& header) {
  if (IsPartOfSomethingElse(view, number)) return false;
  const bool is_telling = number.form == NumberForm::kLongHex || (number.form == NumberForm::kLongDecimal && view[number.begin] == '-');
  if (is_telling) {
    if (IsNamedOther(view, number)) return false;
    if (view[number.begin - 1] == '>' && KindOfElement(view, number.begin - 1) == FieldKind::kOther) return false;
    // 0x80070329 is RAS 809 only where VPN is spoken of; elsewhere it is the Win32 code.
    return !IsRas(code) || HasVpnWord(LineAround(view, number));
  }
  if (IsShortBareHex(number)) return IsBareStatus(view, number);
  FieldKind field = KindInTable(view, number.begin, number.end);
  const bool is_in_table = field != FieldKind::kUnnamed;
  // Most numbers of a log are columns: they cost no look at the words.
  const Neighbours neighbours = NeighboursOf(view, number);
  const bool is_column = neighbours.has_number_before && !neighbours.has_word_after;
  if (is_column && header.empty() && !is_in_table) return false;
  // "10:15:02,809 Info": a fraction, unless there are columns.
  const bool is_fraction = view[number.begin - 1] == ',' && IsDigit(view[number.begin - 2]);
  if (is_fraction && IsRas(code) && header.empty() && !is_in_table) return false;
  if (!is_in_table) field = KindOfNamedField(view, number);
  if (field == FieldKind::kUnnamed) {
    field = KindOfColumn(view, number, header);
    if (field == FieldKind::kNeutral) return false;  // a column with another name
  }
  if (field == FieldKind::kNeutral && view[number.begin - 1] == '>') return false;  // <weight>, <uint16>
  if (IsRas(code)) {
    if (const std::optional<NumberAt> other = SameNumberBefore(view, number, code.value)) return MeansErrorWhereItStands(view, *other, code, header);
    return number.form == NumberForm::kDecimal ? MeansRasError(view, number, field) : MeansRasErrorInHex(view, number, field);
  }
  if (field == FieldKind::kOther) return false;
  if (is_in_table && field == FieldKind::kError) return true;
  if (field == FieldKind::kError || field == FieldKind::kStatus) {
    const std::string line = LineAround(view, number);
    if (HasWordFrom(line, {"sql", "mysql", "oracle", "jdbc", "abap"}) && !HasVpnWord(line)) return false;
    if (IsExitStatus(view, number) && !HasVpnWord(line) && !IsBelowVpnWords(view, number)) return false;
    // "error: 13868 ms", "error: 13801 of 13868 files"
    const bool is_read_on = neighbours.has_word_after && number.form == NumberForm::kDecimal;
    return !is_read_on || (!IsAmount(view, number) && JudgeWords(view, number).place != Place::kNotACode);
  }
  if (IsBesideItsName(view, number, code)) return true;
  if (IsProcessOrLine(view, number)) return false;
  if (const std::optional<NumberAt> other = SameNumberBefore(view, number, code.value)) return MeansErrorWhereItStands(view, *other, code, header);
  const Place place = JudgeWords(view, number).place;
  const bool is_free = !HasBarOnOneSide(view, number) && !neighbours.has_number_before && !neighbours.has_number_after;
  return (is_free || place == Place::kAnnounced) && IsToldByLine(view, number, place);
}

// Whether a line is written by a person, and not in English: words, few numbers, nothing of a log.
bool IsForeignTalk(const View& view, const NumberAt& number) {
  constexpr std::size_t kNear = 160;
  const std::size_t begin = std::max(view.LineBegin(number.begin), number.begin - std::min(number.begin, kNear));
  const std::string_view line = view.Slice(begin, std::min(view.LineEnd(number.end), number.end + kNear));
  std::size_t letters = 0, foreign = 0, digits = 0, words = 0, marks = 0;
  bool was_letter = false;
  for (const char c : line) {
    const bool is_foreign = static_cast<signed char>(c) < 0;
    const bool is_letter = IsLetter(c) || is_foreign;
    words += is_letter && !was_letter;
    letters += is_letter;
    foreign += is_foreign;
    digits += IsDigit(c);
    marks += std::string_view("{}<>|=_\\;@").find(c) != std::string_view::npos;
    was_letter = is_letter;
  }
  return foreign > 0 && words >= 2 && letters >= 12 && digits * 3 <= letters && marks <= 2;
}

// "13801 рубль", "809 円", "809 s": an amount in another language, or one that is written alike in most.
bool IsForeignAmount(const View& view, const NumberAt& number) {
  std::size_t begin = number.end;
  if (view[begin] == ' ') ++begin;
  const std::string after = LowerAsciiText(view.After(begin, 16));
  constexpr std::string_view kUnits[] = {"bajt", "bit", "byte", "gb", "jour", "kb", "mb", "messag", "mensaj", "mensag", "min", "ms", "nachricht", "octet",
                                         "okt", "paket", "paquet", "pacot", "sec", "seg", "sek", "tag", "байт", "бит", "дн", "мб", "мин", "мс", "пакет",
                                         "раз", "руб", "сек", "сообщ", "円", "元", "分", "台", "回", "次", "人", "件", "個", "个", "条", "秒", "日", "字节", "バイト"};
  for (const std::string_view unit : kUnits)
    if (after.starts_with(unit)) return true;
  return after.starts_with("s,") || after.starts_with("s ") || after.starts_with("h ") || after.starts_with("€");
}

// Whether no noun follows that the number could count: a mark, the end of the line, a verb of coming and going, or
// a character of Chinese, Japanese or Korean.
bool EndsPhrase(const View& view, const NumberAt& number) {
  if (view[number.end] != ' ') return true;
  const char next = view[number.end + 1];
  if (!IsLetter(next) && !IsDigit(next) && static_cast<signed char>(next) >= 0) return true;   // "Le 13868 = …", "809 - …"
  if (static_cast<unsigned char>(next) >= 0xE3) return true;   // U+3000 and above
  const std::string after = LowerAsciiText(view.After(number.end + 1, 24));
  constexpr std::string_view kVerbs[] = {"aparece", "appara", "appare ", "desaparece", "dispara", "erscheint", "kommt ", "sale ", "scompare", "significa",
                                         "signifie", "verschwind", "была", "было", "значит", "исчез", "не ", "осталась", "пропал", "уйд", "ушел", "ушла", "ушёл"};
  return std::any_of(std::begin(kVerbs), std::end(kVerbs), [&](std::string_view verb) { return after.starts_with(verb); });
}

// "№ 13801", "番号 13801", "Chamado 13801: …", "transmission : 13801": a number that something has, or a field.
bool IsNumberOfSomething(const View& view, const NumberAt& number) {
  std::size_t end = number.begin;
  while (number.begin - end < 4 && view[end - 1] == ' ') --end;
  std::size_t noun = end;   // "Rechnung 13801": nouns are written so in German
  while (end - noun < 24 && (IsLetter(view[noun - 1]) || static_cast<signed char>(view[noun - 1]) < 0)) --noun;
  if (end - noun >= 4 && IsUpperLetter(view[noun])) return true;
  for (const std::string_view sign : {":", "№", "º", "°", "号", "號", "番", "#", "=", "номер"})
    if (view.Before(end, sign.size()) == sign) return true;
  if (view[number.end] != ':' || view[number.end + 1] != ' ') return false;
  const std::string_view before = view.Slice(view.LineBegin(number.begin), number.begin);
  return std::count(before.begin(), before.end(), ' ') <= 1;
}

// "now error 809 instead of 789", "789 or 809": beside a number that is told.
bool IsBesideTold(const View& view, const NumberAt& number, const InputContext& input) {
  constexpr std::string_view kJoints[] = {" & ", "; ", " and ", " after ", " e ", " et ", " instead of ", " nach ", " o ", " oder ", " or ", " ou ", " puis ", " rather than ",
                                          " statt ", " then ", " to ", " und ", " vs ", " vs. ", " y ", "/", " -> ", " → ", " и ", " или "};
  const auto is_told = [&](std::string_view digits) {
    return std::any_of(input.told.begin(), input.told.end(), [&](const ScanCode* code) { return std::to_string(code->value) == digits; });
  };
  for (const std::string_view joint : kJoints) {
    if (view.Before(number.begin, joint.size()) == joint) {
      const std::size_t end = number.begin - joint.size();
      std::size_t begin = end;
      while (end - begin < 6 && IsDigit(view[begin - 1])) --begin;
      if (!IsWordBefore(view, begin) && is_told(view.Slice(begin, end))) return true;
    }
    if (view.After(number.end, joint.size()) == joint) {
      const std::size_t begin = number.end + joint.size();
      std::size_t end = begin;
      while (end - begin < 6 && IsDigit(view[end])) ++end;
      if (!IsWordAt(view, end) && is_told(view.Slice(begin, end))) return true;
    }
  }
  return false;
}

// "so Windows cannot build the chain -> 13801", "13801 = cert"
bool IsEquated(const View& view, const NumberAt& number) {
  const std::string_view before = view.Before(number.begin, 5);
  const bool is_result = (before.ends_with(" -> ") || before.ends_with(" => ")) && IsLetter(before[0]);
  const bool is_explained = view.After(number.end, 3) == " = " && IsLetter(view[number.end + 3]) && !IsWordBefore(view, number.begin);
  return is_result || is_explained;
}

// "809 和 789 交替出现", "13868 puis 13801": a code that the input tells elsewhere, between words.
bool IsMentionedAgain(const View& view, const NumberAt& number, const ScanCode& code, const InputContext& input) {
  if (input.told.empty() || number.form != NumberForm::kDecimal || view[number.begin] == '-') return false;
  const bool is_told = std::find(input.told.begin(), input.told.end(), &code) != input.told.end();
  // "现在是 691": another one may be reported where some were told.
  if (!is_told && !IsSubject(view, number) && !IsReported(view, number) && !IsInBrackets(view, number) && !IsBesideTold(view, number, input)) return false;
  if (IsPartOfSomethingElse(view, number) || IsAmount(view, number) || IsProcessOrLine(view, number)) return false;
  if (!IsForeignTalk(view, number)) {
    const Spoken asked = IsRas(code) ? Spoken::kBoth : Spoken::kEither;
    const bool is_spoken_of = is_told && (IsSpokenOf(view, number, asked) || IsEquated(view, number));
    return (is_spoken_of || IsBesideTold(view, number, input)) && JudgeWords(view, number).place != Place::kNotACode;
  }
  const char left = view[number.begin - 1];
  const char right = view[number.end];
  const auto is_gap = [](char c, std::string_view marks) { return static_cast<signed char>(c) < 0 || marks.find(c) != std::string_view::npos; };
  if (!is_gap(left, " \n(/,") || !is_gap(right, " \n\r.,:?!)/-")) return false;
  if (left == '(' && IsWordByte(view[number.begin - 2])) return false;   // "main.cc(809)"
  if (right == '-' && !IsWordAt(view, number.end + 1)) return false;     // but "720-я"
  if (right == ',' && IsDigit(view[number.end + 1])) return false;       // "809,00 EUR"
  if (IsForeignAmount(view, number) || IsNumberOfSomething(view, number) || HasForeignWord(LineAround(view, number))) return false;
  if (!EndsPhrase(view, number) && !IsBesideTold(view, number, input)) return false;
  return KindOfNamedField(view, number) != FieldKind::kOther && JudgeWords(view, number).place != Place::kNotACode;
}

}  // namespace

bool MeansError(const View& view, const NumberAt& number, const ScanCode& code, const InputContext& input) {
  return MeansErrorWhereItStands(view, number, code, input.columns) || IsMentionedAgain(view, number, code, input);
}

}  // namespace errlookup
