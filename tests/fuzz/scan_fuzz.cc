// Fuzz target: no bytes whatever make a scan misbehave, and the findings do not depend on how the input is cut. The
// first byte chooses where. The same bytes are also tried as UTF-16 and as gzip.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "lookup/scan/gzip_reader.h"
#include "lookup/scan/utf16.h"
#include "tests/lookup/scan/slow_scan.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace errlookup;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  static const ChunkScanner scanner(CatalogCodes());
  if (ScanInBlocks(scanner, text, data[0] + 1u) != ScanInBlocks(scanner, text, size)) std::abort();
  if (size < 4096 && ScanInBlocks(scanner, text, size) != SlowScan(CatalogCodes(), text)) std::abort();

  for (const ByteOrder order : {ByteOrder::kLittle, ByteOrder::kBig}) {
    std::string decoded;
    Utf16Decoder decoder(order);
    decoder.Decode(text, decoded);
    decoder.Finish(decoded);
    ScanInBlocks(scanner, decoded, decoded.size() + 1);
  }
  GzipReader reader([](std::string_view) {});
  if (reader.Feed(text).ok()) (void)reader.Finish();
  return 0;
}
