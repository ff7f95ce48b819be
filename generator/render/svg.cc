#include "generator/render/svg.h"

#include <algorithm>

namespace errlookup {
namespace {

constexpr int kTextLine = 18;

std::string Escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + Escape(value) + "\"";
}
std::string Attribute(std::string_view name, int value) { return Attribute(name, std::to_string(value)); }

std::string_view AnchorName(Anchor anchor) {
  switch (anchor) {
    case Anchor::kStart: return "start";
    case Anchor::kMiddle: return "middle";
    case Anchor::kEnd: return "end";
  }
  return "start";
}

// The picture in words: what a reader hears instead of seeing it.
std::string Describe(const Map& map, std::string_view current_step) {
  std::string text;
  for (const MapStep& step : map.steps) {
    text += text.empty() ? "Steps: " : "; ";
    text += step.title.value;
    if (step.id == current_step) text += " (this error)";
  }
  return text + ".";
}

int CharacterCount(std::string_view text) {
  return static_cast<int>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

Svg::Svg(const Map& map, std::string_view current_step, int width, int height) {
  const std::string id = "map-" + map.id;
  out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\"" + Attribute("class", "map map-" + map.kind) +
         Attribute("viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(height)) + Attribute("width", width) +
         Attribute("height", height) + " role=\"img\"" + Attribute("aria-labelledby", id + "-title " + id + "-text") +
         " font-size=\"14\" fill=\"none\" stroke=\"none\">\n";
  out_ += "<title" + Attribute("id", id + "-title") + ">" + Escape(map.title.value) + "</title>\n";
  out_ += "<desc" + Attribute("id", id + "-text") + ">" + Escape(Describe(map, current_step)) + "</desc>\n";
}

void Svg::Open(std::string_view classes) { out_ += "<g" + Attribute("class", classes) + ">\n"; }
void Svg::Close() { out_ += "</g>\n"; }

void Svg::Rect(std::string_view classes, int x, int y, int width, int height, int radius) {
  out_ += "<rect" + Attribute("class", classes) + Attribute("x", x) + Attribute("y", y) + Attribute("width", width) +
          Attribute("height", height) + Attribute("rx", radius) + " stroke=\"currentColor\"/>\n";
}

void Svg::Circle(std::string_view classes, int x, int y, int radius) {
  out_ += "<circle" + Attribute("class", classes) + Attribute("cx", x) + Attribute("cy", y) + Attribute("r", radius) +
          " stroke=\"currentColor\"/>\n";
}

void Svg::Polyline(const std::vector<std::pair<int, int>>& points) {
  std::string list;
  for (const auto& [x, y] : points) {
    if (!list.empty()) list += ' ';
    list += std::to_string(x) + "," + std::to_string(y);
  }
  out_ += "<polyline class=\"map-line\"" + Attribute("points", list) + " stroke=\"currentColor\"/>\n";
}

void Svg::Arrowhead(int x, int y, Heading heading) {
  const bool is_horizontal = heading == Heading::kRight || heading == Heading::kLeft;
  const int back = heading == Heading::kRight || heading == Heading::kDown ? -9 : 9;
  const auto point = [](int px, int py) { return std::to_string(px) + "," + std::to_string(py); };
  const std::string points = is_horizontal ? point(x + back, y - 5) + " " + point(x, y) + " " + point(x + back, y + 5)
                                           : point(x - 5, y + back) + " " + point(x, y) + " " + point(x + 5, y + back);
  out_ += "<polygon class=\"map-arrow\"" + Attribute("points", points) + " fill=\"currentColor\"/>\n";
}

void Svg::Label(std::string_view classes, int x, int y, const std::vector<std::string>& lines, Anchor anchor) {
  // The baseline of the first line: 5 units below the middle of a line of this size.
  int baseline = y - kTextLine * (static_cast<int>(lines.size()) - 1) / 2 + 5;
  for (const std::string& line : lines) {
    if (!line.empty())
      out_ += "<text" + Attribute("class", classes) + Attribute("x", x) + Attribute("y", baseline) +
              Attribute("text-anchor", AnchorName(anchor)) + " fill=\"currentColor\">" + Escape(line) + "</text>\n";
    baseline += kTextLine;
  }
}

std::string Svg::Finish() { return std::move(out_) + "</svg>\n"; }

std::vector<std::string> WrapWords(std::string_view text, int characters) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    if (word.empty()) continue;
    if (!line.empty() && CharacterCount(line) + 1 + CharacterCount(word) > characters) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace errlookup
