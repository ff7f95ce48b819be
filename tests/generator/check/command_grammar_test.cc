// Holds the check of commands against true and false ones. The real grammar is used: it is what writers meet.
#include "generator/check/command_grammar.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const CommandGrammar& Grammar() {
  static const CommandGrammar grammar = [] {
    CommandGrammar loaded;
    const Problems problems = loaded.Load(KNOWLEDGE_BASE);
    for (const Problem& problem : problems) ADD_FAILURE() << problem.at.file << ": " << problem.reason;
    return loaded;
  }();
  return grammar;
}

// "rule@offset: reason (mend)" of each problem, for messages that show what was found.
std::vector<std::string> Found(const CommandFindings& findings) {
  std::vector<std::string> found;
  for (const CommandProblem& p : findings.problems)
    found.push_back(p.rule + "@" + std::to_string(p.offset) + ": " + p.reason + " (" + p.mend + ")");
  return found;
}

std::vector<std::string> Rules(std::string_view line, CommandUse use = CommandUse::kRun) {
  std::vector<std::string> rules;
  for (const CommandProblem& p : Grammar().Check(line, use).problems) rules.push_back(p.rule);
  return rules;
}

class TrueCommand : public ::testing::TestWithParam<const char*> {};
TEST_P(TrueCommand, Passes) { EXPECT_THAT(Found(Grammar().Check(GetParam())), IsEmpty()) << GetParam(); }

INSTANTIATE_TEST_SUITE_P(
    Netsh, TrueCommand,
    ::testing::Values(
        "netsh ipsec dynamic show all", "netsh ipsec dynamic show mmpolicy all",
        "netsh ipsec dynamic show qmfilter all", "netsh ipsec dynamic show mmsas all",
        "netsh ipsec static show policy all", "NETSH IPSEC STATIC SHOW POLICY NAME=\"Branch to HQ\"",
        "netsh ipsec static show policy \"Branch to HQ\"",
        "netsh ipsec static exportpolicy file=\"C:\\Backup\\policy.ipsec\"",
        "netsh ipsec static set policy name=\"<PolicyName>\" assign=no",
        "netsh ipsec static delete policy name=\"<PolicyName>\"",
        "netsh ipsec dynamic delete qmpolicy name=\"<PolicyName>\"",
        "netsh ipsec dynamic delete rule srcaddr=<Local> dstaddr=<Peer> protocol=ANY srcport=0 dstport=0 mirrored=yes "
        "conntype=all",
        "netsh ipsec static show gpoassignedpolicy", "netsh wfp show state", "netsh wfp show state file=-",
        "netsh wfp capture start", "netsh advfirewall monitor show mmsa", "netsh advfirewall monitor show qmsa all",
        "netsh advfirewall monitor delete qmsa <Local> <Peer>", "netsh advfirewall monitor delete mmsa all",
        "netsh advfirewall consec show rule name=all",
        "netsh advfirewall consec add rule name=\"R\" endpoint1=any endpoint2=192.0.2.0/24 action=requestinrequestout",
        "netsh.exe ipsec static show store", "netsh ipsec dynamic show all | findstr /i \"pending\"",
        "netsh ipsec static dump > \"<BackupFile>\""));

INSTANTIATE_TEST_SUITE_P(
    OtherTools, TrueCommand,
    ::testing::Values(
        "net stop PolicyAgent", "net start PolicyAgent", "net stop PolicyAgent && net start PolicyAgent",
        "net start \"IPsec Policy Agent\"", "sc query IKEEXT", "sc.exe qc PolicyAgent",
        "sc config IKEEXT start= demand", "gpupdate /target:computer /force", "timeout /t 5", "netstat -ano -p UDP",
        "ping -f -l 1372 <ServerName>", "certutil -verify -urlfetch <CertFile>",
        "certutil -f -urlfetch -verify <CertFile>", "certutil -store -v My <Thumbprint>",
        "auditpol /get /subcategory:\"IPsec Main Mode\"",
        "auditpol /set /subcategory:\"{0cce9218-69ae-11d9-bed3-505054503030}\" /success:enable /failure:enable",
        "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent /v AssumeUDPEncapsulationContextOnSendRule",
        "reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent /v AssumeUDPEncapsulationContextOnSendRule /t "
        "REG_DWORD /d 2 /f",
        "tasklist /svc /fi \"SERVICES eq PolicyAgent\"", "handle -a -p explorer", "wf.msc", "ms-settings:network-vpn",
        "mmc /a", "wevtutil qe Security /q:\"*[System[(EventID=4653)]]\" /c:5 /rd:true /f:Text"));

