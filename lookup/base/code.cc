#include "lookup/base/code.h"

#include <array>

namespace errlookup {
namespace {

constexpr std::array<std::string_view, kSpaceCount> kSpaceNames = {
    "win32",    "hresult", "ntstatus", "ras",   "winsock", "setupapi", "raw",
    "bugcheck", "commdlg", "jet",      "mmsys", "neterr",  "pdh",      "tapi",
};

constexpr std::uint32_t kTopBit = 0x8000'0000;
constexpr std::uint32_t kFacilityWin32 = 7;         // FACILITY_WIN32 and FACILITY_NTWIN32
constexpr std::uint32_t kFacilitySetupapi = 15;     // FACILITY_SETUPAPI
constexpr std::uint32_t kFacilityNtBit = 0x1000'0000;
constexpr std::uint32_t kErrorSeverity = 0xC000'0000;         // ERROR_SEVERITY_ERROR
constexpr std::uint32_t kApplicationErrorMask = 0x2000'0000;  // APPLICATION_ERROR_MASK

// The macros test "(HRESULT)(x) <= 0".
constexpr bool IsZeroOrNegative(std::uint32_t value) { return value == 0 || (value & kTopBit) != 0; }

constexpr std::uint32_t Wrap(std::uint32_t value, std::uint32_t facility, std::uint32_t severity) {
  return (value & 0xFFFF) | facility << 16 | severity;
}

}  // namespace

std::string_view SpaceName(Space space) { return kSpaceNames[static_cast<std::size_t>(space)]; }

std::optional<Space> SpaceFromName(std::string_view name) {
  for (std::size_t i = 0; i < kSpaceNames.size(); ++i) {
    if (kSpaceNames[i] == name) return static_cast<Space>(i);
  }
  return std::nullopt;
}

HresultBits SplitHresult(std::uint32_t value) {
  return {.severity = (value >> 31 & 1) != 0,
          .reserved = (value >> 30 & 1) != 0,
          .customer = (value >> 29 & 1) != 0,
          .nt = (value >> 28 & 1) != 0,
          .facility = static_cast<std::uint16_t>(value >> 16 & 0xFFF),
          .code = static_cast<std::uint16_t>(value & 0xFFFF)};
}

NtstatusBits SplitNtstatus(std::uint32_t value) {
  return {.severity = static_cast<std::uint8_t>(value >> 30),
          .customer = (value >> 29 & 1) != 0,
          .reserved = (value >> 28 & 1) != 0,
          .facility = static_cast<std::uint16_t>(value >> 16 & 0xFFF),
          .code = static_cast<std::uint16_t>(value & 0xFFFF)};
}

std::uint32_t HresultFromWin32(std::uint32_t win32) {
  return IsZeroOrNegative(win32) ? win32 : Wrap(win32, kFacilityWin32, kTopBit);
}

std::uint32_t HresultFromNt(std::uint32_t ntstatus) { return ntstatus | kFacilityNtBit; }

std::uint32_t NtstatusFromWin32(std::uint32_t win32) {
  return IsZeroOrNegative(win32) ? win32 : Wrap(win32, kFacilityWin32, kErrorSeverity);
}

std::uint32_t HresultFromSetupapi(std::uint32_t setupapi) {
  constexpr std::uint32_t kMark = kApplicationErrorMask | kErrorSeverity;
  if ((setupapi & kMark) == kMark) return Wrap(setupapi, kFacilitySetupapi, kTopBit);
  return HresultFromWin32(setupapi);
}

}  // namespace errlookup
