// Scans an input whose pieces can be read in any order with several threads. Findings come in the order of the
// input, one at a time, whatever the number of threads.
#ifndef LOOKUP_SCAN_PARALLEL_SCAN_H_
#define LOOKUP_SCAN_PARALLEL_SCAN_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

#include "lookup/base/result.h"
#include "lookup/scan/scanner.h"

namespace errlookup {

// Reads pieces of an input; each thread has one of its own.
class PieceReader {
 public:
  virtual ~PieceReader() = default;
  // Reads up to "size" bytes at "offset" into "out"; less only where the input ends.
  virtual Result<std::size_t> ReadAt(std::uint64_t offset, char* out, std::size_t size) = 0;
};

struct ParallelOptions {
  int thread_count = 1;
  std::size_t chunk_size = 512 * 1024;
  // Called now and then with the number of bytes done; by one thread at a time.
  std::function<void(std::uint64_t)> progress = nullptr;
};

// Scans [0, size) of an input. "make_reader" is called once in each thread, at its start. The first failure to
// read ends the scan; findings before it have been given to "sink". "sink" is called by one thread at a time.
Status ScanInParallel(const ChunkScanner& scanner, std::uint64_t size,
                      const std::function<Result<std::unique_ptr<PieceReader>>()>& make_reader, const FindingSink& sink,
                      const ParallelOptions& options);

}  // namespace errlookup

#endif  // LOOKUP_SCAN_PARALLEL_SCAN_H_
