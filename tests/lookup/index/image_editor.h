// Takes an index image apart, so that a test can damage one thing, and puts it together with everything else
// right: section table, length and checksum.
#ifndef TESTS_LOOKUP_INDEX_IMAGE_EDITOR_H_
#define TESTS_LOOKUP_INDEX_IMAGE_EDITOR_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lookup/base/coding.h"
#include "lookup/index/format.h"

namespace errlookup {

using Image = std::vector<std::byte>;

// Sets the checksum to what the bytes ask for. Leaves an image shorter than a header alone.
void FixChecksum(Image& image);

// A packed array with its width byte and padding.
struct PackedNumbers {
  unsigned width = 0;
  std::vector<std::uint32_t> numbers;
};

// A grammar section.
struct GrammarParts {
  // How many code words of length 1, 2 … there are: for strings, for pairs.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> length_counts;
  std::vector<std::string> strings;                            // symbols 0, 1 …
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // the symbols after them
};

class ImageEditor {
 public:
  explicit ImageEditor(const Image& image);

  Image& operator[](format::SectionId id) { return sections_[static_cast<std::uint16_t>(id)].bytes; }
  void Remove(format::SectionId id) { sections_.erase(static_cast<std::uint16_t>(id)); }
  void Add(std::uint16_t id, std::uint16_t flags, const Image& bytes) { sections_[id] = {flags, bytes}; }

  // The packed array that begins "at" in a section.
  PackedNumbers Packed(format::SectionId id, std::size_t at, std::uint32_t count);
  // Puts it back; it may have another size.
  void SetPacked(format::SectionId id, std::size_t at, std::uint32_t old_count, const PackedNumbers& packed);

  GrammarParts ReadGrammar(format::SectionId id);
  void WriteGrammar(format::SectionId id, const GrammarParts& grammar);

  Image Build() const;

 private:
  struct Section {
    std::uint16_t flags = 0;
    Image bytes;
  };
  std::map<std::uint16_t, Section> sections_;
};

// A committed index, made from SmallInput() of tests/generator/index: index_golden_test.cc says what is in it.
Image ReadGolden(const std::string& name);

}  // namespace errlookup

#endif  // TESTS_LOOKUP_INDEX_IMAGE_EDITOR_H_
