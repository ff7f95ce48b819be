#include "lookup/index/text_list.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "lookup/base/utf8.h"

namespace errlookup {
namespace {

// Rather too much: room that is not needed costs nothing, but growing does.
constexpr std::uint64_t kBytesOfBit = 2;

// Gathers bytes. A string asked to grow for each of them takes as long as the decoding itself.
class Collector {
 public:
  void Put(char c) {
    if (used_ == chunk_.size()) Flush();
    chunk_[used_++] = c;
  }
  std::string Take() {
    Flush();
    return std::move(bytes_);
  }

 private:
  // Kept out of Put so that the compiler takes that into the loop of the decoder.
  [[gnu::noinline]] void Flush() {
    bytes_.append(chunk_.data(), used_);
    used_ = 0;
  }

  std::string bytes_;
  std::size_t used_ = 0;
  std::array<char, 256> chunk_;
};

}  // namespace

TextList TextList::Read(SectionReader& reader, std::uint32_t block_count) {
  TextList list;
  list.offsets_ = reader.ReadPacked(block_count + 1);
  list.stream_ = reader.ReadPadded(reader.rest_size());
  if (!reader.ok()) return {};
  const std::uint64_t bits = list.offsets_[block_count];
  if (list.stream_.size() != (bits + 7) / 8 + format::kPadding) reader.Reject(Rule::kOffsets);
  return list;
}

Status TextList::VerifyTokens(const Grammar& grammar, Limits limits, format::SectionId id) const {
  if (offsets_[0] != 0) return Broken(Rule::kOffsets, id);
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
  }
  return Done();
}

Result<std::vector<std::uint32_t>> TextList::Verify(const Grammar& grammar, Limits limits,
                                                    format::SectionId id) const {
  if (const Status status = VerifyTokens(grammar, limits, id); !status.ok()) return status.error();
  std::vector<std::uint32_t> counts;
  counts.reserve(block_count());
  for (std::uint32_t block = 0; block < block_count(); ++block) {
    const std::string text = Block(grammar, block);
    if (!text.empty() && text.back() != '\0') return Broken(Rule::kTexts, id);
    if (!IsValidUtf8(text)) return Broken(Rule::kUtf8, id);
    counts.push_back(static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\0')));
  }
  return counts;
}

BlockText TextList::Read(const Grammar& grammar, std::uint32_t block) const {
  std::uint64_t bit = offsets_[block];
  const std::uint64_t end = offsets_[block + 1];
  const std::uint64_t guess = std::min<std::uint64_t>((end - bit) * kBytesOfBit, format::kMaxBlockLength);
  std::size_t room = static_cast<std::size_t>(guess) + format::kMaxStringLength;
  BlockText text = {.bytes = std::unique_ptr<char[]>(new char[room]), .size = 0};
  for (;;) {
    char* const begin = text.bytes.get();
    text.size = static_cast<std::size_t>(grammar.Decode(stream_.data(), bit, end, begin + text.size, begin + room) - begin);
    if (bit >= end) break;
    std::unique_ptr<char[]> larger(new char[room *= 2]);
    std::memcpy(larger.get(), begin, text.size);
    text.bytes = std::move(larger);
  }
  return text;
}

std::string TextList::Block(const Grammar& grammar, std::uint32_t block) const {
  return std::string(Read(grammar, block).view());
}

std::string TextList::Text(const Grammar& grammar, std::uint32_t block, std::uint32_t index) const {
  Collector text;
  Decode(grammar, block, [&text, index](char c) mutable {
    if (c == '\0') return index-- != 0;
    if (index == 0) text.Put(c);
    return true;
  });
  return text.Take();
}

std::vector<std::string> TextList::Texts(const Grammar& grammar, std::uint32_t block) const {
  const BlockText read = Read(grammar, block);
  const std::string_view bytes = read.view();
  std::vector<std::string> texts;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = bytes.find('\0', begin);
    texts.emplace_back(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
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
