// The JSON Schema of data files, made from the field tables: `kbgen schema`.
#ifndef GENERATOR_RECORD_JSON_SCHEMA_H_
#define GENERATOR_RECORD_JSON_SCHEMA_H_

#include <string>

#include "generator/record/field_table.h"

namespace errlookup {

// The schema of one file, in canonical form, draft-07: the newest that the usual editors know completely. It says
// everything that the tables say; what only the reader can see is a repeated key.
std::string JsonSchema(const Shape& shape);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_JSON_SCHEMA_H_
