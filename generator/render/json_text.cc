#include "generator/render/json_text.h"

#include <string_view>

namespace errlookup {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

void AppendString(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += kHexDigits[byte >> 4];
      out += kHexDigits[byte & 0xF];
    } else {
      out += c;
    }
  }
  out += '"';
}

void AppendValue(std::string& out, const View& view, std::size_t depth);

void StartLine(std::string& out, std::size_t depth) {
  out += '\n';
  out.append(2 * depth, ' ');
}

void AppendList(std::string& out, const View::List& list, std::size_t depth) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    StartLine(out, depth + 1);
    AppendValue(out, list[i], depth + 1);
  }
  if (!list.empty()) StartLine(out, depth);
  out += ']';
}

void AppendObject(std::string& out, const View::Members& members, std::size_t depth) {
  out += '{';
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (i > 0) out += ',';
    StartLine(out, depth + 1);
    AppendString(out, members[i].first);
    out += ": ";
    AppendValue(out, members[i].second, depth + 1);
  }
  if (!members.empty()) StartLine(out, depth);
  out += '}';
}

void AppendValue(std::string& out, const View& view, std::size_t depth) {
  if (const bool* yes = view.yes()) {
    out += *yes ? "true" : "false";
  } else if (const std::int64_t* number = view.number()) {
    out += std::to_string(*number);
  } else if (const std::string* text = view.text()) {
    AppendString(out, *text);
  } else if (const View::List* list = view.list()) {
    AppendList(out, *list, depth);
  } else {
    AppendObject(out, *view.members(), depth);
  }
}

}  // namespace

std::string ToJson(const View& view) {
  std::string out;
  AppendValue(out, view, 0);
  out += '\n';
  return out;
}

}  // namespace errlookup
