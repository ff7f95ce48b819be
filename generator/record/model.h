// The knowledge base as plain values: what data/ holds (data/README.md is the reference of each field), plus
// where each thing stands in its file, so that every later pass can point at it.
#ifndef GENERATOR_RECORD_MODEL_H_
#define GENERATOR_RECORD_MODEL_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lookup/base/code.h"

namespace errlookup {

// A place in a data file. Lines and columns count from 1; columns count bytes. 0 means "the whole file".
struct Location {
  std::string file;  // as given or found, with '/'
  int line = 0;
  int column = 0;
};

// Markdown or text with its place.
struct Text {
  std::string value;
  Location at;
  bool empty() const { return value.empty(); }
};

struct Command {
  Text line;
  std::string on;     // "client", "server", "both"; empty: the computer that shows the error
  // Computed from the grammar by the check pass unless the writer had to say them.
  std::string shell;  // "cmd", "powershell", "gui"
  std::optional<bool> elevated;
  Location at;        // of the whole object
};

struct Placeholder {
  std::string name;   // without the angle brackets
  std::string label;
  std::string example;
  Location at;
};

struct Step {
  Text doing;         // "do"
  std::vector<Command> run;
  Text expect, otherwise;
};

struct Check {
  Text text;
  std::vector<Command> run;
  Text shows;
  Text procedure;     // id, or empty
  Location at;
};

struct Cause {
  std::string id;
  Text text;
  std::string likelihood;
  std::optional<Check> check;
  std::string evidence;
  Location evidence_at;
  std::vector<Text> sources;
  Location at;
};

struct Fix {
  std::string id;
  Text title;
  std::vector<Text> causes;  // "for"
  Text when;
  std::string risk;          // of a fix by procedure: empty in the file, the procedure's after linking
  Location risk_at;
  std::vector<Step> steps;
  Text procedure;            // id, or empty; then no steps
  Text text;                 // lead-in to the procedure
  Text shows;
  Text undo;
  std::string evidence;
  Location evidence_at;
  std::vector<Text> sources;
  Location at;
};

struct Appearance { std::string kind; Text name; Text text; Location at; };
struct Prevention { Text text; std::vector<Command> run; };
struct ForDevelopers { std::string retry; Text text; std::vector<std::string> apis; };
struct Related { Text code; std::string how; Text text; };
struct Question { Text q; Text a; };
struct Where { Text map; Text step; };

struct Record {
  std::string file;
  std::vector<Text> codes;           // symbols
  Text title, summary;
  std::string level, status, updated;
  Location updated_at;
  Text applies_since, applies_note;
  std::optional<Where> where;
  std::vector<std::string> search_words;
  std::vector<Placeholder> placeholders;
  Text quick_answer;
  std::vector<Command> quick_run;
  Text meaning;
  std::vector<Appearance> appears_in;
  std::vector<Cause> causes;
  std::vector<Fix> fixes;
  std::vector<Prevention> prevention;
  std::optional<ForDevelopers> for_developers;
  std::vector<Related> related;
  std::vector<Question> faq;
  std::vector<Text> sources;
  Location at;
};

struct ResultRow { Text see, means; };  // one row of a procedure's "reading"

struct Procedure {
  std::string file, id;
  Text title, summary;
  std::string level, updated, risk, evidence;
  Location updated_at, risk_at, evidence_at;
  std::vector<Placeholder> placeholders;
  Text intro;
  std::vector<Step> steps;
  std::vector<ResultRow> reading;
  Text undo;
  std::vector<Text> sources;
};

struct MapLane { std::string id, title; Location at; };
struct MapStep {
  std::string id;
  Text title, text;
  std::string from, to, at_lane;  // exchange only
  std::vector<Text> codes;
  Location at;
};
struct MapMove { Text from, to; std::string label; Location at; };
struct Map {
  std::string file, id;
  Text title, summary, text;
  std::string kind;  // "states", "exchange", "path"
  std::vector<MapLane> lanes;
  std::vector<MapStep> steps;
  std::vector<MapMove> moves;
  std::string evidence;
  Location kind_at, evidence_at;
  std::vector<Text> sources;
};

struct Source { std::string id, title, publisher, url, seen; Location at, seen_at; };
struct Term { std::string id, term; std::vector<std::string> also; Text text; Location at; };
struct Event { int id = 0; std::string log, provider, says, subcategory; Text source; Location at; };
struct Family { std::string id; Text title; std::string range; Text text; Location at; };
struct Site { std::string name, base_url, feedback_url, repository_url; Text about; };

// One row of catalog/ipsec.tsv.
struct CatalogCode {
  Space space = Space::kWin32;
  std::uint32_t value = 0;
  std::string symbol;
  std::vector<std::string> aliases;
  std::string header, family, message;
  Location at;
};

// One row of catalog/windows.tsv.
struct WindowsName {
  Space space = Space::kWin32;
  std::uint32_t value = 0;
  std::string symbol, header;
};

// One row of catalog/search-words.tsv: words to find a code by that has no record yet.
struct SearchWords { Text symbol; std::vector<std::string> phrases; };

struct Facility { Space space = Space::kHresult; std::uint16_t value = 0; std::string name; };

// Everything that was read, in file order made stable by sorting paths.
struct KnowledgeBase {
  std::vector<CatalogCode> codes;
  std::vector<WindowsName> windows_names;
  std::vector<Facility> facilities;
  std::vector<SearchWords> search_words;
  std::vector<Record> records;
  std::vector<Procedure> procedures;
  std::vector<Map> maps;
  std::vector<Source> sources;
  std::vector<Term> terms;
  std::vector<Event> events;
  std::vector<Family> families;
  Site site;
};

// A code that a company defines for itself: one entry of an overlay's codes.json.
struct OwnCode {
  std::string space;  // one of SpaceName
  Text value;         // decimal, or hexadecimal with 0x
  Text symbol;
  std::string header;  // where it is defined; empty: nothing to say
  std::string message;
  Location at;
};

// What a company adds to the knowledge base: records of its own for our codes, and codes of its own.
struct Overlay {
  std::vector<std::string> files;  // every file that was read, as locations name it
  Text id;           // of the family that all its pages are in
  std::string name;  // who speaks: "Acme network team"
  std::vector<OwnCode> codes;
  KnowledgeBase own;  // records and sources only
};

// The page address of a code without "errors/" and ".html": "13023", "0x8032000A".
std::string CodeSlug(Space space, std::uint32_t value);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_MODEL_H_
