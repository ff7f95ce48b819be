#include "lookup/engine/readings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "lookup/index/fold_name.h"

#include "lookup/base/short_sort.h"
#include "lookup/engine/unusual_numbers.h"

namespace errlookup {
namespace {

constexpr std::uint32_t kNtBit = 0x10000000;
constexpr std::uint16_t kFacilityWin32 = 7;      // the same number in HRESULT and NTSTATUS
constexpr std::uint16_t kFacilitySetupapi = 15;
constexpr std::uint32_t kSetupapiBase = 0xE0000000;  // APPLICATION_ERROR_MASK | ERROR_SEVERITY_ERROR

// The names of one value, by space.
class Names {
 public:
  Names(const IndexReader& index, std::uint32_t value) : index_(&index), ids_(index.FindValue(value)) {}

  std::vector<EntryId> In(Space space) const {
    std::vector<EntryId> found;
    for (EntryId id = ids_.begin; id < ids_.end; ++id)
      if (index_->entry(id).space == space) found.push_back(id);
    return found;
  }
  bool IsKnownIn(Space space) const {
    for (EntryId id = ids_.begin; id < ids_.end; ++id)
      if (index_->entry(id).space == space) return true;
    return false;
  }
  bool HasPageIn(Space space) const {
    for (EntryId id = ids_.begin; id < ids_.end; ++id) {
      const Entry entry = index_->entry(id);
      if (entry.space == space && entry.page) return true;
    }
    return false;
  }
  bool empty() const { return ids_.empty(); }

 private:
  const IndexReader* index_;
  IdRange ids_;
};

class ValueReader {
 public:
  explicit ValueReader(const IndexReader& index) : index_(index) {}

  std::vector<Reading> Take() && { return std::move(readings_); }

  void Read(std::uint32_t value) {
    if (!NoteOnValue(value).empty() && !HasPage(value)) return Add(Space::kRaw, value);
    if (value <= 0xFFFF) ReadSmall(value);
    else ReadLarge(value);
    if (IsKnown(readings_)) return;
    AddOtherSpaces(value);
    if (readings_.empty()) Add(Space::kRaw, value);
  }

  void ReadWin32(std::uint32_t value) {
    const Names names(index_, value);
    const Space own = value >= 10000 && value <= 11999 ? Space::kWinsock : Space::kWin32;
    const bool is_known = names.IsKnownIn(own);
    const bool is_ras = names.IsKnownIn(Space::kRas);
    const bool is_ours_as_ras = is_ras && names.HasPageIn(Space::kRas);
    if (is_ours_as_ras || (is_ras && !is_known)) Add(Space::kRas, value);
    constexpr std::uint32_t kLastShared = 819;  // raserror.h and winerror.h share numbers up to here
    if (is_known || !is_ras || value <= kLastShared) Add(own, value);
    if (is_ras) Add(Space::kRas, value);
    if (own == Space::kWinsock) AddIfKnown(Space::kWin32, value);
  }

  void ReadHresult(std::uint32_t value) {
    Add(Space::kHresult, value);
    const HresultBits bits = SplitHresult(value);
    if (bits.nt) {
      ReadNtstatus(value & ~kNtBit);
    } else if (bits.severity && !bits.customer && bits.facility == kFacilityWin32 && bits.code != 0) {
      ReadWin32(bits.code);
    } else if (bits.severity && !bits.customer && bits.facility == kFacilitySetupapi) {
      AddIfKnown(Space::kSetupapi, kSetupapiBase | bits.code);
    }
  }

  void ReadNtstatus(std::uint32_t value) {
    Add(Space::kNtstatus, value);
    const NtstatusBits bits = SplitNtstatus(value);
    if (bits.severity == 3 && !bits.customer && bits.facility == kFacilityWin32 && bits.code != 0) ReadWin32(bits.code);
  }

  void ReadSetupapi(std::uint32_t value) {
    Add(Space::kSetupapi, value);
    Add(Space::kHresult, HresultFromSetupapi(value));
  }

  void Add(Space space, std::uint32_t value) {
    for (const Reading& reading : readings_)
      if (reading.space == space && reading.value == value) return;
    Reading reading;
    reading.space = space;
    reading.value = value;
    reading.entries = Names(index_, value).In(space);
    if (IsGeneric(reading)) reading.note = "This code says only that something failed; the message beside it says what.";
    readings_.push_back(std::move(reading));
  }

 private:
  // A company may have given the value a meaning of its own.
  bool HasPage(std::uint32_t value) const {
    const IdRange ids = index_.FindValue(value);
    for (EntryId id = ids.begin; id < ids.end; ++id)
      if (index_.entry(id).page) return true;
    return false;
  }

