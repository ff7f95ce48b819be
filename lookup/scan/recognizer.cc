#include "lookup/scan/recognizer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "lookup/base/ascii.h"
#include "lookup/scan/view.h"
#include "lookup/scan/word_bounds.h"

namespace errlookup {
namespace {

// The longest symbol has 70 bytes.
constexpr std::size_t kLongestName = 100;

// Shorter messages with fewer words need a word such as "reason" before them.
constexpr int kTellingWordCount = 6;
constexpr std::size_t kTellingSize = 36;

bool IsFullHighHalf(std::uint32_t high, std::uint32_t low) {
  return high == 0 || (high == 0xFFFFFFFF && (low >> 31) != 0);
}

std::uint32_t DecimalAt(const char* digits, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value * 10 + static_cast<unsigned>(digits[i] - '0');
  return value;
}

// Of each byte as a hexadecimal digit; 16 of others.
constexpr std::array<std::uint8_t, 256> kHexValues = [] {
  std::array<std::uint8_t, 256> values{};
  for (int byte = 0; byte < 256; ++byte) {
    const int value = HexValue(static_cast<char>(byte));
    values[static_cast<std::size_t>(byte)] = static_cast<std::uint8_t>(value < 0 ? 16 : value);
  }
  return values;
}();

// 1 for parts of words in ASCII.
constexpr std::array<std::uint8_t, 256> kIsWord = [] {
  std::array<std::uint8_t, 256> is_word{};
  for (int byte = 0; byte < 128; ++byte) is_word[static_cast<std::size_t>(byte)] = IsWordByte(static_cast<char>(byte));
  return is_word;
}();

std::uint32_t HexAt(const char* digits, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 4 | (kHexValues[static_cast<unsigned char>(digits[i])] & 15u);
  return value;
}

// Spelled in capitals throughout, as in headers; RAS names such as ERROR_NO_ANSWER exist elsewhere otherwise.
bool IsUpperName(std::string_view name) {
  for (const char c : name)
    if (IsLowerLetter(c)) return false;
  return true;
}

}  // namespace

// One spot.
class Recognizer::Look {
 public:
  Look(const Recognizer& recognizer, std::string_view text, std::size_t spot, const InputContext& input,
       std::vector<Hit>& hits)
      : codes_(*recognizer.codes_), messages_(recognizer.messages_), view_(text, spot), spot_(spot), input_(input), hits_(hits) {}

  void Decimal() {
    std::size_t end = spot_;
    const std::optional<std::uint64_t> value = DigitsAt(end, 5);
    if (!value || end - spot_ != 5 || IsWordBefore(view_, spot_)) return;
    AddNumber({.begin = WithMinus(spot_), .end = end, .form = NumberForm::kDecimal}, codes_.Small(static_cast<std::uint32_t>(*value)));
  }

  void Ras() {
    const bool is_ascii = static_cast<signed char>(view_[spot_]) >= 0;
    if (is_ascii && std::string_view("\t\n\r:;=>[ \"#'(,-/").find(view_[spot_]) == std::string_view::npos) return;
    if (IsWordBefore(view_, spot_ + 1)) return;
    std::size_t end = spot_ + 1;
    const std::optional<std::uint64_t> value = DigitsAt(end, 3);
    if (!value || end - spot_ != 4) return;
    const ScanCode* code = codes_.Small(static_cast<std::uint32_t>(*value));
    AddNumber({.begin = spot_ + 1, .end = end, .form = NumberForm::kDecimal}, code);
  }

  void LongDecimal() {
    const bool is_negative = view_[spot_] == '-';
    const std::size_t digits = is_negative ? spot_ + 1 : spot_;
    std::size_t end = digits;
    const std::optional<std::uint64_t> magnitude = DigitsAt(end, 10);
    if (!magnitude || end - digits < 9 || IsWordBefore(view_, digits)) return;
    const std::size_t begin = WithMinus(digits);
    const bool has_sign = begin != digits;
    if (*magnitude > (has_sign ? 0x80000000u : 0xFFFFFFFFu)) return;
    const auto low = static_cast<std::uint32_t>(*magnitude);
    const std::uint32_t value = has_sign ? 0u - low : low;
    if (!codes_.MayBeLarge(value)) return;
    AddNumber({.begin = begin, .end = end, .form = NumberForm::kLongDecimal}, codes_.Large(value));
  }

