// The groups of rules. A new one is a function here, a file of its own, a line in the list in check.cc, and a test.
#ifndef GENERATOR_CHECK_RULES_H_
#define GENERATOR_CHECK_RULES_H_

#include "generator/check/facts.h"

namespace errlookup {

void CheckCodes(const Facts& facts, Problems& problems);         // symbols, file names, folders, related codes
void CheckReferences(const Facts& facts, Problems& problems);    // ids that name something; ids used twice
void CheckEvidence(const Facts& facts, Problems& problems);      // grades and their sources, completeness, days
void CheckPlaceholders(const Facts& facts, Problems& problems);  // <Name> in commands, examples
void CheckCommands(const Facts& facts, Problems& problems);      // the grammar; risk; what may run where
void CheckMarkdown(const Facts& facts, Problems& problems);      // raw HTML, links, commands in running text
void CheckMaps(const Facts& facts, Problems& problems);          // steps, lanes, moves; every code has a place
void CheckNames(const Facts& facts, Problems& problems);         // symbols and numbers in running text
void CheckSimilarity(const Facts& facts, Problems& problems);    // records that say nearly the same

}  // namespace errlookup

#endif  // GENERATOR_CHECK_RULES_H_
