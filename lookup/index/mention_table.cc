#include "lookup/index/mention_table.h"

#include "lookup/index/format.h"
#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

Result<MentionTable> MentionTable::Open(Bytes section) {
  SectionReader reader(section, format::SectionId::kMentions);
  MentionTable table;
  const std::uint32_t entry_count = reader.ReadCount();
  const std::uint32_t page_count = reader.ReadCount();
  table.entries_ = reader.ReadPacked(entry_count);
  table.begins_ = reader.ReadPacked(entry_count + 1);
  table.pages_ = reader.ReadPacked(page_count);
  if (const Status status = reader.Finish(); !status.ok()) return status.error();
  return table;
}

std::vector<std::uint32_t> MentionTable::pages(std::uint32_t entry) const {
  std::uint32_t begin = 0;
  std::uint32_t end = entries_.size();
  while (begin < end) {
    const std::uint32_t middle = begin + (end - begin) / 2;
    if (entries_[middle] < entry) begin = middle + 1;
    else end = middle;
  }
  std::vector<std::uint32_t> found;
  if (begin == entries_.size() || entries_[begin] != entry) return found;
  for (std::uint32_t i = begins_[begin]; i < begins_[begin + 1]; ++i) found.push_back(pages_[i]);
  return found;
}

Status MentionTable::Verify(std::uint32_t entry_count, std::uint32_t page_count) const {
  const Error broken = Broken(Rule::kMention, format::SectionId::kMentions);
  if (begins_[0] != 0 || begins_[entries_.size()] != pages_.size()) return broken;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i] >= entry_count || (i > 0 && entries_[i] <= entries_[i - 1])) return broken;
    if (begins_[i + 1] <= begins_[i]) return broken;
  }
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    for (std::uint32_t at = begins_[i]; at < begins_[i + 1]; ++at) {
      if (pages_[at] >= page_count || (at > begins_[i] && pages_[at] <= pages_[at - 1])) return broken;
    }
  }
  return Done();
}

}  // namespace errlookup
