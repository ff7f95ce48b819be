// Codes blocks of text with a grammar made for them: the grammar section and the text lists of the index.
#ifndef GENERATOR_INDEX_GRAMMAR_CODER_H_
#define GENERATOR_INDEX_GRAMMAR_CODER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "lookup/base/result.h"

namespace errlookup {

using TextBlocks = std::vector<std::string>;  // one string a block: its texts, each ended by a zero byte

struct CodedTexts {
  std::vector<std::byte> grammar;             // a whole grammar section
  std::vector<std::vector<std::byte>> lists;  // of each list: offsets of the blocks, then the blocks
};

// One grammar for all "lists". Fails with kLimit if a block is longer than FORMAT.md allows, or the blocks
// of a list make more bits than offsets can count.
Result<CodedTexts> CodeTexts(const std::vector<TextBlocks>& lists);

}  // namespace errlookup

#endif  // GENERATOR_INDEX_GRAMMAR_CODER_H_
