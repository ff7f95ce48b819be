// Prints the names and messages of an index and queries made from them as JSON, for browser_search:
//
//   print_queries INDEX [SEED]
//
//   {"entries":[{"symbol":…,"message":…}], "queries":[{"kind":…,"text":…,"symbol":…}]}
//
// "symbol" of a query is what must be found; it is missing where nothing of ours must be found.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

#include "lookup/engine/json_writer.h"
#include "lookup/index/index_reader.h"
#include "tests/support/query_maker.h"

namespace errlookup {
namespace {

int Run(std::span<const std::byte> image, std::uint32_t seed) {
  const auto reader = IndexReader::Open(image);
  if (!reader.ok()) {
    std::fprintf(stderr, "print_queries: %s\n", reader.error().message.c_str());
    return 2;
  }
  JsonWriter json;
  json.BeginObject();
  json.Key("entries");
  json.BeginArray();
  for (EntryId id = 0; id < reader->entry_count(); ++id) {
    if (reader->entry(id).is_range_marker) continue;
    json.BeginObject();
    json.Field("symbol", reader->symbol(id));
    json.FieldIfAny("message", reader->message(id));
    json.EndObject();
  }
  json.EndArray();
  json.Key("queries");
  json.BeginArray();
  for (const MadeQuery& query : MakeQueries(*reader, seed)) {
    json.BeginObject();
    json.Field("kind", query.kind);
    json.Field("text", query.text);
    if (query.entry) json.Field("symbol", reader->symbol(*query.entry));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  std::fwrite(json.text().data(), 1, json.text().size(), stdout);
  std::puts("");
  return 0;
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: print_queries INDEX [SEED]\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string image((std::istreambuf_iterator<char>(file)), {});
  const auto seed = static_cast<std::uint32_t>(argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1);
  return errlookup::Run(std::as_bytes(std::span(image.data(), image.size())), seed);
}
