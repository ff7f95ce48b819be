// The inline half of terminal_markdown.h. Works from left to right: at each special character it tries to
// read a construct; if none closes, the character stands for itself.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "lookup/base/utf8.h"
#include "lookup/cli/safe_text.h"
#include "lookup/cli/terminal_markdown.h"

namespace errlookup {
namespace {

// Bounds for texts that somebody made to be slow: every construct looks ahead for its end.
constexpr std::size_t kLongestParagraph = 64 * 1024;
constexpr int kDeepest = 8;

bool IsAsciiPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}
bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool IsWordByte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}
bool IsWebAddress(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

// What stops the reader. Asked for every character: a table.
enum class Stop : std::uint8_t { kNone, kConstruct, kControl, kNotAscii };
constexpr std::array<Stop, 256> kStops = [] {
  std::array<Stop, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    if (c < 0x20 || c == 0x7F) table[c] = Stop::kControl;
    if (c >= 0x80) table[c] = Stop::kNotAscii;
  }
  for (const char c : std::string_view("*`_[\n\\<&!")) table[static_cast<unsigned char>(c)] = Stop::kConstruct;
  return table;
}();
Stop StopAt(char c) { return kStops[static_cast<unsigned char>(c)]; }

// Position of the first character at or after "at" that stops the reader, or the size of "text".
std::size_t FindStop(std::string_view text, std::size_t at) {
  // Eight characters at a time, and one question for all of them.
  const auto stops = [&](std::size_t i) { return static_cast<unsigned>(StopAt(text[at + i])); };
  while (text.size() - at >= 8 &&
         (stops(0) | stops(1) | stops(2) | stops(3) | stops(4) | stops(5) | stops(6) | stops(7)) == 0) {
    at += 8;
  }
  while (at < text.size() && StopAt(text[at]) == Stop::kNone) ++at;
  return at;
}

