// The constants of the index format. FORMAT.md is the authority and explains each; names are the same there.
#ifndef LOOKUP_INDEX_FORMAT_H_
#define LOOKUP_INDEX_FORMAT_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace errlookup::format {

// Header.
inline constexpr std::string_view kMagic{"\x89"
                                         "EIX\r\n\x1A\n",
                                         8};
inline constexpr std::uint16_t kMajorVersion = 1;
inline constexpr std::uint16_t kMinorVersion = 0;
inline constexpr std::size_t kMajorVersionAt = 8;
inline constexpr std::size_t kMinorVersionAt = 10;
inline constexpr std::size_t kChecksumAt = 12;
inline constexpr std::size_t kFileLengthAt = 16;
inline constexpr std::size_t kSectionCountAt = 20;
inline constexpr std::size_t kHeaderSize = 24;

// A row of the section table.
inline constexpr std::size_t kSectionRowSize = 12;
inline constexpr std::uint16_t kRequiredFlag = 1;

enum class SectionId : std::uint16_t {
  kMeta = 1,
  kNameGrammar = 2,
  kEntries = 3,
  kHeaders = 4,
  kSymbols = 5,
  kFacilities = 6,
  kTextGrammar = 7,
  kDetails = 8,
  kPages = 9,
  kPageTexts = 10,    // may be missing
  kWordGrammar = 11,
  kWords = 12,
  kLetterMasks = 13,
  kPostings = 14,
  kFamilyTexts = 15,  // may be missing
  kMentions = 16,     // may be missing
};
inline constexpr std::uint16_t kSectionIdCount = 16;
inline constexpr bool MayBeMissing(SectionId id) { return id == SectionId::kPageTexts || id >= SectionId::kFamilyTexts; }

// Packed arrays and token streams are followed by this many zero bytes, so that a reader may load 8 bytes
// wherever an element begins.
inline constexpr std::size_t kPadding = 8;

// Grammars.
inline constexpr std::uint32_t kMaxSymbols = 65536;
inline constexpr unsigned kMaxStringLength = 4;
inline constexpr unsigned kMaxCodeLength = 24;
inline constexpr unsigned kMaxRuleDepth = 128;

// Texts: one block, and all blocks of a file together as a multiple of its length.
inline constexpr std::uint32_t kMaxBlockLength = 1u << 20;
inline constexpr std::uint32_t kMaxExpansion = 256;

// Entries.
inline constexpr std::uint32_t kEntriesPerBlock = 32;
inline constexpr std::uint8_t kRangeMarkerFlag = 1;
inline constexpr std::uint8_t kDetailFlag = 2;
inline constexpr std::size_t kClassSize = 4;
// The lowest two bits of a row of entries.
inline constexpr std::uint32_t kSameClassRow = 0;   // a difference
inline constexpr std::uint32_t kOtherClassRow = 1;  // a difference, then a class
inline constexpr std::uint32_t kRunRow = 2;         // so many entries, each one larger than the one before
inline constexpr unsigned kRowKindBits = 2;

inline constexpr std::uint32_t kSymbolsPerBlock = 8;
inline constexpr std::uint32_t kDetailsPerBlock = 4;
inline constexpr std::uint32_t kNamesPerBlock = 16;  // headers, facilities
inline constexpr std::uint32_t kTextsPerPage = 8;    // slug … where
inline constexpr std::uint32_t kTextsPerSection = 3;

// Words.
inline constexpr std::uint32_t kWordsPerBlock = 16;
inline constexpr std::size_t kMaxWordLength = 64;
inline constexpr std::uint32_t kMaxShared = 15;
inline constexpr std::uint32_t kLongList = 64;    // from so many entries on, the length of a list is stored
inline constexpr unsigned kListLengthBits = 24;   // in so many bits
inline constexpr unsigned kFieldMaskBits = 4;     // one for each field but the symbol

// All counts of entries, pages, words …
inline constexpr std::uint32_t kMaxCount = 1u << 20;

std::string_view SectionName(SectionId id);

}  // namespace errlookup::format

#endif  // LOOKUP_INDEX_FORMAT_H_