INSTANTIATE_TEST_SUITE_P(
    PowerShell, TrueCommand,
    ::testing::Values("Get-NetIPsecMainModeSA", "Get-NetIPsecQuickModeSA | Remove-NetIPsecQuickModeSA",
                      "Get-Service PolicyAgent,IKEEXT,BFE", "Get-Service -Name PolicyAgent, IKEEXT, BFE",
                      "Restart-Service -Name PolicyAgent", "Restart-Service PolicyAgent -Force",
                      "(Get-VpnConnection -Name \"<ConnectionName>\").IPsecCustomPolicy",
                      "Get-NetIPsecRule -PolicyStore ActiveStore | Where-Object { $_.DisplayName -like \"*Branch*\" }",
                      "Get-NetIPsecRule | Where-Object -Property DisplayName -Like -Value \"*Branch*\"",
                      "Get-ChildItem Cert:\\LocalMachine\\My | Select-Object -Property Subject, NotAfter",
                      "Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4653,4654} -MaxEvents 20",
                      "Get-WinEvent -LogName Security -MaxEvents 50 | Where-Object { $_.Id -eq 4653 } | Format-List "
                      "-Property TimeCreated, Message",
                      "$rule = Get-NetIPsecRule -DisplayName \"<RuleName>\"",
                      "Get-VpnConnection | ForEach-Object { $_.ServerAddress }",
                      "foreach ($name in (Get-VpnConnection).Name) { Get-VpnConnection -Name $name }",
                      "Remove-NetIPsecRule -DisplayName \"<RuleName>\" -WhatIf",
                      "Remove-VpnConnection -Name Office -Confirm:$false",
                      "netsh ipsec dynamic show all | Select-String -Pattern \"192.0.2.1\"",
                      "Set-VpnConnectionIPsecConfiguration -ConnectionName \"<Name>\" "
                      "-AuthenticationTransformConstants SHA256128 -CipherTransformConstants AES256 "
                      "-DHGroup Group14 -EncryptionMethod AES256 -IntegrityCheckMethod SHA256 -PfsGroup PFS2048 -Force",
                      "Test-NetConnection -ComputerName vpn.example.com -Port 443",
                      "New-ItemProperty -Path HKLM:\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent -Name "
                      "AssumeUDPEncapsulationContextOnSendRule -PropertyType DWord -Value 2"));

struct Wrong {
  const char* line;
  const char* rule;
  const char* says;
};
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.line; }

class FalseCommand : public ::testing::TestWithParam<Wrong> {};
TEST_P(FalseCommand, IsRefused) {
  const std::vector<std::string> found = Found(Grammar().Check(GetParam().line));
  EXPECT_THAT(found, Contains(HasSubstr(std::string(GetParam().rule) + "@"))) << GetParam().line;
  EXPECT_THAT(found, Contains(HasSubstr(GetParam().says))) << GetParam().line;
}

