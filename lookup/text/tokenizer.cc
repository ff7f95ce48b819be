#include "lookup/text/tokenizer.h"

#include <utility>

#include "lookup/base/utf8.h"
#include "lookup/text/fold.h"

namespace errlookup {
namespace {

// Collects one run of letters, or one run of paired characters, at a time.
class WordCutter {
 public:
  void AddLetter(char32_t c) {
    if (is_paired_) EndWord();
    const Folded folded = Fold(c);
    Append(folded.first);
    if (folded.second != 0) Append(folded.second);
  }

  void AddAscii(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return EndWord();
    if (is_paired_) EndWord();
    if (word_.size() < kMaxWordBytes) word_ += c;
  }

  // "word_" holds the previous character; each further one completes a pair.
  void AddPaired(char32_t c) {
    if (!is_paired_) EndWord();
    is_paired_ = true;
    const bool is_first = word_.empty();
    const std::size_t previous_size = word_.size();
    AppendUtf8(c, word_);
    if (is_first) return;
    std::string next = word_.substr(previous_size);
    words_.push_back(std::move(word_));
    word_ = std::move(next);
    has_pair_ = true;
  }

  void EndWord() {
    // After a pair, "word_" is the pair's second half and has been said.
    if (word_.empty()) return;
    if (!has_pair_) words_.push_back(std::move(word_));
    word_.clear();
    is_paired_ = has_pair_ = is_full_ = false;
  }

  std::vector<std::string> Take() && { return std::move(words_); }

 private:
  void Append(char32_t c) {
    if (is_full_) return;
    const std::size_t size = word_.size();
    AppendUtf8(c, word_);
    if (word_.size() <= kMaxWordBytes) return;
    word_.resize(size);
    is_full_ = true;
  }

  std::vector<std::string> words_;
  std::string word_;
  bool is_paired_ = false;
  bool has_pair_ = false;
  bool is_full_ = false;
};

}  // namespace

std::vector<std::string> Tokenize(std::string_view utf8) {
  WordCutter cutter;
  while (!utf8.empty()) {
    if (const auto c = static_cast<unsigned char>(utf8.front()); c < 0x80) {  // most text
      utf8.remove_prefix(1);
      cutter.AddAscii(static_cast<char>(c));
      continue;
    }
    const Utf8Character next = DecodeUtf8(utf8);
    utf8.remove_prefix(next.length);
    switch (next.is_valid ? KindOf(next.value) : CharKind::kSeparator) {
      case CharKind::kLetter: cutter.AddLetter(next.value); break;
      case CharKind::kPaired: cutter.AddPaired(next.value); break;
      case CharKind::kSeparator: cutter.EndWord(); break;
      case CharKind::kIgnored: break;
    }
  }
  cutter.EndWord();
  return std::move(cutter).Take();
}

}  // namespace errlookup
