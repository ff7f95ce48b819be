#include "lookup/engine/unusual_numbers.h"

#include <algorithm>

#include "lookup/base/ascii.h"

namespace errlookup {
namespace {

constexpr std::uint32_t kMinusOne = 0xFFFFFFFF;

bool IsHex(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsHexDigit); }

// Of at most eight hex digits.
std::uint32_t ValueOf(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) value = value << 4 | static_cast<std::uint32_t>(HexValue(c));
  return value;
}

// Win32, or a facility with codes of ours: 7 (Win32), 0x32 and 0x22 (filter engine), 0x36 (IPsec driver).
bool IsOfOurKind(std::uint32_t value) {
  for (const std::uint32_t upper_half : {0x0000u, 0x8007u, 0x8032u, 0xC022u, 0xD022u, 0xC036u, 0xD036u})
    if (value >> 16 == upper_half) return true;
  return false;
}

std::optional<Number> BytesInMemoryOrder(int begin, int end, std::uint32_t as_written) {
  const Number number = BytesNumber(begin, end, as_written);
  return !IsOfOurKind(as_written) && IsOfOurKind(number.value) ? std::optional(number) : std::nullopt;
}

// Win32 codes are so small that bytes of any meaning would make one: 600 to 999 and 13000 to 13999 are ours.
bool IsLikelyOurs(std::uint32_t value) {
  const bool is_ras = value >= 600 && value <= 999;
  const bool is_ipsec = value >= 13000 && value <= 13999;
  return value > 0xFFFF ? IsOfOurKind(value) : is_ras || is_ipsec;
}

std::optional<Number> BytesInText(int begin, int end, std::uint32_t as_written) {
  const std::optional<Number> number = BytesInMemoryOrder(begin, end, as_written);
  return number && IsLikelyOurs(number->value) ? number : std::nullopt;
}

// Two digits each, "separator" between them: E9:35:07:80, E9 35 07 80. No other one before or behind.
std::optional<std::uint32_t> FourPairs(const TokenList& tokens, int i, char separator) {
  const auto separates = [&](int at) { return separator == ' ' ? tokens.IsBlank(at) : tokens.IsPunct(at, separator); };
  const auto is_pair = [&](int at) { return tokens.Word(at).size() == 2 && IsHex(tokens.Word(at)); };
  if (separates(i - 1) && is_pair(i - 2)) return std::nullopt;
  std::uint32_t value = 0;
  for (int count = 0; count < 4; ++count, i += 2) {
    if (!is_pair(i) || (count > 0 && !separates(i - 1))) return std::nullopt;
    value = value << 8 | ValueOf(tokens.Word(i));
  }
  if (separates(i - 1) && is_pair(i)) return std::nullopt;
  return value;
}

// \xE9\x35\x07\x80
std::optional<Number> ReadEscapedBytes(const TokenList& tokens, int i) {
  std::uint32_t value = 0;
  for (int count = 0; count < 4; ++count) {
    const std::string_view word = tokens.Word(i + 2 * count + 1);
    if (!tokens.IsPunct(i + 2 * count, '\\') || word.size() != 3 || word[0] != 'x' || !IsHex(word.substr(1))) return std::nullopt;
    value = value << 8 | ValueOf(word.substr(1));
  }
  return BytesInText(i, i + 8, value);
}

// The element of an event that holds its data, four bytes or several times so many.
std::optional<Number> ReadEventData(const TokenList& tokens, int i) {
  const std::string_view word = tokens.Word(i);
  if (!tokens.IsPunct(i - 1, '>') || tokens.Word(i - 2) != "binary" || word.size() % 8 != 0 || !IsHex(word)) return std::nullopt;
  return BytesInText(i, i + 1, ValueOf(word.substr(0, 8)));
}

std::optional<Number> ReadPrefixedBytes(const TokenList& tokens, int i) {
  std::uint32_t value = 0;
  for (int count = 0; count < 4; ++count) {
    if (count > 0 && !tokens.IsBlank(i + 2 * count - 1)) return std::nullopt;
    const std::string_view word = tokens.Word(i + 2 * count);
    if (word.size() != 4 || !word.starts_with("0x") || !IsHex(word.substr(2))) return std::nullopt;
    value = value << 8 | ValueOf(word.substr(2));
  }
  return BytesInMemoryOrder(i, i + 7, value);
}

// Digits go on after "-1" in "-1,234", "-1.5" and "-1 234".
bool GoesOn(const TokenList& tokens, int i) {
  const char c = tokens.Punct(i);
  if (c == ',' || c == '.' || c == '\'') return tokens.IsWord(i + 1);
  return tokens.IsBlank(i) && tokens.Word(i + 1).size() == 3;
}

std::optional<Number> ReadNegative(const TokenList& tokens, int i) {
  const std::string_view word = tokens.Word(i + 1);
  Number number;
  number.begin_token = i;
  number.end_token = i + 2;
  number.notation = Notation::kSignedDecimal;
  if (word == "1" && !GoesOn(tokens, i + 2)) {
    number.digit_count = 1;
    number.value = kMinusOne;
    return number;
  }
  constexpr std::size_t kPrefix = 2;
  constexpr std::size_t kMostDigits = 8;
  if (!word.starts_with("0x") || word.size() > kPrefix + kMostDigits || !IsHex(word.substr(kPrefix))) return std::nullopt;
  const std::uint32_t magnitude = ValueOf(word.substr(kPrefix));
  if (magnitude > 0x80000000) return std::nullopt;
  number.digit_count = static_cast<int>(word.size() - kPrefix);
  number.value = magnitude <= 0xFFFF ? magnitude : 0u - magnitude;  // as a small negative decimal: the code, negated
  return number;
}

}  // namespace

std::optional<Number> ReadUnusualNumber(const TokenList& tokens, int i, bool is_alone) {
  if (tokens.IsPunct(i, '-')) return ReadNegative(tokens, i);
  if (tokens.IsPunct(i, '\\')) return ReadEscapedBytes(tokens, i);
  const std::string_view word = tokens.Word(i);
  if (word.size() == 2) {
    if (is_alone && tokens.IsPunct(i + 1, ':')) {
      const std::optional<std::uint32_t> value = FourPairs(tokens, i, ':');
      return value ? BytesInText(i, i + 7, *value) : std::nullopt;
    }
    const std::optional<std::uint32_t> value = is_alone ? std::nullopt : FourPairs(tokens, i, ' ');
    return value ? BytesInText(i, i + 7, *value) : std::nullopt;
  }
  if (const auto number = ReadEventData(tokens, i)) return number;
  if (!is_alone) return std::nullopt;
  if (word.size() == 4) return ReadPrefixedBytes(tokens, i);
  return word.size() == 8 && IsHex(word) ? BytesInMemoryOrder(i, i + 1, ValueOf(word)) : std::nullopt;
}

std::string_view NoteOnValue(std::uint32_t value) {
  if (value != kMinusOne) return {};
  return "-1 (0xFFFFFFFF) is what many programs return for any failure. It is no IPsec code and says nothing of the cause: "
         "look for another code beside it.";
}

}  // namespace errlookup
