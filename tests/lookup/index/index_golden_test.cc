// Indexes of every version stay readable, and no damage to one does harm.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lookup/index/index_reader.h"
#include "tests/lookup/index/image_editor.h"
#include "tests/lookup/index/use_index.h"

namespace errlookup {
namespace {

using ::testing::ElementsAre;

TEST(IndexGolden, Version1_0StaysReadable) {
  const Image image = ReadGolden("v1.0.idx");
  const Result<IndexReader> index = IndexReader::Open(image);
  ASSERT_TRUE(index.ok()) << index.error().message;
  EXPECT_EQ(index->base_url(), "https://example.com/ipsec/");
  EXPECT_EQ(index->entry_count(), 8u);
  EXPECT_EQ(index->symbol(3), "ERROR_IPSEC_QM_POLICY_PENDING_DELETION");
  EXPECT_EQ(index->message(3), "The specified quick mode policy is pending deletion.");
  EXPECT_THAT(index->aliases(4), ElementsAre("OLD_BAD_SPI", "ERROR_BAD_SPI"));
  EXPECT_THAT(index->FindSymbol("status_ipsec_bad_spi"), ElementsAre(7));
  EXPECT_EQ(index->page(0).where, "Life of a policy object: pending deletion");
  EXPECT_EQ(index->sections(0).at(1), (Section{"fixes", "Fixes", "Restart the *policy agent*."}));
  EXPECT_THAT(index->sections(1), ElementsAre(Section{"look-first", "Look first", "Count the *packets*."}));
  EXPECT_THAT(index->mentions(index->FindSymbol("OLE_E_OLEVERB").at(0)), ElementsAre(0, 1));
  EXPECT_THAT(index->postings(index->FindWord("spi").value()),
              ElementsAre(Posting{4, Field::kSymbol}, Posting{4, Field::kMessage}, Posting{7, Field::kSymbol}));
}

TEST(IndexGolden, OpensWithoutALookAtEveryByte) {
  const Image image = ReadGolden("v1.0.idx");
  const Result<IndexReader> index = IndexReader::Open(image, Trust::kEmbedded);
  ASSERT_TRUE(index.ok());
  EXPECT_EQ(UseIndex(*index), UseIndex(*IndexReader::Open(image)));
}

TEST(IndexDamage, EveryShorterFileIsRejected) {
  const Image image = ReadGolden("v1.0.idx");
  for (std::size_t length = 0; length < image.size(); ++length) {
    EXPECT_FALSE(IndexReader::Open(Bytes(image).first(length)).ok()) << length;
    EXPECT_FALSE(IndexReader::Open(Bytes(image).first(length), Trust::kEmbedded).ok()) << length;
  }
}

TEST(IndexDamage, EveryFlippedBitIsNoticed) {
  Image image = ReadGolden("v1.0.idx");
  for (std::size_t bit = 0; bit < image.size() * 8; ++bit) {
    const std::byte flip{static_cast<std::uint8_t>(1u << bit % 8)};
    image[bit / 8] ^= flip;
    EXPECT_FALSE(IndexReader::Open(image).ok()) << bit;
    image[bit / 8] ^= flip;
  }
}

TEST(IndexDamage, AForgedBitIsRejectedOrHarmless) {
  constexpr std::size_t kStep = 5;  // all bits take seconds; this meets every bit of a byte
  Image image = ReadGolden("v1.0.idx");
  std::size_t accepted = 0;
  for (std::size_t bit = format::kHeaderSize * 8; bit < image.size() * 8; bit += kStep) {
    const std::byte flip{static_cast<std::uint8_t>(1u << bit % 8)};
    image[bit / 8] ^= flip;
    FixChecksum(image);
    const Result<IndexReader> index = IndexReader::Open(image);
    if (index.ok()) {
      ++accepted;
      UseIndex(*index);
    }
    image[bit / 8] ^= flip;
  }
  EXPECT_GT(accepted, 0u);  // a letter of a text, for one
}

}  // namespace
}  // namespace errlookup
