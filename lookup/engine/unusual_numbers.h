// Spellings of numbers that few people use:
//
//   -0x7FF8CA17            a negative number in hexadecimal: 0x800735E9
//   E9350780               the bytes of 0x800735E9 in the order of memory, without blanks
//   0xE9 0x35 0x07 0x80    the same, each with its prefix
//   \xE9\x35\x07\x80, E9:35:07:80
//   LE: E9 35 07 80        bytes in a line of text
//   <Binary>B3020000…      the data of an event in XML: 691 here
//   -1                     0xFFFFFFFF, not the code 1 negated
#ifndef LOOKUP_ENGINE_UNUSUAL_NUMBERS_H_
#define LOOKUP_ENGINE_UNUSUAL_NUMBERS_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "lookup/engine/number_notation.h"
#include "lookup/engine/text_tokens.h"

namespace errlookup {

// As ReadNumber, before all other forms. Bytes are only read where they make a code of a kind that this knowledge base
// has, which the number as written does not; without blanks, with colons or each with "0x" only alone; in a line of text
// only a code of four bytes or of the ranges of IPsec and RAS.
std::optional<Number> ReadUnusualNumber(const TokenList& tokens, int i, bool is_alone);

// A sentence about a value that is no code but often met as one; empty for all others.
std::string_view NoteOnValue(std::uint32_t value);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_UNUSUAL_NUMBERS_H_
