// What a number or a symbol can mean: the readings of it in every code space, best first.
//
// The rules are those of [MS-ERREF] and of the macros of winerror.h and ntstatus.h. Where a number fits several
// spaces, one that has a name goes before one that has none; RAS goes before Win32 if the number is an error of
// this knowledge base, else after; 10000 to 11999 is Winsock.
#ifndef LOOKUP_ENGINE_READINGS_H_
#define LOOKUP_ENGINE_READINGS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lookup/engine/code_parser.h"
#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// All readings of a 32-bit value. Never empty: a value in no space reads as Space::kRaw. A value that wraps
// another (an HRESULT of facility 7) is followed by what it wraps.
std::vector<Reading> ReadValue(const IndexReader& index, std::uint32_t value);

struct SpellingReadings {
  std::vector<Reading> readings;
  std::size_t first_count = 0;  // how many are of the best candidate; the rest is of the other one
  bool is_hex_guess = false;    // the best candidate reads decimal digits as hexadecimal ones
};

// The readings of one place of a text, best candidate first; empty for an unknown symbol. With kOffer, readings
// of the less likely candidate follow.
enum class OtherCandidates { kOmit, kOffer };
SpellingReadings ReadSpelling(const IndexReader& index, const SpelledCode& spelling, OtherCandidates others);

// Entries that a symbol names: as written, with a prefix of Samba taken off, or with a prefix that people
// leave out put before it (IPSEC_IKE_AUTH_FAIL) if that can only mean an error of this knowledge base.
std::vector<EntryId> FindSymbolAsWritten(const IndexReader& index, std::string_view symbol);

bool HasPage(const IndexReader& index, const Reading& reading);
bool HasPage(const IndexReader& index, const std::vector<Reading>& readings);
bool IsKnown(const std::vector<Reading>& readings);

// Codes that say only that something failed; the message beside them says what: E_FAIL, COR_E_EXCEPTION.
bool IsGeneric(const Reading& reading);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_READINGS_H_
