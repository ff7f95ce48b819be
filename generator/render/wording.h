// The words that stand for the values of the data, one place for the page, the Markdown and the terminal.
#ifndef GENERATOR_RENDER_WORDING_H_
#define GENERATOR_RENDER_WORDING_H_

#include <string>
#include <string_view>

#include "generator/record/model.h"

namespace errlookup {

// A short label and a sentence that explains it. Unknown values give themselves and no sentence.
struct Words {
  std::string_view label;
  std::string_view sentence;
};

Words LikelihoodWords(std::string_view likelihood);  // "common": "Common"
Words EvidenceWords(std::string_view evidence);      // "documented": "Documented", "Microsoft says so …"
Words RiskWords(std::string_view risk);              // "safe": "Safe", "Changes nothing that …"
Words RetryWords(std::string_view retry);            // "no": "Do not retry", …
Words HowWords(std::string_view how);                // of a related error: "same-object": "same object"
Words AppearanceWords(std::string_view kind);        // "event": "Event"
Words LevelWords(std::string_view level);
Words SpaceWords(Space space);                       // "Win32 error code", where it is met

// "PowerShell, as administrator, on the client"
std::string CommandContext(const Command& command);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_WORDING_H_
