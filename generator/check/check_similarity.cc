// Texts that say nearly the same: what is common belongs on the family page, in a map or in a procedure.
//
// A text becomes the set of its runs of five words. Two texts are alike when most runs of the shorter one stand in
// the longer one too (containment; Broder 1997). Pairs are found through an index from run to text, so the work
// grows with the number of shared runs, not with the square of the number of texts.
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/check/rules.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

constexpr std::size_t kRunLength = 5;
constexpr std::size_t kShortestText = 20;  // words; shorter ones are alike by nature
constexpr double kAlike = 0.6;
constexpr std::size_t kCommonRun = 40;  // a run in more texts than this is a phrase of the trade

struct Sample {
  const Text* text;
  std::set<std::uint64_t> runs;
};

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : LowerCase(text) + " ") {
    const bool is_part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (is_part)
      word += c;
    else if (!word.empty())
      words.push_back(std::move(word)), word.clear();
  }
  return words;
}

// FNV-1a: the same on every machine.
std::uint64_t Hash(const std::vector<std::string>& words, std::size_t first) {
  std::uint64_t hash = 14695981039346656037ull;
  for (std::size_t i = first; i < first + kRunLength; ++i)
    for (const char c : words[i] + " ") hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

std::vector<Sample> TakeSamples(const Facts& facts) {
  std::vector<Sample> samples;
  ForEachText(facts.base(), [&](const Text& text, TextRole role) {
    if (role != TextRole::kMarkdown) return;
    const std::vector<std::string> words = Words(text.value);
    if (words.size() < kShortestText) return;
    Sample sample{&text, {}};
    for (std::size_t i = 0; i + kRunLength <= words.size(); ++i) sample.runs.insert(Hash(words, i));
    samples.push_back(std::move(sample));
  });
  return samples;
}

std::string Place(const Location& at) { return at.file + ":" + std::to_string(at.line); }

}  // namespace

void CheckSimilarity(const Facts& facts, Problems& problems) {
  const std::vector<Sample> samples = TakeSamples(facts);
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> texts_by_run;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    std::map<std::size_t, std::size_t> shared;  // earlier text -> runs in common
    for (const std::uint64_t run : samples[i].runs) {
      std::vector<std::size_t>& texts = texts_by_run[run];
      if (texts.size() <= kCommonRun)
        for (const std::size_t other : texts) ++shared[other];
      texts.push_back(i);
    }
    for (const auto& [other, count] : shared) {
      const double part = static_cast<double>(count) /
                          static_cast<double>(std::min(samples[i].runs.size(), samples[other].runs.size()));
      if (part < kAlike) continue;
      const Location& at = samples[i].text->at;
      const Location& first = samples[other].text->at;
      AddWarning(
          problems, at, "text-alike",
          "this says nearly the same as " + Place(first) + " (" + std::to_string(static_cast<int>(part * 100)) +
              "% of the shorter text)",
          at.file == first.file
              ? "say it once"
              : "put what is common on the family page, in a map or in a procedure, and keep here what is particular");
      break;  // one other place is enough to act on
    }
  }
}

}  // namespace errlookup
