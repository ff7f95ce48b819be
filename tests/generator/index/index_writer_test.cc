#include "generator/index/index_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "lookup/index/index_reader.h"
#include "tests/generator/index/small_input.h"

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Keeps the bytes that the reader looks at.
class OpenIndex {
 public:
  explicit OpenIndex(const IndexInput& input, IndexProfile profile = IndexProfile::kFull)
      : image_(WriteIndex(input, profile).value()), reader_(IndexReader::Open(image_).value()) {}
  const IndexReader* operator->() const { return &reader_; }

  EntryId Find(std::string_view symbol) const { return reader_.FindSymbol(symbol).at(0); }
  std::vector<Posting> Postings(std::string_view word) const {
    const std::optional<WordId> id = reader_.FindWord(word);
    return id ? reader_.postings(*id) : std::vector<Posting>();
  }

 private:
  std::vector<std::byte> image_;
  IndexReader reader_;
};

std::vector<std::string> Symbols(const IndexReader& index) {
  std::vector<std::string> symbols;
  for (EntryId id = 0; id < index.entry_count(); ++id) symbols.push_back(index.symbol(id));
  return symbols;
}

TEST(IndexWriter, KeepsWhatIsSaidAboutTheData) {
  const OpenIndex index(SmallInput());
  EXPECT_EQ(index->base_url(), "https://example.com/ipsec/");
  EXPECT_EQ(index->data_version(), "2026-11-20");
}

TEST(IndexWriter, OrdersEntriesByValueThenSpaceThenRank) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(Symbols(*index.operator->()),
              ElementsAre("ERROR_SUCCESS", "NO_ERROR", "S_OK", "ERROR_IPSEC_QM_POLICY_PENDING_DELETION",
                          "ERROR_IPSEC_BAD_SPI", "OLE_E_OLEVERB", "OLE_E_FIRST", "STATUS_IPSEC_BAD_SPI"));
}

TEST(IndexWriter, KeepsEntries) {
  const OpenIndex index(SmallInput());
  EXPECT_EQ(index->entry(3), (Entry{13023, Space::kWin32, false, PageId{0}}));
  EXPECT_EQ(index->entry(2), (Entry{0, Space::kHresult, false, {}}));
  EXPECT_EQ(index->entry(6), (Entry{0x80040000, Space::kHresult, true, {}}));
  EXPECT_EQ(index->entry(7), (Entry{0xC0360001, Space::kNtstatus, false, PageId{1}}));
}

TEST(IndexWriter, KeepsHeadersMessagesAndOlderNames) {
  const OpenIndex index(SmallInput());
  EXPECT_EQ(index->header(3), "winerror.h");
  EXPECT_EQ(index->header(7), "ntstatus.h");
  EXPECT_EQ(index->message(3), "The specified quick mode policy is pending deletion.");
  EXPECT_EQ(index->message(0), "");
  EXPECT_THAT(index->aliases(4), ElementsAre("OLD_BAD_SPI", "ERROR_BAD_SPI"));
  EXPECT_THAT(index->aliases(3), IsEmpty());
}

TEST(IndexWriter, FindsEveryEntryOfAValue) {
  const OpenIndex index(SmallInput());
  EXPECT_EQ(index->FindValue(0).begin, 0u);
  EXPECT_EQ(index->FindValue(0).end, 3u);
  EXPECT_EQ(index->FindValue(13023).begin, 3u);
  EXPECT_EQ(index->FindValue(13023).size(), 1u);
  EXPECT_TRUE(index->FindValue(13024).empty());
  EXPECT_TRUE(index->FindValue(0xFFFFFFFF).empty());
}

TEST(IndexWriter, LowerBoundIsWhereAValueWouldStand) {
  const OpenIndex index(SmallInput());
  EXPECT_EQ(index->LowerBound(1), 3u);
  EXPECT_EQ(index->LowerBound(13024), 4u);
  EXPECT_EQ(index->LowerBound(0xFFFFFFFF), 8u);
}