// Commands that circulate on the web and were judged wrong or dangerous.
INSTANTIATE_TEST_SUITE_P(
    FromTheWeb, FalseCommand,
    ::testing::Values(
        Wrong{"net stop ipsec && net start ipsec", "command-forbidden-f01", "PolicyAgent"},
        Wrong{"net stop ipsec", "command-service", "ipsec"},
        Wrong{"netsh ipsec static delete filterlist name=all", "command-forbidden-f04", "keyword"},
        Wrong{"netsh ipsec static delete sa", "command-unknown", "knows no \"sa\""},
        Wrong{"netsh ipsec static delete sa", "command-forbidden-f02", "monitor delete"},
        Wrong{"netsh ipsec static export \"C:\\backup.ipsec\"", "command-forbidden-f03", "exportpolicy"},
        Wrong{"netsh ipsec static export \"C:\\backup.ipsec\"", "command-unknown", "exportpolicy"},
        Wrong{"Remove-NetIPsecMainModeRule -PolicyStore ActiveStore", "command-forbidden-f06", "merged view"},
        Wrong{"Remove-NetIPsecMainModeRule -PolicyStore ActiveStore", "command-selects-all", "every object"},
        Wrong{"handle64.exe -a -p PolicyAgent.exe", "command-forbidden-f10", "kernel handles"},
        Wrong{"reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent\\Policy\\Local\\QuickMode",
              "command-registry", "wrong"},
        Wrong{"netsh ipsec static set policy name=\"X\" assign=n", "command-value", "did you mean no"},
        Wrong{"Get-NetIPsecMainModeSA -PolicyStore ActiveStore", "command-parameter-unknown",
              "no parameter \"-PolicyStore\""},
        Wrong{"Test-NetConnection -ComputerName vpn.example.com -Port 500", "command-forbidden-f11", "UDP"}));

INSTANTIATE_TEST_SUITE_P(
    Slips, FalseCommand,
    ::testing::Values(
        Wrong{"netsh ipsec dynamic show qmpolicys all", "command-unknown", "did you mean qmpolicy"},
        Wrong{"netsh ipsec static show policy nmae=\"X\"", "command-parameter-unknown", "did you mean name="},
        Wrong{"netsh ipsec static delete rule name=\"X\"", "command-parameter-missing", "\"policy=\""},
        Wrong{"netsh advfirewall consec show rule MyRule", "command-parameter-unknown", "name=\"MyRule\""},
        Wrong{"netsh ipsec dynamic show mmpolicy", "command-parameter-missing", "one of name or all"},
        Wrong{"netsh ipsec", "command-incomplete", "dynamic"},
        Wrong{"nesth ipsec dynamic show all", "command-unknown", "did you mean netsh"},
        Wrong{"netsh ipsec dynamic show all all", "command-value", "use yes or no"},
        Wrong{"sc config IKEEXT start=demand", "command-blank-missing", "start= demand"},
        Wrong{"sc config IKEEXT start= sometimes", "command-value", "demand"},
        Wrong{"gpupdate /target computer", "command-parameter-unknown", "/target:"},
        Wrong{"timeout /t soon", "command-value", "number"},
        Wrong{"net stop IKEXT", "command-service", "did you mean IKEEXT"},
        Wrong{"netsh ipsec static show policy name=\"X", "command-syntax", "quote"},
        Wrong{"Get-Servise -Name BFE", "command-unknown", "did you mean Get-Service"},
        Wrong{"Get-Service -Nmae BFE", "command-parameter-unknown", "did you mean -Name"},
        Wrong{"Get-VpnConnection -AllUser", "command-parameter-short", "-AllUserConnection"},
        Wrong{"Get-VpnConnection -Name", "command-value-missing", "needs a value"},
        Wrong{"Get-WinEvent -LogName Security -MaxEvents many", "command-value", "number"},
        Wrong{"Set-VpnConnection -Name X -TunnelType IPSEC", "command-value", "use"},
        Wrong{"Set-VpnConnectionIPsecConfiguration -ConnectionName X -DHGroup Group14", "command-parameter-missing",
              "-PfsGroup"},
        Wrong{"Resolve-DnsName", "command-parameter-missing", "-Name"},
        Wrong{"Restart-Service -Name PolicyAgent -DisplayName \"IPsec Policy Agent\"", "command-parameters-conflict",
              "-DisplayName"},
        Wrong{"Get-NetIPsecRule | ? DisplayName -like X", "command-alias", "Where-Object"},
        Wrong{"Get-NetIPsecRule | Where-Object { Get-Servise BFE }", "command-unknown", "Get-Service"},
        Wrong{"(Get-VpnConection -Name X).ServerAddress", "command-unknown", "Get-VpnConnection"},
        Wrong{"Get-Service BFE && Get-Service IKEEXT", "command-and-or", "two commands"},
        Wrong{"Get-Service BFE | sc query BFE", "command-sc", "sc.exe"},
        Wrong{"Get-Service (BFE", "command-syntax", "bracket"}, Wrong{"Get-Service |", "command-syntax", "after the |"},
        Wrong{"reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent /v AssumeUDPEncapsulationContext /t "
              "REG_DWORD /d 2",
              "command-registry", "did you mean AssumeUDP"},
        Wrong{"reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent /v "
              "AssumeUDPEncapsulationContextOnSendRule /t REG_SZ /d 2",
              "command-registry", "REG_DWORD"},
        Wrong{"reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent /v "
              "AssumeUDPEncapsulationContextOnSendRule /t REG_DWORD /d 7",
              "command-registry", "0, 1 or 2"},
        Wrong{"reg add HKLM\\SOFTWARE\\Invented /v X /t REG_DWORD /d 1", "command-registry", "not documented"},
        Wrong{"netsh ipsec static show policy name=A name=B", "command-parameter-twice", "stands twice"},
        Wrong{"Get-Service -Name BFE -Name IKEEXT", "command-parameter-twice", "commas"},
        Wrong{"Get-VpnConnection Office Work Home", "command-value-unexpected", "no place for"},
        Wrong{"", "command-empty", "no command"}));

