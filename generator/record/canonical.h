// The canonical form of data files: `kbgen fmt`.
//
// Fields stand in the order of the field table (unknown ones after them, as they were), indented by two blanks. A
// list or object goes on one line when it fits into 120 columns; a list of several objects never does, nor does
// the file's outermost object. Text is UTF-8 as it is: only quotes, backslashes and control characters are escaped.
#ifndef GENERATOR_RECORD_CANONICAL_H_
#define GENERATOR_RECORD_CANONICAL_H_

#include <string>
#include <string_view>

#include "generator/record/field_table.h"
#include "generator/record/json_tree.h"
#include "lookup/base/result.h"

namespace errlookup {

// "node" as text, ending in a newline.
std::string PrintJson(const JsonNode& node);

// The canonical form of "text", the content of a file of the given shape. Fails when the text is not JSON or has
// a repeated key: nothing of a file may be lost by formatting it.
Result<std::string> Canonical(std::string_view text, const std::string& file, const Shape& shape);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_CANONICAL_H_
