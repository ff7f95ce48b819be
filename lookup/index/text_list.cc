#include "lookup/index/text_list.h"

#include <algorithm>
#include <utility>

#include "lookup/base/utf8.h"

namespace errlookup {

template <typename Sink>
void TextList::Decode(const Grammar& grammar, std::uint32_t block, Sink&& sink) const {
  std::uint64_t bit = offsets_[block];
  const std::uint64_t end = offsets_[block + 1];
  while (bit < end) {
    const Grammar::SymbolId symbol = grammar.NextSymbol(stream_.data(), bit);
    if (!grammar.Expand(symbol, sink)) return;
  }
}

TextList TextList::Read(SectionReader& reader, std::uint32_t block_count) {
  TextList list;
  list.offsets_ = reader.ReadPacked(block_count + 1);
  list.stream_ = reader.ReadPadded(reader.rest_size());
  if (!reader.ok()) return {};
  const std::uint64_t bits = list.offsets_[block_count];
  if (list.stream_.size() != (bits + 7) / 8 + format::kPadding) reader.Reject(Rule::kOffsets);
  return list;
}

Result<std::vector<std::uint32_t>> TextList::Verify(const Grammar& grammar, Limits limits,
                                                    format::SectionId id) const {
  std::vector<std::uint32_t> counts;
  counts.reserve(block_count());
  if (offsets_[0] != 0) return Broken(Rule::kOffsets, id);
  std::string text;
  for (std::uint32_t block = 0; block < block_count(); ++block) {
    std::uint64_t bit = offsets_[block];
    const std::uint64_t end = offsets_[block + 1];
    // Read has made sure that the last offset is right, so none that ascends to it is outside.
    if (end < bit || end > offsets_[block_count()]) return Broken(Rule::kOffsets, id);
    std::uint64_t length = 0;
    while (bit < end) length += limits.symbol_lengths[grammar.NextSymbol(stream_.data(), bit)];
    if (bit != end) return Broken(Rule::kTokens, id);
    if (length > format::kMaxBlockLength || length > limits.bytes_left) return Broken(Rule::kExpansion, id);
    limits.bytes_left -= length;

    text.clear();
    Decode(grammar, block, [&text](char c) {
      text.push_back(c);
      return true;
    });
    if (!text.empty() && text.back() != '\0') return Broken(Rule::kTexts, id);
    if (!IsValidUtf8(text)) return Broken(Rule::kUtf8, id);
    counts.push_back(static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\0')));
  }
  return counts;
}

std::string TextList::Text(const Grammar& grammar, std::uint32_t block, std::uint32_t index) const {
  std::string text;
  Decode(grammar, block, [&text, index](char c) mutable {
    if (c == '\0') return index-- != 0;
    if (index == 0) text.push_back(c);
    return true;
  });
  return text;
}

std::vector<std::string> TextList::Texts(const Grammar& grammar, std::uint32_t block) const {
  std::vector<std::string> texts;
  std::string text;
  Decode(grammar, block, [&texts, &text](char c) {
    if (c != '\0') {
      text.push_back(c);
    } else {
      texts.push_back(std::move(text));
      text.clear();
    }
    return true;
  });
  return texts;
}

Status VerifyTextCounts(const std::vector<std::uint32_t>& counts, std::uint32_t text_count,
                        std::uint32_t texts_per_block, format::SectionId id) {
  for (const std::uint32_t count : counts) {
    if (count != std::min(text_count, texts_per_block)) return Broken(Rule::kTexts, id);
    text_count -= count;
  }
  return text_count == 0 ? Done() : Status(Broken(Rule::kTexts, id));
}

}  // namespace errlookup
