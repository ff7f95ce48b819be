#include "lookup/scan/prefilter.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace errlookup {
namespace {

using Tables = Prefilter::Tables;
using Found = Prefilter::Found;
using Spots = std::array<Spot, Prefilter::kBlock>;

constexpr int kPositions = 4;
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";

// The bytes of one form at each position.
struct Pattern {
  std::uint16_t form;
  std::string_view bytes[kPositions];
};

// Where the sets come from: the spellings of the codes of this knowledge base. 13000-13932, 11033;
// 0x8007xxxx, 0x8032xxxx, 0xC022xxxx, 0xC036xxxx, 0xC000Axxx, with bit N set 0xD…; as decimals 2147955400 …,
// 2150760449 …, 3221266448 …, 3223453697 …, 3224764417 …, 3491889153 …, and the signed ones.
constexpr Pattern kPatterns[] = {
    {form::kDecimal, {"1", "13", "089", kDigits}},
    {form::kLongDecimal, {"2-", "18", "045", "01347"}},
    {form::kStatusDecimal, {"3", "24", "29", "134"}},
    {form::kBytes, {"<0", "BD0", "ia0", "nt:"}},
    {form::kLongHex, {"8cCdD", "0", "023", "0267"}},
    {form::kShortHex, {"xX", "23", kHexDigits, kHexDigits}},
    {form::kPaddedHex, {"0", "0", "0", "23"}},
    {form::kSymbol, {"RrSsPpUu", "OoEe_Ss", "RrCcEe_", "_Ff"}},
    {1 << 8, {"\t\n\r:;=>[", "678", kDigits, kDigits}},
    {1 << 9, {" \"#'(,-/", "678", kDigits, kDigits}},
};

class TableMaker {
 public:
  explicit TableMaker(Tables& tables) : tables_(tables) {}

  void Add(std::uint16_t forms, int position, char c) {
    const auto byte = static_cast<unsigned char>(c);
    tables_.low[0][position][byte & 15] |= static_cast<std::uint8_t>(forms);
    tables_.low[1][position][byte & 15] |= static_cast<std::uint8_t>(forms >> 8);
    tables_.high[0][position][byte >> 4] |= static_cast<std::uint8_t>(forms);
    tables_.high[1][position][byte >> 4] |= static_cast<std::uint8_t>(forms >> 8);
  }

  void FinishWholeBytes() {
    for (int position = 0; position < kPositions; ++position)
      for (int byte = 0; byte < 256; ++byte)
        for (int set = 0; set < 2; ++set) {
          const int bits = tables_.low[set][position][byte & 15] & tables_.high[set][position][byte >> 4];
          tables_.whole[position][byte] |= static_cast<std::uint16_t>(bits << (8 * set));
        }
  }

 private:
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
  static constexpr int kGroups = 6;
  static constexpr int kFirstBit = 10;

  struct Sets {
    std::uint16_t low[kPositions] = {};
    std::uint16_t high[kPositions] = {};

    void Add(std::string_view start) {
      for (int i = 0; i < kPositions; ++i) {
        const auto byte = static_cast<unsigned char>(start[static_cast<std::size_t>(i)]);
        low[i] = static_cast<std::uint16_t>(low[i] | 1 << (byte & 15));
        high[i] = static_cast<std::uint16_t>(high[i] | 1 << (byte >> 4));
      }
    }
    double Cost() const {
      double cost = 1;
      for (int i = 0; i < kPositions; ++i) {
        double sum = 0;
        for (int byte = 0; byte < 256; ++byte)
          if ((low[i] >> (byte & 15) & 1) != 0 && (high[i] >> (byte >> 4) & 1) != 0) sum += Weight(byte);
        cost *= sum;
      }
      return cost;
    }
  };
  Sets sets_[kGroups];
};

std::uint16_t FormsAt(const Tables& tables, const char* text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text);
  const unsigned first = tables.whole[0][bytes[0]] & tables.whole[1][bytes[1]];
  return first == 0 ? 0 : static_cast<std::uint16_t>(first & tables.whole[2][bytes[2]] & tables.whole[3][bytes[3]]);
}

void FindPortable(const Tables& tables, const char* text, std::size_t begin, std::size_t end, Spots& spots,
                  Found& found) {
  for (std::size_t i = begin; i < end; ++i) {
    found.line_feed_count += text[i] == '\n';
    if (const std::uint16_t forms = FormsAt(tables, text + i); forms != 0)
      spots[found.spot_count++] = {static_cast<std::uint32_t>(i), forms};
  }
}

#if defined(__x86_64__)

// Writes the spots of the 64 bytes at "offset", whose mask has a bit for each.
inline void AddSpots(const Tables& tables, const char* text, std::size_t offset, std::uint64_t mask, Spots& spots,
                      Found& found) {
  while (mask != 0) {
    const std::size_t i = offset + static_cast<std::size_t>(__builtin_ctzll(mask));
    mask &= mask - 1;
    spots[found.spot_count++] = {static_cast<std::uint32_t>(i), FormsAt(tables, text + i)};
  }
}

struct Avx2Tables {
  __m256i low[2][kPositions];
  __m256i high[2][kPositions];
};

__attribute__((target("avx2"), always_inline)) inline __m256i MatchAvx2(const Avx2Tables& tables, const char* text) {
  const __m256i half = _mm256_set1_epi8(15);
  __m256i first = _mm256_set1_epi8(-1);
  __m256i second = first;
  for (int i = 0; i < kPositions; ++i) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i));
    const __m256i low = _mm256_and_si256(bytes, half);
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
    first = _mm256_and_si256(first, _mm256_and_si256(_mm256_shuffle_epi8(tables.low[0][i], low),
                                                     _mm256_shuffle_epi8(tables.high[0][i], high)));
    second = _mm256_and_si256(second, _mm256_and_si256(_mm256_shuffle_epi8(tables.low[1][i], low),
                                                       _mm256_shuffle_epi8(tables.high[1][i], high)));
  }
  return _mm256_or_si256(first, second);
}

