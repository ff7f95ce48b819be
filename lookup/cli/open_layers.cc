// OpenLayers, apart from the rest of layers.h because it needs the index that is linked into the program.
#include <optional>
#include <utility>

#include "lookup/cli/layers.h"
#include "lookup/cli/safe_text.h"
#include "lookup/cli/terminal.h"

namespace errlookup {
namespace {

constexpr const char* kVariable = "ERRLOOKUP_OVERLAY";

// An overlay is one family, and its title says who speaks (kbgen overlay).
std::optional<std::string> NameOfOverlay(const IndexReader& index) {
  if (index.page_count() == 0) return std::nullopt;
  const PageInfo first = index.page(0);
  for (PageId id = 1; id < index.page_count(); ++id)
    if (index.page(id).family != first.family) return std::nullopt;
  if (first.family_title.empty()) return std::nullopt;
  return SafeText(first.family_title);
}

Result<Layer> OpenOverlay(const std::string& file) {
  Result<OpenedIndex> opened = OpenIndexFile(file, "kbgen overlay writes one");
  if (!opened.ok()) return opened.error();
  std::optional<std::string> name = NameOfOverlay(opened->reader);
  if (!name)
    return Fail(ErrorCode::kInvalidArgument,
                SafeText(file) + ": is an index but no overlay; kbgen overlay makes one; --index replaces the whole index");
  return Layer{.opened = std::move(*opened), .name = std::move(*name)};
}

std::vector<std::string> OverlayFiles(const Options& options) {
  if (!options.overlay_files.empty()) return options.overlay_files;
  if (std::optional<std::string> named = Environment(kVariable)) return {std::move(*named)};
  return {};
}

// A variable is set somewhere else than on the command line, and long forgotten.
Error WithSource(Error error, const Options& options) {
  if (options.overlay_files.empty()) error.message.insert(0, std::string(kVariable) + ": ");
  return error;
}

}  // namespace

Result<ReadableLayers> OpenReadableLayers(const Options& options) {
  ReadableLayers opened;
  for (const std::string& file : OverlayFiles(options)) {
    Result<Layer> layer = OpenOverlay(file);
    if (layer.ok()) {
      opened.layers.push_back(std::move(*layer));
    } else {
      opened.left_out.push_back(WithSource(layer.error(), options));
    }
  }
  Result<OpenedIndex> base = OpenIndex(options.index_file);
  if (!base.ok()) return base.error();
  opened.layers.push_back({.opened = std::move(*base), .name = {}});
  return opened;
}

Result<std::vector<Layer>> OpenLayers(const Options& options) {
  Result<ReadableLayers> opened = OpenReadableLayers(options);
  if (!opened.ok()) return opened.error();
  if (!opened->left_out.empty()) return opened->left_out.front();
  return std::move(opened->layers);
}

}  // namespace errlookup
