#include "generator/output/first_index.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "generator/index/entry_order.h"
#include "generator/record/model.h"

namespace errlookup {
namespace {

class Writer {
 public:
  explicit Writer(const IndexInput& input)
      : input_(input), order_(EntryOrder(input.entries)), codes_(CodesOfPages(input, order_)), numbers_(input.pages.size()) {}

  std::string Write() {
    for (EntryId id = 0; id < order_.size(); ++id) AddCode(id);
    out_ += '\n';
    for (EntryId id = 0; id < order_.size(); ++id) AddLine(entry(id).symbol);
    for (EntryId id = 0; id < order_.size(); ++id) AddLine(Joined(entry(id).aliases));
    for (EntryId id = 0; id < order_.size(); ++id) AddLine(entry(id).message);
    for (const PageInput* page : pages_) AddLine(page->title);
    return std::move(out_);
  }

 private:
  const EntryInput& entry(EntryId id) const { return input_.entries[order_[id]]; }

  static std::string Joined(const std::vector<std::string>& names) {
    std::string joined;
    for (const std::string& name : names) (joined += joined.empty() ? "" : " ") += name;
    return joined;
  }

  void AddLine(std::string_view line) { (out_ += line) += '\n'; }

  void AddCode(EntryId id) {
    const EntryInput& e = entry(id);
    out_ += std::to_string(e.value - last_value_);
    last_value_ = e.value;
    if (last_space_ != e.space) out_ += static_cast<char>('a' + static_cast<int>(e.space));
    last_space_ = e.space;
    if (e.is_range_marker) out_ += '*';
    if (e.page) AddPage(id, *e.page);
    else out_ += '-';
    out_ += '\n';
  }

  void AddPage(EntryId id, std::size_t page) {
    std::optional<std::size_t>& number = numbers_[page];
    if (!number) {
      number = pages_.size();
      pages_.push_back(&input_.pages[page]);
      return;
    }
    out_ += '=' + std::to_string(*number);
    if (codes_[page].front() == id) out_ += '!';
  }

  const IndexInput& input_;
  const std::vector<std::size_t> order_;           // position in the input of each entry
  const std::vector<std::vector<EntryId>> codes_;  // of each page, its own first
  std::vector<std::optional<std::size_t>> numbers_;  // of each page of the input
  std::vector<const PageInput*> pages_;              // by number
  std::uint32_t last_value_ = 0;
  std::optional<Space> last_space_;
  std::string out_;
};

bool IsOneLine(std::string_view text) { return text.find('\n') == std::string_view::npos; }

Status CheckLines(const IndexInput& input) {
  const auto fail = [](const std::string& what) { return Fail(ErrorCode::kInvalidArgument, what + " has a line break: write it in one line"); };
  for (const EntryInput& entry : input.entries) {
    const bool are_names_lines = IsOneLine(entry.symbol) && std::ranges::all_of(entry.aliases, IsOneLine);
    if (!are_names_lines || !IsOneLine(entry.message)) return fail("the message or a name of " + entry.symbol);
  }
  for (const PageInput& page : input.pages)
    if (!IsOneLine(page.title)) return fail("the title of " + page.slug);
  return Done();
}

Status CheckSlugs(const IndexInput& input) {
  const std::vector<std::size_t> order = EntryOrder(input.entries);
  const std::vector<std::vector<EntryId>> codes = CodesOfPages(input, order);
  for (std::size_t page = 0; page < input.pages.size(); ++page) {
    if (codes[page].empty()) return Fail(ErrorCode::kInvalidArgument, "the page " + input.pages[page].slug + " has no code");
    const EntryInput& own = input.entries[order[codes[page].front()]];
    if (CodeSlug(own.space, own.value) != input.pages[page].slug)
      return Fail(ErrorCode::kInvalidArgument, "the page " + input.pages[page].slug + " is not named after its code " + own.symbol);
  }
  return Done();
}

}  // namespace

Result<std::string> WriteFirstIndex(const IndexInput& input) {
  if (const Status status = CheckLines(input); !status.ok()) return status.error();
  if (const Status status = CheckSlugs(input); !status.ok()) return status.error();
  return Writer(input).Write();
}

}  // namespace errlookup
