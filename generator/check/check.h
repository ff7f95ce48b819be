// All checks of the knowledge base beyond the form of its files.
#ifndef GENERATOR_CHECK_CHECK_H_
#define GENERATOR_CHECK_CHECK_H_

#include <filesystem>

#include "generator/check/command_grammar.h"
#include "generator/check/problem.h"
#include "generator/record/model.h"
#include "generator/record/reader.h"
#include "lookup/base/result.h"

namespace errlookup {

// Runs every group of rules. Reads nothing but its arguments.
Problems CheckKnowledgeBase(const KnowledgeBase& base, const CommandGrammar& grammar);

// Fills in the shell and the elevation of every command from the grammar, where the writer has not given them.
void FillCommands(KnowledgeBase& base, const CommandGrammar& grammar);

// ReadKnowledgeBase, then both of the above with the grammar in "data": everything the later passes need. The
// problems are sorted by file, line and column.
Result<ReadOutcome> ReadAndCheck(const std::filesystem::path& data);

bool HasErrors(const Problems& problems);

}  // namespace errlookup

#endif  // GENERATOR_CHECK_CHECK_H_
