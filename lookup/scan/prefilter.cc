#include "lookup/scan/prefilter.h"

#include <algorithm>
#include <bitset>
#include <limits>
#include <string>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "lookup/base/ascii.h"

namespace errlookup {
namespace {

using Tables = Prefilter::Tables;
using Found = Prefilter::Found;
using Spots = Prefilter::Spots;

// The first set of forms looks at four bytes, the second at five.
constexpr int kPositions = 5;
constexpr int kPositionsOf[2] = {4, 5};
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";

// What may follow a number: all of ASCII that is no part of a word, in two parts, because the halves of both
// together would also be those of digits.
constexpr char kControlsAndMarks[] =
    "\0\1\2\3\4\5\6\7\b\t\n\v\f\r\16\17\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37 !\"#$%&'()*+,-./";
constexpr std::string_view kLowEnds(kControlsAndMarks, sizeof(kControlsAndMarks) - 1);
constexpr std::string_view kHighEnds = ":;<=>?@[\\]^`{|}~\x7F";

// Bits of Tables::kinds. Whether bytes beyond ASCII are letters or a full stop is left to the closer look.
constexpr unsigned kIsWord = 0;
constexpr unsigned kIsDigit = 1;
constexpr unsigned kIsZero = 2;
constexpr unsigned kIsInWord = 3;  // of a word, and not the end of "\n", "\r", "\t" as JSON writes them

// What bytes beyond ASCII are for the instructions that look up 7 bits. Stands in the sets of what may be beside a
// number, and in those of messages that have such bytes.
constexpr char kBeyondAscii = '\x7F';

// The bit of a message in Tables::starts.
std::uint32_t BitOfStart(const char* start) {
  constexpr int kBits = 13;
  static_assert(sizeof(Tables::starts) * 8 == 1 << kBits);
  return static_cast<std::uint32_t>(HashOfMessageStart(start) >> (64 - kBits));
}

// The bytes of one form at each position; empty for any.
struct Pattern {
  std::uint16_t form;
  std::string_view bytes[kPositions];
};

// Where the sets come from: the spellings of the codes of this knowledge base. 13000-13932, 11033;
// 0x8007xxxx, 0x8032xxxx, 0xC022xxxx, 0xC036xxxx, 0xC000Axxx, with bit N set 0xD…; as decimals 2147955400 …,
// 2150760449 …, 3221266448 …, 3223453697 …, 3224764417 …, 3491889153 …, and the signed ones; 32C8 to 3669
// without a prefix behind "status", "error" and "err".
constexpr Pattern kPatterns[] = {
    {form::kDecimal, {"1", "13", "089", kDigits}},
    {form::kLongDecimal, {"2-", "18", "045", "01347"}},
    {form::kStatus, {"3", "24", "29", "134"}},
    {form::kStatus, {"uor", "sr", " :=", "3"}},
    {form::kBytes, {"<0", "BD0", "ia0", "nt:"}},
    {form::kLongHex, {"8cCdD", "0", "023", "0267"}},
    {form::kShortHex, {"xX", "23", kHexDigits, kHexDigits}},
    {form::kPaddedHex, {"0", "0", "0", "23"}},
    {form::kSymbol, {"RrSsPpUu", "OoEe_Ss", "RrCcEe_", "_Ff"}},
    {1 << 8, {"\t\n\r:;=>[\x7F", "678", kDigits, kDigits, kLowEnds}},
    {1 << 9, {" \"#'(,-/", "678", kDigits, kDigits, kLowEnds}},
    {1 << 10, {"\t\n\r:;=>[\x7F", "678", kDigits, kDigits, kHighEnds}},
    {1 << 11, {" \"#'(,-/", "678", kDigits, kDigits, kHighEnds}},
};

class TableMaker {
 public:
  explicit TableMaker(Tables& tables) : tables_(tables) {}

