#include "generator/output/unlink.h"

#include <gtest/gtest.h>

namespace errlookup {
namespace {

TEST(Unlink, LeavesTheText) { EXPECT_EQ(Unlink("see [A](x).", "x"), "see A."); }
TEST(Unlink, LeavesLinksToOtherAddresses) { EXPECT_EQ(Unlink("[A](x) [B](x/y)", "x"), "A [B](x/y)"); }
TEST(Unlink, TellsLinksApartThatTouch) {
  EXPECT_EQ(Unlink("see [A](x)[B](y).", "y"), "see [A](x)B.");
  EXPECT_EQ(Unlink("see [A](x)[B](y).", "x"), "see A[B](y).");
  EXPECT_EQ(Unlink("[A](x)[B](x)", "x"), "AB");
}
TEST(Unlink, TakesTextWithBrackets) {
  EXPECT_EQ(Unlink("see [a `[0]`](x).", "x"), "see a `[0]`.");
  EXPECT_EQ(Unlink("[[a] and [b]](x)", "x"), "[a] and [b]");
}
TEST(Unlink, PassesOverBracketsBehindABackslash) {
  EXPECT_EQ(Unlink(R"([a \] b](x))", "x"), R"(a \] b)");
  EXPECT_EQ(Unlink(R"([a \[ b](x))", "x"), R"(a \[ b)");
}
TEST(Unlink, LeavesWhatIsNoLink) { EXPECT_EQ(Unlink("a](x) [b](x)", "x"), "a](x) b"); }

}  // namespace
}  // namespace errlookup
