#include "generator/render/citations.h"

#include <algorithm>

namespace errlookup {

Citations::Citations(const LinkedBase& linked, const Record& record) {
  const auto add_procedure = [&](const Text& id) {
    if (const Procedure* procedure = linked.FindProcedure(id.value)) Add(linked, procedure->sources);
  };
  for (const Cause& cause : record.causes) {
    Add(linked, cause.sources);
    if (cause.check) add_procedure(cause.check->procedure);
  }
  for (const Fix& fix : record.fixes) {
    Add(linked, fix.sources);
    add_procedure(fix.procedure);
  }
  Add(linked, record.sources);
}

Citations::Citations(const LinkedBase& linked, const std::vector<Text>& sources) { Add(linked, sources); }

std::optional<std::size_t> Citations::Number(std::string_view source_id) const {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (sources_[i]->id == source_id) return i + 1;
  }
  return std::nullopt;
}

void Citations::Add(const LinkedBase& linked, const std::vector<Text>& ids) {
  for (const Text& id : ids) {
    const Source* source = linked.FindSource(id.value);
    if (source != nullptr && !Number(id.value)) sources_.push_back(source);
  }
}

bool ShownProcedures::IsFirstUse(const Procedure& procedure) {
  if (std::ranges::find(shown_, &procedure) != shown_.end()) return false;
  shown_.push_back(&procedure);
  return true;
}

}  // namespace errlookup
