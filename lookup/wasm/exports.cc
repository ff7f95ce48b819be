// The engine for the browser: five functions over linear memory, no imports.
//
// JavaScript calls _initialize() once, then:
//
//   const p = allocate(index.length);  new Uint8Array(memory.buffer, p, index.length).set(index);
//   if (open_index(p, index.length) !== 0) throw Error(text of result());
//   const q = allocate(query.length);  …copy…
//   const length = ask(q, query.length, 8);      // JSON as `errlookup --json` prints it
//   new Uint8Array(memory.buffer, result(), length)
//   release(q);
//
// Any call may grow the memory and so detach earlier views: take a fresh view after each call.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lookup/engine/answer_json.h"
#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"
#include "lookup/wasm/sureness.h"

namespace {

using errlookup::Engine;
using errlookup::IndexReader;

// What lives as long as the page. Allocated once and never freed, so that no destructor is registered.
struct Module {
  std::optional<IndexReader> reader;
  std::string result;
};

Module& TheModule() {
  static Module* const module = new Module;
  return *module;
}

}  // namespace

#define EXPORT(name) extern "C" __attribute__((export_name(#name)))

// Address of "size" bytes for the caller to fill, or 0 when the memory cannot grow that far.
EXPORT(allocate) void* Allocate(std::size_t size) { return std::malloc(size); }

EXPORT(release) void Release(void* address) { std::free(address); }

// Opens the index that stands at "address"; the bytes must stay there. Returns 0, or the length of the
// error message at result(). Trusts the bytes: they come in one script with the module, and gzip, which they
// were packed with, has its own checksum. The checks of FORMAT.md would be 9 KB of the module.
EXPORT(open_index) std::size_t OpenIndex(const std::byte* address, std::size_t size) {
  Module& module = TheModule();
  errlookup::Result<IndexReader> reader = IndexReader::Open(std::span<const std::byte>(address, size), errlookup::Trust::kEmbedded);
  if (!reader.ok()) {
    module.reader.reset();
    module.result = reader.error().message;
    return module.result.size();
  }
  module.reader.emplace(*reader);
  return 0;
}

// Answers the UTF-8 query with at most "limit" results. Returns the length of the JSON at result(), 0 when
// no index is open.
EXPORT(ask) std::size_t Ask(const char* query, std::size_t size, std::size_t limit) {
  Module& module = TheModule();
  module.result.clear();
  if (!module.reader) return 0;
  const std::string_view text(query, size);
  errlookup::QueryOptions options;
  options.limit = limit;
  errlookup::Answer answer = Engine(*module.reader).Ask(text, options);
  errlookup::LimitSureness(answer);
  module.result = errlookup::AnswerToJson(*module.reader, text, answer);
  return module.result.size();
}

EXPORT(result) const char* ResultText() { return TheModule().result.data(); }
