#include "generator/check/command_line.h"

#include <utility>

namespace errlookup {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// A cursor over the line that builds segments; the two shells fill in how a word is read.
class Splitter {
 public:
  Splitter(std::string_view line, std::size_t base) : line_(line), base_(base) {}

 protected:
  bool AtEnd() const { return at_ >= line_.size(); }
  char Peek(std::size_t ahead = 0) const { return at_ + ahead < line_.size() ? line_[at_ + ahead] : '\0'; }
  bool LooksAt(std::string_view text) const { return line_.substr(at_, text.size()) == text; }
  void SkipBlanks() {
    while (!AtEnd() && IsBlank(Peek())) ++at_;
  }
  void Fail(std::string error, std::size_t at) {
    if (result_.error.empty()) {
      result_.error = std::move(error);
      result_.error_offset = base_ + at;
    }
    at_ = line_.size();
  }

  void EndSegment(bool next_has_pipe_input) {
    if (!segment_.words.empty())
      result_.segments.push_back(std::move(segment_));
    else if (next_has_pipe_input && result_.error.empty())
      Fail("there is no command before the |", at_ > 0 ? at_ - 1 : 0);
    segment_ = {};
    segment_.has_pipe_input = next_has_pipe_input;
  }

  CommandLine Finish() {
    const bool pipe_is_open = segment_.has_pipe_input && segment_.words.empty();
    EndSegment(false);
    if (pipe_is_open) Fail("there is no command after the |", line_.size());
    return std::move(result_);
  }

  // 2>&1, > file, >> file. Returns whether there was one, without its target.
  bool SkipRedirection(bool* has_target) {
    std::size_t digits = 0;
    if ((IsDigit(Peek()) || Peek() == '*') && Peek(1) == '>') digits = 1;
    if (Peek(digits) != '>') return false;
    at_ += digits + 1;
    if (Peek() == '>') ++at_;
    *has_target = true;
    if (Peek() == '&' && IsDigit(Peek(1))) {
      at_ += 2;
      *has_target = false;
    }
    return true;
  }

  void TakePlaceholder(std::size_t length, Word& word) {
    word.text += line_.substr(at_, length);
    element_.text += line_.substr(at_, length);
    element_.is_open = true;
    at_ += length;
  }

  void Append(char c, Word& word) {
    word.text += c;
    element_.text += c;
  }

  void EndElement(Word& word) {
    word.is_open = word.is_open || element_.is_open;
    word.elements.push_back(std::move(element_));
    element_ = {};
  }

  std::string_view line_;
  std::size_t base_;
  std::size_t at_ = 0;
  CommandLine result_;
  Segment segment_;
  WordElement element_;
};

class CmdSplitter : Splitter {
 public:
  using Splitter::Splitter;

  CommandLine Split() {
    while (true) {
      SkipBlanks();
      if (AtEnd()) return Finish();
      bool has_target = false;
      if (LooksAt("&&") || LooksAt("||")) {
        result_.has_and_or = true;
        at_ += 2;
        EndSegment(false);
      } else if (Peek() == '|') {
        ++at_;
        EndSegment(true);
      } else if (Peek() == '&') {
        ++at_;
        EndSegment(false);
      } else if (SkipRedirection(&has_target)) {
        SkipBlanks();
        if (has_target) {
          result_.writes_file = true;
          if (ReadWord().text.empty()) Fail("there is no file after the >", at_);
        }
      } else {
        segment_.words.push_back(ReadWord());
      }
    }
  }

 private:
  bool IsSeparator(char c) const { return IsBlank(c) || c == '|' || c == '&' || c == '>'; }

  Word ReadWord() {
    Word word;
    word.offset = base_ + at_;
    word.is_quoted = Peek() == '"';
    bool in_quotes = false;
    std::size_t quote_at = 0;
    while (!AtEnd() && (in_quotes || !IsSeparator(Peek()))) {
      if (const std::size_t length = PlaceholderLength(line_.substr(at_)); length > 0) {
        TakePlaceholder(length, word);
      } else if (Peek() == '"') {
        in_quotes = !in_quotes;
        quote_at = at_++;
      } else if (Peek() == '^' && !in_quotes && at_ + 1 < line_.size()) {
        Append(Peek(1), word);
        at_ += 2;
      } else {
        if (Peek() == '%' && (IsLetter(Peek(1)) || Peek(1) == '%')) element_.is_open = true;  // %TEMP%
        Append(Peek(), word);
        ++at_;
      }
    }
    EndElement(word);
    if (in_quotes) Fail("a quote is not closed", quote_at);
    return word;
  }
};

class PowerShellSplitter : Splitter {
 public:
  using Splitter::Splitter;

  CommandLine Split() {
    while (true) {
      SkipBlanks();
      if (AtEnd() || Peek() == '#') return Finish();  // # begins a comment
      bool has_target = false;
      if (LooksAt("&&") || LooksAt("||")) {
        if (!result_.has_and_or) result_.and_or_offset = base_ + at_;
        result_.has_and_or = true;
        at_ += 2;
        EndSegment(false);
      } else if (Peek() == '|') {
        ++at_;
        EndSegment(true);
      } else if (Peek() == ';') {
        ++at_;
        EndSegment(false);
      } else if (Peek() == '&') {
        ++at_;  // the call operator: what it calls is the word after it
        if (!segment_.words.empty()) Fail("a single & does not join commands here", at_ - 1);
      } else if (SkipRedirection(&has_target)) {
        SkipBlanks();
        if (has_target) {
          result_.writes_file = true;
          if (AtEnd() || ReadWord().text.empty()) Fail("there is no file after the >", at_);
        }
      } else if (Peek() == ')' || Peek() == '}') {
        Fail(std::string("a ") + Peek() + " closes nothing", at_);
      } else {
        segment_.words.push_back(ReadWord());
      }
    }
  }

