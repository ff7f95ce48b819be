// `kbgen build` as a function: read, check, link, render, publish.
#ifndef GENERATOR_OUTPUT_BUILD_SITE_H_
#define GENERATOR_OUTPUT_BUILD_SITE_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "generator/check/problem.h"
#include "generator/output/publish.h"
#include "generator/record/model.h"
#include "lookup/base/result.h"

namespace errlookup {

struct BuildOptions {
  std::filesystem::path data = "data";
  std::filesystem::path templates = "templates";
  std::filesystem::path static_files = "site";   // copied byte for byte into the site
  std::filesystem::path out;                     // BuildSite: empty: no site
  bool makes_site = true;                        // MakeSite: false: only the index
  std::filesystem::path index_out;               // the full index, for errlookup; empty: none
  std::filesystem::path wasm;                    // the browser module x.wasm, x-first.wasm beside it; empty: no search
  std::optional<std::string> base_url;           // instead of the one in data/site.json
  unsigned jobs = 0;                             // 0: as many as the machine has
  // Called with pages made and pages planned, one call at a time, from any thread. May be empty.
  std::function<void(std::size_t, std::size_t)> on_progress;
};

// A site that is made but not written.
struct MadeSite {
  Problems problems;              // with an error among them there is nothing else
  std::size_t records = 0, pages = 0;
  std::vector<OutputFile> files;  // in the order of their paths
  std::string index;              // bytes of the full index, if asked for
};
Result<MadeSite> MakeSite(const BuildOptions& options);

struct BuildReport {
  Problems problems;            // with an error among them nothing was written
  std::size_t records = 0;
  std::size_t pages = 0;        // pages of errors
  bool has_search = false;
  PublishReport site;
  std::size_t index_bytes = 0;  // of index_out
  bool has_errors() const;
};

// Problems in the data are in the report; an Error is everything else that kept the site from being made. Either
// way the old site and the old index stay as they were.
Result<BuildReport> BuildSite(const BuildOptions& options);

// The passes after the check, for tests: all files of the site in the order of their paths.
struct RenderOptions {
  std::filesystem::path templates, static_files, wasm;
  std::string base_url;
  unsigned jobs = 1;
  std::function<void(std::size_t, std::size_t)> on_progress;
};
Result<std::vector<OutputFile>> RenderSite(const KnowledgeBase& base, const RenderOptions& options);

}  // namespace errlookup

#endif  // GENERATOR_OUTPUT_BUILD_SITE_H_
