// Symbols of records: that they exist, belong together, and stand in the right file.
#include <algorithm>
#include <map>
#include <set>

#include "generator/check/rules.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

// "did you mean", also for older names of headers.
std::string MendSymbol(const Facts& facts, const std::string& symbol) {
  if (const CatalogCode* const code = facts.FindCodeByOlderName(symbol))
    return "that is an older name: write " + code->symbol;
  return DidYouMean(symbol, facts.symbols(), "use a symbol of catalog/ipsec.tsv");
}

bool ReportIfUnknown(const Facts& facts, const Text& symbol, Problems& problems) {
  if (facts.FindCode(symbol.value) != nullptr) return false;
  if (const std::vector<std::string> named = facts.SymbolsOfNumber(symbol.value); !named.empty())
    AddError(problems, symbol.at, "code-unknown", symbol.value + " is a number, and codes are named by their symbol",
             symbol.value + " is " + JoinNames(named) + ": write the symbol");
  else
    AddError(problems, symbol.at, "code-unknown", "there is no code " + symbol.value, MendSymbol(facts, symbol.value));
  return true;
}

// The name without what tells its space: FWP_E_IN_USE and STATUS_FWP_IN_USE are FWP IN_USE.
std::string CommonName(const std::string& symbol) {
  static constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {
      {"STATUS_FWP_", "FWP "}, {"FWP_E_", "FWP "}, {"STATUS_IPSEC_", "IPSEC "}, {"ERROR_IPSEC_", "IPSEC "}};
  for (const auto& [prefix, kind] : kPrefixes)
    if (symbol.starts_with(prefix)) return std::string(kind) + symbol.substr(prefix.size());
  return symbol;
}

void CheckPair(const Record& record, const CatalogCode& first, const CatalogCode& second, Problems& problems) {
  if (first.space == second.space)
    AddError(problems, record.codes[1].at, "codes-same-space",
             first.symbol + " and " + second.symbol + " are two errors of the same space",
             "one record is one error: write two records");
  else if (CommonName(first.symbol) != CommonName(second.symbol) && first.message != second.message)
    AddError(problems, record.codes[1].at, "codes-differ",
             first.symbol + " and " + second.symbol + " do not look like one error in two spaces",
             "pair a code only with its twin, as FWP_E_IN_USE with STATUS_FWP_IN_USE");
}

void CheckOwnCodes(const Facts& facts, const Record& record, Problems& problems) {
  std::vector<const CatalogCode*> codes;
  for (const Text& symbol : record.codes)
    if (!ReportIfUnknown(facts, symbol, problems)) codes.push_back(facts.FindCode(symbol.value));
  if (codes.empty() || codes.size() != record.codes.size()) return;
  if (codes.size() == 2) CheckPair(record, *codes[0], *codes[1], problems);
  const std::string slug = CodeSlug(codes[0]->space, codes[0]->value);
  if (FileStem(record.file) != slug)
    AddError(problems, {record.file, 0, 0}, "file-name",
             "the record of " + codes[0]->symbol + " is not called " + slug + ".json",
             "rename the file to " + slug + ".json");
  if (FolderName(record.file) != codes[0]->family)
    AddError(problems, {record.file, 0, 0}, "file-folder", codes[0]->symbol + " is of the family " + codes[0]->family,
             "move the file to records/" + codes[0]->family + "/");
  for (const CatalogCode* code : codes)
    if (record.title.value.find(code->symbol) != std::string::npos ||
        record.title.value.find(CodeSlug(code->space, code->value)) != std::string::npos)
      AddError(problems, record.title.at, "title-names-code", "the title names the code, which the page adds by itself",
               "say it in plain words");
}

void CheckSearchWords(const Facts& facts, const std::map<std::string, const Text*>& owners, Problems& problems) {
  std::set<std::string> seen;
  for (const SearchWords& words : facts.base().search_words) {
    if (ReportIfUnknown(facts, words.symbol, problems)) continue;
    if (!seen.insert(words.symbol.value).second)
      AddError(problems, words.symbol.at, "search-words-twice", words.symbol.value + " has search words already", "join the two rows");
    if (const auto owner = owners.find(words.symbol.value); owner != owners.end()) {
      AddError(problems, words.symbol.at, "search-words-moved", words.symbol.value + " has a record: " + owner->second->at.file,
               "move the words to its search_words and remove this row");
      problems.back().about = owner->second->at.file;
    }
  }
}

void CheckRelated(const Facts& facts, const Record& record, Problems& problems) {
  std::set<std::string> seen;
  for (const Related& related : record.related) {
    if (ReportIfUnknown(facts, related.code, problems)) continue;
    const bool is_own = std::any_of(record.codes.begin(), record.codes.end(),
                                    [&](const Text& own) { return own.value == related.code.value; });
    if (is_own)
      AddError(problems, related.code.at, "related-self", "the record is related to itself", "remove the entry");
    if (!seen.insert(related.code.value).second)
      AddError(problems, related.code.at, "related-twice", related.code.value + " is named twice",
               "join the two entries");
  }
}

}  // namespace

void CheckCodes(const Facts& facts, Problems& problems) {
  std::map<std::string, const Text*> owners;
  for (const Record& record : facts.base().records) {
    CheckOwnCodes(facts, record, problems);
    CheckRelated(facts, record, problems);
    for (const Text& symbol : record.codes)
      if (const auto [owner, is_new] = owners.try_emplace(symbol.value, &symbol); !is_new) {
        AddError(problems, symbol.at, "code-twice", symbol.value + " has a record already: " + owner->second->at.file,
                 "join the two records");
        problems.back().about = owner->second->at.file;
      }
  }
  CheckSearchWords(facts, owners, problems);
  for (const Map& map : facts.base().maps)
    for (const MapStep& step : map.steps)
      for (const Text& symbol : step.codes) ReportIfUnknown(facts, symbol, problems);
}

}  // namespace errlookup
