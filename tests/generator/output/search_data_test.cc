// What the site loads for its search box.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <zlib.h>

#include <string>
#include <vector>

#include "generator/output/first_index.h"
#include "generator/output/gzip.h"
#include "generator/output/index_content.h"

namespace errlookup {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string Gunzip(const std::string& packed, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream = {};
  EXPECT_EQ(inflateInit2(&stream, 16 + 15), Z_OK);
  std::string input = packed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return text;
}

TEST(Gzip, KeepsEveryByte) {
  std::string bytes;
  for (unsigned i = 0; i < 100000; ++i) bytes += static_cast<char>(i * i >> 3);
  EXPECT_EQ(Gunzip(Gzip(bytes), bytes.size()), bytes);
}

TEST(Gzip, HasNoTimeInItsHeader) { EXPECT_EQ(Gzip("text").substr(4, 4), std::string(4, '\0')); }

// 628 (0x274) with a page that somebody has written, 629 with a page without a record, and other names of Windows.
IndexInput Input() {
  IndexInput input;
  PageInput written, bare;
  written.slug = "628";
  written.title = "The line dropped";
  written.summary = "Somebody hung up.";
  written.has_record = true;
  written.search_words = {"hung up"};
  written.sections = {{"quick-answer", "Quick answer", "Dial again."}};
  bare.slug = "629";
  input.pages = {written, bare};
  const auto add = [&input](std::uint32_t value, Space space, const char* symbol, const char* message, std::optional<std::size_t> page) {
    EntryInput entry;
    entry.value = value;
    entry.space = space;
    entry.symbol = symbol;
    entry.message = message;
    entry.page = page;
    input.entries.push_back(entry);
  };
  add(628, Space::kRas, "ERROR_DISCONNECTION", "The connection was ended.", 0);
  add(629, Space::kRas, "ERROR_REMOTE_DISCONNECTION", "The remote computer ended it.", 1);
  add(5, Space::kWin32, "ERROR_ACCESS_DENIED", "", {});
  add(274, Space::kNtstatus, "STATUS_PAGE_FAULT", "", {});
  add(0xC0000001, Space::kNtstatus, "STATUS_DISCONNECTION", "", {});
  input.facilities = {{Space::kHresult, 7, "WIN32"}};
  return input;
}

std::vector<std::string> SymbolsOf(const IndexInput& input) {
  std::vector<std::string> symbols;
  for (const EntryInput& entry : input.entries) symbols.push_back(entry.symbol);
  return symbols;
}

TEST(OwnCodes, HoldsOurCodesAndWhatTheyCouldBeTakenFor) {
  EXPECT_THAT(SymbolsOf(OwnCodes(Input())), ElementsAre("ERROR_DISCONNECTION", "ERROR_REMOTE_DISCONNECTION", "STATUS_PAGE_FAULT", "STATUS_DISCONNECTION"));
}

TEST(OwnCodes, KeepsOfAPageItsAddressAndTitle) {
  const PageInput page = OwnCodes(Input()).pages.at(0);
  EXPECT_EQ(page.slug, "628");
  EXPECT_EQ(page.title, "The line dropped");
  EXPECT_TRUE(page.has_record);
  EXPECT_EQ(page.summary, "");
  EXPECT_THAT(page.sections, IsEmpty());
  EXPECT_THAT(page.search_words, IsEmpty());
}

TEST(OwnCodes, KeepsMessages) {
  const IndexInput own = OwnCodes(Input());
  EXPECT_EQ(own.entries.at(0).message, "The connection was ended.");
  EXPECT_EQ(own.entries.at(1).message, "The remote computer ended it.");
}

TEST(FirstIndex, HasLinesOfCodesSymbolsNamesMessagesAndTitles) {
  IndexInput input = Input();
  input.entries[0].aliases = {"OLD_NAME", "OLDER_NAME"};
  input.entries[4].page = 0;
  input.entries[4].is_range_marker = true;
  EXPECT_EQ(WriteFirstIndex(input).value(),
            "5a-\n269c-\n354d\n1\n3221224844c*=0\n"
            "\n"
            "ERROR_ACCESS_DENIED\nSTATUS_PAGE_FAULT\nERROR_DISCONNECTION\nERROR_REMOTE_DISCONNECTION\nSTATUS_DISCONNECTION\n"
            "\n\nOLD_NAME OLDER_NAME\n\n\n"
            "\n\nThe connection was ended.\nThe remote computer ended it.\n\n"
            "The line dropped\n\n");
}

TEST(FirstIndex, MarksTheOwnCodeOfAPageThatIsNotItsFirst) {
  IndexInput input = Input();
  input.entries[2].page = 0;
  EXPECT_TRUE(WriteFirstIndex(input).value().starts_with("5a\n269c-\n354d=0!\n"));
}

TEST(FirstIndex, RefusesALineBreak) {
  IndexInput input = Input();
  input.entries[0].message = "two\nlines";
  EXPECT_EQ(WriteFirstIndex(input).error().code, ErrorCode::kInvalidArgument);
}

TEST(FirstIndex, RefusesAPageThatIsNotNamedAfterItsCode) {
  IndexInput input = Input();
  input.pages[0].slug = "627";
  EXPECT_EQ(WriteFirstIndex(input).error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace errlookup
