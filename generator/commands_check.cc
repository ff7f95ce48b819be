// `kbgen check`.
#include <iostream>

#include "generator/commands.h"
#include "generator/record/reader.h"

namespace errlookup {

int RunCheck(const CheckOptions& options) {
  Result<ReadOutcome> outcome = ReadKnowledgeBase(options.data);
  if (!outcome.ok()) {
    std::cerr << "kbgen: " << outcome.error().message << '\n';
    return 2;
  }
  for (const Problem& p : outcome->problems)
    std::cout << p.at.file << ':' << p.at.line << ':' << p.at.column << ": " << p.rule << ": " << p.reason << "; " << p.mend << '\n';
  return outcome->problems.empty() ? 0 : 1;
}

int RunNew(const NewOptions&) { return 2; }
int RunFmt(const FmtOptions&) { return 2; }
int RunSchema(const SchemaOptions&) { return 2; }

}  // namespace errlookup
