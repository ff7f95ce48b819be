#include "lookup/cli/bit_drawing.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "lookup/cli/code_text.h"
#include "lookup/cli/safe_text.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

struct BitField {
  int bits;                // how many, from the top
  bool ends_group;         // a blank behind it
  std::string_view name;
  std::string value;
  std::string meaning;     // may be empty
};

std::string Bit(bool is_set) { return is_set ? "1" : "0"; }

std::string FacilityName(const IndexReader& index, Space space, std::uint16_t facility) {
  const std::string name = index.facility_name(space, facility);
  return name.empty() ? "no name known" : SafeText(name);
}

std::string_view Definer(bool customer) { return customer ? "not defined by Microsoft" : "defined by Microsoft"; }

BitField CodeField(std::uint16_t code) { return {16, false, "code", HexText(code), "decimal " + std::to_string(code)}; }

std::vector<BitField> HresultFields(const IndexReader& index, std::uint32_t value) {
  const HresultBits bits = SplitHresult(value);
  return {
      {1, false, "severity", Bit(bits.severity), bits.severity ? "failure" : "success"},
      {1, false, "reserved", Bit(bits.reserved), bits.nt ? "part of the NTSTATUS severity" : ""},
      {1, false, "customer", Bit(bits.customer), std::string(Definer(bits.customer))},
      {1, true, "N", Bit(bits.nt), bits.nt ? "carries an NTSTATUS" : "no NTSTATUS inside"},
      {12, true, "facility", HexText(bits.facility),
       FacilityName(index, bits.nt ? Space::kNtstatus : Space::kHresult, bits.facility)},
      CodeField(bits.code),
  };
}

std::vector<BitField> NtstatusFields(const IndexReader& index, std::uint32_t value) {
  static constexpr std::array<std::string_view, 4> kSeverities = {"success", "informational", "warning", "error"};
  const NtstatusBits bits = SplitNtstatus(value);
  return {
      {2, false, "severity", std::to_string(bits.severity), std::string(kSeverities[bits.severity & 3])},
      {1, false, "customer", Bit(bits.customer), std::string(Definer(bits.customer))},
      {1, true, "reserved (N)", Bit(bits.reserved), ""},
      {12, true, "facility", HexText(bits.facility), FacilityName(index, Space::kNtstatus, bits.facility)},
      CodeField(bits.code),
  };
}

}  // namespace

bool HasBitFields(Space space) { return space == Space::kHresult || space == Space::kNtstatus || space == Space::kSetupapi; }

void DrawBits(const IndexReader& index, Space space, std::uint32_t value, const Indent& indent, Screen& screen) {
  const std::vector<BitField> fields =
      space == Space::kHresult ? HresultFields(index, value) : NtstatusFields(index, value);

  std::string digits;
  std::vector<std::size_t> columns;   // where the rail of each field stands
  int next_bit = 31;
  for (const BitField& field : fields) {
    columns.push_back(digits.size());
    for (int i = 0; i < field.bits; ++i, --next_bit) digits += (value >> next_bit & 1) != 0 ? '1' : '0';
    if (field.ends_group) digits += ' ';
  }
  screen.Verbatim({{digits, Style::kCode}}, indent);

  // The last field stands right under the digits, so that no rail crosses a text.
  for (std::size_t f = fields.size(); f-- > 0;) {
    std::string rails;
    std::size_t at = 0;
    for (std::size_t r = 0; r < f; ++r) {
      rails.append(columns[r] - at, ' ');
      rails += "│";
      at = columns[r] + 1;
    }
    rails.append(columns[f] - at, ' ');
    Indent hanging = indent.Following().Inside(rails + "└─ ", rails + "   ");
    std::string text = std::string(fields[f].name) + ": " + fields[f].value;
    if (!fields[f].meaning.empty()) text += ", " + fields[f].meaning;
    screen.Paragraph({{text}}, hanging);
  }
}

}  // namespace errlookup
