// A View as JSON text.
#ifndef GENERATOR_RENDER_JSON_TEXT_H_
#define GENERATOR_RENDER_JSON_TEXT_H_

#include <string>

#include "generator/render/view.h"

namespace errlookup {

// Indented by two spaces, members in the order they were set, a line feed at the end.
std::string ToJson(const View& view);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_JSON_TEXT_H_
