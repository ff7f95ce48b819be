#include "generator/check/scaffold.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "generator/record/canonical.h"
#include "generator/record/field_table.h"
#include "generator/record/json_tree.h"
#include "generator/record/near_names.h"
#include "generator/record/shapes.h"

namespace errlookup {
namespace {

std::optional<std::uint32_t> ParseNumber(std::string_view text) {
  const bool is_hex = text.starts_with("0x") || text.starts_with("0X");
  if (is_hex) text.remove_prefix(2);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, is_hex ? 16 : 10);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::vector<const CatalogCode*> FindCodes(const KnowledgeBase& base, std::string_view code) {
  const std::optional<std::uint32_t> number = ParseNumber(code);
  std::vector<const CatalogCode*> found;
  for (const CatalogCode& candidate : base.codes) {
    const bool has_name = LowerCase(candidate.symbol) == LowerCase(code) ||
                          std::any_of(candidate.aliases.begin(), candidate.aliases.end(),
                                      [&](const std::string& alias) { return LowerCase(alias) == LowerCase(code); });
    if (number ? candidate.value == *number : has_name) found.push_back(&candidate);
  }
  return found;
}

// FWP_E_X and STATUS_FWP_X, ERROR_IPSEC_X and STATUS_IPSEC_X are one error in two spaces.
const CatalogCode* FindTwin(const KnowledgeBase& base, const CatalogCode& code) {
  static constexpr std::pair<std::string_view, std::string_view> kPrefixes[] = {{"FWP_E_", "STATUS_FWP_"},
                                                                                {"ERROR_IPSEC_", "STATUS_IPSEC_"}};
  for (const auto& [win32, nt] : kPrefixes)
    for (const auto& [from, to] : {std::pair(win32, nt), std::pair(nt, win32)}) {
      if (!code.symbol.starts_with(from)) continue;
      const std::string twin = std::string(to) + code.symbol.substr(from.size());
      for (const CatalogCode& candidate : base.codes)
        if (candidate.symbol == twin) return &candidate;
    }
  return nullptr;
}

std::vector<std::string> SymbolParts(const std::string& symbol) {
  std::vector<std::string> parts(1);
  for (const char c : symbol)
    if (c == '_')
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

// Codes of the same family with the same object (the first four parts of ERROR_IPSEC_QM_POLICY_...) or the same
// state (the last two): what a writer would name first.
std::vector<std::pair<std::string, std::string>> SuggestRelated(const KnowledgeBase& base,
                                                                const std::vector<const CatalogCode*>& own) {
  constexpr std::size_t kMost = 6, kObjectParts = 4, kStateParts = 2;
  const std::vector<std::string> parts = SymbolParts(own[0]->symbol);
  std::vector<std::pair<std::string, std::string>> related;
  for (const CatalogCode& candidate : base.codes) {
    if (related.size() == kMost) break;
    if (candidate.family != own[0]->family || candidate.space != own[0]->space || &candidate == own[0]) continue;
    const std::vector<std::string> other = SymbolParts(candidate.symbol);
    if (parts.size() <= kObjectParts || other.size() < kObjectParts) continue;
    const bool same_object = std::equal(parts.begin(), parts.begin() + kObjectParts, other.begin());
    const bool same_state = std::equal(parts.end() - kStateParts, parts.end(), other.end() - kStateParts);
    if (same_object || same_state) related.emplace_back(candidate.symbol, same_object ? "same-object" : "same-state");
  }
  return related;
}

// The phrases that catalog/search-words.tsv has for the codes. "symbols" gets the symbols of their rows.
std::vector<std::string> PhrasesOf(const KnowledgeBase& base, const std::vector<const CatalogCode*>& codes,
                                   std::vector<std::string>& symbols) {
  std::vector<std::string> phrases;
  for (const SearchWords& words : base.search_words) {
    if (std::none_of(codes.begin(), codes.end(),
                     [&](const CatalogCode* code) { return code->symbol == words.symbol.value; }))
      continue;
    symbols.push_back(words.symbol.value);
    for (const std::string& phrase : words.phrases)
      if (std::find(phrases.begin(), phrases.end(), phrase) == phrases.end()) phrases.push_back(phrase);
  }
  return phrases;
}

std::string RecordText(const KnowledgeBase& base, const std::vector<const CatalogCode*>& codes,
                       const std::vector<std::string>& phrases, std::string_view today) {
  std::string codes_text, related_text;
  for (const CatalogCode* code : codes) codes_text += (codes_text.empty() ? "" : ", ") + JsonQuote(code->symbol);
  for (const auto& [symbol, how] : SuggestRelated(base, codes))
    related_text += (related_text.empty() ? "" : ", ") +
                    ("{ \"code\": " + JsonQuote(symbol) + ", \"how\": " + JsonQuote(how) + " }");
  std::string words_text;
  for (const std::string& phrase : phrases) words_text += (words_text.empty() ? "" : ", ") + JsonQuote(phrase);
  if (!words_text.empty()) words_text = "\"search_words\": [" + words_text + "], ";
  const std::string message = codes[0]->message.empty() ? "(the catalogue has no text)" : codes[0]->message;
  return R"({ "$schema": "../../record.schema.json", "codes": [)" + codes_text +
         R"(], "title": "TODO what a person would call it, in plain words", "summary": "TODO one sentence, at most 160 characters",
         "level": "intermediate", "status": "draft", "updated": ")" +
         std::string(today) +
         R"(", )" + words_text + R"("quick_answer": { "text": "TODO what to do first, in one to four sentences" },
         "meaning": )" +
         JsonQuote("TODO what the system is telling you, technically. Windows prints: " + message) +
         R"(, "causes": [{ "id": "todo", "text": "TODO what is wrong", "likelihood": "unknown",
         "check": { "text": "TODO how to tell that it is this one", "shows": "TODO what proves it" }, "evidence": "reasoned" }],
         "fixes": [{ "id": "todo", "title": "TODO what the fix does", "for": ["todo"], "risk": "safe",
         "steps": [{ "do": "TODO", "expect": "TODO what shows that it worked", "otherwise": "TODO" }], "evidence": "reasoned" }],
         "prevention": [{ "text": "TODO" }], "for_developers": { "retry": "after-change", "text": "TODO" },
         "related": [)" +
         related_text + R"(], "sources": [] })";
}

}  // namespace

