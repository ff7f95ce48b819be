// Sections that pages without a record share with all of their family, so that they stand in the file once.
#ifndef LOOKUP_INDEX_FAMILY_TEXTS_H_
#define LOOKUP_INDEX_FAMILY_TEXTS_H_

#include <cstdint>
#include <vector>

#include "lookup/base/coding.h"
#include "lookup/base/result.h"
#include "lookup/index/grammar.h"
#include "lookup/index/packed_array.h"
#include "lookup/index/text_list.h"

namespace errlookup {

class FamilyTexts {
 public:
  // A view of the section "family texts" of an index with "page_count" pages.
  static Result<FamilyTexts> Open(Bytes section, std::uint32_t page_count);

  // The sections that page number "page" shows before its own, three texts each; nothing for most pages.
  BlockText Read(const Grammar& grammar, std::uint32_t page) const;

  // For a reader that does not trust the file: texts() is verified first, and "counts" is what that gave.
  const TextList& texts() const { return texts_; }
  Status Verify(const std::vector<std::uint32_t>& counts) const;

 private:
  PackedArray text_of_page_;  // plus one, or 0
  TextList texts_;            // a block for each family
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_FAMILY_TEXTS_H_
