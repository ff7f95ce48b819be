// Problems as text for people, JSON for programs, annotations for GitHub and SARIF for code scanning.
#ifndef GENERATOR_CHECK_REPORT_H_
#define GENERATOR_CHECK_REPORT_H_

#include <functional>
#include <optional>
#include <string>

#include "generator/check/problem.h"

namespace errlookup {

// The content of a file that a problem names; nothing when it cannot be read.
using SourceReader = std::function<std::optional<std::string>(const std::string& file)>;

enum class Colour { kNever, kAlways };

// file:line:column: error: reason [rule], the line with a mark under the place, and how to mend it. What comes
// from files is made safe for a terminal.
std::string TextReport(const Problems& problems, const SourceReader& read_source, Colour colour = Colour::kNever);

// { "problems": [{ "file", "line", "column", "severity", "rule", "reason", "mend" }], "errors": n, "warnings": n }
// Line and column are 0 when the whole file is meant.
std::string JsonReport(const Problems& problems);

// ::error file=...,line=...,col=...,title=rule::reason; mend
// See "Workflow commands for GitHub Actions" in GitHub's documentation.
std::string GithubReport(const Problems& problems);

// SARIF 2.1.0 (OASIS).
std::string SarifReport(const Problems& problems);

// "2 errors and 1 warning", "no problems".
std::string CountReport(const Problems& problems);

}  // namespace errlookup

#endif  // GENERATOR_CHECK_REPORT_H_
