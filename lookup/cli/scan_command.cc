#include "lookup/cli/scan_command.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "lookup/cli/safe_text.h"
#include "lookup/cli/scan_input.h"
#include "lookup/cli/terminal.h"
#include "lookup/scan/code_set.h"
#include "lookup/scan/scanner.h"

namespace errlookup {
namespace {

constexpr std::size_t kWriteAt = 64 * 1024;

// A line on the standard error while a long scan runs; only for a person who would otherwise see nothing.
class Progress {
 public:
  explicit Progress(bool is_wanted) : is_wanted_(is_wanted) {}
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void Show(const std::string& file, std::uint64_t done, std::uint64_t size) {
    if (!is_wanted_) return;
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(200);
    std::string line = "\r" + CutToWidth(SafeText(file), 50) + "  " + std::to_string(done >> 20) + " MiB";
    if (size > 0) line += ", " + std::to_string(done * 100 / size) + " %";
    WriteError(line + "\x1b[K");
    is_shown_ = true;
  }

  void Clear() {
    if (is_shown_) WriteError("\r\x1b[K");
    is_shown_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;

  bool is_wanted_;
  bool is_shown_ = false;
  Clock::time_point next_ = Clock::now() + std::chrono::seconds(1);
};

bool IsFolder(const std::string& name) {
  std::error_code error;
  return name != "-" && std::filesystem::is_directory(std::filesystem::path(std::u8string(name.begin(), name.end())), error);
}

std::vector<CodeLayer> CodeLayersOf(std::span<const Layer> layers) {
  std::vector<CodeLayer> code_layers;
  for (const Layer& layer : layers) code_layers.push_back({.index = &layer.opened.reader, .origin = layer.name});
  return code_layers;
}

class ScanRun {
 public:
  ScanRun(std::span<const Layer> layers, const ScanOptions& options)
      : options_(options),
        codes_(CodeLayersOf(layers)),
        scanner_(codes_),
        progress_(ErrorIsTerminal() && !OutputIsTerminal()),
        reporter_(MakeScanReporter(options.report, options.layout, NamesFiles(options))) {}

  Result<Outcome> Run() {
    const std::vector<ScanFile> files = ListScanFiles(options_.files, [this](std::string sentence) { Complain(sentence); });
    for (const ScanFile& file : files) {
      ScanOne(file);
      if (!written_.ok()) return written_.error();
    }
    reporter_->Finish();
    Write();
    if (!written_.ok()) return written_.error();
    if (has_failed_) return Outcome::kFailed;
    if (!has_findings_ && ErrorIsTerminal()) SayNothingFound(files);
    return has_findings_ ? Outcome::kFound : Outcome::kNotFound;
  }

 private:
  static bool NamesFiles(const ScanOptions& options) {
    return options.files.size() > 1 || (options.files.size() == 1 && IsFolder(options.files[0]));
  }

  // A person would wonder whether anything was read; programs have the exit code.
  static void SayNothingFound(const std::vector<ScanFile>& files) {
    const std::string where = files.size() != 1         ? std::to_string(files.size()) + " files"
                              : files[0].name == "-" ? "the standard input"
                                                       : SafeText(files[0].name);
    WriteError("errlookup: no codes in " + where + "\n");
  }

  void ScanOne(const ScanFile& file) {
    const auto sink = [&](const Finding& finding) {
      has_findings_ = true;
      reporter_->Take(file.name, finding);
      if (reporter_->text_size() >= kWriteAt) Write();
    };
    const auto progress = [&](std::uint64_t done, std::uint64_t size) { progress_.Show(file.name, done, size); };
    const Status status = ScanInput(file, scanner_, sink, progress);
    progress_.Clear();
    if (!status.ok()) {
      Write();  // so that on a terminal the complaint follows what was found
      Complain((file.name == "-" ? "the standard input" : SafeText(file.name)) + ": " + status.error().message);
    }
  }

  void Write() {
    const std::string text = reporter_->TakeText();
    if (!text.empty() && written_.ok()) written_ = WriteOutput(text);
  }

  void Complain(const std::string& sentence) {
    has_failed_ = true;
    progress_.Clear();
    WriteError("errlookup: " + sentence + "\n");
  }

  const ScanOptions& options_;
  CodeSet codes_;
  ChunkScanner scanner_;
  Progress progress_;
  std::unique_ptr<ScanReporter> reporter_;
  Status written_ = Done();
  bool has_findings_ = false;
  bool has_failed_ = false;
};

}  // namespace

Result<Outcome> RunScan(std::span<const Layer> layers, const ScanOptions& options) { return ScanRun(layers, options).Run(); }

}  // namespace errlookup
