// `kbgen build` and `kbgen serve`.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include <unistd.h>

#include "generator/check/check.h"
#include "generator/check/report.h"
#include "generator/commands.h"
#include "generator/output/build_site.h"
#include "generator/output/overlay.h"
#include "generator/output/preview.h"
#include "generator/record/files.h"

namespace errlookup {
namespace {

constexpr int kProblems = 1;
constexpr int kCouldNotRun = 2;

// One line on a terminal that is written over, and only when the work takes longer than a second.
class Progress {
 public:
  void Show(std::size_t made, std::size_t planned) {
    if (!is_terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - start_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    std::cerr << "\rmaking " << made << " of " << planned << " files" << std::flush;
    is_shown_ = true;
  }
  ~Progress() {
    if (is_shown_) std::cerr << "\r\033[K";
  }

 private:
  bool is_terminal_ = ::isatty(STDERR_FILENO) != 0;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now(), last_ = start_;
};

BuildOptions OptionsOf(const BuildCommandOptions& command) {
  BuildOptions options;
  options.data = command.data;
  options.templates = command.templates;
  options.static_files = command.static_files;
  options.out = command.out;
  options.index_out = command.index;
  options.wasm = command.wasm;
  if (!command.base_url.empty()) options.base_url = command.base_url;
  options.jobs = static_cast<unsigned>(std::max(command.jobs, 0));
  return options;
}

std::optional<std::string> ReadSource(const std::string& file) {
  Result<std::string> content = ReadFile(file);
  if (!content.ok()) return std::nullopt;
  return std::move(content).value();
}

void PrintProblems(const Problems& problems) {
  if (problems.empty()) return;
  const char* const no_colour = std::getenv("NO_COLOR");
  const bool has_colour = ::isatty(STDERR_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
  std::cerr << TextReport(problems, ReadSource, has_colour ? Colour::kAlways : Colour::kNever);
}

void PrintReport(const BuildOptions& options, const BuildReport& report) {
  if (!options.out.empty()) {
    std::cout << options.out.string() << ": " << report.pages << " errors, " << report.records << " of them with a record; "
              << report.site.written << " files written, " << report.site.unchanged << " unchanged, " << report.site.removed
              << " removed\n";
    if (!report.has_search) std::cout << options.out.string() << ": made without search (no --wasm)\n";
  }
  if (!options.index_out.empty()) std::cout << options.index_out.string() << ": " << report.index_bytes << " bytes\n";
}

}  // namespace

int RunBuild(const BuildCommandOptions& command) {
  BuildOptions options = OptionsOf(command);
  if (options.out.empty() && options.index_out.empty()) {
    std::cerr << "kbgen: build needs --out, --index or both\n";
    return kCouldNotRun;
  }
  Result<BuildReport> report = [&] {
    Progress progress;
    options.on_progress = [&](std::size_t made, std::size_t planned) { progress.Show(made, planned); };
    return BuildSite(options);
  }();
  if (!report.ok()) {
    std::cerr << "kbgen: " << report.error().message << '\n';
    return kCouldNotRun;
  }
  PrintProblems(report->problems);
  if (report->has_errors()) {
    std::cerr << "kbgen: the data has problems; nothing was written\n";
    return kProblems;
  }
  PrintReport(options, *report);
  return 0;
}

int RunOverlay(const OverlayCommandOptions& command) {
  const Result<OverlayReport> report =
      BuildOverlay({.folder = command.folder, .data = command.data, .out = command.out});
  if (!report.ok()) {
    std::cerr << "kbgen: " << report.error().message << '\n';
    return kCouldNotRun;
  }
  PrintProblems(report->problems);
  if (report->has_errors()) {
    std::cerr << "kbgen: " << command.folder << " has problems; nothing was written\n";
    return kProblems;
  }
  if (command.out.empty()) {
    std::cout << command.folder << ": " << report->pages << " pages, no errors\n";
  } else {
    std::cout << command.out << ": " << report->pages << " pages, " << report->index_bytes << " bytes\n";
  }
  return 0;
}

int RunServe(const ServeOptions& command) {
  PreviewOptions options;
  options.build = OptionsOf(command.build);
  options.port = command.port;
  options.on_ready = [](const std::string& address) { std::cout << "kbgen: preview at " << address << " (Ctrl+C ends it)" << std::endl; };
  options.on_made = [](const Result<MadeSite>& made) {
    if (!made.ok()) {
      std::cerr << "kbgen: " << made.error().message << '\n';
    } else {
      PrintProblems(made->problems);
      std::cerr << "kbgen: " << (HasErrors(made->problems) ? "the data has problems; the browser shows them" : "site made") << '\n';
    }
  };
  const Status status = ServePreview(options);
  if (status.ok()) return 0;
  std::cerr << "kbgen: " << status.error().message << '\n';
  return kCouldNotRun;
}

}  // namespace errlookup
