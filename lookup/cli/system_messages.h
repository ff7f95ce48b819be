// Finds the code behind a message that Windows shows in its own language.
//
// The index carries messages in English only. On Windows the tool asks the system how it words the codes of this
// knowledge base, and looks for the query among the answers: "Die IKE-Authentifizierungsinformationen sind nicht
// akzeptabel" finds 13801 on a German system, without our carrying a translation.
#ifndef LOOKUP_CLI_SYSTEM_MESSAGES_H_
#define LOOKUP_CLI_SYSTEM_MESSAGES_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// A code of the index and how the system words it.
struct SystemMessage {
  EntryId entry = 0;
  std::string text;  // UTF-8; inserts as in "%1" or "%1!ws!"
};

// Asks the system about every code that has a page; codes it does not know are left out. Costs milliseconds. Nothing
// on systems other than Windows. (system_messages_windows.cc, system_messages_none.cc)
std::vector<SystemMessage> SystemMessages(const IndexReader& index);

// Entries whose message the query says, in the order of "messages".
struct SaidMessages {
  std::vector<EntryId> entries;
  bool is_sure = false;  // the whole message, or a part that only this message has
};

// Compares letters and digits only, without case and accents: blanks, line ends and punctuation do not count. In this
// order: the query is the message; the message stands in the query (of several, not those inside a longer one); the
// query is at least four words in a row of the message. In scripts without blanks every character counts as a word.
SaidMessages FindSaidMessages(std::span<const SystemMessage> messages, std::string_view query);

// Puts what was found before the other matches of an answer that is not sure.
void AddSaidMessages(const IndexReader& index, const SaidMessages& said, Answer& answer);

}  // namespace errlookup

#endif  // LOOKUP_CLI_SYSTEM_MESSAGES_H_
