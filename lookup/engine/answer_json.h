// The JSON of an answer: the contract of `errlookup --json`, and what the browser module returns. Both call
// this, so the tool and the site cannot drift apart. The tool adds the texts of pages (lookup/cli/layers.h).
//
//   {"query": "0x800735E9",
//    "results": [{"code": 13801, "space": "win32", "hex": "0x35E9", "symbol": "ERROR_IPSEC_IKE_AUTH_FAIL",
//                 "message": "…", "title": "…", "summary": "…", "family": "ike", "page": "errors/13801.html",
//                 "found_by": "decoded", "confident": true, …}],
//    "readings": […], "notes": […]}
//
// "code" is a number: the unsigned value. Keys are only ever added, never renamed or removed; see
// lookup/cli/README.md for the whole contract.
#ifndef LOOKUP_ENGINE_ANSWER_JSON_H_
#define LOOKUP_ENGINE_ANSWER_JSON_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine/engine.h"

namespace errlookup {

// One line, UTF-8, no line feed at the end. Invalid UTF-8 in the query comes out as U+FFFD.
std::string AnswerToJson(const IndexReader& index, std::string_view query, const Answer& answer);

// {"query": …, "readings": [{"space": "win32", "value": "0x32DF", "symbol": …}, …]}
std::string ReadingsToJson(const IndexReader& index, std::string_view query, const std::vector<Reading>& readings);

// For a caller that puts an answer together from several indexes: a match or a reading with the index that its ids
// belong to. "origin" names who speaks, when that is not this knowledge base; such a result has no page on the site.
struct JsonMatch {
  const IndexReader* index = nullptr;
  const Match* match = nullptr;
  std::string_view origin;
  std::string_view members = {};  // what the caller adds to the result, for JsonWriter::Members; may be empty
};
struct JsonReading {
  const IndexReader* index = nullptr;
  const Reading* reading = nullptr;
  std::string_view origin;
};
struct JsonAnswer {
  std::vector<JsonMatch> matches;
  std::vector<JsonReading> readings;
  // Says how the query as a whole is to be taken: found, ambiguous, neighbours, notes.
  const IndexReader* index = nullptr;
  const Answer* whole = nullptr;
};

// As the two above.
std::string AnswerToJson(std::string_view query, const JsonAnswer& answer);
std::string ReadingsToJson(std::string_view query, std::span<const JsonReading> readings);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_ANSWER_JSON_H_
