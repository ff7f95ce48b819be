#include "lookup/index/fold_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(FoldName, FoldsAsciiLettersOnly) { EXPECT_EQ(FoldName("Err_\xC3\x89X"), "err_\xC3\x89x"); }

TEST(NameWords, AreTheFoldedPartsEachOnce) {
  EXPECT_THAT(NameWords("ERROR_IPSEC_IKE_AUTH_FAIL"), ElementsAre("error", "ipsec", "ike", "auth", "fail"));
  EXPECT_THAT(NameWords("__A_b_a__"), ElementsAre("a", "b"));
}

TEST(NameWords, LeaveOutWhatTouchesOtherLetters) {
  EXPECT_THAT(NameWords("FEHLER_\xC3\x9C" "BER_7"), ElementsAre("fehler", "7"));
}

TEST(NameWords, LeaveOutWhatIsTooLongForTheVocabulary) {
  EXPECT_THAT(NameWords("X_" + std::string(65, 'y')), ElementsAre("x"));
  EXPECT_THAT(NameWords("..."), IsEmpty());
}

}  // namespace
}  // namespace errlookup
