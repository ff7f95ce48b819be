// What a reader must reject: FORMAT.md has the same numbers and words. Each test damages one thing in a good index
// and leaves everything else right, checksum included.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "lookup/index/index_reader.h"
#include "lookup/index/rules.h"
#include "tests/lookup/index/image_editor.h"

namespace errlookup {
namespace {

using format::SectionId;
using ::testing::AllOf;
using ::testing::HasSubstr;

Image Golden() { return ReadGolden("v1.0.idx"); }

// Opens the golden index after "damage" has been done to it.
Result<IndexReader> OpenDamaged(const std::function<void(ImageEditor&)>& damage) {
  ImageEditor editor(Golden());
  damage(editor);
  static Image image;  // outlives the reader
  image = editor.Build();
  return IndexReader::Open(image);
}

std::string ErrorOf(const Result<IndexReader>& result) { return result.ok() ? "" : result.error().message; }
std::string ErrorAfter(const std::function<void(ImageEditor&)>& damage) { return ErrorOf(OpenDamaged(damage)); }

auto Breaks(Rule rule) {
  const std::string number = "(rule R" + std::to_string(static_cast<int>(rule)) + ")";
  return AllOf(HasSubstr(std::string(RuleWords(rule))), HasSubstr(number));
}

void Set32(Image& bytes, std::size_t at, std::uint32_t value) {
  for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<std::byte>(value >> (8 * i));
}

std::uint32_t SymbolCount(const GrammarParts& grammar) {
  return static_cast<std::uint32_t>(grammar.strings.size() + grammar.pairs.size());
}

// Appends a pair and returns its symbol.
std::uint32_t AddPair(GrammarParts& grammar, std::uint32_t left, std::uint32_t right) {
  grammar.pairs.emplace_back(left, right);
  return SymbolCount(grammar) - 1;
}

// The symbol for a string, which must be there.
std::uint32_t SymbolOf(const GrammarParts& grammar, std::string_view string) {
  std::uint32_t symbol = 0;
  while (grammar.strings.at(symbol) != string) ++symbol;
  return symbol;
}

void EditGrammar(ImageEditor& image, SectionId id, const std::function<void(GrammarParts&)>& edit) {
  GrammarParts grammar = image.ReadGrammar(id);
  edit(grammar);
  image.WriteGrammar(id, grammar);
}

// Changes the packed array of "count" elements that begins "at".
void EditPacked(ImageEditor& image, SectionId id, std::size_t at, std::uint32_t count,
                const std::function<void(PackedNumbers&)>& edit) {
  PackedNumbers packed = image.Packed(id, at, count);
  edit(packed);
  image.SetPacked(id, at, count, packed);
}

TEST(IndexReject, EditorLeavesAGoodIndexGood) {
  EXPECT_EQ(ImageEditor(Golden()).Build(), Golden());
  EXPECT_EQ(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kNameGrammar, [](GrammarParts&) {});
  }), "");
}

TEST(IndexReject, R1_FileShorterThanHeader) {
  Image image = Golden();
  image.resize(format::kHeaderSize - 1);
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kTooShort));
  EXPECT_THAT(ErrorOf(IndexReader::Open({})), Breaks(Rule::kTooShort));
}

TEST(IndexReject, R2_WrongMagic) {
  Image image = Golden();
  image[0] = std::byte{'E'};
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kWrongMagic));
}

TEST(IndexReject, R3_OtherMajorVersion) {
  Image image = Golden();
  image[format::kMajorVersionAt] = std::byte{2};
  const Result<IndexReader> result = IndexReader::Open(image);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::kUnsupportedVersion);
  EXPECT_THAT(result.error().message, Breaks(Rule::kMajorVersion));
  const std::string version = "2." + std::to_string(format::kMinorVersion);
  EXPECT_THAT(result.error().message, HasSubstr("index is version " + version + ", this program reads 1.x"));
  EXPECT_THAT(result.error().message, HasSubstr("install a newer errlookup"));
}

TEST(IndexReject, R4_LengthOfAnotherFile) {
  Image image = Golden();
  image.push_back(std::byte{0});
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kLength));
}

