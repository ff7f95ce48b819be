#include "generator/output/preview.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "generator/check/check.h"
#include "generator/check/report.h"
#include "generator/record/files.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;

constexpr int kPollMs = 300;                   // how often files are looked at
constexpr int kRequestMs = 1000;               // for a browser to send its request
constexpr std::size_t kMaximumRequest = 16384; // bytes

constexpr std::string_view kReloadScript = R"js(
setInterval(async () => {
  const version = await (await fetch('/.kbgen/version')).text();
  if (window.kbgenVersion && window.kbgenVersion !== version) location.reload();
  window.kbgenVersion = version;
}, 1000);
)js";

std::string_view ContentType(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kTypes = {{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".json", "application/json"},
      {".xml", "application/xml"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "text/plain; charset=utf-8";
}

std::string Response(std::string_view status, std::string_view type, std::string_view body, std::string_view more = {}) {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + std::string(type) + "\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\nCache-Control: no-store\r\nConnection: close\r\n" + std::string(more) + "\r\n" +
         std::string(body);
}

std::string PlainResponse(std::string_view status, std::string_view text) {
  return Response(status, "text/plain; charset=utf-8", text);
}

// "%20" and the like. Nothing for a broken escape.
std::optional<std::string> DecodePercent(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded += text[i];
      continue;
    }
    if (i + 2 >= text.size() || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) return std::nullopt;
    decoded += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
    i += 2;
  }
  return decoded;
}

bool IsLocalHost(std::string_view request) {
  for (std::string_view rest = request; !rest.empty();) {
    const std::size_t end = std::min(rest.find("\r\n"), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 2, rest.size()));
    if (!line.starts_with("Host:") && !line.starts_with("host:")) continue;
    line.remove_prefix(5);
    while (line.starts_with(' ')) line.remove_prefix(1);
    const std::string_view host = line.substr(0, line.find(':'));
    return host == "localhost" || host == "127.0.0.1";
  }
  return false;
}

std::string AnswerPath(const PreviewState& state, std::string path) {
  if (path == ".kbgen/version") return PlainResponse("200 OK", std::to_string(state.version));
  if (path.empty() || path.ends_with('/')) path += "index.html";
  const bool is_page = path.ends_with(".html");
  if (is_page && !state.report.empty())
    return Response("500 The data has errors", "text/plain; charset=utf-8", state.report, "Refresh: 1\r\n");
  if (const auto found = state.files.find(path); found != state.files.end()) {
    if (path == "assets/page.js") return Response("200 OK", ContentType(path), found->second + std::string(kReloadScript));
    return Response("200 OK", ContentType(path), found->second);
  }
  const auto not_found = state.files.find("404.html");
  if (is_page && not_found != state.files.end()) return Response("404 Not Found", ContentType("404.html"), not_found->second);
  return PlainResponse("404 Not Found", "There is no such file.\n");
}

// When any of these changes, the site is made anew.
using Snapshot = std::vector<std::tuple<std::string, fs::file_time_type, std::uintmax_t>>;

Snapshot TakeSnapshot(const BuildOptions& options) {
  Snapshot snapshot;
  for (const fs::path& folder : {options.data, options.templates, options.static_files}) {
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      std::error_code file_error;
      if (it->is_regular_file(file_error)) snapshot.emplace_back(it->path().string(), it->last_write_time(file_error), it->file_size(file_error));
    }
  }
  std::ranges::sort(snapshot);
  return snapshot;
}

