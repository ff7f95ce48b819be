// Maps as pictures: SVG drawn from the data alone, so that the same map gives the same bytes.
//
//   states    boxes one under the other; a move to the next box is an arrow between them, a move further down bends
//             out to the right, a move back up bends out to the left, each with its label beside it
//   exchange  lanes side by side, time running down; messages are arrows between lanes, work is a box on its lane
//   path      stations on a line, top to bottom
//
// Colours come from the style sheet through classes and from currentColor, so that the picture follows dark and
// light and prints. Where it is does not depend on colour alone: the current step also carries the words "this error".
#ifndef GENERATOR_RENDER_MAP_SVG_H_
#define GENERATOR_RENDER_MAP_SVG_H_

#include <string>
#include <string_view>

#include "generator/record/model.h"

namespace errlookup {

// A complete <svg> element, escaped, with a title and a description for people who do not see it. "current_step"
// is the id of the step to mark, or empty. Moves and messages whose ends do not exist are left out.
std::string DrawMap(const Map& map, std::string_view current_step);

// What a reader of one error needs of a large map: the step, its neighbours and, in a map of states, what it moves
// to and comes from. Small maps are returned whole.
Map MapExcerpt(const Map& map, std::string_view step);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_MAP_SVG_H_
