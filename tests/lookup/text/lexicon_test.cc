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
  EXPECT_THAT(TranslateWord("computerzertifikat"), ElementsAre("machine", "certificate"));
  EXPECT_THAT(TranslateWord("sperrlistenprufungsfehler"), ElementsAre("revocation", "check", "error"));
}

TEST(Lexicon, TranslatesWhatPeopleSayOfTheirTrouble) {
  for (const char* word : {"abgelaufen", "caducado", "scaduta", "expirou", "verlopen", "wygaslo", "vyprsela", "истек", "истекла"})
    EXPECT_THAT(TranslateWord(word), ElementsAre("expired")) << word;
  for (const char* word : {"kennwort", "contrasena", "senha", "wachtwoord", "haslo", "heslo", "losenordet", "parolanın", "пароля"})
    EXPECT_THAT(TranslateWord(word), ElementsAre("password")) << word;
  for (const char* word : {"leerlauf", "inactivite", "inattivita", "ociosidade", "bezczynnosci", "простоя"})
    EXPECT_THAT(TranslateWord(word), ElementsAre("idle")) << word;
}

TEST(Lexicon, SaysThatAWordOfGrammarMeansNothing) {
  for (const char* word : {"weil", "parce", "porque", "mozna", "потому"}) EXPECT_THAT(TranslateWord(word), ElementsAre("the")) << word;
}

TEST(Lexicon, LeavesEnglishWordsAlone) {
  for (const char* word : {"policy", "clear", "clean", "passed", "filter", "tunnel", "negotiation", "description", "reproduce", "steps", "intent", ""}) EXPECT_THAT(TranslateWord(word), IsEmpty()) << word;
}

TEST(Lexicon, FindsTermsInTextWithoutSpaces) {
  EXPECT_THAT(TranslatePaired("策略匹配错误"), ElementsAre("policy", "match", "error"));
  EXPECT_THAT(TranslatePaired("IKE ポリシー一致エラー"), ElementsAre("policy", "match", "error"));
  EXPECT_THAT(TranslatePaired("密码已过期"), ElementsAre("password", "expired"));
  EXPECT_THAT(TranslatePaired("憑證 過期"), ElementsAre("certificate", "expired"));
  EXPECT_THAT(TranslatePaired("암호가 만료"), ElementsAre("password", "expired"));
}

TEST(Lexicon, FindsNothingInTextWithSpaces) { EXPECT_THAT(TranslatePaired("policy match error \xFF"), IsEmpty()); }

TEST(Lexicon, KnowsOtherWordsForTheSameThing) {
  EXPECT_THAT(SynonymsOf("cert"), ElementsAre("certificate"));
  EXPECT_THAT(SynonymsOf("certificate"), IsEmpty());
}

TEST(Lexicon, KnowsWhatTwoWordsInARowMean) {
  EXPECT_THAT(SynonymsOfPair("not", "valid"), ElementsAre("invalid"));
  EXPECT_THAT(SynonymsOfPair("phase", "1"), ElementsAre("main"));
  EXPECT_THAT(SynonymsOfPair("phase", "2"), ElementsAre("quick"));
  EXPECT_THAT(SynonymsOfPair("ran", "out"), ElementsAre("expired"));
  EXPECT_THAT(SynonymsOfPair("valid", "not"), IsEmpty());
  EXPECT_THAT(SynonymsOfPair("", ""), IsEmpty());
}

TEST(Lexicon, KnowsAWordThatItHasAsItIsOrMuchOf) {
  for (const char* word : {"niet", "inte", "fout", "fehler", "certifikatet"}) EXPECT_TRUE(IsTerm(word)) << word;
  for (const char* word : {"net", "conext", "clear", ""}) EXPECT_FALSE(IsTerm(word)) << word;
}

TEST(Lexicon, KnowsTheLongFormOfSa) {
  EXPECT_THAT(SynonymsOfPair("security", "association"), ElementsAre("sa"));
  EXPECT_THAT(SynonymsOfPair("association", "security"), ElementsAre("sa"));
}

}  // namespace
}  // namespace errlookup
