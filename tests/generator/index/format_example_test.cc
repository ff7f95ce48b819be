// The bytes that are written down: the worked example of FORMAT.md and the golden index. Both are rewritten when
// UPDATE_GOLDEN is set; read the difference before you commit it. A change of the format also needs a new
// version and a new golden file.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "generator/index/index_writer.h"
#include "lookup/base/coding.h"
#include "tests/generator/index/small_input.h"

namespace errlookup {
namespace {

const char* const kFormatFile = SOURCE_DIR "/lookup/index/FORMAT.md";
const char* const kGoldenFile = SOURCE_DIR "/tests/lookup/index/golden/v1.0.idx";
constexpr std::string_view kBegin = "```hexdump\n";
constexpr std::string_view kEnd = "```\n";

std::string ReadFile(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void WriteFile(const char* path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

bool MayUpdate() { return std::getenv("UPDATE_GOLDEN") != nullptr; }

// 16 bytes a line: offset, hex, ASCII.
std::string HexDump(Bytes bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string dump;
  for (std::size_t line = 0; line < bytes.size(); line += 16) {
    for (int shift = 12; shift >= 0; shift -= 4) dump += kDigits[line >> shift & 15];
    dump += ' ';
    std::string text;
    for (std::size_t i = line; i < line + 16; ++i) {
      if (i % 8 == 0) dump += ' ';
      if (i >= bytes.size()) {
        dump += "   ";
        continue;
      }
      const std::uint8_t byte = GetU8(bytes, i);
      dump += kDigits[byte >> 4];
      dump += kDigits[byte & 15];
      dump += ' ';
      text += byte >= 0x20 && byte < 0x7F ? static_cast<char>(byte) : '.';
    }
    dump += " |" + text + "|\n";
  }
  return dump;
}

TEST(FormatExample, ShowsTheBytesThatTheWriterMakes) {
  const std::string dump = HexDump(WriteIndex(TinyInput(), IndexProfile::kFull).value());
  std::string document = ReadFile(kFormatFile);
  const std::size_t begin = document.find(kBegin) + kBegin.size();
  ASSERT_NE(document.find(kBegin), std::string::npos);
  const std::size_t length = document.find(kEnd, begin) - begin;
  if (MayUpdate()) {
    document.replace(begin, length, dump);
    WriteFile(kFormatFile, document);
    return;
  }
  EXPECT_EQ(document.substr(begin, length), dump);
}

TEST(FormatGolden, IsWhatTheWriterMakes) {
  const std::vector<std::byte> image = WriteIndex(SmallInput(), IndexProfile::kFull).value();
  if (MayUpdate()) {
    WriteFile(kGoldenFile, AsText(image));
    return;
  }
  EXPECT_EQ(HexDump(AsBytes(ReadFile(kGoldenFile))), HexDump(image));
}

}  // namespace
}  // namespace errlookup
