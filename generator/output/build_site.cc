#include "generator/output/build_site.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "generator/check/check.h"
#include "generator/index/index_writer.h"
#include "generator/output/base64.h"
#include "generator/output/files.h"
#include "generator/output/first_index.h"
#include "generator/output/gzip.h"
#include "generator/output/index_content.h"
#include "generator/output/mentions.h"
#include "generator/record/files.h"
#include "generator/render/render.h"

namespace errlookup {
namespace {

std::string_view AsText(const std::vector<std::byte>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string WithSlash(std::string url) {
  if (!url.empty() && !url.ends_with('/')) url += '/';
  return url;
}

// A module and its index in a script, because a page opened from disk may not fetch. They are packed here: base64 of
// packed bytes is smaller on disk and, packed once more by a server, in transfer than base64 of plain ones.
// "more" are further members of the object.
Result<OutputFile> SearchScript(std::string path, const std::filesystem::path& wasm, std::string_view index, const std::string& more = "") {
  const Result<std::string> module = ReadFile(wasm, kMaximumSiteFileBytes);
  if (!module.ok()) return module.error();
  return OutputFile{std::move(path), "window.ERRLOOKUP_DATA={wasm:\"" + Base64(Gzip(*module)) + "\",index:\"" +
                                         Base64(Gzip(index)) + "\"" + more + "};\n"};
}

// What site/assets/search.js loads: first what answers for our own codes, then everything.
Status AddSearchScripts(const std::filesystem::path& wasm, const IndexInput& input, std::vector<OutputFile>& files) {
  std::filesystem::path first_wasm = wasm;
  first_wasm.replace_filename(wasm.stem().string() + "-first" + wasm.extension().string());
  const Result<std::string> first_index = WriteFirstIndex(OwnCodes(input));
  if (!first_index.ok()) return first_index.error();
  Result<OutputFile> first = SearchScript("assets/search-first.js", first_wasm, *first_index);
  if (!first.ok()) return first.error();
  const Result<std::vector<std::byte>> slim = WriteIndex(input, IndexProfile::kSlim);
  if (!slim.ok()) return slim.error();
  Result<OutputFile> full = SearchScript("assets/search-full.js", wasm, AsText(*slim), ",mentions:" + MentionsAsJson(input));
  if (!full.ok()) return full.error();
  files.push_back(std::move(*first));
  files.push_back(std::move(*full));
  return Done();
}

Status AddStaticFiles(const std::filesystem::path& folder, std::vector<OutputFile>& files) {
  const Result<std::vector<std::string>> paths = ListFiles(folder);
  if (!paths.ok()) return paths.error();
  for (const std::string& path : *paths) {
    Result<std::string> bytes = ReadFile(folder / path, kMaximumSiteFileBytes);
    if (!bytes.ok()) return bytes.error();
    files.push_back({path, std::move(*bytes)});
  }
  return Done();
}

// Two files of one name would hide each other: a static file named like a page, or a file name that the data gives.
Status CheckPaths(const std::vector<OutputFile>& files) {
  std::set<std::string_view> seen;
  for (const OutputFile& file : files) {
    if (!seen.insert(file.path).second)
      return Fail(ErrorCode::kInvalidArgument, file.path + ": two things in the site have this name; rename one");
    if (file.path.starts_with('/') || file.path.find("..") != std::string::npos)
      return Fail(ErrorCode::kInvalidArgument, file.path + ": is not a name inside the site");
  }
  return Done();
}

Result<std::vector<OutputFile>> RenderLinked(const LinkedBase& linked, const IndexInput& index, const RenderOptions& options) {
  const Result<Templates> templates = Templates::Load(options.templates);
  if (!templates.ok()) return templates.error();
  const TermFinder terms(linked.base->terms);
  const SiteContext site{.linked = &linked, .terms = &terms, .base_url = options.base_url, .has_search = !options.wasm.empty()};
  const Result<std::vector<PlannedFile>> plan = PlanSite(site, *templates);
  if (!plan.ok()) return plan.error();

  std::vector<OutputFile> files;
  if (Status status = AddStaticFiles(options.static_files, files); !status.ok()) return status.error();
  if (site.has_search) {
    if (Status status = AddSearchScripts(options.wasm, index, files); !status.ok()) return status.error();
  }
  std::function<void(std::size_t)> on_progress;
  if (options.on_progress) on_progress = [&](std::size_t made) { options.on_progress(made, plan->size()); };
  std::vector<std::string> texts = RenderAll(*plan, options.jobs, on_progress);
  for (std::size_t i = 0; i < texts.size(); ++i) files.push_back({(*plan)[i].path, std::move(texts[i])});
  if (Status status = CheckPaths(files); !status.ok()) return status.error();
  std::ranges::sort(files, {}, &OutputFile::path);
  return files;
}

unsigned JobCount(unsigned jobs) { return jobs > 0 ? jobs : std::max(std::thread::hardware_concurrency(), 1U); }

}  // namespace

bool BuildReport::has_errors() const { return HasErrors(problems); }

Result<std::vector<OutputFile>> RenderSite(const KnowledgeBase& base, const RenderOptions& options) {
  const LinkedBase linked = LinkBase(base);
  return RenderLinked(linked, MakeIndexInput(linked, options.base_url), options);
}

Result<MadeSite> MakeSite(const BuildOptions& options) {
  Result<ReadOutcome> read = ReadAndCheck(options.data);
  if (!read.ok()) return read.error();
  const KnowledgeBase& base = read->knowledge_base;
  MadeSite made{.problems = std::move(read->problems), .records = base.records.size(), .files = {}, .index = {}};
  if (HasErrors(made.problems)) return made;

  const std::string base_url = WithSlash(options.base_url.value_or(base.site.base_url));
  const LinkedBase linked = LinkBase(base);
  const IndexInput index_input = MakeIndexInput(linked, base_url);
  made.pages = linked.pages.size();
  if (options.makes_site) {
    Result<std::vector<OutputFile>> files = RenderLinked(
        linked, index_input,
        {.templates = options.templates, .static_files = options.static_files, .wasm = options.wasm, .base_url = base_url,
         .jobs = JobCount(options.jobs), .on_progress = options.on_progress});
    if (!files.ok()) return files.error();
    made.files = std::move(*files);
  }
  if (!options.index_out.empty()) {
    const Result<std::vector<std::byte>> index = WriteIndex(index_input, IndexProfile::kFull);
    if (!index.ok()) return index.error();
    made.index = AsText(*index);
  }
  return made;
}

Result<BuildReport> BuildSite(const BuildOptions& given) {
  BuildOptions options = given;
  options.makes_site = !options.out.empty();
  if (options.makes_site) {  // known before the work is done
    if (Status status = CheckTarget(options.out); !status.ok()) return status.error();
  }
  Result<MadeSite> made = MakeSite(options);
  if (!made.ok()) return made.error();
  BuildReport report{.problems = std::move(made->problems), .records = made->records, .pages = made->pages,
                     .has_search = !options.wasm.empty(), .site = {}, .index_bytes = made->index.size()};
  if (report.has_errors()) return report;

  if (options.makes_site) {
    const Result<PublishReport> published = PublishSite(options.out, made->files);
    if (!published.ok()) return published.error();
    report.site = *published;
  }
  if (!options.index_out.empty()) {
    if (Status status = WriteFileAtomically(options.index_out, made->index); !status.ok()) return status.error();
  }
  return report;
}

}  // namespace errlookup
