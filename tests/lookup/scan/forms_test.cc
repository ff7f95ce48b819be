// What a scan takes for a code, and what it leaves alone.
#include <gtest/gtest.h>

#include "tests/lookup/scan/slow_scan.h"

namespace errlookup {
namespace {

// ---- Spellings ----

TEST(ScanForms, FindsADecimalBehindAWordOfFailure) { EXPECT_EQ(CodesIn("IKE negotiation failed with 13801."), "13801"); }
TEST(ScanForms, FindsADecimalInAFieldNamedForErrors) { EXPECT_EQ(CodesIn("{\"errorCode\":13801,\"port\":13802}"), "13801"); }
TEST(ScanForms, FindsShortHexBehindAWordOfFailure) { EXPECT_EQ(CodesIn("error code 0x35e9"), "13801"); }
TEST(ScanForms, FindsPaddedHex) { EXPECT_EQ(CodesIn("Failure error code:0x0000362c"), "13868"); }
TEST(ScanForms, FindsAnHresultAnywhere) { EXPECT_EQ(CodesIn("got 0x800735E9 back"), "13801"); }
TEST(ScanForms, FindsAnHresultWithTheSuffixOfC) { EXPECT_EQ(CodesIn("got 0x800735E9L back"), "13801"); }
TEST(ScanForms, FindsASignExtendedHresult) { EXPECT_EQ(CodesIn("hr 0xFFFFFFFF800735E9"), "13801"); }
TEST(ScanForms, FindsBareHexBehindAWordOfFailure) { EXPECT_EQ(CodesIn("failed with 800735e9"), "13801"); }
TEST(ScanForms, FindsASignedDecimal) { EXPECT_EQ(CodesIn("HRESULT -2147011095"), "13801"); }
TEST(ScanForms, FindsAnUnsignedDecimalHresult) { EXPECT_EQ(CodesIn("HRESULT 2147956201"), "13801"); }
TEST(ScanForms, FindsAnNtstatus) { EXPECT_EQ(CodesIn("status 0xC0220001"), "0xC0220001"); }
TEST(ScanForms, FindsASignedNtstatus) { EXPECT_EQ(CodesIn("status -1071513599"), "0xC0220001"); }
TEST(ScanForms, FindsAnNtstatusWrappedInAnHresult) { EXPECT_EQ(CodesIn("hr 0xD0220001"), "0xC0220001"); }
TEST(ScanForms, FindsAFilteringPlatformHresult) { EXPECT_EQ(CodesIn("FwpmFilterAdd0: 0x80320009"), "0x80320009"); }
TEST(ScanForms, FindsASymbol) { EXPECT_EQ(CodesIn("(ERROR_IPSEC_IKE_AUTH_FAIL)"), "13801"); }
TEST(ScanForms, FindsASymbolWithoutItsPrefix) { EXPECT_EQ(CodesIn("IPSEC_IKE_AUTH_FAIL"), "13801"); }
TEST(ScanForms, FindsMarkersOfRangesThatHaveAPage) {
  EXPECT_EQ(CodesIn("error 13800, hr 0x80073649, ERROR_IPSEC_IKE_NEG_STATUS_EXTENDED_END"), "13800 13897 13909");
}
TEST(ScanForms, FindsAnOlderName) { EXPECT_EQ(CodesIn("ERROR_IPSEC_IKE_INVALID_UMATTS"), "13889"); }
TEST(ScanForms, FindsAMessageInAFailureReason) { EXPECT_EQ(CodesIn("\tFailure Reason:\t\tNo policy configured\r\n"), "13825"); }
TEST(ScanForms, FindsALongMessageAnywhere) {
  EXPECT_EQ(CodesIn("> The specified main mode policy was not found"), "13004");
}
TEST(ScanForms, FindsAMessageAcrossAWrappedLine) {
  EXPECT_EQ(CodesIn("IKE SA deleted by peer before\n               establishment completed"), "13807");
}
TEST(ScanForms, FindsTheLongestOfTwoMessages) {
  EXPECT_EQ(CodesIn("Reason: SA establishment is not authorized.  You may need to enter updated or different "
                    "credentials such as a smartcard."),
            "13907");
}
TEST(ScanForms, FindsBytesOfAnEvent) { EXPECT_EQ(CodesIn("<Binary>E9350000</Binary>"), "13801"); }
TEST(ScanForms, FindsBytesWithBlanksBetween) { EXPECT_EQ(CodesIn("<Data>e9 35 00 00</Data>"), "13801"); }
TEST(ScanForms, FindsBytesOfADump) { EXPECT_EQ(CodesIn("0000: e9 35 00 00 00 00 00 00   .5......"), "13801"); }
TEST(ScanForms, FindsTheWordsOfADump) { EXPECT_EQ(CodesIn("0000: 000035E9 00000000"), "13801"); }
TEST(ScanForms, FindsAMacroOfTheHeaders) { EXPECT_EQ(CodesIn("HRESULT_FROM_WIN32(13801)"), "13801"); }
TEST(ScanForms, FindsTheStatusThatWindowsSendsToItsPeer) { EXPECT_EQ(CodesIn("[ENC] parsed [ N(MS_STATUS(13868)) ]"), "13868"); }
TEST(ScanForms, FindsACodeBesideItsMessage) {
  EXPECT_EQ(CodesIn("13801: IKE authentication credentials are unacceptable"), "13801 13801");
}
TEST(ScanForms, FindsAllCodesOfAList) { EXPECT_EQ(CodesIn("errors 13801, 13806 and 13868"), "13801 13806 13868"); }
TEST(ScanForms, FindsACodeAtTheEndOfTheInput) { EXPECT_EQ(CodesIn("VPN error 809"), "809"); }
TEST(ScanForms, FindsACodeAtTheBeginningOfTheInput) { EXPECT_EQ(CodesIn("0x800735E9"), "13801"); }
TEST(ScanForms, KnowsWordsOfFailureInOtherLanguages) {
  EXPECT_EQ(CodesIn("Fehler 809"), "809");
  EXPECT_EQ(CodesIn("Erreur 13801"), "13801");
  EXPECT_EQ(CodesIn("Код ошибки: 13806"), "13806");
  EXPECT_EQ(CodesIn("エラー コード 13805"), "13805");
}

// ---- RAS numbers ----

TEST(ScanRas, FindsTheTextOfEvent20227) {
  EXPECT_EQ(CodesIn("dialed a connection named Corp which has failed. The error code returned on failure is 809."), "809");
}
TEST(ScanRas, FindsTheTextOfEvent20226) {
  EXPECT_EQ(CodesIn("The user dialed a connection which has terminated. The reason code returned on termination is 829."), "829");
}
TEST(ScanRas, FindsANumberWhoseSentenceIsWrapped) {
  EXPECT_EQ(CodesIn("               which has failed. The error code returned on failure is\n               789.\n"), "789");
}
TEST(ScanRas, FindsTheDataOfARasEvent) {
  EXPECT_EQ(CodesIn("<Event><Provider Name=\"RasClient\" />\n <EventData>\n <Data>809</Data>\n</Event>"), "809");
}
TEST(ScanRas, LeavesTheDataOfOtherEvents) {
  EXPECT_EQ(CodesIn("<Event><Provider Name=\"Disk\" />\n <EventData>\n <Data>809</Data>\n</Event>"), "");
}
TEST(ScanRas, LeavesNumbersThatNothingAnnounces) { EXPECT_EQ(CodesIn("VPN adapter 809 is up, 691 clients"), ""); }
TEST(ScanRas, LeavesErrorsOfOtherSystems) { EXPECT_EQ(CodesIn("HTTP error 800, MySQL error 809, SMTP error 691"), ""); }
TEST(ScanRas, AsksForVpnBehindAWeakWord) {
  EXPECT_EQ(CodesIn("exit code 691"), "");
  EXPECT_EQ(CodesIn("rasdial exit code 691"), "691");
}
TEST(ScanRas, LeavesNumbersThatAreNoRasError) { EXPECT_EQ(CodesIn("VPN error 799"), ""); }

TEST(ScanRas, FindsTheEndOfARasClientEventInEveryLanguage) {
  EXPECT_EQ(CodesIn("CoId={0000}: La connexion Travail a échoué. Le code renvoyé lors de l'échec est 789."), "789");
  EXPECT_EQ(CodesIn("CoId={0000}: O código retornado na falha é 868.\r\n"), "868");
  EXPECT_EQ(CodesIn("CoId={0000}: Branch 809 wird mit dem folgenden Gerät verbunden"), "");
}
TEST(ScanRas, FindsTheErrorOfMsChap) { EXPECT_EQ(CodesIn("sent [CHAP Failure id=0x35 \"E=691 R=1 C=8A M=denied\"]"), "691"); }
TEST(ScanRas, FindsTheHelpOfRasdial) { EXPECT_EQ(CodesIn("\tIn help, click Troubleshooting, then Error Messages, then 809"), "809"); }
TEST(ScanRas, FindsAnExitCodeBelowTheErrorItRepeats) {
  EXPECT_EQ(CodesIn("Remote Access error 809 - no answer\nProcess completed with exit code 809.\n"), "809 809");
}
TEST(ScanRas, TakesOnlyTheLastDataOfAnEvent) {
  EXPECT_EQ(CodesIn("<Event><Provider Name=\"RemoteAccess\" />\n<Data>691</Data>\n<Data>User Request</Data>\n</Event>"), "");
}
TEST(ScanRas, LeavesDaemonsOfOtherSystems) { EXPECT_EQ(CodesIn("fw pluto[7]: \"vpn\" #9: IKEv1 error: rc=809"), ""); }

// ---- What people write ----

TEST(ScanProse, FindsWhatIsReported) {
  EXPECT_EQ(CodesIn("the VPN said 13801."), "13801");
  EXPECT_EQ(CodesIn("VPN: if you see 13806 the client has no certificate"), "13806");
  EXPECT_EQ(CodesIn("my error is 13868 and not 13801."), "13868 13801");
}
TEST(ScanProse, FindsWhatAnArrowLeadsTo) {
  EXPECT_EQ(CodesIn("RasDial(\"Plant\") -> 13801, retry"), "13801");
  EXPECT_EQ(CodesIn("dispatch -> 13801"), "");
  EXPECT_EQ(CodesIn("IKE packet from port 500 -> 13801"), "");
}
TEST(ScanProse, FindsANumberThatBeginsTheNextLine) {
  EXPECT_EQ(CodesIn("Seit dem Tausch am Montag melden zwei unserer Laptops den Fehlercode\n13801. Ein drittes meldet nichts.\n"), "13801");
}
TEST(ScanProse, FindsShortMessagesInQuotes) { EXPECT_EQ(CodesIn("later Windows says \"Policy match error\"."), "13868"); }
TEST(ScanProse, FindsTheAnswerOfNetHelpmsg) { EXPECT_EQ(CodesIn("C:\\>net helpmsg 1\r\n\r\nNo policy configured\r\n"), "13825"); }
TEST(ScanProse, LeavesShortMessagesThatOthersPrint) { EXPECT_EQ(CodesIn("GET /a\nLoad failed\nGET /b\n"), ""); }
TEST(ScanProse, FindsAnInsertedMessage) { EXPECT_EQ(CodesIn("terminated with the following error: %%13825"), "13825"); }

// ---- What is no code ----

TEST(ScanContext, AWordOfFailureElsewhereInTheLineIsNotEnough) {
  EXPECT_EQ(CodesIn("exit code 1 from port 13801, rank 13806"), "");
  EXPECT_EQ(CodesIn("ERROR executor 13801 lost, exited with code 134"), "");
  EXPECT_EQ(CodesIn("failed with error code 0x00000005 (#13801)"), "");
  EXPECT_EQ(CodesIn("error in update, session 31138010_2150760457, rank 2150760457"), "");
  EXPECT_EQ(CodesIn("unhandled HRESULT 0x8007274C, lParam=0x35EA"), "");
}
TEST(ScanContext, AWordOfFailureInTheLineBeforeIsNotEnough) {
  EXPECT_EQ(CodesIn("2026-12-18 09:11:02.150 [daemon] FAILED TO BLOCK THE NETWORK CONNECTIONS\n2026 Packets: sent 13801 now\n"), "");
}
TEST(ScanContext, LeavesHowOftenThingsFailed) {
  EXPECT_EQ(CodesIn("Total errors: 13801, Authentication Failures 13806, Send fail 13809"), "");
  EXPECT_EQ(CodesIn("{\"errors\":13801,\"failed\":13806}"), "");
}
TEST(ScanContext, LeavesLinesOfNumberedProducts) {
  EXPECT_EQ(CodesIn("ORA-29283: invalid file operation, code 13868"), "");
  EXPECT_EQ(CodesIn("DRG-13801: error 13806 in index"), "");
}
TEST(ScanContext, LeavesKeysOfTunnels) { EXPECT_EQ(CodesIn("established {ESP=>0x80320009 <0xc0220012 xfrm}"), ""); }

TEST(ScanContext, LeavesPorts) {
  EXPECT_EQ(CodesIn("error: cannot listen on port 13801"), "");
  EXPECT_EQ(CodesIn("failed to reach 192.0.2.1:13801"), "");
  EXPECT_EQ(CodesIn("error from 192.0.2.1[13801]"), "");
  EXPECT_EQ(CodesIn("error at [2001:db8::1]:13801"), "");
}
TEST(ScanContext, LeavesProcesses) {
  EXPECT_EQ(CodesIn("pluto[13801]: error"), "");
  EXPECT_EQ(CodesIn("error in process 13801, pid=13802 tid: 13803"), "");
  EXPECT_EQ(CodesIn("Process ID: 0x35e9 Error: none"), "");
  EXPECT_EQ(CodesIn("2025-06-01 ERROR 13868 --- [main] failed"), "");
  EXPECT_EQ(CodesIn("2025-06-01 ERROR [13801] failed"), "");
  EXPECT_EQ(CodesIn("E/VpnService(13801): failed"), "");
}
TEST(ScanContext, LeavesAmounts) {
  EXPECT_EQ(CodesIn("failed after 13868 ms, error in 13801 bytes"), "");
  EXPECT_EQ(CodesIn("error: 13801 of 13868 files"), "");
  EXPECT_EQ(CodesIn("error rate 13801% 809%"), "");
}
TEST(ScanContext, LeavesLineNumbers) { EXPECT_EQ(CodesIn("Error in line 13801, column 809; main.cpp(13801): failed"), ""); }
TEST(ScanContext, LeavesCodesOfOracle) { EXPECT_EQ(CodesIn("ORA-13801: error"), ""); }
TEST(ScanContext, LeavesParts) {
  EXPECT_EQ(CodesIn("error {800735e9-8032-0001-c022-000135e9362c}"), "");
  EXPECT_EQ(CodesIn("error S-1-5-21-2147011095-2147956201-3223453697-13801"), "");
  EXPECT_EQ(CodesIn("error version 10.0.13801.809 and KB13801"), "");
  EXPECT_EQ(CodesIn("error [13801.809691] 12:13801:13"), "");
  EXPECT_EQ(CodesIn("error 138011 0x35E9F X13801 13801x"), "");
}
TEST(ScanContext, LeavesRowsOfNumbers) { EXPECT_EQ(CodesIn("DROP failed 192.0.2.1 203.0.113.9 13801 13868 60"), ""); }
TEST(ScanContext, LeavesFieldsNamedForOtherThings) {
  EXPECT_EQ(CodesIn("{\"level\":\"error\",\"bytes_sent\":13801,\"errorCount\":13802}"), "");
  EXPECT_EQ(CodesIn("<failure/><filterId>13801</filterId><spi>3224764417</spi>"), "");
}
TEST(ScanContext, LeavesBitsWithOtherNames) { EXPECT_EQ(CodesIn("error: handle 0x80320001, SPIs c0220012_i"), ""); }
TEST(ScanContext, LeavesCodesOfOtherFacilities) { EXPECT_EQ(CodesIn("error 0x80070005 0x800F0809 0xC0000022"), ""); }
TEST(ScanContext, LeavesWordsThatOnlyContainAMessage) {
  EXPECT_EQ(CodesIn("Reason: No policy configured yet for this host"), "");
  EXPECT_EQ(CodesIn("Reason: xNo policy configured"), "");
}
TEST(ScanContext, LeavesTextsThatWindowsPrintsForEverything) { EXPECT_EQ(CodesIn("error: The parameter is incorrect."), ""); }
TEST(ScanContext, LeavesMarkersOfRangesWithoutAPage) { EXPECT_EQ(CodesIn("error 0x00040000 OLE_S_FIRST, 0x80040000 OLE_E_FIRST"), ""); }

// ---- Other scripts ----

TEST(ScanScripts, ANumberMayTouchLettersWithoutBlanksBetweenWords) {
  EXPECT_EQ(CodesIn("VPN 连接失败。失败后返回的错误代码为 809。"), "809");
  EXPECT_EQ(CodesIn("VPN エラー789が出ます。"), "789");
  EXPECT_EQ(CodesIn("반환된 오류 코드는 13801입니다."), "13801");
  EXPECT_EQ(CodesIn("FwpmFilterAdd0 返回 0x80320009，重试"), "0x80320009");
}
TEST(ScanScripts, ANumberBelongsToTheLettersOfAnAlphabet) { EXPECT_EQ(CodesIn("erreur é13801, ошибка VPN809я"), ""); }
TEST(ScanScripts, FindsTheTitleOfRasdialInEveryLanguage) {
  EXPECT_EQ(CodesIn("Erreur d’accès à distance 789 - La tentative a échoué."), "789");
  EXPECT_EQ(CodesIn("Ошибка удаленного доступа 691 - Отказано."), "691");
}
TEST(ScanScripts, FindsMessagesInTypographicQuotes) { EXPECT_EQ(CodesIn("Windows error “Policy match error”"), "13868"); }
TEST(ScanScripts, LeavesTabsOfJsonOutOfWords) {
  EXPECT_EQ(CodesIn("\"Failure Reason:\\t\\tPolicy match error\\r\\n\""), "13868");
  EXPECT_EQ(CodesIn("\"Error Code:\\t\\t13825\\r\\n\""), "13825");
}

// ---- Hexadecimal digits without a prefix ----

TEST(ScanBareHex, FindsFourDigitsBehindAStatus) {
  EXPECT_EQ(CodesIn("isadb_set_status sa:000C42B0 centry:00000000 status 35ed"), "13805");
  EXPECT_EQ(CodesIn("err 35ee from FindCert"), "13806");
}
TEST(ScanBareHex, TakesDecimalDigitsSoOnlyAmongOtherHex) {
  EXPECT_EQ(CodesIn("sa:000C42B0 centry:00000000 status:3601"), "13825");
  EXPECT_EQ(CodesIn("exit status 3601"), "");
}
TEST(ScanBareHex, LeavesOtherFields) { EXPECT_EQ(CodesIn("error, handle 35ee, tag=362c, thus 35e9a"), ""); }

// ---- Tables in a text ----

TEST(ScanTables, TakesTheColumnBelowAName) {
  EXPECT_EQ(CodesIn("\nIndex ErrorCode\n----- ---------\n13806 13801\n13868 809\n"), "13801 809");
  EXPECT_EQ(CodesIn("log of today\nUser;Fehlercode;Port\nweber;809;13801\n"), "809");
  EXPECT_EQ(CodesIn("hosts:\n\n| Host | Error | Port |\n|---|---|---|\n| nb1 | 13806 | 13801 |\n"), "13806");
}
TEST(ScanTables, LeavesColumnsWithOtherNames) { EXPECT_EQ(CodesIn("\nPort   Bytes\n-----  -----\n13801  13806\n"), ""); }
TEST(ScanTables, TakesTheCellBesideItsName) { EXPECT_EQ(CodesIn("<tr><td>Error code</td><td>13806</td></tr>"), "13806"); }

// ---- Numbers that lead the line of a program ----

TEST(ScanThreads, LeavesNumbersBetweenColons) { EXPECT_EQ(CodesIn("Error VPN FortiSslvpn: 13801: tunnel is down"), ""); }
TEST(ScanThreads, LeavesNumbersBeforeATime) { EXPECT_EQ(CodesIn("Error(13801): 03/14/26 13:38 VPN is down"), ""); }
TEST(ScanThreads, LeavesNamesInAngles) { EXPECT_EQ(CodesIn("l2tp,ppp,error <13801>: user failed"), ""); }
TEST(ScanThreads, LeavesTheCodeOfAnEvent) { EXPECT_EQ(CodesIn("{\"event\":{\"code\":\"13801\"}}"), ""); }

// ---- What people speak of ----

TEST(ScanSpoken, FindsACodeThatIsMentionedBelowWordsOfVpn) {
  EXPECT_EQ(CodesIn("The VPN says error 809 today.\nThat fixed the 13806 too, 809 is gone since noon.\n"), "809 13806 809");
}
TEST(ScanSpoken, FindsARasNumberThatIsSpokenOfOnBothSides) {
  EXPECT_EQ(CodesIn("The VPN works, the 812 was caused by the wrong order.\nThe VPN has a 812 meter cable.\n"), "812");
}
TEST(ScanSpoken, LeavesNumbersOfOtherThings) {
  EXPECT_EQ(CodesIn("The VPN says error 809 today.\nThe router is a Cisco 809, 13806 unread mails are waiting.\n"), "809");
}

TEST(ScanSpoken, FindsInAnyLanguageWhatAShortInputHasTold) {
  EXPECT_EQ(CodesIn("win11 连不上, 809 和 789 交替出现\nVPN error 809\nrasdial: Remote Access error 789\n"), "809 789 809 789");
  EXPECT_EQ(CodesIn("VPN: ошибка 789\nСнёс обновление на трёх машинах, 789 ушла. Спасибо!\n"), "789 789");
  EXPECT_EQ(CodesIn("VPN : erreur 13868\nLe 13868 = propositions incompatibles, ajoutez plutôt DH14\n"), "13868 13868");
  EXPECT_EQ(CodesIn("VPN-Fehler 13801\nDann kann Windows die Kette nicht bauen -> 13801.\n"), "13801 13801");
}
TEST(ScanSpoken, FindsAShortMessageOfACodeThatIsTold) {
  EXPECT_EQ(CodesIn("Since the script I get \"Policy match error\".\n\nRasDial says VPN error 13868.\n"), "13868 13868");
  EXPECT_EQ(CodesIn("Since the script I get \"Policy match error\".\n\nnothing else\n"), "");
}
TEST(ScanSpoken, FindsACodeBesideOneThatIsTold) {
  EXPECT_EQ(CodesIn("VPN error 789\nVPN error 809\nNow 809 instead of 789. Anything else?\n"), "789 809 809 789");
}
TEST(ScanSpoken, FindsASecondCodeBehindOneThatIsTold) { EXPECT_EQ(CodesIn("VPN: Fehler 809 und 691\n"), "809 691"); }
TEST(ScanFields, TakeTheNameThatEndsInCodeOrNumber) {
  EXPECT_EQ(CodesIn("Hi team, the VPN is broken.\n\nError code: 809\n\nThanks\n"), "809");
  EXPECT_EQ(CodesIn("- Error code: 809\n- OS: Windows 11\n"), "809");
  EXPECT_EQ(CodesIn("VPN\nError number: 809\n"), "809");
  EXPECT_EQ(CodesIn("status code: 809, count number: 13801\n"), "");
}
TEST(ScanEvents, OfOthersHaveNoCodesOfRas) {
  EXPECT_EQ(CodesIn("<Provider Name=\"MyBackup\"/><EventID>20271</EventID><Data>x</Data><Data>691</Data></EventData>"), "");
  EXPECT_EQ(CodesIn("<EventID>120271</EventID><Data>x</Data><Data>691</Data></EventData>"), "");
  EXPECT_EQ(CodesIn("<EventID>20271</EventID><Data>x</Data><Data>691</Data></EventData>"), "691");
}
TEST(ScanFields, StandAtTheVeryBeginning) {
  EXPECT_EQ(CodesIn("ErrorCode=13801\n"), "13801");
  EXPECT_EQ(CodesIn("Fehlercode: 809\n"), "809");
}
TEST(ScanFields, MayHaveAnEmphasisedNumber) { EXPECT_EQ(CodesIn("the VPN shows error **13801**\n"), "13801"); }
TEST(ScanSpoken, LeavesOtherThingsThatHaveTheNumberOfAToldCode) {
  EXPECT_EQ(CodesIn("VPN error 809\nЗа 809 рублей купил роутер, порт 809, тема № 809\n"), "809");
  EXPECT_EQ(CodesIn("VPN-Fehler 809\nDie Rechnung 809 über 809,00 EUR für Kunde 809: nicht bezahlt\n"), "809");
  EXPECT_EQ(CodesIn("VPN error 13801\nBüro 13801 geschlossen. Das gilt für 13801 Geräte.\nLe bâtiment 13801 est fermé\n"), "13801");
  EXPECT_EQ(CodesIn("VPN error 13801\n月額 13801 円のプランです。問い合わせ番号 13801\n"), "13801");
}

// ---- Columns ----

TEST(ScanColumns, TakesTheColumnThatIsNamedForErrors) {
  EXPECT_EQ(CodesIn("Time,ErrorCode,Port,ProcessId\n8:00,13801,13802,13803\n"), "13801");
}
TEST(ScanColumns, TakesRasNumbersThere) { EXPECT_EQ(CodesIn("Time;Error;Bytes\n8:00;809;691\n"), "809"); }
TEST(ScanColumns, LeavesOtherColumns) { EXPECT_EQ(CodesIn("ticket;error;text\n13801;0;VPN error\n"), ""); }
TEST(ScanColumns, LooksBelowTheTypeOfExportCsv) {
  EXPECT_EQ(CodesIn("#TYPE Selected.Event\r\n\"Id\",\"RecordId\",\"ErrorCode\"\r\n\"4653\",\"13801\",\"13806\"\r\n"), "13806");
}
TEST(ScanColumns, ReadsTheFieldsOfIis) {
  EXPECT_EQ(CodesIn("#Version: 1.0\n#Fields: date s-port sc-status sc-win32-status\n2026-01-01 13801 500 13806\n"), "13806");
}
TEST(ScanColumns, HeedsQuotes) { EXPECT_EQ(CodesIn("Name,Error,Port\n\"a, b\",\"13801\",13802\n"), "13801"); }

// ---- Places ----

TEST(ScanPlaces, CountsLinesAndBytesFromOne) {
  const ChunkScanner scanner(CatalogCodes());
  const std::vector<Found> found = ScanInBlocks(scanner, "a\r\nb 0x800735E9\r\n\r\nERROR_VPN_TIMEOUT\r\n", 7);
  const std::vector<Found> expected = {{2, 3, "0x800735E9", 13801}, {4, 1, "ERROR_VPN_TIMEOUT", 809}};
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace errlookup
