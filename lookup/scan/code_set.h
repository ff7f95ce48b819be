// The codes that a scan looks for, in the forms in which logs hold them.
//
//   13801, 0x35E9                    by Small(13801)
//   0x800735E9, -2147011095          by Large(0x800735E9)
//   ERROR_IPSEC_IKE_AUTH_FAIL        by Symbol("error_ipsec_ike_auth_fail")
//   "Policy match error"             by Messages()
//
// Codes of a company, from an overlay, are spellings among the messages too: the numbers that the prefilter knows are
// those of Windows. So 0xA0010001, 2684420097, -1610547199 and names of ten letters are found, and no shorter numbers.
//
// Made once from an index: the entries that have a page. The markers of ranges among them (13800, 13897, 13909) are
// codes like others, for a log may well name them; those of other ranges have no page. Everything is copied, so that
// no look-up decodes the index; the index need not outlive the set. All members are const and may be called
// from several threads at once.
#ifndef LOOKUP_SCAN_CODE_SET_H_
#define LOOKUP_SCAN_CODE_SET_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lookup/base/code.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// A code with what a scan says of it.
struct ScanCode {
  EntryId entry = 0;
  Space space = Space::kWin32;
  std::uint32_t value = 0;
  std::string symbol;
  std::string message;  // as Windows prints it, on one line
  std::string meaning;  // the title of its page, else its message
  std::string origin;   // who says it: the name of an overlay; empty: this knowledge base
};

// A system message to be found by its text.
struct ScanMessage {
  std::string text;  // as Windows prints it, every run of blanks made one, without a final period
  // Codes that print this text, lowest first; more than one when Windows cannot tell them apart either.
  std::vector<const ScanCode*> codes;
  int word_count = 0;
  bool is_spelling = false;  // a number or a name of a code, which says what it is wherever it stands
};

// An index, and the name of the company if it is an overlay.
struct CodeLayer {
  const IndexReader* index = nullptr;
  std::string_view origin;
};

class CodeSet {
 public:
  explicit CodeSet(const IndexReader& index);
  // The overlays first: of a code that several layers have a page for, the first speaks.
  explicit CodeSet(std::span<const CodeLayer> layers);
  CodeSet(CodeSet&&) = default;
  CodeSet& operator=(CodeSet&&) = default;

  // Of a number as Windows prints decimal codes; null if it is none. RAS numbers come as such: they need more
  // context than others.
  const ScanCode* Small(std::uint32_t value) const { return value < kSmallSize ? small_[value] : nullptr; }
  // The same questions without the answer, for the many numbers that are none: true is only "perhaps".
  // They come as 0 or 1 and without a branch.
  unsigned MayBeSmall(std::uint32_t value) const { return unsigned{is_small_[value % kSmallSize]} & unsigned{value < kSmallSize}; }
  unsigned MayBeLarge(std::uint32_t value) const { return is_large_[HashOfLarge(value)]; }
  // Of a 32-bit value: an HRESULT or NTSTATUS of its own, or one that wraps another code.
  const ScanCode* Large(std::uint32_t value) const;
  // Of a symbol or an older name, in lower case; IPSEC_ symbols also without ERROR_, STATUS_ before them.
  const ScanCode* Symbol(std::string_view folded) const;

  // Longest first, then by text: the first that matches is the right one.
  const std::vector<ScanMessage>& messages() const { return messages_; }

 private:
  static constexpr std::uint32_t kSmallSize = 16384;
  static constexpr std::size_t kLargeHashSize = 16384;

  static std::size_t HashOfLarge(std::uint32_t value) { return (value * 0x9E3779B1u) >> 18; }
  void AddLarge(std::uint32_t value, const ScanCode* code);

  void AddCode(const CodeLayer& layer, EntryId id, const std::string& title);
  void AddNames(const CodeLayer& layer, EntryId id, const ScanCode* code);
  void AddSpellings(const ScanCode* code);
  void AddSymbol(std::string_view symbol, const ScanCode* code);
  void AddMessage(std::string_view message, const ScanCode* code);
  void AddFirstSentences();

  std::vector<std::unique_ptr<ScanCode>> codes_;
  std::vector<const ScanCode*> small_;
  std::bitset<kSmallSize> is_small_;
  std::bitset<kLargeHashSize> is_large_;
  std::unordered_map<std::uint32_t, const ScanCode*> large_;
  std::unordered_map<std::string, const ScanCode*> symbols_;
  std::vector<ScanMessage> messages_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_CODE_SET_H_
