#include "lookup/engine/digit_slips.h"

#include <algorithm>
#include <cstddef>

#include "lookup/base/ascii.h"

namespace errlookup {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 12;
constexpr std::size_t kMostSlips = 64;
constexpr std::string_view kHexDigits = "0123456789abcdef";

// Letters and digits with at least two digits, and a sign before them.
bool IsNumberLike(std::string_view word) {
  return std::count_if(word.begin(), word.end(), IsDigit) >= 2;
}

class SlipMaker {
 public:
  explicit SlipMaker(std::string_view number) : number_(number) {
    const bool has_prefix = number.size() > 2 && number[0] == '0' && LowerAscii(number[1]) == 'x';
    first_ = has_prefix ? 2 : number[0] == '-' ? 1 : 0;
    is_hex_ = has_prefix;
  }

  std::vector<std::string> Run() && {
    ReadLetters();
    for (std::size_t i = first_; i + 1 < number_.size(); ++i) {
      std::string swapped(number_);
      std::swap(swapped[i], swapped[i + 1]);
      Add(std::move(swapped));
    }
    for (std::size_t i = first_; i < number_.size(); ++i) Add(number_.substr(0, i), number_.substr(i + 1));
    for (std::size_t i = first_; i < number_.size(); ++i) Add(number_.substr(0, i + 1), number_.substr(i));
    return std::move(slips_);
  }

 private:
  // Letters that are no digits: what they look like, else, if there is only one, whatever digit may stand there.
  void ReadLetters() {
    std::string read(number_);
    std::size_t strange = std::string::npos;
    int strange_count = 0;
    for (std::size_t i = first_; i < read.size(); ++i) {
      if (IsDigit(read[i]) || (is_hex_ && IsHexDigit(read[i]))) continue;
      ++strange_count;
      strange = i;
      switch (read[i]) {
        case 'O': case 'o': case 'Q': read[i] = '0'; break;
        case 'l': case 'I': case 'i': read[i] = '1'; break;
        case 'Z': case 'z': read[i] = '2'; break;
        case 'S': case 's': read[i] = '5'; break;
        case 'B': read[i] = '8'; break;
        default: break;
      }
    }
    if (strange_count == 0) return;
    Add(read);
    if (strange_count > 1 || !is_hex_) return;
    for (const char digit : kHexDigits) {
      read[strange] = digit;
      Add(read);
    }
  }

  void Add(std::string_view begin, std::string_view end) { Add(std::string(begin) + std::string(end)); }

  void Add(std::string slip) {
    const bool is_new = slip != number_ && std::find(slips_.begin(), slips_.end(), slip) == slips_.end();
    if (is_new && slips_.size() < kMostSlips) slips_.push_back(std::move(slip));
  }

  std::string_view number_;
  std::size_t first_ = 0;  // the first digit
  bool is_hex_ = false;
  std::vector<std::string> slips_;
};

}  // namespace

std::string_view OnlyNumber(std::string_view text) {
  std::string_view found;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && (IsDigit(text[end]) || IsLetter(text[end]))) ++end;
    const bool has_sign = i > 0 && text[i - 1] == '-';
    const std::string_view word = text.substr(i - (has_sign ? 1 : 0), end - i + (has_sign ? 1 : 0));
    if (IsNumberLike(word)) {
      if (!found.empty()) return {};
      found = word;
    }
    i = end + 1;
  }
  return found;
}

std::vector<std::string> SlippedNumbers(std::string_view text) {
  const std::string_view number = OnlyNumber(text);
  if (number.size() < kShortest || number.size() > kLongest) return {};
  return SlipMaker(number).Run();
}

}  // namespace errlookup
