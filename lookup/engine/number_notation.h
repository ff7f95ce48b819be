// Reads one number in any of the notations that Windows, its tools, programming languages and people use.
//
// Values are reduced to 32 bits as the systems do it: a sign-extended 64-bit value loses its upper half, a
// negative decimal is two's complement. A value that does not fit is no number at all; it is never truncated.
// One rule is ours: a small negative (-13801) is the code itself, negated by a program. Rarer forms are in
// unusual_numbers.h.
#ifndef LOOKUP_ENGINE_NUMBER_NOTATION_H_
#define LOOKUP_ENGINE_NUMBER_NOTATION_H_

#include <cstdint>
#include <optional>

#include "lookup/engine/text_tokens.h"

namespace errlookup {

enum class Notation : std::uint8_t {
  kDecimal,        // 13801 13,801
  kSignedDecimal,  // -2147011873
  kBareHex,        // 35E9
  kExplicitHex,    // 0x35E9 &H35E9 35E9h dword:000035e9
  kBytes,          // DF 32 07 80  {223, 50, 7, 128}
};

struct Number {
  int begin_token = 0;  // half-open
  int end_token = 0;
  Notation notation = Notation::kDecimal;
  int digit_count = 0;
  // The value as written, and for bare digits or bytes the same digits read the other way.
  std::uint32_t value = 0;
  std::optional<std::uint32_t> other_value;
  bool is_other_hex = false;     // other_value reads bare digits as hex
  bool is_blank_grouped = false; // "13 801" with an ordinary blank: in running text as likely two numbers
};

// Four bytes as the code that they make in memory: little-endian, as on x86. The other order is the other value.
Number BytesNumber(int begin_token, int end_token, std::uint32_t as_written);

// The longest number that begins at token "i", or nothing. "is_alone" also allows the forms that mean a
// number only when nothing else stands in the text: "DF 32 07 80", "- 2147011873", "13 801".
std::optional<Number> ReadNumber(const TokenList& tokens, int i, bool is_alone);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_NUMBER_NOTATION_H_
