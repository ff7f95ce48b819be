// What commands may do to the registry: data/commands/rules.json, keys "registry" and "bad_registry".
#ifndef GENERATOR_CHECK_REGISTRY_RULES_H_
#define GENERATOR_CHECK_REGISTRY_RULES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/record/json_tree.h"

namespace errlookup {

// One access of a command to the registry. Parts that the command does not say, or only with a placeholder, are
// empty.
struct RegistryAccess {
  std::string key;
  std::string value_name;
  std::string type;  // "REG_DWORD" or PowerShell's "DWord"
  std::string data;
  bool is_write = false;
};

struct RegistryFinding {
  std::string reason, mend;
};

class RegistryRules {
 public:
  // "rules" is the root of rules.json.
  void Load(const JsonNode& rules);

  // A key that is known to be wrong may not be named at all. A command that writes may only write values that
  // are documented, with their type and data.
  std::optional<RegistryFinding> Check(const RegistryAccess& access) const;

  // Whether "text" is the path of a key: HKLM\..., HKEY_LOCAL_MACHINE\..., HKLM:\..., Registry::HKEY_...
  static bool IsKey(std::string_view text);

 private:
  struct Known {
    std::string key;    // normalised
    std::string value;  // empty: the key is only to be read
    std::string type;
    std::vector<std::string> allowed;
  };
  struct Bad {
    std::string key, verdict;
  };

  std::vector<Known> known_;
  std::vector<Bad> bad_;
};

}  // namespace errlookup

#endif  // GENERATOR_CHECK_REGISTRY_RULES_H_
