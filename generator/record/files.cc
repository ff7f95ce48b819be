#include "generator/record/files.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace errlookup {
namespace {

namespace fs = std::filesystem;

Error IoError(std::string_view attempt, const fs::path& path, int error_number) {
  const ErrorCode code = error_number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
  return Fail(code, path.generic_string() + ": could not " + std::string(attempt) + ": " +
                        std::generic_category().message(error_number));
}

// Closes and removes the temporary file unless Keep() was called.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& beside) : path_(beside.string() + ".XXXXXX") {
    descriptor_ = ::mkstemp(path_.data());
  }
  ~TemporaryFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    if (!kept_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  int descriptor() const { return descriptor_; }
  const std::string& path() const { return path_; }
  void Keep() { kept_ = true; }

 private:
  std::string path_;
  int descriptor_ = -1;
  bool kept_ = false;
};

bool WriteAll(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> ReadFile(const fs::path& path, std::size_t maximum_bytes) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return IoError("read it", path, ENOENT);
  if (fs::is_directory(status)) return IoError("read it", path, EISDIR);
  if (!fs::is_regular_file(status)) return Fail(ErrorCode::kIo, path.generic_string() + ": not a regular file");
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return IoError("read it", path, errno);
  // Piece by piece: the limit may be far above what the file holds.
  std::string content;
  std::array<char, 65536> piece;
  std::size_t count = piece.size();
  while (count == piece.size() && content.size() <= maximum_bytes) {
    count = std::fread(piece.data(), 1, piece.size(), file);
    content.append(piece.data(), count);
  }
  const int read_error = std::ferror(file) != 0 ? errno : 0;
  std::fclose(file);
  if (read_error != 0) return IoError("read it", path, read_error);
  if (content.size() > maximum_bytes)
    return Fail(ErrorCode::kLimit,
                path.generic_string() + ": larger than the limit of " + std::to_string(maximum_bytes / 1024) + " KiB");
  return content;
}

Status WriteFileAtomically(const fs::path& path, std::string_view content) {
  std::error_code error;
  // A link is written through, not replaced.
  const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
  TemporaryFile temporary(target);
  if (temporary.descriptor() < 0) return IoError("write beside it", target, errno);
  if (!WriteAll(temporary.descriptor(), content) || ::fsync(temporary.descriptor()) != 0)
    return IoError("write it", target, errno);
  // mkstemp makes the file private; the usual permissions are those of the old file, or what umask allows.
  const fs::file_status old = fs::status(target, error);
  const fs::perms usual =
      fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read;
  fs::permissions(temporary.path(), fs::exists(old) ? old.permissions() : usual, error);
  if (std::rename(temporary.path().c_str(), target.c_str()) != 0) return IoError("replace it", target, errno);
  temporary.Keep();
  return Done();
}

}  // namespace errlookup
