// Draws the bits of a code with what each field means:
//
//   1000 000000000111 0011001011011111
//   ││││ │            └─ code: 0x32DF (13023)
//   ││││ └─ facility: 0x7 FACILITY_WIN32
//   │││└─ N: 0
//   ││└─ customer: 0, defined by Microsoft
//   │└─ reserved: 0
//   └─ severity: 1, failure
//
// Layouts follow [MS-ERREF] sections 2.1 and 2.3.
#ifndef LOOKUP_CLI_BIT_DRAWING_H_
#define LOOKUP_CLI_BIT_DRAWING_H_

#include <cstdint>

#include "lookup/base/code.h"
#include "lookup/cli/screen.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// Whether codes of this space have fields at all: a Win32 code is a plain number.
bool HasBitFields(Space space);

void DrawBits(const IndexReader& index, Space space, std::uint32_t value, const Indent& indent, Screen& screen);

}  // namespace errlookup

#endif  // LOOKUP_CLI_BIT_DRAWING_H_
