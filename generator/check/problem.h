// What is wrong with people's data: collected, never thrown, and printed all in one run.
#ifndef GENERATOR_CHECK_PROBLEM_H_
#define GENERATOR_CHECK_PROBLEM_H_

#include <string>
#include <vector>

#include "generator/record/model.h"

namespace errlookup {

enum class Severity { kError, kWarning };

struct Problem {
  Location at;
  Severity severity = Severity::kError;
  std::string rule;    // stable id, "command-unknown"
  std::string reason;  // what is wrong
  std::string mend;    // how to mend it
  std::string about = {};  // another file that it is about as well, for people who check only that one; may be empty
};

using Problems = std::vector<Problem>;

}  // namespace errlookup

#endif  // GENERATOR_CHECK_PROBLEM_H_
