// Makes the small index that the cases in this folder look things up in: a few codes of every kind, one page
// with everything that a page can hold, and one whose texts try to reach the terminal raw.
//
//   sample_index FILE
#include <cstdio>
#include <string>

#include "generator/index/index_writer.h"

namespace errlookup {
namespace {

constexpr char kQuickAnswer[] =
    "Windows is still *using* the policy, so it deletes it later. Wait a minute, then look again:\n"
    "\n"
    "Command prompt, as administrator:\n"
    "\n"
    "```bat\n"
    "netsh ipsec dynamic show qmpolicy name=\"<PolicyName>\"\n"
    "```\n"
    "\n"
    "Do **not** delete stored policy for this; see [13002](13002.html).";

constexpr char kFixes[] =
    "### Fix 1: Clear the associations\n"
    "\n"
    "**Risk:** Interrupts traffic. Connections over this policy break for a moment.\n"
    "\n"
    "1. List them with `Get-NetIPsecQuickModeSA`:\n"
    "\n"
    "   PowerShell, as administrator:\n"
    "\n"
    "   ```powershell\n"
    "   Get-NetIPsecQuickModeSA | Where-Object RemoteEndpoint -eq \"<RemoteAddress>\" | Format-List *\n"
    "   ```\n"
    "\n"
    "   **Expect:** one block for each association.\n"
    "\n"
    "2. Wait a little more than a minute, and repeat the command that failed.\n"
    "\n"
    "3. [Back up the stored policies](https://example.com/ipsec/procedures/back-up-policies.html).\n"
    "\n"
    "*Follows from the protocol [1]*";

constexpr char kWhere[] =
    "Where it shows:\n"
    "\n"
    "- **netsh ipsec dynamic**: when the policy is changed again\n"
    "- Security log\n"
    "  - event 5462\n"
    "  - event 5477\n"
    "\n"
    "> Windows prints no more than the number.\n"
    "\n"
    "| State | What it means |\n"
    "|---|---|\n"
    "| pending | deleted, still used |\n"
    "| gone | nothing refers to it |";

constexpr char kMeaning[] =
    "スペイン語やドイツ語と同じように、日本語の説明も端末の幅で折り返されなければならない。全角文字は二桁を占める。";

constexpr char kSources[] =
    "1. [Netsh commands for IPsec](https://learn.microsoft.com/netsh-ipsec), Microsoft, seen 2026-11-20";

constexpr char kHostile[] =
    "Clears the screen \x1b[2J, sets the title \x1b]0;owned\x07, turns text \xE2\x80\xAE round, \xC2\x9B" "31m.\n"
    "\n"
    "```bat\n"
    "echo \x1b[31mred\n"
    "```\n";

constexpr char kPlaceholders[] =
    "- `<PolicyName>`: Quick mode policy name, for example `Branch-QM`\n"
    "- `<RemoteAddress>`: Address of the other side, for example `192.0.2.7`";

constexpr char kLookFirst[] = "**Look first** at how many there are: a few are likely harmless.";

PageInput CatalogPage(std::string slug, std::string family, std::string family_title, std::string what) {
  PageInput page;
  page.slug = std::move(slug);
  page.family = std::move(family);
  page.family_title = std::move(family_title);
  page.sections = {{"meaning", "What is known", std::move(what)}};
  return page;
}

class Sample {
 public:
  IndexInput Make() {
    input_.base_url = "https://example.com/ipsec/";
    input_.data_version = "2026-11-20";
    AddPolicyStore();
    AddIke();
    AddOthers();
    AddNames();
    input_.family_texts = {{"ipsec-driver", {{"look-first", "What helps with every code of this family", kLookFirst}}}};
    input_.mentions = {{Space::kWin32, 87, 1}, {Space::kHresult, 0x80004005, 1}, {Space::kHresult, 0x80004005, 0}};
    input_.facilities = {{Space::kHresult, 0x007, "FACILITY_WIN32"},
                         {Space::kHresult, 0x032, "FACILITY_FWP"},
                         {Space::kNtstatus, 0x036, "FACILITY_IPSEC"}};
    return std::move(input_);
  }

 private:
  void Add(Space space, std::uint32_t value, std::string symbol, std::string message, std::optional<std::size_t> page) {
    EntryInput entry;
    entry.space = space;
    entry.value = value;
    entry.symbol = std::move(symbol);
    entry.message = std::move(message);
    entry.header = space == Space::kRas ? "raserror.h" : space == Space::kNtstatus ? "ntstatus.h" : "winerror.h";
    entry.page = page;
    input_.entries.push_back(std::move(entry));
  }

  std::size_t AddPage(PageInput page) {
    input_.pages.push_back(std::move(page));
    return input_.pages.size() - 1;
  }

  std::size_t AddCatalogPage(std::string slug, std::string family, std::string title) {
    PageInput page = CatalogPage(std::move(slug), std::move(family), std::move(title), "Nobody has written a record for this code yet.");
    page.shows_family_text = true;
    return AddPage(std::move(page));
  }

