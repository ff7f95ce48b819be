#include "lookup/scan/message_matcher.h"

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

MessageMatcher::MessageMatcher(const CodeSet& codes) {
  for (const ScanMessage& message : codes.messages()) {
    by_start_[std::string_view(message.text).substr(0, kStart)].push_back(&message);
  }
}

std::optional<MessageMatcher::Match> MessageMatcher::MatchAt(const View& view, std::size_t begin) const {
  if (IsWordByte(view[begin - 1]) || begin + kStart > view.end()) return std::nullopt;
  const auto at = by_start_.find(view.Slice(begin, begin + kStart));
  if (at == by_start_.end()) return std::nullopt;
  for (const ScanMessage* message : at->second)
    if (const std::size_t end = EndOf(view, begin, message->text); end != 0) return Match{message, end};
  return std::nullopt;
}

}  // namespace errlookup
