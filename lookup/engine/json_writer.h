// Writes JSON (RFC 8259) on one line.
//
//   JsonWriter json;
//   json.BeginObject();
//   json.Field("code", 13801);
//   json.Key("results");
//   json.BeginArray(); … json.EndArray();
//   json.EndObject();
//   json.text();
#ifndef LOOKUP_ENGINE_JSON_WRITER_H_
#define LOOKUP_ENGINE_JSON_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace errlookup {

class JsonWriter {
 public:
  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }

  void Key(std::string_view key);

  void String(std::string_view value);  // invalid UTF-8 comes out as U+FFFD
  void Number(std::uint32_t value);
  void Bool(bool value);

  void Field(std::string_view key, std::string_view value) { Key(key); String(value); }
  void Field(std::string_view key, std::uint32_t value) { Key(key); Number(value); }
  void Flag(std::string_view key, bool value) { Key(key); Bool(value); }
  // Absence is said by leaving the key out.
  void FieldIfAny(std::string_view key, std::string_view value) { if (!value.empty()) Field(key, value); }

  // Members that another writer has made: its text() without the braces of an object.
  void Members(std::string_view members) { Separate(); text_ += members; }

  const std::string& text() const { return text_; }

 private:
  void Open(char bracket);
  void Close(char bracket);
  void Separate();

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_JSON_WRITER_H_
