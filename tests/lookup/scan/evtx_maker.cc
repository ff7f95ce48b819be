#include "tests/lookup/scan/evtx_maker.h"

#include <cstddef>
#include <span>
#include <string_view>

#include "lookup/base/crc32.h"

namespace errlookup {
namespace {

constexpr std::size_t kFileHeader = 4096;
constexpr std::size_t kChunk = 65536;
constexpr std::size_t kChunkHeader = 512;

void Put(std::string& out, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i));
}
void PutAt(std::string& out, std::size_t at, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out[at + static_cast<std::size_t>(i)] = static_cast<char>(value >> (8 * i));
}
void PutUtf16(std::string& out, std::string_view ascii) {
  for (const char c : ascii) Put(out, static_cast<unsigned char>(c), 2);
}
std::uint32_t Checksum(std::string_view bytes, std::uint32_t previous = 0) {
  return Crc32(std::as_bytes(std::span(bytes.data(), bytes.size())), previous);
}

// Binary XML at its place in a chunk: names are found by their offsets there.
class XmlWriter {
 public:
  explicit XmlWriter(std::string& chunk) : chunk_(chunk) { chunk_ += std::string("\x0F\1\1\0", 4); }

  void Open(std::string_view name, const std::vector<std::pair<std::string, std::string>>& attributes = {}) {
    chunk_ += attributes.empty() ? '\x01' : '\x41';
    Put(chunk_, 0xFFFF, 2);  // depends on no value
    starts_.push_back(chunk_.size());
    Put(chunk_, 0, 4);  // the size, when it is known
    Name(name);
    if (!attributes.empty()) {
      const std::size_t size_at = chunk_.size();
      Put(chunk_, 0, 4);
      for (const auto& attribute : attributes) {
        chunk_ += &attribute == &attributes.back() ? '\x06' : '\x46';
        Name(attribute.first);
        Text(attribute.second);
      }
      PutAt(chunk_, size_at, chunk_.size() - size_at - 4, 4);
    }
    chunk_ += '\x02';
  }
  void Text(std::string_view text) {
    chunk_ += std::string("\x05\x01", 2);
    Put(chunk_, text.size(), 2);
    PutUtf16(chunk_, text);
  }
  void Close() {
    chunk_ += '\x04';
    PutAt(chunk_, starts_.back(), chunk_.size() - starts_.back() - 4, 4);
    starts_.pop_back();
  }
  void Element(std::string_view name, std::string_view text, const std::vector<std::pair<std::string, std::string>>& attributes = {}) {
    Open(name, attributes);
    Text(text);
    Close();
  }
  void Finish() { chunk_ += '\0'; }

 private:
  void Name(std::string_view name) {
    Put(chunk_, chunk_.size() + 4, 4);  // here
    Put(chunk_, 0, 4);                  // no other name with this hash
    std::uint32_t hash = 0;
    for (const char c : name) hash = hash * 65599 + static_cast<unsigned char>(c);
    Put(chunk_, hash & 0xFFFF, 2);
    Put(chunk_, name.size(), 2);
    PutUtf16(chunk_, name);
    Put(chunk_, 0, 2);
  }

  std::string& chunk_;
  std::vector<std::size_t> starts_;
};

void PutRecord(std::string& chunk, const MadeEvent& event) {
  const std::size_t begin = chunk.size();
  chunk += std::string("**\0\0", 4);
  Put(chunk, 0, 4);
  Put(chunk, event.id, 8);
  Put(chunk, 134'000'000'000'000'000u, 8);  // in 2025
  XmlWriter xml(chunk);
  xml.Open("Event", {{"xmlns", "http://schemas.microsoft.com/win/2004/08/events/event"}});
  xml.Open("System");
  xml.Element("Provider", "", {{"Name", event.provider}});
  xml.Element("EventID", event.event_id);
  xml.Element("EventRecordID", std::to_string(event.id));
  xml.Close();
  xml.Open("EventData");
  for (const std::string& data : event.data) xml.Element("Data", data);
  xml.Close();
  xml.Close();
  xml.Finish();
  while (chunk.size() % 8 != 4) chunk += '\0';
  const std::size_t size = chunk.size() + 4 - begin;
  Put(chunk, size, 4);
  PutAt(chunk, begin + 4, size, 4);
}

}  // namespace

std::string MakeEvtx(const std::vector<MadeEvent>& events) {
  std::string chunk(kChunkHeader, '\0');
  std::size_t last = 0;
  for (const MadeEvent& event : events) {
    last = chunk.size();
    PutRecord(chunk, event);
  }
  const std::size_t free = chunk.size();
  chunk.replace(0, 8, std::string_view("ElfChnk\0", 8));
  PutAt(chunk, 8, 1, 8);
  PutAt(chunk, 16, events.size(), 8);
  PutAt(chunk, 24, events.front().id, 8);
  PutAt(chunk, 32, events.back().id, 8);
  PutAt(chunk, 40, 128, 4);
  PutAt(chunk, 44, last, 4);
  PutAt(chunk, 48, free, 4);
  PutAt(chunk, 52, Checksum(std::string_view(chunk).substr(kChunkHeader)), 4);
  chunk.resize(kChunk, '\0');
  const std::uint32_t first = Checksum(std::string_view(chunk).substr(0, 120));
  PutAt(chunk, 124, Checksum(std::string_view(chunk).substr(128, kChunkHeader - 128), first), 4);

  std::string file(kFileHeader, '\0');
  file.replace(0, 8, std::string_view("ElfFile\0", 8));
  PutAt(file, 24, events.back().id + 1, 8);
  PutAt(file, 32, 128, 4);
  PutAt(file, 36, 1, 2);
  PutAt(file, 38, 3, 2);
  PutAt(file, 40, kFileHeader, 2);
  PutAt(file, 42, 1, 2);
  PutAt(file, 124, Checksum(std::string_view(file).substr(0, 120)), 4);
  return file + chunk;
}

}  // namespace errlookup
