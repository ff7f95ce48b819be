// Lengths of the code words of a Huffman code.
#ifndef GENERATOR_INDEX_HUFFMAN_H_
#define GENERATOR_INDEX_HUFFMAN_H_

#include <cstdint>
#include <vector>

namespace errlookup {

// For each symbol the length of its code word, 0 for one of frequency 0, at most "max_length". At least two
// symbols must have a frequency, and 2^max_length at least as many as have one. Where the best code is
// deeper, a slightly worse one is taken. Equal frequencies are told apart by symbol, so the result is always
// the same.
std::vector<unsigned> HuffmanLengths(std::vector<std::uint64_t> frequencies, unsigned max_length);

}  // namespace errlookup

#endif  // GENERATOR_INDEX_HUFFMAN_H_
