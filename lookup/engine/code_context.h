// What the surroundings of a number say about it: an error code, or a port, a duration, a process id.
#ifndef LOOKUP_ENGINE_CODE_CONTEXT_H_
#define LOOKUP_ENGINE_CODE_CONTEXT_H_

#include <cstdint>
#include <string_view>

#include "lookup/engine/number_notation.h"
#include "lookup/engine/text_tokens.h"

namespace errlookup {

enum class Place : std::uint8_t {
  kNotACode,   // port 13801, 13868 ms, pluto[13801], 10.0.0.1:13801, ORA-13837
  kDoubtful,   // #809, [13801] in running text
  kPlain,      // nothing either way
  kAnnounced,  // error 13801, HRESULT = 0x…, MS_STATUS(13868), 13801 error
};

Place PlaceOf(const TokenList& tokens, const Number& number);

// Words that announce a code or stand between the announcement and the number, in folded form: "error",
// "fehlercode", "hresult", "is". A text of nothing but codes and these is a code.
bool IsCodeTalk(std::string_view word);

// "and", "or", "/": what joins a code to one before it.
bool JoinsCodes(const TokenList& tokens, int begin, int end);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_CODE_CONTEXT_H_
