// How Windows words a code, by the space of the code: the system's own table for Win32, HRESULT and sockets
// (FormatMessage), that of ntdll.dll for NTSTATUS (Microsoft's article 259693), and RasGetErrorString for RAS, whose
// numbers mean something else in the system's table.
#define WIN32_LEAN_AND_MEAN
#define NOMINMAX
#include <windows.h>

#include <array>

#include "lookup/cli/system_messages.h"

namespace errlookup {
namespace {

// The longest message of Windows has some 1,000 characters.
using Buffer = std::array<wchar_t, 4096>;

std::string ToUtf8(const wchar_t* wide, std::size_t length) {
  const int count = static_cast<int>(length);
  const int size = WideCharToMultiByte(CP_UTF8, 0, wide, count, nullptr, 0, nullptr, nullptr);
  std::string text(static_cast<std::size_t>(size > 0 ? size : 0), '\0');
  WideCharToMultiByte(CP_UTF8, 0, wide, count, text.data(), size, nullptr, nullptr);
  return text;
}

std::string FormatMessageText(DWORD flags, HMODULE module, std::uint32_t value) {
  Buffer buffer;
  // Language 0: that of the thread, of the user, of the system, whichever has the message.
  const DWORD length = FormatMessageW(flags | FORMAT_MESSAGE_IGNORE_INSERTS, module, value, 0, buffer.data(),
                                      static_cast<DWORD>(buffer.size()), nullptr);
  return ToUtf8(buffer.data(), length);
}

// Dial-up networking may not be installed (Server Core), so its library is loaded when it is asked for.
class RasMessages {
 public:
  RasMessages() : library_(LoadLibraryExW(L"rasapi32.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32)) {
    if (library_ == nullptr) return;
    const FARPROC address = GetProcAddress(library_, "RasGetErrorStringW");
    get_text_ = reinterpret_cast<GetText>(reinterpret_cast<void*>(address));
  }
  ~RasMessages() {
    if (library_ != nullptr) FreeLibrary(library_);
  }
  RasMessages(const RasMessages&) = delete;
  RasMessages& operator=(const RasMessages&) = delete;

  std::string Text(std::uint32_t value) const {
    Buffer buffer{};
    if (get_text_ == nullptr || get_text_(value, buffer.data(), static_cast<DWORD>(buffer.size())) != 0) return {};
    buffer.back() = L'\0';
    return ToUtf8(buffer.data(), std::char_traits<wchar_t>::length(buffer.data()));
  }

 private:
  using GetText = DWORD(WINAPI*)(UINT, LPWSTR, DWORD);

  HMODULE library_;
  GetText get_text_ = nullptr;
};

std::string TextOf(const Entry& entry, const RasMessages& ras) {
  switch (entry.space) {
    case Space::kRas:
      return ras.Text(entry.value);
    case Space::kNtstatus:
      return FormatMessageText(FORMAT_MESSAGE_FROM_HMODULE, GetModuleHandleW(L"ntdll.dll"), entry.value);
    default:
      return FormatMessageText(FORMAT_MESSAGE_FROM_SYSTEM, nullptr, entry.value);
  }
}

}  // namespace

std::vector<SystemMessage> SystemMessages(const IndexReader& index) {
  std::vector<SystemMessage> messages;
  const RasMessages ras;
  for (PageId page = 0; page < index.page_count(); ++page) {
    for (const EntryId id : index.page(page).codes) {
      const Entry entry = index.entry(id);
      if (entry.is_range_marker) continue;
      if (std::string text = TextOf(entry, ras); !text.empty()) messages.push_back({id, std::move(text)});
    }
  }
  return messages;
}

}  // namespace errlookup
