#include "lookup/cli/index_source.h"

#include <utility>

#include "lookup/cli/safe_text.h"
#include "lookup/cli/terminal.h"

namespace errlookup {

Result<OpenedIndex> OpenIndexFile(const std::string& file, std::string_view missing_hint) {
  Result<std::vector<std::byte>> bytes = ReadFile(file);
  if (!bytes.ok()) {
    const bool is_missing = bytes.error().code == ErrorCode::kNotFound;
    return Fail(bytes.error().code,
                SafeText(bytes.error().message) + (is_missing ? "; " + std::string(missing_hint) : std::string()));
  }
  Result<IndexReader> reader = IndexReader::Open(*bytes, Trust::kVerify);
  if (!reader.ok()) {
    return Fail(reader.error().code, SafeText(file) + ": " + reader.error().message);
  }
  return OpenedIndex{.bytes = std::move(*bytes), .reader = std::move(*reader)};
}

Result<OpenedIndex> OpenIndex(const std::optional<std::string>& file) {
  constexpr std::string_view kHint = "kbgen build writes it as errors.idx";
  if (file) return OpenIndexFile(*file, kHint);
  if (const std::optional<std::string> named = Environment("ERRLOOKUP_INDEX")) return OpenIndexFile(*named, kHint);
  Result<IndexReader> reader = IndexReader::Open(EmbeddedIndex(), Trust::kEmbedded);
  if (!reader.ok()) {
    return Fail(reader.error().code, "the index inside the program cannot be read: " + reader.error().message +
                                         "; this copy of errlookup is damaged: copy it again");
  }
  return OpenedIndex{.bytes = {}, .reader = std::move(*reader)};
}

}  // namespace errlookup