TEST(IndexWriter, FindsSymbolsAndOlderNamesInAnyCase) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(index->FindSymbol("error_ipsec_bad_spi"), ElementsAre(4));
  EXPECT_THAT(index->FindSymbol("Old_Bad_Spi"), ElementsAre(4));
  EXPECT_THAT(index->FindSymbol("NO_ERROR_AT_ALL"), IsEmpty());
  EXPECT_THAT(index->FindSymbol(""), IsEmpty());
}

TEST(IndexWriter, DoesNotTakeWordsOfASymbolForTheSymbol) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(index->FindSymbol("SPI_BAD_IPSEC_ERROR"), IsEmpty());
  EXPECT_THAT(index->FindSymbol("ERROR_IPSEC_BAD"), IsEmpty());
}

// FindSymbol relies on it that the tokenizer gives the words of NameWords.
TEST(IndexWriter, FindsNamesOfEveryShape) {
  IndexInput input;
  const std::vector<std::string> names = {"COR_E_InvalidUdt", "hrNone",      "ERROR_802_11X", "IKEv2_2nd",
                                          "A",                "FEHLER_\xC3\x9C" "BER_7", "x-y.z",
                                          "LONG_" + std::string(80, 'Q') + "_END"};
  for (const std::string& name : names) {
    input.entries.push_back(MakeEntry(Space::kWin32, static_cast<std::uint32_t>(input.entries.size()), name));
  }
  const OpenIndex index(input);
  for (EntryId id = 0; id < names.size(); ++id) EXPECT_THAT(index->FindSymbol(names[id]), ElementsAre(id));
}

TEST(IndexWriter, KeepsFacilityNames) {
  const OpenIndex index(SmallInput());
  EXPECT_EQ(index->facility_name(Space::kHresult, 7), "FACILITY_WIN32");
  EXPECT_EQ(index->facility_name(Space::kNtstatus, 0x36), "FACILITY_IPSEC");
  EXPECT_EQ(index->facility_name(Space::kNtstatus, 7), "");
}

TEST(IndexWriter, KeepsPages) {
  const IndexInput input = SmallInput();
  const OpenIndex index(input);
  ASSERT_EQ(index->page_count(), 2u);
  const PageInfo page = index->page(0);
  EXPECT_EQ(page.slug, input.pages[0].slug);
  EXPECT_EQ(page.title, input.pages[0].title);
  EXPECT_EQ(page.summary, input.pages[0].summary);
  EXPECT_EQ(page.family, input.pages[0].family);
  EXPECT_EQ(page.family_title, input.pages[0].family_title);
  EXPECT_EQ(page.level, input.pages[0].level);
  EXPECT_EQ(page.updated, input.pages[0].updated);
  EXPECT_EQ(page.where, input.pages[0].where);
  EXPECT_TRUE(page.has_record);
  EXPECT_FALSE(index->page(1).has_record);
}

TEST(IndexWriter, PutsTheCodeOfTheSlugFirst) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(index->page(1).codes, ElementsAre(7, 4));
}

TEST(IndexWriter, KeepsSectionsInTheFullProfileOnly) {
  const IndexInput input = SmallInput();
  const OpenIndex full(input);
  EXPECT_TRUE(full->has_texts());
  EXPECT_EQ(full->sections(0), input.pages[0].sections);
  const OpenIndex slim(input, IndexProfile::kSlim);
  EXPECT_FALSE(slim->has_texts());
  EXPECT_THAT(slim->sections(0), IsEmpty());
}

TEST(IndexWriter, PutsTheTextOfTheFamilyBeforeThePagesThatShowIt) {
  IndexInput input = SmallInput();
  const Section own = {"meaning", "Meaning", "Nothing is known."};
  input.pages[1].sections = {own};
  const OpenIndex index(input);
  EXPECT_THAT(index->sections(1), ElementsAre(input.family_texts[0].sections[0], own));
  input.pages[1].shows_family_text = false;
  EXPECT_THAT(OpenIndex(input)->sections(1), ElementsAre(own));
}

