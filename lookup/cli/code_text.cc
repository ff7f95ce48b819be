#include "lookup/cli/code_text.h"

#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

bool IsWrittenInDecimal(Space space) {
  return space == Space::kWin32 || space == Space::kRas || space == Space::kWinsock;
}

}  // namespace

std::string_view SpaceTitle(Space space) {
  switch (space) {
    case Space::kWin32: return "Win32";
    case Space::kHresult: return "HRESULT";
    case Space::kNtstatus: return "NTSTATUS";
    case Space::kRas: return "RAS";
    case Space::kWinsock: return "Winsock";
    case Space::kSetupapi: return "SetupAPI";
    case Space::kRaw: return "raw number";
    case Space::kBugcheck: return "bug check";
    case Space::kCommdlg: return "common dialog";
    case Space::kJet: return "JET";
    case Space::kMmsys: return "multimedia";
    case Space::kNeterr: return "network management";
    case Space::kPdh: return "PDH";
    case Space::kTapi: return "TAPI";
  }
  return "raw number";
}

std::vector<std::string> OtherSpellings(Space space, std::uint32_t value) {
  if (!IsWrittenInDecimal(space)) {
    if (value >> 31 == 0) return {DecimalText(value)};
    return {SignedText(value), DecimalText(value)};
  }
  std::vector<std::string> spellings = {HexText(value)};
  if (value != 0 && value <= 0xFFFF) {
    const std::uint32_t hresult = HresultFromWin32(value);
    spellings.push_back("HRESULT " + HexText(hresult));
    spellings.push_back(SignedText(hresult));
  }
  return spellings;
}

std::string Wrapping(Space outer_space, std::uint32_t outer, Space inner_space, std::uint32_t inner) {
  const bool is_plain = IsWrittenInDecimal(inner_space) && inner != 0;
  const auto macro = [&](std::string_view name) {
    return std::string(name) + "(" + CodeText(inner_space, inner) + ")";
  };
  if (outer_space == Space::kHresult) {
    if (is_plain && HresultFromWin32(inner) == outer) return macro("HRESULT_FROM_WIN32");
    if (inner_space == Space::kNtstatus && inner != outer && HresultFromNt(inner) == outer) return macro("HRESULT_FROM_NT");
    if (inner_space == Space::kSetupapi && HresultFromSetupapi(inner) == outer) return macro("HRESULT_FROM_SETUPAPI");
  }
  if (outer_space == Space::kNtstatus && is_plain && NtstatusFromWin32(inner) == outer) return macro("NTSTATUS_FROM_WIN32");
  return {};
}

}  // namespace errlookup