  void Add(std::uint16_t forms, int position, char c) {
    AddByte(forms, position, static_cast<unsigned char>(c));
    if (static_cast<signed char>(c) < 0) AddByte(forms, position, kBeyondAscii);
    if (c != kBeyondAscii) return;
    for (int byte = 128; byte < 256; ++byte) tables_.whole[position][byte] |= forms;
  }

  // The first set of forms takes any fifth byte.
  void Finish() {
    for (std::uint16_t& forms : tables_.whole[kPositions - 1]) forms |= 0x00FF;
    for (int byte = 0; byte < 256; ++byte) {
      const char c = static_cast<char>(byte);
      const bool is_word = byte < 128 && IsWordByte(c);
      const bool ends_escape = c == 'n' || c == 'r' || c == 't';
      tables_.kinds[byte] = static_cast<std::uint8_t>(is_word << kIsWord | IsDigit(c) << kIsDigit | (c == '0') << kIsZero |
                                                      (is_word && !ends_escape) << kIsInWord);
    }
  }

 private:
  void AddByte(std::uint16_t forms, int position, unsigned char byte) {
    tables_.whole[position][byte] |= forms;
    tables_.ascii[0][position][byte & 127] |= static_cast<std::uint8_t>(forms);
    tables_.ascii[1][position][byte & 127] |= static_cast<std::uint8_t>(forms >> 8);
    tables_.low[0][position][byte & 15] |= static_cast<std::uint8_t>(forms);
    tables_.low[1][position][byte & 15] |= static_cast<std::uint8_t>(forms >> 8);
    tables_.high[0][position][byte >> 4] |= static_cast<std::uint8_t>(forms);
    tables_.high[1][position][byte >> 4] |= static_cast<std::uint8_t>(forms >> 8);
  }

  Tables& tables_;
};

// How often a byte stands in the text of logs, roughly: enough to tell a common set from a rare one.
double Weight(int byte) {
  constexpr std::string_view kCommonFirst = "etaoinsrhldcumfpgwybvkxjqz";
  if (byte == ' ') return 14;
  if (byte >= 'a' && byte <= 'z') return 8.0 / (1.0 + 0.4 * static_cast<double>(kCommonFirst.find(static_cast<char>(byte))));
  if (byte >= '0' && byte <= '9') return 2.5;
  return 0.5;
}

// What words of Windows logs begin with most often, none of them a message: the sets should keep them out.
constexpr std::string_view kCommonStarts[] = {
    "Accou", "Actio", "Addre", "An ac", "An ev", "Appli", "Audit", "Authe", "CEIVE", "Catal", "Clien", "Compu", "Conne",
    "Corre", "Creat", "Debug", "Desti", "Detai", "Devic", "Direc", "Disab", "Domai", "EEXT[", "EIVE\n", "Enabl", "Error",
    "Event", "Exec:", "Failu", "False", "Filte", "GET /", "Group", "Guid=", "HRESU", "Host:", "ICMP ", "INFO ", "Impac",
    "Info ", "Infor", "Insta", "Keywo", "Layer", "Level", "Local", "Logon", "Manag", "Messa", "Micro", "Mode:", "Modul",
    "Mozil", "N/A\n", "NETLO", "NULL ", "Name ", "Name:", "Name=", "Netwo", "None\n", "Objec", "Opcod", "Opera", "POST ",
    "Packa", "Permi", "Polic", "Port:", "Privi", "Proce", "Profi", "Progr", "Proto", "Provi", "Readi", "Recei", "Regis",
    "Remot", "Reque", "Resul", "Role:", "Runni", "SEND\n", "SYSTE", "Secur", "Serve", "Servi", "Sessi", "Sourc", "Start",
    "State", "Statu", "Stopp", "Subje", "Succe", "Syste", "TCP 1", "Task ", "Taskc", "The s", "The u", "Threa", "Time:",
    "Trans", "True ", "UDP 1", "Updat", "User ", "User:", "Value", "Versi", "W Ras", "W Ser", "WARN ", "Warni", "Windo",
    "Works",
};

// Spreads the beginnings of messages over the bits so that the sets of each bit stay rare.
class MessageGroups {
 public:
  std::uint16_t Add(std::string_view start) {
    int best = 0;
    double least = std::numeric_limits<double>::max();
    for (int group = 0; group < kGroups; ++group) {
      Sets grown = sets_[group];
      grown.Add(start);
      const double growth = grown.Cost() - sets_[group].Cost();
      if (growth < least) {
        least = growth;
        best = group;
      }
    }
    sets_[best].Add(start);
    return static_cast<std::uint16_t>(1 << (kFirstBit + best));
  }

