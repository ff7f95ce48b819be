// The knowledge base with what a company adds to it: `errlookup --overlay FILE`.
//
// Every layer is an index with an engine of its own. All are asked, then the answers are fitted together: the
// company comes first where it has something to say of what was found, and never turns a sure answer into a guess.
#ifndef LOOKUP_CLI_LAYERS_H_
#define LOOKUP_CLI_LAYERS_H_

#include <string>
#include <string_view>
#include <vector>

#include "lookup/base/result.h"
#include "lookup/cli/answer_part.h"
#include "lookup/cli/index_source.h"
#include "lookup/cli/options.h"
#include "lookup/engine/engine.h"

namespace errlookup {

struct Layer {
  OpenedIndex opened;
  std::string name;  // who speaks, safe for a terminal; empty: this knowledge base
};

// The overlays that --overlay or ERRLOOKUP_OVERLAY names, in that order, then the knowledge base itself. Errors name
// the file, the variable if that named it, and the next step.
Result<std::vector<Layer>> OpenLayers(const Options& options);

// The same without the overlays that cannot be opened. An Error is only that the knowledge base itself cannot be.
struct ReadableLayers {
  std::vector<Layer> layers;
  std::vector<Error> left_out;  // why, for each overlay that is not among them
};
Result<ReadableLayers> OpenReadableLayers(const Options& options);

// One part for each layer, in the order of the layers. "layers" must outlive them.
//
// When the knowledge base is sure of an answer, an overlay is sure of its pages for the same codes, of codes that the
// query spells, and of messages that fit no worse; all else it finds are suggestions. When the knowledge base is not
// sure, an overlay is what its own engine says. Words that nobody is sure of are also held against the messages of the
// system (system_messages.h).
std::vector<AnswerPart> AskLayers(const std::vector<Layer>& layers, std::string_view query, const QueryOptions& options);

// As Engine::Decode: parts whose answers hold only readings.
std::vector<AnswerPart> DecodeLayers(const std::vector<Layer>& layers, std::string_view text, const QueryOptions& options);

// AnswerToJson and ReadingsToJson (lookup/engine/answer_json.h) of several parts; what a company says has "origin". The
// results that would be shown as a page have their sections, or only "section" unless that is empty; general codes have
// the pages that mention them.
struct PartsJsonOptions {
  std::size_t limit = 10;
  std::string_view section = {};
};
std::string PartsToJson(const std::vector<AnswerPart>& parts, std::string_view query, const PartsJsonOptions& options);
std::string ReadingPartsToJson(const std::vector<AnswerPart>& parts, std::string_view query);

}  // namespace errlookup

#endif  // LOOKUP_CLI_LAYERS_H_
