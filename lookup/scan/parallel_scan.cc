#include "lookup/scan/parallel_scan.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace errlookup {
namespace {

class ParallelScan {
 public:
  ParallelScan(const ChunkScanner& scanner, std::uint64_t size,
               const std::function<Result<std::unique_ptr<PieceReader>>()>& make_reader, const FindingSink& sink,
               const ParallelOptions& options)
      : scanner_(scanner), size_(size), make_reader_(make_reader), options_(options), assembler_(sink) {
    chunk_count_ = (size + options.chunk_size - 1) / options.chunk_size;
  }

  Status Run() {
    if (chunk_count_ == 0) return Done();
    if (Status status = ReadHeader(); !status.ok()) return status;
    const auto wanted = static_cast<std::uint64_t>(std::max(1, options_.thread_count));
    const std::uint64_t count = std::min(wanted, chunk_count_);
    std::vector<std::thread> threads;
    for (std::uint64_t i = 1; i < count; ++i) threads.emplace_back([this] { Work(); });
    Work();
    for (std::thread& thread : threads) thread.join();
    if (error_) return *error_;
    return Done();
  }

 private:
  // Chunks that may be waiting for an earlier one: bounds the memory when a thread falls behind.
  static constexpr std::uint64_t kMostWaiting = 16;

  Status ReadHeader() {
    Result<std::unique_ptr<PieceReader>> reader = make_reader_();
    if (!reader.ok()) return reader.error();
    std::string start(ColumnHeader::kLongest, '\0');
    const Result<std::size_t> count = (*reader)->ReadAt(0, start.data(), start.size());
    if (!count.ok()) return count.error();
    context_.columns = ColumnHeader(std::string_view(start).substr(0, *count));
    return Done();
  }

  void Work() {
    Result<std::unique_ptr<PieceReader>> reader = make_reader_();
    std::vector<char> buffer(ChunkScanner::kBefore + options_.chunk_size + ChunkScanner::kAfter + ChunkScanner::kPadding);
    while (const std::optional<std::uint64_t> index = NextChunk()) {
      if (!reader.ok()) return Deliver(*index, reader.error());
      Deliver(*index, ScanChunk(**reader, *index, buffer));
    }
  }

  // Waits until the chunk is not too far ahead.
  std::optional<std::uint64_t> NextChunk() {
    std::unique_lock lock(mutex_);
    moved_.wait(lock, [&] { return has_stopped_ || next_ >= chunk_count_ || next_ < delivered_ + kMostWaiting; });
    if (has_stopped_ || next_ >= chunk_count_) return std::nullopt;
    return next_++;
  }

  Result<ChunkFindings> ScanChunk(PieceReader& reader, std::uint64_t index, std::vector<char>& buffer) const {
    const std::uint64_t begin = index * options_.chunk_size;
    const std::uint64_t end = std::min<std::uint64_t>(begin + options_.chunk_size, size_);
    const std::uint64_t from = begin - std::min<std::uint64_t>(begin, ChunkScanner::kBefore);
    const std::uint64_t to = std::min<std::uint64_t>(end + ChunkScanner::kAfter, size_);
    const auto size = static_cast<std::size_t>(to - from);
    const Result<std::size_t> count = reader.ReadAt(from, buffer.data(), size);
    if (!count.ok()) return count.error();
    if (*count < size) return Fail(ErrorCode::kIo, "became shorter while it was being read");
    std::fill_n(buffer.begin() + static_cast<std::ptrdiff_t>(size), ChunkScanner::kPadding, '\n');
    return scanner_.Scan({.text = {buffer.data(), size},
                          .begin = static_cast<std::size_t>(begin - from),
                          .end = static_cast<std::size_t>(end - from),
                          .text_offset = from},
                         context_);
  }

  void Deliver(std::uint64_t index, Result<ChunkFindings> findings) {
    const std::lock_guard lock(mutex_);
    waiting_.emplace(index, std::move(findings));
    while (!has_stopped_ && !waiting_.empty() && waiting_.begin()->first == delivered_) {
      const Result<ChunkFindings>& first = waiting_.begin()->second;
      if (first.ok()) {
        assembler_.Take(*first);
      } else {
        error_ = first.error();
        has_stopped_ = true;
      }
      waiting_.erase(waiting_.begin());
      ++delivered_;
      if (options_.progress) options_.progress(std::min<std::uint64_t>(delivered_ * options_.chunk_size, size_));
    }
    moved_.notify_all();
  }

  const ChunkScanner& scanner_;
  const std::uint64_t size_;
  const std::function<Result<std::unique_ptr<PieceReader>>()>& make_reader_;
  const ParallelOptions& options_;
  std::uint64_t chunk_count_ = 0;
  InputContext context_;

  std::mutex mutex_;  // guards all below
  std::condition_variable moved_;
  FindingAssembler assembler_;
  std::map<std::uint64_t, Result<ChunkFindings>> waiting_;
  std::uint64_t next_ = 0;
  std::uint64_t delivered_ = 0;
  bool has_stopped_ = false;
  std::optional<Error> error_;
};

}  // namespace

Status ScanInParallel(const ChunkScanner& scanner, std::uint64_t size,
                      const std::function<Result<std::unique_ptr<PieceReader>>()>& make_reader, const FindingSink& sink,
                      const ParallelOptions& options) {
  return ParallelScan(scanner, size, make_reader, sink, options).Run();
}

}  // namespace errlookup
