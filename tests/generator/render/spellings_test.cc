#include "generator/render/spellings.h"

#include <gmock/gmock.h>

namespace errlookup {
namespace {

using testing::ElementsAre;

std::vector<std::string> Flat(const std::vector<Spelling>& spellings) {
  std::vector<std::string> all;
  for (const Spelling& spelling : spellings) all.insert(all.end(), spelling.values.begin(), spelling.values.end());
  return all;
}

TEST(Spellings, HoldsEveryFormOfAWin32Code) {
  EXPECT_THAT(Flat(Spellings(Space::kWin32, 13801)),
              ElementsAre("13801", "0x35E9", "0x000035E9", "0x800735E9", "-2147011095", "2147956201", "0xC00735E9", "-1073269271",
                          "3221698025", "E9 35 00 00"));
}

TEST(Spellings, HoldsEveryFormOfAnHresult) {
  EXPECT_THAT(Flat(Spellings(Space::kHresult, 0x8032000A)), ElementsAre("0x8032000A", "-2144206838", "2150760458", "0A 00 32 80"));
}

TEST(Spellings, WrapsAnNtstatusAsHresult) {
  EXPECT_THAT(Flat(Spellings(Space::kNtstatus, 0xC0360001)),
              ElementsAre("0xC0360001", "-1070202879", "3224764417", "0xD0360001", "-801767423", "3493199873", "01 00 36 C0"));
}

TEST(Spellings, WritesRasCodesInDecimalFirst) { EXPECT_EQ(UsualSpelling(Space::kRas, 809), "809"); }

TEST(Spellings, WritesHresultsInHexFirst) { EXPECT_EQ(UsualSpelling(Space::kHresult, 0x80320009), "0x80320009"); }

TEST(Spellings, ShortHexHasNoLeadingZeros) {
  EXPECT_EQ(ShortHex(13023), "0x32DF");
  EXPECT_EQ(ShortHex(0), "0x0");
}

}  // namespace
}  // namespace errlookup
