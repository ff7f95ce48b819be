// A small dictionary: words that stand in IPsec and VPN messages in other languages of Windows -> the words of
// the English messages. Enough to find "Les attributs de sécurité IKE ne sont pas acceptables" by
// "IKE security attributes are unacceptable"; not a translation.
#ifndef LOOKUP_TEXT_LEXICON_H_
#define LOOKUP_TEXT_LEXICON_H_

#include <string_view>
#include <vector>

namespace errlookup {

// English words for a folded word written with letters; empty if none is known. Endings do not matter:
// "richtlinien" has the stem "richtlinie". Of a compound ("sperrlistenprüfung") up to three parts
// are read. The one word "the" stands for a word that says nothing: "weil", "parce".
std::vector<std::string_view> TranslateWord(std::string_view folded);

// Whether the dictionary has the word just as it is or has much of it: "niet" is Dutch, not a misspelt "net".
bool IsTerm(std::string_view folded);

// English words for the terms in UTF-8 text in Han, Kana or Hangul, in order of appearance; other characters
// are passed over.
std::vector<std::string_view> TranslatePaired(std::string_view utf8);

// Other English words for the same thing, as people who describe a symptom and as messages put it: "wrong" ->
// bad, incorrect, invalid. Empty for most words.
std::vector<std::string_view> SynonymsOf(std::string_view folded);

// The same for two words in a row: "not", "valid" -> invalid; "phase", "1" -> main; "ran", "out" -> expired. Both are
// English as people typed them or as TranslateWord gives them: "nicht gültig" is "not valid". Empty for most pairs.
std::vector<std::string_view> SynonymsOfPair(std::string_view first, std::string_view second);

}  // namespace errlookup

#endif  // LOOKUP_TEXT_LEXICON_H_
