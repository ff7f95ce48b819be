#include "lookup/engine/camel_case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CamelCase, BeginsAPartAtEachCapital) { EXPECT_THAT(CamelParts("IkeInvalidHashAlg"), ElementsAre("ike", "invalid", "hash", "alg")); }

TEST(CamelCase, KeepsAnAbbreviationTogether) { EXPECT_THAT(CamelParts("PeerCRLFailed"), ElementsAre("peer", "crl", "failed")); }

TEST(CamelCase, KeepsIPsecTogether) { EXPECT_THAT(CamelParts("IPsecSaContext"), ElementsAre("ipsec", "sa", "context")); }

TEST(CamelCase, KeepsThePluralOfAnAbbreviation) {
  EXPECT_THAT(CamelParts("CRLs"), ElementsAre("crls"));
  EXPECT_THAT(CamelParts("PeerCRLs"), ElementsAre("peer", "crls"));
}

TEST(CamelCase, LeavesOtherWordsWhole) {
  EXPECT_THAT(CamelParts("policy"), ElementsAre("policy"));
  EXPECT_THAT(CamelParts("VPN"), ElementsAre("vpn"));
  EXPECT_THAT(CamelParts(""), IsEmpty());
}

}  // namespace
}  // namespace errlookup
