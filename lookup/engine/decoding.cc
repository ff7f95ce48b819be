#include "lookup/engine/decoding.h"

#include <algorithm>
#include <utility>

#include "lookup/base/code.h"
#include "lookup/engine/camel_case.h"
#include "lookup/engine/readings.h"
#include "lookup/engine/text_number.h"
#include "lookup/index/fold_name.h"

namespace errlookup {
namespace {

void KeepSpace(std::optional<Space> space, std::vector<Reading>& readings) {
  if (!space) return;
  std::erase_if(readings, [&](const Reading& reading) { return reading.space != *space; });
}

bool IsSuccess(const DecodedCode& code) { return code.readings.front().value == 0; }

bool HaveCommonReading(const DecodedCode& a, const DecodedCode& b) {
  for (const Reading& x : a.readings)
    for (const Reading& y : b.readings)
      if (x.value == y.value) return true;
  return false;
}

// A number of fair evidence is a code only if it means something: anything known in a form that only codes
// have, an error of ours in plain digits.
bool IsMeant(const IndexReader& index, const DecodedCode& code) {
  if (HasPage(index, code.readings)) return true;
  const bool has_form_of_code = code.readings.front().value > 0xFFFF;
  return has_form_of_code && IsKnown(code.readings);
}

// "ERROR_IPSEC_SA_IN_USE (13004)", "13004 (0x32C8)": says which of the two counts.
void NoteContradictions(const IndexReader& index, Decoding& decoding) {
  if (!decoding.is_only_codes) return;
  if (!decoding.unknown_symbols.empty() && !decoding.codes.empty())
    decoding.notes.push_back("Windows defines no error of the name that stands beside the number; the number counts.");
  if (decoding.codes.size() != 2 || HaveCommonReading(decoding.codes[0], decoding.codes[1])) return;
  const auto name = [&](const DecodedCode& code) {
    const Reading& reading = code.readings.front();
    const std::string number = CodeText(reading.space, reading.value);
    return reading.is_known() ? number + " (" + index.symbol(reading.entries.front()) + ")" : number;
  };
  decoding.notes.push_back(name(decoding.codes[0]) + " and " + name(decoding.codes[1]) + " are two different codes.");
}

// "WSAETIMEDOUT" alone: a name that nothing in its form gives away.
void ReadName(const IndexReader& index, std::string_view text, std::optional<Space> space, Decoding& decoding) {
  SpelledCode spelling;
  spelling.symbol = FoldName(text);
  SpellingReadings read = ReadSpelling(index, spelling, OtherCandidates::kOmit);
  KeepSpace(space, read.readings);
  if (read.readings.empty()) return;
  DecodedCode code;
  code.evidence = Evidence::kStrong;
  code.is_symbol = true;
  code.readings = std::move(read.readings);
  decoding.codes.push_back(std::move(code));
  decoding.is_only_codes = true;
}

// "IkeInvalidHashAlg" alone: perhaps IKE_INVALID_HASH_ALG.
std::optional<std::string> ReadCamelCase(const IndexReader& index, std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  constexpr std::size_t kLongest = 80;
  if (text.size() > kLongest || !std::all_of(text.begin(), text.end(), is_letter)) return std::nullopt;
  if (index.FindWord(FoldName(text))) return std::nullopt;
  std::string name;
  for (const std::string& part : CamelParts(text)) name += (name.empty() ? "" : "_") + part;
  return name.find('_') == std::string::npos ? std::nullopt : std::optional(name);
}

}  // namespace

Decoding DecodeCodes(const IndexReader& index, std::string_view text, std::optional<Space> space) {
  const ParsedText parsed = ParseCodes(text);
  Decoding decoding;
  decoding.is_only_codes = parsed.is_only_codes;
  const bool is_single = parsed.is_only_codes && parsed.spellings.size() == 1;
  std::vector<DecodedCode> fair;
  for (const SpelledCode& spelling : parsed.spellings) {
    DecodedCode code;
    code.evidence = spelling.evidence;
    code.is_symbol = spelling.is_symbol();
    SpellingReadings read = ReadSpelling(index, spelling, is_single ? OtherCandidates::kOffer : OtherCandidates::kOmit);
    code.is_hex_guess = read.is_hex_guess;
    const auto first_end = read.readings.begin() + static_cast<std::ptrdiff_t>(read.first_count);
    code.readings.assign(read.readings.begin(), first_end);
    code.others.assign(first_end, read.readings.end());
    KeepSpace(space, code.readings);
    KeepSpace(space, code.others);
    if (code.readings.empty()) std::swap(code.readings, code.others);
    if (code.readings.empty()) {
      if (code.is_symbol) decoding.unknown_symbols.push_back(spelling.symbol);
    } else if (code.evidence == Evidence::kStrong) {
      decoding.codes.push_back(std::move(code));
    } else if (code.evidence == Evidence::kFair && IsMeant(index, code)) {
      fair.push_back(std::move(code));
    } else if (code.evidence == Evidence::kWeak && HasPage(index, code.readings)) {
      decoding.doubtful.push_back(std::move(code));
    }
  }
  // "Status: 0" beside a real code says nothing.
  const bool has_failure = std::any_of(decoding.codes.begin(), decoding.codes.end(), [](const DecodedCode& c) { return !IsSuccess(c); });
  if (has_failure) std::erase_if(decoding.codes, IsSuccess);
  if (decoding.codes.empty()) decoding.codes = std::move(fair);
  NoteContradictions(index, decoding);
  const bool is_one_word = !text.empty() && text.find_first_of(" \t\r\n") == std::string_view::npos;
  if (parsed.spellings.empty() && is_one_word) ReadName(index, text, space, decoding);
  if (parsed.spellings.empty() && decoding.codes.empty())
    if (std::optional<std::string> name = ReadCamelCase(index, text)) decoding.unknown_symbols.push_back(*std::move(name));
  return decoding;
}

}  // namespace errlookup
