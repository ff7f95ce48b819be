#include "lookup/cli/hints.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "lookup/cli/safe_text.h"
#include "lookup/engine/text_number.h"
#include "lookup/text/edit_distance.h"

namespace errlookup {
namespace {

bool IsFileOrFolder(const std::string& name) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::path(std::u8string(name.begin(), name.end())), error);
}

// As it can be pasted into a shell, for the names that people have.
std::string QuotedName(const std::string& name) {
  const std::string safe = SafeText(name);
  return safe.find_first_of(" '&;()$") == std::string::npos ? safe : "\"" + safe + "\"";
}

bool IsShown(const Answer& answer, const Match& match) {
  return match.space != Space::kRaw && (match.is_confident || (answer.is_ambiguous && match.route == Route::kDecoded));
}

}  // namespace

std::string ScanHint(const std::vector<std::string>& words) {
  if (words.size() == 1 && IsFileOrFolder(words[0]))
    return "to look for codes in the file: errlookup scan " + QuotedName(words[0]);
  if (words.size() == 2 && EditDistance(words[0], "scan", 2) <= 2 && IsFileOrFolder(words[1]))
    return "did you mean: errlookup scan " + QuotedName(words[1]);
  return {};
}

std::string SpaceHint(Space space, std::span<const AnswerPart> parts) {
  struct LeftOut {
    std::string code;
    std::vector<std::string_view> spaces;
  };
  std::vector<LeftOut> all;
  for (const AnswerPart& part : parts) {
    for (const Match& match : part.answer.matches) {
      if (!IsShown(part.answer, match)) continue;
      std::string code = CodeText(match.space, match.value);
      auto known = std::find_if(all.begin(), all.end(), [&](const LeftOut& one) { return one.code == code; });
      if (known == all.end()) known = all.insert(all.end(), {std::move(code), {}});
      const std::string_view name = SpaceName(match.space);
      if (std::find(known->spaces.begin(), known->spaces.end(), name) == known->spaces.end()) known->spaces.push_back(name);
    }
  }
  std::string text;
  for (const LeftOut& one : all) {
    std::string names;
    for (const std::string_view name : one.spaces) names += (names.empty() ? "" : ", ") + std::string(name);
    text += (text.empty() ? "" : ", ") + one.code + " (" + names + ")";
  }
  return text.empty() ? text : "--space " + std::string(SpaceName(space)) + " left out " + text;
}

std::string NearestName(std::string_view name, std::span<const std::string> names) {
  std::string nearest;
  int nearest_distance = std::min(3, static_cast<int>(name.size()));
  for (const std::string& candidate : names) {
    if (name.size() > 1 && candidate.starts_with(name)) return candidate;
    const int distance = EditDistance(name, candidate, nearest_distance);
    if (distance >= nearest_distance) continue;
    nearest_distance = distance;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace errlookup
