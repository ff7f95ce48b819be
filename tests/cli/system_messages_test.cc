// Messages as Windows shows them in other languages, found among a few that are made up here.
#include "lookup/cli/system_messages.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<SystemMessage> kGerman = {
    {1, "Die IKE-Authentifizierung wurde abgelehnt.\r\n"},
    {2, "Die Richtlinie für den Schnellmodus wird verwendet.\r\n"},
    {3, "Die Richtlinie für den Schnellmodus wird gelöscht.\r\n"},
    {4, "Die Anforderung stand zu lange in der Warteschlange.\r\n"},
    {5, "Die Anforderung stand zu lange in der Warteschlange.\r\n"},
    {6, "Die App %1!ws! wird für diese Verbindung benötigt. Laden Sie %2 herunter."},
    {7, "Zeitüberschreitung.\r\n"},
    {8, "Wird die Richtlinie für den Schnellmodus wird verwendet und gesperrt.\r\n"},
};

SaidMessages Find(std::string_view query) { return FindSaidMessages(kGerman, query); }

TEST(SystemMessages, AreFoundWhole) {
  EXPECT_THAT(Find("Die IKE-Authentifizierung wurde abgelehnt.").entries, ElementsAre(1));
  EXPECT_TRUE(Find("Die IKE-Authentifizierung wurde abgelehnt.").is_sure);
}

TEST(SystemMessages, AreFoundWithoutCaseBlanksPunctuationAndAccents) {
  EXPECT_THAT(Find("  DIE IKE AUTHENTIFIZIERUNG\twurde\nabgelehnt ").entries, ElementsAre(1));
  EXPECT_THAT(Find("die richtlinie fur den schnellmodus wird geloscht").entries, ElementsAre(3));
}

TEST(SystemMessages, AreFoundInsideALine) {
  EXPECT_THAT(Find("12:03 Fehler: Die IKE-Authentifizierung wurde abgelehnt. (rasman)").entries, ElementsAre(1));
}

TEST(SystemMessages, AreFoundByALongPart) {
  const SaidMessages said = Find("für den Schnellmodus wird gelöscht");
  EXPECT_THAT(said.entries, ElementsAre(3));
  EXPECT_TRUE(said.is_sure);
}

TEST(SystemMessages, AreOnlySuggestedByAPartOfSeveral) {
  const SaidMessages said = Find("Richtlinie für den Schnellmodus");
  EXPECT_THAT(said.entries, ElementsAre(2, 3, 8));
  EXPECT_FALSE(said.is_sure);
}

TEST(SystemMessages, AreNotFoundByAFewWords) { EXPECT_THAT(Find("wurde abgelehnt").entries, IsEmpty()); }

TEST(SystemMessages, AreNotFoundByPartsOfWords) { EXPECT_THAT(Find("IKE-Authentifizierung wurde abge").entries, IsEmpty()); }

TEST(SystemMessages, AreAllFoundWhenSeveralCodesShareThem) {
  const SaidMessages said = Find("Die Anforderung stand zu lange in der Warteschlange");
  EXPECT_THAT(said.entries, ElementsAre(4, 5));
  EXPECT_TRUE(said.is_sure);
}

TEST(SystemMessages, AreFoundWithWhatStandsInTheirInserts) {
  EXPECT_THAT(Find("Die App Beispiel VPN wird für diese Verbindung benötigt. Laden Sie Beispiel VPN herunter.").entries,
              ElementsAre(6));
}

TEST(SystemMessages, OfOneWordAreFoundOnlyAlone) {
  EXPECT_THAT(Find("Zeitüberschreitung").entries, ElementsAre(7));
  EXPECT_THAT(Find("Zeitüberschreitung beim Drucken der Seite").entries, IsEmpty());
}

TEST(SystemMessages, InsideALongerOneAreNotMeant) {
  EXPECT_THAT(Find("Fehler: Wird die Richtlinie für den Schnellmodus wird verwendet und gesperrt!").entries, ElementsAre(8));
}

TEST(SystemMessages, AreFoundInScriptsWithoutBlanks) {
  const std::vector<SystemMessage> chinese = {{1, "IKE 身份验证凭据不可接受。\r\n"}, {2, "策略匹配错误。"}};
  EXPECT_THAT(FindSaidMessages(chinese, "错误：IKE 身份验证凭据不可接受").entries, ElementsAre(1));
  EXPECT_THAT(FindSaidMessages(chinese, "身份验证凭据").entries, ElementsAre(1));
  EXPECT_THAT(FindSaidMessages(chinese, "发生策略匹配错误了").entries, ElementsAre(2));
}

TEST(SystemMessages, AreNotFoundInNothing) {
  EXPECT_THAT(Find("").entries, IsEmpty());
  EXPECT_THAT(Find("?!").entries, IsEmpty());
  EXPECT_THAT(FindSaidMessages({}, "Die IKE-Authentifizierung wurde abgelehnt.").entries, IsEmpty());
}

TEST(SystemMessages, MayBeStrange) {
  const std::vector<SystemMessage> strange = {{1, "%1"}, {2, "%"}, {3, "%1!"}, {4, "%1!ws"}, {5, "50 % of all words"}, {6, "\xff\xfe"}};
  EXPECT_THAT(FindSaidMessages(strange, "50 % of all words").entries, ElementsAre(5));
}

}  // namespace
}  // namespace errlookup
