// `kbgen overlay` as a function: makes the file that `errlookup --overlay` reads out of a company's records.
//
// The file is an index like any other (lookup/index/FORMAT.md) that holds only what the company says: a page for
// each of its records and each of its codes, all of one family. The title of the family is the name of who
// speaks; the tool shows it with every page. No page has an address, because the company's pages are published
// nowhere; links in the texts lead to our site.
#ifndef GENERATOR_OUTPUT_OVERLAY_H_
#define GENERATOR_OUTPUT_OVERLAY_H_

#include <cstddef>
#include <filesystem>

#include "generator/check/check_overlay.h"
#include "generator/index/index_input.h"

namespace errlookup {

struct OverlayOptions {
  std::filesystem::path folder;         // holds overlay.json
  std::filesystem::path data = "data";  // the knowledge base that it adds to
  std::filesystem::path out;            // empty: only check
};

struct OverlayReport {
  Problems problems;  // with an error among them nothing was written
  std::size_t pages = 0;
  std::size_t index_bytes = 0;
  bool has_errors() const;
};

// Problems in the overlay are in the report; an Error is everything else that kept the file from being made. Either
// way an old file stays as it was.
Result<OverlayReport> BuildOverlay(const OverlayOptions& options);

// What goes into the index. Public for tests.
IndexInput MakeOverlayInput(const JoinedOverlay& joined);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_OVERLAY_H_
