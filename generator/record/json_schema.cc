#include "generator/record/json_schema.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "generator/record/canonical.h"
#include "generator/record/json_tree.h"

namespace errlookup {
namespace {

JsonNode String(std::string text) {
  JsonNode node;
  node.kind = JsonKind::kString;
  node.text = std::move(text);
  return node;
}

JsonNode Number(std::int64_t value) {
  JsonNode node;
  node.kind = JsonKind::kNumber;
  node.text = std::to_string(value);
  return node;
}

JsonNode Boolean(bool value) {
  JsonNode node;
  node.kind = JsonKind::kBoolean;
  node.boolean = value;
  return node;
}

JsonNode Strings(const std::vector<std::string>& texts) {
  JsonNode node;
  node.kind = JsonKind::kList;
  for (const std::string& text : texts) node.items.push_back(String(text));
  return node;
}

JsonNode Object() {
  JsonNode node;
  node.kind = JsonKind::kObject;
  return node;
}

void Set(JsonNode& object, std::string key, JsonNode value) {
  JsonMember member;
  member.key = std::move(key);
  member.value = std::move(value);
  object.members.push_back(std::move(member));
}

// "fix", "related entry" -> "related-entry": the name of a definition.
std::string DefinitionName(const Shape& shape) {
  std::string name = shape.name;
  for (char& c : name)
    if (c == ' ') c = '-';
  return name;
}

class SchemaWriter {
 public:
  JsonNode Write(const Shape& shape) {
    JsonNode schema = Object();
    Set(schema, "$schema", String("http://json-schema.org/draft-07/schema#"));
    Set(schema, "$comment", String("Written by `kbgen schema --out data`; do not edit."));
    Set(schema, "title", String(shape.name));
    AddShape(shape, schema);
    JsonNode definitions = Object();
    for (auto& [name, definition] : definitions_) Set(definitions, name, std::move(definition));
    if (!definitions.members.empty()) Set(schema, "definitions", std::move(definitions));
    return schema;
  }

 private:
  void AddShape(const Shape& shape, JsonNode& schema) {
    Set(schema, "description", String(shape.description));
    Set(schema, "type", String("object"));
    JsonNode properties = Object();
    std::vector<std::string> required;
    for (const Field& field : shape.fields) {
      Set(properties, field.name, FieldSchema(field));
      if (field.is_required) required.push_back(field.name);
    }
    Set(schema, "properties", std::move(properties));
    if (!required.empty()) Set(schema, "required", Strings(required));
    Set(schema, "additionalProperties", Boolean(false));
    if (!shape.needs.empty()) {
      JsonNode dependencies = Object();
      for (const auto& [name, other] : shape.needs) Set(dependencies, name, Strings({other}));
      Set(schema, "dependencies", std::move(dependencies));
    }
    for (const auto& names : shape.exactly_one_of) Set(schema, "oneOf", Alternatives(names));
    for (const auto& names : shape.at_least_one_of) Set(schema, "anyOf", Alternatives(names));
  }

  static JsonNode Alternatives(const std::vector<std::string>& names) {
    JsonNode list;
    list.kind = JsonKind::kList;
    for (const std::string& name : names) {
      JsonNode one = Object();
      Set(one, "required", Strings({name}));
      list.items.push_back(std::move(one));
    }
    return list;
  }

  JsonNode FieldSchema(const Field& field) {
    JsonNode schema = Object();
    if (!field.description.empty()) Set(schema, "description", String(field.description));
    switch (field.type) {
      case FieldType::kText: AddText(field, schema); break;
      case FieldType::kInteger:
        Set(schema, "type", String("integer"));
        Set(schema, "minimum", Number(field.minimum));
        Set(schema, "maximum", Number(field.maximum));
        break;
      case FieldType::kYesNo: Set(schema, "type", String("boolean")); break;
      case FieldType::kObject: AddReference(*field.shape, schema); break;
      case FieldType::kList:
        Set(schema, "type", String("array"));
        Set(schema, "items", FieldSchema(*field.element));
        if (field.min_items > 0) Set(schema, "minItems", Number(static_cast<std::int64_t>(field.min_items)));
        Set(schema, "maxItems", Number(static_cast<std::int64_t>(field.max_items)));
        if (field.element->type == FieldType::kText) Set(schema, "uniqueItems", Boolean(true));
        break;
      case FieldType::kTable: {
        Set(schema, "type", String("object"));
        JsonNode names = Object();
        AddText(field, names);
        Set(schema, "propertyNames", std::move(names));
        Set(schema, "additionalProperties", FieldSchema(*field.element));
        break;
      }
    }
    return schema;
  }

  static void AddText(const Field& field, JsonNode& schema) {
    Set(schema, "type", String("string"));
    if (!field.allowed.empty()) {
      Set(schema, "enum", Strings(field.allowed));
      return;
    }
    const FormRule& rule = RuleOf(field.form);
    Set(schema, "pattern", String(std::string(rule.pattern)));
    Set(schema, "maxLength",
        Number(static_cast<std::int64_t>(field.max_characters > 0 ? field.max_characters : rule.max_characters)));
  }

  // draft-07 ignores what stands beside "$ref", hence the "allOf".
  void AddReference(const Shape& shape, JsonNode& schema) {
    const std::string name = DefinitionName(shape);
    if (!definitions_.contains(name)) {
      definitions_[name] = Object();  // before the fields: a shape may hold itself
      JsonNode definition = Object();
      AddShape(shape, definition);
      definitions_[name] = std::move(definition);
    }
    JsonNode reference = Object();
    Set(reference, "$ref", String("#/definitions/" + name));
    JsonNode all;
    all.kind = JsonKind::kList;
    all.items.push_back(std::move(reference));
    Set(schema, "allOf", std::move(all));
  }

  std::map<std::string, JsonNode> definitions_;
};

}  // namespace

std::string JsonSchema(const Shape& shape) { return PrintJson(SchemaWriter().Write(shape)); }

}  // namespace errlookup
