// Windows gives arguments and file names in UTF-16. So does its console, in both directions: that way its code page,
// which stays as it is set when a program ends, is left alone. Files and pipes hold UTF-8. There is no pager worth
// using: more.com knows neither UTF-8 nor escape sequences.
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "lookup/cli/terminal.h"
#include "lookup/cli/windows_arguments.h"

namespace errlookup {
namespace {

std::string ToUtf8(const wchar_t* wide) {
  const int size = WideCharToMultiByte(CP_UTF8, 0, wide, -1, nullptr, 0, nullptr, nullptr);
  if (size <= 1) return {};
  std::string text(static_cast<std::size_t>(size), '\0');
  WideCharToMultiByte(CP_UTF8, 0, wide, -1, text.data(), size, nullptr, nullptr);
  text.pop_back();
  return text;
}

std::wstring ToUtf16(const std::string& text) {
  const int size = MultiByteToWideChar(CP_UTF8, 0, text.c_str(), -1, nullptr, 0);
  if (size <= 1) return {};
  std::wstring wide(static_cast<std::size_t>(size), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, text.c_str(), -1, wide.data(), size);
  wide.pop_back();
  return wide;
}

// What Windows says of an error, in the language of the user, without its final line break.
std::string Reason(DWORD error) {
  wchar_t* text = nullptr;
  FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr,
                 error, 0, reinterpret_cast<wchar_t*>(&text), 0, nullptr);
  std::string reason = text != nullptr ? ToUtf8(text) : "Windows error " + std::to_string(error);
  LocalFree(text);
  while (!reason.empty() && (reason.back() == '\n' || reason.back() == '\r' || reason.back() == '.')) reason.pop_back();
  return reason;
}

bool IsConsole(DWORD which) {
  DWORD mode = 0;
  return GetConsoleMode(GetStdHandle(which), &mode) != 0;
}

constexpr std::size_t kPiece = 16 * 1024;

// "text" up to kPiece bytes, cut between two characters.
std::string_view FirstPiece(std::string_view text) {
  if (text.size() <= kPiece) return text;
  std::size_t end = kPiece;
  while (end > kPiece - 4 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// All three return 0 or the error number.

DWORD WriteToConsole(HANDLE console, std::string_view text) {
  while (!text.empty()) {
    const std::string_view piece = FirstPiece(text);
    text.remove_prefix(piece.size());
    const std::wstring wide = ToUtf16(std::string(piece));
    for (std::size_t done = 0; done < wide.size();) {
      DWORD written = 0;
      if (!WriteConsoleW(console, wide.data() + done, static_cast<DWORD>(wide.size() - done), &written, nullptr)) return GetLastError();
      done += written;
    }
  }
  return 0;
}

DWORD WriteAll(HANDLE file, std::string_view text) {
  if (DWORD mode = 0; GetConsoleMode(file, &mode)) return WriteToConsole(file, text);
  while (!text.empty()) {
    DWORD written = 0;
    if (!WriteFile(file, text.data(), static_cast<DWORD>(FirstPiece(text).size()), &written, nullptr)) return GetLastError();
    text.remove_prefix(written);
  }
  return 0;
}

// Line by line until one begins with Ctrl+Z.
template <typename Take>
DWORD ReadFromConsole(HANDLE console, const Take& take) {
  std::array<wchar_t, 4096> buffer;
  while (true) {
    DWORD count = 0;
    if (!ReadConsoleW(console, buffer.data(), static_cast<DWORD>(buffer.size() - 1), &count, nullptr)) return GetLastError();
    if (count == 0 || buffer[0] == L'\x1A') return 0;
    buffer[count] = L'\0';
    const std::string text = ToUtf8(buffer.data());
    if (!take(text.data(), text.size())) return 0;
  }
}

template <typename Take>
DWORD ReadAll(HANDLE file, const Take& take) {
  if (DWORD mode = 0; GetConsoleMode(file, &mode)) return ReadFromConsole(file, take);
  std::array<char, 64 * 1024> buffer;
  while (true) {
    DWORD count = 0;
    if (!::ReadFile(file, buffer.data(), static_cast<DWORD>(buffer.size()), &count, nullptr)) {
      const DWORD error = GetLastError();
      return error == ERROR_BROKEN_PIPE ? 0 : error;   // how the end of a pipe shows itself
    }
    if (count == 0 || !take(buffer.data(), count)) return 0;
  }
}

}  // namespace

std::vector<std::string> PrepareProcess(int, char**) {
  DWORD mode = 0;
  const HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE);
  // A console older than Windows 10 knows no escape sequences.
  if (GetConsoleMode(output, &mode) && !SetConsoleMode(output, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING))
    _wputenv(L"TERM=dumb");

  return WindowsArguments(ToUtf8(GetCommandLineW()));
}

std::optional<std::string> Environment(const char* name) {
  const wchar_t* value = _wgetenv(ToUtf16(name).c_str());
  if (value == nullptr || *value == L'\0') return std::nullopt;
  return ToUtf8(value);
}

bool InputIsTerminal() { return IsConsole(STD_INPUT_HANDLE); }
bool OutputIsTerminal() { return IsConsole(STD_OUTPUT_HANDLE); }
bool ErrorIsTerminal() { return IsConsole(STD_ERROR_HANDLE); }

std::optional<TerminalSize> OutputSize() {
  CONSOLE_SCREEN_BUFFER_INFO info;
  if (!GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &info)) return std::nullopt;
  return TerminalSize{.columns = info.srWindow.Right - info.srWindow.Left + 1,
                      .rows = info.srWindow.Bottom - info.srWindow.Top + 1};
}

