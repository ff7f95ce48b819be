#include "lookup/index/family_texts.h"

#include "lookup/index/format.h"
#include "lookup/index/rules.h"
#include "lookup/index/section_reader.h"

namespace errlookup {

Result<FamilyTexts> FamilyTexts::Open(Bytes section, std::uint32_t page_count) {
  SectionReader reader(section, format::SectionId::kFamilyTexts);
  FamilyTexts texts;
  const std::uint32_t family_count = reader.ReadCount();
  texts.text_of_page_ = reader.ReadPacked(page_count);
  texts.texts_ = TextList::Read(reader, family_count);
  if (const Status status = reader.Finish(); !status.ok()) return status.error();
  return texts;
}

BlockText FamilyTexts::Read(const Grammar& grammar, std::uint32_t page) const {
  const std::uint32_t text = text_of_page_[page];
  return text == 0 ? BlockText() : texts_.Read(grammar, text - 1);
}

Status FamilyTexts::Verify(const std::vector<std::uint32_t>& counts) const {
  for (const std::uint32_t count : counts)
    if (count % format::kTextsPerSection != 0) return Broken(Rule::kTexts, format::SectionId::kFamilyTexts);
  for (std::uint32_t page = 0; page < text_of_page_.size(); ++page)
    if (text_of_page_[page] > texts_.block_count()) return Broken(Rule::kFamilyText, format::SectionId::kFamilyTexts);
  return Done();
}

}  // namespace errlookup
