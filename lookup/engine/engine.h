// Answers what a person typed or pasted: a code in any spelling, a symbol, a message, a symptom, a log line.
//
// The order is decode, then names, then words, and the answer says which way it took. The readers must outlive
// the engine. All members are const and may be called from several threads at once. Answers are the same on
// every machine: equal scores keep the order of the index.
#ifndef LOOKUP_ENGINE_ENGINE_H_
#define LOOKUP_ENGINE_ENGINE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/code.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// One meaning of a number or name. The spellings that lead here are in tests/lookup/engine/decode-vectors.tsv.
struct Reading {
  Space space = Space::kRaw;
  std::uint32_t value = 0;
  std::vector<EntryId> entries;  // names of it, best first; empty for an unknown code
  std::string note;              // one sentence when something is worth saying ("E_FAIL is generic: …"), else empty

  bool is_known() const { return !entries.empty(); }
};

// How a result was found.
enum class Route : std::uint8_t {
  kDecoded,  // the query spells this code
  kName,     // the query is, or is part of, its symbol
  kWords,    // words of its message, title or symptoms
};
std::string_view RouteName(Route route);  // "decoded", "name", "words"

// One result.
struct Match {
  Space space = Space::kRaw;
  std::uint32_t value = 0;
  std::optional<EntryId> entry;  // absent for a code that nothing is known of
  std::optional<PageId> page;    // the page that explains it, if it belongs to this knowledge base
  Route route = Route::kDecoded;
  bool is_confident = false;     // false: only a suggestion
  double score = 0;              // comparable within one answer only
  std::string note;              // as Reading::note
};

struct Answer {
  std::vector<Match> matches;      // best first; one per page, or per code without a page
  std::vector<Reading> readings;   // of the query as a code, best first; empty when it spells none
  std::vector<EntryId> neighbours; // for an unknown code: up to two known codes below and two above, same space
  bool is_ambiguous = false;       // several readings are plausible: show all
  std::vector<std::string> notes;  // about the query as a whole ("87 is not an IPsec error")

  // Something was found that the tool may present as the answer (exit code 0).
  bool is_found() const { return !matches.empty() && matches.front().is_confident; }
};

struct QueryOptions {
  std::size_t limit = 10;          // most matches returned
  std::optional<Space> space;      // only readings in this space
};

class Engine {
 public:
  explicit Engine(const IndexReader& index) : index_(&index) {}

  Answer Ask(std::string_view query, const QueryOptions& options = {}) const;

  // Only step one: how "text" reads as a code. Follows decode-vectors.tsv row by row.
  std::vector<Reading> Decode(std::string_view text, const QueryOptions& options = {}) const;

  const IndexReader& index() const { return *index_; }

 private:
  const IndexReader* index_;
};

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_ENGINE_H_