// The characters of "&amp;" and its like; nothing if "text" does not begin with a reference. Sets "length".
std::optional<std::string> ReadEntity(std::string_view text, std::size_t& length) {
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  length = end + 1;
  const std::string_view name = text.substr(1, end - 1);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNames = {{
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00A0"},
      {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"}, {"rarr", "→"},
  }};
  for (const auto& [known, characters] : kNames) {
    if (name == known) return std::string(characters);
  }
  if (name.size() < 2 || name[0] != '#') return std::nullopt;
  const bool is_hex = name[1] == 'x' || name[1] == 'X';
  char32_t value = 0;
  for (const char c : name.substr(is_hex ? 2 : 1)) {
    const int digit = c >= '0' && c <= '9'              ? c - '0'
                      : is_hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : is_hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                       : -1;
    if (digit < 0) return std::nullopt;
    value = value * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  std::string character;
  AppendUtf8(value == 0 ? kReplacementCharacter : value, character);
  return character;
}

class InlineReader {
 public:
  InlineReader(const MarkdownLook& look, StyledText& to) : look_(look), to_(to) {}

  void Read(std::string_view text) { ReadText(text, Style::kPlain, 0); }

 private:
  void PutSafe(std::string_view text, Style style) {
    PlainRun(text) == text.size() ? to_.Append(text, style) : to_.Append(SafeText(text), style);
  }
  void PutLineBreak() { to_.Append("\n", Style::kPlain); }

  // Steps over the character at "at"; returns its length. If it is unsafe, appends what is before it and stands for it.
  std::size_t SkipCharacter(std::string_view text, std::size_t at, std::size_t& plain_begin, Style style) {
    const Utf8Character character = DecodeUtf8(text.substr(at));
    if (!character.is_valid || !IsSafeCharacter(character.value)) {
      to_.Append(text.substr(plain_begin, at - plain_begin), style);
      to_.Append(SafeText(text.substr(at, character.length)), style);
      plain_begin = at + character.length;
    }
    return character.length;
  }

  void ReadText(std::string_view text, Style style, int depth) {
    std::size_t plain_begin = 0;  // from here to "at" all is safe, and stands for itself
    std::size_t at = 0;
    while (true) {
      at = FindStop(text, at);
      if (at == text.size()) break;
      if (StopAt(text[at]) != Stop::kConstruct) {
        at += SkipCharacter(text, at, plain_begin, style);
        continue;
      }
      const std::size_t length = depth < kDeepest ? TryConstruct(text, at, plain_begin, style, depth) : 0;
      if (length > 0) {
        at += length;
        plain_begin = at;
      } else if (text[at] == '`') {
        at = std::min(text.find_first_not_of('`', at), text.size());   // a run of backticks is one mark
      } else if (text[at] == '\n') {
        to_.Append(text.substr(plain_begin, at - plain_begin), style);
        if (!to_.text.ends_with(' ')) to_.Append(" ", style);
        plain_begin = ++at;
      } else {
        ++at;
      }
    }
    to_.Append(text.substr(plain_begin), style);
  }

  // Reads a construct at "at", after the plain text from "plain_begin"; returns its length, 0 if there is none.
  std::size_t TryConstruct(std::string_view text, std::size_t at, std::size_t plain_begin, Style style, int depth) {
    const std::string_view rest = text.substr(at);
    const auto put_plain = [&](std::size_t trim = 0) { to_.Append(text.substr(plain_begin, at - plain_begin - trim), style); };
    switch (rest.front()) {
      case '\\':
        if (rest.size() < 2) return 0;
        if (rest[1] == '\n') {
          put_plain();
          PutLineBreak();
          return 2;
        }
        if (!IsAsciiPunctuation(rest[1])) return 0;
        put_plain();
        to_.Append(rest.substr(1, 1), style);
        return 2;
      case '\n':
        if (at < plain_begin + 2 || text.substr(at - 2, 2) != "  ") return 0;
        put_plain(2);
        PutLineBreak();
        return 1;
      case '`': return ReadCode(rest, put_plain);
      case '*':
      case '_': return ReadEmphasis(text, at, put_plain, style, depth);
      case '!':
        return rest.size() > 1 && rest[1] == '[' ? ReadLink(rest, 1, put_plain, style, depth) : 0;
      case '[': return ReadLink(rest, 0, put_plain, style, depth);
      case '<': return ReadAutolink(rest, put_plain);
      case '&': {
        std::size_t length = 0;
        const std::optional<std::string> characters = ReadEntity(rest, length);
        if (!characters) return 0;
        put_plain();
        PutSafe(*characters, style);
        return length;
      }
      default: return 0;
    }
  }

  template <typename PutPlain>
  std::size_t ReadCode(std::string_view rest, const PutPlain& put_plain) {
    std::size_t ticks = rest.find_first_not_of('`');
    if (ticks == std::string_view::npos) return 0;
    const std::size_t end = FindTicks(rest, ticks, ticks);
    if (end == std::string_view::npos) return 0;
    std::string_view code = rest.substr(ticks, end - ticks);
    const auto is_gap = [](char c) { return c == ' ' || c == '\n'; };
    if (code.size() > 2 && is_gap(code.front()) && is_gap(code.back()) && !std::all_of(code.begin(), code.end(), is_gap))
      code = code.substr(1, code.size() - 2);
    put_plain();
    const std::string_view mark = look_.colors == Colors::kOn ? "" : "`";
    to_.Append(mark, Style::kCode);
    PutSafe(code, Style::kCode);
    to_.Append(mark, Style::kCode);
    return end + ticks;
  }

  // Position of a run of exactly "ticks" backticks at or after "from".
  static std::size_t FindTicks(std::string_view text, std::size_t from, std::size_t ticks) {
    while (true) {
      const std::size_t begin = text.find('`', from);
      if (begin == std::string_view::npos) return begin;
      std::size_t end = text.find_first_not_of('`', begin);
      if (end == std::string_view::npos) end = text.size();
      if (end - begin == ticks) return begin;
      from = end;
    }
  }

  template <typename PutPlain>
  std::size_t ReadEmphasis(std::string_view text, std::size_t at, const PutPlain& put_plain, Style style, int depth) {
    const std::string_view rest = text.substr(at);
    const char mark = rest.front();
    const std::size_t marks = rest.size() > 1 && rest[1] == mark ? 2 : 1;
    if (rest.size() <= marks || IsBlank(rest[marks])) return 0;
    if (mark == '_' && at > 0 && IsWordByte(text[at - 1])) return 0;
    const std::size_t end = FindEmphasisEnd(rest, marks);
    if (end == std::string_view::npos) return 0;
    put_plain();
    ReadText(rest.substr(marks, end - marks), Emphasised(style, marks), depth + 1);
    return end + marks;
  }

  // A terminal shows one style at a time: the stronger one.
  static Style Emphasised(Style style, std::size_t marks) {
    if (style != Style::kPlain && style != Style::kEmphasis) return style;
    return marks == 2 ? Style::kStrong : Style::kEmphasis;
  }

  static std::size_t FindEmphasisEnd(std::string_view rest, std::size_t marks) {
    const char mark = rest.front();
    for (std::size_t i = marks; i + marks <= rest.size();) {
      if (rest[i] == '\\') {
        i += 2;
      } else if (rest[i] == '`') {
        i = AfterCode(rest, i);
      } else if (rest[i] == mark) {
        std::size_t run_end = rest.find_first_not_of(mark, i);
        if (run_end == std::string_view::npos) run_end = rest.size();
        const std::size_t run = run_end - i;
        const bool can_close = i > marks && !IsBlank(rest[i - 1]) &&
                               (mark == '*' || run_end == rest.size() || !IsWordByte(rest[run_end]));
        if (can_close && run == marks) return i;
        if (can_close && run == 3) return i + (marks == 2 ? 1 : 2);   // the inner emphasis closes first
        if (!can_close && run == marks && marks == 1 && mark == '*') return std::string_view::npos;
        i = run_end;
      } else {
        ++i;
      }
    }
    return std::string_view::npos;
  }

  // Where to go on after the backticks at "at": behind the code they open, or behind themselves.
  static std::size_t AfterCode(std::string_view text, std::size_t at) {
    std::size_t begin = text.find_first_not_of('`', at);
    if (begin == std::string_view::npos) return text.size();
    const std::size_t end = FindTicks(text, begin, begin - at);
    return end == std::string_view::npos ? begin : end + (begin - at);
  }

  template <typename PutPlain>
  std::size_t ReadLink(std::string_view rest, std::size_t open, const PutPlain& put_plain, Style style, int depth) {
    const std::size_t close = FindClosing(rest, open, '[', ']');
    if (close == std::string_view::npos || close + 1 >= rest.size() || rest[close + 1] != '(') return 0;
    const std::size_t end = FindClosing(rest, close + 1, '(', ')');
    if (end == std::string_view::npos) return 0;
    put_plain();
    const std::string_view text = rest.substr(open + 1, close - open - 1);
    std::string_view address = rest.substr(close + 2, end - close - 2);
    if (const std::size_t title = address.find(' '); title != std::string_view::npos) address = address.substr(0, title);
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    ReadText(text, style == Style::kPlain ? Style::kLink : style, depth + 1);
    if (const std::string reference = look_.links.Reference(text, address); !reference.empty()) {
      to_.Append(" ", Style::kPlain);
      PutSafe(reference, Style::kMuted);
    }
    return end + 1;
  }

  static std::size_t FindClosing(std::string_view text, std::size_t open, char opening, char closing) {
    const std::size_t first = text.find(closing, open);
    if (first == std::string_view::npos) return first;
    // Nearly always nothing that counts stands between.
    const std::string_view between = text.substr(open + 1, first - open - 1);
    if (std::none_of(between.begin(), between.end(), [opening](char c) { return c == opening || c == '\\' || c == '`'; }))
      return first;
    int level = 0;
    for (std::size_t i = open; i < text.size();) {
      if (text[i] == '\\') {
        i += 2;
        continue;
      }
      if (text[i] == '`' && opening == '[') {
        i = AfterCode(text, i);
        continue;
      }
      if (text[i] == opening) ++level;
      if (text[i] == closing && --level == 0) return i;
      ++i;
    }
    return std::string_view::npos;
  }

  template <typename PutPlain>
  std::size_t ReadAutolink(std::string_view rest, const PutPlain& put_plain) {
    const std::size_t end = rest.find('>');
    if (end == std::string_view::npos || !IsWebAddress(rest.substr(1))) return 0;
    const std::string_view address = rest.substr(1, end - 1);
    if (address.find_first_of(" \n<") != std::string_view::npos) return 0;
    put_plain();
    PutSafe(address, Style::kLink);
    return end + 1;
  }

  const MarkdownLook& look_;
  StyledText& to_;
};

}  // namespace

void AppendInlineMarkdown(std::string_view markdown, const MarkdownLook& look, StyledText& to) {
  if (markdown.size() > kLongestParagraph) return to.Append(SafeText(markdown), Style::kPlain);
  InlineReader(look, to).Read(markdown);
}

}  // namespace errlookup
