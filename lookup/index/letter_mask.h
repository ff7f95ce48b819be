// A sieve for the search for mistyped words.
#ifndef LOOKUP_INDEX_LETTER_MASK_H_
#define LOOKUP_INDEX_LETTER_MASK_H_

#include <cstdint>
#include <string_view>

namespace errlookup {

// Which letters and digits a word holds, in 24 bits: one for each letter but j, q, x and z, which share one, and
// one for everything else. Each edit of a word changes at most two bits.
std::uint32_t LetterMask(std::string_view word);

}  // namespace errlookup

#endif  // LOOKUP_INDEX_LETTER_MASK_H_
