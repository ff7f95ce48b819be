#include "lookup/engine/number_notation.h"

#include <string>
#include <string_view>

#include "lookup/base/ascii.h"
#include "lookup/engine/unusual_numbers.h"

namespace errlookup {
namespace {

bool IsAll(std::string_view text, bool (*is)(char)) {
  for (const char c : text)
    if (!is(c)) return false;
  return !text.empty();
}
bool IsDecimal(std::string_view text) { return IsAll(text, IsDigit); }
bool IsHex(std::string_view text) { return IsAll(text, IsHexDigit); }

// Digits of a literal collected from one or more tokens. Longer than any number of 64 bits: kept out.
class Digits {
 public:
  void Append(std::string_view digits) {
    for (const char c : digits) Append(c);
  }
  int size() const { return size_; }
  std::string_view view() const { return {buffer_, static_cast<std::size_t>(size_ < kMax ? size_ : kMax)}; }
  bool is_too_long() const { return size_ > kMax; }

 private:
  void Append(char c) {
    if (c == '_') return;
    if (size_ < kMax) buffer_[size_] = c;
    ++size_;
  }

  static constexpr int kMax = 40;
  char buffer_[kMax];
  int size_ = 0;
};

std::optional<std::uint64_t> Parse(const Digits& digits, unsigned base) {
  if (digits.is_too_long() || digits.size() == 0) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : digits.view()) {
    const auto digit = static_cast<unsigned>(HexValue(c));
    if (value > (~std::uint64_t{0} - digit) / base) return std::nullopt;
    value = value * base + digit;
  }
  return value;
}

std::optional<std::uint32_t> Reduce(std::optional<std::uint64_t> value) {
  if (!value) return std::nullopt;
  const auto low = static_cast<std::uint32_t>(*value);
  const auto high = static_cast<std::uint32_t>(*value >> 32);
  const bool is_sign_extended = high == 0xFFFFFFFF && (low >> 31) != 0;
  if (high != 0 && !is_sign_extended) return std::nullopt;
  return low;
}

std::optional<std::uint32_t> ReduceNegative(std::optional<std::uint64_t> magnitude) {
  if (!magnitude || *magnitude > 0x80000000u) return std::nullopt;
  const auto low = static_cast<std::uint32_t>(*magnitude);
  return low <= 0xFFFF ? low : 0u - low;
}

std::uint32_t SwapBytes(std::uint32_t v) {
  return v << 24 | (v & 0xFF00) << 8 | (v >> 8 & 0xFF00) | v >> 24;
}

// Without the suffixes of C: u, l, ul, lu, ull, llu.
std::string_view WithoutCSuffix(std::string_view text) {
  for (const std::string_view suffix : {"ull", "llu", "ul", "lu", "ll", "u", "l"})
    if (text.size() > suffix.size() && text.ends_with(suffix)) return text.substr(0, text.size() - suffix.size());
  return text;
}

bool HasOnlySingleUnderscores(std::string_view text) {
  return !text.starts_with('_') && !text.ends_with('_') && text.find("__") == std::string_view::npos;
}

bool IsDigitsWithUnderscores(std::string_view text, bool (*is)(char)) {
  for (const char c : text)
    if (c != '_' && !is(c)) return false;
  return !text.empty() && HasOnlySingleUnderscores(text);
}

std::optional<Number> ExplicitHex(int begin, int end, const Digits& digits) {
  const std::optional<std::uint32_t> value = Reduce(Parse(digits, 16));
  if (!value) return std::nullopt;
  Number number;
  number.begin_token = begin;
  number.end_token = end;
  number.notation = Notation::kExplicitHex;
  number.digit_count = digits.size();
  number.value = *value;
  return number;
}

// "0x13801" may be a decimal code with a prefix put before it by mistake.
void OfferDecimal(const Digits& digits, Number& number) {
  if (digits.size() > 5 || !IsDecimal(digits.view()) || digits.view()[0] == '0') return;
  number.other_value = Reduce(Parse(digits, 10));
}

// Tokens of a dump: blank- or punctuation-separated pairs of hex digits, as many as there are, at most 5.
struct ByteRun {
  int count = 0;
  int end_token = 0;
  std::uint32_t value = 0;  // most significant first
};
ByteRun ReadBytes(const TokenList& tokens, int i, std::string_view prefix) {
  ByteRun run;
  char separator = '\0';
  while (run.count < 5) {
    std::string_view byte = tokens.Word(i);
    if (!byte.starts_with(prefix)) break;
    byte.remove_prefix(prefix.size());
    if (byte.size() != 2 || !IsHex(byte)) break;
    Digits digits;
    digits.Append(byte);
    run.value = run.value << 8 | static_cast<std::uint32_t>(*Parse(digits, 16));
    ++run.count;
    run.end_token = ++i;
    if (run.count == 1) separator = tokens.IsBlank(i) ? ' ' : tokens.Punct(i);
    if (separator == ' ') {
      // A wider gap begins the text column of a dump.
      if (!tokens.IsBlank(i) || tokens[i].end - tokens[i].begin > 1) break;
    } else if (separator != ',' && separator != '-') {
      break;
    } else if (!tokens.IsPunct(i, separator)) {
      break;
    }
    ++i;
    if (separator == ',' && tokens.IsBlank(i)) ++i;
  }
  return run;
}

// Dumps are little-endian, as x86 memory is, unless the other order is the one that means something.
std::optional<Number> FourBytes(const TokenList& tokens, int begin, int first_byte, std::string_view prefix) {
  const ByteRun run = ReadBytes(tokens, first_byte, prefix);
  if (run.count != 4) return std::nullopt;
  return BytesNumber(begin, run.end_token, run.value);
}

// "{ 233, 53, 0, 0 }", "[233 53 7 128]": bytes as .NET and PowerShell print them. "i" is the first. Only what can be
// a code in either order is taken: small, or with the top bit of a failure.
std::optional<Number> ReadDecimalBytes(const TokenList& tokens, int i) {
  int before = i - 1;
  if (tokens.IsBlank(before)) --before;
  const char open = tokens.Punct(before);
  const char close = open == '{' ? '}' : open == '[' ? ']' : open == '(' ? ')' : '\0';
  if (close == '\0') return std::nullopt;
  std::uint32_t value = 0;
  int at = i;
  for (int count = 0; count < 4; ++count) {
    if (count > 0) {
      if (tokens.IsPunct(at, ',')) ++at;
      if (tokens.IsBlank(at)) ++at;
    }
    const std::string_view word = tokens.Word(at++);
    if (word.empty() || word.size() > 3 || !IsDecimal(word)) return std::nullopt;
    Digits digits;
    digits.Append(word);
    const auto byte = static_cast<std::uint32_t>(*Parse(digits, 10));
    if (byte > 0xFF) return std::nullopt;
    value = value << 8 | byte;
  }
  const int end = at;
  if (tokens.IsBlank(at)) ++at;
  const auto may_be_code = [](std::uint32_t v) { return v <= 0xFFFF || v >= 0x80000000; };
  if (!tokens.IsPunct(at, close) || !(may_be_code(value) || may_be_code(SwapBytes(value)))) return std::nullopt;
  return BytesNumber(i, end, value);
}

// After "0x" and its first digits: groups that complete 8 or 16 digits.
int ReadHexGroups(const TokenList& tokens, int i, Digits& digits) {
  if (tokens.IsPunct(i, '`') && tokens.Word(i + 1).size() == 8 && IsHex(tokens.Word(i + 1))) {  // WinDbg
    digits.Append(tokens.Word(i + 1));
    return i + 2;
  }
  const auto group_size = static_cast<std::size_t>(digits.size());
  if (group_size != 2 && group_size != 4) return i;
  Digits grouped = digits;
  int end = i;
  while (grouped.size() < 8) {
    if (!tokens.IsBlank(end) && !tokens.IsPunct(end, '\'')) return i;
    const std::string_view group = tokens.Word(end + 1);
    if (group.size() != group_size || !IsHex(group)) return i;
    grouped.Append(group);
    end += 2;
  }
  const bool runs_on = tokens.IsPunct(end, '-') || tokens.IsPunct(end, '/') || tokens.IsPunct(end, ':');
  if (runs_on && tokens.IsWord(end + 1)) return i;  // a date or a time follows
  digits = grouped;
  return end;
}

std::optional<Number> ReadPrefixed0x(const TokenList& tokens, int i) {
  std::string_view word = tokens.Word(i);
  if (!word.starts_with("0x")) return std::nullopt;
  if (word.size() == 4)
    if (const auto bytes = FourBytes(tokens, i, i, "0x"); bytes && !tokens.IsBlank(i + 1)) return bytes;
  word = WithoutCSuffix(word.substr(2));
  int end = i + 1;
  if (word.empty() && tokens.IsBlank(end)) {  // "0x 800732DF"
    word = tokens.Word(end + 1);
    end += 2;
    if (word.size() < 3) return std::nullopt;
  }
  if (!IsDigitsWithUnderscores(word, IsHexDigit)) return std::nullopt;
  Digits digits;
  digits.Append(word);
  end = ReadHexGroups(tokens, end, digits);
  std::optional<Number> number = ExplicitHex(i, end, digits);
  if (number) OfferDecimal(digits, *number);
  return number;
}

std::optional<Number> HexWord(int begin, int end, std::string_view word, std::size_t least) {
  if (word.size() < least || !IsHex(word)) return std::nullopt;
  Digits digits;
  digits.Append(word);
  return ExplicitHex(begin, end, digits);
}

bool IsHexLooking(std::string_view word) { return IsHex(word) && (word.size() == 8 || !IsDecimal(word)); }

// &H800732DF  $800732DF  #800732DF  \x800732DF
std::optional<Number> ReadPunctPrefixed(const TokenList& tokens, int i) {
  const std::string_view word = tokens.Word(i + 1);
  if (word.empty()) return std::nullopt;
  switch (tokens.Punct(i)) {
    case '&': {
      if (word[0] != 'h') return std::nullopt;
      const int end = tokens.IsPunct(i + 2, '&') ? i + 3 : i + 2;
      return HexWord(i, end, word.substr(1), 1);
    }
    case '$': return HexWord(i, i + 2, word, 4);
    case '#': return IsHexLooking(word) ? HexWord(i, i + 2, word, 4) : std::nullopt;
    case '\\': return word[0] == 'x' ? HexWord(i, i + 2, word.substr(1), 2) : std::nullopt;
    default: return std::nullopt;
  }
}

// dword:000035e9  hex:e9,35,00,00  16'h32DF
std::optional<Number> ReadWordPrefixed(const TokenList& tokens, int i) {
  const std::string_view word = tokens.Word(i);
  const std::string_view next = tokens.Word(i + 2);
  if (next.empty()) return std::nullopt;
  if (tokens.IsPunct(i + 1, ':')) {
    if (word == "dword") return HexWord(i, i + 3, next, 1);
    if (word == "hex") return FourBytes(tokens, i, i + 2, "");
  }
  if (tokens.IsPunct(i + 1, '\'') && IsDecimal(word) && next[0] == 'h') return HexWord(i, i + 3, next.substr(1), 1);
  return std::nullopt;
}

// x800732DF and 32DFh.
std::optional<Number> ReadAffixed(const TokenList& tokens, int i) {
  const std::string_view word = tokens.Word(i);
  if (word[0] == 'x') return HexWord(i, i + 1, word.substr(1), 4);
  if (word.ends_with('h') && IsDigit(word[0])) return HexWord(i, i + 1, word.substr(0, word.size() - 1), 3);
  return std::nullopt;
}

// "0000: DF 32 07 80", a line of binary data in the Event Viewer; "0000  DF 32 07 80" of other tools.
std::optional<Number> ReadDumpLine(const TokenList& tokens, int i) {
  const std::string_view offset = tokens.Word(i);
  if (offset.size() < 4 || offset.size() > 8 || !IsHex(offset)) return std::nullopt;
  if (tokens.IsPunct(i + 1, ':') && tokens.IsBlank(i + 2)) return FourBytes(tokens, i, i + 3, "");
  const bool has_wide_gap = tokens.IsBlank(i + 1) && tokens[i + 1].end - tokens[i + 1].begin > 1;
  return has_wide_gap ? FourBytes(tokens, i, i + 2, "") : std::nullopt;
}

// "4 bytes of data: 00 00 35 f5", "code bytes: e9 35 00 00".
std::optional<Number> ReadNamedBytes(const TokenList& tokens, int i) {
  const std::string_view word = tokens.Word(i);
  if (word != "data" && word != "bytes" && word != "dump") return std::nullopt;
  if (!tokens.IsPunct(i + 1, ':') || !tokens.IsBlank(i + 2)) return std::nullopt;
  return FourBytes(tokens, i, i + 3, "");
}

bool IsGroup(std::string_view word) { return word.size() == 3 && IsDecimal(word); }

// Adds groups of three digits; returns the token after the last. With two groups the first has one or two
// digits, because "628,766" is two codes and "13,801" is one.
int ReadGroups(const TokenList& tokens, int i, bool is_signed, Digits& digits, Number& number, bool may_use_blanks) {
  const int first_size = digits.size();
  if (first_size > 3) return i;
  const char separator = tokens.IsBlank(i) ? ' ' : tokens.Punct(i);
  if (separator != ',' && separator != '.' && separator != '\'' && separator != ' ') return i;
  const bool is_breakable = separator == ' ' && !tokens[i].is_no_break;
  if (is_breakable && !may_use_blanks) return i;
  const auto is_separator = [&](int at) { return separator == ' ' ? tokens.IsBlank(at) : tokens.IsPunct(at, separator); };

  Digits grouped = digits;
  int end = i;
  int group_count = 1;
  bool is_address = true;  // every part could be one of an IPv4 address
  while (is_separator(end) && IsGroup(tokens.Word(end + 1))) {
    const std::string_view group = tokens.Word(end + 1);
    is_address = is_address && group[0] != '0' && group <= "255";
    grouped.Append(group);
    ++group_count;
    end += 2;
  }
  if (group_count == 1 || (group_count == 2 && first_size == 3)) return i;
  if (separator != ' ' && is_separator(end) && tokens.IsWord(end + 1)) return i;  // a version, a list
  if (separator == '.' && group_count == 4 && is_address && !is_signed) return i;
  digits = grouped;
  number.is_blank_grouped = is_breakable;
  return end;
}

// 13801, 13,801, -2147011873, 35E9.
std::optional<Number> ReadBare(const TokenList& tokens, int i, bool is_alone) {
  Number number;
  number.begin_token = i;
  const bool is_signed = tokens.IsPunct(i, '-') || tokens.IsPunct(i, '+');
  const bool is_negative = tokens.IsPunct(i, '-');
  if (is_signed) ++i;
  if (is_signed && is_alone && tokens.IsBlank(i)) ++i;
  const std::string_view word = tokens.Word(i++);

  Digits digits;
  digits.Append(word);
  if (!IsDigitsWithUnderscores(word, IsDigit)) {
    const bool has_digit = word.find_first_of("0123456789") != std::string_view::npos;
    if (is_signed || word.size() < 2 || !has_digit || !IsHex(word)) return std::nullopt;
    if (word.size() == 8 && tokens.IsPunct(i, '`')) i = ReadHexGroups(tokens, i, digits);
    std::optional<Number> hex = ExplicitHex(number.begin_token, i, digits);
    if (hex) hex->notation = Notation::kBareHex;
    return hex;
  }

  i = ReadGroups(tokens, i, is_signed, digits, number, /*may_use_blanks=*/is_alone);
  number.end_token = i;
  number.digit_count = digits.size();
  number.notation = is_negative ? Notation::kSignedDecimal : Notation::kDecimal;
  const std::optional<std::uint64_t> magnitude = Parse(digits, 10);
  const std::optional<std::uint32_t> value = is_negative ? ReduceNegative(magnitude) : Reduce(magnitude);
  const bool may_be_hex = !is_signed && word.size() == static_cast<std::size_t>(digits.size()) && (digits.size() <= 8 || digits.size() == 16);
  const std::optional<std::uint32_t> hex = may_be_hex ? Reduce(Parse(digits, 16)) : std::nullopt;
  if (!value && !hex) return std::nullopt;
  number.value = value ? *value : *hex;
  if (hex && *hex != number.value) {
    number.other_value = hex;
    number.is_other_hex = true;
  }
  return number;
}

}  // namespace

