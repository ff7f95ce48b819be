// Each rule has a case here: a knowledge base without problems, one thing in it changed, and the rule that must
// notice. A rule that is taken out makes its case fail.
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/check/check.h"
#include "generator/check/facts.h"
#include "generator/record/catalog.h"

namespace errlookup {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kRecord = "records/policy-store/13002.json";
constexpr const char* kPair = "records/wfp/0x8032000A.json";
constexpr const char* kProcedure = "procedures/back-up.json";
constexpr const char* kStates = "maps/life.json";
constexpr const char* kExchange = "maps/talk.json";

using Files = std::map<std::string, std::string>;

Files SoundFiles() {
  return {
      {"catalog/ipsec.tsv",
       "space\tvalue\tsymbol\taliases\theader\tfamily\tmessage\n"
       "win32\t13000\tERROR_IPSEC_QM_POLICY_EXISTS\t\twinerror.h\tpolicy-store\tThe policy exists.\n"
       "win32\t13002\tERROR_IPSEC_QM_POLICY_IN_USE\tERROR_IPSEC_OLD_NAME\twinerror.h\tpolicy-store\tThe policy is "
       "being used.\n"
       "win32\t13897\tERROR_IPSEC_IKE_NEG_STATUS_END\t\twinerror.h\tpolicy-store\tERROR_IPSEC_IKE_NEG_STATUS_END\n"
       "hresult\t0x8032000A\tFWP_E_IN_USE\t\twinerror.h\twfp\tThe object is referenced.\n"
       "ntstatus\t0xC022000A\tSTATUS_FWP_IN_USE\t\tntstatus.h\twfp\tThe object is referenced!\n"},
      {"catalog/search-words.tsv", "symbol\tsearch_words\nERROR_IPSEC_QM_POLICY_EXISTS\tname already taken\n"},
      {kRecord, R"({
  "codes": ["ERROR_IPSEC_QM_POLICY_IN_USE"],
  "title": "The policy is in use",
  "summary": "A rule names the policy.",
  "level": "intermediate",
  "status": "checked",
  "updated": "2026-11-20",
  "placeholders": { "PolicyName": { "label": "Policy", "example": "Branch-QM" } },
  "quick_answer": { "text": "Look at the rules with `netsh ipsec dynamic show rule`.", "run": [{ "line": "netsh ipsec dynamic show rule" }] },
  "meaning": "See [the twin](code:FWP_E_IN_USE), [13000](code:13000), [how](procedure:back-up) and [quick mode](term:quick-mode).",
  "appears_in": [{ "kind": "event", "name": "4653" }],
  "causes": [{ "id": "rule-names-it", "text": "A rule names it.", "likelihood": "common",
    "check": { "text": "Look.", "run": [{ "line": "netsh ipsec dynamic show qmpolicy name=\"<PolicyName>\"" }] },
    "evidence": "documented", "sources": ["microsoft-page"] }],
  "fixes": [
    { "id": "change", "title": "Change the rule", "for": ["rule-names-it"], "risk": "safe", "steps": [{ "do": "Change it." }], "evidence": "reported", "sources": ["blog"] },
    { "id": "back-up", "title": "Back up", "procedure": "back-up", "risk": "safe", "evidence": "reasoned" },
    { "id": "delete", "title": "Delete the policy", "risk": "deletes-configuration",
      "steps": [{ "do": "Delete it.", "run": [{ "line": "netsh ipsec dynamic delete qmpolicy name=\"<PolicyName>\"" }] }], "undo": "Add it again.", "evidence": "reasoned" }
  ],
  "prevention": [{ "text": "Plan." }],
  "for_developers": { "retry": "after-change" },
  "related": [{ "code": "ERROR_IPSEC_QM_POLICY_EXISTS", "how": "same-object" }]
})"},
      {kPair, R"({
  "codes": ["FWP_E_IN_USE", "STATUS_FWP_IN_USE"],
  "title": "The filter engine object is in use",
  "summary": "Another object refers to it.",
  "level": "advanced",
  "status": "draft",
  "updated": "2026-11-20",
  "where": { "map": "talk", "step": "work" },
  "quick_answer": { "text": "Find what refers to it." },
  "meaning": "Another object refers to it.",
  "causes": [{ "id": "filter", "text": "A filter does.", "likelihood": "common", "check": { "procedure": "back-up" }, "evidence": "reasoned" }],
  "fixes": [{ "id": "remove", "title": "Remove the filter", "risk": "safe", "steps": [{ "do": "Remove it." }], "evidence": "reasoned" }]
})"},
      {kProcedure, R"({
  "title": "Back up", "summary": "Keep a copy.", "level": "beginner", "updated": "2026-11-20",
  "placeholders": { "File": { "label": "File", "example": "C:\\Backup\\policy.ipsec" } },
  "intro": "First of all.", "risk": "safe",
  "steps": [{ "do": "Export.", "run": [{ "line": "netsh ipsec static exportpolicy file=\"<File>\"" }] }],
  "evidence": "reasoned"
})"},
      {kStates, R"({
  "title": "Life", "summary": "States.", "kind": "states",
  "steps": [{ "id": "present", "title": "Present", "codes": ["ERROR_IPSEC_QM_POLICY_EXISTS"] },
            { "id": "in-use", "title": "In use", "codes": ["ERROR_IPSEC_QM_POLICY_IN_USE", "FWP_E_IN_USE", "STATUS_FWP_IN_USE"] }],
  "moves": [{ "from": "present", "to": "in-use" }],
  "evidence": "reasoned"
})"},
      {kExchange, R"({
  "title": "Talk", "summary": "Messages.", "kind": "exchange",
  "lanes": [{ "id": "initiator", "title": "Initiator" }, { "id": "responder", "title": "Responder" }],
  "steps": [{ "id": "offer", "title": "Offer", "from": "initiator", "to": "responder" }, { "id": "work", "title": "Choose", "at": "responder" }],
  "evidence": "reasoned"
})"},
      {"sources.json", R"({ "sources": [
  { "id": "microsoft-page", "title": "T", "publisher": "Microsoft", "url": "https://example.com/a", "seen": "2026-11-20" },
  { "id": "blog", "title": "T", "publisher": "Somebody", "url": "https://example.com/b", "seen": "2026-11-20" }
] })"},
      {"glossary.json", R"({ "terms": [{ "id": "quick-mode", "term": "quick mode", "text": "The second phase." }] })"},
      {"events.json",
       R"({ "events": [{ "id": 4653, "log": "Security", "provider": "P", "says": "s", "source": "microsoft-page" }] })"},
      {"families.json",
       R"({ "families": [{ "id": "policy-store", "title": "T", "text": "x" }, { "id": "wfp", "title": "T", "text": "x" }] })"},
  };
}

