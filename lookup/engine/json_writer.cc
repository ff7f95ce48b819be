#include "lookup/engine/json_writer.h"

#include "lookup/base/utf8.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

void AppendEscaped(std::string_view text, std::string& out) {
  constexpr char kHexDigits[] = "0123456789abcdef";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          out += "\\u00";
          out += kHexDigits[c >> 4 & 15];
          out += kHexDigits[c & 15];
        } else {
          out += c;
        }
    }
  }
}

}  // namespace

void JsonWriter::Separate() {
  if (needs_comma_) text_ += ", ";
  needs_comma_ = true;
}

void JsonWriter::Open(char bracket) {
  Separate();
  text_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::Close(char bracket) {
  text_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::Key(std::string_view key) {
  String(key);
  text_ += ": ";
  needs_comma_ = false;
}

void JsonWriter::String(std::string_view value) {
  Separate();
  text_ += '"';
  if (IsValidUtf8(value)) AppendEscaped(value, text_);
  else AppendEscaped(ReplaceInvalidUtf8(value), text_);
  text_ += '"';
}

void JsonWriter::Number(std::uint32_t value) {
  Separate();
  text_ += DecimalText(value);
}

void JsonWriter::Bool(bool value) {
  Separate();
  text_ += value ? "true" : "false";
}

}  // namespace errlookup
