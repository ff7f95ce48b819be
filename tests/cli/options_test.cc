#include "lookup/cli/options.h"

#include <gtest/gtest.h>

namespace errlookup {
namespace {

using Words = std::vector<std::string>;

Options Parsed(const Words& arguments) {
  const Result<Options> options = ParseOptions(arguments);
  EXPECT_TRUE(options.ok()) << options.error().message;
  return options.ok() ? *options : Options();
}

std::string ErrorOf(const Words& arguments) {
  const Result<Options> options = ParseOptions(arguments);
  return options.ok() ? "no error" : options.error().message;
}

TEST(Options, TakesNegativeNumbersAsWordsOfTheQuery) {
  const Options options = Parsed({"-2147011095", "--json"});
  EXPECT_EQ(options.words, Words{"-2147011095"});
  EXPECT_EQ(options.output, Output::kJson);
}

TEST(Options, TakesALonelyDashAsTheStandardInput) {
  EXPECT_TRUE(Parsed({"-"}).reads_input);
  EXPECT_TRUE(Parsed({"-"}).words.empty());
}

TEST(Options, TakesADashBehindTwoDashesAsAWord) {
  EXPECT_FALSE(Parsed({"--", "-"}).reads_input);
  EXPECT_EQ(Parsed({"--", "-"}).words, Words{"-"});
}

TEST(Options, TakesEverythingBehindTwoDashesAsWords) {
  const Options options = Parsed({"--", "--json", "list"});
  EXPECT_EQ(options.words, (Words{"--json", "list"}));
  EXPECT_EQ(options.output, Output::kPage);
  EXPECT_EQ(options.command, Command::kAsk);
}

TEST(Options, ReadsASubCommandOnlyAsTheFirstWord) {
  EXPECT_EQ(Parsed({"--json", "decode", "5"}).command, Command::kDecode);
  EXPECT_EQ(Parsed({"access", "list"}).words, (Words{"access", "list"}));
}

TEST(Options, TakesValuesWithAndWithoutEqualsSign) {
  EXPECT_EQ(Parsed({"--section=fixes", "5"}).section, "fixes");
  EXPECT_EQ(Parsed({"--section", "fixes", "5"}).section, "fixes");
  EXPECT_EQ(Parsed({"--space", "ras", "809"}).space, Space::kRas);
}

TEST(Options, GivesTheValueOfAnOptionEvenIfItIsASubCommand) {
  const Options options = Parsed({"--index", "list", "5"});
  EXPECT_EQ(options.index_file, "list");
  EXPECT_EQ(options.command, Command::kAsk);
}

TEST(Options, NamesTheNearestOption) {
  EXPECT_EQ(ErrorOf({"--jsn", "5"}),
            "unknown option --jsn; did you mean --json? To look for text that begins with a dash: errlookup -- '--jsn'");
}

TEST(Options, NamesNoOptionThatSharesNothing) {
  EXPECT_EQ(ErrorOf({"--zzz", "5"}), "unknown option --zzz; to look for text that begins with a dash: errlookup -- '--zzz'");
  EXPECT_EQ(ErrorOf({"-x", "5"}), "unknown option -x; to look for text that begins with a dash: errlookup -- '-x'");
}

TEST(Options, NamesTheOptionThatAnUnknownOneBegins) {
  EXPECT_EQ(ErrorOf({"--sec", "fixes"}),
            "unknown option --sec; did you mean --section? To look for text that begins with a dash: errlookup -- '--sec'");
}

TEST(Options, KeepsWordsAsTheyAre) {
  EXPECT_EQ(Parsed({"--json", "[13801,809]", "++", "/x", "a=b", ""}).words,
            (Words{"[13801,809]", "++", "/x", "a=b", ""}));
  EXPECT_EQ(Parsed({"scan", "--json", "[a]", "++", "list"}).words, (Words{"[a]", "++", "list"}));
}

TEST(Options, TakesOptionsBetweenAndBehindWords) {
  const Options options = Parsed({"access", "--json", "-5", "--limit", "3", "list"});
  EXPECT_EQ(options.words, (Words{"access", "-5", "list"}));
  EXPECT_EQ(options.limit, 3u);
  EXPECT_EQ(options.output, Output::kJson);
  EXPECT_EQ(options.command, Command::kAsk);
}

TEST(Options, LetsTheLastOfSeveralHold) {
  EXPECT_EQ(Parsed({"--limit", "3", "--limit", "4", "5"}).limit, 4u);
  EXPECT_EQ(Parsed({"--json", "5", "--json"}).output, Output::kJson);
}

TEST(Options, RefusesTwoFormsOfOutput) {
  EXPECT_EQ(ErrorOf({"--json", "--markdown", "5"}), "--json and --markdown exclude each other; give only one");
  EXPECT_EQ(ErrorOf({"--brief", "5", "--json"}), "--brief and --json exclude each other; give only one");
}

TEST(Options, TakesASubCommandBehindTwoDashesAsAWord) {
  EXPECT_EQ(Parsed({"--", "list"}).command, Command::kAsk);
  EXPECT_EQ(Parsed({"decode", "--", "-x", "list"}).words, (Words{"-x", "list"}));
}

TEST(Options, DoesNotTakeTheNextWordForAnEmptyValue) {
  EXPECT_EQ(ErrorOf({"--index=", "13801"}), "--index needs a value: the name of a file");
  EXPECT_EQ(ErrorOf({"5", "--color="}), "--color needs a value: auto, always or never");
}

TEST(Options, TakesAnOptionForAValue) { EXPECT_EQ(Parsed({"--index", "--json", "5"}).index_file, "--json"); }

TEST(Options, SaysWhatAValueMustBe) {
  EXPECT_EQ(ErrorOf({"--limit", "0", "5"}), "--limit 0: the value must be a number from 1 to 1000");
  EXPECT_EQ(ErrorOf({"--limit=-1", "5"}), "--limit -1: the value must be a number from 1 to 1000");
  EXPECT_EQ(ErrorOf({"--width", "99999999999999999999", "5"}),
            "--width 99999999999999999999: the value must be a number from 20 to 1000");
  EXPECT_EQ(ErrorOf({"5", "--color"}), "--color needs a value: auto, always or never");
}

TEST(Options, RefusesAValueForASwitch) { EXPECT_EQ(ErrorOf({"--json=1", "5"}), "--json takes no value; see errlookup --help"); }

TEST(Options, RefusesOptionsThatDoNotGoWithTheCommand) {
  EXPECT_EQ(ErrorOf({"list", "--json"}), "--json does not go with list; see errlookup --help");
  EXPECT_EQ(ErrorOf({"--family", "ike", "5"}), "--family does not go with a query; see errlookup --help");
}

TEST(Options, TakesOneShellToPrintCompletionsFor) {
  EXPECT_EQ(Parsed({"completions", "zsh"}).words, Words{"zsh"});
  EXPECT_EQ(ErrorOf({"completions"}), "completions needs the name of a shell: bash, zsh, fish or powershell");
  EXPECT_EQ(ErrorOf({"completions", "zsh", "fish"}), "completions needs the name of a shell: bash, zsh, fish or powershell");
}

TEST(Options, ShowsHelpWhateverElseIsThere) {
  EXPECT_EQ(Parsed({"list", "--json", "--help"}).command, Command::kHelp);
}

TEST(Options, ShowsHelpToWhoAsksAsElsewhere) {
  for (const std::string word : {"help", "/?", "-?"}) EXPECT_EQ(Parsed({word}).command, Command::kHelp) << word;
  EXPECT_EQ(Parsed({"--", "help"}).command, Command::kAsk);
  EXPECT_EQ(Parsed({"help", "desk"}).command, Command::kAsk);
}

TEST(Options, HelpFitsInEightyColumns) {
  std::string line;
  for (const char c : HelpText()) {
    if (c != '\n') {
      line += c;
      continue;
    }
    EXPECT_LE(line.size(), 80u) << line;
    line.clear();
  }
}

}  // namespace
}  // namespace errlookup