TEST(IndexReject, R5_ChecksumDoesNotMatch) {
  Image image = Golden();
  image[format::kMinorVersionAt] = std::byte{9};
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kChecksum));
}

TEST(IndexReject, R6_TableDoesNotFit) {
  Image image = Golden();
  Set32(image, format::kSectionCountAt, 0x1555'5556);  // times 12 is 8 in 32 bits
  FixChecksum(image);
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kTable));
}

TEST(IndexReject, R7_IdsDoNotAscend) {
  Image image = Golden();
  image[format::kHeaderSize + format::kSectionRowSize] = std::byte{1};
  FixChecksum(image);
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kSectionOrder));
}

TEST(IndexReject, R8_SectionOutsideTheFile) {
  Image image = Golden();
  Set32(image, format::kHeaderSize + 8, 0xFFFF'FFFF);
  FixChecksum(image);
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kSectionBounds));
}

TEST(IndexReject, R8_GapBetweenSections) {
  Image image = Golden();
  Set32(image, format::kHeaderSize + 8, GetU32(image, format::kHeaderSize + 8) - 1);
  FixChecksum(image);
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kSectionBounds));
}

TEST(IndexReject, R8_BytesAfterTheLastSection) {
  Image image = Golden();
  image.push_back(std::byte{0});
  Set32(image, format::kFileLengthAt, static_cast<std::uint32_t>(image.size()));
  FixChecksum(image);
  EXPECT_THAT(ErrorOf(IndexReader::Open(image)), Breaks(Rule::kSectionBounds));
}

TEST(IndexReject, R9_UnknownRequiredSection) {
  const Result<IndexReader> result =
      OpenDamaged([](ImageEditor& image) { image.Add(99, format::kRequiredFlag, Image(3)); });
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::kUnsupportedVersion);
  EXPECT_THAT(result.error().message, Breaks(Rule::kUnknownRequired));
  EXPECT_THAT(result.error().message, HasSubstr("install a newer errlookup"));
}

TEST(IndexReject, UnknownSectionsThatAreNotRequiredAreSkipped) {
  EXPECT_EQ(ErrorAfter([](ImageEditor& image) { image.Add(99, 0, Image(3)); }), "");
}

TEST(IndexReject, R10_MissingSection) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image.Remove(SectionId::kSymbols); }),
              Breaks(Rule::kMissingSection));
}

TEST(IndexReject, R11_SectionLongerThanItsContents) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kMeta].push_back(std::byte{0}); }),
              AllOf(Breaks(Rule::kSectionSize), HasSubstr("section \"meta\"")));
}

TEST(IndexReject, R11_SectionShorterThanItsContents) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kLetterMasks].pop_back(); }),
              AllOf(Breaks(Rule::kSectionSize), HasSubstr("section \"letter masks\"")));
}

TEST(IndexReject, R12_CountTooLarge) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { Set32(image[SectionId::kEntries], 0, format::kMaxCount + 1); }),
              Breaks(Rule::kCount));
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { Set32(image[SectionId::kTextGrammar], 0, format::kMaxSymbols + 1); }),
              Breaks(Rule::kCount));
}

TEST(IndexReject, R13_PackedArrayTooWide) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kLetterMasks][0] = std::byte{33}; }),
              Breaks(Rule::kPackedArray));
}

TEST(IndexReject, R13_PaddingNotZero) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kLetterMasks].back() = std::byte{1}; }),
              Breaks(Rule::kPackedArray));
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kSymbols].back() = std::byte{1}; }),
              Breaks(Rule::kPackedArray));
}

TEST(IndexReject, R14_OffsetsDoNotBeginWithZero) {
  const auto first_is_one = [](PackedNumbers& offsets) { offsets.numbers[0] = 1; };
  EXPECT_THAT(ErrorAfter([&](ImageEditor& image) { EditPacked(image, SectionId::kSymbols, 0, 2, first_is_one); }),
              Breaks(Rule::kOffsets));
}

TEST(IndexReject, R14_OffsetsDoNotEndWithTheBlocks) {
  const auto last_is_larger = [](PackedNumbers& offsets) { offsets.numbers[1] += 8; };
  EXPECT_THAT(ErrorAfter([&](ImageEditor& image) { EditPacked(image, SectionId::kSymbols, 0, 2, last_is_larger); }),
              Breaks(Rule::kOffsets));
}

