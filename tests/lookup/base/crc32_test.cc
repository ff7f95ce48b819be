#include "lookup/base/crc32.h"

#include <gtest/gtest.h>

#include "lookup/base/coding.h"

namespace errlookup {
namespace {

TEST(Crc32, HasTheCheckValueOfTheStandard) { EXPECT_EQ(Crc32(AsBytes("123456789")), 0xCBF4'3926u); }
TEST(Crc32, OfNothingIsZero) { EXPECT_EQ(Crc32({}), 0u); }
TEST(Crc32, ContinuesWhereItStopped) { EXPECT_EQ(Crc32(AsBytes("56789"), Crc32(AsBytes("1234"))), 0xCBF4'3926u); }

}  // namespace
}  // namespace errlookup
