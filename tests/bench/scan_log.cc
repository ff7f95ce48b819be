// How fast, and how rightly, a scan reads a log of a busy server.
//
//   scan_log INDEX FILE [MIB]     makes FILE (256 MiB) if it is not there, scans it, prints speed and errors
//
// In the same rounds it reads the file without looking at it, and runs cat, ripgrep and grep where they are installed
// (with one expression for what the scan finds, without the look at the context), so that figures of a busy machine
// can be compared with each other: "x reading" is the speed as a share of reading alone, each at its best of five.
//
// The log is the same on every machine. One line in 200 names an error, in one of six spellings; the others are
// event log, firewall, servicing and web server lines full of other numbers. What was planted is known, so the
// findings can be counted as right, missed and false. Put the file on a disk that the page cache covers; it is
// read once before it is measured.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "lookup/scan/parallel_scan.h"
#include "lookup/scan/scanner.h"

namespace errlookup {
namespace {

// xorshift64: small, and the same everywhere.
class Random {
 public:
  std::uint32_t operator()() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::uint32_t>(state_ >> 16);
  }
  std::uint32_t Below(std::uint32_t n) { return static_cast<std::uint32_t>(std::uint64_t{(*this)()} * n >> 32); }

 private:
  std::uint64_t state_ = 0x13023;
};

constexpr const char* kHosts[] = {"EDGE01", "EDGE02", "DC-A-01", "LT-4471", "RRAS-W", "HV-0012", "SQL-A7", "WS2025-3"};
constexpr const char* kSources[] = {"Microsoft-Windows-Security-Auditing", "RasClient", "Service Control Manager", "Schannel",
                                    "IKEEXT", "DNS Client Events", "NETLOGON", "Microsoft-Windows-GroupPolicy"};
constexpr const char* kTexts[] = {
    "The settings of the computer were applied.", "An account was logged on.", "The service entered the running state.",
    "Name resolution for the name wpad timed out after none of the servers responded.",
    "A connection was permitted by the filtering platform.", "A network share was checked for access."};

__attribute__((format(printf, 2, 3))) void Append(std::string& line, const char* format, ...) {
  char buffer[1024];
  va_list arguments;
  va_start(arguments, format);
  const int size = std::vsnprintf(buffer, sizeof(buffer), format, arguments);
  va_end(arguments);
  line.append(buffer, static_cast<std::size_t>(std::clamp(size, 0, 1023)));
}

class LogMaker {
 public:
  explicit LogMaker(const IndexReader& index) {
    for (PageId page = 0; page < index.page_count(); ++page)
      for (const EntryId id : index.page(page).codes) {
        const Entry entry = index.entry(id);
        if (entry.space == Space::kWin32 && !entry.is_range_marker) codes_.push_back({entry.value, index.symbol(id)});
      }
  }

  // The next line; "planted" tells whether it names an error.
  std::string Line(bool& planted) {
    std::string line;
    const std::uint32_t kind = random_.Below(1000);
    planted = kind < 5;
    if (planted) ErrorLine(line);
    else if (kind < 300) EventLine(line);
    else if (kind < 600) FirewallLine(line);
    else if (kind < 800) ServicingLine(line);
    else WebLine(line);
    return line + '\n';
  }

 private:
  struct Code {
    std::uint32_t value;
    std::string symbol;
  };

  const char* Host() { return kHosts[random_.Below(std::size(kHosts))]; }

  void Time(std::string& line, char separator, char fraction) {
    ms_ += random_.Below(7);
    const std::uint64_t s = ms_ / 1000;
    Append(line, "2026-%02d-%02d%c%02d:%02d:%02d%c%03d", static_cast<int>(s / 86400 / 28 % 12) + 1,
           static_cast<int>(s / 86400 % 28) + 1, separator, static_cast<int>(s / 3600 % 24), static_cast<int>(s / 60 % 60),
           static_cast<int>(s % 60), fraction, static_cast<int>(ms_ % 1000));
  }

