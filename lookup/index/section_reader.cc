#include "lookup/index/section_reader.h"

#include <algorithm>

namespace errlookup {

std::uint32_t SectionReader::ReadCount() {
  const std::optional<std::uint32_t> count = bytes_.ReadU32();
  if (!count) Reject(Rule::kSectionSize);
  if (count && *count > format::kMaxCount) Reject(Rule::kCount);
  return ok() ? *count : 0;
}

std::uint8_t SectionReader::ReadU8() {
  const std::optional<std::uint8_t> value = bytes_.ReadU8();
  if (!value) Reject(Rule::kSectionSize);
  return value.value_or(0);
}

std::uint16_t SectionReader::ReadU16() {
  const Bytes bytes = ReadBytes(2);
  return bytes.empty() ? std::uint16_t{0} : GetU16(bytes, 0);
}

std::uint64_t SectionReader::ReadVarint() {
  const std::optional<std::uint64_t> value = bytes_.ReadVarint();
  if (!value) Reject(Rule::kSectionSize);
  return value.value_or(0);
}

Bytes SectionReader::ReadBytes(std::size_t count) {
  const std::optional<Bytes> bytes = bytes_.ReadBytes(count);
  if (!bytes) Reject(Rule::kSectionSize);
  return bytes.value_or(Bytes());
}

PackedArray SectionReader::ReadPacked(std::uint32_t count, unsigned max_width) {
  const unsigned width = ReadU8();
  if (width > max_width) Reject(Rule::kPackedArray);
  if (!ok()) return {};
  const Bytes bytes = ReadPadded(static_cast<std::size_t>(PackedArray::SizeInBytes(count, width)));
  return ok() ? PackedArray(bytes, count, width) : PackedArray();
}

Bytes SectionReader::ReadPadded(std::size_t size_with_padding) {
  const Bytes bytes = ReadBytes(size_with_padding);
  if (bytes.size() < format::kPadding) {
    Reject(Rule::kSectionSize);
    return {};
  }
  const Bytes padding = bytes.last(format::kPadding);
  if (std::any_of(padding.begin(), padding.end(), [](std::byte b) { return b != std::byte{0}; })) {
    Reject(Rule::kPackedArray);
  }
  return bytes;
}

void SectionReader::Reject(Rule rule) {
  if (!broken_) broken_ = rule;
}

Status SectionReader::Finish() {
  if (ok() && !bytes_.empty()) Reject(Rule::kSectionSize);
  if (broken_) return Broken(*broken_, id_);
  return Done();
}

}  // namespace errlookup
