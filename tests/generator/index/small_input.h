// Inputs for tests of the index. The golden index tests/lookup/index/golden/ holds SmallInput(), the worked example
// of FORMAT.md TinyInput(): who changes them changes those.
#ifndef TESTS_GENERATOR_INDEX_SMALL_INPUT_H_
#define TESTS_GENERATOR_INDEX_SMALL_INPUT_H_

#include <string>
#include <utility>

#include "generator/index/index_input.h"

namespace errlookup {

inline EntryInput MakeEntry(Space space, std::uint32_t value, std::string symbol) {
  EntryInput entry;
  entry.space = space;
  entry.value = value;
  entry.symbol = std::move(symbol);
  entry.header = "winerror.h";
  return entry;
}

// Two pages, one of them written, the other with a text of its family; a code with an older name; names that share a
// number; two codes that pages mention.
inline IndexInput SmallInput() {
  IndexInput input;
  input.base_url = "https://example.com/ipsec/";
  input.data_version = "2026-11-20";

  PageInput written;
  written.slug = "13023";
  written.title = "Quick mode policy is waiting to be deleted";
  written.summary = "The policy is deleted when its last association ends.";
  written.family = "policy-store";
  written.family_title = "Policy store";
  written.level = "intermediate";
  written.updated = "2026-11-20";
  written.where = "Life of a policy object: pending deletion";
  written.has_record = true;
  written.search_words = {"cannot delete qmpolicy", "Richtlinie löschen"};
  written.sections = {{"quick-answer", "Quick answer", "Wait, then [try again](https://hidden.example/)."},
                      {"fixes", "Fixes", "Restart the *policy agent*."}};
  PageInput unwritten;
  unwritten.slug = "0xC0360001";
  unwritten.family = "ipsec-driver";
  unwritten.family_title = "Driver";
  unwritten.shows_family_text = true;
  input.pages = {written, unwritten};

  EntryInput pending = MakeEntry(Space::kWin32, 13023, "ERROR_IPSEC_QM_POLICY_PENDING_DELETION");
  pending.message = "The specified quick mode policy is pending deletion.";
  pending.page = 0;
  EntryInput spi = MakeEntry(Space::kWin32, 13910, "ERROR_IPSEC_BAD_SPI");
  spi.aliases = {"OLD_BAD_SPI", "ERROR_BAD_SPI"};
  spi.message = "Packet was received with an invalid security parameter index (SPI).";
  spi.page = 1;
  EntryInput nt_spi = MakeEntry(Space::kNtstatus, 0xC0360001, "STATUS_IPSEC_BAD_SPI");
  nt_spi.header = "ntstatus.h";
  nt_spi.page = 1;
  EntryInput first = MakeEntry(Space::kHresult, 0x80040000, "OLE_E_FIRST");
  first.is_range_marker = true;
  input.entries = {nt_spi,
                   pending,
                   MakeEntry(Space::kWin32, 0, "NO_ERROR"),
                   MakeEntry(Space::kWin32, 0, "ERROR_SUCCESS"),
                   MakeEntry(Space::kHresult, 0, "S_OK"),
                   first,
                   MakeEntry(Space::kHresult, 0x80040000, "OLE_E_OLEVERB"),
                   spi};
  input.facilities = {{Space::kHresult, 7, "FACILITY_WIN32"}, {Space::kNtstatus, 0x36, "FACILITY_IPSEC"}};
  input.family_texts = {{"ipsec-driver", {{"look-first", "Look first", "Count the *packets*."}}}};
  input.mentions = {{Space::kHresult, 0x80040000, 1}, {Space::kHresult, 0x80040000, 0}, {Space::kHresult, 0, 0}};
  return input;
}

// One page with one code, and a name from the general catalogue.
inline IndexInput TinyInput() {
  IndexInput input;
  input.base_url = "https://example.com/";
  input.data_version = "2026-11-20";
  EntryInput in_use = MakeEntry(Space::kWin32, 13002, "ERROR_IN_USE");
  in_use.message = "It is in use.";
  in_use.page = 0;
  input.entries = {in_use, MakeEntry(Space::kHresult, 0, "S_OK")};
  PageInput page;
  page.slug = "13002";
  page.title = "In use";
  page.sections = {{"fixes", "Fixes", "Stop it."}};
  input.pages = {page};
  input.facilities = {{Space::kHresult, 7, "FACILITY_WIN32"}};
  return input;
}

}  // namespace errlookup

#endif  // TESTS_GENERATOR_INDEX_SMALL_INPUT_H_
