#include "lookup/index/rules.h"

#include <array>
#include <string>

namespace errlookup {
namespace {

constexpr std::array<std::string_view, kRuleCount> kWords = {
    "the file is shorter than its header",
    "the file does not begin with the magic bytes of an error index",
    "the major version is not 1",
    "the length in the header is not the length of the file",
    "the checksum does not match the bytes",

    "the section table does not fit the file",
    "the ids of the sections do not ascend",
    "a section does not begin where the one before it ends, or the last one does not end with the file",
    "a section that this reader does not know is marked as required",
    "a section that every index has is missing",

    "a section is shorter or longer than its contents",
    "a count is larger than 1,048,576, or a grammar has more than 65,536 symbols",
    "a packed array is wider than it may be, or padding is not zero",
    "the offsets of a section's blocks do not ascend from 0 to the end of the blocks",
    "a block holds another number of texts than it must, or a text without an end",
    "a text is not valid UTF-8",

    "a pair names a symbol that does not exist",
    "a pair leads back to itself, or is nested deeper than 128 pairs",
    "the code lengths do not make a complete prefix code",
    "a token runs past the end of its block",
    "a block expands to more than 1,048,576 bytes, or all blocks to more than 256 times the file",

    "the entries are not in the order of value and space",
    "an entry is of a class, space or header that does not exist",
    "the facilities are not in the order of space and value, or a space has none",

    "the details are not those of the marked entries in ascending order, or name a page that does not exist",
    "a page has no code, or its codes are not exactly the entries that name it",

    "the words are not in ascending order, or one is longer than 64 bytes",
    "a posting names an entry or field that does not exist, or the postings of a word do not ascend",
    "a letter mask is not that of its word",

    "a page has a family text that does not exist",
    "the mentions are not of existing entries in ascending order, or not on existing pages in ascending order",
};

std::string WordsAndNumber(Rule rule) {
  return std::string(RuleWords(rule)) + " (rule R" + std::to_string(static_cast<int>(rule)) + ")";
}

}  // namespace

std::string_view RuleWords(Rule rule) { return kWords[static_cast<std::size_t>(rule) - 1]; }

Error Broken(Rule rule) {
  const bool is_newer = rule == Rule::kMajorVersion || rule == Rule::kUnknownRequired;
  return Fail(is_newer ? ErrorCode::kUnsupportedVersion : ErrorCode::kCorrupt,
              "index cannot be used: " + WordsAndNumber(rule) +
                  (is_newer ? "; install a newer errlookup" : "; get or make the index again"));
}

Error WrongVersion(std::uint16_t major, std::uint16_t minor) {
  return Fail(ErrorCode::kUnsupportedVersion,
              "index is version " + std::to_string(major) + "." + std::to_string(minor) + ", this program reads " +
                  std::to_string(format::kMajorVersion) + ".x: " + WordsAndNumber(Rule::kMajorVersion) +
                  "; install a newer errlookup");
}

Error Broken(Rule rule, format::SectionId section) {
  std::string message = "index section \"";
  message += format::SectionName(section);
  message += "\" is damaged: " + WordsAndNumber(rule) + "; get or make the index again";
  return Fail(ErrorCode::kCorrupt, std::move(message));
}

namespace format {

std::string_view SectionName(SectionId id) {
  static constexpr std::array<std::string_view, kSectionIdCount> kNames = {
      "meta",         "name grammar", "entries", "headers",    "symbols",      "facilities", "text grammar",
      "details",      "pages",        "page texts", "word grammar", "words", "letter masks", "postings",
      "family texts", "mentions",
  };
  return kNames[static_cast<std::size_t>(id) - 1];
}

}  // namespace format
}  // namespace errlookup
