#include "generator/render/map_svg.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <vector>

#include "generator/render/svg.h"

namespace errlookup {
namespace {

constexpr int kMargin = 12;
constexpr int kLineHeight = 18;
constexpr int kBoxWidth = 250;
constexpr int kBoxCharacters = 26;     // that fit into kBoxWidth even in a wide font (DejaVu Sans: 8.6 units each)
constexpr int kBoxPadding = 11;
constexpr int kGap = 58;               // between two boxes: room for a label of three lines
constexpr int kSmallGap = 20;          // where no label stands
constexpr int kChannelWidth = 140;     // a bent arrow with its label
constexpr int kLabelCharacters = 15;
constexpr int kTagWidth = 84;          // "this error"
constexpr int kTagRoom = 8;            // that the tag takes from the inside of a box
constexpr std::size_t kWholeMapSteps = 8;
constexpr int kNeighbours = 2;         // steps shown before and after in an excerpt

std::optional<std::size_t> StepIndex(const Map& map, std::string_view id) {
  for (std::size_t i = 0; i < map.steps.size(); ++i) {
    if (map.steps[i].id == id) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> LaneIndex(const Map& map, std::string_view id) {
  for (std::size_t i = 0; i < map.lanes.size(); ++i) {
    if (map.lanes[i].id == id) return i;
  }
  return std::nullopt;
}

std::string CodeCount(const MapStep& step) {
  if (step.codes.empty()) return {};
  return step.codes.size() == 1 ? "1 code" : std::to_string(step.codes.size()) + " codes";
}

std::string StepClass(const MapStep& step, std::string_view current) {
  return step.id == current ? "map-step is-current" : "map-step";
}

// The words that mark the current step, on the upper edge of its box.
void DrawTag(Svg& svg, int center_x, int y) {
  svg.Rect("map-tag", center_x - kTagWidth / 2, y - 10, kTagWidth, 20, 10);
  svg.Label("map-tag-text", center_x, y, {"this error"}, Anchor::kMiddle);
}

// A box with its title, the number of its codes and, at the current step, the tag.
struct Box {
  std::vector<std::string> lines;
  std::string count;
  bool is_current = false;

  int text_height() const { return static_cast<int>(lines.size() + (count.empty() ? 0 : 1)) * kLineHeight; }
  int height() const { return text_height() + 2 * kBoxPadding + (is_current ? kTagRoom : 0); }
};

Box MakeBox(const MapStep& step, std::string_view current, int characters) {
  return {.lines = WrapWords(step.title.value, characters), .count = CodeCount(step), .is_current = step.id == current};
}

// Lines of a title and, below them, the number of codes. "y" is the upper edge of the text.
void DrawTitle(Svg& svg, int x, int y, const std::vector<std::string>& lines, const std::string& count, Anchor anchor) {
  const int title_height = static_cast<int>(lines.size()) * kLineHeight;
  svg.Label("map-title", x, y + title_height / 2, lines, anchor);
  svg.Label("map-count", x, y + title_height + kLineHeight / 2, {count}, anchor);
}

void DrawBox(Svg& svg, const MapStep& step, const Box& box, int x, int y, int width) {
  svg.Open(StepClass(step, box.is_current ? std::string_view(step.id) : std::string_view()));
  svg.Rect("map-box", x, y, width, box.height(), 8);
  const int top = y + kBoxPadding + (box.is_current ? kTagRoom : 0);
  DrawTitle(svg, x + width / 2, top, box.lines, box.count, Anchor::kMiddle);
  if (box.is_current) DrawTag(svg, x + width / 2, y);
  svg.Close();
}

// --- states ---------------------------------------------------------------------------------------------------------

// A move that is not between neighbours. Rows count from the top.
struct Bend {
  std::size_t from = 0, to = 0;
  std::string label;
  int channel = 0;           // 0 is nearest to the boxes
  int from_y = 0, to_y = 0;
  std::size_t top() const { return std::min(from, to); }
  std::size_t bottom() const { return std::max(from, to); }
};

// Short bends inside, long ones outside; two bends share a channel when one ends where the other begins.
int AssignChannels(std::vector<Bend>& bends) {
  std::ranges::stable_sort(bends, {}, [](const Bend& bend) { return bend.bottom() - bend.top(); });
  int count = 0;
  for (std::size_t i = 0; i < bends.size(); ++i) {
    const auto is_taken = [&](int channel) {
      return std::any_of(bends.begin(), bends.begin() + static_cast<std::ptrdiff_t>(i), [&](const Bend& other) {
        return other.channel == channel && other.top() < bends[i].bottom() && bends[i].top() < other.bottom();
      });
    };
    while (is_taken(bends[i].channel)) ++bends[i].channel;
    count = std::max(count, bends[i].channel + 1);
  }
  return count;
}

// The boxes from top to bottom, and the free strips between them, where labels meet no horizontal line.
struct Rows {
  std::vector<Box> boxes;
  std::vector<int> y;

  int height(std::size_t row) const { return boxes[row].height(); }
  int gap_below(std::size_t row) const { return (y[row] + height(row) + y[row + 1]) / 2; }
  int gap_above(std::size_t row) const { return gap_below(row - 1); }
};

// "labelled" holds the rows below which a label stands.
Rows LayOutRows(const Map& map, std::string_view current, const std::set<std::size_t>& labelled) {
  Rows rows;
  int y = kMargin + 12;
  for (std::size_t i = 0; i < map.steps.size(); ++i) {
    rows.boxes.push_back(MakeBox(map.steps[i], current, kBoxCharacters));
    rows.y.push_back(y);
    y += rows.height(i) + (labelled.contains(i) ? kGap : kSmallGap);
  }
  return rows;
}

// Spreads the ends of bends over the side of each box: what comes from above first, what goes below last.
void PlaceEnds(std::vector<Bend>& bends, const Rows& rows) {
  for (std::size_t row = 0; row < rows.y.size(); ++row) {
    std::vector<int*> ends;
    for (Bend& bend : bends) {
      if (bend.bottom() == row) ends.push_back(bend.from == row ? &bend.from_y : &bend.to_y);
    }
    for (Bend& bend : bends) {
      if (bend.top() == row) ends.push_back(bend.from == row ? &bend.from_y : &bend.to_y);
    }
    const int step = rows.height(row) / (static_cast<int>(ends.size()) + 1);
    for (std::size_t i = 0; i < ends.size(); ++i) *ends[i] = rows.y[row] + step * (static_cast<int>(i) + 1);
  }
}

void DrawBends(Svg& svg, const std::vector<Bend>& bends, const Rows& rows, int edge, int direction) {
  for (const Bend& bend : bends) {
    const int x = edge + direction * (22 + bend.channel * kChannelWidth);
    svg.Open("map-move");
    svg.Polyline({{edge, bend.from_y}, {x, bend.from_y}, {x, bend.to_y}, {edge + direction * 2, bend.to_y}});
    svg.Arrowhead(edge + direction * 2, bend.to_y, direction > 0 ? Heading::kLeft : Heading::kRight);
    const int label_y = bend.from < bend.to ? rows.gap_below(bend.from) : rows.gap_above(bend.from);
    svg.Label("map-label", x + direction * 8, label_y, WrapWords(bend.label, kLabelCharacters),
              direction > 0 ? Anchor::kStart : Anchor::kEnd);
    svg.Close();
  }
}

// An arrow between a box and the next one. Two moves in opposite directions stand side by side.
void DrawStraight(Svg& svg, const MapMove& move, const Rows& rows, std::size_t from, std::size_t to, int x,
                  Anchor label_side) {
  const bool is_down = to > from;
  const int start = is_down ? rows.y[from] + rows.height(from) : rows.y[from];
  const int end = is_down ? rows.y[to] - 2 : rows.y[to] + rows.height(to) + 2;
  svg.Open("map-move");
  svg.Polyline({{x, start}, {x, end}});
  svg.Arrowhead(x, end, is_down ? Heading::kDown : Heading::kUp);
  const int label_x = x + (label_side == Anchor::kStart ? 10 : -10);
  svg.Label("map-label", label_x, is_down ? rows.gap_below(from) : rows.gap_above(from), WrapWords(move.label, kLabelCharacters), label_side);
  svg.Close();
}

std::string DrawStates(const Map& map, std::string_view current) {
  std::vector<Bend> right, left;
  std::vector<const MapMove*> straight;
  for (const MapMove& move : map.moves) {
    const auto from = StepIndex(map, move.from.value), to = StepIndex(map, move.to.value);
    if (!from || !to || from == to) continue;
    if (*to == *from + 1 || *from == *to + 1) {
      straight.push_back(&move);
    } else {
      (*from < *to ? right : left).push_back({.from = *from, .to = *to, .label = move.label});
    }
  }
  const int channels_left = AssignChannels(left), channels_right = AssignChannels(right);
  const int box_x = 2 * kMargin + channels_left * kChannelWidth;
  const int width = box_x + kBoxWidth + channels_right * kChannelWidth + 2 * kMargin;

  std::set<std::size_t> labelled;
  for (const MapMove* move : straight)
    labelled.insert(std::min(*StepIndex(map, move->from.value), *StepIndex(map, move->to.value)));
  for (const Bend& bend : right) labelled.insert(bend.from);
  for (const Bend& bend : left) labelled.insert(bend.from - 1);
  const Rows rows = LayOutRows(map, current, labelled);
  PlaceEnds(left, rows);
  PlaceEnds(right, rows);

  const int bottom = rows.y.empty() ? 0 : rows.y.back() + rows.boxes.back().height();
  Svg svg(map, current, width, bottom + kMargin);
  for (const MapMove* move : straight) {
    const std::size_t from = *StepIndex(map, move->from.value), to = *StepIndex(map, move->to.value);
    const bool has_opposite = std::ranges::any_of(straight, [&](const MapMove* other) {
      return other->from.value == move->to.value && other->to.value == move->from.value;
    });
    const int center = box_x + kBoxWidth / 2;
    const bool is_left_one = has_opposite && from > to;
    const int x = !has_opposite ? center : is_left_one ? center - 14 : center + 14;
    DrawStraight(svg, *move, rows, from, to, x, is_left_one ? Anchor::kEnd : Anchor::kStart);
  }
  DrawBends(svg, left, rows, box_x, -1);
  DrawBends(svg, right, rows, box_x + kBoxWidth, +1);
  for (std::size_t i = 0; i < map.steps.size(); ++i)
    DrawBox(svg, map.steps[i], rows.boxes[i], box_x, rows.y[i], kBoxWidth);
  return svg.Finish();
}

// --- exchange -------------------------------------------------------------------------------------------------------

constexpr int kLaneWidth = 230;
constexpr int kLaneBoxWidth = 200;
constexpr int kLaneBoxCharacters = 21;
constexpr int kLaneHeadHeight = 46;
constexpr int kRowGap = 20;

int LaneX(std::size_t lane) { return kMargin + kLaneWidth / 2 + static_cast<int>(lane) * kLaneWidth; }

// Where a step of an exchange is drawn.
struct Row {
  const MapStep* step = nullptr;
  std::size_t from = 0, to = 0;     // equal: work inside one lane
  Box box;
  int y = 0, height = 0;
  bool is_message() const { return from != to; }
};

int MessageCharacters(std::size_t from, std::size_t to) {
  const int lanes = std::abs(static_cast<int>(from) - static_cast<int>(to));
  return lanes * 26 - 3;
}

std::vector<Row> LayOutExchange(const Map& map, std::string_view current) {
  std::vector<Row> rows;
  int y = kMargin + kLaneHeadHeight + 26;
  for (const MapStep& step : map.steps) {
    const auto at = LaneIndex(map, step.at_lane), from = LaneIndex(map, step.from), to = LaneIndex(map, step.to);
    if (!at && !(from && to)) continue;
    Row row{.step = &step, .from = at ? *at : *from, .to = at ? *at : *to, .box = {}};
    row.box = MakeBox(step, current, row.is_message() ? MessageCharacters(row.from, row.to) : kLaneBoxCharacters);
    row.height = row.is_message() ? row.box.text_height() + 14 + (row.box.is_current ? kTagRoom : 0) : row.box.height();
    row.y = y;
    y += row.height + kRowGap;
    rows.push_back(std::move(row));
  }
  return rows;
}

void DrawMessage(Svg& svg, const Row& row) {
  const int from_x = LaneX(row.from), to_x = LaneX(row.to);
  const int direction = to_x > from_x ? 1 : -1;
  const int arrow_y = row.y + row.height - 6;
  const int center = (from_x + to_x) / 2;
  const int top = row.y + (row.box.is_current ? kTagRoom : 0);
  svg.Open(StepClass(*row.step, row.box.is_current ? std::string_view(row.step->id) : std::string_view()) + " map-message");
  if (row.box.is_current) {
    svg.Rect("map-box", std::min(from_x, to_x) + 6, row.y - 6, std::abs(to_x - from_x) - 12, row.height - 6, 8);
    DrawTag(svg, center, row.y - 6);
  }
  DrawTitle(svg, center, top, row.box.lines, row.box.count, Anchor::kMiddle);
  svg.Polyline({{from_x, arrow_y}, {to_x - direction * 2, arrow_y}});
  svg.Arrowhead(to_x - direction * 2, arrow_y, direction > 0 ? Heading::kRight : Heading::kLeft);
  svg.Close();
}

std::string DrawExchange(const Map& map, std::string_view current) {
  const std::vector<Row> rows = LayOutExchange(map, current);
  const int bottom = rows.empty() ? kMargin + kLaneHeadHeight : rows.back().y + rows.back().height + 16;
  Svg svg(map, current, 2 * kMargin + kLaneWidth * static_cast<int>(map.lanes.size()), bottom + kMargin);
  for (std::size_t i = 0; i < map.lanes.size(); ++i) {
    svg.Open("map-lane");
    svg.Polyline({{LaneX(i), kMargin + kLaneHeadHeight}, {LaneX(i), bottom}});
    svg.Rect("map-lane-head", LaneX(i) - kLaneBoxWidth / 2, kMargin, kLaneBoxWidth, kLaneHeadHeight, 4);
    svg.Label("map-lane-title", LaneX(i), kMargin + kLaneHeadHeight / 2, WrapWords(map.lanes[i].title, kLaneBoxCharacters), Anchor::kMiddle);
    svg.Close();
  }
  for (const Row& row : rows) {
    if (row.is_message()) {
      DrawMessage(svg, row);
    } else {
      DrawBox(svg, *row.step, row.box, LaneX(row.from) - kLaneBoxWidth / 2, row.y, kLaneBoxWidth);
    }
  }
  return svg.Finish();
}

// --- path -----------------------------------------------------------------------------------------------------------

constexpr int kStationRadius = 9;
constexpr int kStationCharacters = 44;
constexpr int kPathWidth = 540;

std::string DrawPath(const Map& map, std::string_view current) {
  std::vector<int> y;
  int next = kMargin + 20;
  for (const MapStep& step : map.steps) {
    y.push_back(next);
    next += static_cast<int>(WrapWords(step.title.value, kStationCharacters).size()) * kLineHeight + 34;
  }
  const int x = kMargin + 16;
  Svg svg(map, current, kPathWidth, next);
  if (!y.empty()) svg.Polyline({{x, y.front()}, {x, y.back()}});
  for (std::size_t i = 0; i < map.steps.size(); ++i) {
    const MapStep& step = map.steps[i];
    const Box box = MakeBox(step, current, kStationCharacters);
    svg.Open(StepClass(step, current));
    svg.Circle("map-station", x, y[i], kStationRadius);
    DrawTitle(svg, x + 26, y[i] - kLineHeight / 2, box.lines, box.count, Anchor::kStart);
    if (box.is_current) DrawTag(svg, kPathWidth - kMargin - kTagWidth / 2, y[i]);
    svg.Close();
  }
  return svg.Finish();
}

}  // namespace

std::string DrawMap(const Map& map, std::string_view current_step) {
  if (map.kind == "exchange") return DrawExchange(map, current_step);
  if (map.kind == "path") return DrawPath(map, current_step);
  return DrawStates(map, current_step);
}

Map MapExcerpt(const Map& map, std::string_view step) {
  const std::optional<std::size_t> current = StepIndex(map, step);
  if (!current || map.steps.size() <= kWholeMapSteps) return map;
  std::set<std::string_view> kept = {map.steps[*current].id};
  for (const MapMove& move : map.moves) {
    if (move.from.value == step) kept.insert(move.to.value);
    if (move.to.value == step) kept.insert(move.from.value);
  }
  Map excerpt = map;
  const auto is_near = [&](std::size_t i) {
    return std::abs(static_cast<int>(i) - static_cast<int>(*current)) <= kNeighbours;
  };
  excerpt.steps.clear();
  for (std::size_t i = 0; i < map.steps.size(); ++i) {
    const bool is_shown = map.kind == "states" ? kept.contains(map.steps[i].id) : is_near(i);
    if (is_shown) excerpt.steps.push_back(map.steps[i]);
  }
  return excerpt;
}

}  // namespace errlookup