TEST(IndexReject, R14_OffsetsDoNotAscend) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kPageTexts, 0, 3, [](PackedNumbers& offsets) {
      offsets.numbers[1] = offsets.numbers[2] + 1;
    });
  }), Breaks(Rule::kOffsets));
}

TEST(IndexReject, R15_OtherNumberOfTexts) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { Set32(image[SectionId::kHeaders], 0, 1); }), Breaks(Rule::kTexts));
}

TEST(IndexReject, R15_TextWithoutEnd) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kNameGrammar, [](GrammarParts& grammar) {
      grammar.strings[SymbolOf(grammar, std::string(1, '\0'))] = "x";
    });
  }), Breaks(Rule::kTexts));
}

TEST(IndexReject, R16_TextNotUtf8) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kTextGrammar, [](GrammarParts& grammar) {
      grammar.strings[SymbolOf(grammar, "i")] = "\xFF";
    });
  }), Breaks(Rule::kUtf8));
}

TEST(IndexReject, R17_PairNamesNoSymbol) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kTextGrammar, [](GrammarParts& grammar) {
      grammar.pairs[0].first = SymbolCount(grammar);
    });
  }), Breaks(Rule::kSymbolReference));
}

TEST(IndexReject, R18_PairLeadsBackToItself) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kTextGrammar, [](GrammarParts& grammar) {
      const auto first_pair = static_cast<std::uint32_t>(grammar.strings.size());
      grammar.pairs[0].first = AddPair(grammar, 0, first_pair);
    });
  }), Breaks(Rule::kRuleDepth));
}

TEST(IndexReject, R18_PairsNestedTooDeeply) {
  const auto nest = [](int depth) {
    return [depth](ImageEditor& image) {
      EditGrammar(image, SectionId::kTextGrammar, [depth](GrammarParts& grammar) {
        std::uint32_t symbol = 0;
        for (int i = 0; i < depth; ++i) symbol = AddPair(grammar, symbol, 0);
      });
    };
  };
  EXPECT_EQ(ErrorAfter(nest(128)), "");
  EXPECT_THAT(ErrorAfter(nest(129)), Breaks(Rule::kRuleDepth));
}

TEST(IndexReject, R19_CodeIsNotComplete) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kWordGrammar, [](GrammarParts& grammar) { ++grammar.length_counts[23].second; });
  }), Breaks(Rule::kPrefixCode));
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kWordGrammar, [](GrammarParts& grammar) { grammar.length_counts[0].first = 3; });
  }), Breaks(Rule::kPrefixCode));
}

TEST(IndexReject, R20_TokenRunsPastItsBlock) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    // The end of the first of two blocks.
    EditPacked(image, SectionId::kPageTexts, 0, 3, [](PackedNumbers& offsets) { --offsets.numbers[1]; });
  }), Breaks(Rule::kTokens));
}

// Pairs that double the length of a byte "times" times.
std::uint32_t AddDoublings(GrammarParts& grammar, int times) {
  std::uint32_t symbol = SymbolOf(grammar, "i");
  for (int i = 0; i < times; ++i) symbol = AddPair(grammar, symbol, symbol);
  return symbol;
}

TEST(IndexReject, R21_BlockExpandsTooFar) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kTextGrammar, [](GrammarParts& grammar) { AddDoublings(grammar, 21); });
  }), Breaks(Rule::kExpansion));
}

TEST(IndexReject, R21_AllBlocksExpandTooFar) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kTextGrammar, [](GrammarParts& grammar) {
      // A megabyte is allowed for a block, but not for so small a file.
      const std::uint32_t bomb = AddDoublings(grammar, 19);
      grammar.pairs[0].second = bomb;
    });
  }), Breaks(Rule::kExpansion));
}

// In the section "entries", after u32 and u16; the arrays follow.
constexpr std::size_t kClassesAt = 6;