// One example for each pattern of the forbidden list.
struct Forbidden {
  const char* id;
  const char* line;
};
TEST(ForbiddenList, EveryPatternFindsItsExample) {
  const std::vector<Forbidden> examples = {
      {"f01", "net start \"ipsec\""},
      {"f02", "netsh ipsec dynamic delete qmsas"},
      {"f03", "netsh ipsec static import file=x"},
      {"f04", "netsh ipsec dynamic show mmpolicy name=\"all\""},
      {"f05", "Remove-NetIPsecQuickModeSA -PolicyStore ActiveStore"},
      {"f06", "Remove-NetIPsecRule -DisplayName X -PolicyStore ActiveStore"},
      {"f07", "Remove-NetIPsecRule -All"},
      {"f08", "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent\\Policy\\Local"},
      {"f09", "tasklist /fi \"IMAGENAME eq PolicyAgent.exe\""},
      {"f10", "handle.exe -p lsass"},
      {"f11", "Test-NetConnection vpn.example.com -Port 4500"},
      {"f12", "telnet vpn.example.com 500"},
      {"f13", "netsh advfirewall reset"},
      {"f14", "netsh advfirewall set allprofiles state off"},
      {"f15", "net stop BFE"},
      {"f16", "ipseccmd show all"},
      {"f17", "secedit /refreshpolicy machine_policy"},
      {"f18", "netsh firewall show state"},
      {"f19", "reg delete HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\IPSec\\Policy\\Local /f"},
      {"f20", "taskkill /im svchost.exe /f"},
      {"f21",
       "reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\RasMan\\Parameters /v DisableIKENameEkuCheck /t REG_DWORD "
       "/d 1"},
      {"f22", "err ERROR_IPSEC_SA_IN_USE"},
      {"f23", "findstr \"Status: Pending Deletion\""},
      {"f24", "sc query BFE | Out-String -InputObject (Get-Service BFE)"},
      {"f25", "netsh ipsec static delete all"},
      {"f26", "auditpol /clear /y"},
      {"f27", "netsh winsock reset"},
  };
  for (const Forbidden& example : examples)
    EXPECT_THAT(Rules(example.line), Contains(std::string("command-forbidden-") + example.id)) << example.line;
}