 private:
  static constexpr int kGroups = 4;
  static constexpr int kFirstBit = 12;

  static constexpr double kCostOfCommonStart = 1e12;  // above all products of weights

  struct Sets {
    std::bitset<128> bytes[kPositions];

    void Add(std::string_view start) {
      for (std::size_t i = 0; i < kPositions; ++i) bytes[i].set(static_cast<unsigned char>(start[i]) & 127);
    }
    bool Passes(std::string_view start) const {
      for (std::size_t i = 0; i < kPositions; ++i)
        if (!bytes[i][static_cast<unsigned char>(start[i]) & 127]) return false;
      return true;
    }
    double Cost() const {
      double cost = 1;
      for (const std::bitset<128>& set : bytes) {
        double sum = 0;
        for (int byte = 0; byte < 128; ++byte)
          if (set[static_cast<std::size_t>(byte)]) sum += Weight(byte);
        cost *= sum;
      }
      for (const std::string_view start : kCommonStarts) cost += Passes(start) ? kCostOfCommonStart : 0;
      return cost;
    }
  };
  Sets sets_[kGroups];
};

std::uint16_t FormsAt(const Tables& tables, const char* text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text);
  return static_cast<std::uint16_t>(tables.whole[0][bytes[0]] & tables.whole[1][bytes[1]] & tables.whole[2][bytes[2]] &
                                    tables.whole[3][bytes[3]] & tables.whole[4][bytes[4]]);
}

// The forms that the bytes around leave: a number is whole, a message begins with more than five known bytes.
// Without a branch, because what a log holds next cannot be foretold.
std::uint16_t Refine(const Tables& tables, const char* text, char before, unsigned forms) {
  const unsigned left = tables.kinds[static_cast<unsigned char>(before)];
  const unsigned fifth = tables.kinds[static_cast<unsigned char>(text[4])];
  const unsigned sixth = tables.kinds[static_cast<unsigned char>(text[5])];
  const auto keep_if = [&](unsigned bit, unsigned which) { forms &= ~which | (0u - (bit & 1)); };
  keep_if(~left >> kIsInWord, form::kDecimal | form::kMessage);
  keep_if(left >> kIsZero, form::kShortHex);
  keep_if(fifth >> kIsDigit & ~sixth >> kIsWord, form::kDecimal);
  keep_if(fifth >> kIsDigit & sixth >> kIsDigit, form::kLongDecimal);
  const std::uint32_t start = BitOfStart(text);
  keep_if(static_cast<unsigned>(tables.starts[start >> 3]) >> (start & 7), form::kMessage);
  return static_cast<std::uint16_t>(forms);
}

inline void AddSpot(const Tables& tables, const char* text, std::size_t i, char before, Spots& spots, Found& found) {
  const std::uint16_t forms = Refine(tables, text + i, i == 0 ? before : text[i - 1], FormsAt(tables, text + i));
  spots[found.spot_count] = {static_cast<std::uint32_t>(i), forms};
  found.spot_count += forms != 0;
}

void FindPortable(const Tables& tables, const char* text, std::size_t begin, std::size_t end, char before, Spots& spots,
                  Found& found) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text);
  for (std::size_t i = begin; i < end; ++i) {
    found.line_feed_count += text[i] == '\n';
    if ((tables.whole[0][bytes[i]] & tables.whole[1][bytes[i + 1]] & tables.whole[2][bytes[i + 2]]) != 0)
      AddSpot(tables, text, i, before, spots, found);
  }
}

