#include "generator/check/registry_rules.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "generator/record/near_names.h"

namespace errlookup {
namespace {

// Lower case, short root, single backslashes, no PowerShell drive colon.
std::string NormaliseKey(std::string_view text) {
  std::string key = LowerCase(text);
  if (key.starts_with("registry::")) key.erase(0, 10);
  static constexpr std::pair<std::string_view, std::string_view> kRoots[] = {{"hkey_local_machine", "hklm"},
                                                                             {"hkey_current_user", "hkcu"},
                                                                             {"hkey_classes_root", "hkcr"},
                                                                             {"hkey_users", "hku"}};
  for (const auto& [full, brief] : kRoots)
    if (key.starts_with(full)) key.replace(0, full.size(), brief);
  if (const std::size_t colon = key.find(':'); colon != std::string::npos && colon <= 4) key.erase(colon, 1);
  std::string result;
  for (char c : key) {
    if (c == '/') c = '\\';
    if (c != '\\' || !result.ends_with('\\')) result += c;
  }
  while (result.ends_with('\\')) result.pop_back();
  return result;
}

bool IsWithin(const std::string& key, const std::string& parent) {
  return key == parent || key.starts_with(parent + "\\");
}

std::string NormaliseType(std::string_view type) {
  std::string lower = LowerCase(type);
  if (lower.starts_with("reg_")) lower.erase(0, 4);
  if (lower == "string") return "sz";
  if (lower == "expandstring") return "expand_sz";
  if (lower == "multistring") return "multi_sz";
  return lower;
}

std::string NormaliseData(std::string_view data) {
  std::string lower = LowerCase(data);
  if (!lower.starts_with("0x") || lower.size() > 10) return lower;
  std::uint32_t value = 0;
  for (const char c : lower.substr(2)) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(c);
    if (digit == std::string_view::npos) return lower;
    value = value << 4 | static_cast<std::uint32_t>(digit);
  }
  return std::to_string(value);
}

std::string TextOf(const JsonNode& node, std::string_view key) {
  const JsonNode* const value = node.Find(key);
  return value != nullptr && value->kind == JsonKind::kString ? value->text : std::string();
}

}  // namespace

void RegistryRules::Load(const JsonNode& rules) {
  if (const JsonNode* const entries = rules.Find("registry"))
    for (const JsonNode& entry : entries->items) {
      Known known{NormaliseKey(TextOf(entry, "key")), TextOf(entry, "value"), TextOf(entry, "type"), {}};
      if (const JsonNode* const allowed = entry.Find("allowed"))
        for (const JsonNode& item : allowed->items) known.allowed.push_back(item.text);
      known_.push_back(std::move(known));
    }
  if (const JsonNode* const entries = rules.Find("bad_registry"))
    for (const JsonNode& entry : entries->items)
      bad_.push_back({NormaliseKey(TextOf(entry, "key")), TextOf(entry, "verdict")});
}

bool RegistryRules::IsKey(std::string_view text) {
  const std::string key = NormaliseKey(text);
  for (const std::string_view root : {"hklm\\", "hkcu\\", "hkcr\\", "hku\\"})
    if (key.starts_with(root)) return true;
  return false;
}

std::optional<RegistryFinding> RegistryRules::Check(const RegistryAccess& access) const {
  const std::string key = NormaliseKey(access.key);
  for (const Bad& bad : bad_)
    if (IsWithin(key, bad.key))
      return RegistryFinding{"the registry key " + access.key + " is wrong: " + bad.verdict, "do not use it"};
  std::vector<std::string> values;
  for (const Known& known : known_)
    if (known.key == key && !known.value.empty()) values.push_back(known.value);
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& k) {
    return k.key == key && !k.value.empty() && LowerCase(k.value) == LowerCase(access.value_name);
  });
  if (known == known_.end()) {
    if (access.value_name.empty() && !access.is_write) return std::nullopt;
    const std::vector<std::string> near = NearNames(access.value_name, values);
    if (!access.is_write && near.empty()) return std::nullopt;  // reading what we do not know does no harm
    if (!near.empty())
      return RegistryFinding{access.key + " has no known value \"" + access.value_name + "\"",
                             "did you mean " + JoinNames(near)};
    return RegistryFinding{"writing " +
                               (access.value_name.empty() ? access.key : access.key + " value " + access.value_name) +
                               " is not documented: it stands not in data/commands/rules.json",
                           "add it there with its source, or leave the command out"};
  }
  if (!access.type.empty() && !known->type.empty() && NormaliseType(access.type) != NormaliseType(known->type))
    return RegistryFinding{known->value + " has the type " + known->type + ", not " + access.type,
                           "use " + known->type};
  if (!access.data.empty() && !known->allowed.empty() &&
      std::find(known->allowed.begin(), known->allowed.end(), NormaliseData(access.data)) == known->allowed.end())
    return RegistryFinding{known->value + " cannot be " + access.data, "use " + JoinNames(known->allowed)};
  return std::nullopt;
}

}  // namespace errlookup
