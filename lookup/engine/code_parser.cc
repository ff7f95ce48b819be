#include "lookup/engine/code_parser.h"

#include <utility>

#include "lookup/engine/code_context.h"
#include "lookup/engine/number_notation.h"
#include "lookup/engine/text_tokens.h"

namespace errlookup {
namespace {

bool IsHexWord(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}
bool IsDecimalWord(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

Macro MacroOf(std::string_view word) {
  while (word.starts_with('_')) word.remove_prefix(1);
  if (word == "hresult_from_win32") return Macro::kHresultFromWin32;
  if (word == "hresult_from_nt") return Macro::kHresultFromNt;
  if (word == "ntstatus_from_win32") return Macro::kNtstatusFromWin32;
  if (word == "hresult_from_setupapi") return Macro::kHresultFromSetupapi;
  return Macro::kNone;
}

// A symbol has a letter, and a "_" between two parts: ERROR_IPSEC_BAD_SPI, BAD_SPI.
bool IsSymbolLike(std::string_view word) {
  if (word.size() < 4 || word.size() > 100) return false;
  const std::size_t underscore = word.find('_', 1);
  if (underscore == std::string_view::npos || underscore + 1 == word.size()) return false;
  return !IsDecimalWord(word.substr(0, 1)) && word.find_first_not_of("0123456789_") != std::string_view::npos;
}

bool IsJoint(char c) { return c == '.' || c == ':' || c == '-' || c == '/'; }

// End of an address, date, version, GUID or URL that begins at token "i", or "i" if none does. These are
// chains of three or more numbers joined without blanks.
int SkipChain(const TokenList& tokens, int i) {
  if (!tokens.IsWord(i)) return i;
  if (tokens.IsPunct(i + 1, ':') && tokens.IsPunct(i + 2, '/') && tokens.IsPunct(i + 3, '/')) {
    while (i < tokens.size() && !tokens.IsBlank(i)) ++i;
    return i;
  }
  int end = i + 1;
  int count = 1;
  bool are_codes = tokens.text(i).size() >= 3;  // 628/766/809
  bool are_numbers = IsHexWord(tokens.text(i));
  for (;;) {
    int next = end;
    while (next < end + 2 && IsJoint(tokens.Punct(next))) ++next;  // "::" in an IPv6 address
    if (next == end || !tokens.IsWord(next)) break;
    const std::string_view word = tokens.text(next);
    are_numbers = are_numbers && IsHexWord(word);
    are_codes = are_codes && tokens.IsPunct(end, '/') && IsDecimalWord(word) && word.size() >= 3 && word.size() <= 5;
    ++count;
    end = next + 1;
  }
  return count >= 3 && are_numbers && !are_codes ? end : i;
}

Evidence EvidenceOf(const Number& number, Place place) {
  if (place == Place::kAnnounced) return Evidence::kStrong;
  if (place == Place::kDoubtful) return Evidence::kWeak;
  const bool is_failure = (number.value >> 31) != 0;
  const bool is_long = number.digit_count >= 8;
  switch (number.notation) {
    case Notation::kExplicitHex:
      if (is_long) return Evidence::kStrong;
      return number.digit_count >= 3 ? Evidence::kFair : Evidence::kWeak;
    case Notation::kBytes:
      return Evidence::kFair;
    case Notation::kSignedDecimal:
      return is_long && is_failure ? Evidence::kStrong : Evidence::kWeak;
    case Notation::kBareHex:
      return is_long && is_failure ? Evidence::kFair : Evidence::kWeak;
    case Notation::kDecimal:
      if (number.digit_count >= 8) return is_failure ? Evidence::kFair : Evidence::kWeak;
      return number.digit_count >= 3 && number.digit_count <= 5 ? Evidence::kFair : Evidence::kWeak;
  }
  return Evidence::kWeak;
}

SpelledCode MakeSpelling(const TokenList& tokens, const Number& number, Evidence evidence) {
  SpelledCode spelling;
  spelling.begin = tokens[number.begin_token].begin;
  spelling.end = tokens[number.end_token - 1].end;
  spelling.evidence = evidence;
  const bool is_explicit = number.notation == Notation::kExplicitHex || number.notation == Notation::kSignedDecimal;
  spelling.candidates.push_back({number.value, is_explicit, false});
  if (number.other_value && *number.other_value != number.value) spelling.candidates.push_back({*number.other_value, false, number.is_other_hex});
  return spelling;
}

SpelledCode MakeSymbol(const TokenList& tokens, int i) {
  SpelledCode spelling;
  spelling.begin = tokens[i].begin;
  spelling.end = tokens[i].end;
  spelling.evidence = Evidence::kStrong;
  spelling.symbol = std::string(tokens.text(i));
  return spelling;
}

// Whether a name has the form of an error of Windows.
bool IsErrorSymbol(std::string_view symbol) {
  for (const std::string_view part : {"error", "status", "warning", "_e_", "fail"})
    if (symbol.find(part) != std::string_view::npos) return true;
  return symbol.starts_with("e_") || symbol.starts_with("wsa") || symbol.starts_with("ipsec_");
}

class Parser {
 public:
  explicit Parser(std::string_view text) : tokens_(text) {}

  ParsedText Run() && {
    if (!ReadAlone())
      for (int i = 0; i < tokens_.size();) i = ReadAt(i);
    parsed_.is_only_codes = parsed_.is_only_codes && !parsed_.spellings.empty();
    if (parsed_.is_only_codes)
      for (SpelledCode& spelling : parsed_.spellings) spelling.evidence = Evidence::kStrong;
    return std::move(parsed_);
  }

 private:
  // The whole text, without quotes and brackets around it, as one number.
  bool ReadAlone() {
    parsed_.is_only_codes = true;
    int begin = 0;
    int end = tokens_.size();
    while (begin < end && IsWrapper(begin, "\"'`([<{")) ++begin;
    while (begin < end && IsWrapper(end - 1, "\"'`)]>}.,:;!?")) --end;
    if (begin == end || end - begin > 40) return false;
    const std::optional<Number> number = ReadNumber(tokens_, begin, /*is_alone=*/true);
    if (!number) return false;
    // A dump may carry its text column.
    if (number->end_token != end && !(number->notation == Notation::kBytes && tokens_.IsBlank(number->end_token))) return false;
    parsed_.spellings.push_back(MakeSpelling(tokens_, *number, Evidence::kStrong));
    return true;
  }

  bool IsWrapper(int i, std::string_view wrappers) const {
    if (tokens_.IsBlank(i)) return true;
    const char c = tokens_.Punct(i);
    return c != '\0' && wrappers.find(c) != std::string_view::npos;
  }

  // Reads what begins at token "i"; returns the token after it.
  int ReadAt(int i) {
    if (tokens_.IsBlank(i)) return i + 1;
    if (tokens_.IsPaired(i)) return SkipTalk(i, /*is_talk=*/false);
    if (const int end = ReadMacro(i); end != i) return end;
    const bool may_begin_number = tokens_.IsWord(i) ? MayBeginNumber(tokens_.text(i)) : MayBePrefix(i);
    if (may_begin_number) {
      if (const int end = ReadCode(i); end != i) return end;
    }
    const std::string_view word = tokens_.Word(i);
    if (word.empty()) return i + 1;
    if (IsSymbolLike(word)) {
      Add(MakeSymbol(tokens_, i), i + 1);
      return i + 1;
    }
    if (const int end = SkipChain(tokens_, i); end != i) return SkipTalk(end - 1, /*is_talk=*/false);
    return SkipTalk(i, IsCodeTalk(word));
  }

  int SkipTalk(int i, bool is_talk) {
    parsed_.is_only_codes = parsed_.is_only_codes && is_talk;
    return i + 1;
  }

  static bool MayBeginNumber(std::string_view word) {
    const char c = word[0];
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == 'x' || word == "dword" || word == "hex" || word == "data" || word == "bytes" || word == "dump";
  }

  // A sign or prefix character counts where a number can begin: not inside "ORA-13837" or "a&h1".
  bool MayBePrefix(int i) const {
    const char c = tokens_.Punct(i);
    if (c == '#' || c == '$' || c == '&' || c == '\\') return !tokens_.IsWord(i - 1);
    return (c == '-' || c == '+') && !tokens_.IsWord(i - 1) && !tokens_.IsPunct(i - 1, ')');
  }

  int ReadCode(int i) {
    const std::optional<Number> number = ReadNumber(tokens_, i, /*is_alone=*/false);
    if (!number) {
      // What follows a sign is not a number of its own: -2147483649.
      const bool is_signed_word = (tokens_.IsPunct(i, '-') || tokens_.IsPunct(i, '+')) && IsDecimalWord(tokens_.Word(i + 1));
      return is_signed_word ? SkipTalk(i + 1, /*is_talk=*/false) : i;
    }
    if (tokens_.IsWord(i) && number->end_token == i + 1) {
      if (const int end = SkipChain(tokens_, i); end != i) return SkipTalk(end - 1, /*is_talk=*/false);
    }
    Place place = PlaceOf(tokens_, *number);
    if (place == Place::kNotACode) return SkipTalk(number->end_token - 1, /*is_talk=*/false);
    const bool continues_list = last_end_ > 0 && last_may_be_listed_ && JoinsCodes(tokens_, last_end_, i);
    if (place == Place::kPlain && continues_list) place = Place::kAnnounced;
    Add(MakeSpelling(tokens_, *number, EvidenceOf(*number, place)), number->end_token);
    return number->end_token;
  }

  // HRESULT_FROM_WIN32(13801), HRESULT_FROM_WIN32(ERROR_IPSEC_IKE_AUTH_FAIL)
  int ReadMacro(int i) {
    const Macro macro = tokens_.IsWord(i) ? MacroOf(tokens_.text(i)) : Macro::kNone;
    if (macro == Macro::kNone || !tokens_.IsPunct(i + 1, '(')) return i;
    const int argument = tokens_.IsBlank(i + 2) ? i + 3 : i + 2;
    SpelledCode spelling;
    int end = argument + 1;
    if (const std::optional<Number> number = ReadNumber(tokens_, argument, /*is_alone=*/false)) {
      spelling = MakeSpelling(tokens_, *number, Evidence::kStrong);
      spelling.candidates.resize(1);
      end = number->end_token;
    } else if (tokens_.IsWord(argument)) {
      spelling = MakeSymbol(tokens_, argument);
    } else {
      return i;
    }
    if (tokens_.IsBlank(end)) ++end;
    if (tokens_.IsPunct(end, ')')) ++end;
    spelling.macro = macro;
    spelling.begin = tokens_[i].begin;
    spelling.end = tokens_[end - 1].end;
    Add(std::move(spelling), end);
    return end;
  }

  void Add(SpelledCode spelling, int end_token) {
    last_end_ = end_token;
    // "ERROR_X (13801)", but not "IKE_SA_INIT (34)", which names a message of the protocol.
    last_may_be_listed_ = spelling.evidence == Evidence::kStrong && (!spelling.is_symbol() || IsErrorSymbol(spelling.symbol));
    std::vector<SpelledCode>& kept = parsed_.spellings;
    for (SpelledCode& other : kept) {
      if (other.symbol != spelling.symbol || other.macro != spelling.macro || other.candidates != spelling.candidates) continue;
      if (other.evidence < spelling.evidence) other.evidence = spelling.evidence;
      return;
    }
    if (kept.size() >= kMaxSpellings && !MakeRoom(spelling.evidence)) return;
    kept.push_back(std::move(spelling));
  }

  // Forgets the last spelling that is weaker; if all are strong, one of the middle, so that the first and the
  // last codes of a text stay.
  bool MakeRoom(Evidence evidence) {
    std::vector<SpelledCode>& kept = parsed_.spellings;
    std::size_t victim = kept.size();
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (kept[i].evidence < evidence) victim = i;
    if (victim == kept.size()) {
      if (evidence != Evidence::kStrong) return false;
      victim = kept.size() / 2;
    }
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(victim));
    return true;
  }

  TokenList tokens_;
  ParsedText parsed_;
  int last_end_ = 0;
  bool last_may_be_listed_ = false;
};

}  // namespace

ParsedText ParseCodes(std::string_view text) { return Parser(text).Run(); }

}  // namespace errlookup
