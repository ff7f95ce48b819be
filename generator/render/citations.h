// The numbered sources of one page.
#ifndef GENERATOR_RENDER_CITATIONS_H_
#define GENERATOR_RENDER_CITATIONS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "generator/record/model.h"
#include "generator/render/link.h"

namespace errlookup {

// Numbers from 1 in the order in which a reader of the page meets them.
class Citations {
 public:
  // Of a record: its causes, fixes, the procedures they use, then the background reading.
  Citations(const LinkedBase& linked, const Record& record);
  // Of a procedure or a map.
  Citations(const LinkedBase& linked, const std::vector<Text>& sources);

  const std::vector<const Source*>& sources() const { return sources_; }
  std::optional<std::size_t> Number(std::string_view source_id) const;

 private:
  void Add(const LinkedBase& linked, const std::vector<Text>& ids);
  std::vector<const Source*> sources_;
};

// The procedures of a page in the order of their first use; each is shown in full there and only named afterwards.
class ShownProcedures {
 public:
  bool IsFirstUse(const Procedure& procedure);

 private:
  std::vector<const Procedure*> shown_;
};

}  // namespace errlookup

#endif  // GENERATOR_RENDER_CITATIONS_H_
