// Cuts text into the words that are searched. The index writer and the engine use the same cuts.
//
//   "ERROR_IPSEC_IKE_AUTH_FAIL (13801)"  ->  error ipsec ike auth fail 13801
//   "Échec de la négociation"            ->  echec de la negociation
//   "使用IKEv2连接"                       ->  使用 ikev2 连接
//   "策略匹配"                            ->  策略 略匹 匹配
#ifndef LOOKUP_TEXT_TOKENIZER_H_
#define LOOKUP_TEXT_TOKENIZER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// The rest of a longer word is dropped. No word that is worth searching comes near it; it bounds what a
// hostile text can cost.
inline constexpr std::size_t kMaxWordBytes = 64;

// Folded words of UTF-8 text in order of appearance: letters and digits, lower case, accents removed where
// Unicode has a base letter (é -> e); "_" separates, so a symbol gives its parts. Scripts without spaces
// (Han, Kana, Hangul) give overlapping pairs of characters. Invalid UTF-8 separates words.
std::vector<std::string> Tokenize(std::string_view utf8);

}  // namespace errlookup

#endif  // LOOKUP_TEXT_TOKENIZER_H_
