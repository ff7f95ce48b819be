#include "generator/render/spellings.h"

#include <string_view>

namespace errlookup {
namespace {

constexpr std::string_view kHexDigits = "0123456789ABCDEF";

std::string FixedHex(std::uint32_t value) {
  std::string text = "0x";
  for (int shift = 28; shift >= 0; shift -= 4) text += kHexDigits[value >> shift & 0xF];
  return text;
}

std::string Signed(std::uint32_t value) { return std::to_string(static_cast<std::int32_t>(value)); }

std::string LittleEndianBytes(std::uint32_t value) {
  std::string text;
  for (int i = 0; i < 4; ++i, value >>= 8) {
    if (i > 0) text += ' ';
    text += kHexDigits[value >> 4 & 0xF];
    text += kHexDigits[value & 0xF];
  }
  return text;
}

bool IsHexSpace(Space space) { return space == Space::kHresult || space == Space::kNtstatus; }

Spelling Wrapped(std::string label, std::uint32_t value) {
  return {std::move(label), {FixedHex(value), Signed(value), std::to_string(value)}};
}

}  // namespace

std::string ShortHex(std::uint32_t value) {
  std::string digits = FixedHex(value).substr(2);
  const std::size_t first = digits.find_first_not_of('0');
  return "0x" + (first == std::string::npos ? "0" : digits.substr(first));
}

std::string UsualSpelling(Space space, std::uint32_t value) {
  return IsHexSpace(space) ? FixedHex(value) : std::to_string(value);
}

std::vector<Spelling> Spellings(Space space, std::uint32_t value) {
  std::vector<Spelling> all;
  if (IsHexSpace(space)) {
    all.push_back({"Hexadecimal", {FixedHex(value)}});
    all.push_back({"Signed decimal", {Signed(value)}});
    all.push_back({"Unsigned decimal", {std::to_string(value)}});
    if (space == Space::kNtstatus) all.push_back(Wrapped("As HRESULT (HRESULT_FROM_NT)", HresultFromNt(value)));
  } else {
    all.push_back({"Decimal", {std::to_string(value)}});
    all.push_back({"Hexadecimal", {ShortHex(value), FixedHex(value)}});
    all.push_back(Wrapped("As HRESULT (HRESULT_FROM_WIN32)", HresultFromWin32(value)));
    all.push_back(Wrapped("As NTSTATUS (NTSTATUS_FROM_WIN32)", NtstatusFromWin32(value)));
  }
  all.push_back({"Bytes, little-endian", {LittleEndianBytes(value)}});
  return all;
}

}  // namespace errlookup
