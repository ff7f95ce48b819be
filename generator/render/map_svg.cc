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
constexpr int kBoxCharacters = 29;     // that surely fit into kBoxWidth at the text size of svg.cc
constexpr int kBoxPadding = 11;
constexpr int kGap = 58;               // between two boxes: room for a label of three lines
constexpr int kChannelWidth = 132;     // a bent arrow with its label
constexpr int kLabelCharacters = 16;
constexpr int kTagWidth = 84;          // "this error"
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

int BoxHeight(const MapStep& step, int characters) {
  const std::vector<std::string> lines = WrapWords(step.title.value, characters);
  return static_cast<int>(lines.size() + (step.codes.empty() ? 0 : 1)) * kLineHeight + 2 * kBoxPadding;
}

void DrawBox(Svg& svg, const MapStep& step, std::string_view current, int x, int y, int width, int characters) {
  const int height = BoxHeight(step, characters);
  const std::vector<std::string> lines = WrapWords(step.title.value, characters);
  const int center = x + width / 2;
  const int text_height = static_cast<int>(lines.size()) * kLineHeight;
  svg.Open(StepClass(step, current));
  svg.Rect("map-box", x, y, width, height, 8);
  svg.Label("map-title", center, y + kBoxPadding + text_height / 2, lines, Anchor::kMiddle);
  if (!step.codes.empty())
    svg.Label("map-count", center, y + kBoxPadding + text_height + kLineHeight / 2, {CodeCount(step)}, Anchor::kMiddle);
  if (step.id == current) DrawTag(svg, center, y);
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

struct Rows {
  std::vector<int> y, height;
  int center(std::size_t row) const { return y[row] + height[row] / 2; }
  // The free strip below (downwards) or above (upwards) a row, where labels meet no line.
  int gap_below(std::size_t row) const { return y[row] + height[row] + kGap / 2; }
  int gap_above(std::size_t row) const { return y[row] - kGap / 2; }
};

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
    const int step = rows.height[row] / (static_cast<int>(ends.size()) + 1);
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
  const int start = is_down ? rows.y[from] + rows.height[from] : rows.y[from];
  const int end = is_down ? rows.y[to] - 2 : rows.y[to] + rows.height[to] + 2;
  svg.Open("map-move");
  svg.Polyline({{x, start}, {x, end}});
  svg.Arrowhead(x, end, is_down ? Heading::kDown : Heading::kUp);
  const int label_x = x + (label_side == Anchor::kStart ? 10 : -10);
  svg.Label("map-label", label_x, is_down ? rows.gap_below(from) : rows.gap_above(from), WrapWords(move.label, 24), label_side);
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
  const int box_x = kMargin + channels_left * kChannelWidth + (channels_left > 0 ? 22 : 0);
  const int width = box_x + kBoxWidth + channels_right * kChannelWidth + (channels_right > 0 ? 22 : 0) + kMargin;

  Rows rows;
  int y = kMargin + 12;
  for (const MapStep& step : map.steps) {
    rows.y.push_back(y);
    rows.height.push_back(BoxHeight(step, kBoxCharacters));
    y += rows.height.back() + kGap;
  }
  PlaceEnds(left, rows);
  PlaceEnds(right, rows);

  Svg svg(map, current, width, y - kGap + kMargin);
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
    DrawBox(svg, map.steps[i], current, box_x, rows.y[i], kBoxWidth, kBoxCharacters);
  return svg.Finish();
}

// --- exchange -------------------------------------------------------------------------------------------------------

constexpr int kLaneWidth = 230;
constexpr int kLaneBoxWidth = 200;
constexpr int kLaneBoxCharacters = 23;
constexpr int kLaneHeadHeight = 38;
constexpr int kRowGap = 20;

int LaneX(std::size_t lane) { return kMargin + kLaneWidth / 2 + static_cast<int>(lane) * kLaneWidth; }

// Where a step of an exchange is drawn.
struct Row {
  const MapStep* step = nullptr;
  std::size_t from = 0, to = 0;     // equal: work inside one lane
  std::vector<std::string> lines;   // of a message's title
  int y = 0, height = 0;
  bool is_message() const { return from != to; }
};

int MessageCharacters(std::size_t from, std::size_t to) {
  const int lanes = std::abs(static_cast<int>(from) - static_cast<int>(to));
  return lanes * 28 - 2;
}