TEST(ForbiddenList, AWarningDoesNotRefuse) {
  const CommandFindings findings = Grammar().Check("netsh ipsec static delete all");
  ASSERT_EQ(findings.problems.size(), 1u);
  EXPECT_EQ(findings.problems[0].severity, Severity::kWarning);
}

TEST(CommandFindings, PointAtTheWordThatIsWrong) {
  const CommandFindings plain = Grammar().Check("netsh ipsec static set policy name=X assign=maybe");
  ASSERT_EQ(plain.problems.size(), 1u);
  EXPECT_EQ(plain.problems[0].offset, 37u);
  const CommandFindings nested = Grammar().Check("Get-Service BFE | Where-Object { Get-Servise }");
  ASSERT_EQ(nested.problems.size(), 1u);
  EXPECT_EQ(nested.problems[0].offset, 33u);
}

TEST(CommandFindings, TellTheShell) {
  EXPECT_EQ(Grammar().Check("netsh wfp show state").shell, "cmd");
  EXPECT_EQ(Grammar().Check("netsh wfp show state | Out-String").shell, "powershell");
  EXPECT_EQ(Grammar().Check("(Get-VpnConnection -Name X).Name").shell, "powershell");
  EXPECT_EQ(Grammar().Check("wf.msc").shell, "gui");
}

TEST(CommandFindings, TellElevationAlsoWhenItDependsOnArguments) {
  EXPECT_EQ(Grammar().Check("net stop PolicyAgent").elevation, Elevation::kRequired);
  EXPECT_EQ(Grammar().Check("ping 192.0.2.1").elevation, Elevation::kNotRequired);
  EXPECT_EQ(Grammar().Check("Get-VpnConnection").elevation, Elevation::kNotRequired);
  EXPECT_EQ(Grammar().Check("Set-VpnConnection -Name X -ServerAddress Y -AllUserConnection").elevation,
            Elevation::kRequired);
  EXPECT_EQ(Grammar().Check("Set-VpnConnection -Name X -ServerAddress Y").elevation, Elevation::kNotRequired);
  EXPECT_EQ(Grammar().Check("ping 192.0.2.1 | net stop PolicyAgent").elevation, Elevation::kRequired);
}

TEST(CommandFindings, TellWhatTheCommandDoes) {
  EXPECT_TRUE(Grammar().Check("netsh ipsec static delete policy name=X").destroys_config);
  EXPECT_TRUE(Grammar().Check("net stop PolicyAgent").interrupts_traffic);
  EXPECT_FALSE(Grammar().Check("netsh ipsec dynamic show all").changes_state);
  EXPECT_TRUE(Grammar().Check("Get-NetIPsecQuickModeSA | Remove-NetIPsecQuickModeSA").interrupts_traffic);
  EXPECT_FALSE(Grammar().Check("ipconfig /all").interrupts_traffic);
  EXPECT_TRUE(Grammar().Check("ipconfig /release").interrupts_traffic);
  EXPECT_FALSE(Grammar().Check("cmdkey /list").destroys_config);
  EXPECT_TRUE(Grammar().Check("cmdkey /delete:example").destroys_config);
  EXPECT_TRUE(Grammar().Check("klist purge").changes_state);
  EXPECT_FALSE(Grammar().Check("klist tickets").changes_state);
  EXPECT_TRUE(
      Grammar().Check("Get-VpnConnection | ForEach-Object { Remove-VpnConnection -Name $_.Name }").destroys_config);
  EXPECT_FALSE(Grammar().Check("Remove-VpnConnection -Name X -WhatIf").destroys_config);
}