TEST(IndexReject, R22_EntriesOutOfOrder) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    // The first value is so large that the last one has more than 32 bits.
    const std::size_t class_count = GetU16(image[SectionId::kEntries], 4);
    EditPacked(image, SectionId::kEntries, kClassesAt + class_count * format::kClassSize, 1,
               [](PackedNumbers& first_values) { first_values = {.width = 32, .numbers = {0xFFFF'FFFF}}; });
  }), Breaks(Rule::kEntryOrder));
}

TEST(IndexReject, R23_ClassWithoutSpace) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kEntries][kClassesAt] = std::byte{kSpaceCount}; }),
              Breaks(Rule::kClass));
}

TEST(IndexReject, R23_ClassWithoutHeader) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kEntries][kClassesAt + 2] = std::byte{2}; }),
              Breaks(Rule::kClass));
}

TEST(IndexReject, R23_EntryWithoutClass) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) { image[SectionId::kEntries].back() = std::byte{0x7F}; }),
              Breaks(Rule::kClass));
}

TEST(IndexReject, R24_FacilitiesOutOfOrder) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kFacilities, 4, 2, [](PackedNumbers& keys) {
      std::swap(keys.numbers[0], keys.numbers[1]);
    });
  }), Breaks(Rule::kFacilityOrder));
}

TEST(IndexReject, R24_FacilityWithoutSpace) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kFacilities, 4, 2, [](PackedNumbers& keys) {
      keys = {.width = 32, .numbers = {keys.numbers[0], kSpaceCount << 16}};
    });
  }), Breaks(Rule::kFacilityOrder));
}

TEST(IndexReject, R25_DetailOfAnotherEntry) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kDetails, 4, 3, [](PackedNumbers& entries) { --entries.numbers[0]; });
  }), Breaks(Rule::kDetail));
}

TEST(IndexReject, R25_DetailsDoNotAscend) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kDetails, 4, 3, [](PackedNumbers& entries) {
      std::swap(entries.numbers[0], entries.numbers[1]);
    });
  }), Breaks(Rule::kDetail));
}

TEST(IndexReject, R25_DetailNamesNoPage) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kDetails, 4 + 11, 3, [](PackedNumbers& pages) { pages.numbers[0] = 3; });
  }), Breaks(Rule::kDetail));
}

// In the golden index the section "pages" has two u32, two bits and the begins of two pages, each array 10 bytes.
constexpr std::size_t kCodeBeginsAt = 4 + 4 + 10;
constexpr std::size_t kCodesAt = kCodeBeginsAt + 10;

TEST(IndexReject, R26_PageWithoutCode) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kPages, kCodeBeginsAt, 3, [](PackedNumbers& begins) { begins.numbers[1] = 0; });
  }), Breaks(Rule::kPageCodes));
}

TEST(IndexReject, R26_CodeOfAnotherPage) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kPages, kCodesAt, 3, [](PackedNumbers& codes) {
      std::swap(codes.numbers[0], codes.numbers[1]);
    });
  }), Breaks(Rule::kPageCodes));
}

TEST(IndexReject, R26_CodeNamedTwice) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kPages, kCodesAt, 3, [](PackedNumbers& codes) { codes.numbers[2] = codes.numbers[1]; });
  }), Breaks(Rule::kPageCodes));
}

TEST(IndexReject, R27_WordsOutOfOrder) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kWordGrammar, [](GrammarParts& grammar) {
      grammar.strings[SymbolOf(grammar, "w")] = "A";
    });
  }), Breaks(Rule::kWordOrder));
}

// Gives the last code word of a string to a new pair, the only one.
void MakeLastStringAPair(GrammarParts& grammar) {
  std::ptrdiff_t last = -1;
  auto* last_length = &grammar.length_counts.front();
  for (auto& length : grammar.length_counts) {
    last += length.first;
    if (length.first > 0) last_length = &length;
  }
  --last_length->first;
  ++last_length->second;
  grammar.strings.erase(grammar.strings.begin() + last);
  grammar.pairs = {{0, 0}};
}

TEST(IndexReject, R27_WordTooLong) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditGrammar(image, SectionId::kWordGrammar, [](GrammarParts& grammar) {
      MakeLastStringAPair(grammar);
      const std::uint32_t half = AddDoublings(grammar, 6);
      grammar.pairs[0] = {half, half};
    });
  }), Breaks(Rule::kWordOrder));
}

