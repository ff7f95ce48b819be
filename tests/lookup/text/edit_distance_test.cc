#include "lookup/text/edit_distance.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/support/slow_edit_distance.h"

namespace errlookup {
namespace {

TEST(EditDistance, IsZeroForTheSameWord) { EXPECT_EQ(EditDistance("policy", "policy", 2), 0); }

TEST(EditDistance, CountsEachKindOfMistakeOnce) {
  EXPECT_EQ(EditDistance("policy", "polcy", 2), 1);    // left out
  EXPECT_EQ(EditDistance("policy", "pollicy", 2), 1);  // doubled
  EXPECT_EQ(EditDistance("policy", "pilicy", 2), 1);   // wrong
  EXPECT_EQ(EditDistance("policy", "poilcy", 2), 1);   // swapped
}

TEST(EditDistance, StopsOneAboveTheBound) {
  EXPECT_EQ(EditDistance("policy", "driver", 2), 3);
  EXPECT_EQ(EditDistance("a", "abcdefgh", 2), 3);
}

TEST(EditDistance, OfTheEmptyWordIsTheLength) { EXPECT_EQ(EditDistance("", "abc", 3), 3); }

TEST(EditDistance, PutsTextsThatAreTooLongBeyondAnyBound) {
  EXPECT_EQ(EditDistance(std::string(5000, 'a'), std::string(5000, 'b'), 5000), 5001);
}

// Few letters, so that most pairs are near each other.
TEST(EditDistance, AgreesWithTheSlowOneOnRandomWords) {
  std::mt19937 random(1);
  const auto word = [&] {
    std::string text(random() % 12, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 20000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const int bound = static_cast<int>(random() % 6);
    const int expected = std::min(SlowEditDistance(a, b), bound + 1);
    ASSERT_EQ(EditDistance(a, b, bound), expected) << a << ' ' << b << ' ' << bound;
  }
}

}  // namespace
}  // namespace errlookup