class Socket {
 public:
  explicit Socket(int fd) : fd_(fd) {}
  ~Socket() { if (fd_ >= 0) ::close(fd_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  int get() const { return fd_; }

  bool WaitForInput(int milliseconds) const {
    pollfd poll{.fd = fd_, .events = POLLIN, .revents = 0};
    return ::poll(&poll, 1, milliseconds) > 0;
  }

 private:
  int fd_;
};

Error SocketError(const std::string& what, int port) {
  return Fail(ErrorCode::kIo, what + " port " + std::to_string(port) + ": " + std::strerror(errno) + "; try another --port");
}

// Only this computer can connect.
Status Listen(const Socket& socket, int port) {
  const int yes = 1;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return SocketError("cannot use", port);
  if (::listen(socket.get(), 16) != 0) return SocketError("cannot listen on", port);
  return Done();
}

std::string ReadRequest(const Socket& connection) {
  std::string request;
  std::array<char, 4096> buffer;
  while (request.size() < kMaximumRequest && request.find("\r\n\r\n") == std::string::npos) {
    if (!connection.WaitForInput(kRequestMs)) break;
    const ssize_t count = ::recv(connection.get(), buffer.data(), buffer.size(), 0);
    if (count <= 0) break;
    request.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return request;
}

void SendAll(const Socket& connection, std::string_view response) {
  while (!response.empty()) {
    const ssize_t count = ::send(connection.get(), response.data(), response.size(), MSG_NOSIGNAL);
    if (count <= 0) return;  // the browser went away
    response.remove_prefix(static_cast<std::size_t>(count));
  }
}

std::optional<std::string> ReadSource(const std::string& file) {
  Result<std::string> content = ReadFile(file);
  if (!content.ok()) return std::nullopt;
  return std::move(content).value();
}

// The last good site stays behind the report.
void Remake(const PreviewOptions& options, PreviewState& state) {
  BuildOptions build = options.build;
  build.makes_site = true;
  build.index_out.clear();
  if (!build.base_url) build.base_url = "";  // addresses of the published site make no sense here
  Result<MadeSite> made = MakeSite(build);
  ++state.version;
  state.report.clear();
  if (!made.ok()) {
    state.report = made.error().message + "\n";
  } else if (HasErrors(made->problems)) {
    state.report = TextReport(made->problems, ReadSource);
  } else {
    state.files.clear();
    for (OutputFile& file : made->files) state.files.emplace(std::move(file.path), std::move(file.bytes));
  }
  if (options.on_made) options.on_made(made);
}

}  // namespace

std::string PreviewResponse(const PreviewState& state, std::string_view request) {
  const std::size_t method_end = request.find(' ');
  const std::size_t target_end = method_end == std::string_view::npos ? method_end : request.find(' ', method_end + 1);
  if (target_end == std::string_view::npos) return PlainResponse("400 Bad Request", "This is no HTTP request.\n");
  const std::string_view method = request.substr(0, method_end);
  std::string_view target = request.substr(method_end + 1, target_end - method_end - 1);
  if (method != "GET" && method != "HEAD") return PlainResponse("405 Method Not Allowed", "Only GET and HEAD.\n");
  if (!IsLocalHost(request)) return PlainResponse("403 Forbidden", "This preview is for this computer only.\n");
  target = target.substr(0, target.find_first_of("?#"));
  const std::optional<std::string> path = DecodePercent(target);
  if (!path || !path->starts_with('/')) return PlainResponse("400 Bad Request", "The address is broken.\n");
  std::string response = AnswerPath(state, path->substr(1));
  if (method == "HEAD") response.resize(response.find("\r\n\r\n") + 4);
  return response;
}

Status ServePreview(const PreviewOptions& options) {
  const Socket server(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (server.get() < 0) return SocketError("cannot open a socket for", options.port);
  if (Status status = Listen(server, options.port); !status.ok()) return status;
  PreviewState state;
  Snapshot snapshot = TakeSnapshot(options.build);
  Remake(options, state);
  if (options.on_ready) options.on_ready("http://localhost:" + std::to_string(options.port) + "/");
  while (options.goes_on()) {
    if (server.WaitForInput(kPollMs)) {
      const Socket connection(::accept4(server.get(), nullptr, nullptr, SOCK_CLOEXEC));
      if (connection.get() >= 0) SendAll(connection, PreviewResponse(state, ReadRequest(connection)));
      continue;
    }
    if (Snapshot now = TakeSnapshot(options.build); now != snapshot) {
      snapshot = std::move(now);
      Remake(options, state);
    }
  }
  return Done();
}

}  // namespace errlookup
