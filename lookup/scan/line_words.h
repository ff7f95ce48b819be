// What the words of a line say of the numbers in it. Lines come in lower case, unless it says otherwise.
#ifndef LOOKUP_SCAN_LINE_WORDS_H_
#define LOOKUP_SCAN_LINE_WORDS_H_

#include <initializer_list>
#include <string_view>

namespace errlookup {

bool ContainsAny(std::string_view text, std::initializer_list<std::string_view> words);
// Whether one of the words begins a word of "text".
bool HasWordFrom(std::string_view text, std::initializer_list<std::string_view> words);

// That something has failed, or what it returned, in the languages of Windows.
bool HasErrorWord(std::string_view line);
// Of those only the words that are never said of what went well; "word" is folded (lookup/text/fold.h).
bool IsStrongErrorWord(std::string_view word);

// VPN, IPsec, IKE, RAS.
bool HasVpnWord(std::string_view line);
// A system with errors of three digits, or of five, of its own: "HTTP error 809".
bool HasForeignWord(std::string_view line);
// "ORA-29283:", "DRG-13801:": a product that numbers its messages. "line" in its own letters.
bool HasForeignId(std::string_view line);

}  // namespace errlookup

#endif  // LOOKUP_SCAN_LINE_WORDS_H_
