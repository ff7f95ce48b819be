#include "tests/support/query_maker.h"

#include <algorithm>
#include <random>
#include <utility>

#include "lookup/base/code.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) parts.emplace_back();
    else parts.back() += c;
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts;
}

std::string Join(const std::vector<std::string>& parts, std::size_t begin, std::size_t end, char separator) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += (i == begin ? "" : std::string(1, separator)) + parts[i];
  return text;
}

std::string Lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

class QueryMaker {
 public:
  QueryMaker(const IndexReader& index, std::uint32_t seed) : index_(index), random_(seed) {}

  std::vector<MadeQuery> Run() && {
    for (EntryId id = 0; id < index_.entry_count(); ++id) {
      const Entry entry = index_.entry(id);
      if (entry.is_range_marker) continue;
      if (!entry.page) {
        if (Below(40) == 0) MakeForeign(id, entry);
        continue;
      }
      MakeCodes(id, entry);
      MakeSymbols(id);
      if (!index_.message(id).empty()) MakeMessages(id);
      MakeNumbersThatAreNoCodes(entry);
    }
    return std::move(queries_);
  }

 private:
  std::size_t Below(std::size_t bound) { return random_() % bound; }
  template <typename List>
  std::string OneOf(const List& list) { return std::string(list[Below(std::size(list))]); }

  void Add(std::string kind, std::string text, std::optional<EntryId> entry) {
    queries_.push_back({std::move(kind), std::move(text), entry});
  }

  void MakeCodes(EntryId id, const Entry& entry) {
    const std::string_view frames[] = {"error ", "Error code: ", "VPN failed with ", "Fehler ", "Windows 10 IKEv2 error ", "ошибка ", "错误 ", "HRESULT: ", ""};
    const std::string_view ends[] = {"", "", ".", " on Windows 11", " when connecting to 192.0.2.1:500"};
    const bool is_small = entry.value <= 0xFFFF;
    Add("code, decimal", OneOf(frames) + DecimalText(entry.value) + OneOf(ends), id);
    Add("code, hex", OneOf(frames) + (Below(2) != 0 ? HexText(entry.value) : Lower(LongHexText(entry.value))) + OneOf(ends), id);
    if (is_small) {
      const std::uint32_t hresult = HresultFromWin32(entry.value);
      Add("code, hresult", OneOf(frames) + LongHexText(hresult) + OneOf(ends), id);
      Add("code, signed", OneOf(frames) + SignedText(hresult) + OneOf(ends), id);
    } else {
      Add("code, signed", OneOf(frames) + SignedText(entry.value) + OneOf(ends), id);
    }
    const std::string decimal = DecimalText(entry.value);
    if (is_small) {
      Add("log line", "12[ENC] parsed IKE_AUTH response 1 [ N(MS_STATUS(" + decimal + ")) ]", id);
      Add("log line", "CoId={FACCBEE1-58E9-4867-B9E7-0E7D94DC40C9}: The user CORP\\u123 dialed a connection named Branch 7 which has failed. The error code returned on failure is " + decimal + ".", id);
      Add("log line", "[0]0274.1A2C::11/20/2026-10:11:12.345 [ikeext] 3012|192.0.2.7|Failure error code:" + Lower(LongHexText(entry.value)), id);
    }
    Add("log line", "New-NetIPsecRule : Failed. At line:1 char:1 + CategoryInfo : NotSpecified: (:) [], CimException + FullyQualifiedErrorId : Windows System Error " + decimal + ",New-NetIPsecRule", id);
  }

  void MakeSymbols(EntryId id) {
    const std::string symbol = index_.symbol(id);
    Add("symbol", symbol, id);
    Add("symbol", "got " + Lower(symbol) + " from the API", id);
    const std::vector<std::string> parts = Split(symbol, '_');
    if (parts.size() >= 3) Add("symbol without prefix", Join(parts, 1, parts.size(), '_'), id);
    if (parts.size() >= 4) {
      const std::size_t begin = parts.size() - 2 - (parts.size() > 4 ? Below(2) : 0);
      const std::string tail = Join(parts, begin, parts.size(), '_');
      if (IsOnlyIn(tail, id)) Add("part of symbol", tail, id);
      if (IsOnlyIn(tail, id)) Add("part of symbol, as words", Lower(Join(parts, begin, parts.size(), ' ')), id);
    }
    if (parts.size() >= 4) {
      std::vector<std::string> cut(parts.begin() + 1, parts.end());
      for (std::string& part : cut) part.resize(std::min(part.size(), std::max<std::size_t>(3, part.size() * 2 / 3)));
      Add("words of symbol, cut", Lower(Join(cut, 0, cut.size(), ' ')), id);
      std::string camel;
      for (std::size_t i = 1; i < parts.size(); ++i) camel += parts[i].substr(0, 1) + Lower(parts[i].substr(1));
      Add("symbol in camel case", camel, id);
    }
    Add("symbol, 1 mistake", Misspell(symbol, 1), id);
    Add("symbol, 2 mistakes", Misspell(symbol, 2), id);
    if (parts.size() >= 4) {
      std::vector<std::string> joined = parts;
      joined[parts.size() - 2] += joined.back();
      joined.pop_back();
      Add("symbol, 1 mistake", Join(joined, 0, joined.size(), '_'), id);
    }
  }

