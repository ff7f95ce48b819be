// Measures the index: its size against "xz -9e" of the same content, and the time to make, open and read it.
//
//   index_size DATA_DIR [TEXT_FILE…]
//
// Entries and facilities come from DATA_DIR/catalog; each page takes its text, about 5.5 KB, from the text
// files in turn (records, manuals, anything real), cut at paragraphs. Prints a table. Not part of ctest.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "generator/index/index_writer.h"
#include "lookup/index/format.h"
#include "lookup/index/index_reader.h"

namespace errlookup {
namespace {

constexpr std::size_t kPageLength = 5500;

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "index_size: cannot read " << path << "\n";
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

// Rows of a file with a header line, each with at least "columns" columns.
std::vector<std::vector<std::string>> ReadTable(const std::string& path, std::size_t columns) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : Split(ReadFile(path), '\n')) {
    rows.push_back(Split(line, '\t'));
    rows.back().resize(std::max(rows.back().size(), columns));
  }
  rows.erase(rows.begin());
  return rows;
}

std::uint32_t Number(const std::string& text) { return static_cast<std::uint32_t>(std::stoul(text, nullptr, 0)); }

bool EndsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::vector<std::string> PageTexts(const std::vector<std::string>& files) {
  std::vector<std::string> texts = {""};
  for (const std::string& file : files) {
    for (const std::string& line : Split(ReadFile(file), '\n')) {
      if (texts.back().size() > kPageLength && line.empty()) texts.emplace_back();
      texts.back() += line + "\n";
    }
  }
  return texts;
}

IndexInput MakeInput(const std::string& data, const std::vector<std::string>& page_texts) {
  IndexInput input;
  input.base_url = "https://example.com/";
  input.data_version = "2026-11-20";
  for (const auto& row : ReadTable(data + "/catalog/windows.tsv", 4)) {
    EntryInput entry;
    entry.space = *SpaceFromName(row[0]);
    entry.value = Number(row[1]);
    entry.symbol = row[2];
    entry.header = row[3];
    entry.is_range_marker = EndsWith(row[2], "_FIRST") || EndsWith(row[2], "_LAST");
    input.entries.push_back(entry);
  }
  std::size_t next_text = 0;
  for (const auto& row : ReadTable(data + "/catalog/ipsec.tsv", 7)) {
    EntryInput entry;
    entry.space = *SpaceFromName(row[0]);
    entry.value = Number(row[1]);
    entry.symbol = row[2];
    if (!row[3].empty()) entry.aliases = Split(row[3], ' ');
    entry.header = row[4];
    entry.message = row[6];
    entry.page = input.pages.size();
    input.entries.push_back(entry);
    PageInput page;
    page.slug = row[1];
    page.family = row[5];
    page.family_title = "Family " + row[5];
    if (next_text < page_texts.size()) {
      const std::string& text = page_texts[next_text++];
      page.has_record = true;
      page.title = text.substr(0, text.find('\n'));
      page.summary = text.substr(0, text.find('.'));
      page.level = "intermediate";
      page.updated = "2026-11-20";
      const std::size_t third = text.size() / 3;
      page.sections = {{"quick-answer", "Quick answer", text.substr(0, third / 2)},
                       {"meaning", "What it means", text.substr(third / 2, third)},
                       {"fixes", "Fixes", text.substr(third / 2 + third)}};
    }
    input.pages.push_back(page);
  }
  for (const auto& row : ReadTable(data + "/catalog/facilities.tsv", 3)) {
    input.facilities.push_back({*SpaceFromName(row[0]), static_cast<std::uint16_t>(Number(row[1])), row[2]});
  }
  return input;
}

// The same content as plain text for xz: the rows of the tables and the texts.
std::size_t XzSize(const std::string& data, const IndexInput& input) {
  std::string text;
  for (const char* name : {"windows", "ipsec", "facilities"}) text += ReadFile(data + "/catalog/" + name + ".tsv");
  for (const PageInput& page : input.pages) {
    for (const std::string* part : {&page.title, &page.summary, &page.level, &page.updated}) text += *part + "\n";
    for (const Section& section : page.sections) text += section.key + "\n" + section.heading + "\n" + section.markdown;
  }
  std::string path = "index_size.tmp";
  std::ofstream(path, std::ios::binary) << text;
  FILE* const pipe = popen(("xz -9e -c " + path + " | wc -c").c_str(), "r");
  unsigned long size = 0;
  if (std::fscanf(pipe, "%lu", &size) != 1) size = 0;
  pclose(pipe);
  std::remove(path.c_str());
  std::printf("%-34s %9zu\n", "content, plain text", text.size());
  std::printf("%-34s %9lu\n", "content, xz -9e", size);
  return size;
}