// The stream of the section "postings".
Image::iterator PostingStream(ImageEditor& image) {
  Image& section = image[SectionId::kPostings];
  const std::uint32_t words = GetU32(image[SectionId::kWords], 0);
  const std::uint64_t array = PackedArray::SizeInBytes((words + 15) / 16 + 1, GetU8(section, 0));
  return section.begin() + 1 + static_cast<std::ptrdiff_t>(array);
}

TEST(IndexReject, R28_PostingsThatAreNoCode) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    std::fill_n(PostingStream(image), 8, std::byte{0});
  }), Breaks(Rule::kPosting));
}

TEST(IndexReject, R28_PostingNamesNoEntry) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    // One entry (010), difference 9 (00100 001): entry 8, the first that is not there.
    *PostingStream(image) = std::byte{0b0100'0100};
    *(PostingStream(image) + 1) = std::byte{0b0011'1111};
  }), Breaks(Rule::kPosting));
}

TEST(IndexReject, R29_LetterMaskOfAnotherWord) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    const std::uint32_t words = GetU32(image[SectionId::kWords], 0);
    EditPacked(image, SectionId::kLetterMasks, 0, words, [](PackedNumbers& masks) { masks.numbers[0] ^= 1; });
  }), Breaks(Rule::kLetterMask));
}

// In the golden index the section "family texts" has a u32 and a number for each of two pages.
TEST(IndexReject, R30_PageHasNoSuchFamilyText) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kFamilyTexts, 4, 2, [](PackedNumbers& texts) {
      texts.width = 2;
      texts.numbers[1] = 2;
    });
  }), Breaks(Rule::kFamilyText));
}

// In the golden index the section "mentions" has two u32, then arrays of three, four and five numbers.
constexpr std::size_t kMentionEntriesAt = 4 + 4;
constexpr std::size_t kMentionBeginsAt = kMentionEntriesAt + 1 + 10;  // 3 x 3 bits
constexpr std::size_t kMentionPagesAt = kMentionBeginsAt + 1 + 10;      // 4 x 3 bits

TEST(IndexReject, R31_MentionOfNoEntry) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kMentions, kMentionEntriesAt, 3, [](PackedNumbers& entries) {
      entries.width = 4;
      entries.numbers[2] = 8;
    });
  }), Breaks(Rule::kMention));
}

TEST(IndexReject, R31_MentionedEntriesDoNotAscend) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kMentions, kMentionEntriesAt, 3, [](PackedNumbers& entries) {
      std::swap(entries.numbers[0], entries.numbers[1]);
    });
  }), Breaks(Rule::kMention));
}

TEST(IndexReject, R31_MentionOnNoPage) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kMentions, kMentionPagesAt, 5, [](PackedNumbers& pages) {
      pages.width = 2;
      pages.numbers[2] = 2;
    });
  }), Breaks(Rule::kMention));
}

TEST(IndexReject, R31_MentioningPagesDoNotAscend) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kMentions, kMentionPagesAt, 5, [](PackedNumbers& pages) {
      std::swap(pages.numbers[1], pages.numbers[2]);
    });
  }), Breaks(Rule::kMention));
}

TEST(IndexReject, R31_MentionsPastTheEnd) {
  EXPECT_THAT(ErrorAfter([](ImageEditor& image) {
    EditPacked(image, SectionId::kMentions, kMentionBeginsAt, 4, [](PackedNumbers& begins) { begins.numbers[3] = 4; });
  }), Breaks(Rule::kMention));
}

TEST(IndexReject, RulesHaveTheWordsOfTheDocument) {
  std::ifstream file(FORMAT_FILE);
  const std::string document{std::istreambuf_iterator<char>(file), {}};
  for (int number = 1; number <= kRuleCount; ++number) {
    const std::string line = "\n- R" + std::to_string(number) + ": " + std::string(RuleWords(static_cast<Rule>(number)));
    EXPECT_THAT(document, HasSubstr(line + ".\n"));
  }
  EXPECT_THAT(document, ::testing::Not(HasSubstr("\n- R" + std::to_string(kRuleCount + 1) + ":")));
}

}  // namespace
}  // namespace errlookup
