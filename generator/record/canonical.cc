#include "generator/record/canonical.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace errlookup {
namespace {

constexpr std::size_t kWidth = 120;

std::string PrintOnOneLine(const JsonNode& node) {
  switch (node.kind) {
    case JsonKind::kNull: return "null";
    case JsonKind::kBoolean: return node.boolean ? "true" : "false";
    case JsonKind::kNumber: return node.text;
    case JsonKind::kString: return JsonQuote(node.text);
    case JsonKind::kList: {
      std::string line = "[";
      for (const JsonNode& item : node.items) line += (line.size() > 1 ? ", " : "") + PrintOnOneLine(item);
      return line + "]";
    }
    case JsonKind::kObject: {
      std::string line;
      for (const JsonMember& member : node.members)
        line += (line.empty() ? "{ " : ", ") + JsonQuote(member.key) + ": " + PrintOnOneLine(member.value);
      return line.empty() ? "{}" : line + " }";
    }
  }
  return {};
}

// Whether the form on one line would be easy to read, were there room for it.
bool MayBeOnOneLine(const JsonNode& node) {
  const auto object_count = std::count_if(node.items.begin(), node.items.end(),
                                          [](const JsonNode& item) { return item.kind == JsonKind::kObject; });
  if (object_count > 1) return false;
  return std::all_of(node.items.begin(), node.items.end(), MayBeOnOneLine) &&
         std::all_of(node.members.begin(), node.members.end(),
                     [](const JsonMember& member) { return MayBeOnOneLine(member.value); });
}

// "used" columns of the line are taken before the value, and one or two will follow: a comma or bracket.
void Print(const JsonNode& node, std::size_t indent, std::size_t used, bool is_outermost, std::string& out) {
  const bool is_empty = node.items.empty() && node.members.empty();
  if (is_empty || (!is_outermost && MayBeOnOneLine(node))) {
    const std::string line = PrintOnOneLine(node);
    if (is_empty || used + CountCharacters(line) + 1 <= kWidth) {
      out += line;
      return;
    }
  }
  const std::string margin(indent + 2, ' ');
  const bool is_list = node.kind == JsonKind::kList;
  out += is_list ? "[\n" : "{\n";
  const std::size_t count = is_list ? node.items.size() : node.members.size();
  for (std::size_t i = 0; i < count; ++i) {
    out += margin;
    if (is_list) {
      Print(node.items[i], indent + 2, indent + 2, false, out);
    } else {
      const std::string key = JsonQuote(node.members[i].key) + ": ";
      out += key;
      Print(node.members[i].value, indent + 2, indent + 2 + CountCharacters(key), false, out);
    }
    out += i + 1 < count ? ",\n" : "\n";
  }
  out += std::string(indent, ' ') + (is_list ? "]" : "}");
}

void Reorder(JsonNode& node, const Shape& shape);

void ReorderValue(JsonNode& value, const Field& field) {
  if (field.type == FieldType::kObject && field.shape != nullptr) Reorder(value, *field.shape);
  if (field.type == FieldType::kList && field.element)
    for (JsonNode& item : value.items) ReorderValue(item, *field.element);
  if (field.type == FieldType::kTable && field.element)
    for (JsonMember& member : value.members) ReorderValue(member.value, *field.element);
}

void Reorder(JsonNode& node, const Shape& shape) {
  const auto rank = [&shape](const JsonMember& member) {
    const auto found = std::find_if(shape.fields.begin(), shape.fields.end(),
                                    [&](const Field& field) { return field.name == member.key; });
    return found - shape.fields.begin();
  };
  std::stable_sort(node.members.begin(), node.members.end(),
                   [&](const JsonMember& a, const JsonMember& b) { return rank(a) < rank(b); });
  for (JsonMember& member : node.members)
    if (const Field* field = shape.Find(member.key)) ReorderValue(member.value, *field);
}

}  // namespace

std::string PrintJson(const JsonNode& node) {
  std::string out;
  Print(node, 0, 0, true, out);
  return out + "\n";
}

Result<std::string> Canonical(std::string_view text, const std::string& file, const Shape& shape) {
  Problems problems;
  std::optional<JsonNode> root = ParseJson(text, file, problems);
  if (!root || !problems.empty()) {
    const Problem& first = problems.front();
    return Fail(ErrorCode::kCorrupt, file + ":" + std::to_string(first.at.line) + ":" +
                                         std::to_string(first.at.column) + ": " + first.reason + "; left as it was");
  }
  Reorder(*root, shape);
  return PrintJson(*root);
}

}  // namespace errlookup