Result<Scaffold> MakeScaffold(const KnowledgeBase& base, std::string_view code, std::string_view today) {
  if (!HasForm(today, TextForm::kDate))
    return Fail(ErrorCode::kInvalidArgument,
                "\"" + std::string(today) + "\" is not " + std::string(RuleOf(TextForm::kDate).description));
  std::vector<const CatalogCode*> codes = FindCodes(base, code);
  if (codes.empty()) {
    std::vector<std::string> symbols;
    for (const CatalogCode& known : base.codes) symbols.push_back(known.symbol);
    return Fail(ErrorCode::kNotFound, "catalog/ipsec.tsv has no code " + std::string(code) + "; " +
                                          DidYouMean(code, symbols, "only the codes of that table get records"));
  }
  if (codes.size() > 1) {
    std::vector<std::string> symbols;
    for (const CatalogCode* known : codes) symbols.push_back(known->symbol);
    return Fail(ErrorCode::kInvalidArgument, std::string(code) + " is several codes; name " + JoinNames(symbols));
  }
  if (const CatalogCode* const twin = FindTwin(base, *codes[0])) {
    codes.push_back(twin);
    // The page has the number that programs see: the Win32 code or HRESULT before the NTSTATUS.
    if (codes[0]->space == Space::kNtstatus) std::swap(codes[0], codes[1]);
  }
  for (const Record& record : base.records)
    for (const Text& own : record.codes)
      for (const CatalogCode* known : codes)
        if (own.value == known->symbol)
          return Fail(ErrorCode::kInvalidArgument, known->symbol + " has a record already: " + record.file);
  Scaffold scaffold;
  scaffold.path_in_data = "records/" + codes[0]->family + "/" + CodeSlug(codes[0]->space, codes[0]->value) + ".json";
  const std::vector<std::string> phrases = PhrasesOf(base, codes, scaffold.moved_search_words);
  Result<std::string> content = Canonical(RecordText(base, codes, phrases, today), scaffold.path_in_data, RecordShape());
  if (!content.ok()) return content.error();
  scaffold.content = std::move(content).value();
  return scaffold;
}

}  // namespace errlookup