const CommandGrammar& Grammar() {
  static const CommandGrammar grammar = [] {
    CommandGrammar loaded;
    loaded.Load(KNOWLEDGE_BASE);
    return loaded;
  }();
  return grammar;
}

Problems ProblemsOf(const Files& files) {
  KnowledgeBase base;
  Problems problems;
  for (const auto& [path, text] : files)
    if (path == "catalog/ipsec.tsv")
      base.codes = ReadIpsecCodes(text, path, problems);
    else if (path == "catalog/search-words.tsv")
      base.search_words = ReadSearchWords(text, path, problems);
    else
      ReadDataFile(path, text, path, base, problems);
  Problems found = CheckKnowledgeBase(base, Grammar());
  problems.insert(problems.end(), found.begin(), found.end());
  return problems;
}

std::vector<std::string> RulesOf(const Problems& problems) {
  std::vector<std::string> rules;
  for (const Problem& problem : problems)
    rules.push_back(problem.rule + " at " + problem.at.file + ":" + std::to_string(problem.at.line));
  return rules;
}

TEST(Rules, FindNothingInASoundKnowledgeBase) { EXPECT_THAT(RulesOf(ProblemsOf(SoundFiles())), IsEmpty()); }

struct Case {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* rule;
};
void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class RuleNotices : public ::testing::TestWithParam<Case> {};
TEST_P(RuleNotices, TheChange) {
  const Case& c = GetParam();
  Files files = SoundFiles();
  std::string& text = files.at(c.file);
  const std::size_t at = text.find(c.from);
  ASSERT_NE(at, std::string::npos) << "the case changes nothing";
  text.replace(at, std::string(c.from).size(), c.to);
  std::vector<std::string> rules;
  for (const Problem& problem : ProblemsOf(files)) {
    rules.push_back(problem.rule);
    EXPECT_NE(problem.reason, "");
    EXPECT_NE(problem.mend, "");
    EXPECT_NE(problem.at.file, "");
  }
  EXPECT_THAT(rules, Contains(c.rule));
}

