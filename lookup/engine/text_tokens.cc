#include "lookup/engine/text_tokens.h"

#include <limits>

#include "lookup/base/utf8.h"
#include "lookup/text/fold.h"

namespace errlookup {
namespace {

constexpr char32_t kMultiplicationSign = 0xD7;

bool IsNoBreakSpace(char32_t c) { return c == 0xA0 || c == 0x2007 || c == 0x2009 || c == 0x202F; }

bool IsBlankCharacter(char32_t c) {
  return c <= ' ' || c == 0x7F || (c >= 0x80 && c < 0xA0) || IsNoBreakSpace(c) || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x3000;
}

// The ASCII character that stands for a separator, or '?'.
char AsciiPunct(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c < 0x80) return static_cast<char>(c);
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c >= 0x2018 && c <= 0x201B) return '\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || (c >= 0x300C && c <= 0x300F)) return '"';
  switch (c) {
    case 0x3001: return ',';
    case 0x3002: case 0x2026: return '.';
    case 0x3008: case 0x3010: return '[';
    case 0x3009: case 0x3011: return ']';
    case 0xB0: return '%';  // a degree sign: a unit, like a percent sign
    default: return '?';
  }
}

bool IsWordCharacter(char32_t c) { return c == '_' || c == 0xFF3F || KindOf(c) == CharKind::kLetter; }

TokenKind KindOfToken(char32_t c) {
  if (IsBlankCharacter(c)) return TokenKind::kBlank;
  if (IsWordCharacter(c)) return TokenKind::kWord;
  return KindOf(c) == CharKind::kPaired ? TokenKind::kPaired : TokenKind::kPunct;
}

void AppendFolded(char32_t c, TokenKind kind, std::string& out) {
  if (kind == TokenKind::kBlank) {
    out += ' ';
  } else if (kind == TokenKind::kPunct) {
    out += AsciiPunct(c);
  } else if (kind == TokenKind::kPaired) {
    AppendUtf8(c, out);
  } else if (c == kMultiplicationSign) {
    out += 'x';
  } else {
    const Folded folded = Fold(c);
    AppendUtf8(folded.first == 0xFF3F ? U'_' : folded.first, out);
    if (folded.second != 0) AppendUtf8(folded.second, out);
  }
}

}  // namespace

TokenList::TokenList(std::string_view text) {
  text = text.substr(0, std::numeric_limits<std::int32_t>::max());
  folded_.reserve(text.size());
  tokens_.reserve(text.size() / 3 + 1);
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Character next = DecodeUtf8(text.substr(i));
    const auto begin = static_cast<std::uint32_t>(i);
    i += next.length;
    const char32_t c = next.is_valid ? next.value : kReplacementCharacter;
    if (KindOf(c) == CharKind::kIgnored) continue;

    const bool has_previous = !tokens_.empty();
    TokenKind kind = KindOfToken(c);
    if (c == kMultiplicationSign && has_previous && this->text(size() - 1) == "0") kind = TokenKind::kWord;
    const bool is_no_break = IsNoBreakSpace(c);
    const bool joins = has_previous && tokens_.back().kind == kind && kind != TokenKind::kPunct;
    if (!joins) tokens_.push_back({begin, 0, static_cast<std::uint32_t>(folded_.size()), 0, kind, is_no_break, false});
    AppendFolded(c, kind, folded_);

    Token& token = tokens_.back();
    token.end = static_cast<std::uint32_t>(i);
    token.folded_size = static_cast<std::uint32_t>(folded_.size()) - token.folded_begin;
    token.is_no_break = token.is_no_break && !joins;
    token.has_line_feed = token.has_line_feed || c == '\n';
  }
}

}  // namespace errlookup
