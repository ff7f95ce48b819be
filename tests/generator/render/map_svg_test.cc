#include "generator/render/map_svg.h"

#include <gmock/gmock.h>

#include "generator/render/svg.h"
#include "tests/generator/render/sample_base.h"

namespace errlookup {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Map MakeMap(const std::string& kind, int steps) {
  Map map;
  map.id = "m";
  map.title = MakeText("A map");
  map.kind = kind;
  for (int i = 0; i < steps; ++i) map.steps.push_back(MakeStep("s" + std::to_string(i)));
  return map;
}

TEST(DrawMap, TellsInWordsWhatItShows) {
  const std::string svg = DrawMap(MakeMap("path", 2), "s1");
  EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-labelledby=\"map-m-title map-m-text\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"map-m-title\">A map</title>"));
  EXPECT_THAT(svg, HasSubstr("<desc id=\"map-m-text\">Steps: Step s0; Step s1 (this error).</desc>"));
}

TEST(DrawMap, MarksTheCurrentStepInWordsToo) {
  for (const char* kind : {"states", "path"}) {
    EXPECT_THAT(DrawMap(MakeMap(kind, 3), "s1"), HasSubstr("this error</text>")) << kind;
    EXPECT_THAT(DrawMap(MakeMap(kind, 3), ""), Not(HasSubstr("this error"))) << kind;
  }
}

TEST(DrawMap, EscapesTitles) {
  Map map = MakeMap("states", 1);
  map.steps[0].title = MakeText("</svg><script>");
  EXPECT_THAT(DrawMap(map, ""), Not(HasSubstr("<script>")));
}

TEST(DrawMap, LeavesOutMovesToNowhere) {
  Map map = MakeMap("states", 2);
  map.moves = {MakeMove("s0", "gone", "x"), MakeMove("s0", "s0", "y")};
  EXPECT_THAT(DrawMap(map, ""), Not(HasSubstr("map-arrow")));
}

TEST(DrawMap, DrawsMovesInEveryDirection) {
  Map map = MakeMap("states", 4);
  map.moves = {MakeMove("s0", "s1", "next"),   MakeMove("s1", "s0", "back"),
               MakeMove("s0", "s3", "far"),    MakeMove("s3", "s0", "home")};
  const std::string svg = DrawMap(map, "");
  for (const char* label : {"next", "back", "far", "home"}) EXPECT_THAT(svg, HasSubstr(std::string(label) + "</text>"));
}

TEST(DrawMap, DrawsAnExchangeWithoutLanesAsNothing) {
  EXPECT_THAT(DrawMap(MakeMap("exchange", 2), "s0"), HasSubstr("</svg>"));
}

TEST(MapExcerpt, KeepsNeighboursOfALongExchange) {
  const Map excerpt = MapExcerpt(MakeMap("exchange", 20), "s10");
  ASSERT_EQ(excerpt.steps.size(), 5U);
  EXPECT_EQ(excerpt.steps.front().id, "s8");
}

TEST(MapExcerpt, KeepsWhatTheStateMovesToAndFrom) {
  Map map = MakeMap("states", 12);
  map.moves = {MakeMove("s0", "s9", ""), MakeMove("s9", "s4", "")};
  const Map excerpt = MapExcerpt(map, "s9");
  ASSERT_EQ(excerpt.steps.size(), 3U);
  EXPECT_EQ(excerpt.steps[1].id, "s4");
}

TEST(MapExcerpt, LeavesASmallMapWhole) { EXPECT_EQ(MapExcerpt(MakeMap("states", 6), "s0").steps.size(), 6U); }

TEST(WrapWords, CountsCharactersNotBytes) {
  EXPECT_THAT(WrapWords("äöü äöü abc", 7), ElementsAre("äöü äöü", "abc"));
  EXPECT_THAT(WrapWords("averylongword b", 5), ElementsAre("averylongword", "b"));
  EXPECT_THAT(WrapWords("", 5), ElementsAre());
}

}  // namespace
}  // namespace errlookup
