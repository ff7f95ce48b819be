// UTF-16 input, as Windows writes it: `wevtutil … > file`, Event Viewer exports, PowerShell's `>`.
#ifndef LOOKUP_SCAN_UTF16_H_
#define LOOKUP_SCAN_UTF16_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace errlookup {

enum class ByteOrder : std::uint8_t { kLittle, kBig };

// Whether the first bytes of an input are UTF-16: by the mark, or because nearly every other byte of a text in
// a Latin script is zero. "start" is the first 4 KiB, or all there is.
std::optional<ByteOrder> DetectUtf16(std::string_view start);

// Turns UTF-16 that comes in blocks into UTF-8. Surrogates that have lost their half become U+FFFD; a mark at the
// beginning is left out.
class Utf16Decoder {
 public:
  explicit Utf16Decoder(ByteOrder order) : order_(order) {}

  void Decode(std::string_view bytes, std::string& out);
  // What is left of a character that the input has cut.
  void Finish(std::string& out);

 private:
  void TakeUnit(std::uint16_t unit, std::string& out);

  ByteOrder order_;
  bool is_start_ = true;
  std::optional<unsigned char> half_unit_;
  std::optional<std::uint16_t> high_surrogate_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_UTF16_H_
