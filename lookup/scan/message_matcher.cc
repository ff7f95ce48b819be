#include "lookup/scan/message_matcher.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "lookup/base/ascii.h"
#include "lookup/scan/word_bounds.h"

namespace errlookup {
namespace {

// Position behind "message" if it stands at "begin", else 0.
std::size_t EndOf(const View& view, std::size_t begin, std::string_view message, bool is_spelling) {
  std::size_t i = begin;
  for (const char c : message) {
    if (c != ' ') {
      if (view[i++] != c) return 0;
      continue;
    }
    const std::size_t blanks = i;
    while (i < view.end() && IsBlankByte(view[i])) ++i;
    if (i == blanks) return 0;
  }
  if (i > view.end() || IsWordAt(view, i)) return 0;
  if (is_spelling) return i;
  // The sentence must be over: "No response from peer was expected" is another one. A field may follow:
  // "Negotiation timed out State: …".
  std::size_t next = i;
  while (next - i < 8 && (view[next] == ' ' || view[next] == '\t')) ++next;
  const bool goes_on = next != i && (IsDigit(view[next]) || IsLowerLetter(view[next]));
  return goes_on ? 0 : i;
}

}  // namespace

MessageMatcher::MessageMatcher(const CodeSet& codes) : starts_(std::bit_ceil(2 * codes.messages().size() + 1)) {
  for (const ScanMessage& message : codes.messages()) messages_.push_back(&message);
  std::stable_sort(messages_.begin(), messages_.end(), [](const ScanMessage* a, const ScanMessage* b) {
    return a->text.compare(0, kMessageStart, b->text, 0, kMessageStart) < 0;
  });
  for (std::size_t i = 0; i < messages_.size(); ++i) {
    const std::string& text = messages_[i]->text;
    Beginning beginning;
    const std::size_t size = std::min(text.size() - kMessageStart, kNext);
    std::memcpy(beginning.next.data(), text.data() + kMessageStart, size);
    std::memset(beginning.mask.data(), 0xFF, size);
    beginnings_.push_back(beginning);

    Start& start = starts_[PlaceOf(text.data())];
    if (start.count == 0) {
      std::copy_n(text.begin(), kMessageStart, start.text.begin());
      start.first = static_cast<std::uint32_t>(i);
    }
    ++start.count;
  }
}

std::size_t MessageMatcher::PlaceOf(const char* start) const {
  const std::size_t mask = starts_.size() - 1;
  // Other bits than the prefilter's, which all that comes here shares with some message.
  std::size_t place = static_cast<std::size_t>(HashOfMessageStart(start) >> 32) & mask;
  while (starts_[place].count != 0 && std::memcmp(starts_[place].text.data(), start, kMessageStart) != 0) place = (place + 1) & mask;
  return place;
}

std::optional<MessageMatcher::Match> MessageMatcher::MatchAt(const View& view, std::size_t begin) const {
  if (IsWordBefore(view, begin) || begin + kMessageStart > view.end()) return std::nullopt;
  const Start& start = starts_[PlaceOf(view.Slice(begin, begin + kMessageStart).data())];
  if (start.count == 0) return std::nullopt;
  // Many messages begin alike; what follows, with runs of blanks as one, tells most of them apart at once.
  std::array<char, kNext> text;
  std::size_t i = begin + kMessageStart;
  bool is_blank_before = view[i - 1] == ' ';
  for (char& c : text) {
    while (is_blank_before && i < view.end() && IsBlankByte(view[i])) ++i;
    is_blank_before = IsBlankByte(view[i]);
    c = is_blank_before ? ' ' : view[i];
    ++i;
  }
  std::array<std::uint64_t, 2> next;
  static_assert(sizeof(next) == kNext);
  std::memcpy(next.data(), text.data(), kNext);
  for (std::size_t at = start.first; at < std::size_t{start.first} + start.count; ++at) {
    const Beginning& beginning = beginnings_[at];
    const std::uint64_t difference = ((next[0] ^ beginning.next[0]) & beginning.mask[0]) | ((next[1] ^ beginning.next[1]) & beginning.mask[1]);
    if (difference != 0) continue;
    const ScanMessage* message = messages_[at];
    if (const std::size_t end = EndOf(view, begin, message->text, message->is_spelling); end != 0) return Match{message, end};
  }
  return std::nullopt;
}

}  // namespace errlookup
