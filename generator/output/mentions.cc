#include "generator/output/mentions.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "lookup/base/code.h"
#include "lookup/engine/code_parser.h"
#include "lookup/index/fold_name.h"

namespace errlookup {
namespace {

using Code = std::pair<Space, std::uint32_t>;

class Finder {
 public:
  explicit Finder(const std::vector<WindowsName>& names) {
    for (const WindowsName& name : names) {
      if (name.value == 0) continue;  // success, in every space
      codes_.insert({name.space, name.value});
      codes_of_name_[FoldName(name.symbol)].insert({name.space, name.value});
    }
  }

  // Line by line: a text may hold more codes than the parser keeps.
  void ReadSection(std::string_view markdown, std::size_t page) {
    while (!markdown.empty()) {
      const std::size_t end = std::min(markdown.find('\n'), markdown.size());
      ReadLine(markdown.substr(0, end), page);
      markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
  }

  std::vector<MentionInput> Take() const {
    std::vector<MentionInput> mentions;
    for (const auto& [code, page] : found_) mentions.push_back({.space = code.first, .value = code.second, .page = page});
    return mentions;
  }

 private:
  void ReadLine(std::string_view line, std::size_t page) {
    for (const SpelledCode& spelling : ParseCodes(line).spellings) {
      if (spelling.is_symbol()) {
        const auto named = codes_of_name_.find(spelling.symbol);
        if (named == codes_of_name_.end()) continue;
        for (const Code& code : named->second) Add(code, page);
      } else if (spelling.evidence == Evidence::kStrong) {
        AddNumber(spelling.candidates.front().value, page);
      }
    }
  }

  void AddNumber(std::uint32_t value, std::size_t page) {
    if (value <= 0xFFFF) {
      for (const Space space : {Space::kWin32, Space::kWinsock}) Add({space, value}, page);
      return;
    }
    for (const Space space : {Space::kHresult, Space::kNtstatus}) Add({space, value}, page);
  }

  void Add(Code code, std::size_t page) {
    constexpr std::uint16_t kFacilityWin32 = 7;
    if (codes_.contains(code)) found_.insert({code, page});
    if (code.first != Space::kHresult) return;
    const HresultBits bits = SplitHresult(code.second);
    if (bits.severity && !bits.customer && !bits.nt && bits.facility == kFacilityWin32) AddNumber(bits.code, page);
  }

  std::set<Code> codes_;
  std::map<std::string, std::set<Code>, std::less<>> codes_of_name_;
  std::set<std::pair<Code, std::size_t>> found_;
};

}  // namespace

std::vector<MentionInput> FindMentions(const std::vector<PageInput>& pages, const std::vector<WindowsName>& windows_names) {
  Finder finder(windows_names);
  for (std::size_t i = 0; i < pages.size(); ++i)
    for (const Section& section : pages[i].sections)
      if (section.key != "codes" && section.key != "sources") finder.ReadSection(section.markdown, i);
  return finder.Take();
}

std::string MentionsAsJson(const IndexInput& input) {
  std::map<Code, std::set<std::size_t>> pages_of;
  for (const MentionInput& mention : input.mentions) {
    pages_of[{mention.space, mention.value}].insert(mention.page);
    if (mention.space == Space::kWin32 || mention.space == Space::kWinsock)
      pages_of[{Space::kHresult, 0x80070000 | mention.value}].insert(mention.page);
  }
  std::string json;
  for (const auto& [code, pages] : pages_of) {
    json += (json.empty() ? "{\"" : ",\"") + std::string(SpaceName(code.first)) + " " + std::to_string(code.second) + "\":";
    std::string list;
    for (const std::size_t page : pages) list += (list.empty() ? "[\"" : ",\"") + input.pages[page].slug + "\"";
    json += list + "]";
  }
  return json.empty() ? "{}" : json + "}";
}

}  // namespace errlookup
