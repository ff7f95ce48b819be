// Reads an error index: the compact file that kbgen makes and that errlookup, the tests and the browser
// share. FORMAT.md beside this file is the authority on its bytes.
//
// The reader keeps a view of the bytes it was opened on; they must outlive it. Open validates once, so the
// accessors cannot fail: they only need ids that came from this reader. All members are const and may be
// called from several threads at once. A reader is cheap to copy and allocates nothing.
#ifndef LOOKUP_INDEX_INDEX_READER_H_
#define LOOKUP_INDEX_INDEX_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lookup/base/code.h"
#include "lookup/base/result.h"
#include "lookup/index/entry_table.h"
#include "lookup/index/grammar.h"
#include "lookup/index/index_values.h"
#include "lookup/index/packed_array.h"
#include "lookup/index/posting.h"
#include "lookup/index/text_list.h"
#include "lookup/index/word_table.h"

namespace errlookup {

// A part of a page: key as for --section ("fixes"), heading and Markdown (without the heading line).
struct Section {
  std::string key;
  std::string heading;
  std::string markdown;

  bool operator==(const Section&) const = default;
};

// The sections of a page as views of one text, for readers that only pass over them.
struct PageSections {
  struct View {
    std::string_view key;
    std::string_view heading;
    std::string_view markdown;
  };
  BlockText family_text;    // what pages without a record share comes first
  BlockText text;
  std::vector<View> views;  // of both
};

// Where an image comes from, and so how much of it Open looks at.
enum class Trust {
  kVerify,    // a file: every byte, so that no file whatever can make an accessor misbehave
  kEmbedded,  // part of this program: header and section bounds only, a few microseconds
};

class IndexReader {
 public:
  // Fails with kCorrupt, naming the section and the rule of FORMAT.md that is broken, or with
  // kUnsupportedVersion. Needs no alignment of the image.
  static Result<IndexReader> Open(std::span<const std::byte> image, Trust trust = Trust::kVerify);

  // About the data.
  std::string base_url() const;       // ends with '/', or empty
  std::string data_version() const;   // date of the newest record, YYYY-MM-DD

  // Entries.
  std::uint32_t entry_count() const;
  Entry entry(EntryId id) const;
  std::string symbol(EntryId id) const;
  std::string header(EntryId id) const;                 // "winerror.h"
  std::string message(EntryId id) const;                // empty for the general catalogue
  std::vector<std::string> aliases(EntryId id) const;   // older names

  // All entries of a number, in every space, best reading first within a space.
  IdRange FindValue(std::uint32_t value) const;
  // Position where "value" would stand: neighbours are around it.
  EntryId LowerBound(std::uint32_t value) const;
  // Entries with exactly this symbol or older name, upper or lower case, in the order of entries; empty if
  // none. A name without ASCII letters and digits is not found.
  std::vector<EntryId> FindSymbol(std::string_view symbol) const;

  // Facility names ("FACILITY_WIN32"); space is kHresult or kNtstatus.
  std::string facility_name(Space space, std::uint16_t facility) const;  // empty if unknown

  // Pages.
  std::uint32_t page_count() const;
  PageInfo page(PageId id) const;
  std::vector<EntryId> page_codes(PageId id) const;  // as PageInfo::codes, without decoding a text
  // All sections in page order; empty in an index without texts (the site's). A page without a record may begin with
  // those that it shares with its family.
  std::vector<Section> sections(PageId id) const;
  PageSections ReadSections(PageId id) const;   // the same, without copies
  bool has_texts() const;
  // The pages whose texts name a code that has no page of its own, ascending: "CRYPT_E_REVOKED: see 13817".
  std::vector<PageId> mentions(EntryId id) const;

  // Vocabulary: folded words (lookup/text/tokenizer.h) and where they stand.
  std::uint32_t word_count() const;
  std::string word(WordId id) const;
  std::vector<std::string> words(std::span<const WordId> ascending) const;  // of several ids, faster than one by one
  std::optional<WordId> FindWord(std::string_view word) const;
  IdRange FindPrefix(std::string_view prefix) const;   // words that begin with it
  std::vector<Posting> postings(WordId id) const;      // ordered by entry, then field, no pair twice
  PostingCursor posting_cursor(WordId id) const;       // the same without a list
  // LetterMask(word(id)) without decoding the word: one load, so all words can be sieved for a typo search.
  std::uint32_t letter_mask(WordId id) const { return words_.letter_mask(id); }

 private:
  class Parser;

  IndexReader() = default;
  // index_verify.cc
  Status Verify(std::size_t file_length) const;
  Status VerifyDetails() const;
  Status VerifyPages() const;
  Status VerifyFacilities() const;
  Status VerifyMentions() const;

  std::optional<std::uint32_t> FindDetail(EntryId id) const;
  bool HasName(EntryId id, std::string_view folded_name) const;

  std::string_view base_url_, data_version_;
  Grammar name_grammar_, text_grammar_;

  EntryTable entries_;
  std::uint32_t header_count_ = 0;
  TextList headers_;
  TextList symbols_;

  PackedArray facility_keys_;  // space << 16 | facility, ascending
  TextList facility_names_;

  PackedArray detail_entries_;  // ascending
  PackedArray detail_pages_;    // page + 1, or 0
  TextList detail_texts_;       // message, aliases separated by spaces

  PackedArray page_code_begins_;  // in page_codes_, and the end
  PackedArray page_codes_;
  PackedArray page_has_record_;
  TextList page_infos_;

  bool has_texts_ = false;
  TextList page_texts_;
  // Looked into when they are asked for: most queries never do.
  Bytes family_texts_, mentions_;

  WordTable words_;
};

}  // namespace errlookup

#endif  // LOOKUP_INDEX_INDEX_READER_H_
