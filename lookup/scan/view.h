// The stretch of text that may be looked at to judge one spot.
//
// Its bounds follow from the position of the spot alone, never from how the input was cut into blocks: so the
// findings are the same whatever the blocks are.
#ifndef LOOKUP_SCAN_VIEW_H_
#define LOOKUP_SCAN_VIEW_H_

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace errlookup {

class View {
 public:
  // How far a judgement looks, in bytes from the spot.
  static constexpr std::size_t kBefore = 4096;  // an event in XML
  static constexpr std::size_t kAfter = 2048;   // the longest message

  // Around "spot" in "text", which ends where the input ends or at least kAfter bytes behind the spot.
  View(std::string_view text, std::size_t spot)
      : text_(text),
        begin_(spot > kBefore ? spot - kBefore : 0),
        end_(std::min(text.size(), spot + kAfter)) {}

  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

  // Outside the view stand line feeds; positions may be below zero by wrapping.
  char operator[](std::size_t i) const { return i >= begin_ && i < end_ ? text_[i] : '\n'; }

  // From "from" up to "to", both cut to the view.
  std::string_view Slice(std::size_t from, std::size_t to) const {
    from = std::clamp(from, begin_, end_);
    to = std::clamp(to, from, end_);
    return text_.substr(from, to - from);
  }
  std::string_view Before(std::size_t to, std::size_t most) const {
    return Slice(to - begin_ > most ? to - most : begin_, to);
  }
  std::string_view After(std::size_t from, std::size_t most) const { return Slice(from, from + most); }

  std::size_t LineBegin(std::size_t i) const {
    while (i > begin_ && text_[i - 1] != '\n') --i;
    return i;
  }
  std::size_t LineEnd(std::size_t i) const {
    const std::size_t feed = text_.substr(0, end_).find('\n', i);
    return feed == std::string_view::npos ? end_ : feed;
  }

 private:
  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_VIEW_H_
