// What a reader of the index must reject: the numbered list of FORMAT.md in the same words.
#ifndef LOOKUP_INDEX_RULES_H_
#define LOOKUP_INDEX_RULES_H_

#include <cstdint>
#include <string_view>

#include "lookup/base/result.h"
#include "lookup/index/format.h"

namespace errlookup {

enum class Rule {
  // The file.
  kTooShort = 1,
  kWrongMagic,
  kMajorVersion,
  kLength,
  kChecksum,
  // The section table.
  kTable,
  kSectionOrder,
  kSectionBounds,
  kUnknownRequired,
  kMissingSection,
  // Any section.
  kSectionSize,
  kCount,
  kPackedArray,
  kOffsets,
  kTexts,
  kUtf8,
  // Grammars and token streams.
  kSymbolReference,
  kRuleDepth,
  kPrefixCode,
  kTokens,
  kExpansion,
  // Entries and facilities.
  kEntryOrder,
  kClass,
  kFacilityOrder,
  // Details and pages.
  kDetail,
  kPageCodes,
  // Words.
  kWordOrder,
  kPosting,
  kLetterMask,
  // What pages share, and what they mention.
  kFamilyText,
  kMention,
};
inline constexpr int kRuleCount = 31;

// The words of the rule in FORMAT.md, without number and final period.
std::string_view RuleWords(Rule rule);

// The error for a broken rule: kUnsupportedVersion for what a newer program may understand, else kCorrupt.
Error Broken(Rule rule);
Error Broken(Rule rule, format::SectionId section);
Error WrongVersion(std::uint16_t major, std::uint16_t minor);

}  // namespace errlookup

#endif  // LOOKUP_INDEX_RULES_H_
