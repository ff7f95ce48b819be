#include "lookup/wasm/sureness.h"

#include <algorithm>

namespace errlookup {

// What has been decoded is sure. A name that is only nearly one of ours may be another of Windows, which
// lookup-first.wasm does not know.
void LimitSureness(Answer& answer) {
  for (Match& match : answer.matches) {
    const auto is_match = [&](const Reading& reading) { return reading.space == match.space && reading.value == match.value; };
    const bool is_decoded = std::any_of(answer.readings.begin(), answer.readings.end(), is_match);
    if (match.route == Route::kName && !is_decoded) match.is_confident = false;
  }
}

}  // namespace errlookup