  void Hex() {
    std::size_t begin = spot_;
    if (view_[spot_] == 'x' || view_[spot_] == 'X') ++begin;
    std::size_t end = begin;
    while (spot_ - begin < 20 && IsHexDigit(view_[begin - 1])) --begin;
    while (end - begin <= 16 && IsHexDigit(view_[end])) ++end;
    bool has_prefix = (view_[begin - 1] == 'x' || view_[begin - 1] == 'X') && view_[begin - 2] == '0' && !IsWordBefore(view_, begin - 2);
    if (has_prefix) begin -= 2;
    // 0x800735E9L, as the headers write it.
    const std::size_t digits = end - (has_prefix ? begin + 2 : begin);
    if (has_prefix && digits == 8 && (view_[end] == 'L' || view_[end] == 'l')) ++end;
    AddHex(begin, end, has_prefix, digits);
  }

  // "status 35E9" of Oakley.log; the spot is the end of the word, "us 3".
  void BareHex() {
    const auto is_one_of = [&](std::size_t i, std::string_view bytes) { return bytes.find(view_[i]) != std::string_view::npos; };
    if (!is_one_of(spot_, "uor") || !is_one_of(spot_ + 1, "sr") || !is_one_of(spot_ + 2, " :=")) return;
    const std::size_t begin = spot_ + 3;
    std::size_t end = begin;
    while (end - begin < 5 && IsHexDigit(view_[end])) ++end;
    if (end - begin != 4 || IsWordBefore(view_, begin) || IsWordAt(view_, end)) return;
    AddNumber({.begin = begin, .end = end, .form = NumberForm::kBareHex}, codes_.Small(static_cast<std::uint32_t>(HexAt(begin, 4))));
  }

  void Name() {
    std::size_t begin = spot_;
    std::size_t end = spot_;
    while (spot_ - begin <= kLongestName && IsNameByte(view_[begin - 1])) --begin;
    while (end - spot_ <= kLongestName && IsNameByte(view_[end])) ++end;
    if (end - begin > kLongestName || IsWordBefore(view_, begin)) return;
    const std::string_view name = view_.Slice(begin, end);
    const ScanCode* code = codes_.Symbol(LowerAsciiText(name));
    if (code == nullptr || (code->space == Space::kRas && !IsUpperName(name))) return;
    hits_.push_back({begin, end, code, nullptr});
  }

  void Message() {
    const std::optional<MessageMatcher::Match> match = messages_.MatchAt(view_, spot_);
    if (!match) return;
    const bool is_telling = match->message->is_spelling || match->message->word_count >= kTellingWordCount || match->message->text.size() >= kTellingSize;
    if (!is_telling && !IsTold(*match->message) && !IsReason(view_, spot_) && !IsInVpnEvent(view_, spot_) && !IsAnswerOfVpnTool(view_, spot_, match->end)) return;
    hits_.push_back({spot_, match->end, match->message->codes.front(), match->message});
  }

  // <Binary>E9350000</Binary>, <Data>e9 35 00 00</Data>, and the dump "0000: E9 35 00 00".
  void Bytes() {
    if (view_[spot_] == '0') return Dump();
    if (view_[spot_] != '<') return;
    std::size_t i = spot_ + 1;
    const std::size_t tag = i;
    while (i - spot_ < 120 && view_[i] != '>' && view_[i] != '<' && view_[i] != '\n') ++i;
    if (view_[i] != '>') return;
    const std::string_view name = view_.Slice(tag, i);
    if (name.starts_with("Binary")) ReadBytes(i + 1, '<');
    else if (name.starts_with("Data")) ReadBytes(i + 1, '<');
  }

 private:
  // Whether the input tells the code somewhere else; by a message alone it would not be told.
  bool IsTold(const ScanMessage& message) const {
    return std::any_of(message.codes.begin(), message.codes.end(), [&](const ScanCode* code) {
      return std::find(input_.told.begin(), input_.told.end(), code) != input_.told.end();
    });
  }

