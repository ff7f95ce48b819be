// Tables inside a text, as people paste them: names in a line above the number say what its column holds.
//
//   Time                    Id ErrorCode          Device;User;Error code;Port
//   ----                    -- ---------          NB-1;weber;13801;4500
//   3/14/2026 1:38:01 PM 20227 809
//
// The names of a file of columns come from its first line (ColumnHeader); these stand anywhere.
#ifndef LOOKUP_SCAN_TABLE_AROUND_H_
#define LOOKUP_SCAN_TABLE_AROUND_H_

#include <cstddef>

#include "lookup/scan/field_names.h"
#include "lookup/scan/view.h"

namespace errlookup {

// What the name above says of the cell [begin, end), with or without quotes; kUnnamed if it is none, or if its name is
// not among the few lines above or says nothing.
FieldKind KindInTable(const View& view, std::size_t begin, std::size_t end);

}  // namespace errlookup

#endif  // LOOKUP_SCAN_TABLE_AROUND_H_
