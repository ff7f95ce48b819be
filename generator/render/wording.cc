#include "generator/render/wording.h"

#include <initializer_list>
#include <utility>

#include "generator/render/link.h"

namespace errlookup {
namespace {

using Row = std::pair<std::string_view, Words>;

Words Look(std::string_view value, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    if (row.first == value) return row.second;
  }
  return {value, {}};
}

}  // namespace

Words LikelihoodWords(std::string_view likelihood) {
  return Look(likelihood, {{"common", {"Common", "Check this one first."}},
                           {"occasional", {"Occasional", "Seen now and then."}},
                           {"rare", {"Rare", "Check it when nothing else fits."}},
                           {"unknown", {"Likelihood unknown", "Nobody has published how often this is the cause."}}});
}

Words EvidenceWords(std::string_view evidence) {
  return Look(evidence, {{"documented", {"Documented", "A manufacturer's or standard's document says so."}},
                         {"reported", {"Reported", "People in the field saw it and wrote about it."}},
                         {"reasoned", {"Reasoned", "Follows from how the protocol or Windows works; nobody has published it."}}});
}

Words RiskWords(std::string_view risk) {
  return Look(risk,
              {{"safe", {"Safe", "Nothing is deleted and traffic goes on."}},
               {"interrupts-traffic", {"Interrupts traffic", "Connections drop while you do this. Choose the time."}},
               {"deletes-configuration",
                {"Deletes configuration", "Something is removed that you may want back. Read Undo before you begin."}}});
}

Words RetryWords(std::string_view retry) {
  return Look(retry, {{"no", {"Do not retry", "The same call gives the same result."}},
                      {"after-wait", {"Retry after a wait", "The state passes by itself."}},
                      {"after-change", {"Retry after a change", "Something has to be put right first."}}});
}

Words HowWords(std::string_view how) {
  return Look(how, {{"same-object", {"same object", {}}},
                    {"same-state", {"same state", {}}},
                    {"same-step", {"same step", {}}},
                    {"leads-to", {"leads to", {}}},
                    {"often-confused", {"often confused", {}}}});
}

Words AppearanceWords(std::string_view kind) {
  return Look(kind, {{"event", {"Event", {}}},
                     {"log", {"Log", {}}},
                     {"api", {"Function", {}}},
                     {"tool", {"Tool", {}}},
                     {"dialog", {"Dialog", {}}}});
}

Words LevelWords(std::string_view level) {
  return Look(level, {{"beginner", {"For beginners", "No special knowledge needed."}},
                      {"intermediate", {"Intermediate", "You know your way around Windows networking."}},
                      {"advanced", {"Advanced", "You administer IPsec policy or write programs against it."}}});
}

Words SpaceWords(Space space) {
  switch (space) {
    case Space::kWin32: return {"Win32 error code", "What tools and GetLastError give."};
    case Space::kHresult: return {"HRESULT", "What COM and the WFP user-mode functions give."};
    case Space::kNtstatus: return {"NTSTATUS", "What drivers and the kernel give."};
    case Space::kRas: return {"RAS error code", "What dial-up and VPN connections give."};
    case Space::kWinsock: return {"Winsock error code", "What WSAGetLastError gives."};
    default: return {SpaceName(space), {}};
  }
}

std::string CommandContext(const Command& command) {
  const std::string shell = ShellOf(command);
  std::string context = shell == "powershell" ? "PowerShell" : shell == "gui" ? "Run box (Windows+R)" : "Command prompt";
  if (command.elevated.value_or(false)) context += ", as administrator";
  if (command.on == "both") context += ", on both computers";
  else if (!command.on.empty()) context += ", on the " + command.on;
  return context;
}

}  // namespace errlookup
