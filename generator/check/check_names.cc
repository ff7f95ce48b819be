// Symbols and numbers in running text: nobody shall learn a code that does not exist.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "generator/check/rules.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

bool IsWordCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsHexDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Our families: names with these beginnings are in the catalogue or do not exist.
bool BeginsLikeOurs(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kBeginnings = {"ERROR_IPSEC_", "WARNING_IPSEC_", "STATUS_IPSEC_",
                                                                  "FWP_E_",       "STATUS_FWP_",    "WSA_IPSEC_"};
  for (const std::string_view beginning : kBeginnings)
    if (word.starts_with(beginning)) return true;
  return false;
}

// The number in brackets that follows a symbol, decimal or 0x form: "ERROR_IPSEC_QM_POLICY_IN_USE (13002)". Marks of
// Markdown before and around it are skipped.
std::string NumberAfter(std::string_view rest) {
  std::size_t at = rest.find_first_not_of("`*_ ");
  if (at == std::string_view::npos || rest[at] != '(') return {};
  const std::size_t end = rest.find(')', at);
  if (end == std::string_view::npos) return {};
  std::string_view number = rest.substr(at + 1, end - at - 1);
  while (!number.empty() && (number.front() == '`' || number.front() == '*')) number.remove_prefix(1);
  while (!number.empty() && (number.back() == '`' || number.back() == '*')) number.remove_suffix(1);
  const bool is_hex = number.starts_with("0x") || number.starts_with("0X");
  const std::string_view digits = number.substr(is_hex ? 2 : 0);
  const bool is_number = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_hex ? IsHexDigit : IsDigit);
  return is_number ? std::string(number) : std::string();
}

// Whether people write the code so. Win32 codes are also seen as HRESULT_FROM_WIN32 makes them: 0x800735E9 for 13801.
bool IsNumberOf(const CatalogCode& code, std::string_view number) {
  const bool is_hex = number.starts_with("0x") || number.starts_with("0X");
  if (is_hex) number.remove_prefix(2);
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value, is_hex ? 16 : 10);
  if (error != std::errc()) return false;
  const bool may_be_wrapped = code.space != Space::kHresult && code.space != Space::kNtstatus && code.value <= 0xFFFF;
  return value == code.value || (may_be_wrapped && value == (0x80070000u | code.value));
}

void CheckSymbol(const Facts& facts, const Text& text, std::size_t offset, std::string_view word, Problems& problems) {
  const CatalogCode* const code = facts.FindCode(word);
  if (code == nullptr) {
    if (!BeginsLikeOurs(word) || word.ends_with('_')) return;  // "ERROR_IPSEC_IKE_*" stands for many
    if (const CatalogCode* const renamed = facts.FindCodeByOlderName(word))
      AddWarning(problems, PlaceInText(text, offset), "name-older", std::string(word) + " is an older name",
                 "write " + renamed->symbol + ", unless the text is about the name");
    else if (!facts.IsWindowsName(word))
      AddError(problems, PlaceInText(text, offset), "name-unknown", "there is no code " + std::string(word),
               DidYouMean(word, facts.symbols(), "take the name out"));
    return;
  }
  const std::string number = NumberAfter(std::string_view(text.value).substr(offset + word.size()));
  if (!number.empty() && !IsNumberOf(*code, number))
    AddError(problems, PlaceInText(text, offset), "name-number",
             code->symbol + " is " + CodeSlug(code->space, code->value) + ", not " + number,
             "mend the number or the name");
}

// `kbgen new` marks what is to be said.
void CheckTodo(const Text& text, std::size_t offset, std::string_view word, Problems& problems) {
  if (word == "TODO")
    AddError(problems, PlaceInText(text, offset), "todo", "this is still to be written",
             "write it, or remove the field");
}

// 13000 to 13999 belongs to IPsec.
void CheckNumber(const Facts& facts, const Text& text, std::size_t offset, std::string_view word, Problems& problems) {
  if (word.size() != 5 || !word.starts_with("13") || !facts.base().codes.size() || facts.IsCodeNumber(word)) return;
  for (const char c : word)
    if (!IsDigit(c)) return;
  AddWarning(problems, PlaceInText(text, offset), "number-unknown", std::string(word) + " is no code",
             "mend the number, if a code is meant");
}

}  // namespace

void CheckNames(const Facts& facts, Problems& problems) {
  ForEachText(facts.base(), [&](const Text& text, TextRole) {
    const std::string_view value = text.value;
    for (std::size_t at = 0; at < value.size();) {
      if (!IsWordCharacter(value[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < value.size() && IsWordCharacter(value[end])) ++end;
      CheckSymbol(facts, text, at, value.substr(at, end - at), problems);
      CheckTodo(text, at, value.substr(at, end - at), problems);
      CheckNumber(facts, text, at, value.substr(at, end - at), problems);
      at = end;
    }
  });
}

}  // namespace errlookup
