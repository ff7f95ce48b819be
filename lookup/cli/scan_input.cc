#include "lookup/cli/scan_input.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

#include "lookup/cli/safe_text.h"
#include "lookup/cli/terminal.h"
#include "lookup/scan/evtx_reader.h"
#include "lookup/scan/gzip_reader.h"
#include "lookup/scan/parallel_scan.h"
#include "lookup/scan/utf16.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 256 * 1024;
// What is looked at to tell what an input is.
constexpr std::size_t kStart = 4096;
// Smaller files are not worth a thread.
constexpr std::uint64_t kWorthThreads = 8 * 1024 * 1024;
constexpr int kMostThreads = 8;

fs::path PathOf(const std::string& name) { return fs::path(std::u8string(name.begin(), name.end())); }
std::string NameOf(const fs::path& path) {
  const std::u8string name = path.u8string();
  return std::string(name.begin(), name.end());
}

// Files that hold no text; what to do about it, for the kinds that people try.
std::optional<std::string> BinaryKind(std::string_view start, std::string_view name) {
  if (IsEvtx(start)) {
    const std::string what = HasEvtxReader() ? "is an event log in binary form, which is read only from a file on the disk, unpacked"
                                             : "is an event log in binary form, and this errlookup was built without libevtx";
    return what + "; or make text of it on Windows: Get-WinEvent -Path FILE | Export-Csv log.csv, or wevtutil qe FILE /lf:true /f:text > log.txt";
  }
  if (start.starts_with("MSCF")) return "is a cabinet file; unpack it first: expand FILE -F:* FOLDER";
  if (start.starts_with("PK\x03\x04")) return "is a zip file; unpack it first";
  if (start.starts_with("\xFD" "7zXZ") || start.starts_with("BZh") || start.starts_with("\x28\xB5\x2F\xFD"))
    return "is packed; only gzip is read: unpack it first";
  const bool is_trace = name.size() > 4 && (name.ends_with(".etl") || name.ends_with(".ETL"));
  if (is_trace && start.find('\0') != std::string_view::npos)
    return "is a trace in binary form; make text of it on Windows: netsh trace convert input=FILE";
  return std::nullopt;
}

// The way of bytes to the scanner: unpacked and decoded as their beginning tells.
class Pipeline {
 public:
  Pipeline(const ScanFile& file, const ChunkScanner& scanner, const FindingSink& sink) : file_(file), scanner_(scanner, sink) {}

  Status Feed(std::string_view block) {
    if (is_started_) return Pass(block);
    start_ += block;
    return start_.size() < kStart ? Done() : Start();
  }

  // Scans what is left, also after an error.
  Status Finish() {
    Status status = is_started_ ? Done() : Start();
    if (gzip_ && status.ok()) status = gzip_->Finish();
    if (is_ignored_) return status;
    // Text of a short packed input that has been waiting for more.
    if (!is_text_started_) StartText();
    if (utf16_) {
      decoded_.clear();
      utf16_->Finish(decoded_);
      scanner_.Feed(decoded_);
    }
    scanner_.Finish();
    return status;
  }

 private:
  Status Start() {
    is_started_ = true;
    if (IsGzip(start_)) {
      gzip_ = std::make_unique<GzipReader>([this](std::string_view text) { FeedText(text); });
    } else if (const std::optional<std::string> kind = BinaryKind(start_, file_.name)) {
      is_ignored_ = true;
      if (file_.is_from_folder) return Done();
      return Fail(ErrorCode::kInvalidArgument, *kind);
    }
    const std::string start = std::exchange(start_, std::string());
    return Pass(start);
  }

  Status Pass(std::string_view block) {
    if (is_ignored_) return Done();
    if (gzip_) return gzip_->Feed(block);
    FeedText(block);
    return Done();
  }

  void FeedText(std::string_view text) {
    if (is_text_started_) return Decode(text);
    text_start_ += text;
    if (text_start_.size() >= kStart) StartText();
  }

  void StartText() {
    is_text_started_ = true;
    if (const std::optional<ByteOrder> order = DetectUtf16(std::string_view(text_start_).substr(0, kStart))) utf16_.emplace(*order);
    const std::string start = std::exchange(text_start_, std::string());
    Decode(start);
  }

  void Decode(std::string_view text) {
    if (!utf16_) return scanner_.Feed(text);
    decoded_.clear();
    utf16_->Decode(text, decoded_);
    scanner_.Feed(decoded_);
  }

  const ScanFile& file_;
  Scanner scanner_;
  bool is_started_ = false;
  bool is_text_started_ = false;
  bool is_ignored_ = false;
  std::string start_;
  std::string text_start_;
  std::string decoded_;
  std::unique_ptr<GzipReader> gzip_;
  std::optional<Utf16Decoder> utf16_;
};

Error CannotRead(const char* what) { return Fail(ErrorCode::kIo, what); }

// Reads pieces of a file; each thread has its own stream.
class FileReader : public PieceReader {
 public:
  static Result<std::unique_ptr<PieceReader>> Open(const fs::path& path) {
    auto reader = std::make_unique<FileReader>();
    reader->file_.rdbuf()->pubsetbuf(nullptr, 0);  // pieces are large: straight into their buffer
    reader->file_.open(path, std::ios::binary);
    if (!reader->file_) return CannotRead("cannot be opened");
    return std::unique_ptr<PieceReader>(std::move(reader));
  }

