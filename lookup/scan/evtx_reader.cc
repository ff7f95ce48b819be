#include "lookup/scan/evtx_reader.h"

#ifdef ERRLOOKUP_EVTX
#include <libevtx.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>
#endif

namespace errlookup {

bool IsEvtx(std::string_view start) { return start.starts_with(std::string_view("ElfFile\0", 8)); }

#ifndef ERRLOOKUP_EVTX

bool HasEvtxReader() { return false; }

Status ReadEvtx(const std::string&, const std::function<bool(const EvtxRecord&)>&) {
  return Fail(ErrorCode::kInvalidArgument, "is an event log in binary form, which this program was built not to read");
}

#else

namespace {

// What the reading process writes: a header before each event, and one without text as its last word.
struct Message {
  std::uint64_t id = 0;
  std::uint32_t size = 0;  // of the XML that follows
  std::uint32_t ending = 0;
};
enum Ending : std::uint32_t { kNone, kComplete, kDamaged, kCannotOpen };

// An event is at most a chunk of 64 KiB; its XML can be longer by far, but not without bounds.
constexpr std::size_t kMostXml = 16 << 20;
constexpr rlim_t kMostMemory = rlim_t{1} << 30;
// Longer than this libevtx takes for one event only if it has lost its way.
constexpr unsigned kMostSeconds = 30;

bool WriteAll(int pipe, const void* data, std::size_t size) {
  const char* at = static_cast<const char*>(data);
  while (size > 0) {
    const ssize_t count = write(pipe, at, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

// False at the end, or when the writer has gone.
bool ReadAll(int pipe, void* data, std::size_t size) {
  char* at = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t count = read(pipe, at, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

// libevtx indents; a line feed inside a text becomes a blank.
void PutOnOneLine(std::vector<std::uint8_t>& xml) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    if (xml[i] != '\n' && xml[i] != '\r') {
      xml[size++] = xml[i];
      continue;
    }
    std::size_t next = i + 1;
    while (next < xml.size() && xml[next] == ' ') ++next;
    if (next < xml.size() && xml[next] != '<') xml[size++] = ' ';
    else i = next - 1;
  }
  xml.resize(size);
  xml.push_back('\n');
}

void EndWith(int pipe, Ending ending) {
  const Message message{.id = 0, .size = 0, .ending = ending};
  WriteAll(pipe, &message, sizeof(message));
}

// The side of libevtx.
class Sender {
 public:
  explicit Sender(int pipe) : pipe_(pipe) {}

  void Run(const char* path) {
    libevtx_file_t* file = nullptr;
    alarm(kMostSeconds);
    if (libevtx_file_initialize(&file, nullptr) != 1 || libevtx_file_open(file, path, LIBEVTX_OPEN_READ, nullptr) != 1)
      return EndWith(pipe_, kCannotOpen);
    int count = 0;
    if (libevtx_file_get_number_of_records(file, &count, nullptr) != 1) is_damaged_ = true;
    for (int i = 0; i < count && is_read_; ++i) {
      libevtx_record_t* record = nullptr;
      if (libevtx_file_get_record_by_index(file, i, &record, nullptr) != 1) is_damaged_ = true;
      else Send(record);
    }
    if (libevtx_file_is_corrupted(file, nullptr) == 1) is_damaged_ = true;
    count = 0;
    libevtx_file_get_number_of_recovered_records(file, &count, nullptr);
    for (int i = 0; i < count && is_read_; ++i) {
      libevtx_record_t* record = nullptr;
      if (libevtx_file_get_recovered_record_by_index(file, i, &record, nullptr) == 1) Send(record);
    }
    EndWith(pipe_, is_damaged_ ? kDamaged : kComplete);
  }

 private:
  void Send(libevtx_record_t* record) {
    alarm(kMostSeconds);
    Message message;
    libevtx_record_get_identifier(record, &message.id, nullptr);
    std::size_t size = 0;
    const bool has_size = libevtx_record_get_utf8_xml_string_size(record, &size, nullptr) == 1 && size > 1 && size <= kMostXml;
    if (has_size) xml_.assign(size, 0);
    if (!has_size || libevtx_record_get_utf8_xml_string(record, xml_.data(), size, nullptr) != 1) {
      is_damaged_ = true;
    } else {
      xml_.resize(strnlen(reinterpret_cast<const char*>(xml_.data()), size));
      PutOnOneLine(xml_);
      message.size = static_cast<std::uint32_t>(xml_.size());
      alarm(0);  // the other side takes its time
      is_read_ = WriteAll(pipe_, &message, sizeof(message)) && WriteAll(pipe_, xml_.data(), xml_.size());
    }
    libevtx_record_free(&record, nullptr);
    alarm(kMostSeconds);
  }

  int pipe_;
  bool is_read_ = true;  // the other side still listens
  bool is_damaged_ = false;
  std::vector<std::uint8_t> xml_;
};

// Sanitizers reserve more than any bound.
#if defined(__has_feature)
#define ERRLOOKUP_HAS_SANITIZER (__has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer))
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ERRLOOKUP_HAS_SANITIZER 1
#else
#define ERRLOOKUP_HAS_SANITIZER 0
#endif

[[noreturn]] void RunSender(int pipe, const char* path) {
  const rlimit memory{kMostMemory, kMostMemory};
  if (!ERRLOOKUP_HAS_SANITIZER) setrlimit(RLIMIT_AS, &memory);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  signal(SIGALRM, SIG_DFL);
  Sender(pipe).Run(path);
  _exit(0);
}

Status StatusOf(Ending ending) {
  switch (ending) {
    case kComplete: return Done();
    case kCannotOpen: return Fail(ErrorCode::kIo, "begins like an event log but is none that can be read: damaged, or cut short");
    case kDamaged: return Fail(ErrorCode::kCorrupt, "is damaged; the events that could be read were scanned");
    case kNone: break;
  }
  return Fail(ErrorCode::kCorrupt, "is damaged so that libevtx gave up; the events before were scanned");
}

}  // namespace

bool HasEvtxReader() { return true; }

Status ReadEvtx(const std::string& path, const std::function<bool(const EvtxRecord&)>& take) {
  int ends[2];
  if (pipe(ends) != 0) return Fail(ErrorCode::kIo, "cannot be read: no pipe could be made");
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    RunSender(ends[1], path.c_str());
  }
  close(ends[1]);
  if (child < 0) {
    close(ends[0]);
    return Fail(ErrorCode::kIo, "cannot be read: no process could be started for libevtx");
  }

  std::string xml;
  Ending ending = kNone;
  bool is_wanted = true;
  Message message;
  while (is_wanted && ReadAll(ends[0], &message, sizeof(message))) {
    if (message.size == 0 || message.size > kMostXml + 1) {
      ending = static_cast<Ending>(message.ending);
      break;
    }
    xml.resize(message.size);
    if (!ReadAll(ends[0], xml.data(), xml.size())) break;
    is_wanted = take({.id = message.id, .xml = xml});
  }
  close(ends[0]);
  int state = 0;
  while (waitpid(child, &state, 0) < 0 && errno == EINTR) {
  }
  return is_wanted ? StatusOf(ending) : Done();
}

#endif

}  // namespace errlookup
