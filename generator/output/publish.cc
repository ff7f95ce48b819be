#include "generator/output/publish.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "generator/output/files.h"
#include "generator/record/files.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarkerText = "This folder is a site made by kbgen build. The next build replaces it as a whole.\n";

Error IoError(const fs::path& path, std::string_view what, const std::error_code& error) {
  return Fail(ErrorCode::kIo, path.string() + ": " + std::string(what) + ": " + error.message());
}
Error IoError(const fs::path& path, std::string_view what, int error) {
  return IoError(path, what, std::error_code(error, std::generic_category()));
}

// Where the new site is made: beside the target, so that a rename is enough to put it there.
fs::path WorkPrefix(const fs::path& target) { return target.parent_path() / ("." + target.filename().string() + ".kbgen-"); }

// A folder that this process holds a lock on while it lives; the system drops the lock when the process ends, however
// it ends. So a work folder that can be locked is one that a killed run left behind.
class FolderLock {
 public:
  static FolderLock TryLock(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) == 0) return FolderLock(fd);
    if (fd >= 0) ::close(fd);
    return FolderLock(-1);
  }
  FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock() { if (fd_ >= 0) ::close(fd_); }
  bool is_held() const { return fd_ >= 0; }

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_;
};

// The new site while it is being made. Removed with everything in it unless it took the target's place.
class WorkFolder {
 public:
  static Result<WorkFolder> Create(const fs::path& path) {
    std::error_code error;
    if (!fs::create_directory(path, error)) return IoError(path, "cannot be created", error);
    return WorkFolder(path, FolderLock::TryLock(path));
  }
  WorkFolder(WorkFolder&& other) noexcept : path_(std::exchange(other.path_, {})), lock_(std::move(other.lock_)) {}
  WorkFolder& operator=(WorkFolder&&) = delete;
  ~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  WorkFolder(fs::path path, FolderLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}
  fs::path path_;
  FolderLock lock_;
};

bool IsOurs(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / kSiteMarker, error);
}

// Removes what killed runs left behind. If one was killed between the two renames of the fallback, the old site is
// still there under another name, and comes back.
void CleanUp(const fs::path& target) {
  std::error_code error;
  const std::string prefix = WorkPrefix(target).filename().string();
  for (const auto& entry : fs::directory_iterator(target.parent_path(), error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    if (!FolderLock::TryLock(entry.path()).is_held()) continue;
    std::error_code ignored;
    if (name.ends_with("-old") && !fs::exists(target, ignored)) {
      fs::rename(entry.path(), target, ignored);
    } else {
      fs::remove_all(entry.path(), ignored);
    }
  }
}

bool HasBytes(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  if (fs::file_size(path, error) != bytes.size() || error) return false;
  const Result<std::string> old = ReadFile(path, kMaximumSiteFileBytes);
  return old.ok() && *old == bytes;
}

Status WriteFiles(const fs::path& work, const fs::path& old, const std::vector<OutputFile>& files, PublishReport& report) {
  std::set<fs::path> made;
  for (const OutputFile& file : files) {
    const fs::path path = work / file.path;
    std::error_code error;
    if (made.insert(path.parent_path()).second) fs::create_directories(path.parent_path(), error);
    if (error) return IoError(path.parent_path(), "cannot be created", error);
    if (HasBytes(old / file.path, file.bytes)) {
      ++report.unchanged;
      fs::create_hard_link(old / file.path, path, error);
      if (!error) continue;  // else the file system has no links: write it
    } else {
      ++report.written;
    }
    if (Status status = WriteWholeFile(path, file.bytes); !status.ok()) return status;
  }
  return Done();
}

// Both exist: each takes the other's name.
int Exchange(const fs::path& one, const fs::path& other) {
#ifdef RENAME_EXCHANGE
  return ::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
#else
  (void)one, (void)other;
  return ENOSYS;
#endif
}

// Afterwards "work" holds the old site, if there was one.
Status PutInPlace(const fs::path& work, const fs::path& target) {
  std::error_code error;
  if (!fs::exists(target, error)) {
    fs::rename(work, target, error);
    return error ? Status(IoError(target, "cannot be put in place", error)) : Done();
  }
  const int failure = Exchange(work, target);
  if (failure == 0) return Done();
  if (failure != ENOSYS && failure != EINVAL) return IoError(target, "cannot be replaced", failure);
  const fs::path aside = work.string() + "-old";
  fs::rename(target, aside, error);
  if (error) return IoError(target, "cannot be moved aside", error);
  fs::rename(work, target, error);
  if (error) {
    std::error_code ignored;
    fs::rename(aside, target, ignored);
    return IoError(target, "cannot be put in place", error);
  }
  fs::rename(aside, work, error);
  return Done();
}

// Files of the old site without a successor.
std::size_t CountRemoved(const fs::path& old, const std::vector<OutputFile>& files) {
  const Result<std::vector<std::string>> before = ListFiles(old);
  if (!before.ok()) return 0;
  std::set<std::string_view> now;
  for (const OutputFile& file : files) now.insert(file.path);
  std::size_t removed = 0;
  for (const std::string& path : *before) removed += now.contains(path) ? 0 : 1;
  return removed;
}

// The target behind symbolic links, absolute, without a trailing slash: its folder is where the work goes on.
fs::path RealTarget(const fs::path& target) {
  std::error_code error;
  const fs::path absolute = fs::absolute(target, error);  // weakly_canonical leaves what does not exist relative
  fs::path real = fs::weakly_canonical(absolute, error);
  if (error) real = absolute.lexically_normal();
  return real.has_filename() ? real : real.parent_path();
}

}  // namespace

Status CheckTarget(const fs::path& given) {
  const fs::path target = RealTarget(given);
  std::error_code error;
  const fs::file_status status = fs::status(target, error);
  if (status.type() == fs::file_type::not_found) return Done();
  if (!fs::is_directory(status))
    return Fail(ErrorCode::kInvalidArgument, given.string() + ": is not a folder; give --out another name");
  if (fs::is_empty(target, error) || IsOurs(target)) return Done();
  return Fail(ErrorCode::kInvalidArgument, given.string() + ": holds files that kbgen did not make (no " + kSiteMarker +
                                               "); give --out a new or empty folder");
}

Result<PublishReport> PublishSite(const fs::path& given, const std::vector<OutputFile>& files) {
  const fs::path target = RealTarget(given);
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) return IoError(target.parent_path(), "cannot be created", error);
  CleanUp(target);
  if (Status status = CheckTarget(target); !status.ok()) return status.error();

  Result<WorkFolder> work = WorkFolder::Create(WorkPrefix(target).string() + std::to_string(::getpid()));
  if (!work.ok()) return work.error();
  PublishReport report;
  if (Status status = WriteFiles(work->path(), target, files, report); !status.ok()) return status.error();
  if (Status status = WriteWholeFile(work->path() / kSiteMarker, std::string(kMarkerText)); !status.ok()) return status.error();
  report.removed = CountRemoved(target, files);
  if (report.written == 0 && report.removed == 0) return report;
  if (Status status = PutInPlace(work->path(), target); !status.ok()) return status.error();
  return report;
}

}  // namespace errlookup
