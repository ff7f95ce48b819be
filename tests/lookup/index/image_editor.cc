#include "tests/lookup/index/image_editor.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "lookup/base/crc32.h"
#include "lookup/index/packed_array.h"

namespace errlookup {
namespace {

using format::SectionId;

void PutPackedNumbers(Image& out, const PackedNumbers& packed) {
  PutU8(out, static_cast<std::uint8_t>(packed.width));
  std::vector<bool> bits;
  for (const std::uint32_t number : packed.numbers) {
    for (unsigned i = 0; i < packed.width; ++i) bits.push_back((number >> i & 1) != 0);
  }
  while (bits.size() % 8 != 0) bits.push_back(false);
  for (std::size_t i = 0; i < bits.size(); i += 8) {
    unsigned byte = 0;
    for (unsigned bit = 0; bit < 8; ++bit) byte |= (bits[i + bit] ? 1u : 0u) << bit;
    PutU8(out, static_cast<std::uint8_t>(byte));
  }
  out.insert(out.end(), format::kPadding, std::byte{0});
}

std::size_t PackedSize(std::uint32_t count, unsigned width) {
  return 1 + static_cast<std::size_t>(PackedArray::SizeInBytes(count, width));
}

}  // namespace

void FixChecksum(Image& image) {
  if (image.size() < format::kHeaderSize) return;
  const Bytes bytes(image);
  const std::uint32_t crc = Crc32(bytes.subspan(format::kChecksumAt + 4), Crc32(bytes.first(format::kChecksumAt)));
  for (std::size_t i = 0; i < 4; ++i) image[format::kChecksumAt + i] = static_cast<std::byte>(crc >> (8 * i));
}

ImageEditor::ImageEditor(const Image& image) {
  const Bytes bytes(image);
  for (std::uint32_t i = 0; i < GetU32(bytes, format::kSectionCountAt); ++i) {
    const std::size_t row = format::kHeaderSize + i * format::kSectionRowSize;
    const Bytes section = bytes.subspan(GetU32(bytes, row + 4), GetU32(bytes, row + 8));
    sections_[GetU16(bytes, row)] = {GetU16(bytes, row + 2), Image(section.begin(), section.end())};
  }
}

PackedNumbers ImageEditor::Packed(SectionId id, std::size_t at, std::uint32_t count) {
  const Bytes section((*this)[id]);
  PackedNumbers packed;
  packed.width = GetU8(section, at);
  const PackedArray array(section.subspan(at + 1), count, packed.width);
  for (std::uint32_t i = 0; i < count; ++i) packed.numbers.push_back(array[i]);
  return packed;
}

void ImageEditor::SetPacked(SectionId id, std::size_t at, std::uint32_t old_count, const PackedNumbers& packed) {
  Image& section = (*this)[id];
  const std::size_t old_end = at + PackedSize(old_count, GetU8(section, at));
  Image changed(section.begin(), section.begin() + static_cast<std::ptrdiff_t>(at));
  PutPackedNumbers(changed, packed);
  changed.insert(changed.end(), section.begin() + static_cast<std::ptrdiff_t>(old_end), section.end());
  section = changed;
}

GrammarParts ImageEditor::ReadGrammar(SectionId id) {
  const Bytes section((*this)[id]);
  GrammarParts grammar;
  ByteReader reader(section);
  const std::uint32_t string_count = *reader.ReadU32();
  const std::uint32_t pair_count = *reader.ReadU32();
  for (unsigned length = 1; length <= format::kMaxCodeLength; ++length) {
    const auto strings = static_cast<std::uint32_t>(*reader.ReadVarint());
    grammar.length_counts.emplace_back(strings, static_cast<std::uint32_t>(*reader.ReadVarint()));
  }
  for (std::uint32_t i = 0; i < string_count; ++i) {
    const std::string_view padded = AsText(*reader.ReadBytes(format::kMaxStringLength));
    grammar.strings.emplace_back(padded.substr(0, std::max<std::size_t>(padded.find_last_not_of('\0') + 1, 1)));
  }
  const PackedNumbers packed = Packed(id, section.size() - reader.size(), pair_count);
  for (const std::uint32_t pair : packed.numbers) {
    const unsigned width = packed.width / 2;
    grammar.pairs.emplace_back(pair & ((1u << width) - 1), pair >> width);
  }
  return grammar;
}

void ImageEditor::WriteGrammar(SectionId id, const GrammarParts& grammar) {
  Image out;
  PutU32(out, static_cast<std::uint32_t>(grammar.strings.size()));
  PutU32(out, static_cast<std::uint32_t>(grammar.pairs.size()));
  for (const auto& [strings, pairs] : grammar.length_counts) {
    PutVarint(out, strings);
    PutVarint(out, pairs);
  }
  for (std::string padded : grammar.strings) {
    padded.resize(format::kMaxStringLength);
    PutText(out, padded);
  }
  PackedNumbers packed = {.width = 32, .numbers = {}};
  for (const auto& [left, right] : grammar.pairs) packed.numbers.push_back(left | right << 16);
  PutPackedNumbers(out, packed);
  (*this)[id] = out;
}

Image ImageEditor::Build() const {
  Image out;
  PutText(out, format::kMagic);
  PutU16(out, format::kMajorVersion);
  PutU16(out, format::kMinorVersion);
  PutU32(out, 0);
  std::size_t size = format::kHeaderSize + sections_.size() * format::kSectionRowSize;
  for (const auto& [id, section] : sections_) size += section.bytes.size();
  PutU32(out, static_cast<std::uint32_t>(size));
  PutU32(out, static_cast<std::uint32_t>(sections_.size()));
  std::size_t offset = format::kHeaderSize + sections_.size() * format::kSectionRowSize;
  for (const auto& [id, section] : sections_) {
    PutU16(out, id);
    PutU16(out, section.flags);
    PutU32(out, static_cast<std::uint32_t>(offset));
    PutU32(out, static_cast<std::uint32_t>(section.bytes.size()));
    offset += section.bytes.size();
  }
  for (const auto& [id, section] : sections_) out.insert(out.end(), section.bytes.begin(), section.bytes.end());
  FixChecksum(out);
  return out;
}

Image ReadGolden(const std::string& name) {
  std::ifstream file(std::string(INDEX_GOLDEN_DIR) + "/" + name, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read the golden index " + name);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  Image image;
  PutText(image, text);
  return image;
}

}  // namespace errlookup