std::string NameOf(const ::testing::TestParamInfo<Case>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Codes, RuleNotices,
    ::testing::Values(
        Case{"UnknownSymbol", kRecord, "[\"ERROR_IPSEC_QM_POLICY_IN_USE\"]", "[\"ERROR_IPSEC_QM_POLICY_IN_USED\"]",
             "code-unknown"},
        Case{"UnknownRelated", kRecord, "\"code\": \"ERROR_IPSEC_QM_POLICY_EXISTS\"",
             "\"code\": \"ERROR_IPSEC_QM_POLICY_EXIST\"", "code-unknown"},
        Case{"UnknownInMap", kStates, "ERROR_IPSEC_QM_POLICY_EXISTS", "ERROR_IPSEC_X", "code-unknown"},
        Case{"SearchWordsOfNothing", "catalog/search-words.tsv", "POLICY_EXISTS", "POLICY_EXIST", "code-unknown"},
        Case{"RelatedByNumber", kRecord, "\"code\": \"ERROR_IPSEC_QM_POLICY_EXISTS\"", "\"code\": \"13000\"",
             "code-unknown"},
        Case{"SearchWordsOfARecord", "catalog/search-words.tsv", "POLICY_EXISTS", "POLICY_IN_USE", "search-words-moved"},
        Case{"SearchWordsTwice", "catalog/search-words.tsv", "taken\n", "taken\nERROR_IPSEC_QM_POLICY_EXISTS\ttaken\n", "search-words-twice"},
        Case{"SearchWordsWithoutWords", "catalog/search-words.tsv", "name already taken", "", "table-empty"},
        Case{"SameSpace", kRecord, "[\"ERROR_IPSEC_QM_POLICY_IN_USE\"]",
             "[\"ERROR_IPSEC_QM_POLICY_IN_USE\", \"ERROR_IPSEC_QM_POLICY_EXISTS\"]", "codes-same-space"},
        Case{"NotATwin", kRecord, "[\"ERROR_IPSEC_QM_POLICY_IN_USE\"]",
             "[\"ERROR_IPSEC_QM_POLICY_IN_USE\", \"STATUS_FWP_IN_USE\"]", "codes-differ"},
        Case{"FileName", kRecord, "[\"ERROR_IPSEC_QM_POLICY_IN_USE\"]", "[\"ERROR_IPSEC_QM_POLICY_EXISTS\"]",
             "file-name"},
        Case{"Folder", kRecord, "[\"ERROR_IPSEC_QM_POLICY_IN_USE\"]", "[\"FWP_E_IN_USE\"]", "file-folder"},
        Case{"TwoRecords", kRecord, "[\"ERROR_IPSEC_QM_POLICY_IN_USE\"]", "[\"FWP_E_IN_USE\"]", "code-twice"},
        Case{"TitleNamesNumber", kRecord, "The policy is in use", "13002: the policy is in use", "title-names-code"},
        Case{"RelatedToItself", kRecord, "\"code\": \"ERROR_IPSEC_QM_POLICY_EXISTS\"",
             "\"code\": \"ERROR_IPSEC_QM_POLICY_IN_USE\"", "related-self"},
        Case{"RelatedTwice", kRecord, "\"related\": [",
             "\"related\": [{ \"code\": \"ERROR_IPSEC_QM_POLICY_EXISTS\", \"how\": \"leads-to\" }, ", "related-twice"}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    References, RuleNotices,
    ::testing::Values(
        Case{"Source", kRecord, "[\"microsoft-page\"]", "[\"microsft-page\"]", "source-unknown"},
        Case{"SourceOfEvent", "events.json", "microsoft-page", "none", "source-unknown"},
        Case{"SourceUnused", kRecord, "[\"blog\"]", "[\"microsoft-page\"]", "source-unused"},
        Case{"Procedure", kRecord, "\"procedure\": \"back-up\"", "\"procedure\": \"backup\"", "procedure-unknown"},
        Case{"Cause", kRecord, "\"for\": [\"rule-names-it\"]", "\"for\": [\"rule-name-it\"]", "cause-unknown"},
        Case{"Map", kPair, "\"map\": \"talk\"", "\"map\": \"tlak\"", "map-unknown"},
        Case{"MapStep", kPair, "\"step\": \"work\"", "\"step\": \"wrok\"", "map-step-unknown"},
        Case{"WhereNeedless", kPair, "\"map\": \"talk\", \"step\": \"work\"", "\"map\": \"life\", \"step\": \"in-use\"",
             "where-needless"},
        Case{"Event", kRecord, "\"4653\"", "\"4654\"", "event-unknown"},
        Case{"FixTwice", kRecord, "\"id\": \"delete\"", "\"id\": \"change\"", "id-twice"},
        Case{"SourceTwice", "sources.json", "\"id\": \"blog\"", "\"id\": \"microsoft-page\"", "id-twice"},
        Case{"FamilyTwice", "families.json", "\"id\": \"wfp\"", "\"id\": \"policy-store\"", "id-twice"},
        Case{"Family", "families.json", "\"id\": \"wfp\"", "\"id\": \"filter\"", "family-unknown"},
        Case{"MapStepTwice", kStates, "\"id\": \"in-use\"", "\"id\": \"present\"", "id-twice"}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Evidence, RuleNotices,
    ::testing::Values(Case{"WithoutSources", kRecord, ", \"sources\": [\"microsoft-page\"]", "", "evidence-sources"},
                      Case{"DocumentedByOthers", kRecord, "[\"microsoft-page\"]", "[\"blog\"]", "evidence-documented"},
                      Case{"ProcedureWithoutSources", kProcedure, "\"reasoned\"", "\"reported\"", "evidence-sources"},
                      Case{"MapWithoutSources", kStates, "\"evidence\": \"reasoned\"", "\"evidence\": \"reported\"",
                           "evidence-sources"},
                      Case{"CheckedWithoutCheck", kRecord,
                           "\"check\": { \"text\": \"Look.\", \"run\": [{ \"line\": \"netsh ipsec dynamic show "
                           "qmpolicy name=\\\"<PolicyName>\\\"\" }] },",
                           "", "checked-incomplete"},
                      Case{"CheckedWithoutPrevention", kRecord, "\"prevention\": [{ \"text\": \"Plan.\" }],", "",
                           "checked-incomplete"},
                      Case{"CheckedWithoutRetry", kRecord, "\"for_developers\": { \"retry\": \"after-change\" },", "",
                           "checked-incomplete"},
                      Case{"NoSuchDay", kRecord, "2026-11-20", "2026-02-29", "date"},
                      Case{"NoSuchDaySeen", "sources.json", "2026-11-20", "2100-02-29", "date"}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Placeholders, RuleNotices,
    ::testing::Values(
        Case{"Undeclared", kRecord, "qmpolicy name=\\\"<PolicyName>", "qmpolicy name=\\\"<Policy>",
             "placeholder-undeclared"},
        Case{"UndeclaredInText", kRecord, "A rule names it.", "A rule names `<Policy>`.", "placeholder-undeclared"},
        Case{"Unused", kRecord, "\"placeholders\": {",
             "\"placeholders\": { \"Server\": { \"label\": \"S\", \"example\": \"E\" },", "placeholder-unused"},
        Case{"PrivateAddress", kRecord, "\"example\": \"Branch-QM\"", "\"example\": \"10.0.0.1\"", "example-address"},
        Case{"SomebodysName", kRecord, "\"example\": \"Branch-QM\"", "\"example\": \"vpn.contoso.com\"",
             "example-address"},
        Case{"SomebodysIpv6", kRecord, "\"example\": \"Branch-QM\"", "\"example\": \"2606:4700::1111\"",
             "example-address"},
        Case{"ExampleIsAPlaceholder", kRecord, "\"example\": \"Branch-QM\"", "\"example\": \"<Policy>\"",
             "example-placeholder"},
        Case{"AddressInCommand", kRecord, "[{ \"line\": \"netsh ipsec dynamic show rule\" }]",
             "[{ \"line\": \"ping 8.8.8.8\" }]", "command-address"}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Commands, RuleNotices,
    ::testing::Values(
        Case{"Unknown", kRecord, "\"netsh ipsec dynamic show rule\"", "\"netsh ipsec dynamic show ruls\"",
             "command-unknown"},
        Case{"UnknownInProcedure", kProcedure, "exportpolicy", "export", "command-unknown"},
        Case{"Several", kRecord, "[{ \"line\": \"netsh ipsec dynamic show rule\" }]",
             "[{ \"line\": \"netsh wfp show state && wf.msc\" }]", "command-several"},
        Case{"ShellNeedless", kRecord, "{ \"line\": \"netsh ipsec dynamic show rule\" }",
             "{ \"line\": \"netsh ipsec dynamic show rule\", \"shell\": \"cmd\" }", "command-shell-needless"},
        Case{"ShellWrong", kRecord, "{ \"line\": \"netsh ipsec dynamic show rule\" }",
             "{ \"line\": \"Get-NetIPsecRule\", \"shell\": \"cmd\" }", "command-shell"},
        Case{"ElevatedNeedless", kRecord, "{ \"line\": \"netsh ipsec dynamic show rule\" }",
             "{ \"line\": \"netsh ipsec dynamic show rule\", \"elevated\": true }", "command-elevated-needless"},
        Case{"ElevatedWrong", kRecord, "{ \"line\": \"netsh ipsec dynamic show rule\" }",
             "{ \"line\": \"netsh ipsec dynamic show rule\", \"elevated\": false }", "command-elevated"},
        Case{"QuickAnswerDeletes", kRecord, "[{ \"line\": \"netsh ipsec dynamic show rule\" }]",
             "[{ \"line\": \"netsh ipsec dynamic delete qmpolicy name=x\" }]", "quick-answer-deletes"},
        Case{"CheckInterrupts", kRecord, "netsh ipsec dynamic show qmpolicy name=\\\"<PolicyName>\\\"",
             "net stop PolicyAgent", "check-harms"},
        Case{"CheckByHarmfulProcedure", kProcedure, "\"risk\": \"safe\"", "\"risk\": \"deletes-configuration\"",
             "check-harms"},
        Case{"UndoOfProcedureMissing", kProcedure, "\"risk\": \"safe\"", "\"risk\": \"deletes-configuration\"",
             "undo-missing"},
        Case{"PreventionDeletes", kRecord, "{ \"text\": \"Plan.\" }",
             "{ \"text\": \"Plan.\", \"run\": [{ \"line\": \"netsh ipsec dynamic delete qmpolicy name=x\" }] }",
             "prevention-deletes"},
        Case{"RiskTooLow", kRecord, "\"risk\": \"deletes-configuration\"", "\"risk\": \"interrupts-traffic\"",
             "risk-too-low"},
        Case{"RiskOfProcedureTooLow", kProcedure, "netsh ipsec static exportpolicy file=\\\"<File>\\\"",
             "netsh ipsec static importpolicy file=\\\"<File>\\\"", "risk-too-low"},
        Case{"RiskBelowProcedure", kProcedure, "\"risk\": \"safe\"", "\"risk\": \"interrupts-traffic\"",
             "risk-too-low"},
        Case{"FirstFixDeletes", kRecord, "\"risk\": \"safe\"", "\"risk\": \"deletes-configuration\", \"undo\": \"u\"",
             "fix-first-deletes"},
        Case{"UndoMissing", kRecord, ", \"undo\": \"Add it again.\"", "", "undo-missing"}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Markdown, RuleNotices,
    ::testing::Values(Case{"Html", kRecord, "A rule names it.", "A rule <b>names</b> it.", "markdown-html"},
                      Case{"HtmlBlock", kRecord, "A rule names it.", "<div>\\n</div>", "markdown-html"},
                      Case{"HtmlInMap", kStates, "\"title\": \"In use\",",
                           "\"title\": \"In use\", \"text\": \"a<br>b\",", "markdown-html"},
                      Case{"Heading", kRecord, "A rule names it.", "# A rule", "markdown-heading"},
                      Case{"Image", kRecord, "A rule names it.", "![a](https://example.com/a.png)", "markdown-image"},
                      Case{"CodeBlock", kRecord, "A rule names it.", "```\\nnetsh\\n```", "markdown-code-block"},
                      Case{"LinkToNoCode", kRecord, "(code:FWP_E_IN_USE)", "(code:FWP_E_IN_USAGE)", "link-code"},
                      Case{"LinkToOtherCode", kRecord, "[13000](code:13000)", "[13000](code:13002)",
                           "link-code-differs"},
                      Case{"LinkToNoProcedure", kRecord, "(procedure:back-up)", "(procedure:backup)", "link-procedure"},
                      Case{"LinkToNoTerm", kRecord, "(term:quick-mode)", "(term:quickmode)", "link-term"},
                      Case{"LinkScheme", kRecord, "(term:quick-mode)", "(../other.html)", "link-scheme"},
                      Case{"LinkEmpty", kRecord, "[quick mode](term", "[](term", "link-empty"},
                      Case{"CommandInText", kRecord, "`netsh ipsec dynamic show rule`",
                           "`netsh ipsec dynamic show ruls`", "command-unknown"},
                      Case{"MarkdownInPlainText", kRecord, "A rule names the policy.", "A rule names the `policy`.",
                           "plain-markdown"},
                      Case{"HtmlInTitle", kRecord, "The policy is in use", "The policy </script> is in use",
                           "plain-html"}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Maps, RuleNotices,
    ::testing::Values(
        Case{"LanesMissing", kExchange,
             "\"lanes\": [{ \"id\": \"initiator\", \"title\": \"Initiator\" }, { \"id\": \"responder\", \"title\": "
             "\"Responder\" }],",
             "", "map-lanes"},
        Case{"LanesNotWanted", kExchange, "\"exchange\"", "\"path\"", "map-lanes"},
        Case{"MovesNotWanted", kStates, "\"states\"", "\"path\"", "map-moves"},
        Case{"MoveFromNowhere", kStates, "\"from\": \"present\"", "\"from\": \"presnt\"", "map-step-unknown"},
        Case{"LaneUnknown", kExchange, "\"at\": \"responder\"", "\"at\": \"respnder\"", "map-lane-unknown"},
        Case{"NeitherMessageNorWork", kExchange, ", \"at\": \"responder\"", "", "map-step-lanes"},
        Case{"MessageToItself", kExchange, "\"to\": \"responder\"", "\"to\": \"initiator\"", "map-step-lanes"},
        Case{"StepAlone", kStates, "\"steps\": [", "\"steps\": [{ \"id\": \"alone\", \"title\": \"A\" },",
             "map-step-alone"},
        Case{"CodeWithoutStep", kStates, "\"ERROR_IPSEC_QM_POLICY_EXISTS\"", "", "code-without-step"}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Names, RuleNotices,
    ::testing::Values(Case{"InventedSymbol", kRecord, "A rule names it.", "See ERROR_IPSEC_SA_IN_USE.", "name-unknown"},
                      Case{"OlderName", kRecord, "A rule names it.", "See ERROR_IPSEC_OLD_NAME.", "name-older"},
                      Case{"WrongNumber", kRecord, "A rule names it.", "See `ERROR_IPSEC_QM_POLICY_EXISTS` (13001).",
                           "name-number"},
                      Case{"NumberOfNoCode", kRecord, "A rule names it.", "See 13999.", "number-unknown"},
                      Case{"Todo", kRecord, "A rule names it.", "TODO name it.", "todo"}),
    NameOf);

constexpr const char* kLong =
    "The negotiation failed because both computers offered only methods that the other side does not accept, so no "
    "common proposal was left to choose from.";

TEST(Codes, ANumberInPlaceOfASymbolIsToldItsName) {
  Files files = SoundFiles();
  files["catalog/search-words.tsv"] = "symbol\tsearch_words\n13000\tname already taken\n";
  const Problems problems = ProblemsOf(files);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].mend, "13000 is ERROR_IPSEC_QM_POLICY_EXISTS: write the symbol");
}

TEST(Codes, WordsThatMustMoveConcernTheRecordToo) {
  Files files = SoundFiles();
  files["catalog/search-words.tsv"] = "symbol\tsearch_words\nERROR_IPSEC_QM_POLICY_IN_USE\tbusy\n";
  const Problems problems = ProblemsOf(files);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].at.file, "catalog/search-words.tsv");
  EXPECT_EQ(problems[0].about, kRecord);
}

// The rules that a meaning with this text breaks.
std::vector<std::string> RulesOfMeaning(const std::string& text) {
  Files files = SoundFiles();
  files["catalog/ipsec.tsv"] += "ras\t809\tERROR_VPN_TIMEOUT\t\traserror.h\tpolicy-store\tNo answer.\n";
  std::string& states = files.at(kStates);
  const std::string placed = "\"ERROR_IPSEC_QM_POLICY_EXISTS\"";
  states.insert(states.find(placed) + placed.size(), ", \"ERROR_VPN_TIMEOUT\"");
  std::string& record = files.at(kRecord);
  record.replace(record.find("A rule names it."), 16, text);
  std::vector<std::string> rules;
  for (const Problem& problem : ProblemsOf(files)) rules.push_back(problem.rule);
  return rules;
}

TEST(Names, ANumberInBracketsIsThatOfTheSymbol) {
  for (const char* text : {"ERROR_VPN_TIMEOUT (809)", "`ERROR_VPN_TIMEOUT` (`0x329`)", "ERROR_VPN_TIMEOUT (0x80070329)",
                           "FWP_E_IN_USE (0x8032000a)", "FWP_E_IN_USE (2150760458)", "ERROR_VPN_TIMEOUT (seen often)",
                           "ERROR_VPN_TIMEOUT (", "ERROR_VPN_TIMEOUT (0x)", "ERROR_VPN_TIMEOUT ()"})
    EXPECT_THAT(RulesOfMeaning(text), IsEmpty()) << text;
  for (const char* text : {"ERROR_VPN_TIMEOUT (810)", "`ERROR_VPN_TIMEOUT` (0x32A)", "FWP_E_IN_USE (0x80320001)",
                           "FWP_E_IN_USE (`0x80320001`)", "ERROR_VPN_TIMEOUT (99999999999999999999)"})
    EXPECT_THAT(RulesOfMeaning(text), ElementsAre("name-number")) << text;
}

TEST(Similarity, FindsATextThatStandsInTwoRecords) {
  Files files = SoundFiles();
  for (const char* file : {kRecord, kPair}) {
    std::string& text = files.at(file);
    text.replace(text.find("\"text\": \"A "), 10, std::string("\"text\": \"") + kLong + " A");
  }
  const Problems problems = ProblemsOf(files);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].rule, "text-alike");
  EXPECT_EQ(problems[0].severity, Severity::kWarning);
  EXPECT_EQ(problems[0].at.file, kPair);
  EXPECT_THAT(problems[0].reason, ::testing::HasSubstr("records/policy-store/13002.json:12"));
}

TEST(Similarity, LeavesTextsAloneThatShareAPhrase) {
  Files files = SoundFiles();
  std::string& first = files.at(kRecord);
  first.replace(first.find("A rule names it."), 16, kLong);
  std::string& second = files.at(kPair);
  second.replace(second.find("A filter does."), 14,
                 "Both computers offered only methods that look alike at first sight; yet here the object is held by a "
                 "callout that some other product registered "
                 "years ago and never removed when it was uninstalled from the machine.");
  EXPECT_THAT(RulesOf(ProblemsOf(files)), IsEmpty());
}

TEST(PlaceInText, FindsTheColumnBehindEscapes) {
  const Text text{"a \"b\"\nc\\d", {"f", 3, 10}};
  EXPECT_EQ(PlaceInText(text, 0).column, 11);
  EXPECT_EQ(PlaceInText(text, 3).column, 15);  // b, after one escaped quote
  EXPECT_EQ(PlaceInText(text, 6).column, 20);  // c, after two quotes and a line end
  EXPECT_EQ(PlaceInText(text, 8).column, 23);
}

TEST(FillCommands, TellsShellAndElevationUnlessTheWriterDid) {
  KnowledgeBase base;
  Record record;
  const auto command = [](std::string line) {
    Command made;
    made.line.value = std::move(line);
    return made;
  };
  record.quick_run = {command("net stop PolicyAgent"), command("Get-VpnConnection"), command("wf.msc"),
                      command("ping <Server>")};
  record.quick_run[3].elevated = true;
  base.records.push_back(record);
  FillCommands(base, Grammar());
  const std::vector<Command>& run = base.records[0].quick_run;
  EXPECT_EQ(run[0].shell, "cmd");
  EXPECT_EQ(run[0].elevated, true);
  EXPECT_EQ(run[1].shell, "powershell");
  EXPECT_EQ(run[1].elevated, false);
  EXPECT_EQ(run[2].shell, "gui");
  EXPECT_FALSE(run[2].elevated.has_value());  // "for changes": it depends
  EXPECT_EQ(run[3].elevated, true);
}

}  // namespace
}  // namespace errlookup