  static bool IsNameByte(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

  std::size_t WithMinus(std::size_t begin) const {
    return view_[begin - 1] == '-' && !IsWordByte(view_[begin - 2]) && view_[begin - 2] != '-' && view_[begin - 2] != ']' ? begin - 1 : begin;
  }

  // The digits from "end" on, at most "most" of them: moves "end" behind. Nothing if more follow.
  std::optional<std::uint64_t> DigitsAt(std::size_t& end, std::size_t most) const {
    std::uint64_t value = 0;
    const std::size_t begin = end;
    for (; IsDigit(view_[end]); ++end) {
      if (end - begin == most) return std::nullopt;
      value = value * 10 + static_cast<unsigned>(view_[end] - '0');
    }
    if (end == begin || IsWordAt(view_, end)) return std::nullopt;
    return value;
  }

  std::uint64_t HexAt(std::size_t begin, std::size_t count) const {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 4 | static_cast<unsigned>(HexValue(view_[begin + i]));
    return value;
  }

  void AddHex(std::size_t begin, std::size_t end, bool has_prefix, std::size_t digits) {
    if (digits < (has_prefix ? 3 : 8) || digits > 16 || (digits > 8 && digits < 16)) return;
    const std::uint64_t value = HexAt(has_prefix ? begin + 2 : begin, digits);
    const auto low = static_cast<std::uint32_t>(value);
    if (!IsFullHighHalf(static_cast<std::uint32_t>(value >> 32), low)) return;
    const bool is_large = (low >> 31) != 0;
    const ScanCode* code = is_large ? codes_.Large(low) : codes_.Small(low);
    // 64 bits with an empty upper half are an address as often as a code.
    const bool is_padded = digits == 16 && (value >> 32) == 0;
    NumberForm form = is_large && !is_padded ? NumberForm::kLongHex : NumberForm::kShortHex;
    if (!has_prefix) form = NumberForm::kBareHex;
    AddNumber({.begin = begin, .end = end, .form = form}, code);
  }

  void AddNumber(const NumberAt& number, const ScanCode* code) {
    if (code != nullptr && MeansError(view_, number, *code, input_))
      hits_.push_back({number.begin, number.end, code, nullptr});
  }

  void Dump() {
    // "0000: " with nothing but blanks before it on its line.
    if (view_.After(spot_, 4) != "000:" || view_[spot_ - 1] != '0' || IsWordByte(view_[spot_ - 2]) || view_[spot_ + 4] != ' ') return;
    std::size_t begin = spot_ + 5;
    while (view_[begin] == ' ' && begin - spot_ < 12) ++begin;
    // "In Words": 0000: 000035E9
    std::size_t end = begin;
    while (end - begin <= 8 && IsHexDigit(view_[end])) ++end;
    if (end - begin == 8 && !IsWordByte(view_[end])) return AddWord(begin, end, static_cast<std::uint32_t>(HexAt(begin, 8)), false);
    ReadBytes(begin, '\0');
  }

  // Pairs of hex digits, with or without one separator between; each aligned group of four is a number with the
  // lowest byte first. "closer" must follow; '\0' is anything.
  void ReadBytes(std::size_t begin, char closer) {
    constexpr std::size_t kMostBytes = 64;
    std::size_t i = begin;
    while (i - begin < 16 && IsBlankByte(view_[i])) ++i;
    std::size_t starts[kMostBytes];
    std::size_t count = 0;
    std::size_t end = i;
    while (count < kMostBytes && IsHexDigit(view_[i]) && IsHexDigit(view_[i + 1])) {
      starts[count++] = i;
      i += 2;
      end = i;
      const bool is_separator = view_[i] == ' ' || view_[i] == ',' || view_[i] == '-';
      if (is_separator && IsHexDigit(view_[i + 1])) ++i;
    }
    std::size_t after = end;
    while (after - end < 16 && IsBlankByte(view_[after])) ++after;
    if (closer != '\0' && view_[after] != closer) return;
    if (count < 4 || IsWordByte(view_[end])) return;
    for (std::size_t at = 0; at + 4 <= count; at += 4) {
      std::uint32_t value = 0;
      for (std::size_t byte = 4; byte-- > 0;) value = value << 8 | static_cast<std::uint32_t>(HexAt(starts[at + byte], 2));
      AddWord(starts[at], starts[at + 3] + 2, value, /*must_be_alone=*/count != 4);
    }
  }

  void AddWord(std::size_t begin, std::size_t end, std::uint32_t value, bool must_be_alone) {
    const ScanCode* code = (value >> 31) != 0 ? codes_.Large(value) : codes_.Small(value);
    if (code == nullptr) return;
    if (code->space == Space::kRas && (must_be_alone || !IsInVpnEvent(view_, begin))) return;
    hits_.push_back({begin, end, code, nullptr});
  }

  const CodeSet& codes_;
  const MessageMatcher& messages_;
  View view_;
  std::size_t spot_;
  const InputContext& input_;
  std::vector<Hit>& hits_;
};

// Cheap, and it must not be wrong: what it drops is lost. Without a branch for the forms that logs are full of, because
// what a log holds next cannot be foretold: conditions are 0 or 1 and joined by "&", and numbers read where there are
// none are not looked at.
std::uint16_t Recognizer::Sieve(const char* at, std::uint16_t forms) const {
  unsigned kept = forms;
  const auto keep_if = [&](unsigned condition, unsigned which) { kept &= ~which | (0u - condition); };
  const auto hex = [](char c) { return unsigned{kHexValues[static_cast<unsigned char>(c)]}; };

  // Three or four digits to the end of the number: of "x35E9" and of "00035E9".
  const auto may_be_small = [&](const char* digits) {
    const std::uint32_t three = HexAt(digits, 3);
    const unsigned fourth = hex(digits[3]);
    const unsigned has_four = fourth >> 4 ^ 1;
    const std::uint32_t value = three << (4 * has_four) | (fourth & (0u - has_four));
    return codes_->MayBeSmall(value) & ~(has_four & kIsWord[static_cast<unsigned char>(digits[4])]) & 1u;
  };
  keep_if(may_be_small(at + 1), form::kShortHex);
  keep_if(codes_->MayBeSmall(DecimalAt(at + 1, 3)), form::kRas);
  constexpr unsigned kRare = form::kDecimal | form::kPaddedHex | form::kLongHex | form::kLongDecimal | form::kStatus;
  if ((forms & kRare) == 0) [[likely]] return static_cast<std::uint16_t>(kept);

  keep_if(codes_->MayBeSmall(DecimalAt(at, 5)), form::kDecimal);
  // An L may follow four digits (0x000035E9L).
  keep_if(may_be_small(at + 3) | unsigned{(at[7] | 0x20) == 'l'}, form::kPaddedHex);
  // The digits from here on are the lower eight of a number.
  const unsigned others = hex(at[4]) | hex(at[5]) | hex(at[6]) | hex(at[7]);
  keep_if(codes_->MayBeLarge(HexAt(at, 8)) & (others >> 4 ^ 1), form::kLongHex);
  // Nine digits at least, behind a sign or not.
  unsigned has_digits = 1;
  for (int i = 4; i < 9; ++i) has_digits &= unsigned{static_cast<unsigned char>(at[i] - '0') < 10};
  keep_if(has_digits, form::kLongDecimal);
  keep_if(has_digits | hex(at[0]) >> 4, form::kStatus);  // behind words few numbers begin with 3
  return static_cast<std::uint16_t>(kept);
}

void Recognizer::Recognize(std::string_view text, std::size_t spot, std::uint16_t forms, const InputContext& input,
                           std::vector<Hit>& hits) const {
  forms = Sieve(text.data() + spot, forms);  // for those who have not asked
  if (forms == 0) return;

  Look look(*this, text, spot, input, hits);
  if ((forms & form::kDecimal) != 0) look.Decimal();
  if ((forms & (form::kLongDecimal | form::kStatus)) != 0) look.LongDecimal();
  if ((forms & form::kStatus) != 0) look.BareHex();
  if ((forms & form::kBytes) != 0) look.Bytes();
  if ((forms & (form::kLongHex | form::kShortHex | form::kPaddedHex)) != 0) look.Hex();
  if ((forms & form::kSymbol) != 0) look.Name();
  if ((forms & form::kRas) != 0) look.Ras();
  if ((forms & form::kMessage) != 0) look.Message();
}

}  // namespace errlookup
