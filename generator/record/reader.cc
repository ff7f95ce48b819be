#include "generator/record/reader.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <system_error>
#include <utility>

#include "generator/record/catalog.h"
#include "generator/record/files.h"
#include "generator/record/json_tree.h"
#include "generator/record/shapes.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;

void AddFileProblem(const std::string& file, std::string rule, std::string reason, std::string mend,
                    Problems& problems) {
  problems.push_back({{file, 0, 0}, Severity::kError, std::move(rule), std::move(reason), std::move(mend)});
}

// The content of a file that people write, or nothing and a problem.
std::optional<std::string> ReadForProblems(const fs::path& path, const std::string& file, Problems& problems) {
  Result<std::string> content = ReadFile(path);
  if (content.ok()) return std::move(content).value();
  const std::string& message = content.error().message;
  const std::string prefix = path.generic_string() + ": ";
  const std::string reason = message.starts_with(prefix) ? message.substr(prefix.size()) : message;
  if (content.error().code == ErrorCode::kLimit)
    AddFileProblem(file, "file-too-large", "the file is " + reason,
                   "a record has about 10 KB: look for pasted output, or split the file", problems);
  else
    AddFileProblem(file, "file-unreadable", reason, "see that the file is there and may be read", problems);
  return std::nullopt;
}

std::string FileStem(std::string_view path) { return fs::path(path).stem().string(); }

template <typename Item>
void AppendObject(const JsonNode& root, const Shape& shape, Item item, std::vector<Item>& list, ReadContext& context) {
  ReadObject(root, shape, &item, context);
  if (root.kind == JsonKind::kObject) list.push_back(std::move(item));
}

void ReadCatalog(const fs::path& data, const std::string& data_name, ReadOutcome& outcome) {
  const auto read = [&](const std::string& name, auto reader, auto& into) {
    const std::string file = data_name + "catalog/" + name;
    if (const std::optional<std::string> text = ReadForProblems(data / "catalog" / name, file, outcome.problems))
      into = reader(*text, file, outcome.problems);
  };
  read("ipsec.tsv", ReadIpsecCodes, outcome.knowledge_base.codes);
  read("windows.tsv", ReadWindowsNames, outcome.knowledge_base.windows_names);
  read("facilities.tsv", ReadFacilities, outcome.knowledge_base.facilities);
  std::error_code error;
  if (fs::exists(data / "catalog" / "search-words.tsv", error))
    read("search-words.tsv", ReadSearchWords, outcome.knowledge_base.search_words);
}

}  // namespace

void ReadDataFile(std::string_view path_in_data, std::string_view text, const std::string& file,
                  KnowledgeBase& knowledge_base, Problems& problems) {
  const Shape* const shape = ShapeOfFile(path_in_data);
  if (shape == nullptr) {
    AddFileProblem(file, "file-unexpected",
                   "no part of the knowledge base is called \"" + std::string(path_in_data) + "\"",
                   "see data/README.md for where things stand", problems);
    return;
  }
  const std::optional<JsonNode> root = ParseJson(text, file, problems);
  if (!root) return;
  ReadContext context{file, problems};
  const Location at{file, root->line, root->column};
  if (shape == &RecordShape()) {
    Record record;
    record.file = file;
    record.at = at;
    AppendObject(*root, *shape, std::move(record), knowledge_base.records, context);
  } else if (shape == &ProcedureShape()) {
    Procedure procedure;
    procedure.file = file;
    procedure.id = FileStem(path_in_data);
    AppendObject(*root, *shape, std::move(procedure), knowledge_base.procedures, context);
  } else if (shape == &MapShape()) {
    Map map;
    map.file = file;
    map.id = FileStem(path_in_data);
    AppendObject(*root, *shape, std::move(map), knowledge_base.maps, context);
  } else if (shape == &SiteFileShape()) {
    ReadObject(*root, *shape, &knowledge_base.site, context);
  } else {
    ReadObject(*root, *shape, &knowledge_base, context);
  }
}

std::vector<std::string> ListDataFiles(const fs::path& data) {
  std::vector<std::string> found;
  std::error_code error;
  for (auto it = fs::recursive_directory_iterator(data, fs::directory_options::skip_permission_denied, error);
       !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    const std::string path = it->path().lexically_relative(data).generic_string();
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) {  // an editor's, git's
      if (it->is_directory(error)) it.disable_recursion_pending();
    } else if (path == "commands" || path == "catalog") {
      it.disable_recursion_pending();
    } else if (name.ends_with(".json") && !name.ends_with(".schema.json") && !it->is_directory(error)) {
      found.push_back(path);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

namespace {

// "data/", or empty for the current folder.
std::string PrefixOf(const fs::path& folder) {
  const std::string prefix = (folder / "").generic_string();
  return prefix == "./" ? std::string() : prefix;
}

void ReadOverlayFile(std::string_view path, std::string_view text, const std::string& file, Overlay& overlay,
                     Problems& problems) {
  const Shape* const shape = ShapeOfOverlayFile(path);
  if (shape == nullptr) {
    AddFileProblem(file, "file-unexpected", "no part of an overlay is called \"" + std::string(path) + "\"",
                   "an overlay has overlay.json, codes.json, sources.json, records/ and commands/", problems);
    return;
  }
  const std::optional<JsonNode> root = ParseJson(text, file, problems);
  if (!root) return;
  ReadContext context{file, problems};
  if (shape == &OverlayRecordShape()) {
    Record record;
    record.file = file;
    record.at = {file, root->line, root->column};
    AppendObject(*root, *shape, std::move(record), overlay.own.records, context);
  } else if (shape == &SourcesFileShape()) {
    ReadObject(*root, *shape, &overlay.own, context);
  } else {
    ReadObject(*root, *shape, &overlay, context);
  }
}

}  // namespace

Result<OverlayOutcome> ReadOverlay(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_regular_file(folder / "overlay.json", error))
    return Fail(ErrorCode::kNotFound, folder.generic_string() +
                                          ": not an overlay: it has no overlay.json; data/README.md shows how to write one");
  OverlayOutcome outcome;
  for (const std::string& path : ListDataFiles(folder)) {
    const std::string file = PrefixOf(folder) + path;
    outcome.overlay.files.push_back(file);
    if (const std::optional<std::string> text = ReadForProblems(folder / path, file, outcome.problems))
      ReadOverlayFile(path, *text, file, outcome.overlay, outcome.problems);
  }
  return outcome;
}

Result<ReadOutcome> ReadKnowledgeBase(const fs::path& data) {
  std::error_code error;
  if (!fs::is_directory(data, error))
    return Fail(ErrorCode::kNotFound,
                data.generic_string() + ": not a folder; --data names the folder that holds records/");
  const std::string data_name = PrefixOf(data);
  ReadOutcome outcome;
  ReadCatalog(data, data_name, outcome);
  for (const std::string& path : ListDataFiles(data)) {
    const std::string file = data_name + path;
    if (const std::optional<std::string> text = ReadForProblems(data / path, file, outcome.problems))
      ReadDataFile(path, *text, file, outcome.knowledge_base, outcome.problems);
  }
  return outcome;
}

}  // namespace errlookup