#if defined(__x86_64__)

// Which of 64 bytes may begin a spot, for those groups of a block where any does. Collected first and read
// afterwards, so that whether a group holds one costs no branch.
class Masks {
 public:
  void Add(std::size_t offset, std::uint64_t mask) {
    rows_[count_] = {mask, offset};
    count_ += mask != 0;
  }
  // Three loops, each with nothing in it that branches on the text: what a log holds next cannot be foretold, and a
  // wrong guess costs as much as looking at some hundred bytes.
  __attribute__((target("popcnt,bmi"))) void AddSpots(const Tables& tables, const char* text, char before, Spots& spots, Found& found) const {
    std::size_t count = 0;
    for (std::size_t row = 0; row < count_; ++row) {
      std::uint64_t mask = rows_[row].mask;
      const auto bits = static_cast<std::size_t>(__builtin_popcountll(mask));
      const auto put = [&](std::size_t i) {
        spots[count + i].offset = static_cast<std::uint32_t>(rows_[row].offset + static_cast<std::size_t>(__builtin_ctzll(mask | std::uint64_t{1} << 63)));
        mask &= mask - 1;
      };
      constexpr std::size_t kMostAtOnce = 2;  // more are rare
      for (std::size_t i = 0; i < kMostAtOnce; ++i) put(i);
      for (std::size_t i = kMostAtOnce; i < bits; ++i) put(i);
      count += bits;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t offset = spots[i].offset;
      spots[kept] = {offset, FormsAt(tables, text + offset)};
      kept += spots[kept].forms != 0;
    }
    for (std::size_t i = 0; i < kept; ++i) {
      const Spot spot = spots[i];
      const char left = spot.offset == 0 ? before : text[spot.offset - 1];
      spots[found.spot_count] = {spot.offset, Refine(tables, text + spot.offset, left, spot.forms)};
      found.spot_count += spots[found.spot_count].forms != 0;
    }
  }

 private:
  struct Row {
    std::uint64_t mask;
    std::size_t offset;
  };
  Row rows_[Prefilter::kBlock / 64 + 1];
  std::size_t count_ = 0;
};

// Where the lower half of a byte says nearly all: these upper halves are left to FormsAt. On the log of
// tests/bench/scan_log.cc that lets 0.90 spots of 64 bytes through instead of 0.79 for a fifth less of the shuffles
// and shifts, which are what these loops wait for.
constexpr bool kLooksAtHigh[2][kPositions] = {{true, true, false, true, false}, {true, false, true, false, true}};

// The tables of one set, for both halves of a vector.
struct Avx2Tables {
  __m256i low[kPositions];
  __m256i high[kPositions];
};

__attribute__((target("avx2"), always_inline)) inline Avx2Tables Widen(const Tables& tables, int set) {
  Avx2Tables wide;
  for (int i = 0; i < kPositions; ++i) {
    wide.low[i] = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(tables.low[set][i])));
    wide.high[i] = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(tables.high[set][i])));
  }
  return wide;
}

__attribute__((target("avx2"), always_inline)) inline __m256i LoadAvx2(const void* at) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(at));
}

// Bits of the forms of "set" that may stand at each of 32 places. A shuffle gives 0 for bytes beyond ASCII; the forms of
// the second set know them as kBeyondAscii.
template <int set>
__attribute__((target("avx2"), always_inline)) inline __m256i MatchAvx2(const Avx2Tables& tables, const char* text) {
  const __m256i half = _mm256_set1_epi8(15);
  __m256i match = _mm256_set1_epi8(-1);
#pragma GCC unroll 5
  for (int i = 0; i < kPositionsOf[set]; ++i) {
    const __m256i bytes = LoadAvx2(text + i);
    match = _mm256_and_si256(match, _mm256_shuffle_epi8(tables.low[i], bytes));
    if (!kLooksAtHigh[set][i]) continue;
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    match = _mm256_and_si256(match, _mm256_shuffle_epi8(tables.high[i], high));
  }
  return match;
}