Number BytesNumber(int begin_token, int end_token, std::uint32_t as_written) {
  Number number;
  number.begin_token = begin_token;
  number.end_token = end_token;
  number.notation = Notation::kBytes;
  number.digit_count = 8;
  number.value = SwapBytes(as_written);
  number.other_value = as_written;
  return number;
}

std::optional<Number> ReadNumber(const TokenList& tokens, int i, bool is_alone) {
  if (const auto number = ReadUnusualNumber(tokens, i, is_alone)) return number;
  if (!tokens.IsWord(i)) {
    if (const auto number = ReadPunctPrefixed(tokens, i)) return number;
    const bool is_sign = tokens.IsPunct(i, '-') || tokens.IsPunct(i, '+');
    return is_sign ? ReadBare(tokens, i, is_alone) : std::nullopt;
  }
  if (const auto number = ReadPrefixed0x(tokens, i)) return number;
  if (const auto number = ReadWordPrefixed(tokens, i)) return number;
  if (const auto number = ReadDumpLine(tokens, i)) return number;
  if (const auto number = ReadNamedBytes(tokens, i)) return number;
  if (const auto number = ReadDecimalBytes(tokens, i)) return number;
  if (is_alone)
    if (const auto number = FourBytes(tokens, i, i, "")) return number;
  if (const auto number = ReadAffixed(tokens, i)) return number;
  return ReadBare(tokens, i, is_alone);
}

}  // namespace errlookup