  Result<std::size_t> ReadAt(std::uint64_t offset, char* out, std::size_t size) override {
    file_.clear();
    file_.seekg(static_cast<std::streamoff>(offset));
    file_.read(out, static_cast<std::streamsize>(size));
    if (file_.bad()) return CannotRead("cannot be read to its end");
    return static_cast<std::size_t>(file_.gcount());
  }

 private:
  std::ifstream file_;
};

Status ScanStandardInput(Pipeline& pipeline, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  std::uint64_t done = 0;
  Status fed = Done();
  const Status read = ReadInputBlocks([&](std::string_view block) {
    done += block.size();
    fed = pipeline.Feed(block);
    progress(done, 0);
    return fed.ok();
  });
  const Status finished = pipeline.Finish();
  if (!read.ok()) return read;
  return fed.ok() ? finished : fed;
}

Status ScanStream(std::ifstream& file, std::uint64_t size, Pipeline& pipeline,
                  const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  std::vector<char> block(kBlock);
  std::uint64_t done = 0;
  Status fed = Done();
  while (fed.ok() && file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    const auto count = static_cast<std::size_t>(file.gcount());
    if (count == 0) break;
    done += count;
    fed = pipeline.Feed({block.data(), count});
    progress(done, size);
  }
  const bool is_bad = file.bad();
  const Status finished = pipeline.Finish();
  if (is_bad) return CannotRead("cannot be read to its end");
  return fed.ok() ? finished : fed;
}

// The events of a log in binary form, one line each; the number of the line is that of the event in its log.
Status ScanEvtx(const ScanFile& file, std::uint64_t size, const ChunkScanner& scanner, const FindingSink& sink,
                const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  std::deque<std::uint64_t> ids;  // of the events that may still have findings
  std::uint64_t first_line = 1;   // of ids
  Scanner run(scanner, [&](const Finding& found) {
    for (; first_line < found.line && ids.size() > 1; ++first_line) ids.pop_front();
    Finding placed = found;
    placed.line = ids.empty() ? found.line : ids.front();
    sink(placed);
  });
  std::uint64_t done = 0;
  const Status status = ReadEvtx(file.name, [&](const EvtxRecord& record) {
    ids.push_back(record.id);
    run.Feed(record.xml);
    done += record.xml.size();
    progress(std::min(done, size), size);
    return true;
  });
  run.Finish();
  return status;
}

Status ScanNamedFile(const ScanFile& file, const ChunkScanner& scanner, const FindingSink& sink,
                     const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  const fs::path path = PathOf(file.name);
  std::error_code error;
  const bool is_regular = fs::is_regular_file(path, error);
  std::uint64_t size = is_regular ? fs::file_size(path, error) : 0;
  if (error) size = 0;
  std::ifstream stream;
  stream.rdbuf()->pubsetbuf(nullptr, 0);
  stream.open(path, std::ios::binary);
  if (!stream) return CannotRead("cannot be opened");

  if (is_regular && HasEvtxReader()) {
    char start[8] = {};
    stream.read(start, sizeof(start));
    if (IsEvtx({start, sizeof(start)})) return ScanEvtx(file, size, scanner, sink, progress);
    stream.clear();
    stream.seekg(0);
  }
  if (size >= kWorthThreads) {
    std::string start(kStart, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(stream.gcount()));
    const bool is_plain = !IsGzip(start) && !DetectUtf16(start) && !BinaryKind(start, file.name);
    const auto processors = static_cast<int>(std::thread::hardware_concurrency());
    if (is_plain) {
      const ParallelOptions options{.thread_count = std::clamp(processors, 1, kMostThreads),
                                    .progress = [&](std::uint64_t done) { progress(done, size); }};
      return ScanInParallel(scanner, size, [&] { return FileReader::Open(path); }, sink, options);
    }
    stream.clear();
    stream.seekg(0);
  }
  Pipeline pipeline(file, scanner, sink);
  return ScanStream(stream, size, pipeline, progress);
}

void ListFolder(const fs::path& folder, std::vector<ScanFile>& files, const std::function<void(std::string)>& complain) {
  std::error_code error;
  std::vector<fs::path> entries;
  fs::directory_iterator at(folder, error);
  while (!error && at != fs::directory_iterator()) {
    entries.push_back(at->path());
    at.increment(error);
  }
  if (error) complain(SafeText(NameOf(folder)) + ": cannot be listed: " + error.message());
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    const fs::file_status status = fs::symlink_status(entry, error);
    if (fs::is_directory(status)) ListFolder(entry, files, complain);
    else if (fs::is_regular_file(status)) files.push_back({NameOf(entry), true});
  }
}

}  // namespace

std::vector<ScanFile> ListScanFiles(const std::vector<std::string>& names, const std::function<void(std::string)>& complain) {
  std::vector<ScanFile> files;
  for (const std::string& name : names) {
    std::error_code error;
    const fs::file_status status = name == "-" ? fs::file_status(fs::file_type::character) : fs::status(PathOf(name), error);
    if (status.type() == fs::file_type::not_found) complain(SafeText(name) + ": there is no such file or folder");
    else if (error) complain(SafeText(name) + ": cannot be opened: " + error.message());
    else if (fs::is_directory(status)) ListFolder(PathOf(name), files, complain);
    else files.push_back({name, false});
  }
  return files;
}

Status ScanInput(const ScanFile& file, const ChunkScanner& scanner, const FindingSink& sink,
                 const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  if (file.name != "-") return ScanNamedFile(file, scanner, sink, progress);
  Pipeline pipeline(file, scanner, sink);
  return ScanStandardInput(pipeline, progress);
}

}  // namespace errlookup