  void MakeMessages(EntryId id) {
    const std::string message = index_.message(id);
    Add("message", message, id);
    Add("message", Lower(message.substr(0, message.find_last_not_of('.') + 1)), id);
    const std::string_view frames[] = {"VPN error: ", "Can't connect to ikev2 vpn: ", "netsh: ", "windows says "};
    Add("message in a sentence", OneOf(frames) + message, id);
    const std::vector<std::string> words = Split(message, ' ');
    Add("message, 1 mistake", Misspell(message, 1), id);
    if (words.size() >= 4) Add("message, 2 mistakes", Misspell(message, 2), id);
    if (words.size() < 6) return;
    const std::size_t length = std::max<std::size_t>(4, words.size() / 2);
    const std::size_t begin = Below(words.size() - length + 1);
    const std::string part = Join(words, begin, begin + length, ' ');
    if (IsOnlyIn(part, id)) {
      Add("part of message", part, id);
      Add("part of message, 1 mistake", Misspell(part, 1), id);
    }
    std::vector<std::string> shuffled = words;
    for (std::size_t i = shuffled.size(); i > 1; --i) std::swap(shuffled[i - 1], shuffled[Below(i)]);
    shuffled.resize(std::min<std::size_t>(words.size(), 8));
    if (!AreOnlyIn(shuffled, id)) return;
    const std::string any_order = Join(shuffled, 0, shuffled.size(), ' ');
    Add("words of message in any order", any_order, id);
    Add("words of message in any order, 1 mistake", Misspell(any_order, 1), id);
  }

  void MakeForeign(EntryId id, const Entry& entry) {
    (void)id;
    const std::string_view frames[] = {"error ", "Error code: ", "failed with ", "Exception from HRESULT: ", "returned "};
    if (!IsOurs(entry.value)) Add("not ours, number", OneOf(frames) + LongHexText(entry.value), std::nullopt);
    if (!IsOurs(entry.value)) Add("not ours, number", OneOf(frames) + DecimalText(entry.value), std::nullopt);
    Add("not ours, symbol", index_.symbol(id), std::nullopt);
    Add("not ours, symbol, 1 mistake", Misspell(index_.symbol(id), 1), std::nullopt);
  }

  void MakeNumbersThatAreNoCodes(const Entry& entry) {
    if (entry.value > 0xFFFF || Below(4) != 0) return;
    const std::string n = DecimalText(entry.value);
    const std::string texts[] = {
        "listening on port " + n, "retrying in " + n + " ms", "pluto[" + n + "]: shutting down", "ORA-" + n + ": invalid value",
        "connection to 192.0.2.1:" + n + " closed", "main.cc:" + n + ": warning: unused variable", n + " packets received, 0 lost",
        "Event ID " + n + " from source Disk", "sent " + n + " bytes in 3.2 seconds", "process " + n + " exited", "build 10.0." + n + " of the app",
        "took " + n + " milliseconds", "KB" + n + " failed to install", "room " + n + ", second floor", "copied " + n + " files"};
    Add("a number that is no code", OneOf(texts), std::nullopt);
  }

  bool IsOurs(std::uint32_t value) const {
    for (const std::uint32_t form : {value, value & 0xFFFF, value & 0x0FFFFFFF, (value & 0x0FFFFFFF) | 0xC0000000}) {
      const IdRange range = index_.FindValue(form);
      for (EntryId id = range.begin; id < range.end; ++id)
        if (index_.entry(id).page) return true;
    }
    return false;
  }

  // Only the page of "id" has "part" in a symbol or message.
  bool IsOnlyIn(const std::string& part, EntryId id) const {
    for (EntryId other = 0; other < index_.entry_count(); ++other) {
      const Entry entry = index_.entry(other);
      if (!entry.page || entry.page == index_.entry(id).page) continue;
      if (index_.symbol(other).find(part) != std::string::npos) return false;
      const std::string message = index_.message(other);
      if (message != index_.message(id) && message.find(part) != std::string::npos) return false;
    }
    return true;
  }

  // No other page has all of "words" in its message, beginnings of its words included.
  bool AreOnlyIn(const std::vector<std::string>& words, EntryId id) const {
    for (EntryId other = 0; other < index_.entry_count(); ++other) {
      const Entry entry = index_.entry(other);
      if (!entry.page || entry.page == index_.entry(id).page || index_.message(other) == index_.message(id)) continue;
      const std::string message = index_.message(other);
      if (std::all_of(words.begin(), words.end(), [&](const std::string& word) { return message.find(word) != std::string::npos; })) return false;
    }
    return true;
  }

  std::string Misspell(std::string text, int count) {
    for (int i = 0; i < count; ++i) {
      // A place inside a word that is long enough to be recognised.
      std::size_t at = 0;
      for (int tries = 0; tries < 50; ++tries) {
        at = Below(text.size());
        const bool is_letter = (text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z');
        if (is_letter && WordLengthAt(text, at) >= 4) break;
      }
      const char letter = static_cast<char>((text[at] >= 'a' ? 'a' : 'A') + static_cast<int>(Below(26)));
      switch (Below(4)) {
        case 0: text.erase(at, 1); break;
        case 1: text.insert(at, 1, Below(2) != 0 ? text[at] : letter); break;
        case 2: text[at] = letter; break;
        default: if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
      }
    }
    return text;
  }

  static std::size_t WordLengthAt(const std::string& text, std::size_t at) {
    const auto is_end = [](char c) { return c == ' ' || c == '_'; };
    std::size_t begin = at, end = at;
    while (begin > 0 && !is_end(text[begin - 1])) --begin;
    while (end < text.size() && !is_end(text[end])) ++end;
    return end - begin;
  }

  const IndexReader& index_;
  std::mt19937 random_;
  std::vector<MadeQuery> queries_;
};

}  // namespace

std::vector<MadeQuery> MakeQueries(const IndexReader& index, std::uint32_t seed) { return QueryMaker(index, seed).Run(); }

bool IsRightMatch(const IndexReader& index, const Match& match, EntryId entry) {
  if (match.page && match.page == index.entry(entry).page) return true;
  const std::string message = index.message(entry);
  return match.entry && !message.empty() && index.message(*match.entry) == message;
}

}  // namespace errlookup
