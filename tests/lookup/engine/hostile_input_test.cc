// Whatever is pasted, the answer comes in bounded time and finds a code wherever it stands.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "lookup/engine/engine.h"
#include "tests/support/catalog_index.h"

namespace errlookup {
namespace {

constexpr std::size_t kMegabyte = 1 << 20;

std::string Repeat(std::string_view piece) {
  std::string text;
  text.reserve(kMegabyte + piece.size());
  while (text.size() < kMegabyte) text += piece;
  return text;
}

Answer Ask(std::string_view query) { return Engine(CatalogIndex()).Ask(query); }

// The pieces are what each part of the engine would like least; a quadratic step would take minutes.
class Hostile : public testing::TestWithParam<const char*> {};

TEST_P(Hostile, TextOfAMegabyteDoesNotHideTheCodeAtItsEnd) {
  const Answer answer = Ask(Repeat(GetParam()) + "\nerror code: 0x800735E9");
  EXPECT_LE(answer.matches.size(), QueryOptions{}.limit);
  bool is_found = false;
  for (const Match& match : answer.matches) is_found = is_found || match.value == 13801;
  EXPECT_TRUE(is_found);
}

INSTANTIATE_TEST_SUITE_P(Pieces, Hostile,
                         testing::Values("a", "1", "a ", "1 ", "1.", "1:", "1-", "-", "0x", "0x1 ", "\xFF", "\xC3", "_", "a_b ", "(", "ERROR_IPSEC_X ",
                                         "error 1 ", "策略", "é", "\u200B", "polcy ", "certificate policy negotiation ", "hresult_from_win32(", "de ad be ef "));

TEST(HostileInput, NulIsABlank) {
  const Answer answer = Ask(std::string_view("error\0 13801\0", 13));
  ASSERT_FALSE(answer.matches.empty());
  EXPECT_EQ(answer.matches.front().value, 13801u);
}

TEST(HostileInput, InvalidUtf8AroundACodeDoesNotHideIt) {
  const Answer answer = Ask("\xFF\xFE error 13801 \x80\xBF");
  ASSERT_FALSE(answer.matches.empty());
  EXPECT_EQ(answer.matches.front().value, 13801u);
}

TEST(HostileInput, TheEmptyTextFindsNothing) { EXPECT_TRUE(Ask("").matches.empty()); }

TEST(HostileInput, EveryShortTextOfPunctuationAndDigitsIsAnswered) {
  const std::string_view alphabet = "0x-:.'#\\ f";
  std::string text(4, ' ');
  for (const char a : alphabet)
    for (const char b : alphabet)
      for (const char c : alphabet)
        for (const char d : alphabet) {
          text[0] = a, text[1] = b, text[2] = c, text[3] = d;
          EXPECT_LE(Engine(CatalogIndex()).Decode(text).size(), 20u);
        }
}

}  // namespace
}  // namespace errlookup
