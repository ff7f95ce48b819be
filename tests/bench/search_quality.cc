// How often the engine finds what was meant: search_quality INDEX [SEED] [--misses]
//
// Prints, for each kind of made query, how many there are, how many find their error first and among the first
// three, how many first answers are confident, and how many confident first answers are wrong.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"
#include "tests/support/query_maker.h"

namespace errlookup {
namespace {

struct Figures {
  int count = 0, first = 0, third = 0, confident = 0, wrong = 0;
};

bool IsOurs(const Match& match) { return match.page.has_value(); }

int Run(const IndexReader& index, std::uint32_t seed, bool show_misses) {
  const Engine engine(index);
  std::map<std::string, Figures> by_kind;
  for (const MadeQuery& query : MakeQueries(index, seed)) {
    const Answer answer = engine.Ask(query.text);
    Figures& figures = by_kind[query.kind];
    ++figures.count;
    bool is_first = false, is_third = false;
    if (query.entry) {
      for (std::size_t i = 0; i < answer.matches.size() && i < 3; ++i) {
        const bool is_right = IsRightMatch(index, answer.matches[i], *query.entry);
        is_first = is_first || (i == 0 && is_right);
        is_third = is_third || is_right;
      }
    } else {
      is_first = is_third = answer.matches.empty() || !IsOurs(answer.matches.front()) || !answer.matches.front().is_confident;
    }
    const bool is_confident = !answer.matches.empty() && answer.matches.front().is_confident;
    bool is_wrong = is_confident && !is_first;
    if (!query.entry)
      for (const Match& match : answer.matches) is_wrong = is_wrong || (IsOurs(match) && match.is_confident);
    figures.first += is_first;
    figures.third += is_third;
    figures.confident += is_confident;
    figures.wrong += is_wrong;
    if (show_misses && (!is_first || is_wrong)) {
      const std::string found = answer.matches.empty() || !answer.matches[0].entry ? "-" : index.symbol(*answer.matches[0].entry);
      std::printf("%s%s\t%s\t-> %s\twanted %s\n", query.kind.c_str(), is_wrong ? " (confident)" : "", query.text.c_str(), found.c_str(),
                  query.entry ? index.symbol(*query.entry).c_str() : "nothing");
    }
  }
  std::printf("%-32s %6s %8s %8s %10s %16s\n", "", "count", "first %", "first 3 %", "confident %", "confident wrong %");
  for (const auto& [kind, f] : by_kind) {
    const double n = f.count / 100.0;
    std::printf("%-32s %6d %8.1f %8.1f %10.1f %16.1f\n", kind.c_str(), f.count, f.first / n, f.third / n, f.confident / n, f.wrong / n);
  }
  return 0;
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::vector<char> bytes(std::istreambuf_iterator<char>(file), {});
  const auto reader = errlookup::IndexReader::Open(std::as_bytes(std::span(bytes)));
  if (!reader.ok()) {
    std::fprintf(stderr, "%s: %s\n", argv[1], reader.error().message.c_str());
    return 2;
  }
  std::uint32_t seed = 1;
  bool show_misses = false;
  for (int i = 2; i < argc; ++i) {
    if (std::string(argv[i]) == "--misses") show_misses = true;
    else seed = static_cast<std::uint32_t>(std::atoi(argv[i]));
  }
  return errlookup::Run(*reader, seed, show_misses);
}
