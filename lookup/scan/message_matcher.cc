#include "lookup/scan/message_matcher.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "lookup/scan/characters.h"

namespace errlookup {
namespace {

// Position behind "message" if it stands at "begin", else 0.
std::size_t EndOf(const View& view, std::size_t begin, std::string_view message) {
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
  if (i > view.end() || IsWordByte(view[i])) return 0;
  // The sentence must be over: "No response from peer was expected" is another one. A field may follow:
  // "Negotiation timed out State: …".
  std::size_t next = i;
  while (next - i < 8 && (view[next] == ' ' || view[next] == '\t')) ++next;
  const bool goes_on = next != i && (IsDigit(view[next]) || (IsLetter(view[next]) && !IsUpperLetter(view[next])));
  return goes_on ? 0 : i;
}

}  // namespace

std::size_t MessageMatcher::PlaceOf(const char* start) {
  std::uint64_t first = 0;
  std::uint16_t last = 0;
  std::memcpy(&first, start, sizeof(first));
  std::memcpy(&last, start + sizeof(first), sizeof(last));
  return static_cast<std::size_t>(((first ^ (std::uint64_t{last} << 23)) * 0x9E3779B97F4A7C15u) >> 32) % kPlaces;
}

MessageMatcher::MessageMatcher(const CodeSet& codes) : starts_(kPlaces) {
  for (const ScanMessage& message : codes.messages()) messages_.push_back(&message);
  assert(messages_.size() < kPlaces);
  std::stable_sort(messages_.begin(), messages_.end(), [](const ScanMessage* a, const ScanMessage* b) {
    return a->text.compare(0, kStart, b->text, 0, kStart) < 0;
  });
  for (std::size_t i = 0; i < messages_.size(); ++i) {
    const std::string& text = messages_[i]->text;
    Beginning beginning;
    const std::size_t size = std::min(text.size() - kStart, kNext);
    std::memcpy(beginning.next.data(), text.data() + kStart, size);
    std::memset(beginning.mask.data(), 0xFF, size);
    beginnings_.push_back(beginning);

    std::size_t place = PlaceOf(text.data());
    while (starts_[place].count != 0 && std::memcmp(starts_[place].text.data(), text.data(), kStart) != 0) place = (place + 1) % kPlaces;
    if (starts_[place].count == 0) {
      std::copy_n(text.begin(), kStart, starts_[place].text.begin());
      starts_[place].first = static_cast<std::uint16_t>(i);
    }
    ++starts_[place].count;
  }
}

const MessageMatcher::Start* MessageMatcher::Find(const char* start) const {
  std::size_t place = PlaceOf(start);
  while (starts_[place].count != 0 && std::memcmp(starts_[place].text.data(), start, kStart) != 0) place = (place + 1) % kPlaces;
  return starts_[place].count == 0 ? nullptr : &starts_[place];
}

std::optional<MessageMatcher::Match> MessageMatcher::MatchAt(const View& view, std::size_t begin) const {
  if (IsWordByte(view[begin - 1]) || begin + kStart > view.end()) return std::nullopt;
  const Start* start = Find(view.Slice(begin, begin + kStart).data());
  if (start == nullptr) return std::nullopt;
  // Many messages begin alike; what follows, with runs of blanks as one, tells most of them apart at once.
  std::array<char, kNext> text;
  std::size_t i = begin + kStart;
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
  for (std::size_t at = start->first; at < std::size_t{start->first} + start->count; ++at) {
    const Beginning& beginning = beginnings_[at];
    const std::uint64_t difference = ((next[0] ^ beginning.next[0]) & beginning.mask[0]) | ((next[1] ^ beginning.next[1]) & beginning.mask[1]);
    if (difference != 0) continue;
    const ScanMessage* message = messages_[at];
    if (const std::size_t end = EndOf(view, begin, message->text); end != 0) return Match{message, end};
  }
  return std::nullopt;
}

}  // namespace errlookup
