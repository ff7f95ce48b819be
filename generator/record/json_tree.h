// JSON with the place of every value and key, so that a problem can be shown where it is.
//
// The packaged parser (nlohmann/json) does the parsing; this file only notes how far it has read at each of its
// events. It accepts what RFC 8259 allows and nothing more: no comments, no trailing commas, UTF-8 only. On top
// of that it refuses a key that stands twice in one object and nesting deeper than kMaximumJsonDepth.
#ifndef GENERATOR_RECORD_JSON_TREE_H_
#define GENERATOR_RECORD_JSON_TREE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/check/problem.h"

namespace errlookup {

// Our deepest file, a record, nests 7 levels. The bound keeps every later walk of the tree off the stack's end.
inline constexpr int kMaximumJsonDepth = 32;

enum class JsonKind { kNull, kBoolean, kNumber, kString, kList, kObject };

struct JsonMember;

// One value. "line" and "column" (in bytes) are those of its first character and count from 1.
struct JsonNode {
  JsonKind kind = JsonKind::kNull;
  int line = 0;
  int column = 0;
  bool boolean = false;
  std::optional<std::int64_t> integer;  // of a number without fraction that fits
  std::string text;                     // of a string: its value; of a number: as written
  std::vector<JsonNode> items;          // of a list
  std::vector<JsonMember> members;      // of an object, in file order

  // The value of "key", or nullptr; also nullptr when this is not an object.
  const JsonNode* Find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  int line = 0;
  int column = 0;
  JsonNode value;
};

// "a string", "a list", ...: for messages.
std::string_view JsonKindName(JsonKind kind);

// Parses "text" as found in "file". Returns nothing, and adds a problem, when it is not JSON; adds a problem
// for each repeated key and keeps the first.
std::optional<JsonNode> ParseJson(std::string_view text, const std::string& file, Problems& problems);

// "text" as a JSON string literal with its quotes, in the form `kbgen fmt` writes: escapes only the quote, the
// backslash and control characters.
std::string JsonQuote(std::string_view text);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_JSON_TREE_H_
