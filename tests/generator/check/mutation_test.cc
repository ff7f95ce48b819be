// Broken data in great variety: whatever stands in a file, reading, checking, reporting and formatting come to an end
// and agree with each other. The same mutations on every machine.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "generator/check/check.h"
#include "generator/check/report.h"
#include "generator/record/canonical.h"
#include "generator/record/files.h"
#include "generator/record/shapes.h"

namespace errlookup {
namespace {

constexpr int kMutations = 40;

// A small generator of our own (Marsaglia's xorshift): those of the library may differ between libraries.
class Random {
 public:
  std::size_t Below(std::size_t bound) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::size_t>(state_ % bound);
  }

 private:
  std::uint64_t state_ = 88172645463325252ull;
};

std::string Mutate(std::string text, Random& random) {
  static const std::string kPieces = "{}[]\"',:;|&()<>@$`%\\-/=*#\n\t\x01\xFF\xE2\x80 a1";
  for (std::size_t changes = 1 + random.Below(5); changes > 0 && !text.empty(); --changes) {
    const std::size_t at = random.Below(text.size());
    switch (random.Below(5)) {
      case 0: text[at] = kPieces[random.Below(kPieces.size())]; break;
      case 1: text.erase(at, 1 + random.Below(20)); break;
      case 2: text.insert(at, 1, kPieces[random.Below(kPieces.size())]); break;
      case 3: text.insert(at, text.substr(random.Below(text.size()), random.Below(60))); break;
      default: text.resize(at); break;
    }
  }
  return text;
}

const CommandGrammar& Grammar() {
  static const CommandGrammar grammar = [] {
    CommandGrammar loaded;
    loaded.Load(KNOWLEDGE_BASE);
    return loaded;
  }();
  return grammar;
}

TEST(Mutations, OfFilesAreSurvived) {
  const std::filesystem::path data = KNOWLEDGE_BASE;
  const std::vector<std::string> paths = ListDataFiles(data);
  ASSERT_FALSE(paths.empty());
  Random random;
  for (int i = 0; i < kMutations; ++i) {
    const std::string& path = paths[random.Below(paths.size())];
    const std::string text = Mutate(*ReadFile(data / path), random);
    KnowledgeBase base;
    Problems problems;
    ReadDataFile(path, text, path, base, problems);
    const Problems found = CheckKnowledgeBase(base, Grammar());
    FillCommands(base, Grammar());
    problems.insert(problems.end(), found.begin(), found.end());
    TextReport(problems, [&](const std::string&) { return std::optional<std::string>(text); });
    SarifReport(problems);
    const Result<std::string> once = Canonical(text, path, *ShapeOfFile(path));
    if (!once.ok()) continue;
    const Result<std::string> twice = Canonical(*once, path, *ShapeOfFile(path));
    ASSERT_TRUE(twice.ok());
    EXPECT_EQ(*twice, *once);
  }
}

TEST(Mutations, OfCommandsAreSurvived) {
  const std::vector<std::string> lines = {
      "netsh ipsec dynamic delete rule srcaddr=<A> dstaddr=<B> protocol=ANY srcport=0 dstport=0 mirrored=yes "
      "conntype=all > \"x.txt\"",
      "certutil -f -urlfetch -verify <File> && sc.exe config IKEEXT start= demand",
      "reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\PolicyAgent /v X /t REG_DWORD /d 0x2 /f",
      "Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4653,4654} -MaxEvents 20 | Where-Object { $_.Id -eq "
      "(Get-Date).Day } | Format-List -Property *",
      "$x = (Get-VpnConnection -Name \"a $(Get-Service BFE) `\" b\").ServerAddress; foreach ($y in $x) { "
      "Remove-VpnConnection -Name:$y -Confirm:$false }",
  };
  Random random;
  for (int i = 0; i < 40 * kMutations; ++i) {
    const std::string line = Mutate(lines[random.Below(lines.size())], random);
    for (const CommandUse use : {CommandUse::kRun, CommandUse::kMention})
      for (const CommandProblem& problem : Grammar().Check(line, use).problems)
        ASSERT_LE(problem.offset, line.size()) << line;
  }
}

}  // namespace
}  // namespace errlookup
