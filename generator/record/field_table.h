// The one description of what a data file may hold.
//
// A Shape lists the fields of one kind of object; a Field says what one of them holds, whether it must be there,
// and where its value goes in the model. From these tables come the reader (below), the JSON Schema
// (json_schema.h) and the canonical form (canonical.h), so that the three cannot drift apart. The tables
// themselves are in shapes.cc.
#ifndef GENERATOR_RECORD_FIELD_TABLE_H_
#define GENERATOR_RECORD_FIELD_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/check/problem.h"
#include "generator/record/json_tree.h"

namespace errlookup {

struct Shape;

enum class FieldType { kText, kInteger, kYesNo, kObject, kList, kTable };

// What a text may look like. Each has a regular expression, used by the reader and written into the schema.
enum class TextForm {
  kLine,         // one line, not blank
  kMarkdown,     // may have several lines
  kId,           // lower case, digits, single hyphens: "remove-the-rule"
  kSymbol,       // "ERROR_IPSEC_QM_POLICY_IN_USE"
  kPlaceholder,  // "PolicyName"
  kDate,         // "2026-11-20"; that the day exists is a check of its own
  kWebAddress,   // "https://..."
};
struct FormRule {
  std::string_view pattern;      // ECMAScript, anchored
  std::string_view description;  // "one line of text": for messages
  std::size_t max_characters;    // code points
  std::string_view mend = "mend the value";
};
const FormRule& RuleOf(TextForm form);

struct ReadContext {
  const std::string& file;
  Problems& problems;
};

struct Field {
  using Store = std::function<void(const JsonNode& value, void* owner, ReadContext& context)>;

  std::string name;
  FieldType type = FieldType::kText;
  bool is_required = false;
  std::string description = {};
  TextForm form = TextForm::kLine;             // of a text; of a table: the form of its keys
  std::vector<std::string> allowed = {};       // of a text: a closed list; empty: any of the form
  std::size_t max_characters = 0;              // of a text
  std::int64_t minimum = 0, maximum = 0;       // of an integer
  std::size_t min_items = 0, max_items = 500;  // of a list
  std::shared_ptr<const Field> element = {};   // of a list or table
  const Shape* shape = nullptr;                // of an object
  Store store = {};  // puts a value of the right type into its place in the object that owns the field

  // For building tables: TextField(...).Required().AtMost(90).Says("...").
  Field Required() const {
    return With([](Field& f) { f.is_required = true; });
  }
  Field AtMost(std::size_t characters) const {
    return With([=](Field& f) { f.max_characters = characters; });
  }
  Field Items(std::size_t least, std::size_t most) const {
    return With([=](Field& f) { f.min_items = least, f.max_items = most; });
  }
  Field Says(std::string text) const {
    return With([&](Field& f) { f.description = std::move(text); });
  }

 private:
  template <typename Change>
  Field With(Change change) const {
    Field changed = *this;
    change(changed);
    return changed;
  }
};

struct Shape {
  std::string name;  // "fix": what messages and the schema call such an object
  std::string description;
  std::vector<Field> fields;  // in canonical order
  std::vector<std::vector<std::string>> exactly_one_of = {};
  std::vector<std::vector<std::string>> at_least_one_of = {};
  std::vector<std::pair<std::string, std::string>> needs = {};  // a field, and the field that must stand beside it

  const Field* Find(std::string_view field_name) const;
};

// Reads "node" into the model object "owner", which must be of the type that the fields of "shape" store into.
// Adds a problem for everything that breaks the shape; reads what is left.
void ReadObject(const JsonNode& node, const Shape& shape, void* owner, ReadContext& context);

// Whether "text" has the form; the length is not looked at.
bool HasForm(std::string_view text, TextForm form);

// Code points in UTF-8 text.
std::size_t CountCharacters(std::string_view text);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_FIELD_TABLE_H_