  std::string Spell(const Code& code) {
    const std::uint32_t hresult = HresultFromWin32(code.value);
    std::string text;
    switch (random_.Below(6)) {
      case 0: Append(text, "%u", code.value); break;
      case 1: Append(text, "0x%08X", hresult); break;
      case 2: Append(text, "0x%08x", hresult); break;
      case 3: Append(text, "%d", static_cast<std::int32_t>(hresult)); break;
      case 4: text = code.symbol; break;
      default: Append(text, "0x%x", code.value);
    }
    return text;
  }

  void ErrorLine(std::string& line) {
    const std::string code = Spell(codes_[random_.Below(static_cast<std::uint32_t>(codes_.size()))]);
    Time(line, 'T', '.');
    switch (random_.Below(4)) {
      case 0:
        Append(line, "Z %s RasClient[20227]: The user EXAMPLE\\u%05u dialed a connection named Branch which has failed. "
               "The error code returned on failure is %s.", Host(), random_.Below(90000), code.c_str());
        break;
      case 1:
        Append(line, "Z %s Security[4653]: An IPsec main mode negotiation failed. Local Network Address: 10.%u.%u.%u "
               "Keying Module Port: 500 Failure Reason: %s State: Sent third payload",
               Host(), random_.Below(256), random_.Below(256), random_.Below(256), code.c_str());
        break;
      case 2:
        Append(line, "Z %s IKEEXT[%u]: mmSa %08x%08x negotiation ended, status=%s, peer 203.0.113.%u:4500", Host(),
               random_.Below(20000), random_(), random_(), code.c_str(), random_.Below(256));
        break;
      default:
        Append(line, ", Error    NET    ike: failed (%s) for profile Branch, retry %u in %u ms", code.c_str(),
               random_.Below(9), random_.Below(60000));
    }
  }

  void EventLine(std::string& line) {
    Time(line, 'T', '.');
    Append(line, "Z %s %s[%u]: %s Subject: S-1-5-21-%u-%u-%u-%u Logon ID: 0x%X Process ID: 0x%x Port: %u", Host(),
           kSources[random_.Below(std::size(kSources))], 1000 + random_.Below(9000), kTexts[random_.Below(std::size(kTexts))],
           random_(), random_(), random_(), 1000 + random_.Below(9000), random_() & 0xFFFFFF, random_.Below(20000) & ~3u,
           random_.Below(65536));
  }

  void FirewallLine(std::string& line) {
    Time(line, ' ', '.');
    Append(line, " %s %s 10.%u.%u.%u 203.0.113.%u %u %u %u - - - - - - - %s", (random_() & 3) != 0 ? "ALLOW" : "DROP",
           (random_() & 1) != 0 ? "UDP" : "TCP", random_.Below(256), random_.Below(256), random_.Below(256),
           random_.Below(256), 1024 + random_.Below(64000), (random_() & 1) != 0 ? 443u : random_.Below(65536),
           40 + random_.Below(1460), (random_() & 1) != 0 ? "SEND" : "RECEIVE");
  }

  void ServicingLine(std::string& line) {
    Time(line, ' ', ',');
    Append(line, " Info                  CBS    Exec: %u package Package_%u_for_KB50%05u~31bf3856ad364e35~amd64~~26100.%u.1.%u, "
           "update %u-%u_neutral, session %u_%u, HRESULT = 0x%08x", random_.Below(400), random_.Below(9000),
           random_.Below(99999), random_.Below(5000), random_.Below(30), random_.Below(99999), random_.Below(99),
           31100000 + random_.Below(99999), random_(), (random_() & 7) != 0 ? 0u : 0x800F0000u | random_.Below(0x1000));
  }

  void WebLine(std::string& line) {
    Time(line, ' ', '.');
    Append(line, " W3SVC1 %s GET /api/v2/devices/%u/status id=%u&ts=%llu %u - 192.0.2.%u Mozilla/5.0+(Windows+NT+10.0;+Win64;+x64) "
           "%u 0 %u %u", Host(), random_(), random_.Below(99999), static_cast<unsigned long long>(ms_),
           (random_() & 1) != 0 ? 443u : 8443u, random_.Below(256), (random_() & 15) != 0 ? 200u : 404u,
           (random_() & 31) != 0 ? 0u : 64u, random_.Below(30000));
  }

