#include "generator/output/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace errlookup {
namespace {

Error SystemError(const std::string& what, const std::filesystem::path& path, int error) {
  return Fail(error == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo,
              path.string() + ": " + what + ": " + std::strerror(error));
}

// Closes on every way out; Close() reports what the system says.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { if (fd_ >= 0) ::close(fd_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  int Close() { return ::close(std::exchange(fd_, -1)); }

 private:
  int fd_;
};

}  // namespace

Status WriteWholeFile(const std::filesystem::path& path, const std::string& bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.get() < 0) return SystemError("cannot be created", path, errno);
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::write(file.get(), bytes.data() + done, bytes.size() - done);
    if (count >= 0) done += static_cast<std::size_t>(count);
    if (count < 0 && errno != EINTR) return SystemError("cannot be written", path, errno);
  }
  if (file.Close() != 0) return SystemError("cannot be written", path, errno);
  return Done();
}

Result<std::vector<std::string>> ListFiles(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const bool is_hidden = it->path().filename().string().starts_with('.');
    std::error_code type_error;
    if (is_hidden && it->is_directory(type_error)) it.disable_recursion_pending();
    if (!is_hidden && it->is_regular_file(type_error)) paths.push_back(it->path().lexically_relative(folder).generic_string());
  }
  if (error) return Fail(ErrorCode::kIo, folder.string() + ": cannot be listed: " + error.message());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace errlookup