TEST(CommandMention, MayStopAnywhereInTheName) {
  EXPECT_THAT(Rules("netsh ipsec dynamic", CommandUse::kMention), IsEmpty());
  EXPECT_THAT(Rules("netsh ipsec dynamic delete qmpolicy", CommandUse::kMention), IsEmpty());
  EXPECT_THAT(Rules("Set-VpnConnectionIPsecConfiguration", CommandUse::kMention), IsEmpty());
  EXPECT_THAT(Rules("netsh ipsec static delete policy ...", CommandUse::kMention), IsEmpty());
  EXPECT_THAT(Rules("netsh ipsec dynamic delete rule srcaddr=<Local> ...", CommandUse::kMention), IsEmpty());
}

TEST(CommandMention, IsCheckedAsSoonAsItSaysSomething) {
  EXPECT_THAT(Rules("netsh ipsec static delete sa", CommandUse::kMention), Contains("command-unknown"));
  EXPECT_THAT(Rules("Get-Servise", CommandUse::kMention), ElementsAre("command-unknown"));
  EXPECT_THAT(Rules("Get-VpnConnection -Nmae X", CommandUse::kMention), ElementsAre("command-parameter-unknown"));
}

TEST(LooksLikeCommand, KnowsToolsAndVerbs) {
  for (const char* text : {"netsh ipsec", "Get-Nothing", "sc.exe query BFE", "net stop x", "wf.msc"})
    EXPECT_TRUE(Grammar().LooksLikeCommand(text)) << text;
  for (const char* text : {"ERROR_IPSEC_QM_POLICY_IN_USE", "Diffie-Hellman", "IKEEXT", "-Name", "FwpmFilterAdd0", ""})
    EXPECT_FALSE(Grammar().LooksLikeCommand(text)) << text;
}

TEST(CommandGrammar, RefusesALineTooLongToBeOne) {
  EXPECT_THAT(Rules("ping " + std::string(3000, 'x')), ElementsAre("command-too-long"));
}

TEST(CommandGrammar, ReportsItsOwnFaults) {
  namespace fs = std::filesystem;
  std::string name = (fs::temp_directory_path() / "grammar_test.XXXXXX").string();
  const fs::path folder = ::mkdtemp(name.data());
  fs::create_directory(folder / "commands");
  std::ofstream(folder / "commands/rules.json") << R"({ "forbidden": [{ "id": "F01", "regex": "(" }] })";
  CommandGrammar grammar;
  std::vector<std::string> rules;
  for (const Problem& problem : grammar.Load(folder)) rules.push_back(problem.rule);
  fs::remove_all(folder);
  EXPECT_THAT(rules, ElementsAre("grammar-unreadable", "grammar-unreadable", "grammar-unreadable", "grammar-pattern"));
}

TEST(CommandGrammar, NamesNoParameterTwice) {
  for (const KnownCommand& command : Grammar().commands()) {
    std::vector<std::string> names;
    for (const CommandParameter& parameter : command.parameters) names.push_back(parameter.name);
    std::sort(names.begin(), names.end());
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end()) << command.path;
  }
}

TEST(CommandGrammar, SurvivesAnyLine) {
  for (const char* line : {"$(",
                           "@{",
                           "((((((",
                           "Get-X -",
                           "-",
                           "|",
                           "&&",
                           "\"",
                           "'",
                           "`",
                           "Get-Service `",
                           "<",
                           "<>",
                           "<A",
                           ">",
                           "2>",
                           "Get-Service @",
                           "$",
                           "{}",
                           "{ { { } } }",
                           "Get-Service -Name:",
                           "Get-Service ,",
                           "Get-Service a,",
                           "@()",
                           "(,)",
                           "a=b",
                           "=",
                           "/",
                           "netsh /"})
    Grammar().Check(line);
  Grammar().Check(std::string(100000, '('));
  Grammar().Check("Get-Service " + std::string(1900, '('));
  std::string nest;
  for (int i = 0; i < 300; ++i) nest += "(Get-Service ";
  Grammar().Check(nest + std::string(300, ')'));
}

