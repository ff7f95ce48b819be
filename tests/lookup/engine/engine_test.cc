#include "lookup/engine/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lookup/engine/text_number.h"
#include "tests/support/catalog_index.h"

namespace errlookup {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

Answer Ask(std::string_view query, const QueryOptions& options = {}) { return Engine(CatalogIndex()).Ask(query, options); }

// "win32:13801", with "?" for a suggestion and "-" for a code without a page.
std::string TextOf(const Match& match) {
  return std::string(SpaceName(match.space)) + ":" + CodeText(match.space, match.value) + (match.is_confident ? "" : "?") +
         (match.page ? "" : "-");
}

std::string First(const Answer& answer) { return answer.matches.empty() ? "nothing" : TextOf(answer.matches.front()); }

std::vector<std::string> All(const Answer& answer) {
  std::vector<std::string> texts;
  for (const Match& match : answer.matches) texts.push_back(TextOf(match));
  return texts;
}

std::vector<std::string> Confident(const Answer& answer) {
  std::vector<std::string> texts;
  for (const Match& match : answer.matches)
    if (match.is_confident) texts.push_back(TextOf(match));
  return texts;
}

// Codes.

TEST(Engine, AnswersACodeWithItsPageAlone) { EXPECT_THAT(All(Ask("13801")), ElementsAre("win32:13801")); }

TEST(Engine, AnswersAnHresultWithTheWin32CodeThatItWraps) { EXPECT_THAT(All(Ask("0x800735E9")), ElementsAre("win32:13801")); }

TEST(Engine, SaysThatACodeWasDecoded) { EXPECT_EQ(Ask("-2147011095").matches.front().route, Route::kDecoded); }

TEST(Engine, AnswersBothCodesOfOneErrorOnce) {
  EXPECT_THAT(All(Ask("ERROR_IPSEC_BAD_SPI STATUS_IPSEC_BAD_SPI")), ElementsAre("win32:13910"));
}

TEST(Engine, AnswersEachCodeOfATextInOrder) {
  EXPECT_THAT(All(Ask("Error 870 does not show, but Error 789 is show")), ElementsAre("ras:870", "ras:789", "win32:789?-"));
}

TEST(Engine, PutsTheRasMeaningFirstAndShowsTheOther) {
  const Answer answer = Ask("789");
  EXPECT_THAT(All(answer), ElementsAre("ras:789", "win32:789?-"));
  EXPECT_TRUE(answer.is_ambiguous);
}

TEST(Engine, DoesNotCallAWrappedCodeAmbiguous) { EXPECT_FALSE(Ask("0x80070005").is_ambiguous); }

TEST(Engine, PutsErrorsOfOursBeforeOthersOfTheSameText) {
  EXPECT_EQ(First(Ask("failed with 87 and then with 13868")), "win32:13868");
}

TEST(Engine, KeepsToTheSpaceThatIsAskedFor) {
  QueryOptions options;
  options.space = Space::kWin32;
  EXPECT_THAT(All(Ask("789", options)), ElementsAre("win32:789-"));
}

TEST(Engine, ReturnsNoMoreThanTheLimit) {
  QueryOptions options;
  options.limit = 2;
  EXPECT_EQ(Ask("certificate", options).matches.size(), 2u);
}

TEST(Engine, SuggestsTheDecimalCodeBehindAMistakenPrefix) { EXPECT_EQ(First(Ask("0x13801")), "win32:13801?"); }

TEST(Engine, PrefersDecimalDigitsThatMeanSomethingToHexOnes) { EXPECT_EQ(First(Ask("319")).back(), '-'); }

// Codes of others.

TEST(Engine, NamesACodeThatIsNotOursWithoutAPage) {
  const Answer answer = Ask("87");
  EXPECT_EQ(First(answer), "win32:87-");
  EXPECT_EQ(CatalogIndex().symbol(*answer.matches.front().entry), "ERROR_INVALID_PARAMETER");
  EXPECT_THAT(answer.notes, ElementsAre(HasSubstr("not an IPsec error")));
}

TEST(Engine, NeverTakesATextOfOursForACodeThatIsNotOurs) {
  const Answer answer = Ask("错误 87：参数错误 The parameter is incorrect");
  EXPECT_EQ(First(answer), "win32:87-");
  EXPECT_THAT(Confident(answer), ElementsAre("win32:87-"));
}

TEST(Engine, FindsTheNameInsideAnHresultWithoutAName) { EXPECT_EQ(First(Ask("0x80073712")), "win32:14098-"); }

TEST(Engine, PrefersTheWin32NameToNamesOfOtherHeadersForTheHresult) {
  EXPECT_EQ(First(Ask("0x80070002")), "win32:2-");  // ERROR_FILE_NOT_FOUND, not COR_E_FILENOTFOUND
  EXPECT_THAT(Ask("0x80070002").notes, ElementsAre(HasSubstr("ERROR_FILE_NOT_FOUND")));
}

TEST(Engine, KeepsTheNameThatWinerrorGivesAnHresult) { EXPECT_EQ(First(Ask("0x80070005")), "hresult:0x80070005-"); }

TEST(Engine, KeepsTheNameThatWasAskedFor) { EXPECT_EQ(First(Ask("COR_E_FILENOTFOUND")), "hresult:0x80070002-"); }

TEST(Engine, LeavesEvenAKnownNtstatusWithoutAPage) { EXPECT_EQ(First(Ask("error 0xc000007b")), "ntstatus:0xC000007B-"); }

TEST(Engine, LetsTheMessageBesideAGenericCodeSpeak) {
  const Answer answer = Ask("System.ComponentModel.Win32Exception (0x80004005): The specified quick mode policy was not found");
  EXPECT_EQ(First(answer), "win32:13001");
  EXPECT_THAT(All(answer), Contains("hresult:0x80004005-"));
}

// Unknown codes.

TEST(Engine, DescribesTheRangeOfAnUnassignedCode) {
  const Answer answer = Ask("13919");
  EXPECT_EQ(First(answer), "win32:13919?-");
  EXPECT_FALSE(answer.is_found());
  EXPECT_THAT(answer.notes, ElementsAre(HasSubstr("IPsec")));
}

TEST(Engine, NamesTheNeighboursOfAnUnassignedCode) {
  std::vector<std::uint32_t> values;
  for (const EntryId id : Ask("13919").neighbours) values.push_back(CatalogIndex().entry(id).value);
  EXPECT_THAT(values, ElementsAre(13917u, 13918u, 13925u, 13926u));
}

TEST(Engine, NamesTheFacilityOfAnUnknownHresult) {
  EXPECT_THAT(Ask("0x80320099").notes, ElementsAre(HasSubstr("FACILITY_FWP")));
}

TEST(Engine, FindsNothingInANumberOutOfRange) { EXPECT_EQ(First(Ask("99999999999")), "nothing"); }

TEST(Engine, SaysThatARangeMarkerIsNeverReturned) { EXPECT_THAT(Ask("13800").matches.front().note, HasSubstr("never returns")); }

// Contradictions.

TEST(Engine, NotesThatTwoNumbersDisagree) { EXPECT_THAT(Ask("13004 (0x32C8)").notes, Contains(HasSubstr("two different codes"))); }

TEST(Engine, NotesThatANameBesideANumberDoesNotExist) {
  const Answer answer = Ask("ERROR_IPSEC_SA_IN_USE (13004)");
  EXPECT_EQ(First(answer), "win32:13004");
  EXPECT_THAT(answer.notes, Contains(HasSubstr("the number counts")));
}

// A number and a few words.

TEST(Engine, IsSureOfAnIpsecNumberInAShortQuestion) {
  for (const char* query : {"13801 cert", "fix 13801", "what is 13801", "13801 help", "I get 13801 on my laptop", "was heisst 13801"})
    EXPECT_EQ(First(Ask(query)), "win32:13801") << query;
  EXPECT_EQ(First(Ask("13806 no cert")), "win32:13806");
  EXPECT_EQ(First(Ask("13868 policy")), "win32:13868");
}

TEST(Engine, IsSureOfARasNumberThatTheWordsBesideItTell) {
  EXPECT_EQ(First(Ask("691 user name password denied")), "ras:691");
  EXPECT_THAT(Confident(Ask("691 restaurants nearby")), IsEmpty());
  EXPECT_THAT(Confident(Ask("789 help")), IsEmpty());
}

TEST(Engine, OnlySuggestsAnIpsecNumberAmongOtherNumbers) {
  EXPECT_THAT(Confident(Ask("page views 13801 of 20000")), IsEmpty());
  EXPECT_THAT(Confident(Ask("mysql 13801 help")), IsEmpty());
  EXPECT_THAT(Confident(Ask("order no. 13817 has been shipped")), IsEmpty());
  EXPECT_THAT(Confident(Ask("address already in use :::13806")), IsEmpty());
}

// Numbers that are no codes.

class NotACode : public testing::TestWithParam<const char*> {};

TEST_P(NotACode, IsNeverAnswered) { EXPECT_THAT(Confident(Ask(GetParam())), IsEmpty()); }

INSTANTIATE_TEST_SUITE_P(Texts, NotACode,
                         testing::Values("错误 691→61 (-91%)", "2026/03/02 10:15:01 [error] 13806#13806: *1 connect() failed", "retrying in 13868 ms", "ORA-13837: invalid identifier", "pluto[13801]: shutting down",
                                         "listening on port 13801", "connection from 192.0.2.1:13801", "main.cc:13868: warning",
                                         "13868 packets transmitted", "Event ID 13801 was logged", "pid=13868", "KB13868",
                                         "build 10.0.13868.1", "took 13868 milliseconds", "13868% of quota", "{13868000-1380-1380-1380-138013868000}",
                                         "2026-13-80 13801:00", "https://example.com/13868", "fe80::3801:13868", "order #13868",
                                         "the file 13801.html", "SPI 0x35e9", "Xbox error 789", "MySQL error 13801"));

// Names.

TEST(Engine, FindsASymbolWithoutItsPrefix) { EXPECT_EQ(First(Ask("IPSEC_IKE_SA_REAPED")), "win32:13808"); }

TEST(Engine, FindsAPartOfASymbol) { EXPECT_EQ(First(Ask("BAD_SPI")), "win32:13910"); }

TEST(Engine, FindsASymbolInCamelCase) { EXPECT_EQ(First(Ask("IkeInvalidHashAlg")), "win32:13871"); }

TEST(Engine, FindsACamelCaseNameInASentence) { EXPECT_THAT(First(Ask("caught IkePeerCrlFailed here")), StartsWith("win32:13848")); }

TEST(Engine, FindsBeginningsOfTheWordsOfASymbol) { EXPECT_THAT(First(Ask("ike pee crl fail")), StartsWith("win32:13848")); }

TEST(Engine, SuggestsTheCodeBehindAMistypedDigit) {
  EXPECT_EQ(First(Ask("138O1")), "win32:13801?");
  EXPECT_EQ(First(Ask("0x80735E9")), "win32:13801?");
  EXPECT_THAT(All(Ask("0x800735eg")), Contains("win32:13801?"));
}

TEST(Engine, SuggestsTheNumberItselfBeforeItsSlips) {
  for (const char* query : {"@13801", "13801.0"}) EXPECT_EQ(First(Ask(query)), "win32:13801?") << query;
}

TEST(Engine, SuggestsNoMistypedDigitForACodeThatIsKnown) { EXPECT_THAT(All(Ask("1603")), ElementsAre("win32:1603-")); }

TEST(Engine, ReadsBytesAsProgramsPrintThem) {
  EXPECT_EQ(First(Ask("{233, 53, 0, 0}")), "win32:13801");
  EXPECT_EQ(First(Ask("{ 233, 53, 7, 128 }")), "win32:13801");
  EXPECT_THAT(First(Ask("ErrorCode bytes [44 54 0 0]")), StartsWith("win32:13868"));
}

TEST(Engine, ReadsBytesOfADump) {
  EXPECT_THAT(First(Ask("0000  ee 35 00 00                                       .5..")), StartsWith("win32:13806"));
  EXPECT_THAT(First(Ask("| notify type 12345 (Microsoft status), 4 bytes of data: 00 00 35 f5")), StartsWith("win32:13813"));
}

TEST(Engine, FindsANameWhosePrefixLacksItsUnderscore) { EXPECT_EQ(First(Ask("FWPE_KM_CLINETS_ONLY")), "hresult:0x80320015"); }

TEST(Engine, TakesNoListOfSmallNumbersForACode) {
  EXPECT_THAT(Confident(Ask("x = [1, 2, 3, 4]")), IsEmpty());
  EXPECT_THAT(Confident(Ask("the color (255,255,255,0)")), IsEmpty());
}

TEST(Engine, ReadsANumberAfterANameOfAnError) { EXPECT_EQ(First(Ask("VPN_ERR#13863, server rekeys")), "win32:13863"); }

TEST(Engine, FindsTheMessageThatIsTheValueOfAField) {
  EXPECT_EQ(First(Ask("4654 An IPsec quick mode negotiation failed. Remote Endpoint: 198.51.100.7 Failure Point: Remote computer "
                      "Failure Reason: No policy configured")),
            "win32:13825");
}

TEST(Engine, FindsTheReasonInAnEventCopiedAsAWhole) {
  EXPECT_EQ(First(Ask("Log Name:      Security\n"
                      "Source:        Microsoft-Windows-Security-Auditing\n"
                      "Date:          11/20/2026 10:11:12 AM\n"
                      "Event ID:      4653\n"
                      "Task Category: IPsec Main Mode\n"
                      "Level:         Information\n"
                      "Keywords:      Audit Failure\n"
                      "User:          N/A\n"
                      "Computer:      vpn01.corp.example.com\n"
                      "Description:\n"
                      "An IPsec main mode negotiation failed.\n"
                      "\n"
                      "Local Endpoint:\n"
                      "\tLocal Principal Name:\tMachine Account\n"
                      "\tNetwork Address:\t10.0.0.5\n"
                      "\tKeying Module Port:\t500\n"
                      "\n"
                      "Remote Endpoint:\n"
                      "\tPrincipal Name:\t\tUnknown Account Name\n"
                      "\tNetwork Address:\t203.0.113.7\n"
                      "\tKeying Module Port:\t500\n"
                      "\n"
                      "Additional Information:\n"
                      "\tKeying Module Name:\tIKEv1 module\n"
                      "\tAuthentication Method:\tUnknown authentication\n"
                      "\tRole:\t\t\tResponder side\n"
                      "\tImpersonation State:\tNot enabled\n"
                      "\tMain Mode Filter ID:\t0\n"
                      "\n"
                      "Failure Information:\n"
                      "\tFailure Point:\t\tLocal computer\n"
                      "\tFailure Reason:\t\tIKE authentication credentials are unacceptable\n"
                      "\n"
                      "\tState:\t\t\tSent second (SSPI) payload\n"
                      "\tInitiator Cookie:\t0000\n"
                      "\tResponder Cookie:\t0000\n")),
            "win32:13801");
}

// As the search box of a page has it: without ends of lines.
TEST(Engine, FindsTheReasonInAnEventOnOneLine) {
  EXPECT_EQ(First(Ask("An IPsec main mode negotiation failed.  Local Endpoint:  Network Address: 192.0.2.10  Keying Module Port: 500 Remote "
                      "Endpoint:  Network Address: 198.51.100.20 Failure Information:  Failure Point: Remote computer  Failure Reason: No "
                      "policy configured   State: Sent first (SA) payload  Initiator Cookie: 0000")),
            "win32:13825");
}

TEST(Engine, TakesTheNumberOfAProtocolMessageForNoCode) {
  EXPECT_THAT(Confident(Ask("pluto[1804]: responding to IKE_SA_INIT (34) message from 192.0.2.7:500")), IsEmpty());
}

TEST(Engine, ReadsTheNumberThatAnEventLeavesToTheSystem) {
  EXPECT_EQ(First(Ask("%%13801")), "win32:13801");
  EXPECT_EQ(First(Ask("The service terminated with the following error: %%13801")), "win32:13801");
}

TEST(Engine, IsSureOfEightDigitsThatAreACodeOfOurs) {
  EXPECT_EQ(First(Ask("80320001")), "hresult:0x80320001");
  EXPECT_EQ(First(Ask("80073600")), "win32:13824");
}
TEST(Engine, IsNotSureThatDecimalDigitsAreHexadecimal) { EXPECT_EQ(First(Ask("3600")), "win32:13824?"); }

TEST(Engine, FindsANameWithoutAnUnderscore) { EXPECT_EQ(First(Ask("WSAETIMEDOUT")), "winsock:10060-"); }

TEST(Engine, SearchesTheWordsOfANameThatNoErrorResembles) {
  EXPECT_THAT(All(Ask("INVALID_KE_PAYLOAD")), Contains("win32:13833?"));
}

TEST(Engine, TakesTheBeginningOfAWordForAMistakeToo) { EXPECT_THAT(First(Ask("policy mach error")), StartsWith("win32:13868")); }

TEST(Engine, FindsAMistypedRangeMarker) { EXPECT_EQ(First(Ask("ERROR_IPSEC_IEK_NEG_STATUS_BEGIN")), "win32:13800"); }

TEST(Engine, FindsASymbolInWords) { EXPECT_THAT(First(Ask("ike sa reaped")), StartsWith("win32:13808")); }

TEST(Engine, IsSureOfAllTheWordsOfASymbol) {
  EXPECT_EQ(First(Ask("ipsec ike auth fail")), "win32:13801");
  EXPECT_EQ(First(Ask("error ipsec bad spi")), "win32:13910");
}

TEST(Engine, SuggestsEachNameThatBeginsSo) {
  const Answer answer = Ask("CERT_E_UNTRUSTED");
  EXPECT_FALSE(answer.is_found());
  EXPECT_EQ(First(answer), "hresult:0x800B0109?-");  // CERT_E_UNTRUSTEDROOT
  EXPECT_THAT(All(answer), Contains("hresult:0x800B0112?-"));
}

TEST(Engine, ForgivesAMistakeInASymbol) { EXPECT_EQ(First(Ask("ERROR_IPSEC_IKE_ATUH_FAIL")), "win32:13801"); }

TEST(Engine, ForgivesAMissingUnderscore) {
  EXPECT_EQ(First(Ask("FWP_E_FILTER_NOTFOUND")), "hresult:0x80320003");
  EXPECT_EQ(First(Ask("ERROR_IPSEC_IKE_CRLFAILED")), "win32:13817");
}

TEST(Engine, FindsAnOlderName) { EXPECT_EQ(First(Ask("ERROR_IPSEC_IKE_INVALID_UMATTS")), "win32:13889"); }

TEST(Engine, OnlySuggestsForANameThatNobodyDefined) {
  const Answer answer = Ask("ERROR_IPSEC_INVALID_POLICY");
  EXPECT_EQ(First(answer), "win32:13861?");
  EXPECT_FALSE(answer.is_found());
}

TEST(Engine, NamesTheRightSymbolOfOthersDespiteAMistake) { EXPECT_EQ(First(Ask("ERROR_INVALID_PARAMETR")), "win32:87-"); }

TEST(Engine, SaysThatANameWasFoundByName) { EXPECT_EQ(Ask("ERROR_IPSEC_IKE_AUTH_FAIL").matches.front().route, Route::kName); }

// Words.

TEST(Engine, IsSureOfAWholeMessage) { EXPECT_EQ(First(Ask("Quick mode SA was expired by IPsec driver.")), "win32:13895"); }

TEST(Engine, IsSureOfAWholeMessageWithAMistake) { EXPECT_EQ(First(Ask("invalid certificate sinature")), "win32:13875"); }

TEST(Engine, IsSureOfEveryCodeThatSharesTheMessage) {
  EXPECT_THAT(Confident(Ask("Negotiation request sat in Queue too long")), ElementsAre("win32:13809", "win32:13810", "win32:13811", "win32:13812"));
}

TEST(Engine, IsSureOfALongPartOfAMessage) {
  EXPECT_EQ(First(Ask("lifetime value received in the Responder Lifetime Notify")), "win32:13879");
}

TEST(Engine, IsSureOfAMessageInASentenceAboutVpn) { EXPECT_EQ(First(Ask("IKEv2 VPN on Windows 10: Policy match error")), "win32:13868"); }

TEST(Engine, OnlySuggestsForAShortMessageInASentenceAboutSomethingElse) {
  EXPECT_THAT(Confident(Ask("npm ERR! invalid payload received")), IsEmpty());
  EXPECT_THAT(Confident(Ask("no policy configured for user in keycloak")), IsEmpty());
}

TEST(Engine, OnlySuggestsForASymptom) {
  const Answer answer = Ask("windows cannot find the machine certificate for vpn");
  EXPECT_EQ(First(answer), "win32:13806?");
}

TEST(Engine, FindsWhatTheOtherSideLogs) { EXPECT_THAT(First(Ask("received NO_PROPOSAL_CHOSEN notify")), StartsWith("win32:13868")); }

TEST(Engine, FindsTheMessageInAnotherLanguage) {
  EXPECT_THAT(First(Ask("原則相符錯誤。")), StartsWith("win32:13868"));
  EXPECT_THAT(First(Ask("Anmeldeinformationen fur die IKE-Authentifizierung")), StartsWith("win32:13801"));
}

TEST(Engine, DoesNotTakeANumberInTheTextForAWord) { EXPECT_THAT(All(Ask("4711 0815")), Not(Contains(HasSubstr("138")))); }

TEST(Engine, FindsNothingInWordsThatNobodyUsed) { EXPECT_EQ(First(Ask("zzzzqqq xxyyzz")), "nothing"); }

TEST(Engine, AnswersTheSameEveryTime) { EXPECT_EQ(All(Ask("policy filter mode deletion")), All(Ask("policy filter mode deletion"))); }

TEST(Engine, OrdersScoresFromTheBest) {
  const Answer answer = Ask("certificate signature");
  for (std::size_t i = 1; i < answer.matches.size(); ++i) EXPECT_GE(answer.matches[i - 1].score, answer.matches[i].score);
}

TEST(Engine, DoubtsACodeAmongWordsOfAProgrammingLanguage) {
  EXPECT_THAT(Confident(Ask("@error 13809 @param int $options expects optional json options")), IsEmpty());
}

// Reasons of a policy server.

TEST(Engine, TakesNoReasonCodeOfNpsForAnErrorOfWindows) {
  EXPECT_THAT(Confident(Ask("NPS event 6273 reason 258, what does the vpn client log")), IsEmpty());
  EXPECT_EQ(First(Ask("The connection was prevented because of a policy configured on your RAS/VPN server. NPS reason code: 66")), "ras:812?");
}

TEST(Engine, DoubtsASmallReasonCode) { EXPECT_THAT(Confident(Ask("vpn refused with reason 258")), IsEmpty()); }

TEST(Engine, TakesTheReasonOfATerminationForAnError) {
  EXPECT_EQ(First(Ask("The user dialed a connection which has terminated. The reason code returned on termination is 829.")), "ras:829?");
}

// Messages in other languages.

TEST(Engine, FindsMessagesInOtherLanguagesOfWindows) {
  EXPECT_EQ(First(Ask("Anslutningen avslutades eftersom systemet försattes i viloläge.")), "ras:833?");
  EXPECT_EQ(First(Ask("Підключення закрито віддаленим комп'ютером.")), "ras:629?");
  EXPECT_EQ(First(Ask("알 수 없는 오류가 발생했습니다.")), "win32:13816");
}

TEST(Engine, TakesAShortWordOfAnotherLanguageForNoMisspeltEnglish) {
  EXPECT_EQ(First(Ask("Het account is uitgeschakeld.")), "ras:647");
  EXPECT_EQ(First(Ask("De externe computer reageert niet op tijd, fout")), First(Ask("De externe computer reageert niet op tijd")));
}

}  // namespace
}  // namespace errlookup