  void ReadSmall(std::uint32_t value) {
    ReadWin32(value);
    AddIfKnown(Space::kNtstatus, value);
    AddIfKnown(Space::kHresult, value);
  }

  void ReadLarge(std::uint32_t value) {
    const Names names(index_, value);
    const bool is_hresult = names.IsKnownIn(Space::kHresult);
    const bool is_ntstatus = names.IsKnownIn(Space::kNtstatus);
    if ((value & kNtBit) != 0) return ReadMapped(value, is_hresult, is_ntstatus);
    switch (value >> 28) {
      case 0x8:
      case 0xA: {  // a failed HRESULT, or an NTSTATUS warning
        const bool is_warning = is_ntstatus && !is_hresult && SplitHresult(value).facility != kFacilityWin32;
        if (is_warning) ReadNtstatus(value);
        ReadHresult(value);
        AddIfKnown(Space::kNtstatus, value);
        return;
      }
      case 0xC:  // an NTSTATUS error, or a failed HRESULT with the reserved bit
        if (is_hresult && !is_ntstatus) ReadHresult(value);
        ReadNtstatus(value);
        AddIfKnown(Space::kHresult, value);
        return;
      case 0xE:
        if ((value & 0xFFFF0000) == kSetupapiBase) return ReadSetupapi(value);
        return ReadNtstatus(value);
      case 0x4:
      case 0x6:  // an NTSTATUS that informs
        if (is_hresult && !is_ntstatus) ReadHresult(value);
        return ReadNtstatus(value);
      default:  // success codes: only if somebody named them
        AddIfKnown(Space::kHresult, value);
        AddIfKnown(Space::kNtstatus, value);
    }
  }

  // Bit N is set: HRESULT_FROM_NT was here, if what is left is an NTSTATUS.
  void ReadMapped(std::uint32_t value, bool is_hresult, bool is_ntstatus) {
    const std::uint32_t inner = value & ~kNtBit;
    const bool is_failure = value >> 28 == 0x9 || value >> 28 == 0xD;
    if (is_failure || is_hresult || Names(index_, inner).IsKnownIn(Space::kNtstatus)) ReadHresult(value);
    if (is_ntstatus) Add(Space::kNtstatus, value);
  }

  void AddIfKnown(Space space, std::uint32_t value) {
    if (Names(index_, value).IsKnownIn(space)) Add(space, value);
  }

  // Spaces of the general catalogue, whose numbers are small or peculiar: better than nothing.
  void AddOtherSpaces(std::uint32_t value) {
    for (int space = 0; space < kSpaceCount; ++space) AddIfKnown(static_cast<Space>(space), value);
    if (value <= 0xFFFF) return;
    const auto known_first = [](const Reading& a, const Reading& b) { return a.is_known() && !b.is_known(); };
    SortShortList(readings_, known_first);
  }

