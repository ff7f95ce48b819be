#include "generator/record/field_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <regex>
#include <set>

#include "generator/record/near_names.h"

namespace errlookup {
namespace {

// Control characters are refused in every form; Markdown may hold tabs and line ends.
constexpr std::array<FormRule, 7> kFormRules = {{
    {R"(^[^\u0000-\u001f\u007f]*[^\u0000-\u001f\u007f ][^\u0000-\u001f\u007f]*$)", "one line of text, not blank", 300},
    {R"(^[^\u0000-\u0008\u000b-\u001f\u007f]*[^\u0000-\u001f\u007f ][^\u0000-\u0008\u000b-\u001f\u007f]*$)",
     "text, not blank, without control characters", 6000},
    {R"(^[a-z0-9]+(-[a-z0-9]+)*$)", "an id: lower-case letters and digits, joined by single hyphens", 80},
    {R"(^[A-Za-z_][A-Za-z0-9_]*$)", "a symbol, as in ERROR_IPSEC_QM_POLICY_IN_USE", 100,
     "write its symbol"},
    {R"(^[A-Za-z][A-Za-z0-9_-]*$)", "a placeholder name without the angle brackets, as in PolicyName", 40},
    {R"(^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$)", "a day, as in 2026-11-20", 10,
     "write it as YYYY-MM-DD"},
    {R"(^https?://[^\u0000-\u0020\u007f<>"]+$)", "a web address that begins with https:// or http://", 500},
}};

std::string TypeName(FieldType type) {
  switch (type) {
    case FieldType::kText: return "a string";
    case FieldType::kInteger: return "a whole number";
    case FieldType::kYesNo: return "true or false";
    case FieldType::kObject: return "an object";
    case FieldType::kList: return "a list";
    case FieldType::kTable: return "an object";
  }
  return "a value";
}

bool HasType(const JsonNode& value, FieldType type) {
  switch (type) {
    case FieldType::kText: return value.kind == JsonKind::kString;
    case FieldType::kInteger: return value.integer.has_value();
    case FieldType::kYesNo: return value.kind == JsonKind::kBoolean;
    case FieldType::kList: return value.kind == JsonKind::kList;
    case FieldType::kObject:
    case FieldType::kTable: return value.kind == JsonKind::kObject;
  }
  return false;
}

// Adds problems about one place.
class Reporter {
 public:
  Reporter(ReadContext& context, int line, int column) : context_(context), at_{context.file, line, column} {}
  Reporter(ReadContext& context, const JsonNode& node) : Reporter(context, node.line, node.column) {}
  void Add(std::string rule, std::string reason, std::string mend) {
    context_.problems.push_back({at_, Severity::kError, std::move(rule), std::move(reason), std::move(mend)});
  }

