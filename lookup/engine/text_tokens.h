// Cuts text into words, punctuation and blanks with their places: what the code parser reads.
//
// Characters that people and programs put in place of ASCII ones come out as these: full-width digits,
// typographic quotes and dashes, the multiplication sign of "0×80070005". Characters of no width vanish.
#ifndef LOOKUP_ENGINE_TEXT_TOKENS_H_
#define LOOKUP_ENGINE_TEXT_TOKENS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

enum class TokenKind : std::uint8_t {
  kWord,    // letters, digits and "_", folded
  kPaired,  // a run of Han, Kana or Hangul
  kPunct,   // one character; '?' for all that have no ASCII counterpart
  kBlank,   // a run of blanks and control characters
};

struct Token {
  std::uint32_t begin = 0;  // bytes of the original text, half-open
  std::uint32_t end = 0;
  std::uint32_t folded_begin = 0;
  std::uint32_t folded_size = 0;
  TokenKind kind = TokenKind::kBlank;
  bool is_no_break = false;  // a blank of one no-break space: groups digits, never separates
  bool has_line_feed = false;
};

class TokenList {
 public:
  // Text beyond 4 GiB is not looked at.
  explicit TokenList(std::string_view text);

  int size() const { return static_cast<int>(tokens_.size()); }
  const Token& operator[](int i) const { return tokens_[static_cast<std::size_t>(i)]; }
  std::string_view text(int i) const {
    return std::string_view(folded_).substr((*this)[i].folded_begin, (*this)[i].folded_size);
  }

  // All of these are false, '\0' or empty outside the list, so that rules need not check bounds.
  bool IsWord(int i) const { return Has(i) && (*this)[i].kind == TokenKind::kWord; }
  bool IsBlank(int i) const { return Has(i) && (*this)[i].kind == TokenKind::kBlank; }
  bool IsPaired(int i) const { return Has(i) && (*this)[i].kind == TokenKind::kPaired; }
  bool IsPunct(int i, char c) const { return Punct(i) == c; }
  char Punct(int i) const { return Has(i) && (*this)[i].kind == TokenKind::kPunct ? text(i)[0] : '\0'; }
  std::string_view Word(int i) const { return IsWord(i) ? text(i) : std::string_view(); }

 private:
  bool Has(int i) const { return i >= 0 && i < size(); }

  std::string folded_;
  std::vector<Token> tokens_;
};

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_TEXT_TOKENS_H_