TEST(IndexWriter, KeepsWhichPagesMentionACode) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(index->mentions(index.Find("OLE_E_OLEVERB")), ElementsAre(0, 1));
  EXPECT_THAT(index->mentions(index.Find("OLE_E_FIRST")), ElementsAre(0, 1));  // another name of the same code
  EXPECT_THAT(index->mentions(index.Find("S_OK")), ElementsAre(0));
  EXPECT_THAT(index->mentions(index.Find("ERROR_SUCCESS")), IsEmpty());
}

TEST(IndexWriter, LeavesOutMentionsOfCodesThatHaveNoName) {
  IndexInput input = SmallInput();
  input.mentions = {{Space::kHresult, 0x80041234, 0}, {Space::kNtstatus, 0x80040000, 0}};
  const OpenIndex index(input);
  for (EntryId id = 0; id < index->entry_count(); ++id) EXPECT_THAT(index->mentions(id), IsEmpty());
}

TEST(IndexWriter, KeepsFamilyTextsAndMentionsInTheFullProfileOnly) {
  const OpenIndex slim(SmallInput(), IndexProfile::kSlim);
  EXPECT_THAT(slim->sections(1), IsEmpty());
  EXPECT_THAT(slim->mentions(slim.Find("OLE_E_OLEVERB")), IsEmpty());
}

TEST(IndexWriter, RefusesAMentionOnAPageThatIsNotThere) {
  IndexInput input = SmallInput();
  input.mentions[0].page = 2;
  EXPECT_FALSE(WriteIndex(input, IndexProfile::kFull).ok());
}

TEST(IndexWriter, OrdersWordsByTheirBytes) {
  const OpenIndex index(SmallInput());
  std::vector<std::string> words;
  for (WordId id = 0; id < index->word_count(); ++id) words.push_back(index->word(id));
  EXPECT_TRUE(std::is_sorted(words.begin(), words.end()));
  EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
  for (WordId id = 0; id < index->word_count(); ++id) {
    EXPECT_EQ(index->FindWord(words[id]), id);
    EXPECT_EQ(index->letter_mask(id), LetterMask(words[id]));
  }
}

TEST(IndexWriter, PostsWordsWithTheirFields) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(index.Postings("qm"), ElementsAre(Posting{3, Field::kSymbol}));
  EXPECT_THAT(index.Postings("old"), ElementsAre(Posting{4, Field::kSymbol}));
  EXPECT_THAT(index.Postings("specified"), ElementsAre(Posting{3, Field::kMessage}));
  EXPECT_THAT(index.Postings("waiting"), ElementsAre(Posting{3, Field::kTitle}));
  EXPECT_THAT(index.Postings("qmpolicy"), ElementsAre(Posting{3, Field::kSearchWords}));
  EXPECT_THAT(index.Postings("loschen"), ElementsAre(Posting{3, Field::kSearchWords}));
  EXPECT_THAT(index.Postings("association"), ElementsAre(Posting{3, Field::kSummary}));
  EXPECT_THAT(index.Postings("try"), ElementsAre(Posting{3, Field::kSummary}));
  EXPECT_THAT(index.Postings("policy"),
              ElementsAre(Posting{3, Field::kSymbol}, Posting{3, Field::kMessage}, Posting{3, Field::kTitle},
                          Posting{3, Field::kSummary}));
  EXPECT_THAT(index.Postings("spi"), ElementsAre(Posting{4, Field::kSymbol}, Posting{4, Field::kMessage},
                                                 Posting{7, Field::kSymbol}));
}

TEST(IndexWriter, DoesNotPostTheAddressesOfLinks) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(index.Postings("hidden"), IsEmpty());
}

TEST(IndexWriter, PostsTheSameWordsInBothProfiles) {
  const OpenIndex full(SmallInput()), slim(SmallInput(), IndexProfile::kSlim);
  std::vector<std::string> full_words, slim_words;
  for (WordId id = 0; id < full->word_count(); ++id) full_words.push_back(full->word(id));
  for (WordId id = 0; id < slim->word_count(); ++id) slim_words.push_back(slim->word(id));
  EXPECT_EQ(full_words, slim_words);
  for (const std::string& word : full_words) EXPECT_EQ(full.Postings(word), slim.Postings(word)) << word;
}