  Random random_;
  std::vector<Code> codes_;
  std::uint64_t ms_ = 1772000000000;
};

// Line numbers with an error. Makes the file unless it is there in this size; the lines are made in any case.
std::set<std::uint64_t> MakeLog(const IndexReader& index, const std::string& path, std::uint64_t size) {
  struct stat info {};
  const bool is_there = stat(path.c_str(), &info) == 0 && static_cast<std::uint64_t>(info.st_size) >= size;
  std::ofstream file;
  if (!is_there) file.open(path, std::ios::binary);
  std::set<std::uint64_t> planted_lines;
  LogMaker maker(index);
  std::uint64_t written = 0;
  for (std::uint64_t number = 1; written < size; ++number) {
    bool planted = false;
    const std::string line = maker.Line(planted);
    if (planted) planted_lines.insert(number);
    if (!is_there) file << line;
    written += line.size();
  }
  return planted_lines;
}

class FileReader : public PieceReader {
 public:
  explicit FileReader(const char* path) : fd_(open(path, O_RDONLY)) {}
  ~FileReader() override { close(fd_); }
  Result<std::size_t> ReadAt(std::uint64_t offset, char* out, std::size_t size) override {
    std::size_t done = 0;
    while (done < size) {
      const ssize_t count = pread(fd_, out + done, size - done, static_cast<off_t>(offset + done));
      if (count <= 0) break;
      done += static_cast<std::size_t>(count);
    }
    return done;
  }

 private:
  int fd_;
};

const char* NameOf(Prefilter::Instructions instructions) {
  switch (instructions) {
    case Prefilter::Instructions::kPortable: return "portable";
    case Prefilter::Instructions::kAvx2: return "AVX2";
    case Prefilter::Instructions::kAvx512: return "AVX-512";
  }
  return "?";
}

// What is measured, and the lines it found, if it tells.
struct Contender {
  std::string name;
  std::function<bool(std::set<std::uint64_t>&)> run;  // false if it cannot
  bool finds_lines = false;
  double best_seconds = 1e9;
  double best_cpu = 1e9;  // of all threads
  std::set<std::uint64_t> found = {};
  bool can_run = true;
};

double CpuSeconds() {
  double seconds = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const timeval time : {usage.ru_utime, usage.ru_stime}) seconds += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  }
  return seconds;
}

void Measure(Contender& contender) {
  if (!contender.can_run) return;
  contender.found.clear();
  const double cpu = CpuSeconds();
  const auto start = std::chrono::steady_clock::now();
  contender.can_run = contender.run(contender.found);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  contender.best_seconds = std::min(contender.best_seconds, seconds.count());
  contender.best_cpu = std::min(contender.best_cpu, CpuSeconds() - cpu);
}

// Runs a program with its output thrown away. Not into /dev/null where it is short: grep notices and stops early.
bool RunProgram(std::vector<const char*> arguments, bool has_short_output) {
  arguments.push_back(nullptr);
  std::FILE* const scratch = std::tmpfile();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(has_short_output && scratch != nullptr ? fileno(scratch) : nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execvp(arguments[0], const_cast<char* const*>(arguments.data()));
    _exit(127);
  }
  if (scratch != nullptr) std::fclose(scratch);
  int state = 0;
  return child > 0 && waitpid(child, &state, 0) == child && WIFEXITED(state) && WEXITSTATUS(state) < 2;
}

// The decimal, hexadecimal, signed and spelt codes of the log, without a look at what stands around them.
constexpr const char* kExpression =
    "\\b(13[089][0-9][0-9]|0x(8007)?3[2-6][0-9a-fA-F][0-9a-fA-F]|ERROR_IPSEC_[A-Z_]+|WSA_IPSEC_[A-Z_]+)\\b|-21470[0-9]+\\b";

