// Step one of an answer: the codes that a text spells, each with its readings.
#ifndef LOOKUP_ENGINE_DECODING_H_
#define LOOKUP_ENGINE_DECODING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lookup/engine/code_parser.h"
#include "lookup/engine/engine.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

struct DecodedCode {
  Evidence evidence = Evidence::kWeak;
  bool is_symbol = false;
  bool is_hex_guess = false;      // decimal digits were read as hexadecimal ones
  std::vector<Reading> readings;  // never empty; best first
  std::vector<Reading> others;    // of the same digits in another base: less likely
};

struct Decoding {
  std::vector<DecodedCode> codes;            // meant as codes, in order of appearance
  std::vector<DecodedCode> doubtful;         // errors of ours whose numbers stand in the text, perhaps by chance
  std::vector<std::string> unknown_symbols;  // look like symbols and are none
  std::vector<std::string> notes;            // contradictions between the codes of the text
  bool is_only_codes = false;
};

Decoding DecodeCodes(const IndexReader& index, std::string_view text, std::optional<Space> space);

}  // namespace errlookup

#endif  // LOOKUP_ENGINE_DECODING_H_
