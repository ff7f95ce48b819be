// Only Windows has messages for the codes of Windows.
#include "lookup/cli/system_messages.h"

namespace errlookup {

std::vector<SystemMessage> SystemMessages(const IndexReader&) { return {}; }

}  // namespace errlookup
