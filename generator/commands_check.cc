// `kbgen check`.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <system_error>

#include <unistd.h>

#include "generator/check/check.h"
#include "generator/check/report.h"
#include "generator/commands.h"
#include "generator/record/files.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;

constexpr int kDone = 0;
constexpr int kProblems = 1;
constexpr int kCouldNotRun = 2;

fs::path Absolute(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? fs::path(path) : canonical;
}

// Colours go to a terminal only, and not when NO_COLOR is set (no-color.org).
Colour ColourOfOutput() {
  const char* const no_colour = std::getenv("NO_COLOR");
  const bool is_wanted = ::isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
  return is_wanted ? Colour::kAlways : Colour::kNever;
}

std::optional<std::string> ReadSource(const std::string& file) {
  Result<std::string> content = ReadFile(file);
  if (!content.ok()) return std::nullopt;
  return std::move(content).value();
}

// A file that is not there, or not in the data folder, is a mistake of the caller: no report could be about it.
bool AllBelongTo(const std::string& data, const std::vector<std::string>& files) {
  bool all = true;
  for (const std::string& file : files) {
    std::error_code error;
    const bool is_there = fs::exists(file, error);
    const fs::path relative = Absolute(file).lexically_relative(Absolute(data));
    if (is_there && !relative.empty() && *relative.begin() != "..") continue;
    std::cerr << "kbgen: " << file << (is_there ? ": not in the folder " + data : ": no such file") << '\n';
    all = false;
  }
  return all;
}

void KeepOnly(const std::vector<std::string>& files, Problems& problems) {
  if (files.empty()) return;
  std::set<fs::path> wanted;
  for (const std::string& file : files) wanted.insert(Absolute(file));
  std::erase_if(problems, [&](const Problem& problem) {
    return !wanted.contains(Absolute(problem.at.file)) &&
           (problem.about.empty() || !wanted.contains(Absolute(problem.about)));
  });
}

std::string Report(const Problems& problems, const std::string& format) {
  if (format == "json") return JsonReport(problems);
  if (format == "github") return GithubReport(problems);
  if (format == "sarif") return SarifReport(problems);
  return TextReport(problems, ReadSource, ColourOfOutput());
}

}  // namespace

int RunCheck(const CheckOptions& options) {
  if (!AllBelongTo(options.data, options.files)) return kCouldNotRun;
  if (options.fix)
    if (const int code = RunFmt({.data = options.data, .files = options.files, .only_check = false});
        code == kCouldNotRun)
      return code;
  Result<ReadOutcome> outcome = ReadAndCheck(options.data);
  if (!outcome.ok()) {
    std::cerr << "kbgen: " << outcome.error().message << '\n';
    return kCouldNotRun;
  }
  Problems& problems = outcome->problems;
  KeepOnly(options.files, problems);
  std::cout << Report(problems, options.format) << std::flush;
  if (!std::cout) {
    std::cerr << "kbgen: could not write the report\n";
    return kCouldNotRun;
  }
  std::cerr << "kbgen: " << CountReport(problems) << '\n';
  return HasErrors(problems) ? kProblems : kDone;
}

}  // namespace errlookup
