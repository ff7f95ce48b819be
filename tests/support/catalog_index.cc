#include "tests/support/catalog_index.h"

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tests/support/tsv.h"

namespace errlookup {
namespace {

std::uint32_t Number(const std::string& text) { return static_cast<std::uint32_t>(std::stoul(text, nullptr, 0)); }

std::vector<std::string> Words(const std::string& text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while ((begin = text.find_first_not_of(' ', begin)) != std::string::npos) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

// STATUS_FWP_X is the twin of FWP_E_X, STATUS_IPSEC_X of ERROR_IPSEC_X.
std::string TwinKey(const std::string& symbol) {
  for (const std::string_view prefix : {"STATUS_FWP_", "FWP_E_"})
    if (symbol.starts_with(prefix)) return "fwp " + symbol.substr(prefix.size());
  for (const std::string_view prefix : {"STATUS_IPSEC_", "ERROR_IPSEC_"})
    if (symbol.starts_with(prefix)) return "ipsec " + symbol.substr(prefix.size());
  return symbol;
}

struct Sample {
  const char* slug;
  const char* title;
  const char* summary;
  std::vector<std::string> search_words;
};

void FillSamples(IndexInput& input) {
  const Sample samples[] = {
      {"13868", "The two ends have no common proposal", "Client and gateway offer no cipher suite that both accept.",
       {"NO_PROPOSAL_CHOSEN", "no proposal chosen", "Richtlinienfehler", "原則相符錯誤", "策略匹配错误"}},
      {"13801", "The certificate of the other side was refused", "Windows does not trust the server certificate.",
       {"Anmeldeinformationen für die IKE-Authentifizierung sind nicht akzeptabel"}},
      {"809", "The VPN server does not answer", "UDP 500 or 4500 is blocked between client and server.",
       {"l2tp behind nat", "firewall blocks vpn"}},
  };
  for (const Sample& sample : samples) {
    for (PageInput& page : input.pages) {
      if (page.slug != sample.slug) continue;
      page.has_record = true;
      page.title = sample.title;
      page.summary = sample.summary;
      page.search_words = sample.search_words;
      page.sections.push_back({"quick-answer", "Quick answer", sample.summary});
    }
  }
}

}  // namespace

IndexInput CatalogIndexInput(const std::string& catalog) {
  IndexInput input;
  input.base_url = "https://example.com/";
  input.data_version = "2026-11-20";
  std::unordered_map<std::string, std::size_t> page_of_twin;
  for (const auto& row : ReadTsv(catalog + "/ipsec.tsv")) {
    EntryInput entry;
    entry.space = *SpaceFromName(row[0]);
    entry.value = Number(row[1]);
    entry.symbol = row[2];
    entry.aliases = Words(row[3]);
    entry.header = row[4];
    entry.message = row[6];
    entry.is_range_marker = entry.symbol == entry.message;
    const auto [page, is_new] = page_of_twin.emplace(TwinKey(entry.symbol), input.pages.size());
    if (is_new) {
      PageInput added;
      added.slug = row[1];
      added.family = row[5];
      input.pages.push_back(added);
    }
    entry.page = page->second;
    input.entries.push_back(entry);
  }
  for (const auto& row : ReadTsv(catalog + "/windows.tsv")) {
    EntryInput entry;
    entry.space = *SpaceFromName(row[0]);
    entry.value = Number(row[1]);
    entry.symbol = row[2];
    entry.header = row[3];
    input.entries.push_back(entry);
  }
  for (const auto& row : ReadTsv(catalog + "/facilities.tsv"))
    input.facilities.push_back({*SpaceFromName(row[0]), static_cast<std::uint16_t>(Number(row[1])), row[2]});
  FillSamples(input);
  return input;
}

const IndexReader& CatalogIndex() {
  static const std::vector<char> bytes = [] {
    std::ifstream file(CATALOG_INDEX_FILE, std::ios::binary);
    return std::vector<char>(std::istreambuf_iterator<char>(file), {});
  }();
  static const Result<IndexReader> reader = IndexReader::Open(std::as_bytes(std::span(bytes)), Trust::kEmbedded);
  if (!reader.ok()) {
    std::cerr << CATALOG_INDEX_FILE << ": " << reader.error().message << '\n';
    std::abort();
  }
  return *reader;
}

}  // namespace errlookup