 private:
  static bool EndsElement(char c) {
    return IsBlank(c) || c == '|' || c == ';' || c == '&' || c == ',' || c == ')' || c == '}' || c == '>';
  }

  // A word and, after commas, more elements of the same list: a,b or a, b.
  Word ReadWord() {
    Word word;
    word.offset = base_ + at_;
    word.is_quoted = Peek() == '"' || Peek() == '\'';
    while (true) {
      ReadElement(word);
      const std::size_t after = at_;
      SkipBlanks();
      if (Peek() != ',') {
        if (result_.error.empty()) at_ = after;
        return word;
      }
      word.text += ',';
      ++at_;
      SkipBlanks();
      if (AtEnd()) {
        Fail("nothing follows the comma", after);
        return word;
      }
    }
  }

  void ReadElement(Word& word) {
    const std::size_t begin = at_;
    while (!AtEnd() && !EndsElement(Peek())) {
      const char c = Peek();
      if (const std::size_t length = PlaceholderLength(line_.substr(at_)); length > 0) {
        TakePlaceholder(length, word);
      } else if (c == '\'' || c == '"') {
        ReadString(word);
      } else if (c == '`' && at_ + 1 < line_.size()) {
        Append(Peek(1), word);
        at_ += 2;
      } else if (c == '(' || c == '{' || LooksAt("$(") || LooksAt("@(") || LooksAt("@{") || LooksAt("${")) {
        ReadNested(word);
      } else {
        if (c == '$') element_.is_open = true;
        Append(c, word);
        ++at_;
      }
    }
    if (at_ == begin && !AtEnd() && result_.error.empty()) Fail(std::string("unexpected ") + Peek(), at_);
    EndElement(word);
  }

  void ReadString(Word& word) {
    const std::size_t begin = at_;
    const char quote = line_[at_++];
    while (!AtEnd()) {
      if (Peek() == quote && Peek(1) == quote) {  // a doubled quote is one
        Append(quote, word);
        at_ += 2;
      } else if (Peek() == quote) {
        ++at_;
        return;
      } else if (quote == '"' && Peek() == '`' && at_ + 1 < line_.size()) {
        Append(Peek(1), word);
        at_ += 2;
      } else if (quote == '"' && LooksAt("$(")) {
        ReadNested(word);
      } else {
        if (quote == '"' && Peek() == '$') element_.is_open = true;
        if (PlaceholderLength(line_.substr(at_)) > 0) element_.is_open = true;
        Append(Peek(), word);
        ++at_;
      }
    }
    Fail("a quote is not closed", begin);
  }

  // ( ), { }, $( ), @( ), @{ }, ${ } up to the bracket that matches.
  void ReadNested(Word& word) {
    const std::size_t begin = at_;
    const bool is_table = LooksAt("@{");
    const bool is_variable = LooksAt("${");
    if (Peek() == '$' || Peek() == '@') ++at_;
    const std::size_t inside = at_ + 1;
    std::vector<char> open;
    do {
      const char c = Peek();
      if (c == '(' || c == '{') {
        open.push_back(c);
      } else if (c == ')' || c == '}') {
        if (open.back() != (c == ')' ? '(' : '{')) return Fail(std::string("a ") + c + " closes nothing", at_);
        open.pop_back();
      } else if (c == '\'' || c == '"') {
        SkipString();
        continue;
      } else if (c == '`') {
        ++at_;
      }
      ++at_;
    } while (!open.empty() && !AtEnd());
    if (!open.empty()) return Fail("a bracket is not closed", begin);
    const std::string_view text = line_.substr(inside, at_ - 1 - inside);
    if (!is_variable) result_.nested.push_back({std::string(text), base_ + inside, is_table});
    word.text += line_.substr(begin, at_ - begin);
    element_.text += line_.substr(begin, at_ - begin);
    element_.is_open = true;
  }

  void SkipString() {
    const char quote = line_[at_++];
    while (!AtEnd() && Peek() != quote) at_ += quote == '"' && Peek() == '`' ? 2 : 1;
    ++at_;
  }
};

}  // namespace

CommandLine SplitCmdLine(std::string_view line, std::size_t base) { return CmdSplitter(line, base).Split(); }
CommandLine SplitPowerShellLine(std::string_view line, std::size_t base) {
  return PowerShellSplitter(line, base).Split();
}

std::size_t PlaceholderLength(std::string_view text) {
  if (text.size() < 3 || text[0] != '<' || !IsLetter(text[1])) return 0;
  std::size_t end = 2;
  while (end < text.size() && (IsLetter(text[end]) || IsDigit(text[end]) || text[end] == '-' || text[end] == '_'))
    ++end;
  return end < text.size() && text[end] == '>' ? end + 1 : 0;
}

std::vector<PlaceholderUse> FindPlaceholders(std::string_view text) {
  std::vector<PlaceholderUse> uses;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    if (const std::size_t length = PlaceholderLength(text.substr(at)); length > 0)
      uses.push_back({std::string(text.substr(at + 1, length - 2)), at});
  return uses;
}

}  // namespace errlookup
