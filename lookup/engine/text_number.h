// Codes as people write them. (printf and streams would make the browser module ten times larger.)
#ifndef LOOKUP_ENGINE_TEXT_NUMBER_H_
#define LOOKUP_ENGINE_TEXT_NUMBER_H_

#include <cstdint>
#include <string>

#include "lookup/base/code.h"

namespace errlookup {

std::string DecimalText(std::uint32_t value);
std::string SignedText(std::uint32_t value);       // two's complement: "-2147011095"
std::string HexText(std::uint32_t value);          // as short as it is: "0x32DF"
std::string LongHexText(std::uint32_t value);      // eight digits: "0x000032DF"

// Decimal for the spaces whose codes are printed so (win32, ras, winsock), eight hex digits for the others.
std::string CodeText(Space space, std::uint32_t value);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_TEXT_NUMBER_H_
