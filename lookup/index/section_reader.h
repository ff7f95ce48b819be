// What the sections of the index are made of: reads the pieces in order and keeps the first broken rule.
#ifndef LOOKUP_INDEX_SECTION_READER_H_
#define LOOKUP_INDEX_SECTION_READER_H_

#include <cstdint>
#include <optional>

#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/format.h"
#include "lookup/index/packed_array.h"
#include "lookup/index/rules.h"

namespace errlookup {

// After the first failure every read gives zero or nothing, so a parser can read everything and ask once.
class SectionReader {
 public:
  SectionReader(Bytes section, format::SectionId id) : bytes_(section), id_(id) {}

  // A count of things: R12.
  std::uint32_t ReadCount();
  std::uint8_t ReadU8();
  std::uint16_t ReadU16();
  std::uint64_t ReadVarint();
  Bytes ReadBytes(std::size_t count);
  // A width byte, the packed elements, the padding: R13.
  PackedArray ReadPacked(std::uint32_t count, unsigned max_width = PackedArray::kMaxWidth);

  // Bytes that end with padding: R13 unless that is zero.
  Bytes ReadPadded(std::size_t size_with_padding);

  std::size_t rest_size() const { return bytes_.size(); }
  void Reject(Rule rule);
  bool ok() const { return !broken_; }

  // Done if nothing was wrong and nothing is left over (R11).
  Status Finish();

 private:
  ByteReader bytes_;
  format::SectionId id_;
  std::optional<Rule> broken_;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_SECTION_READER_H_