Result<std::vector<std::byte>> ReadFile(const std::string& path) {
  const std::wstring wide = ToUtf16(path);
  const DWORD attributes = GetFileAttributesW(wide.c_str());
  if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
    return Fail(ErrorCode::kIo, path + ": is a folder; name the index file in it");
  const HANDLE file = CreateFileW(wide.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                  nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (file == INVALID_HANDLE_VALUE) {
    const DWORD error = GetLastError();
    const bool is_missing = error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND;
    return Fail(is_missing ? ErrorCode::kNotFound : ErrorCode::kIo, path + ": cannot be opened: " + Reason(error));
  }
  std::vector<std::byte> bytes;
  const DWORD error = ReadAll(file, [&](const char* data, std::size_t count) {
    const auto* begin = reinterpret_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), begin, begin + count);
    return true;
  });
  CloseHandle(file);
  if (error != 0) return Fail(ErrorCode::kIo, path + ": cannot be read: " + Reason(error));
  return bytes;
}

// cmd.exe and PowerShell leave it to programs.
std::vector<std::string> MatchingFiles(const std::string& name) {
  const std::size_t folder = name.find_last_of("\\/:") + 1;  // 0 without any
  if (name.find_first_of("*?", folder) == std::string::npos) return {name};
  WIN32_FIND_DATAW file;
  const HANDLE search = FindFirstFileW(ToUtf16(name).c_str(), &file);
  if (search == INVALID_HANDLE_VALUE) return {name};
  std::vector<std::string> names;
  do {
    if ((file.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0) names.push_back(name.substr(0, folder) + ToUtf8(file.cFileName));
  } while (FindNextFileW(search, &file));
  FindClose(search);
  if (names.empty()) return {name};
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string> ReadInput(std::size_t limit) {
  std::string text;
  const DWORD error = ReadAll(GetStdHandle(STD_INPUT_HANDLE), [&](const char* data, std::size_t count) {
    text.append(data, count);
    return text.size() <= limit;
  });
  if (error != 0) return Fail(ErrorCode::kIo, "the standard input cannot be read: " + Reason(error));
  return text;
}

Status ReadInputBlocks(const std::function<bool(std::string_view)>& take) {
  const DWORD error = ReadAll(GetStdHandle(STD_INPUT_HANDLE), [&](const char* data, std::size_t count) { return take({data, count}); });
  if (error != 0) return Fail(ErrorCode::kIo, "cannot be read: " + Reason(error));
  return Done();
}

Status WriteOutput(std::string_view text) {
  const DWORD error = WriteAll(GetStdHandle(STD_OUTPUT_HANDLE), text);
  // The three ways in which a pipe says that its reader has gone.
  if (error == 0 || error == ERROR_BROKEN_PIPE || error == ERROR_NO_DATA || error == ERROR_PIPE_NOT_CONNECTED) return Done();
  return Fail(ErrorCode::kIo, "the answer cannot be written: " + Reason(error));
}

void WriteError(std::string_view text) { WriteAll(GetStdHandle(STD_ERROR_HANDLE), text); }

Status ShowInPager(std::string_view text) { return WriteOutput(text); }

}  // namespace errlookup