__attribute__((target("avx2,popcnt,bmi"))) Found FindAvx2(const Tables& tables, const char* text, std::size_t size,
                                                           Spots& spots) {
  Avx2Tables wide;
  for (int set = 0; set < 2; ++set)
    for (int i = 0; i < kPositions; ++i) {
      wide.low[set][i] = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(tables.low[set][i])));
      wide.high[set][i] = _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(tables.high[set][i])));
    }
  const __m256i zero = _mm256_setzero_si256();
  const __m256i feed = _mm256_set1_epi8('\n');
  __m256i feeds = zero;  // counts down; a block has too few for a byte to wrap
  Found found;
  std::size_t i = 0;
  for (; i + 64 <= size; i += 64) {
    const __m256i a = MatchAvx2(wide, text + i);
    const __m256i b = MatchAvx2(wide, text + i + 32);
    feeds = _mm256_add_epi8(feeds, _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i)), feed));
    feeds = _mm256_add_epi8(feeds, _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i + 32)), feed));
    const __m256i any = _mm256_or_si256(a, b);
    if (_mm256_testz_si256(any, any) != 0) continue;
    const auto none_a = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, zero)));
    const auto none_b = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, zero)));
    AddSpots(tables, text, i, ~(none_a | static_cast<std::uint64_t>(none_b) << 32), spots, found);
  }
  const __m256i sums = _mm256_sad_epu8(_mm256_sub_epi8(zero, feeds), zero);
  found.line_feed_count = static_cast<std::size_t>(_mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) +
                                                   _mm256_extract_epi64(sums, 2) + _mm256_extract_epi64(sums, 3));
  FindPortable(tables, text, i, size, spots, found);
  return found;
}

struct Avx512Tables {
  __m512i low[2][kPositions];
  __m512i high[2][kPositions];
};

__attribute__((target("avx512f,avx512bw"), always_inline)) inline std::uint64_t MatchAvx512(const Avx512Tables& tables,
                                                                                           const char* text) {
  const __m512i half = _mm512_set1_epi8(15);
  __m512i first = _mm512_set1_epi8(-1);
  __m512i second = first;
  for (int i = 0; i < kPositions; ++i) {
    const __m512i bytes = _mm512_loadu_si512(text + i);
    const __m512i low = _mm512_and_si512(bytes, half);
    const __m512i high = _mm512_and_si512(_mm512_srli_epi16(bytes, 4), half);
    first = _mm512_and_si512(first, _mm512_and_si512(_mm512_shuffle_epi8(tables.low[0][i], low),
                                                     _mm512_shuffle_epi8(tables.high[0][i], high)));
    second = _mm512_and_si512(second, _mm512_and_si512(_mm512_shuffle_epi8(tables.low[1][i], low),
                                                       _mm512_shuffle_epi8(tables.high[1][i], high)));
  }
  const __m512i any = _mm512_or_si512(first, second);
  return _mm512_test_epi8_mask(any, any);
}

__attribute__((target("avx512f,avx512bw,popcnt,bmi"))) Found FindAvx512(const Tables& tables, const char* text,
                                                                         std::size_t size, Spots& spots) {
  Avx512Tables wide;
  for (int set = 0; set < 2; ++set)
    for (int i = 0; i < kPositions; ++i) {
      wide.low[set][i] = _mm512_maskz_broadcast_i32x4(0xFFFF, _mm_load_si128(reinterpret_cast<const __m128i*>(tables.low[set][i])));
      wide.high[set][i] = _mm512_maskz_broadcast_i32x4(0xFFFF, _mm_load_si128(reinterpret_cast<const __m128i*>(tables.high[set][i])));
    }
  const __m512i feed = _mm512_set1_epi8('\n');
  Found found;
  std::size_t i = 0;
  for (; i + 64 <= size; i += 64) {
    const std::uint64_t mask = MatchAvx512(wide, text + i);
    const std::uint64_t feeds = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(text + i), feed);
    found.line_feed_count += static_cast<std::size_t>(__builtin_popcountll(feeds));
    if (mask != 0) AddSpots(tables, text, i, mask, spots, found);
  }
  FindPortable(tables, text, i, size, spots, found);
  return found;
}

#endif

}  // namespace

bool Prefilter::IsAvailable(Instructions instructions) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (instructions == Instructions::kAvx512) return __builtin_cpu_supports("avx512bw") != 0;
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
  for (const std::string_view start : starts) distinct.emplace_back(start.substr(0, kPositions));
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  MessageGroups groups;
  for (const std::string& start : distinct) {
    const std::uint16_t bit = groups.Add(start);
    for (int i = 0; i < kPositions; ++i) maker.Add(bit, i, start[static_cast<std::size_t>(i)]);
  }
  maker.FinishWholeBytes();
}

Prefilter::Found Prefilter::Find(const char* text, std::size_t size, std::array<Spot, kBlock>& spots) const {
#if defined(__x86_64__)
  if (instructions_ == Instructions::kAvx512) return FindAvx512(tables_, text, size, spots);
  if (instructions_ == Instructions::kAvx2) return FindAvx2(tables_, text, size, spots);
#endif
  Found found;
  FindPortable(tables_, text, 0, size, spots, found);
  return found;
}

}  // namespace errlookup