// Processor time of one call, the best of several series: other programs on the machine count little.
template <typename Work>
double Microseconds(int rounds, Work&& work) {
  double best = 1e18;
  for (int repeat = 0; repeat < 9; ++repeat) {
    const std::clock_t begin = std::clock();
    for (int i = 0; i < rounds; ++i) work(static_cast<std::uint32_t>(i));
    const double spent = 1e6 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    best = std::min(best, spent / rounds);
  }
  return best;
}

void PrintSections(const std::vector<std::byte>& image) {
  std::size_t search = 0;
  for (std::uint32_t i = 0; i < GetU32(image, format::kSectionCountAt); ++i) {
    const std::size_t row = format::kHeaderSize + i * format::kSectionRowSize;
    const auto id = static_cast<format::SectionId>(GetU16(image, row));
    const std::uint32_t length = GetU32(image, row + 8);
    std::printf("  %-32s %9u\n", std::string(format::SectionName(id)).c_str(), length);
    if (id >= format::SectionId::kWordGrammar) search += length;
  }
  std::printf("  %-32s %9zu\n", "without words and masks", image.size() - search);
}

int Main(const std::string& data, const std::vector<std::string>& files) {
  const IndexInput input = MakeInput(data, PageTexts(files));
  const auto xz = static_cast<double>(XzSize(data, input));
  for (const IndexProfile profile : {IndexProfile::kFull, IndexProfile::kSlim}) {
    const std::clock_t begin = std::clock();
    const Result<std::vector<std::byte>> image = WriteIndex(input, profile);
    const double spent = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    if (!image.ok()) {
      std::cerr << "index_size: " << image.error().message << "\n";
      return 1;
    }
    const double ratio = static_cast<double>(image->size()) / xz;
    std::printf("%-34s %9zu  %.2f x xz, made in %.1f s\n", profile == IndexProfile::kFull ? "full index" : "slim index",
                image->size(), ratio, spent);
    PrintSections(*image);
    if (profile == IndexProfile::kSlim) break;

    std::printf("open, verified   %8.2f us\n", Microseconds(3, [&](std::uint32_t) { (void)IndexReader::Open(*image); }));
    std::printf("open, embedded   %8.2f us\n",
                Microseconds(10000, [&](std::uint32_t) { (void)IndexReader::Open(*image, Trust::kEmbedded); }));
    const IndexReader reader = IndexReader::Open(*image).value();
    const std::uint32_t n = reader.entry_count();
    std::size_t bytes = 0, pages = 0;
    std::printf("entry            %8.2f us\n", Microseconds(10000, [&](std::uint32_t i) { (void)reader.entry(i * 7919 % n); }));
    std::printf("symbol           %8.2f us\n", Microseconds(10000, [&](std::uint32_t i) { (void)reader.symbol(i * 7919 % n); }));
    std::printf("find value       %8.2f us\n", Microseconds(10000, [&](std::uint32_t i) { (void)reader.FindValue(i * 7919); }));
    std::printf("find symbol      %8.2f us\n", Microseconds(1000, [&](std::uint32_t i) {
                  (void)reader.FindSymbol(input.entries[i * 7919 % n].symbol);
                }));
    std::printf("page             %8.2f us\n",
                Microseconds(1000, [&](std::uint32_t i) { (void)reader.page(i % reader.page_count()); }));
    std::printf("sections         %8.2f us", Microseconds(200, [&](std::uint32_t i) {
                  for (const Section& section : reader.sections(i % reader.page_count())) bytes += section.markdown.size();
                  ++pages;
                }));
    std::printf("  (%zu bytes on average)\n", bytes / pages);
    std::printf("word             %8.2f us of %u\n",
                Microseconds(10000, [&](std::uint32_t i) { (void)reader.word(i * 7919 % reader.word_count()); }),
                reader.word_count());
    std::size_t postings = 0;
    for (WordId id = 0; id < reader.word_count(); ++id) postings += reader.postings(id).size();
    std::printf("postings         %8zu\n", postings);
  }
  return 0;
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: index_size DATA_DIR [TEXT_FILE...]\n";
    return 2;
  }
  return errlookup::Main(argv[1], std::vector<std::string>(argv + 2, argv + argc));
}
