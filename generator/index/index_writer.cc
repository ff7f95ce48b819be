#include "generator/index/index_writer.h"

namespace errlookup {

Result<std::vector<std::byte>> WriteIndex(const IndexInput&, IndexProfile) {
  return Fail(ErrorCode::kLimit, "the index writer is not written");
}

}  // namespace errlookup
