// What the checks look things up in, and how they report.
#ifndef GENERATOR_CHECK_FACTS_H_
#define GENERATOR_CHECK_FACTS_H_

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/check/command_grammar.h"
#include "generator/check/problem.h"
#include "generator/record/model.h"

namespace errlookup {

// The knowledge base with its names sorted for finding. Both arguments must outlive it.
class Facts {
 public:
  Facts(const KnowledgeBase& base, const CommandGrammar& grammar);

  const KnowledgeBase& base() const { return base_; }
  const CommandGrammar& grammar() const { return grammar_; }

  // nullptr when there is none.
  const CatalogCode* FindCode(std::string_view symbol) const;  // by its symbol
  const CatalogCode* FindCodeByOlderName(std::string_view name) const;
  const Procedure* FindProcedure(std::string_view id) const;
  const Map* FindMap(std::string_view id) const;
  const Source* FindSource(std::string_view id) const;

  // Whether "number", decimal or 0x form, is a code of the catalogue.
  bool IsCodeNumber(std::string_view number) const;
  std::vector<std::string> SymbolsOfNumber(std::string_view number) const;  // in the order of the catalogue
  bool IsWindowsName(std::string_view symbol) const;  // in catalog/windows.tsv

  // For "did you mean".
  const std::vector<std::string>& symbols() const { return symbols_; }
  const std::vector<std::string>& procedure_ids() const { return procedure_ids_; }
  const std::vector<std::string>& map_ids() const { return map_ids_; }
  const std::vector<std::string>& source_ids() const { return source_ids_; }
  const std::vector<std::string>& term_ids() const { return term_ids_; }

 private:
  const KnowledgeBase& base_;
  const CommandGrammar& grammar_;
  std::map<std::string, const CatalogCode*, std::less<>> codes_, older_names_;
  std::map<std::string, std::vector<std::string>, std::less<>> code_numbers_;  // each form, and its symbols
  std::set<std::string, std::less<>> windows_names_;
  std::map<std::string, const Procedure*, std::less<>> procedures_;
  std::map<std::string, const Map*, std::less<>> maps_;
  std::map<std::string, const Source*, std::less<>> sources_;
  std::vector<std::string> symbols_, procedure_ids_, map_ids_, source_ids_, term_ids_;
};

void AddError(Problems& problems, const Location& at, std::string rule, std::string reason, std::string mend);
void AddWarning(Problems& problems, const Location& at, std::string rule, std::string reason, std::string mend);

// The place of the byte "offset" of the text in its file. Exact when the file spells the text in canonical form
// (json_tree.h, JsonQuote); needless escapes before it move the column.
Location PlaceInText(const Text& text, std::size_t offset);

enum class TextRole { kMarkdown, kPlain };

// Calls "visit" for every text of the knowledge base that people read, in file order.
void ForEachText(const KnowledgeBase& base, const std::function<void(const Text& text, TextRole role)>& visit);

// A command with what it is for.
enum class CommandPlace { kQuickAnswer, kCheck, kFix, kPrevention, kProcedure };
void ForEachCommand(const KnowledgeBase& base,
                    const std::function<void(const Command& command, CommandPlace place)>& visit);

// The words of a text file path between slashes: the last is its name.
std::string FolderName(std::string_view path);
std::string FileStem(std::string_view path);

}  // namespace errlookup

#endif  // GENERATOR_CHECK_FACTS_H_