// Two passes over a block that lies in the first cache: the tables of both sets together do not fit the registers.
__attribute__((target("avx2,popcnt,bmi"))) Found FindAvx2(const Tables& tables, const char* text, std::size_t size,
                                                           char before, Spots& spots) {
  alignas(32) std::uint8_t matches[Prefilter::kBlock];
  alignas(32) char seven_bits[Prefilter::kBlock + 32];
  const std::size_t end = size / 64 * 64;

  const __m256i zero = _mm256_setzero_si256();
  const __m256i feed = _mm256_set1_epi8('\n');
  __m256i all_bits = LoadAvx2(text + end);
  __m256i feeds = zero;  // counts down; a block has too few for a byte to wrap
  static_assert(Prefilter::kBlock / 32 < 256);
  const Avx2Tables first = Widen(tables, 0);
  for (std::size_t i = 0; i < end; i += 32) {
    _mm256_store_si256(reinterpret_cast<__m256i*>(matches + i), MatchAvx2<0>(first, text + i));
    const __m256i bytes = LoadAvx2(text + i);
    feeds = _mm256_add_epi8(feeds, _mm256_cmpeq_epi8(bytes, feed));
    all_bits = _mm256_or_si256(all_bits, bytes);
  }

  // The last places look at four bytes behind the block.
  static_assert(Prefilter::kPadding >= 32);
  const char* second_text = text;
  if (_mm256_movemask_epi8(all_bits) != 0) {
    const __m256i beyond_ascii = _mm256_set1_epi8(kBeyondAscii);
    for (std::size_t i = 0; i <= end; i += 32)
      _mm256_store_si256(reinterpret_cast<__m256i*>(seven_bits + i), _mm256_min_epu8(LoadAvx2(text + i), beyond_ascii));
    second_text = seven_bits;
  }

  const Avx2Tables second = Widen(tables, 1);
  Masks masks;
  for (std::size_t i = 0; i < end; i += 64) {
    std::uint32_t none[2];
    for (std::size_t v = 0; v < 2; ++v) {
      const std::size_t at = i + 32 * v;
      const __m256i match = _mm256_or_si256(MatchAvx2<1>(second, second_text + at), LoadAvx2(matches + at));
      none[v] = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(match, zero)));
    }
    masks.Add(i, ~(none[0] | static_cast<std::uint64_t>(none[1]) << 32));
  }

  Found found;
  const __m256i sums = _mm256_sad_epu8(_mm256_sub_epi8(zero, feeds), zero);
  found.line_feed_count = static_cast<std::size_t>(_mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) +
                                                   _mm256_extract_epi64(sums, 2) + _mm256_extract_epi64(sums, 3));
  masks.AddSpots(tables, text, before, spots, found);
  FindPortable(tables, text, end, size, before, spots, found);
  return found;
}

// VBMI looks up the lower 7 bits of a byte in one instruction, so the sets are exact up to bytes beyond ASCII. At both
// ends, where those may be next to a number, they are made kBeyondAscii; in between the sets hold their lower bits.
struct Avx512Tables {
  __m512i first[2][kPositions];   // for bytes 0 to 63
  __m512i second[2][kPositions];  // for bytes 64 to 127
};

__attribute__((target("avx512f,avx512bw,avx512vbmi"), always_inline)) inline __m512i LookUp(const Avx512Tables& tables, int set,
                                                                                          int position, __m512i bytes) {
  return _mm512_permutex2var_epi8(tables.first[set][position], bytes, tables.second[set][position]);
}