// Lines made from the grammar itself.

std::string SampleValue(const CommandParameter& parameter) {
  return parameter.allowed.empty() ? "<Value>" : parameter.allowed[0];
}

std::string SampleArgument(const KnownCommand& command, const CommandParameter& parameter) {
  if (parameter.kind == ParameterKind::kTag) return " " + parameter.name + "=" + SampleValue(parameter);
  if (parameter.kind == ParameterKind::kKeyword) return " " + parameter.name;
  if (parameter.kind == ParameterKind::kPositional) return " " + SampleValue(parameter);
  if (!parameter.takes_value) return " " + parameter.name;
  const bool is_attached = parameter.name.ends_with(':') || (parameter.name.ends_with('=') && command.words[0] != "sc");
  return " " + parameter.name + (is_attached ? "" : " ") + SampleValue(parameter);
}

// The command with what it needs in "set" (PowerShell), and "extra".
std::string SampleLine(const KnownCommand& command, const std::string& set, const CommandParameter* extra) {
  std::string line = command.path;
  const auto add = [&](const CommandParameter& parameter) { line += SampleArgument(command, parameter); };
  for (const CommandParameter& parameter : command.parameters) {
    bool is_needed =
        parameter.is_required && (parameter.sets.empty() ||
                                  std::find(parameter.sets.begin(), parameter.sets.end(), set) != parameter.sets.end());
    is_needed |=
        std::find(parameter.required_in.begin(), parameter.required_in.end(), set) != parameter.required_in.end();
    for (const auto& names : command.one_of_required) {
      const bool is_first = names[0] == parameter.name;
      const bool has_extra = extra != nullptr && std::find(names.begin(), names.end(), extra->name) != names.end();
      is_needed |= is_first && !has_extra;
    }
    if (is_needed || &parameter == extra) add(parameter);
  }
  return line;
}

// Problems that do not come from the words of the grammar: rules about what is wise.
bool IsAboutWisdom(const std::string& rule) {
  return rule.starts_with("command-forbidden") || rule == "command-selects-all" || rule == "command-service" ||
         rule == "command-registry";
}

TEST(GrammarSelfTest, EveryParameterOfEveryCommandIsAccepted) {
  int lines = 0;
  for (const KnownCommand& command : Grammar().commands()) {
    if (command.shell == "gui") continue;
    std::vector<const CommandParameter*> extras = {nullptr};
    for (const CommandParameter& parameter : command.parameters)
      // A position of its own needs those before it: only tools have such, and the required ones are there.
      if (parameter.kind != ParameterKind::kPositional) extras.push_back(&parameter);
    for (const CommandParameter* extra : extras) {
      std::vector<std::string> sets =
          extra != nullptr && !extra->sets.empty() ? extra->sets : std::vector<std::string>{command.default_set};
      if (!command.sets.empty() && !command.sets.contains(sets[0])) sets[0] = command.sets.begin()->first;
      const std::string line = SampleLine(command, sets[0], extra);
      ++lines;
      for (const CommandProblem& problem : Grammar().Check(line).problems)
        if (!IsAboutWisdom(problem.rule))
          ADD_FAILURE() << line << "\n  " << problem.rule << "@" << problem.offset << ": " << problem.reason << "; "
                        << problem.mend;
    }
  }
  EXPECT_GT(lines, 5000);
}

TEST(GrammarSelfTest, AWordThatIsNotThereIsRefusedEverywhere) {
  for (const KnownCommand& command : Grammar().commands()) {
    if (command.shell == "gui") continue;
    const std::string extra = command.shell == "powershell" ? " -NotAParameter" : " /notaparameter";
    const std::vector<std::string> rules = Rules(SampleLine(command, command.default_set, nullptr) + extra);
    EXPECT_THAT(rules, Contains("command-parameter-unknown")) << command.path;
  }
}

}  // namespace
}  // namespace errlookup
