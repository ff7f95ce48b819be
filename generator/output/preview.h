// `kbgen serve`: the site on this computer only, made anew when a file changes.
//
// The site is held in memory and nothing is written. While the data has errors the browser shows the report in place
// of the pages. Pages reload by themselves: the server adds a few lines to assets/page.js that ask for its version.
#ifndef GENERATOR_OUTPUT_PREVIEW_H_
#define GENERATOR_OUTPUT_PREVIEW_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "generator/output/build_site.h"
#include "lookup/base/result.h"

namespace errlookup {

// What the server answers from.
struct PreviewState {
  std::map<std::string, std::string, std::less<>> files;  // by path
  std::string report;                                     // not empty: shown in place of every page
  std::size_t version = 1;                                // one more after each change
};

// The whole response to an HTTP request. GET and HEAD only, and only for the hosts "localhost" and "127.0.0.1": a page
// of another site cannot read the preview by pointing its own name here.
std::string PreviewResponse(const PreviewState& state, std::string_view request);

struct PreviewOptions {
  BuildOptions build;
  int port = 8000;
  // Called after every attempt to make the site: with the report, or with what kept it from being made.
  std::function<void(const Result<MadeSite>&)> on_made;
  // Called once, with the address, when the server is ready.
  std::function<void(const std::string&)> on_ready;
  // Asked several times a second; false ends the server.
  std::function<bool()> goes_on = [] { return true; };
};

// Runs until goes_on says no. Fails when the port cannot be had.
Status ServePreview(const PreviewOptions& options);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_PREVIEW_H_
