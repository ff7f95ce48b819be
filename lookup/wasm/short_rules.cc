// Stands in for rules.cc, whose sentences are 2 KB: who meets a damaged index in a browser can only load the page again.
#include "lookup/index/rules.h"

#include <string>

namespace errlookup {

Error Broken(Rule rule) {
  return Fail(ErrorCode::kCorrupt, "the search data is damaged (rule R" + std::to_string(static_cast<int>(rule)) + ")");
}
Error Broken(Rule rule, format::SectionId) { return Broken(rule); }
Error WrongVersion(std::uint16_t, std::uint16_t) { return Broken(Rule::kMajorVersion); }

}  // namespace errlookup
