// How far a module trusts its own answers.
#ifndef LOOKUP_WASM_SURENESS_H_
#define LOOKUP_WASM_SURENESS_H_

#include "lookup/engine/engine.h"

namespace errlookup {

// Turns answers that this module cannot be sure of into suggestions.
void LimitSureness(Answer& answer);

}  // namespace errlookup

#endif  // LOOKUP_WASM_SURENESS_H_
