// Every way Windows, its tools and its logs write one code.
//
//   Spellings(Space::kWin32, 13801)
//     Decimal                     13801
//     Hexadecimal                 0x35E9 · 0x000035E9
//     HRESULT_FROM_WIN32          0x800735E9 · -2147011095 · 2147956201
//     NTSTATUS_FROM_WIN32         0xC00735E9 · -1073269271 · 3221698025
//     Bytes in memory or a dump   E9 35 00 00
#ifndef GENERATOR_RENDER_SPELLINGS_H_
#define GENERATOR_RENDER_SPELLINGS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "lookup/base/code.h"

namespace errlookup {

struct Spelling {
  std::string label;                // what kind of spelling, for people
  std::vector<std::string> values;  // the usual one first
};

// Fixed order, no value twice. The wrapped forms are the macros of winerror.h and ntstatus.h.
std::vector<Spelling> Spellings(Space space, std::uint32_t value);

// "0x32DF": no leading zeros, upper case. HRESULT and NTSTATUS values have eight digits anyway.
std::string ShortHex(std::uint32_t value);

// "13801" for the spaces that people write in decimal, "0x8032000A" for HRESULT and NTSTATUS: the number
// that stands large on the page.
std::string UsualSpelling(Space space, std::uint32_t value);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_SPELLINGS_H_
