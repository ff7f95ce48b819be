// Spellings of numbers that few people use:
//
//   -0x7FF8CA17            a negative number in hexadecimal: 0x800735E9
//   E9350780               the bytes of 0x800735E9 in the order of memory, without blanks
//   0xE9 0x35 0x07 0x80    the same, each with its prefix
//   -1                     0xFFFFFFFF, not the code 1 negated
#ifndef LOOKUP_ENGINE_UNUSUAL_NUMBERS_H_
#define LOOKUP_ENGINE_UNUSUAL_NUMBERS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "lookup/engine/number_notation.h"
#include "lookup/engine/text_tokens.h"

namespace errlookup {

// As ReadNumber, before all other forms. Bytes without blanks, or each with a prefix, are only read alone and only where
// they make a code of a kind that this knowledge base has, which the number as written does not.
std::optional<Number> ReadUnusualNumber(const TokenList& tokens, int i, bool is_alone);

// A sentence about a value that is no code but often met as one; empty for all others.
std::string_view NoteOnValue(std::uint32_t value);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_UNUSUAL_NUMBERS_H_
