// An answer as a page for the terminal:
//
//   13023  ERROR_IPSEC_QM_POLICY_PENDING_DELETION
//   Quick mode policy is waiting to be deleted
//
//   “The specified quick mode policy is pending deletion.”
//   Win32 · 0x32DF · HRESULT 0x800732DF · -2147011873 · winerror.h
//
//   Quick answer
//     …
#ifndef LOOKUP_CLI_ANSWER_PAGE_H_
#define LOOKUP_CLI_ANSWER_PAGE_H_

#include <span>
#include <string>
#include <string_view>

#include "lookup/cli/answer_part.h"
#include "lookup/cli/screen.h"
#include "lookup/engine/engine.h"

namespace errlookup {

// The best match in full, before it the readings of the query where there are several, after it the other
// matches. The answer must be found (Answer::is_found).
void ShowAnswer(const IndexReader& index, std::string_view query, const Answer& answer, Screen& screen);

// Only these sections of the best match: its head, then their texts.
void ShowSectionsAlone(const IndexReader& index, const Match& match, std::span<const Section> sections, Screen& screen);

// A code that nobody has named (Answer::readings without a match to show): its bits, what is said of its range,
// the known codes around it.
void ShowUnknownCode(const AnswerPart& part, Screen& screen);

// What to say when nothing was found: the suggestions of all parts, if there are any, and what else to try (hints.h).
void ShowNotFound(std::span<const AnswerPart> parts, std::string_view query, std::span<const std::string> hints, Screen& screen);

// The readings of a code, each with its bits.
void ShowReadings(std::span<const PlacedReading> readings, Screen& screen);

}  // namespace errlookup

#endif  // LOOKUP_CLI_ANSWER_PAGE_H_
