#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "lookup/cli/terminal.h"

namespace errlookup {
namespace {

std::string Reason(int error) { return std::strerror(error); }

// Closes a descriptor at the end of a block.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

// Returns 0 or the error number.
int WriteAll(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(fd, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

// Calls take(buffer, count) for each piece until the end, an error (its number is returned) or take says no.
template <typename Take>
int ReadAll(int fd, const Take& take) {
  std::array<char, 64 * 1024> buffer;
  while (true) {
    const ssize_t count = read(fd, buffer.data(), buffer.size());
    if (count == 0) return 0;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (!take(buffer.data(), static_cast<std::size_t>(count))) return 0;
  }
}

// The exit code of the pager: 127 if the shell could not find it.
int RunPager(const char* command, std::string_view text) {
  std::array<int, 2> pipe_ends{};
  if (pipe(pipe_ends.data()) != 0) return 127;
  const pid_t child = fork();
  if (child < 0) {
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    return 127;
  }
  if (child == 0) {
    dup2(pipe_ends[0], STDIN_FILENO);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    // As git and man do: show colours, leave short texts on the screen.
    setenv("LESS", "FRX", /*overwrite=*/0);
    execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
    _exit(127);
  }
  close(pipe_ends[0]);
  WriteAll(pipe_ends[1], text);   // fails only if the reader has left the pager
  close(pipe_ends[1]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

}  // namespace

std::vector<std::string> PrepareProcess(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return argc > 1 ? std::vector<std::string>(argv + 1, argv + argc) : std::vector<std::string>();
}

std::optional<std::string> Environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

bool InputIsTerminal() { return isatty(STDIN_FILENO) == 1; }
bool OutputIsTerminal() { return isatty(STDOUT_FILENO) == 1; }
bool ErrorIsTerminal() { return isatty(STDERR_FILENO) == 1; }

std::optional<TerminalSize> OutputSize() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
  return TerminalSize{.columns = size.ws_col, .rows = size.ws_row};
}

Result<std::vector<std::byte>> ReadFile(const std::string& path) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) {
    return Fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo, path + ": cannot be opened: " + Reason(errno));
  }
  struct stat info {};
  if (fstat(file.get(), &info) == 0 && S_ISDIR(info.st_mode)) {
    return Fail(ErrorCode::kIo, path + ": is a folder; name the index file in it");
  }
  std::vector<std::byte> bytes;
  const int error = ReadAll(file.get(), [&](const char* data, std::size_t count) {
    const auto* begin = reinterpret_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), begin, begin + count);
    return true;
  });
  if (error != 0) return Fail(ErrorCode::kIo, path + ": cannot be read: " + Reason(error));
  return bytes;
}

// The shell has done that.
std::vector<std::string> MatchingFiles(const std::string& name) { return {name}; }

Result<std::string> ReadInput(std::size_t limit) {
  std::string text;
  const int error = ReadAll(STDIN_FILENO, [&](const char* data, std::size_t count) {
    text.append(data, count);
    return text.size() <= limit;
  });
  if (error != 0) return Fail(ErrorCode::kIo, "the standard input cannot be read: " + Reason(error));
  return text;
}

Status ReadInputBlocks(const std::function<bool(std::string_view)>& take) {
  const int error = ReadAll(STDIN_FILENO, [&](const char* data, std::size_t count) { return take({data, count}); });
  if (error != 0) return Fail(ErrorCode::kIo, "cannot be read: " + Reason(error));
  return Done();
}

Status WriteOutput(std::string_view text) {
  const int error = WriteAll(STDOUT_FILENO, text);
  if (error == 0 || error == EPIPE) return Done();
  return Fail(ErrorCode::kIo, "the answer cannot be written: " + Reason(error));
}

void WriteError(std::string_view text) { WriteAll(STDERR_FILENO, text); }

Status ShowInPager(std::string_view text) {
  // Ctrl-C belongs to the pager while it runs.
  const auto old_handler = std::signal(SIGINT, SIG_IGN);
  const std::optional<std::string> wanted = Environment("PAGER");
  const int exit_code = RunPager(wanted ? wanted->c_str() : "exec less -R", text);
  std::signal(SIGINT, old_handler);
  return exit_code == 127 ? WriteOutput(text) : Done();
}

}  // namespace errlookup
