#include "generator/index/vocabulary.h"

#include <algorithm>
#include <cstdint>

#include "generator/index/bit_writer.h"
#include "lookup/base/coding.h"
#include "lookup/index/format.h"
#include "lookup/index/word_table.h"
#include "lookup/text/tokenizer.h"

namespace errlookup {
namespace {

constexpr std::uint32_t kFieldBits = 3;
constexpr std::uint32_t kFieldMask = 7;

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

// Differences of entries; with the field below them unless every place is in a symbol.
std::vector<std::byte> WritePostings(const std::vector<std::uint32_t>& places, bool has_fields) {
  std::vector<std::byte> out;
  std::uint32_t previous_entry = 0;
  for (const std::uint32_t place : places) {
    const std::uint32_t entry = place >> kFieldBits;
    const std::uint64_t difference = entry - previous_entry;
    PutVarint(out, has_fields ? difference << kFieldBits | (place & kFieldMask) : difference);
    previous_entry = entry;
  }
  return out;
}

void WriteRow(std::vector<std::byte>& out, std::string_view previous, const std::string& word,
              std::vector<std::uint32_t> places) {
  std::size_t shared = 0;
  while (shared < format::kMaxShared && shared < previous.size() && previous[shared] == word[shared]) ++shared;
  const std::size_t suffix_length = word.size() - shared;
  const std::size_t short_length = std::min<std::size_t>(suffix_length, format::kLongSuffix);
  PutU8(out, static_cast<std::uint8_t>(shared << 4 | short_length));
  if (short_length == format::kLongSuffix) PutU8(out, static_cast<std::uint8_t>(suffix_length - short_length));
  PutText(out, std::string_view(word).substr(shared));

  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const bool has_fields = std::any_of(places.begin(), places.end(), [](std::uint32_t place) {
    return static_cast<Field>(place & kFieldMask) != Field::kSymbol;
  });
  const std::vector<std::byte> postings = WritePostings(places, has_fields);
  PutVarint(out, postings.size() << 1 | (has_fields ? 1u : 0u));
  out.insert(out.end(), postings.begin(), postings.end());
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

Vocabulary::Sections Vocabulary::Write() const {
  std::vector<std::string> words;
  for (const auto& [word, places] : places_) words.push_back(word);
  std::sort(words.begin(), words.end());

  std::vector<std::byte> rows;
  std::vector<std::uint32_t> offsets = {0};
  std::vector<std::uint32_t> masks;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool begins_block = i % format::kWordsPerBlock == 0;
    if (begins_block && i > 0) offsets.push_back(static_cast<std::uint32_t>(rows.size()));
    WriteRow(rows, begins_block ? std::string_view() : words[i - 1], words[i], places_.at(words[i]));
    masks.push_back(LetterMask(words[i]));
  }
  if (!words.empty()) offsets.push_back(static_cast<std::uint32_t>(rows.size()));

  Sections sections;
  PutU32(sections.words, static_cast<std::uint32_t>(words.size()));
  PutPacked(sections.words, offsets);
  sections.words.insert(sections.words.end(), rows.begin(), rows.end());
  PutPacked(sections.letter_masks, masks);
  return sections;
}

}  // namespace errlookup
