// Finds the codes of the knowledge base in text of any length.
//
//   const CodeSet codes(index);
//   const ChunkScanner chunks(codes);
//   Scanner scanner(chunks, [](const Finding& finding) { … });
//   while (…) scanner.Feed(block);
//   scanner.Finish();
//
// The text is UTF-8, or anything that holds ASCII. Unless the input is short (InputContext), a finding depends only on the
// 4 KiB before and the 2 KiB behind it, and on the names of columns in the first line: so blocks may be cut anywhere, and stretches of one
// input may be scanned by several threads (parallel_scan.h) with the same result. Memory does not depend on the
// length of the input or of its lines. Only an input that fits into one chunk is read twice, for what it tells anywhere
// (InputContext).
#ifndef LOOKUP_SCAN_SCANNER_H_
#define LOOKUP_SCAN_SCANNER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/scan/code_set.h"
#include "lookup/scan/prefilter.h"
#include "lookup/scan/recognizer.h"
#include "lookup/scan/view.h"

namespace errlookup {

// One code, found. Views last as long as the call that brings them.
struct Finding {
  std::uint64_t offset = 0;  // of the first byte of "text" in the input
  std::uint64_t line = 1;    // from 1
  std::uint64_t column = 1;  // from 1, in bytes
  std::string_view text;     // as it stands there
  const ScanCode* code = nullptr;
  // All codes whose message this is, if it was found by its message; else null.
  const ScanMessage* message = nullptr;
  // The line around it without its end, cut to what lies near if the line is long.
  std::string_view excerpt;
  std::size_t excerpt_at = 0;  // where "text" begins in it
  bool is_cut_before = false;
  bool is_cut_after = false;
};
using FindingSink = std::function<void(const Finding&)>;

// What one stretch of an input holds, with positions relative to it.
struct ChunkFindings {
  struct Row {
    std::uint64_t offset = 0;
    std::uint64_t line_feeds_before = 0;          // in the chunk
    std::optional<std::uint64_t> line_begin;      // absent: the line begins in a chunk before
    std::uint32_t text_at = 0, text_size = 0;     // in "texts"
    std::uint32_t excerpt_at = 0, excerpt_size = 0;
    bool is_cut_before = false, is_cut_after = false;
    const ScanCode* code = nullptr;
    const ScanMessage* message = nullptr;
  };
  std::vector<Row> rows;  // in the order of offsets
  std::string texts;
  std::uint64_t line_feeds = 0;
  std::optional<std::uint64_t> last_line_begin;  // behind the last line feed in the chunk
};

class ChunkScanner {
 public:
  // So much of the input must be given around a chunk, where the input has it.
  static constexpr std::size_t kBefore = Recognizer::kReach + View::kBefore;
  static constexpr std::size_t kAfter = Recognizer::kReach + View::kAfter;
  // So many line feeds must stand behind the text in memory when the input ends with it.
  static constexpr std::size_t kPadding = Prefilter::kPadding + Recognizer::kReadable;

  // "codes" must outlive the scanner.
  explicit ChunkScanner(const CodeSet& codes, Prefilter::Instructions instructions = Prefilter::Best());

  struct Chunk {
    std::string_view text;            // with what stands around the chunk; kPadding more bytes can be read
    std::size_t begin = 0, end = 0;   // of the chunk in "text"
    std::uint64_t text_offset = 0;    // of "text" in the input
  };
  // Findings that begin in the chunk.
  ChunkFindings Scan(const Chunk& chunk, const InputContext& input) const;

 private:
  std::vector<Hit> FindHits(const Chunk& chunk, const InputContext& input, std::vector<std::uint32_t>& line_feeds) const;

  Recognizer recognizer_;
  Prefilter prefilter_;
};

// Puts the findings of chunks, given in their order, in terms of the whole input.
class FindingAssembler {
 public:
  explicit FindingAssembler(FindingSink sink) : sink_(std::move(sink)) {}
  void Take(const ChunkFindings& findings);

 private:
  FindingSink sink_;
  std::uint64_t line_feeds_ = 0;
  std::uint64_t line_begin_ = 0;
};

// Scans an input that comes in blocks.
class Scanner {
 public:
  // Chunks are at least this long, unless the input is shorter.
  static constexpr std::size_t kChunk = 64 * 1024;

  // "chunks" must outlive the scanner. "chunk_size" is for tests.
  Scanner(const ChunkScanner& chunks, FindingSink sink, std::size_t chunk_size = kChunk)
      : chunks_(chunks), assembler_(std::move(sink)), chunk_size_(chunk_size) {}

  void Feed(std::string_view block);
  // Scans what is left. Call once, when the input is over or cannot be read any further.
  void Finish();

 private:
  void ScanUpTo(std::size_t end, std::size_t text_size);
  void ReadColumns(std::string_view text);

  const ChunkScanner& chunks_;
  FindingAssembler assembler_;
  std::size_t chunk_size_;
  InputContext context_;
  bool has_columns_ = false;
  std::string buffer_;
  std::size_t done_ = 0;             // in buffer_: what lies before has been scanned
  std::uint64_t buffer_offset_ = 0;  // of buffer_ in the input
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_SCANNER_H_
