// Finds the terms of the glossary in running text.
#ifndef GENERATOR_RENDER_TERM_FINDER_H_
#define GENERATOR_RENDER_TERM_FINDER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/record/model.h"

namespace errlookup {

// Where a term stands in a text.
struct TermHit {
  std::size_t begin = 0, end = 0;
  const Term* term = nullptr;
};

// A name that is all lower case is found in any case ("quick mode", "Quick mode"); a name with a capital only as it
// is written ("SA" is not "sa"). A plural s may follow. Words are whole: "SPI" is not found in "SPIs2".
class TermFinder {
 public:
  // The terms must outlive the finder.
  explicit TermFinder(const std::vector<Term>& terms);

  // The first place at or after "from"; the longest name where several begin at one place.
  std::optional<TermHit> Find(std::string_view text, std::size_t from) const;

 private:
  struct Name {
    std::string text;
    bool any_case = false;
    const Term* term = nullptr;
  };
  std::vector<Name> names_;  // longest first
};

}  // namespace errlookup

#endif  // GENERATOR_RENDER_TERM_FINDER_H_
