// What share of made queries (tests/support/query_maker.h) finds its error first, and how many confident answers
// are wrong. The floors lie a little under what was measured with tests/bench/search_quality.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "lookup/engine/engine.h"
#include "tests/support/catalog_index.h"
#include "tests/support/query_maker.h"

namespace errlookup {
namespace {

struct Figures {
  int count = 0;
  int right = 0;
  int wrong_but_confident = 0;
};

const std::map<std::string, Figures>& Measure() {
  static const std::map<std::string, Figures> by_kind = [] {
    std::map<std::string, Figures> figures;
    int number = 0;
    for (const MadeQuery& query : MakeQueries(CatalogIndex(), 7)) {
      if (++number % 8 != 0) continue;
      const Answer answer = Engine(CatalogIndex()).Ask(query.text);
      Figures& f = figures[query.kind];
      ++f.count;
      const Match* first = answer.matches.empty() ? nullptr : &answer.matches.front();
      const bool is_right = query.entry ? first != nullptr && IsRightMatch(CatalogIndex(), *first, *query.entry)
                                        : first == nullptr || !first->page || !first->is_confident;
      f.right += is_right;
      f.wrong_but_confident += !is_right && first != nullptr && first->is_confident;
    }
    return figures;
  }();
  return by_kind;
}

struct Floor {
  const char* kind;
  double share;
};

void PrintTo(const Floor& floor, std::ostream* out) { *out << floor.kind; }

class SearchQuality : public testing::TestWithParam<Floor> {};

TEST_P(SearchQuality, IsAtLeastTheFloor) {
  const Figures& figures = Measure().at(GetParam().kind);
  // One may be ambiguous by nature, whatever the size of the sample.
  EXPECT_GE(figures.right + 1, GetParam().share * figures.count) << GetParam().kind << ": " << figures.right << " of " << figures.count;
}

INSTANTIATE_TEST_SUITE_P(Kinds, SearchQuality,
                         testing::Values(Floor{"code, decimal", 1}, Floor{"code, hex", 1}, Floor{"code, hresult", 1}, Floor{"code, signed", 1},
                                         Floor{"log line", 1}, Floor{"symbol", 1}, Floor{"symbol without prefix", 0.99},
                                         Floor{"symbol, 1 mistake", 0.99}, Floor{"symbol, 2 mistakes", 0.95}, Floor{"part of symbol", 0.93},
                                         Floor{"part of symbol, as words", 0.97}, Floor{"message", 1}, Floor{"message in a sentence", 0.98},
                                         Floor{"message, 1 mistake", 0.98}, Floor{"message, 2 mistakes", 0.97}, Floor{"part of message", 0.97},
                                         Floor{"part of message, 1 mistake", 0.95}, Floor{"words of message in any order", 0.97},
                                         Floor{"words of message in any order, 1 mistake", 0.97}, Floor{"words of symbol, cut", 0.93},
                                         Floor{"symbol in camel case", 0.98},
                                         Floor{"not ours, number", 1}, Floor{"not ours, symbol", 0.98}, Floor{"a number that is no code", 1}));

TEST(SearchQuality, IsSeldomConfidentAndWrong) {
  int count = 0, wrong = 0;
  for (const auto& [kind, figures] : Measure()) {
    count += figures.count;
    wrong += figures.wrong_but_confident;
  }
  EXPECT_LE(wrong, 0.01 * count) << wrong << " of " << count;
}

}  // namespace
}  // namespace errlookup