std::vector<Row> LayOutExchange(const Map& map) {
  std::vector<Row> rows;
  int y = kMargin + kLaneHeadHeight + 26;
  for (const MapStep& step : map.steps) {
    const auto at = LaneIndex(map, step.at_lane), from = LaneIndex(map, step.from), to = LaneIndex(map, step.to);
    if (!at && !(from && to)) continue;
    Row row{.step = &step, .from = at ? *at : *from, .to = at ? *at : *to, .lines = {}};
    if (row.is_message()) {
      std::string title = step.title.value;
      if (!step.codes.empty()) title += " (" + CodeCount(step) + ")";
      row.lines = WrapWords(title, MessageCharacters(row.from, row.to));
      row.height = static_cast<int>(row.lines.size()) * kLineHeight + 14;
    } else {
      row.height = BoxHeight(step, kLaneBoxCharacters);
    }
    row.y = y;
    y += row.height + kRowGap;
    rows.push_back(std::move(row));
  }
  return rows;
}

void DrawMessage(Svg& svg, const Row& row, std::string_view current) {
  const int from_x = LaneX(row.from), to_x = LaneX(row.to);
  const int direction = to_x > from_x ? 1 : -1;
  const int arrow_y = row.y + row.height - 6;
  const int center = (from_x + to_x) / 2;
  const int text_height = static_cast<int>(row.lines.size()) * kLineHeight;
  svg.Open(StepClass(*row.step, current) + " map-message");
  if (row.step->id == current) {
    const int left = std::min(from_x, to_x) + 6;
    svg.Rect("map-box", left, row.y - 7, std::abs(to_x - from_x) - 12, text_height + 10, 8);
    DrawTag(svg, center, row.y - 9);
  }
  svg.Label("map-title", center, row.y + text_height / 2, row.lines, Anchor::kMiddle);
  svg.Polyline({{from_x, arrow_y}, {to_x - direction * 2, arrow_y}});
  svg.Arrowhead(to_x - direction * 2, arrow_y, direction > 0 ? Heading::kRight : Heading::kLeft);
  svg.Close();
}

std::string DrawExchange(const Map& map, std::string_view current) {
  const std::vector<Row> rows = LayOutExchange(map);
  const int bottom = rows.empty() ? kMargin + kLaneHeadHeight : rows.back().y + rows.back().height + 16;
  Svg svg(map, current, 2 * kMargin + kLaneWidth * static_cast<int>(map.lanes.size()), bottom + kMargin);
  for (std::size_t i = 0; i < map.lanes.size(); ++i) {
    svg.Open("map-lane");
    svg.Polyline({{LaneX(i), kMargin + kLaneHeadHeight}, {LaneX(i), bottom}});
    svg.Rect("map-lane-head", LaneX(i) - kLaneBoxWidth / 2, kMargin, kLaneBoxWidth, kLaneHeadHeight, 4);
    svg.Label("map-lane-title", LaneX(i), kMargin + kLaneHeadHeight / 2, {map.lanes[i].title}, Anchor::kMiddle);
    svg.Close();
  }
  for (const Row& row : rows) {
    if (row.is_message()) {
      DrawMessage(svg, row, current);
    } else {
      DrawBox(svg, *row.step, current, LaneX(row.from) - kLaneBoxWidth / 2, row.y, kLaneBoxWidth, kLaneBoxCharacters);
    }
  }
  return svg.Finish();
}

// --- path -----------------------------------------------------------------------------------------------------------

constexpr int kStationRadius = 9;
constexpr int kStationCharacters = 52;
constexpr int kPathWidth = 520;

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
    const std::vector<std::string> lines = WrapWords(step.title.value, kStationCharacters);
    const int text_height = static_cast<int>(lines.size()) * kLineHeight;
    svg.Open(StepClass(step, current));
    svg.Circle("map-station", x, y[i], kStationRadius);
    svg.Label("map-title", x + 26, y[i] + (text_height - kLineHeight) / 2, lines, Anchor::kStart);
    svg.Label("map-count", x + 26, y[i] + text_height, {CodeCount(step)}, Anchor::kStart);
    if (step.id == current) DrawTag(svg, kPathWidth - kMargin - kTagWidth / 2, y[i]);
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
