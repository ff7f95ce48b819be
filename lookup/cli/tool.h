// What errlookup does with its options: asks the engine and writes the answer in the form that was wanted.
#ifndef LOOKUP_CLI_TOOL_H_
#define LOOKUP_CLI_TOOL_H_

#include "lookup/base/result.h"
#include "lookup/cli/options.h"

namespace errlookup {

enum class Outcome {
  kFound,     // exit code 0
  kNotFound,  // exit code 1
  kFailed,    // exit code 2: a part could not be done, and that has been said
};

// Does everything but print its own error, which means that it could not run (exit code 2).
Result<Outcome> RunTool(const Options& options);

}  // namespace errlookup

#endif  // LOOKUP_CLI_TOOL_H_
