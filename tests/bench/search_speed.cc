// How long an answer takes: search_speed INDEX [SEED | QUERIES.tsv]
//
// Prints, for each kind of made query, the median and the 99th percentile of the best of five calls, and the
// same for opening the index.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"
#include "tests/bench/bench_queries.h"

namespace errlookup {
namespace {

template <typename Work>
double BestMicroseconds(Work work) {
  constexpr int kTimes = 5;
  double best = 1e9;
  for (int i = 0; i < kTimes; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

void Print(const std::string& kind, std::vector<double>& times) {
  std::sort(times.begin(), times.end());
  std::printf("%-32s %6zu %10.1f %10.1f\n", kind.c_str(), times.size(), times[times.size() / 2], times[times.size() * 99 / 100]);
}

int Run(std::span<const std::byte> image, const char* source) {
  const auto reader = IndexReader::Open(image);
  if (!reader.ok()) {
    std::fprintf(stderr, "%s\n", reader.error().message.c_str());
    return 2;
  }
  const Engine engine(*reader);
  std::size_t matches = 0;
  std::map<std::string, std::vector<double>> by_kind;
  std::vector<double> all;
  for (const MadeQuery& query : BenchQueries(*reader, source)) {
    const double time = BestMicroseconds([&] { matches += engine.Ask(query.text).matches.size(); });
    by_kind[query.kind].push_back(time);
    all.push_back(time);
  }
  std::printf("%-32s %6s %10s %10s\n", "", "count", "median us", "99 % us");
  for (auto& [kind, times] : by_kind) Print(kind, times);
  Print("all", all);
  std::vector<double> open = {BestMicroseconds([&] { matches += IndexReader::Open(image, Trust::kEmbedded).ok(); })};
  Print("open, embedded", open);
  return matches == 0 ? 1 : 0;
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::vector<char> bytes(std::istreambuf_iterator<char>(file), {});
  return errlookup::Run(std::as_bytes(std::span(bytes)), argc > 2 ? argv[2] : "1");
}
