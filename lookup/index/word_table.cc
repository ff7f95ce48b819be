#include "lookup/index/word_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lookup/base/utf8.h"
#include "lookup/index/format.h"
#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

using format::kWordsPerBlock;

namespace {

// In a decoded block each word begins with a mark, a byte that is 1 and the number of bytes shared with the word
// before (1 to 16). The bytes that follow are all larger.
bool IsMark(char c) { return static_cast<unsigned char>(c) <= format::kMaxShared + 1; }
std::size_t SharedBytes(char mark) { return static_cast<unsigned char>(mark) - std::size_t{1}; }

}  // namespace

Result<WordTable> WordTable::Open(const Sections& sections) {
  WordTable table;
  Result<Grammar> grammar = Grammar::Open(sections.grammar, format::SectionId::kWordGrammar);
  if (!grammar.ok()) return grammar.error();
  table.grammar_ = *grammar;

  SectionReader words(sections.words, format::SectionId::kWords);
  table.size_ = words.ReadCount();
  const std::uint32_t block_count = (table.size_ + kWordsPerBlock - 1) / kWordsPerBlock;
  table.blocks_ = TextList::Read(words, block_count);
  if (const Status status = words.Finish(); !status.ok()) return status.error();

  SectionReader masks(sections.letter_masks, format::SectionId::kLetterMasks);
  table.masks_ = masks.ReadPacked(table.size_);
  if (const Status status = masks.Finish(); !status.ok()) return status.error();

  SectionReader postings(sections.postings, format::SectionId::kPostings);
  table.posting_offsets_ = postings.ReadPacked(block_count + 1);
  table.postings_ = postings.ReadPadded(postings.rest_size());
  if (postings.ok()) {
    const std::uint64_t bits = table.posting_offsets_[block_count];
    if (table.postings_.size() != (bits + 7) / 8 + format::kPadding) postings.Reject(Rule::kOffsets);
  }
  if (const Status status = postings.Finish(); !status.ok()) return status.error();
  return table;
}

Status WordTable::Verify(std::uint32_t entry_count, std::uint32_t detail_count, std::uint64_t& bytes_left) const {
  const Result<std::vector<std::uint32_t>> lengths = grammar_.Verify(format::SectionId::kWordGrammar);
  if (!lengths.ok()) return lengths.error();
  const TextList::Limits limits = {.symbol_lengths = *lengths, .bytes_left = bytes_left};
  if (Status status = blocks_.VerifyTokens(grammar_, limits, format::SectionId::kWords); !status.ok()) return status;
  if (Status status = VerifyWords(); !status.ok()) return status;
  return VerifyPostings(entry_count, detail_count);
}

Status WordTable::VerifyWords() const {
  constexpr auto kId = format::SectionId::kWords;
  std::string previous;
  std::uint32_t index = 0;
  for (std::uint32_t block = 0; block < blocks_.block_count(); ++block) {
    const std::string bytes = blocks_.Block(grammar_, block);
    const std::uint32_t block_end = std::min(size_, index + kWordsPerBlock);
    for (std::size_t at = 0; at < bytes.size(); ++index) {
      const std::size_t shared = SharedBytes(bytes[at]);
      const auto is_mark = [](char c) { return IsMark(c); };
      const auto end = static_cast<std::size_t>(
          std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes.end(), is_mark) - bytes.begin());
      const std::size_t most_shared = at == 0 ? 0 : previous.size();
      if (index == block_end || shared > format::kMaxShared || shared > most_shared) return Broken(Rule::kTexts, kId);
      const std::string word = previous.substr(0, shared) + bytes.substr(at + 1, end - at - 1);
      if (word <= previous || word.size() > format::kMaxWordLength) return Broken(Rule::kWordOrder, kId);
      if (!IsValidUtf8(word)) return Broken(Rule::kUtf8, kId);
      if (masks_[index] != LetterMask(word)) return Broken(Rule::kLetterMask, format::SectionId::kLetterMasks);
      previous = word;
      at = end;
    }
    if (index != block_end) return Broken(Rule::kTexts, kId);
  }
  return Done();
}

Status WordTable::VerifyPostings(std::uint32_t entry_count, std::uint32_t detail_count) const {
  constexpr auto kId = format::SectionId::kPostings;
  const std::uint64_t end = posting_offsets_[blocks_.block_count()];
  BitReader bits(postings_.data(), 0);
  for (std::uint32_t word = 0; word < size_; ++word) {
    if (word % kWordsPerBlock == 0 && bits.position() != posting_offsets_[word / kWordsPerBlock]) {
      return Broken(Rule::kOffsets, kId);
    }
    const Result<BitReader> after = PostingCursor::Verify(bits, end, entry_count, detail_count);
    if (!after.ok()) return after.error();
    bits = *after;
  }
  return bits.position() == end ? Done() : Status(Broken(Rule::kOffsets, kId));
}

// Calls visit(word) for the words of a block until it returns false. Decodes no further than that.
template <typename Visit>
void WordTable::VisitBlock(std::uint32_t block, Visit&& visit) const {
  std::array<char, format::kMaxWordLength> word;
  std::size_t length = 0;
  bool is_first = true;
  bool goes_on = true;
  blocks_.Decode(grammar_, block, [&](char c) {
    if (!IsMark(c)) {
      word[length++] = c;
      return true;
    }
    goes_on = is_first || visit(std::string_view(word.data(), length));
    is_first = false;
    length = SharedBytes(c);
    return goes_on;
  });
  if (goes_on) visit(std::string_view(word.data(), length));
}

std::string WordTable::word(std::uint32_t index) const {
  std::string found;
  VisitBlock(index / kWordsPerBlock, [&found, left = index % kWordsPerBlock](std::string_view word) mutable {
    if (left-- > 0) return true;
    found = word;
    return false;
  });
  return found;
}

std::vector<std::string> WordTable::words(std::span<const std::uint32_t> indices) const {
  std::vector<std::string> found;
  found.reserve(indices.size());
  for (auto next = indices.begin(); next != indices.end();) {
    std::uint32_t index = *next / kWordsPerBlock * kWordsPerBlock;
    const std::uint32_t block_end = index + kWordsPerBlock;
    VisitBlock(*next / kWordsPerBlock, [&](std::string_view word) {
      if (index++ == *next) {
        found.emplace_back(word);
        ++next;
      }
      return next != indices.end() && *next < block_end;
    });
  }
  return found;
}

PostingCursor WordTable::postings(std::uint32_t index, const PackedArray& detail_entries) const {
  BitReader bits(postings_.data(), posting_offsets_[index / kWordsPerBlock]);
  for (std::uint32_t i = 0; i < index % kWordsPerBlock; ++i) bits = PostingCursor::Skip(bits);
  return {bits, detail_entries};
}

bool WordTable::IsBefore(std::uint32_t block, std::string_view text) const {
  bool is_before = false;
  VisitBlock(block, [&is_before, text](std::string_view word) {
    is_before = word < text;
    return false;
  });
  return is_before;
}

std::uint32_t WordTable::LowerBound(std::string_view text) const {
  // The last block that begins before "text" holds the answer, or ends just before it.
  std::uint32_t begin = 0;
  std::uint32_t end = blocks_.block_count();
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (IsBefore(middle, text)) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == 0) return 0;
  std::uint32_t index = (begin - 1) * kWordsPerBlock;
  VisitBlock(begin - 1, [&index, text](std::string_view word) {
    const bool is_before = word < text;
    index += is_before;
    return is_before;
  });
  return index;
}

}  // namespace errlookup