  const IndexReader& index_;
  std::vector<Reading> readings_;
};

// Readings that the spaces of an entry give it: of an HRESULT of facility 7 also what it wraps.
std::vector<Reading> ReadInSpace(const IndexReader& index, Space space, std::uint32_t value) {
  ValueReader reader(index);
  switch (space) {
    case Space::kHresult: reader.ReadHresult(value); break;
    case Space::kNtstatus: reader.ReadNtstatus(value); break;
    case Space::kSetupapi: reader.ReadSetupapi(value); break;
    default: reader.Add(space, value);
  }
  return std::move(reader).Take();
}

std::vector<Reading> ReadMacro(const IndexReader& index, Macro macro, std::uint32_t argument) {
  switch (macro) {
    case Macro::kHresultFromWin32: return ReadInSpace(index, Space::kHresult, HresultFromWin32(argument));
    case Macro::kHresultFromNt: return ReadInSpace(index, Space::kHresult, HresultFromNt(argument));
    case Macro::kNtstatusFromWin32: return ReadInSpace(index, Space::kNtstatus, NtstatusFromWin32(argument));
    case Macro::kHresultFromSetupapi: return ReadInSpace(index, Space::kHresult, HresultFromSetupapi(argument));
    case Macro::kNone: break;
  }
  return ReadValue(index, argument);
}

// The entry that was named goes first among the names of its value.
void PutFirst(EntryId id, std::vector<Reading>& readings) {
  for (Reading& reading : readings) {
    const auto at = std::find(reading.entries.begin(), reading.entries.end(), id);
    if (at != reading.entries.end()) std::rotate(reading.entries.begin(), at, at + 1);
  }
}

std::vector<Reading> ReadSymbol(const IndexReader& index, const SpelledCode& spelling) {
  std::vector<Reading> readings;
  for (const EntryId id : FindSymbolAsWritten(index, spelling.symbol)) {
    const Entry entry = index.entry(id);
    std::vector<Reading> own = spelling.macro == Macro::kNone ? ReadInSpace(index, entry.space, entry.value)
                                                              : ReadMacro(index, spelling.macro, entry.value);
    PutFirst(id, own);
    for (Reading& reading : own) {
      const auto is_same = [&](const Reading& r) { return r.space == reading.space && r.value == reading.value; };
      if (std::none_of(readings.begin(), readings.end(), is_same)) readings.push_back(std::move(reading));
    }
  }
  return readings;
}

// How good a candidate is: has a page or name, is in a space, is nothing.
int Rank(const std::vector<Reading>& readings) {
  if (IsKnown(readings)) return 2;
  return readings.front().space == Space::kRaw ? 0 : 1;
}

}  // namespace

std::vector<Reading> ReadValue(const IndexReader& index, std::uint32_t value) {
  ValueReader reader(index);
  reader.Read(value);
  return std::move(reader).Take();
}

SpellingReadings ReadSpelling(const IndexReader& index, const SpelledCode& spelling, OtherCandidates others) {
  SpellingReadings result;
  std::vector<Reading>& readings = result.readings;
  const std::vector<Candidate>& candidates = spelling.candidates;
  readings = spelling.is_symbol() ? ReadSymbol(index, spelling) : ReadMacro(index, spelling.macro, candidates[0].value);
  result.first_count = readings.size();
  if (candidates.size() < 2) return result;

  std::vector<Reading> other = ReadValue(index, candidates[1].value);
  // In running text "503" is not 0x503, unless that is an error of ours.
  const bool may_be_other = others == OtherCandidates::kOffer || candidates[0].value > 0xFFFF || HasPage(index, other);
  const bool other_first = !candidates[0].is_explicit && may_be_other && Rank(other) > Rank(readings);
  if (other_first) std::swap(readings, other);
  result.is_hex_guess = other_first && candidates[1].is_hex_guess;
  result.first_count = readings.size();
  // A second reading of a known number is noise, unless it is what the digits say first, an error of this
  // knowledge base, or the number is as long as IPsec codes are.
  const bool is_long = candidates[0].value >= 10000 && !candidates[0].is_explicit;
  const bool is_worth_saying = other_first || !IsKnown(readings) || is_long || HasPage(index, other);
  if (others == OtherCandidates::kOmit || !is_worth_saying) return result;
  for (Reading& reading : other) {
    const auto is_same = [&](const Reading& r) { return r.space == reading.space && r.value == reading.value; };
    if (std::none_of(readings.begin(), readings.end(), is_same)) readings.push_back(std::move(reading));
  }
  return result;
}

std::vector<EntryId> FindSymbolAsWritten(const IndexReader& index, std::string_view symbol) {
  std::vector<EntryId> found = index.FindSymbol(symbol);
  if (!found.empty()) return found;
  const std::string folded = FoldName(symbol);
  if (folded.starts_with("werr_")) return index.FindSymbol("error_" + folded.substr(5));
  if (folded.starts_with("nt_status_")) return index.FindSymbol(folded.substr(3));
  if (folded.find('_') == std::string::npos || folded.starts_with("error_") || folded.starts_with("status_")) return found;
  // ALREADY_EXISTS may be ERROR_ALREADY_EXISTS as well as FWP_E_ALREADY_EXISTS: a question for the name search.
  for (const std::string_view prefix : {"error_", "warning_", "status_", "fwp_e_"}) {
    for (const EntryId id : index.FindSymbol(std::string(prefix) + folded)) {
      if (!index.entry(id).page) return {};
      if (found.empty() || index.entry(found.front()).page == index.entry(id).page) found.push_back(id);
    }
  }
  return found;
}

bool HasPage(const IndexReader& index, const Reading& reading) {
  return std::any_of(reading.entries.begin(), reading.entries.end(), [&](EntryId id) { return index.entry(id).page.has_value(); });
}

bool HasPage(const IndexReader& index, const std::vector<Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& r) { return HasPage(index, r); });
}

bool IsKnown(const std::vector<Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.is_known(); });
}

bool IsGeneric(const Reading& reading) {
  if (reading.space == Space::kNtstatus) return reading.value == 0xC0000001;  // STATUS_UNSUCCESSFUL
  if (reading.space != Space::kHresult) return false;
  switch (reading.value) {
    case 0x80004005:  // E_FAIL
    case 0x8000FFFF:  // E_UNEXPECTED
    case 0x80020009:  // DISP_E_EXCEPTION
    case 0x80131500:  // COR_E_EXCEPTION
    case 0x80131501:  // COR_E_SYSTEM
    case 0x80131509:  // COR_E_INVALIDOPERATION
      return true;
    default:
      return false;
  }
}

}  // namespace errlookup
