// What a person may want to know of the spelling of a code, beyond lookup/engine/text_number.h.
#ifndef LOOKUP_CLI_CODE_TEXT_H_
#define LOOKUP_CLI_CODE_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/code.h"

namespace errlookup {

// The space as a person names it: "Win32", "HRESULT", "RAS".
std::string_view SpaceTitle(Space space);

// The other ways that Windows and its logs write the code, the most usual first:
// {"0x32DF", "HRESULT 0x800732DF", "-2147011873"}.
std::vector<std::string> OtherSpellings(Space space, std::uint32_t value);

// How "outer" carries "inner" inside it, as a macro of winerror.h or ntstatus.h: "HRESULT_FROM_WIN32(13023)".
// Empty if it does not.
std::string Wrapping(Space outer_space, std::uint32_t outer, Space inner_space, std::uint32_t inner);

}  // namespace errlookup

#endif  // LOOKUP_CLI_CODE_TEXT_H_
