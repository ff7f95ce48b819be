// Inputs that are not plain text: UTF-16 and gzip; and names of columns.
#include <gtest/gtest.h>

#include "lookup/scan/field_names.h"
#include "lookup/scan/gzip_reader.h"
#include "lookup/scan/utf16.h"

namespace errlookup {
namespace {

std::string Decoded(ByteOrder order, std::string_view bytes, std::size_t block) {
  Utf16Decoder decoder(order);
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += block) decoder.Decode(bytes.substr(i, block), out);
  decoder.Finish(out);
  return out;
}

using namespace std::literals;

TEST(Utf16, IsKnownByItsMark) {
  EXPECT_EQ(DetectUtf16("\xFF\xFE" "a\0"sv), ByteOrder::kLittle);
  EXPECT_EQ(DetectUtf16("\xFE\xFF" "\0a"sv), ByteOrder::kBig);
}
TEST(Utf16, IsKnownByItsZeros) {
  EXPECT_EQ(DetectUtf16("e\0r\0r\0o\0r\0 \0" "1\0" "3\0" "8\0" "0\0"sv), ByteOrder::kLittle);
  EXPECT_EQ(DetectUtf16("\0e\0r\0r\0o\0r\0 \0001\0003\0008\0000"sv), ByteOrder::kBig);
}
TEST(Utf16, IsNotSeenInOtherText) {
  EXPECT_EQ(DetectUtf16("error 13801, error 13802"), std::nullopt);
  EXPECT_EQ(DetectUtf16(std::string(64, '\0')), std::nullopt);
  EXPECT_EQ(DetectUtf16(""), std::nullopt);
}
TEST(Utf16, DecodesWhereverItIsCut) {
  const std::string_view bytes = "\xFF\xFE" "Z\0\xFC\0\xE9\x65\x3D\xD8\x00\xDE!\0"sv;
  for (const std::size_t block : {1u, 2u, 3u, 5u, 100u}) EXPECT_EQ(Decoded(ByteOrder::kLittle, bytes, block), "Zü\u65E9\U0001F600!") << block;
}
TEST(Utf16, ReplacesHalvesOfCharacters) {
  EXPECT_EQ(Decoded(ByteOrder::kLittle, "\x3D\xD8" "a\0\x00\xDE"sv, 2), "\uFFFDa\uFFFD");
  EXPECT_EQ(Decoded(ByteOrder::kLittle, "a\0b"sv, 2), "a\uFFFD");
}

// "error 13801\n", packed.
constexpr std::string_view kPacked =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\x4b\x2d\x2a\xca\x2f\x52\x30\x34\xb6\x30\x30\xe4\x02\x00\xc8\x4f\x1f\x23\x0c\x00\x00\x00"sv;

struct Unpacked {
  std::string text;
  bool is_fed = true;
  bool is_finished = true;
};
Unpacked Unpack(std::string_view packed, std::size_t block) {
  Unpacked unpacked;
  GzipReader reader([&](std::string_view text) { unpacked.text += text; });
  for (std::size_t i = 0; i < packed.size() && unpacked.is_fed; i += block) unpacked.is_fed = reader.Feed(packed.substr(i, block)).ok();
  unpacked.is_finished = reader.Finish().ok();
  return unpacked;
}

TEST(Gzip, IsKnownByItsFirstBytes) {
  EXPECT_TRUE(IsGzip(kPacked));
  EXPECT_FALSE(IsGzip("error"));
}
TEST(Gzip, UnpacksWhereverItIsCut) {
  for (const std::size_t block : {1u, 7u, 100u}) {
    const Unpacked unpacked = Unpack(kPacked, block);
    EXPECT_EQ(unpacked.text, "error 13801\n") << block;
    EXPECT_TRUE(unpacked.is_fed && unpacked.is_finished) << block;
  }
}
TEST(Gzip, UnpacksAllMembers) {
  const Unpacked unpacked = Unpack(std::string(kPacked) + std::string(kPacked), 5);
  EXPECT_EQ(unpacked.text, "error 13801\nerror 13801\n");
  EXPECT_TRUE(unpacked.is_fed && unpacked.is_finished);
}
TEST(Gzip, LeavesOutWhatFollows) {
  const Unpacked unpacked = Unpack(std::string(kPacked) + std::string(100, '\0'), 5);
  EXPECT_EQ(unpacked.text, "error 13801\n");
  EXPECT_TRUE(unpacked.is_fed && unpacked.is_finished);
}
TEST(Gzip, ReportsACutInput) {
  const Unpacked unpacked = Unpack(kPacked.substr(0, kPacked.size() - 9), 5);
  EXPECT_TRUE(unpacked.is_fed);
  EXPECT_FALSE(unpacked.is_finished);
}
TEST(Gzip, ReportsDamage) {
  std::string damaged(kPacked);
  damaged[kPacked.size() - 8] ^= 1;  // the checksum
  EXPECT_FALSE(Unpack(damaged, 5).is_fed);
}

TEST(FieldNames, TellErrorsFromOtherNumbers) {
  EXPECT_EQ(KindOfField("failureErrorCode"), FieldKind::kError);
  EXPECT_EQ(KindOfField("hresult"), FieldKind::kError);
  EXPECT_EQ(KindOfField("Error Number"), FieldKind::kError);
  EXPECT_EQ(KindOfField("ReasonCode"), FieldKind::kStatus);
  EXPECT_EQ(KindOfField("EventCode"), FieldKind::kOther);
  EXPECT_EQ(KindOfField("error_count"), FieldKind::kOther);
  EXPECT_EQ(KindOfField("SourcePort"), FieldKind::kOther);
  EXPECT_EQ(KindOfField("profile"), FieldKind::kNeutral);
  EXPECT_EQ(KindOfField(""), FieldKind::kUnnamed);
}
TEST(ColumnHeader, IsNotSeenInALineOfALog) {
  EXPECT_TRUE(ColumnHeader("2025-06-03 08:00, error, 13801").empty());
  EXPECT_TRUE(ColumnHeader("plain text").empty());
  EXPECT_FALSE(ColumnHeader("Time,Error,Port\n1,2,3").empty());
}

}  // namespace
}  // namespace errlookup
