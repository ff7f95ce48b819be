#include "lookup/scan/utf16.h"

#include "lookup/base/utf8.h"

namespace errlookup {
namespace {

constexpr char32_t kMark = 0xFEFF;

}  // namespace

std::optional<ByteOrder> DetectUtf16(std::string_view start) {
  if (start.starts_with("\xFF\xFE")) return ByteOrder::kLittle;
  if (start.starts_with("\xFE\xFF")) return ByteOrder::kBig;
  const std::size_t pairs = start.size() / 2;
  if (pairs < 8) return std::nullopt;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < 2 * pairs; ++i) zeros[i % 2] += start[i] == '\0';
  // Text, not binary data: the other half of the bytes holds no zeros.
  if (zeros[1] * 2 > pairs && zeros[0] * 20 < pairs) return ByteOrder::kLittle;
  if (zeros[0] * 2 > pairs && zeros[1] * 20 < pairs) return ByteOrder::kBig;
  return std::nullopt;
}

void Utf16Decoder::Decode(std::string_view bytes, std::string& out) {
  const auto unit_of = [&](unsigned char first, unsigned char second) {
    return static_cast<std::uint16_t>(order_ == ByteOrder::kLittle ? first | second << 8 : first << 8 | second);
  };
  std::size_t i = 0;
  if (half_unit_ && !bytes.empty()) {
    TakeUnit(unit_of(*half_unit_, static_cast<unsigned char>(bytes[0])), out);
    half_unit_.reset();
    i = 1;
  }
  for (; i + 2 <= bytes.size(); i += 2) {
    const std::uint16_t unit = unit_of(static_cast<unsigned char>(bytes[i]), static_cast<unsigned char>(bytes[i + 1]));
    if (unit < 0x80 && !high_surrogate_ && !is_start_) out += static_cast<char>(unit);
    else TakeUnit(unit, out);
  }
  if (i < bytes.size()) half_unit_ = static_cast<unsigned char>(bytes[i]);
}

void Utf16Decoder::TakeUnit(std::uint16_t unit, std::string& out) {
  const bool was_start = is_start_;
  is_start_ = false;
  if (was_start && unit == kMark) return;
  const bool is_high = unit >= 0xD800 && unit <= 0xDBFF;
  const bool is_low = unit >= 0xDC00 && unit <= 0xDFFF;
  if (high_surrogate_ && is_low) {
    AppendUtf8(0x10000 + ((static_cast<char32_t>(*high_surrogate_) & 0x3FF) << 10 | (unit & 0x3FF)), out);
    high_surrogate_.reset();
    return;
  }
  if (high_surrogate_) AppendUtf8(kReplacementCharacter, out);
  high_surrogate_.reset();
  if (is_high) high_surrogate_ = unit;
  else AppendUtf8(unit, out);
}

void Utf16Decoder::Finish(std::string& out) {
  if (high_surrogate_ || half_unit_) AppendUtf8(kReplacementCharacter, out);
  high_surrogate_.reset();
  half_unit_.reset();
}

}  // namespace errlookup
