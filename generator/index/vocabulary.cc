#include "generator/index/vocabulary.h"

#include <algorithm>
#include <utility>

#include "generator/index/bit_writer.h"
#include "generator/index/grammar_coder.h"
#include "lookup/base/coding.h"
#include "lookup/index/format.h"
#include "lookup/index/word_table.h"
#include "lookup/text/tokenizer.h"

namespace errlookup {
namespace {

constexpr std::uint32_t kFieldBits = 3;
constexpr std::uint32_t kFieldMask = 7;
constexpr std::uint32_t kMessageOnly = 1u << (static_cast<int>(Field::kMessage) - 1);

std::string WithoutLinkTargets(std::string_view markdown) {
  std::string text;
  for (;;) {
    const std::size_t target = markdown.find("](");
    text += markdown.substr(0, target);
    if (target == std::string_view::npos) return text;
    text += ' ';
    const std::size_t end = markdown.find(')', target);
    if (end == std::string_view::npos) return text;
    markdown.remove_prefix(end + 1);
  }
}

// The two lists of a word: entries that have it in a name, and details with the fields that have it.
struct Lists {
  std::vector<std::uint32_t> entries;
  struct InDetail {
    std::uint32_t detail;
    std::uint32_t mask;  // bit f - 1 for field f
  };
  std::vector<InDetail> details;
};

Lists Divide(std::vector<std::uint32_t> places, const std::vector<std::uint32_t>& detail_entries) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  Lists lists;
  for (const std::uint32_t place : places) {
    const std::uint32_t entry = place >> kFieldBits;
    const std::uint32_t field = place & kFieldMask;
    if (field == static_cast<std::uint32_t>(Field::kSymbol)) {
      lists.entries.push_back(entry);
      continue;
    }
    const auto at = std::lower_bound(detail_entries.begin(), detail_entries.end(), entry);
    const auto detail = static_cast<std::uint32_t>(at - detail_entries.begin());
    if (lists.details.empty() || lists.details.back().detail != detail) lists.details.push_back({detail, 0});
    lists.details.back().mask |= 1u << (field - 1);
  }
  return lists;
}

// False if the list is longer than the format can say.
bool PutEntries(BitStream& out, const std::vector<std::uint32_t>& entries) {
  out.PutGamma(static_cast<std::uint32_t>(entries.size()) + 1);
  BitStream list;
  std::uint32_t next = 0;
  for (const std::uint32_t entry : entries) {
    list.PutDelta(entry - next + 1);
    next = entry + 1;
  }
  if (entries.size() >= format::kLongList) {
    if (list.size_in_bits() >> format::kListLengthBits != 0) return false;
    out.Put(static_cast<std::uint32_t>(list.size_in_bits()), format::kListLengthBits);
  }
  out.Append(list);
  return true;
}

void PutDetails(BitStream& out, const std::vector<Lists::InDetail>& details) {
  out.PutGamma(static_cast<std::uint32_t>(details.size()) + 1);
  std::uint32_t next = 0;
  std::uint32_t mask_before = kMessageOnly;
  for (const Lists::InDetail& detail : details) {
    out.PutDelta(detail.detail - next + 1);
    next = detail.detail + 1;
    const bool is_same = detail.mask == mask_before;
    out.Put(is_same ? 1 : 0, 1);
    if (!is_same) out.Put(detail.mask, format::kFieldMaskBits);
    mask_before = detail.mask;
  }
}

// What a word adds to a block: a byte for the number of bytes shared with the word before, the others.
std::string InBlock(std::string_view previous, std::string_view word) {
  std::size_t shared = 0;
  while (shared < format::kMaxShared && shared < previous.size() && previous[shared] == word[shared]) ++shared;
  std::string coded(1, static_cast<char>(shared + 1));
  coded += word.substr(shared);
  return coded;
}

}  // namespace

void Vocabulary::Add(std::string_view text, std::uint32_t entry, Field field) {
  const std::uint32_t place = entry << kFieldBits | static_cast<std::uint32_t>(field);
  for (const std::string& word : Tokenize(text)) {
    if (word.empty() || word.size() > format::kMaxWordLength) continue;
    std::vector<std::uint32_t>& places = places_[word];
    if (places.empty() || places.back() != place) places.push_back(place);
  }
}

void Vocabulary::AddMarkdown(std::string_view markdown, std::uint32_t entry, Field field) {
  Add(WithoutLinkTargets(markdown), entry, field);
}

Result<Vocabulary::Sections> Vocabulary::Write(const std::vector<std::uint32_t>& detail_entries) const {
  std::vector<std::string> words;
  for (const auto& [word, places] : places_) words.push_back(word);
  std::sort(words.begin(), words.end());

  TextBlocks blocks;
  BitStream postings;
  std::vector<std::uint32_t> offsets, masks;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins_block = i % format::kWordsPerBlock == 0;
    if (begins_block) {
      blocks.emplace_back();
      offsets.push_back(static_cast<std::uint32_t>(postings.size_in_bits()));
    }
    blocks.back() += InBlock(begins_block ? std::string_view() : words[i - 1], words[i]);
    masks.push_back(LetterMask(words[i]));
    const Lists lists = Divide(places_.at(words[i]), detail_entries);
    const bool fits = PutEntries(postings, lists.entries);
    PutDetails(postings, lists.details);
    if (!fits || postings.size_in_bits() > 0xFFFF'FFFF) {
      return Fail(ErrorCode::kLimit, "cannot write the index: the words make too many postings; leave texts out");
    }
  }
  offsets.push_back(static_cast<std::uint32_t>(postings.size_in_bits()));

  Result<CodedTexts> coded = CodeTexts({blocks});
  if (!coded.ok()) return coded.error();
  Sections sections;
  sections.grammar = std::move(coded->grammar);
  PutU32(sections.words, static_cast<std::uint32_t>(words.size()));
  sections.words.insert(sections.words.end(), coded->lists[0].begin(), coded->lists[0].end());
  PutPacked(sections.letter_masks, masks);
  PutPacked(sections.postings, offsets);
  const std::vector<std::byte> bits = postings.Take();
  sections.postings.insert(sections.postings.end(), bits.begin(), bits.end());
  return sections;
}

}  // namespace errlookup