__attribute__((target("avx512f,avx512bw,avx512vbmi,popcnt,bmi"))) Found FindAvx512(const Tables& tables, const char* text,
                                                                                std::size_t size, char before, Spots& spots) {
  Avx512Tables wide;
  for (int set = 0; set < 2; ++set)
    for (int i = 0; i < kPositions; ++i) {
      wide.first[set][i] = _mm512_load_si512(tables.ascii[set][i]);
      wide.second[set][i] = _mm512_load_si512(tables.ascii[set][i] + 64);
    }
  const __m512i feed = _mm512_set1_epi8('\n');
  const __m512i beyond_ascii = _mm512_set1_epi8(kBeyondAscii);
  Masks masks;
  Found found;
  std::size_t i = 0;
  for (; i + 64 <= size; i += 64) {
    const __m512i at0 = _mm512_min_epu8(_mm512_loadu_si512(text + i), beyond_ascii);
    const __m512i at1 = _mm512_loadu_si512(text + i + 1);
    const __m512i at2 = _mm512_loadu_si512(text + i + 2);
    const __m512i at3 = _mm512_loadu_si512(text + i + 3);
    const __m512i at4 = _mm512_min_epu8(_mm512_loadu_si512(text + i + 4), beyond_ascii);
    // 0x80: all three have the bit.
    const __m512i a = _mm512_ternarylogic_epi64(LookUp(wide, 0, 0, at0), LookUp(wide, 0, 1, at1), LookUp(wide, 0, 2, at2), 0x80);
    const __m512i b = _mm512_ternarylogic_epi64(LookUp(wide, 1, 0, at0), LookUp(wide, 1, 1, at1), LookUp(wide, 1, 2, at2), 0x80);
    const __m512i c = _mm512_ternarylogic_epi64(b, LookUp(wide, 1, 3, at3), LookUp(wide, 1, 4, at4), 0x80);
    // 0xEA: the first two, or the third.
    const __m512i any = _mm512_ternarylogic_epi64(a, LookUp(wide, 0, 3, at3), c, 0xEA);
    const std::uint64_t mask = _mm512_test_epi8_mask(any, any);
    found.line_feed_count += static_cast<std::size_t>(__builtin_popcountll(_mm512_cmpeq_epi8_mask(at0, feed)));
    masks.Add(i, mask);
  }
  masks.AddSpots(tables, text, before, spots, found);
  FindPortable(tables, text, i, size, before, spots, found);
  return found;
}

#endif

}  // namespace

bool Prefilter::IsAvailable(Instructions instructions) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (instructions == Instructions::kAvx512) return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vbmi") != 0;
  if (instructions == Instructions::kAvx2) return __builtin_cpu_supports("avx2") != 0;
#endif
  return instructions == Instructions::kPortable;
}

Prefilter::Instructions Prefilter::Best() {
  if (IsAvailable(Instructions::kAvx512)) return Instructions::kAvx512;
  return IsAvailable(Instructions::kAvx2) ? Instructions::kAvx2 : Instructions::kPortable;
}

Prefilter::Prefilter(std::span<const std::string_view> starts, Instructions instructions)
    : instructions_(instructions) {
  TableMaker maker(tables_);
  for (const Pattern& pattern : kPatterns)
    for (int i = 0; i < kPositions; ++i)
      for (const char c : pattern.bytes[i]) maker.Add(pattern.form, i, c);

  std::vector<std::string> distinct;
  for (const std::string_view start : starts) {
    const std::uint32_t bit = BitOfStart(start.data());
    tables_.starts[bit >> 3] |= static_cast<std::uint8_t>(1 << (bit & 7));
  }
  for (const std::string_view start : starts) distinct.emplace_back(start.substr(0, kPositions));
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  MessageGroups groups;
  for (const std::string& start : distinct) {
    const std::uint16_t bit = groups.Add(start);
    for (int i = 0; i < kPositions; ++i) maker.Add(bit, i, start[static_cast<std::size_t>(i)]);
  }
  maker.Finish();
}

Prefilter::Found Prefilter::Find(const char* text, std::size_t size, char before, Spots& spots) const {
#if defined(__x86_64__)
  if (instructions_ == Instructions::kAvx512) return FindAvx512(tables_, text, size, before, spots);
  if (instructions_ == Instructions::kAvx2) return FindAvx2(tables_, text, size, before, spots);
#endif
  Found found;
  FindPortable(tables_, text, 0, size, before, spots, found);
  return found;
}

}  // namespace errlookup
