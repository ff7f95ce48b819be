#include "generator/output/overlay.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/check/check.h"
#include "generator/index/index_writer.h"
#include "generator/output/index_content.h"
#include "generator/output/unlink.h"
#include "generator/record/files.h"
#include "generator/render/addresses.h"
#include "generator/render/link.h"

namespace errlookup {
namespace {

// Our page, which the tool shows after the company's, has all of this.
void LeaveOutWhatOursSays(ErrorPage& page) {
  if (page.record == nullptr || !page.record->where) page.places.clear();
  page.previous.reset();
  page.next.reset();
  page.mentions.clear();
  page.same_number.clear();
}

// The pages that "is_kept" chooses, with their entries.
IndexInput Keep(IndexInput all, const std::vector<bool>& is_kept) {
  std::vector<std::size_t> place(is_kept.size(), 0);
  IndexInput kept{.base_url = {}, .data_version = {}, .entries = {}, .pages = {}, .facilities = std::move(all.facilities)};
  for (std::size_t i = 0; i < is_kept.size(); ++i) {
    place[i] = kept.pages.size();
    if (is_kept[i]) kept.pages.push_back(std::move(all.pages[i]));
  }
  for (EntryInput& entry : all.entries) {
    if (!entry.page || !is_kept[*entry.page]) continue;
    entry.page = place[*entry.page];
    kept.entries.push_back(std::move(entry));
  }
  return kept;
}

}  // namespace

bool OverlayReport::has_errors() const { return HasErrors(problems); }

IndexInput MakeOverlayInput(const JoinedOverlay& joined) {
  LinkedBase linked = LinkBase(joined.base);
  std::vector<bool> is_kept, is_own;
  for (ErrorPage& page : linked.pages) {
    const bool has_record = page.record != nullptr && joined.files.contains(page.record->file);
    is_own.push_back(page.code().family == joined.family.id);
    is_kept.push_back(has_record || is_own.back());
    if (is_kept.back()) LeaveOutWhatOursSays(page);
  }
  std::string root = joined.base.site.base_url;
  if (!root.empty() && !root.ends_with('/')) root += '/';
  const Addresses addresses{.linked = &linked, .root = root};
  IndexInput all = MakeIndexInput(linked, root);
  for (std::size_t i = 0; i < all.pages.size(); ++i) {
    if (!is_kept[i]) continue;
    PageInput& page = all.pages[i];
    page.family = joined.family.id;
    page.family_title = joined.family.title.value;
    if (!is_own[i]) std::erase_if(page.sections, [](const Section& section) { return section.key == "codes"; });
    if (!page.has_record) std::erase_if(page.sections, [](const Section& section) { return section.key == "meaning"; });
    for (std::size_t target = 0; target < linked.pages.size(); ++target) {
      if (!is_own[target]) continue;  // our site has no page of it
      for (Section& section : page.sections) section.markdown = Unlink(section.markdown, addresses.Error(linked.pages[target]));
    }
  }
  IndexInput kept = Keep(std::move(all), is_kept);
  for (const PageInput& page : kept.pages) kept.data_version = std::max(kept.data_version, page.updated);
  return kept;
}

Result<OverlayReport> BuildOverlay(const OverlayOptions& options) {
  Result<JoinedOverlay> joined = ReadAndCheckOverlay(options.folder, options.data);
  if (!joined.ok()) return joined.error();
  OverlayReport report;
  report.problems = std::move(joined->problems);
  if (report.has_errors()) return report;
  const IndexInput input = MakeOverlayInput(*joined);
  report.pages = input.pages.size();
  if (input.pages.empty())
    return Fail(ErrorCode::kInvalidArgument, options.folder.generic_string() + ": has neither records nor codes; write one first");
  const Result<std::vector<std::byte>> index = WriteIndex(input, IndexProfile::kFull);
  if (!index.ok()) return index.error();
  report.index_bytes = index->size();
  if (options.out.empty()) return report;
  const std::string_view bytes(reinterpret_cast<const char*>(index->data()), index->size());
  if (Status written = WriteFileAtomically(options.out, bytes); !written.ok()) return written.error();
  return report;
}

}  // namespace errlookup
