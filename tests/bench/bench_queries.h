// The queries of a measurement: made from the index, or read from a file.
#ifndef TESTS_BENCH_BENCH_QUERIES_H_
#define TESTS_BENCH_BENCH_QUERIES_H_

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "lookup/index/index_reader.h"
#include "tests/support/query_maker.h"

namespace errlookup {

// "source" is a seed, not 0, or the name of a file with lines of kind, tab, query, tab, symbol; without a symbol the
// query is not ours.
inline std::vector<MadeQuery> BenchQueries(const IndexReader& index, const char* source) {
  if (const int seed = std::atoi(source); seed != 0) return MakeQueries(index, static_cast<std::uint32_t>(seed));
  std::vector<MadeQuery> queries;
  std::ifstream file(source);
  for (std::string line; std::getline(file, line);) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (first == std::string::npos || second == std::string::npos) continue;
    MadeQuery query{line.substr(0, first), line.substr(first + 1, second - first - 1), std::nullopt};
    const std::vector<EntryId> named = index.FindSymbol(line.substr(second + 1));
    if (!named.empty()) query.entry = named.front();
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace errlookup

#endif  // TESTS_BENCH_BENCH_QUERIES_H_
