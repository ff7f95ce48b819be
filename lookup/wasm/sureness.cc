#include "lookup/wasm/sureness.h"

namespace errlookup {

void LimitSureness(Answer&) {}  // lookup.wasm knows all that there is

}  // namespace errlookup
