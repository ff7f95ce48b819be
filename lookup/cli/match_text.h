// The texts of one match, for every form of output. All of them are safe for a terminal.
#ifndef LOOKUP_CLI_MATCH_TEXT_H_
#define LOOKUP_CLI_MATCH_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine/engine.h"

namespace errlookup {

struct MatchText {
  std::string code;     // "13023", "0x8032000A"
  std::string_view space;  // "Win32"
  std::string symbol;   // empty for a code that nothing is known of
  std::string line;     // what it is, in one line: title, else message, else where it comes from
};

MatchText TextOf(const IndexReader& index, const Match& match);
MatchText TextOf(const IndexReader& index, const Reading& reading);   // by its best name
MatchText TextOf(const IndexReader& index, EntryId entry);
MatchText NameTextOf(const IndexReader& index, EntryId entry);        // without the line, which costs most

// "https://…/errors/13023.html"; empty if the index names no site.
std::string PageAddress(const IndexReader& index, const PageInfo& page);

}  // namespace errlookup

#endif  // LOOKUP_CLI_MATCH_TEXT_H_
