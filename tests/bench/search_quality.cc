// How often the engine finds what was meant: search_quality INDEX [SEED | QUERIES.tsv] [--misses]
//
// Prints, for each kind of query, how many there are, how many find their error first and among the first ten, the
// mean reciprocal rank, how many first answers are confident, and how many confident answers are wrong. The queries
// are made from the index with SEED, or read from a file (kind, query, symbol).
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"
#include "tests/bench/bench_queries.h"
#include "tests/support/query_maker.h"

namespace errlookup {
namespace {

// What is counted for one kind of query.
struct Figures {
  int count = 0, first = 0, tenth = 0, confident = 0, wrong = 0;
  double reciprocal_ranks = 0;
};

bool IsOurs(const Match& match) { return match.page.has_value(); }

// 1 for the first match that is right, 0 if none of the first ten is.
int RankOf(const IndexReader& index, const Answer& answer, EntryId wanted) {
  for (std::size_t i = 0; i < answer.matches.size() && i < 10; ++i)
    if (IsRightMatch(index, answer.matches[i], wanted)) return static_cast<int>(i) + 1;
  return 0;
}

// For a query that is not ours: 1 if nothing of ours is said with confidence.
int RankOfSilence(const Answer& answer) {
  for (const Match& match : answer.matches)
    if (IsOurs(match) && match.is_confident) return 0;
  return 1;
}

void Count(int rank, bool is_wrong, const Answer& answer, Figures& figures) {
  ++figures.count;
  figures.first += rank == 1;
  figures.tenth += rank != 0;
  figures.reciprocal_ranks += rank == 0 ? 0 : 1.0 / rank;
  figures.confident += answer.is_found();
  figures.wrong += is_wrong;
}

void PrintRow(const std::string& kind, const Figures& f) {
  const double n = f.count / 100.0;
  std::printf("%-32s %6d %8.1f %10.1f %8.3f %12.1f %16.1f\n", kind.c_str(), f.count, f.first / n, f.tenth / n, f.reciprocal_ranks / f.count,
              f.confident / n, f.wrong / n);
}

int Run(const IndexReader& index, const std::vector<MadeQuery>& queries, bool show_misses) {
  const Engine engine(index);
  std::map<std::string, Figures> by_kind;
  Figures all;
  for (const MadeQuery& query : queries) {
    const Answer answer = engine.Ask(query.text);
    const int rank = query.entry ? RankOf(index, answer, *query.entry) : RankOfSilence(answer);
    const bool is_wrong = query.entry ? answer.is_found() && rank != 1 : rank == 0;
    Count(rank, is_wrong, answer, by_kind[query.kind]);
    if (query.entry) Count(rank, is_wrong, answer, all);
    if (show_misses && rank != 1) {
      const std::string found = answer.matches.empty() || !answer.matches[0].entry ? "-" : index.symbol(*answer.matches[0].entry);
      std::printf("%s%s\t%s\t-> %s\twanted %s\n", query.kind.c_str(), is_wrong ? " (confident)" : "", query.text.c_str(), found.c_str(),
                  query.entry ? index.symbol(*query.entry).c_str() : "nothing");
    }
  }
  std::printf("%-32s %6s %8s %10s %8s %12s %16s\n", "", "count", "first %", "first 10 %", "MRR@10", "confident %", "confident wrong %");
  for (const auto& [kind, figures] : by_kind) PrintRow(kind, figures);
  PrintRow("all that have an answer", all);
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
  const char* source = "1";
  bool show_misses = false;
  for (int i = 2; i < argc; ++i) {
    if (std::string(argv[i]) == "--misses") show_misses = true;
    else source = argv[i];
  }
  return errlookup::Run(*reader, errlookup::BenchQueries(*reader, source), show_misses);
}
