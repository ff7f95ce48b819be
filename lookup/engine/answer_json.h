// The JSON of an answer: the contract of `errlookup --json`, and what the browser module returns. Both call
// this, so the tool and the site cannot drift apart.
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

#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine/engine.h"
#include "lookup/engine/json_writer.h"

namespace errlookup {

// One line, UTF-8, no line feed at the end. Invalid UTF-8 in the query comes out as U+FFFD.
std::string AnswerToJson(const IndexReader& index, std::string_view query, const Answer& answer);

// {"query": …, "readings": [{"space": "win32", "value": "0x32DF", "symbol": …}, …]}
std::string ReadingsToJson(const IndexReader& index, std::string_view query, const std::vector<Reading>& readings);

// The pieces, for a caller that puts an answer together from several indexes: one result, one reading, and what
// follows them (ambiguous, neighbours, notes). "origin" names who speaks, when that is not this knowledge base; such a
// result has no page on the site.
void WriteRemarks(const IndexReader& index, const Answer& answer, JsonWriter& json);
void WriteMatch(const IndexReader& index, const Match& match, std::string_view origin, JsonWriter& json);
void WriteReading(const IndexReader& index, const Reading& reading, std::string_view origin, JsonWriter& json);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_ANSWER_JSON_H_
