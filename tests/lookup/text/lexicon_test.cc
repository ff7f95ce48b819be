#include "lookup/text/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Lexicon, TranslatesAWordWhateverItsEnding) {
  EXPECT_THAT(TranslateWord("richtlinie"), ElementsAre("policy"));
  EXPECT_THAT(TranslateWord("richtlinien"), ElementsAre("policy"));
}

TEST(Lexicon, TranslatesWordsOfSeveralLanguages) {
  EXPECT_THAT(TranslateWord("reponse"), Contains("response"));
  EXPECT_THAT(TranslateWord("respuesta"), Contains("response"));
  EXPECT_THAT(TranslateWord("сертификата"), Contains("certificate"));
}

TEST(Lexicon, ReadsTwoPartsOfACompound) {
  EXPECT_THAT(TranslateWord("richtlinienfehler"), ElementsAre("policy", "error"));
  EXPECT_THAT(TranslateWord("computerzertifikat"), ElementsAre("certificate"));
}

TEST(Lexicon, LeavesEnglishWordsAlone) {
  for (const char* word : {"policy", "clear", "clean", "passed", "filter", "tunnel", "negotiation", ""}) EXPECT_THAT(TranslateWord(word), IsEmpty()) << word;
}

TEST(Lexicon, FindsTermsInTextWithoutSpaces) {
  EXPECT_THAT(TranslatePaired("策略匹配错误"), ElementsAre("policy", "match"));
  EXPECT_THAT(TranslatePaired("IKE ポリシー一致エラー"), ElementsAre("policy", "match"));
}

TEST(Lexicon, FindsNothingInTextWithSpaces) { EXPECT_THAT(TranslatePaired("policy match error \xFF"), IsEmpty()); }

TEST(Lexicon, KnowsOtherWordsForTheSameThing) {
  EXPECT_THAT(SynonymsOf("cert"), ElementsAre("certificate"));
  EXPECT_THAT(SynonymsOf("certificate"), IsEmpty());
}

}  // namespace
}  // namespace errlookup
