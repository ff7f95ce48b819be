// Measures what the search box of the site loads: modules and indexes, plain and packed, with the records that there are
// and as if every page had one.
//
//   site_search_size DATA_DIR LOOKUP_WASM [INDEX]
//
// Writes the slim index with a record on every page to INDEX, for browser_search.
// A made record has the shape of the mean of the written ones: a title of half a dozen words, a summary, a quick answer
// and search words. Its words are drawn from the sentences of all written pages, procedures and maps, so that it
// is as hard to pack as text that somebody wrote. lookup-first.wasm is looked for beside LOOKUP_WASM.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "generator/check/check.h"
#include "generator/index/index_writer.h"
#include "generator/output/first_index.h"
#include "generator/output/gzip.h"
#include "generator/output/index_content.h"
#include "generator/record/files.h"
#include "generator/render/link.h"

namespace errlookup {
namespace {

struct Shape {
  std::size_t title = 0, summary = 0, quick_answer = 0, phrases = 0, phrase = 0;  // bytes, but "phrases" is a count
};

const Section* QuickAnswer(const PageInput& page) {
  const auto at = std::find_if(page.sections.begin(), page.sections.end(), [](const Section& s) { return s.key == "quick-answer"; });
  return at == page.sections.end() ? nullptr : &*at;
}

Shape MeanShape(const IndexInput& input) {
  Shape sum;
  std::size_t count = 0;
  for (const PageInput& page : input.pages) {
    if (!page.has_record) continue;
    ++count;
    sum.title += page.title.size();
    sum.summary += page.summary.size();
    if (const Section* answer = QuickAnswer(page)) sum.quick_answer += answer->markdown.size();
    sum.phrases += page.search_words.size();
    for (const std::string& phrase : page.search_words) sum.phrase += phrase.size();
  }
  return {sum.title / count, sum.summary / count, sum.quick_answer / count, sum.phrases / count, sum.phrase / sum.phrases};
}

// Runs of words out of real text.
class TextMaker {
 public:
  explicit TextMaker(const IndexInput& input) {
    for (const PageInput& page : input.pages) {
      if (!page.has_record) continue;
      for (const Section& section : page.sections) {
        std::istringstream text(section.markdown);
        for (std::string word; text >> word;) words_.push_back(word);
      }
    }
  }

  // About "size" bytes: pieces of four to nine words, each from another place.
  std::string Make(std::size_t size) {
    std::string text;
    while (text.size() + 3 < size) {
      std::size_t at = random_() % (words_.size() - 9);
      for (std::size_t left = 4 + random_() % 6; left > 0 && text.size() + 3 < size; --left) {
        if (!text.empty()) text += ' ';
        text += words_[at++];
      }
    }
    return text;
  }

 private:
  std::vector<std::string> words_;
  std::mt19937 random_{1};
};

IndexInput WithAllRecords(IndexInput input) {
  const Shape shape = MeanShape(input);
  TextMaker maker(input);
  for (PageInput& page : input.pages) {
    if (page.has_record) continue;
    page.has_record = true;
    page.title = maker.Make(shape.title);
    page.summary = maker.Make(shape.summary);
    page.level = "intermediate";
    page.updated = "2026-11-20";
    page.search_words.clear();
    for (std::size_t i = 0; i < shape.phrases; ++i) page.search_words.push_back(maker.Make(shape.phrase));
    page.sections = {{"quick-answer", "Quick answer", maker.Make(shape.quick_answer)}};
  }
  return input;
}

std::size_t Print(const char* what, const std::string& bytes) {
  const std::size_t packed = Gzip(bytes).size();
  std::printf("%-44s %9zu %9zu\n", what, bytes.size(), packed);
  return packed;
}

std::string IndexOf(const IndexInput& input, IndexProfile profile) {
  const std::vector<std::byte> image = WriteIndex(input, profile).value();
  return {reinterpret_cast<const char*>(image.data()), image.size()};
}

int Main(const std::filesystem::path& data, const std::filesystem::path& wasm, const std::filesystem::path& index_out) {
  Result<ReadOutcome> read = ReadAndCheck(data);
  if (!read.ok()) {
    std::cerr << "site_search_size: " << read.error().message << "\n";
    return 2;
  }
  const LinkedBase linked = LinkBase(read->knowledge_base);
  const IndexInput today = MakeIndexInput(linked, "");
  const IndexInput all = WithAllRecords(today);
  const Shape shape = MeanShape(today);
  std::printf("a record has %zu bytes of title, %zu of summary, %zu of quick answer, %zu phrases of %zu\n\n", shape.title,
              shape.summary, shape.quick_answer, shape.phrases, shape.phrase);
  std::printf("%-44s %9s %9s\n", "bytes", "plain", "gzip -9");
  std::filesystem::path first_wasm = wasm;
  first_wasm.replace_filename(wasm.stem().string() + "-first.wasm");
  constexpr std::size_t kMost = std::size_t{1} << 28;
  const std::size_t first_module = Print("lookup-first.wasm", ReadFile(first_wasm, kMost).value());
  const std::size_t module = Print("lookup.wasm", ReadFile(wasm, kMost).value());
  for (const IndexInput* input : {&today, &all}) {
    const auto written = static_cast<std::size_t>(std::count_if(today.pages.begin(), today.pages.end(), [](const PageInput& p) { return p.has_record; }));
    std::printf("\n%zu pages, %zu with a record\n", input->pages.size(), input == &all ? all.pages.size() : written);
    const std::size_t first = Print("  first index", WriteFirstIndex(OwnCodes(*input)).value());
    IndexInput ours = *input;
    std::erase_if(ours.entries, [](const EntryInput& entry) { return !entry.page; });
    Print("  slim index without other Windows codes", IndexOf(ours, IndexProfile::kSlim));
    const std::string slim = IndexOf(*input, IndexProfile::kSlim);
    const std::size_t full = Print("  slim index", slim);
    if (input == &all && !index_out.empty()) std::ofstream(index_out, std::ios::binary) << slim;
    std::printf("  %-42s %9s %9zu\n", "before the first answer", "", first_module + first);
    std::printf("  %-42s %9s %9zu\n", "all of the search", "", first_module + first + module + full);
  }
  return 0;
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) {
  if (argc == 3 || argc == 4) return errlookup::Main(argv[1], argv[2], argc == 4 ? argv[3] : "");
  std::cerr << "usage: site_search_size DATA_DIR LOOKUP_WASM [INDEX]\n";
  return 2;
}
