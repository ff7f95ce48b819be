// Writes the elements of a map's picture. Whole units only, so that the text of the picture is the same everywhere.
#ifndef GENERATOR_RENDER_SVG_H_
#define GENERATOR_RENDER_SVG_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/record/model.h"

namespace errlookup {

enum class Anchor { kStart, kMiddle, kEnd };
enum class Heading { kRight, kLeft, kUp, kDown };

class Svg {
 public:
  // Starts the picture of a map, with its title and its steps in words.
  Svg(const Map& map, std::string_view current_step, int width, int height);

  void Open(std::string_view classes);  // a group
  void Close();
  void Rect(std::string_view classes, int x, int y, int width, int height, int radius);
  void Circle(std::string_view classes, int x, int y, int radius);
  void Polyline(const std::vector<std::pair<int, int>>& points);
  // A small triangle whose tip is at x, y.
  void Arrowhead(int x, int y, Heading heading);
  // Lines of text, centred vertically around y. Nothing for no text.
  void Label(std::string_view classes, int x, int y, const std::vector<std::string>& lines, Anchor anchor);

  std::string Finish();  // the whole element; call once, last

 private:
  std::string out_;
};

// Breaks at blanks into lines of at most "characters" (a longer word keeps a line of its own). Counts UTF-8
// characters, not bytes.
std::vector<std::string> WrapWords(std::string_view text, int characters);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_SVG_H_