 private:
  ReadContext& context_;
  Location at_;
};

void CheckText(const std::string& text, const Field& field, Reporter report) {
  const FormRule& rule = RuleOf(field.form);
  if (!field.allowed.empty()) {
    if (std::find(field.allowed.begin(), field.allowed.end(), text) == field.allowed.end())
      report.Add("field-value", "\"" + field.name + "\" cannot be \"" + text.substr(0, 60) + "\"",
                 "use " + JoinNames(field.allowed));
    return;
  }
  const std::size_t most = field.max_characters > 0 ? field.max_characters : rule.max_characters;
  const std::size_t characters = CountCharacters(text);
  if (characters > most)
    report.Add("field-too-long",
               "\"" + field.name + "\" has " + std::to_string(characters) + " characters; at most " +
                   std::to_string(most) + " are allowed",
               "shorten it");
  else if (!HasForm(text, field.form))
    report.Add("field-form", "\"" + field.name + "\" must be " + std::string(rule.description),
               std::string(rule.mend));
}

bool CheckValue(const JsonNode& value, const Field& field, ReadContext& context);

void CheckList(const JsonNode& list, const Field& field, ReadContext& context) {
  const std::size_t count = list.items.size();
  if (count < field.min_items)
    Reporter(context, list)
        .Add("list-too-short", "\"" + field.name + "\" needs at least " + std::to_string(field.min_items),
             field.is_required ? "add what is missing" : "add what is missing, or leave the field out");
  if (count > field.max_items)
    Reporter(context, list)
        .Add("list-too-long",
             "\"" + field.name + "\" has " + std::to_string(count) + "; at most " + std::to_string(field.max_items) +
                 " are allowed",
             "keep the most useful ones");
  std::set<std::string_view> seen;
  for (const JsonNode& item : list.items) {
    if (!CheckValue(item, *field.element, context)) continue;
    if (item.kind == JsonKind::kString && !seen.insert(item.text).second)
      Reporter(context, item)
          .Add("list-repeated", "\"" + item.text.substr(0, 60) + "\" stands twice in \"" + field.name + "\"",
               "remove one");
  }
}

// Returns whether the value has the type of the field, so that it can be stored.
bool CheckValue(const JsonNode& value, const Field& field, ReadContext& context) {
  if (!HasType(value, field.type)) {
    Reporter(context, value)
        .Add(
            "field-type",
            "\"" + field.name + "\" must be " + TypeName(field.type) + ", not " + std::string(JsonKindName(value.kind)),
            "see data/README.md for what it holds");
    return false;
  }
  if (field.type == FieldType::kText) CheckText(value.text, field, Reporter(context, value));
  if (field.type == FieldType::kList) CheckList(value, field, context);
  if (field.type == FieldType::kInteger && (*value.integer < field.minimum || *value.integer > field.maximum))
    Reporter(context, value)
        .Add("field-value",
             "\"" + field.name + "\" must be from " + std::to_string(field.minimum) + " to " +
                 std::to_string(field.maximum),
             "mend the value");
  if (field.type == FieldType::kTable)
    for (const JsonMember& member : value.members) {
      Field key = field;
      key.name = "a key of " + field.name;
      CheckText(member.key, key, Reporter(context, member.line, member.column));
      CheckValue(member.value, *field.element, context);
    }
  return true;
}

std::vector<std::string> FieldNames(const Shape& shape) {
  std::vector<std::string> names;
  for (const Field& field : shape.fields) names.push_back(field.name);
  return names;
}

// "misspelt" holds the fields that an unknown one stands for, most likely: one problem is enough for both.
void CheckCombinations(const JsonNode& node, const Shape& shape, const std::set<std::string>& misspelt, ReadContext& context) {
  const auto present = [&](const std::vector<std::string>& names) {
    return std::count_if(names.begin(), names.end(), [&](const std::string& name) {
      return node.Find(name) != nullptr || misspelt.contains(name);
    });
  };
  Reporter report(context, node);
  for (const auto& names : shape.exactly_one_of)
    if (const auto count = present(names); count != 1)
      report.Add(count == 0 ? "field-missing" : "field-conflict",
                 "a " + shape.name + " has either " + JoinNames(names) +
                     (count == 0 ? ", and this has neither" : ", and this has both"),
                 count == 0 ? "add one" : "remove one");
  for (const auto& names : shape.at_least_one_of)
    if (present(names) == 0)
      report.Add("field-missing", "this " + shape.name + " says nothing: it has neither " + JoinNames(names, " nor "),
                 "add one");
  for (const auto& [name, other] : shape.needs)
    if (node.Find(name) != nullptr && node.Find(other) == nullptr && !misspelt.contains(other))
      report.Add("field-missing", "a " + shape.name + " with \"" + name + "\" needs \"" + other + "\"",
                 "add \"" + other + "\"");
}

}  // namespace

const FormRule& RuleOf(TextForm form) { return kFormRules[static_cast<std::size_t>(form)]; }

std::size_t CountCharacters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool HasForm(std::string_view text, TextForm form) {
  // The library's matcher recurses once for each character, so long texts are looked at by hand; the rules
  // are those of the patterns.
  if (form == TextForm::kLine || form == TextForm::kMarkdown) {
    const bool lines_allowed = form == TextForm::kMarkdown;
    bool is_blank = true;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      const bool is_break = c == '\n' || c == '\t';
      if ((byte < 0x20 && !(lines_allowed && is_break)) || byte == 0x7F) return false;
      if (c != ' ' && !is_break) is_blank = false;
    }
    return !is_blank;
  }
  static const std::vector<std::regex> regexes = [] {
    std::vector<std::regex> made;
    for (const FormRule& rule : kFormRules) made.emplace_back(std::string(rule.pattern));
    return made;
  }();
  return text.size() <= 1000 && std::regex_match(text.begin(), text.end(), regexes[static_cast<std::size_t>(form)]);
}

const Field* Shape::Find(std::string_view field_name) const {
  for (const Field& field : fields)
    if (field.name == field_name) return &field;
  return nullptr;
}

void ReadObject(const JsonNode& node, const Shape& shape, void* owner, ReadContext& context) {
  if (node.kind != JsonKind::kObject) {
    Reporter(context, node)
        .Add("field-type", "a " + shape.name + " must be an object, not " + std::string(JsonKindName(node.kind)),
             "put it in { }");
    return;
  }
  std::set<std::string> misspelt;
  for (const JsonMember& member : node.members) {
    const Field* field = shape.Find(member.key);
    if (field == nullptr) {
      const std::vector<std::string> names = FieldNames(shape);
      for (const std::string& near : NearNames(member.key, names, 1))
        if (node.Find(near) == nullptr) misspelt.insert(near);
      Reporter(context, member.line, member.column)
          .Add("field-unknown", "a " + shape.name + " has no field \"" + member.key.substr(0, 60) + "\"",
               DidYouMean(member.key, names, "its fields are " + JoinNames(names, " and ")));
    } else if (CheckValue(member.value, *field, context) && field->store) {
      field->store(member.value, owner, context);
    }
  }
  for (const Field& field : shape.fields)
    if (field.is_required && node.Find(field.name) == nullptr && !misspelt.contains(field.name))
      Reporter(context, node)
          .Add("field-missing", "this " + shape.name + " has no \"" + field.name + "\"",
               "add \"" + field.name + "\": " + field.description);
  CheckCombinations(node, shape, misspelt, context);
}

}  // namespace errlookup