  void AddPolicyStore() {
    Add(Space::kWin32, 13002, "ERROR_IPSEC_QM_POLICY_IN_USE", "The specified quick mode policy is being used.",
        AddCatalogPage("13002", "policy-store", "Live IPsec policy database"));
    PageInput page = CatalogPage("13023", "policy-store", "Live IPsec policy database", kMeaning);
    page.title = "A quick mode policy is still being deleted";
    page.summary = "The quick mode policy you named is marked for deletion but not gone.";
    page.level = "advanced";
    page.updated = "2026-11-20";
    page.where = "Life of a policy object: pending deletion";
    page.has_record = true;
    page.search_words = {"qmpolicy will not delete"};
    page.sections = {{"quick-answer", "Quick answer", kQuickAnswer},
                     {"fixes", "Fix it", kFixes},
                     {"meaning", "What it means", kMeaning},
                     {"where", "Where it happens", kWhere},
                     {"sources", "Sources", kSources},
                     {"placeholders", "Names in the commands", kPlaceholders}};
    Add(Space::kWin32, 13023, "ERROR_IPSEC_QM_POLICY_PENDING_DELETION",
        "The specified quick mode policy is pending deletion.", AddPage(page));
  }

  void AddIke() {
    const std::string family = "ike";
    const std::string title = "IKE and AuthIP negotiation";
    Add(Space::kWin32, 13801, "ERROR_IPSEC_IKE_AUTH_FAIL", "IKE authentication credentials are unacceptable",
        AddCatalogPage("13801", family, title));
    Add(Space::kWin32, 13809, "ERROR_IPSEC_IKE_MM_ACQUIRE_DROP", "Negotiation request sat in Queue too long",
        AddCatalogPage("13809", family, title));
    Add(Space::kWin32, 13810, "ERROR_IPSEC_IKE_QM_ACQUIRE_DROP", "Negotiation request sat in Queue too long",
        AddCatalogPage("13810", family, title));
    Add(Space::kWin32, 13889, "ERROR_IPSEC_IKE_UNKNOWN_CRITICAL_PAYLOAD", "Received an unknown critical payload",
        AddCatalogPage("13889", family, title));
    input_.entries.back().aliases = {"ERROR_IPSEC_IKE_INVALID_UMATTS"};
    PageInput page = CatalogPage("13890", family, title, kHostile);
    page.title = "A title with \x1b[31mcolour\x07";
    Add(Space::kWin32, 13890, "ERROR_HOSTILE", "A message with \x1b]0;a title\x07 in it", AddPage(page));
  }

  void AddOthers() {
    const std::size_t spi = AddCatalogPage("13910", "ipsec-driver", "Packets dropped by the IPsec driver");
    Add(Space::kWin32, 13910, "ERROR_IPSEC_BAD_SPI", "The SPI in the packet does not match a valid IPsec SA.", spi);
    Add(Space::kNtstatus, 0xC0360001, "STATUS_IPSEC_BAD_SPI", "The SPI in the packet does not match a valid IPsec SA.", spi);
    Add(Space::kWin32, 13918, "ERROR_IPSEC_THROTTLE_DROP", "IPsec dropped a packet due to DoS throttling.",
        AddCatalogPage("13918", "ipsec-driver", "Packets dropped by the IPsec driver"));
    Add(Space::kWin32, 13925, "ERROR_IPSEC_DOSP_BLOCK", "IPsec DoS Protection matched an explicit block rule.",
        AddCatalogPage("13925", "dosp", "IPsec DoS Protection"));
    Add(Space::kRas, 809, "ERROR_VPN_TIMEOUT", "The VPN server is not responding.",
        AddCatalogPage("809", "vpn", "VPN connections (RAS)"));
    Add(Space::kHresult, 0x80320009, "FWP_E_ALREADY_EXISTS", "An object with that GUID or LUID already exists.",
        AddCatalogPage("0x80320009", "wfp", "Filter engine"));
  }

  // Codes of the general catalogue: no page.
  void AddNames() {
    Add(Space::kWin32, 5, "ERROR_ACCESS_DENIED", "", std::nullopt);
    Add(Space::kWin32, 87, "ERROR_INVALID_PARAMETER", "", std::nullopt);
    Add(Space::kWin32, 809, "ERROR_FILE_METADATA_OPTIMIZATION_IN_PROGRESS", "", std::nullopt);
    Add(Space::kHresult, 0x80004005, "E_FAIL", "", std::nullopt);
    Add(Space::kHresult, 0x80070005, "E_ACCESSDENIED", "", std::nullopt);
    Add(Space::kWinsock, 10060, "WSAETIMEDOUT", "", std::nullopt);
    Add(Space::kHresult, 0x800B0109, "CERT_E_UNTRUSTEDROOT", "", std::nullopt);
    Add(Space::kHresult, 0x800B0112, "CERT_E_UNTRUSTEDCA", "", std::nullopt);
    Add(Space::kCommdlg, 65535, "CDERR_DIALOGFAILURE", "", std::nullopt);
  }

  IndexInput input_;
};

int Fail(const char* what) {
  std::fprintf(stderr, "sample_index: %s\n", what);
  return 1;
}

int Run(int argc, char** argv) {
  if (argc != 2) return Fail("usage: sample_index FILE");
  const Result<std::vector<std::byte>> bytes = WriteIndex(Sample().Make(), IndexProfile::kFull);
  if (!bytes.ok()) return Fail(bytes.error().message.c_str());
  std::FILE* file = std::fopen(argv[1], "wb");
  if (file == nullptr) return Fail("cannot open the file");
  const bool is_written = std::fwrite(bytes->data(), 1, bytes->size(), file) == bytes->size();
  return std::fclose(file) == 0 && is_written ? 0 : Fail("cannot write the file");
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) { return errlookup::Run(argc, argv); }
