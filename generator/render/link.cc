#include "generator/render/link.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <tuple>
#include <utility>

#include "generator/render/spellings.h"

namespace errlookup {
namespace {

const CatalogCode* FindSymbol(const KnowledgeBase& base, std::string_view symbol) {
  for (const CatalogCode& code : base.codes) {
    if (code.symbol == symbol) return &code;
  }
  return nullptr;
}

// The spaces in which a caller meets a number as an error; the others (bug checks, Jet, ...) only share digits.
bool IsErrorSpace(Space space) {
  return space == Space::kWin32 || space == Space::kHresult || space == Space::kNtstatus || space == Space::kRas ||
         space == Space::kWinsock;
}

template <typename T>
const T* FindById(const std::vector<T>& all, std::string_view id) {
  for (const T& one : all) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

bool Names(const MapStep& step, const ErrorPage& page) {
  return std::ranges::any_of(step.codes, [&](const Text& symbol) {
    return std::ranges::any_of(page.codes, [&](const CatalogCode* code) { return code->symbol == symbol.value; });
  });
}

// A page takes the codes of its record in the order written, then twins that nobody else has claimed.
void AddCode(ErrorPage& page, const CatalogCode* code, std::set<const CatalogCode*>& taken) {
  if (code != nullptr && taken.insert(code).second) page.codes.push_back(code);
}

std::vector<ErrorPage> GroupCodes(const KnowledgeBase& base) {
  std::vector<ErrorPage> pages;
  std::set<const CatalogCode*> taken;
  for (const Record& record : base.records) {
    ErrorPage page;
    page.record = &record;
    for (const Text& symbol : record.codes) AddCode(page, FindSymbol(base, symbol.value), taken);
    if (!page.codes.empty()) pages.push_back(std::move(page));
  }
  // A twin is looked for only after every record has its codes, so the order of records does not matter.
  for (ErrorPage& page : pages) AddCode(page, FindSymbol(base, TwinSymbol(page.code().symbol)), taken);
  for (const CatalogCode& code : base.codes) {
    const std::string twin = TwinSymbol(code.symbol);
    if (twin.starts_with("FWP_E_") || twin.starts_with("ERROR_")) {
      if (FindSymbol(base, twin) != nullptr) continue;  // its twin makes the page
    }
    ErrorPage page;
    AddCode(page, &code, taken);
    if (page.codes.empty()) continue;
    AddCode(page, FindSymbol(base, twin), taken);
    pages.push_back(std::move(page));
  }
  std::ranges::sort(pages, {}, [](const ErrorPage& page) {
    return std::tuple(page.code().value, page.code().space, page.code().symbol);
  });
  return pages;
}

void IndexNames(LinkedBase& linked) {
  const auto add = [&](const std::string& name, std::size_t page) { linked.page_of_name.emplace(name, page); };
  for (std::size_t i = 0; i < linked.pages.size(); ++i) {
    for (const CatalogCode* code : linked.pages[i].codes) {
      add(code->symbol, i);
      add(std::to_string(code->value), i);
      add(ShortHex(code->value), i);
    }
  }
  // Older names never hide a symbol of today.
  for (std::size_t i = 0; i < linked.pages.size(); ++i) {
    for (const CatalogCode* code : linked.pages[i].codes) {
      for (const std::string& alias : code->aliases) add(alias, i);
    }
  }
}

void PlaceOnMaps(ErrorPage& page, const KnowledgeBase& base) {
  const auto add = [&](const Map& map, const MapStep& step) {
    const bool known = std::ranges::any_of(page.places, [&](const Place& place) { return place.step == &step; });
    if (!known) page.places.push_back({&map, &step});
  };
  if (page.record != nullptr && page.record->where) {
    const Map* map = FindById(base.maps, page.record->where->map.value);
    const MapStep* step = map == nullptr ? nullptr : FindById(map->steps, page.record->where->step.value);
    if (step != nullptr) add(*map, *step);
  }
  for (const Map& map : base.maps) {
    for (const MapStep& step : map.steps) {
      if (Names(step, page)) add(map, step);
    }
  }
}

void LinkNeighbours(LinkedBase& linked) {
  std::map<const Family*, std::size_t> last;
  for (std::size_t i = 0; i < linked.pages.size(); ++i) {
    ErrorPage& page = linked.pages[i];
    if (page.family == nullptr) continue;
    if (const auto found = last.find(page.family); found != last.end()) {
      page.previous = found->second;
      linked.pages[found->second].next = i;
    }
    last[page.family] = i;
  }
}

void LinkMentions(LinkedBase& linked) {
  std::set<std::pair<const ErrorPage*, const ErrorPage*>> named;
  for (const ErrorPage& page : linked.pages) {
    if (page.record == nullptr) continue;
    for (const Related& related : page.record->related) named.emplace(&page, linked.FindPage(related.code.value));
  }
  for (std::size_t i = 0; i < linked.pages.size(); ++i) {
    const ErrorPage& page = linked.pages[i];
    if (page.record == nullptr) continue;
    for (const Related& related : page.record->related) {
      const ErrorPage* target = linked.FindPage(related.code.value);
      if (target == nullptr || target == &page || named.contains({target, &page})) continue;
      linked.pages[static_cast<std::size_t>(target - linked.pages.data())].mentions.push_back({i, &related});
    }
  }
}

std::string Uppercase(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return upper;
}

// "0x00003601" and "0X3601" are looked up as "0x3601".
std::string NormalNumber(std::string_view name) {
  if (!name.starts_with("0x") && !name.starts_with("0X")) return std::string(name);
  name.remove_prefix(2);
  const std::size_t first = name.find_first_not_of('0');
  return "0x" + Uppercase(first == std::string_view::npos ? "0" : name.substr(first));
}

// "Get-VpnConnection", "Restart-Service -Name x": a capitalised verb, a hyphen, a capitalised noun.
bool LooksLikeCmdlet(std::string_view line) {
  const std::string_view word = line.substr(0, line.find(' '));
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 >= word.size()) return false;
  return std::isupper(static_cast<unsigned char>(word[0])) && std::isupper(static_cast<unsigned char>(word[hyphen + 1])) &&
         std::ranges::all_of(word.substr(0, hyphen), [](unsigned char c) { return std::isalpha(c); });
}

}  // namespace

const ErrorPage* LinkedBase::FindPage(std::string_view name) const {
  const auto found = page_of_name.find(NormalNumber(name));
  return found == page_of_name.end() ? nullptr : &pages[found->second];
}
const Procedure* LinkedBase::FindProcedure(std::string_view id) const { return FindById(base->procedures, id); }
const Map* LinkedBase::FindMap(std::string_view id) const { return FindById(base->maps, id); }
const Term* LinkedBase::FindTerm(std::string_view id) const { return FindById(base->terms, id); }
const Source* LinkedBase::FindSource(std::string_view id) const { return FindById(base->sources, id); }
const Event* LinkedBase::FindEvent(std::string_view id) const {
  for (const Event& event : base->events) {
    if (std::to_string(event.id) == id) return &event;
  }
  return nullptr;
}

LinkedBase LinkBase(const KnowledgeBase& base) {
  LinkedBase linked{.base = &base, .pages = GroupCodes(base), .page_of_name = {}};
  for (ErrorPage& page : linked.pages) {
    page.slug = CodeSlug(page.code().space, page.code().value);
    page.family = FindById(base.families, page.code().family);
    PlaceOnMaps(page, base);
    for (const WindowsName& name : base.windows_names) {
      if (name.value == page.code().value && IsErrorSpace(name.space)) page.same_number.push_back(&name);
    }
  }
  IndexNames(linked);
  LinkNeighbours(linked);
  LinkMentions(linked);
  return linked;
}

std::string TwinSymbol(std::string_view symbol) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kPairs = {{
      {"FWP_E_", "STATUS_FWP_"},
      {"ERROR_IPSEC_", "STATUS_IPSEC_"},
  }};
  for (const auto& [one, other] : kPairs) {
    if (symbol.starts_with(one)) return std::string(other) += symbol.substr(one.size());
    if (symbol.starts_with(other)) return std::string(one) += symbol.substr(other.size());
  }
  return {};
}

bool IsRangeMarker(const CatalogCode& code) { return code.message == code.symbol; }

std::string ShellOf(const Command& command) {
  if (!command.shell.empty()) return command.shell;
  const std::string_view line = command.line.value;
  if (LooksLikeCmdlet(line) || line.starts_with('$') || line.starts_with('(')) return "powershell";
  if (line.ends_with(".msc") || line.ends_with(".cpl") || line.starts_with("ms-settings:")) return "gui";
  return "cmd";
}

}  // namespace errlookup
