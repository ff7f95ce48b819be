// Code spaces and the arithmetic between them.
//
// The same 32 bits mean different things in different spaces: 0x000032DF is the Win32 code 13023, and
// 0x800732DF is the HRESULT that wraps it. Layouts follow [MS-ERREF] sections 2.1 to 2.3.
#ifndef LOOKUP_BASE_CODE_H_
#define LOOKUP_BASE_CODE_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace errlookup {

// The number of each is its number in the index file (lookup/index/FORMAT.md).
enum class Space : std::uint8_t {
  kWin32 = 0,
  kHresult = 1,
  kNtstatus = 2,
  kRas = 3,      // raserror.h and RasGetErrorString
  kWinsock = 4,  // 10000-11999
  kSetupapi = 5, // 0xE000xxxx
  kRaw = 6,      // a 32-bit number in none of the spaces
  // Spaces of the general catalogue only.
  kBugcheck = 7,
  kCommdlg = 8,
  kJet = 9,
  kMmsys = 10,
  kNeterr = 11,
  kPdh = 12,
  kTapi = 13,
};
inline constexpr int kSpaceCount = 14;

// "win32", "hresult", ...: the words of the data files, of --space and of the JSON output.
std::string_view SpaceName(Space space);
std::optional<Space> SpaceFromName(std::string_view name);

// HRESULT fields. Facility is read from bits 27-16: facilities above 0x7FF exist (DXGI is 0x87A).
struct HresultBits {
  bool severity;  // bit 31: failure
  bool reserved;  // bit 30 (R)
  bool customer;  // bit 29 (C)
  bool nt;        // bit 28 (N): an NTSTATUS was mapped
  std::uint16_t facility;
  std::uint16_t code;
};
HresultBits SplitHresult(std::uint32_t value);

struct NtstatusBits {
  std::uint8_t severity;  // bits 31-30: 0 success, 1 informational, 2 warning, 3 error
  bool customer;          // bit 29
  bool reserved;          // bit 28 (N)
  std::uint16_t facility; // bits 27-16
  std::uint16_t code;
};
NtstatusBits SplitNtstatus(std::uint32_t value);

// The macros of winerror.h and ntstatus.h, same names, same results. HRESULT_FROM_WIN32 and
// NTSTATUS_FROM_WIN32 pass values that are zero or have the top bit set.
std::uint32_t HresultFromWin32(std::uint32_t win32);
std::uint32_t HresultFromNt(std::uint32_t ntstatus);
std::uint32_t NtstatusFromWin32(std::uint32_t win32);
std::uint32_t HresultFromSetupapi(std::uint32_t setupapi);

}  // namespace errlookup

#endif  // LOOKUP_BASE_CODE_H_
