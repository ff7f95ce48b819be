#include "lookup/cli/safe_json.h"

#include "lookup/base/utf8.h"
#include "lookup/cli/safe_text.h"

namespace errlookup {
namespace {

void AppendJsonEscape(char32_t character, std::string& out) {
  const auto append_unit = [&](char32_t unit) {
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += "0123456789abcdef"[unit >> shift & 15];
  };
  if (character < 0x10000) return append_unit(character);
  append_unit(0xD800 + ((character - 0x10000) >> 10));
  append_unit(0xDC00 + ((character - 0x10000) & 0x3FF));
}

}  // namespace

std::string SafeJson(std::string_view json) {
  std::string safe;
  safe.reserve(json.size());
  while (!json.empty()) {
    const Utf8Character next = DecodeUtf8(json);
    if (IsSafeCharacter(next.value)) {
      safe += json.substr(0, next.length);
    } else {
      AppendJsonEscape(next.value, safe);
    }
    json.remove_prefix(next.length);
  }
  return safe;
}

}  // namespace errlookup
