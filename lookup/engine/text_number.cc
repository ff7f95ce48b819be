#include "lookup/engine/text_number.h"

#include <charconv>

namespace errlookup {
namespace {

std::string Digits(std::uint32_t value, int base) {
  char buffer[16];
  const std::to_chars_result end = std::to_chars(buffer, buffer + sizeof(buffer), value, base);
  std::string text(buffer, end.ptr);
  for (char& c : text)
    if (c >= 'a') c = static_cast<char>(c - ('a' - 'A'));
  return text;
}

}  // namespace

std::string DecimalText(std::uint32_t value) { return Digits(value, 10); }

std::string SignedText(std::uint32_t value) {
  return (value >> 31) != 0 ? "-" + Digits(0u - value, 10) : Digits(value, 10);
}

std::string HexText(std::uint32_t value) { return "0x" + Digits(value, 16); }

std::string LongHexText(std::uint32_t value) {
  const std::string digits = Digits(value, 16);
  return "0x" + std::string(8 - digits.size(), '0') + digits;
}

std::string CodeText(Space space, std::uint32_t value) {
  const bool is_decimal = space == Space::kWin32 || space == Space::kRas || space == Space::kWinsock;
  return is_decimal ? DecimalText(value) : LongHexText(value);
}

}  // namespace errlookup