std::vector<Contender> MakeContenders(const char* log_path, std::uint64_t size, const CodeSet& codes) {
  std::vector<Contender> contenders;
  const auto make_reader = [=]() -> Result<std::unique_ptr<PieceReader>> { return std::unique_ptr<PieceReader>(new FileReader(log_path)); };
  contenders.push_back({.name = "reading alone", .run = [=](std::set<std::uint64_t>&) {
    FileReader reader(log_path);
    std::vector<char> buffer(ParallelOptions().chunk_size);
    for (std::uint64_t at = 0; at < size; at += buffer.size())
      if (!reader.ReadAt(at, buffer.data(), buffer.size()).ok()) return false;
    return true;
  }});
  contenders.push_back({.name = "cat", .run = [=](std::set<std::uint64_t>&) { return RunProgram({"cat", log_path}, false); }});
  for (const auto instructions : {Prefilter::Instructions::kPortable, Prefilter::Instructions::kAvx2, Prefilter::Instructions::kAvx512}) {
    if (!Prefilter::IsAvailable(instructions)) continue;
    const auto scanner = std::make_shared<ChunkScanner>(codes, instructions);
    for (const int threads : {1, 2}) {
      const std::string name = std::string(NameOf(instructions)) + (threads == 1 ? ", 1 thread" : ", 2 threads");
      contenders.push_back({.name = name, .run = [=](std::set<std::uint64_t>& found) {
        const auto sink = [&](const Finding& finding) { found.insert(found.end(), finding.line); };
        return ScanInParallel(*scanner, size, make_reader, sink, {.thread_count = threads}).ok();
      }, .finds_lines = true});
    }
    contenders.push_back({.name = std::string(NameOf(instructions)) + ", in blocks as from a pipe", .run = [=](std::set<std::uint64_t>& found) {
      Scanner scan(*scanner, [&](const Finding& finding) { found.insert(found.end(), finding.line); });
      FileReader reader(log_path);
      std::vector<char> block(256 * 1024);
      for (std::uint64_t at = 0; at < size; at += block.size())
        scan.Feed({block.data(), *reader.ReadAt(at, block.data(), block.size())});
      scan.Finish();
      return true;
    }, .finds_lines = true});
  }
  contenders.push_back({.name = "rg -c, one expression", .run = [=](std::set<std::uint64_t>&) { return RunProgram({"rg", "-c", kExpression, log_path}, true); }});
  contenders.push_back({.name = "grep -c -E, the same", .run = [=](std::set<std::uint64_t>&) { return RunProgram({"grep", "-c", "-E", kExpression, log_path}, true); }});
  return contenders;
}

int Run(const char* index_path, const char* log_path, std::uint64_t size) {
  std::ifstream index_file(index_path, std::ios::binary);
  const std::vector<char> bytes((std::istreambuf_iterator<char>(index_file)), {});
  const Result<IndexReader> index = IndexReader::Open(std::as_bytes(std::span(bytes)));
  if (!index.ok()) {
    std::fprintf(stderr, "%s: %s\n", index_path, index.error().message.c_str());
    return 2;
  }
  const std::set<std::uint64_t> planted = MakeLog(*index, log_path, size);
  struct stat info {};
  stat(log_path, &info);
  const auto file_size = static_cast<std::uint64_t>(info.st_size);
  const CodeSet codes(*index);

  std::vector<Contender> contenders = MakeContenders(log_path, file_size, codes);
  for (int round = 0; round < 5; ++round)
    for (Contender& contender : contenders) Measure(contender);

  const double reading = contenders.front().best_seconds;
  std::printf("%zu lines of %.0f MiB name an error\n", planted.size(), static_cast<double>(file_size) / (1 << 20));
  std::printf("%-34s %6s %10s %10s %7s %7s %7s\n", "", "GB/s", "x reading", "CPU GB/s", "right", "missed", "false");
  for (const Contender& contender : contenders) {
    if (!contender.can_run) continue;
    const double gigabytes = static_cast<double>(file_size) / 1e9;
    std::printf("%-34s %6.2f %10.2f %10.2f", contender.name.c_str(), gigabytes / contender.best_seconds, reading / contender.best_seconds, gigabytes / contender.best_cpu);
    if (contender.finds_lines) {
      std::size_t right = 0;
      for (const std::uint64_t line : contender.found) right += planted.count(line);
      std::printf(" %7zu %7zu %7zu", right, planted.size() - right, contender.found.size() - right);
    }
    std::printf("\n");
  }
  return 0;
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: scan_log INDEX FILE [MIB]\n");
    return 2;
  }
  const std::uint64_t mib = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 256;
  return errlookup::Run(argv[1], argv[2], mib << 20);
}
