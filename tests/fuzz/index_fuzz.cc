// Fuzz target: no bytes whatever make the index reader misbehave. Each input is tried as it is and, since a fuzzer does
// not guess checksums, with magic, version, length and checksum put right.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "lookup/index/format.h"
#include "lookup/index/index_reader.h"
#include "tests/lookup/index/image_editor.h"
#include "tests/lookup/index/use_index.h"

namespace {

using namespace errlookup;

void Try(const Image& image) {
  const Result<IndexReader> index = IndexReader::Open(image);
  if (index.ok()) UseIndex(*index);
}

void Put(Image& image, std::size_t at, std::uint32_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) image[at + i] = static_cast<std::byte>(value >> (8 * i));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Image image(reinterpret_cast<const std::byte*>(data), reinterpret_cast<const std::byte*>(data) + size);
  Try(image);
  if (size < format::kHeaderSize) return 0;
  for (std::size_t i = 0; i < format::kMagic.size(); ++i) image[i] = static_cast<std::byte>(format::kMagic[i]);
  Put(image, format::kMajorVersionAt, format::kMajorVersion, 2);
  Put(image, format::kFileLengthAt, static_cast<std::uint32_t>(size), 4);
  FixChecksum(image);
  Try(image);
  return 0;
}
