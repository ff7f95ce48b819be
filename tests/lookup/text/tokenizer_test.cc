#include "lookup/text/tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Tokenizer, CutsAtBlanksAndPunctuation) {
  EXPECT_THAT(Tokenize("The policy, is (pending) deletion."), ElementsAre("the", "policy", "is", "pending", "deletion"));
}

TEST(Tokenizer, GivesTheEmptyListForTextWithoutWords) {
  EXPECT_THAT(Tokenize(" -- , \t\n"), IsEmpty());
  EXPECT_THAT(Tokenize(""), IsEmpty());
}

TEST(Tokenizer, CutsASymbolIntoItsParts) {
  EXPECT_THAT(Tokenize("ERROR_IPSEC_IKE_AUTH_FAIL"), ElementsAre("error", "ipsec", "ike", "auth", "fail"));
}

TEST(Tokenizer, KeepsLettersAndDigitsTogether) {
  EXPECT_THAT(Tokenize("IKEv2 0x800735E9"), ElementsAre("ikev2", "0x800735e9"));
}

TEST(Tokenizer, RemovesAccentsFromLatinLetters) {
  EXPECT_THAT(Tokenize("Échec Müller niño Größe Œuvre"), ElementsAre("echec", "muller", "nino", "grosse", "oeuvre"));
}

TEST(Tokenizer, RemovesAccentsWrittenAsCombiningMarks) {
  EXPECT_THAT(Tokenize("e\u0301chec"), ElementsAre("echec"));
}

TEST(Tokenizer, RemovesVietnameseAccents) {
  EXPECT_THAT(Tokenize("Lỗi kết nối"), ElementsAre("loi", "ket", "noi"));
}

TEST(Tokenizer, FoldsRussianAndGreekToLowerCase) {
  EXPECT_THAT(Tokenize("Подключение ЁЖ"), ElementsAre("подключение", "еж"));
  EXPECT_THAT(Tokenize("Σφάλμα ΣΦΑΛΜΑ"), ElementsAre("σφαλμα", "σφαλμα"));
}

TEST(Tokenizer, GivesOverlappingPairsOfHanCharacters) {
  EXPECT_THAT(Tokenize("策略匹配"), ElementsAre("策略", "略匹", "匹配"));
}

TEST(Tokenizer, GivesALoneHanCharacterAsItIs) {
  EXPECT_THAT(Tokenize("报 13868"), ElementsAre("报", "13868"));
}

TEST(Tokenizer, SeparatesHanFromLatinLetters) {
  EXPECT_THAT(Tokenize("使用IKEv2连接"), ElementsAre("使用", "ikev2", "连接"));
}

TEST(Tokenizer, EndsWordsAtFullWidthPunctuation) {
  EXPECT_THAT(Tokenize("13868：策略"), ElementsAre("13868", "策略"));
}

TEST(Tokenizer, ReadsFullWidthLettersAsLatinOnes) {
  EXPECT_THAT(Tokenize("ＩＫＥ１３８０１"), ElementsAre("ike13801"));
}

TEST(Tokenizer, IgnoresCharactersOfNoWidth) {
  EXPECT_THAT(Tokenize("\uFEFFpol\u00ADicy\u200B"), ElementsAre("policy"));
}

TEST(Tokenizer, EndsWordsAtInvalidUtf8) {
  EXPECT_THAT(Tokenize("one\xFFtwo\xC3"), ElementsAre("one", "two"));
}

TEST(Tokenizer, EndsWordsAtNul) {
  EXPECT_THAT(Tokenize(std::string_view("one\0two", 7)), ElementsAre("one", "two"));
}

TEST(Tokenizer, DropsTheRestOfAnEndlessWord) {
  EXPECT_THAT(Tokenize(std::string(1000, 'a') + " b"), ElementsAre(std::string(kMaxWordBytes, 'a'), "b"));
}

}  // namespace
}  // namespace errlookup
