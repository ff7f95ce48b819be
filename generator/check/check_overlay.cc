#include "generator/check/check_overlay.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "generator/check/check.h"
#include "generator/check/facts.h"

namespace errlookup {
namespace {

// Decimal, or hexadecimal with 0x.
std::optional<std::uint32_t> ReadNumber(std::string_view digits) {
  const bool is_hex = digits.starts_with("0x") || digits.starts_with("0X");
  if (is_hex) digits.remove_prefix(2);
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, is_hex ? 16 : 10);
  if (error != std::errc() || stop != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return value;
}

// Adds the codes that the overlay defines, if they are new.
class OwnCodes {
 public:
  OwnCodes(KnowledgeBase& base, Problems& problems) : base_(base), problems_(problems) {
    for (const CatalogCode& code : base.codes) {
      codes_.emplace(std::pair(code.space, code.value), code.symbol);
      symbols_.insert(code.symbol);
      symbols_.insert(code.aliases.begin(), code.aliases.end());
    }
  }

  void Add(const OwnCode& own, const Overlay& overlay) {
    const std::optional<Space> space = SpaceFromName(own.space);
    const std::optional<std::uint32_t> value = ReadNumber(own.value.value);
    if (!space || own.symbol.empty()) return;  // the reader has said so
    if (!value) {
      AddError(problems_, own.value.at, "own-code-value", "\"" + own.value.value + "\" is not a number of 32 bits",
               "write it in decimal, or in hexadecimal with 0x");
      return;
    }
    if (const auto [known, is_new] = codes_.emplace(std::pair(*space, *value), own.symbol.value); !is_new)
      AddError(problems_, own.value.at, "own-code-known", "this is the number of " + known->second,
               "take it out here, and name that symbol in \"codes\" of the record");
    if (!symbols_.insert(own.symbol.value).second)
      AddError(problems_, own.symbol.at, "own-code-name", "there is a code of this name already",
               "give the code a name of its own");
    CatalogCode code;
    code.space = *space;
    code.value = *value;
    code.symbol = own.symbol.value;
    code.header = own.header.empty() ? overlay.name : own.header;
    code.family = overlay.id.value;
    code.message = own.message;
    code.at = own.at;
    base_.codes.push_back(std::move(code));
  }

 private:
  KnowledgeBase& base_;
  Problems& problems_;
  std::map<std::pair<Space, std::uint32_t>, std::string> codes_;
  std::set<std::string, std::less<>> symbols_;
};

// What our writers said of a code gives way to what the company says of it: one code has one record.
void ReplaceRecords(KnowledgeBase& base, std::vector<Record> records) {
  std::set<std::string, std::less<>> named;
  for (const Record& record : records)
    for (const Text& code : record.codes) named.insert(code.value);
  std::erase_if(base.records, [&](const Record& record) {
    return std::any_of(record.codes.begin(), record.codes.end(), [&](const Text& code) { return named.contains(code.value); });
  });
  std::move(records.begin(), records.end(), std::back_inserter(base.records));
}

// Rules about the order of data/, which an overlay need not follow.
bool IsAboutPlaces(const Problem& problem) {
  static constexpr std::string_view kRules[] = {"file-name", "file-folder", "code-without-step"};
  return std::find(std::begin(kRules), std::end(kRules), problem.rule) != std::end(kRules);
}

}  // namespace

Result<JoinedOverlay> ReadAndCheckOverlay(const std::filesystem::path& folder, const std::filesystem::path& data) {
  Result<OverlayOutcome> read = ReadOverlay(folder);
  if (!read.ok()) return read.error();
  Result<ReadOutcome> ours = ReadKnowledgeBase(data);
  if (!ours.ok()) return ours.error();
  Overlay& overlay = read->overlay;
  JoinedOverlay joined{.base = std::move(ours->knowledge_base), .family = {}, .files = {}, .problems = std::move(read->problems)};
  KnowledgeBase& base = joined.base;

  joined.family = {.id = overlay.id.value, .title = {overlay.name, overlay.id.at}, .range = {}, .text = {}, .at = overlay.id.at};
  base.families.push_back(joined.family);
  OwnCodes own_codes(base, joined.problems);
  for (const OwnCode& code : overlay.codes) own_codes.Add(code, overlay);
  ReplaceRecords(base, std::move(overlay.own.records));
  std::move(overlay.own.sources.begin(), overlay.own.sources.end(), std::back_inserter(base.sources));

  CommandGrammar grammar;
  Problems found = grammar.Load(data);
  for (Problem& problem : grammar.AddCommandsOf(folder)) joined.problems.push_back(std::move(problem));
  for (Problem& problem : CheckKnowledgeBase(base, grammar)) found.push_back(std::move(problem));
  joined.files.insert(overlay.files.begin(), overlay.files.end());
  for (Problem& problem : found)
    if (joined.files.contains(problem.at.file) && !IsAboutPlaces(problem)) joined.problems.push_back(std::move(problem));
  FillCommands(base, grammar);
  std::stable_sort(joined.problems.begin(), joined.problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.at.file, a.at.line, a.at.column) < std::tie(b.at.file, b.at.line, b.at.column);
  });
  return joined;
}

}  // namespace errlookup