TEST(IndexWriter, DoesNotPostTheWordsOfOtherSections) {
  const OpenIndex index(SmallInput());
  EXPECT_THAT(index.Postings("agent"), IsEmpty());
}

TEST(IndexWriter, FindsWordsThatBeginWithAPrefix) {
  const OpenIndex index(SmallInput());
  const IdRange range = index->FindPrefix("del");
  std::vector<std::string> words;
  for (WordId id = range.begin; id < range.end; ++id) words.push_back(index->word(id));
  EXPECT_THAT(words, ElementsAre("delete", "deleted", "deletion"));
  EXPECT_TRUE(index->FindPrefix("zzz").empty());
  EXPECT_EQ(index->FindPrefix("").size(), index->word_count());
}

TEST(IndexWriter, TakesAnEmptyInput) {
  const OpenIndex index((IndexInput()));
  EXPECT_EQ(index->entry_count(), 0u);
  EXPECT_EQ(index->page_count(), 0u);
  EXPECT_EQ(index->word_count(), 0u);
  EXPECT_TRUE(index->FindValue(0).empty());
  EXPECT_THAT(index->FindSymbol("A"), IsEmpty());
}

TEST(IndexWriter, GivesTheSameBytesForEveryOrderOfTheEntries) {
  IndexInput input = SmallInput();
  const std::vector<std::byte> expected = WriteIndex(input, IndexProfile::kFull).value();
  std::mt19937 random(1);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(input.entries.begin(), input.entries.end(), random);
    std::shuffle(input.facilities.begin(), input.facilities.end(), random);
    EXPECT_EQ(WriteIndex(input, IndexProfile::kFull).value(), expected);
  }
}

TEST(IndexWriter, SurvivesManyEntries) {
  IndexInput input;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    input.entries.push_back(MakeEntry(static_cast<Space>(i % 3), i / 2 * 0x7FFFFF, "NAME_" + std::to_string(i * i)));
  }
  const OpenIndex index(input);
  ASSERT_EQ(index->entry_count(), 1000u);
  for (const EntryInput& entry : input.entries) {
    const EntryId id = index.Find(entry.symbol);
    EXPECT_EQ(index->symbol(id), entry.symbol);
    EXPECT_EQ(index->entry(id).value, entry.value);
    EXPECT_EQ(index->entry(id).space, entry.space);
    const IdRange range = index->FindValue(entry.value);
    EXPECT_TRUE(range.begin <= id && id < range.end);
    EXPECT_EQ(range.size(), 2u);
  }
}

TEST(IndexWriter, RefusesTextThatIsNotUtf8) {
  IndexInput input = SmallInput();
  input.pages[0].sections[0].markdown = "caf\xE9";
  const auto result = WriteIndex(input, IndexProfile::kFull);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::kInvalidArgument);
  EXPECT_THAT(result.error().message, HasSubstr("page \"13023\""));
}

TEST(IndexWriter, RefusesAPageWithoutACode) {
  IndexInput input = SmallInput();
  input.pages.emplace_back().slug = "99";
  const auto result = WriteIndex(input, IndexProfile::kFull);
  ASSERT_FALSE(result.ok());
  EXPECT_THAT(result.error().message, HasSubstr("no code belongs to the page \"99\""));
}

TEST(IndexWriter, RefusesATextLongerThanTheFormatAllows) {
  IndexInput input = SmallInput();
  input.pages[0].sections[0].markdown = std::string((1u << 20) + 1, 'x');
  const auto result = WriteIndex(input, IndexProfile::kFull);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, ErrorCode::kLimit);
  EXPECT_THAT(result.error().message, HasSubstr("1 MiB"));
}

}  // namespace
}  // namespace errlookup
