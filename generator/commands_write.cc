// The sub-commands that write into the data folder: `kbgen fmt`, `kbgen schema`, `kbgen new`.
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <system_error>

#include "generator/check/scaffold.h"
#include "generator/commands.h"
#include "generator/record/canonical.h"
#include "generator/record/catalog.h"
#include "generator/record/files.h"
#include "generator/record/json_schema.h"
#include "generator/record/near_names.h"
#include "generator/record/reader.h"
#include "generator/record/shapes.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;

constexpr int kDone = 0;
constexpr int kProblems = 1;
constexpr int kCouldNotRun = 2;

int Complain(const std::string& message, int code) {
  std::cerr << "kbgen: " << message << '\n';
  return code;
}

// The path of "file" in the data folder: "records/ike/13801.json".
std::string PathInData(const fs::path& file, const fs::path& data) {
  std::error_code error;
  return fs::weakly_canonical(file, error).lexically_relative(fs::weakly_canonical(data, error)).generic_string();
}

int FormatFile(const fs::path& file, const FmtOptions& options) {
  const std::string path = PathInData(file, options.data);
  const Shape* shape = ShapeOfFile(path);
  if (shape == nullptr) shape = ShapeOfOverlayFile(path);  // --data may name an overlay
  if (shape == nullptr)
    return Complain(file.generic_string() + ": not a file of the knowledge base that has a canonical form",
                    kCouldNotRun);
  const Result<std::string> content = ReadFile(file);
  if (!content.ok()) return Complain(content.error().message, kCouldNotRun);
  const Result<std::string> canonical = Canonical(*content, file.generic_string(), *shape);
  if (!canonical.ok()) return Complain(canonical.error().message, kProblems);
  if (*canonical == *content) return kDone;
  std::cout << file.generic_string() << '\n';
  if (options.only_check) return kProblems;
  const Status written = WriteFileAtomically(file, *canonical);
  return written.ok() ? kDone : Complain(written.error().message, kCouldNotRun);
}

std::string Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char text[16];
  std::strftime(text, sizeof text, "%Y-%m-%d", &local);
  return text;
}

// The words stand in the record now: their rows go.
int MoveSearchWords(const std::vector<std::string>& symbols, const fs::path& data) {
  if (symbols.empty()) return kDone;
  const fs::path table = data / "catalog" / "search-words.tsv";
  const Result<std::string> content = ReadFile(table);
  const Status written = content.ok() ? WriteFileAtomically(table, WithoutRowsOf(*content, symbols)) : content.error();
  const std::string names = JoinNames(symbols, " and ");
  if (!written.ok())
    return Complain(written.error().message + "; remove the row of " + names + " by hand: the record has its words",
                    kCouldNotRun);
  std::cout << table.generic_string() << '\n';
  std::cerr << "kbgen: the search words of " << names << " moved from the table into the record; send both files\n";
  return kDone;
}

}  // namespace

int RunFmt(const FmtOptions& options) {
  std::error_code error;
  if (!fs::is_directory(options.data, error)) return Complain(options.data + ": not a folder", kCouldNotRun);
  std::vector<fs::path> files(options.files.begin(), options.files.end());
  if (files.empty())
    for (const std::string& path : ListDataFiles(options.data)) files.push_back(fs::path(options.data) / path);
  int worst = kDone;
  for (const fs::path& file : files) worst = std::max(worst, FormatFile(file, options));
  return worst;
}

int RunSchema(const SchemaOptions& options) {
  if (options.out.empty()) {
    std::cout << JsonSchema(options.of_overlay ? OverlayRecordShape() : RecordShape());
    return std::cout ? kDone : kCouldNotRun;
  }
  for (const SchemaFile& schema : options.of_overlay ? OverlaySchemaFiles() : SchemaFiles()) {
    const Status written = WriteFileAtomically(fs::path(options.out) / schema.name, JsonSchema(*schema.shape));
    if (!written.ok()) return Complain(written.error().message, kCouldNotRun);
  }
  return kDone;
}

int RunNew(const NewOptions& options) {
  Result<ReadOutcome> outcome = ReadKnowledgeBase(options.data);
  if (!outcome.ok()) return Complain(outcome.error().message, kCouldNotRun);
  const Result<Scaffold> scaffold =
      MakeScaffold(outcome->knowledge_base, options.code, options.today.empty() ? Today() : options.today);
  if (!scaffold.ok()) return Complain(scaffold.error().message, kCouldNotRun);
  const fs::path file = fs::path(options.data) / scaffold->path_in_data;
  std::error_code error;
  if (fs::exists(file, error))
    return Complain(file.generic_string() + ": is there already and was left as it is", kCouldNotRun);
  fs::create_directories(file.parent_path(), error);
  if (error)
    return Complain(file.parent_path().generic_string() + ": could not make the folder: " + error.message(),
                    kCouldNotRun);
  const Status written = WriteFileAtomically(file, scaffold->content);
  if (!written.ok()) return Complain(written.error().message, kCouldNotRun);
  std::cout << file.generic_string() << '\n';
  return MoveSearchWords(scaffold->moved_search_words, options.data);
}

}  // namespace errlookup
