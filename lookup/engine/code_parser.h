// Finds what may be an error code in text: one code that somebody typed, or a pasted event, log line or
// PowerShell record. Knows notations and the words around numbers, but no single error: what a number means
// is for readings.h, which has the index.
//
//   "error 13801 (0x35E9)"         two numbers, both strong: a keyword, and the only other thing in the text
//   "N(MS_STATUS(13868))"          one number, strong: MS_STATUS( is a keyword
//   "retrying in 13868 ms"         nothing: a duration
//   "HRESULT_FROM_WIN32(13801)"    one number inside a macro
//
// tests/lookup/engine/decode-vectors.tsv lists the notations. Works in time and memory proportional to the
// text, whatever it holds.
#ifndef LOOKUP_ENGINE_CODE_PARSER_H_
#define LOOKUP_ENGINE_CODE_PARSER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// How sure the text makes us that this is meant as an error code.
enum class Evidence : std::uint8_t {
  kWeak,    // a number like any other: a code only if the index knows an IPsec error by it
  kFair,    // the form or the place of a code
  kStrong,  // a keyword ("error", "HRESULT =", "failed with"), an unmistakable notation, or the whole text
};

// A macro of winerror.h or ntstatus.h written around the code.
enum class Macro : std::uint8_t { kNone, kHresultFromWin32, kHresultFromNt, kNtstatusFromWin32, kHresultFromSetupapi };

// One value that a notation may stand for.
struct Candidate {
  std::uint32_t value = 0;
  bool is_explicit = false;  // the notation leaves no other base or byte order open
  bool is_hex_guess = false; // decimal digits read as hexadecimal ones

  bool operator==(const Candidate&) const = default;
};

// One place in the text that may be a code: a number or a symbol.
struct SpelledCode {
  std::size_t begin = 0;  // bytes of the text, half-open, with prefix, sign and suffix
  std::size_t end = 0;
  Evidence evidence = Evidence::kWeak;
  Macro macro = Macro::kNone;
  // Of a number, in the order of preference that the notation alone gives; empty for a symbol.
  std::vector<Candidate> candidates;
  // Of a symbol, folded to lower case; empty for a number.
  std::string symbol;

  bool is_symbol() const { return !symbol.empty(); }
};

struct ParsedText {
  std::vector<SpelledCode> spellings;  // in order of appearance
  // Nothing else stands in the text but blanks, punctuation and words like "error code".
  bool is_only_codes = false;
};

// At most this many spellings of a text are returned; strong ones are kept before others.
inline constexpr std::size_t kMaxSpellings = 64;

ParsedText ParseCodes(std::string_view text);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_CODE_PARSER_H_
