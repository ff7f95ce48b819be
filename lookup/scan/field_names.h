// The first line of a file of columns (CSV and its kin), and what names of fields say.
#ifndef LOOKUP_SCAN_FIELD_NAMES_H_
#define LOOKUP_SCAN_FIELD_NAMES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace errlookup {

// What the name of a field says of the number in it: "errorCode", "Status" against "port", "error_count".
enum class FieldKind {
  kUnnamed,  // there is no name
  kNeutral,  // a name that says nothing: "Data", "ike"
  kOther,    // a port, an id, a size: the number is no code
  kStatus,   // may hold any system's codes: "status", "code", "result", "reason"
  kError,    // "error", "hresult", "failureErrorCode"
};
FieldKind KindOfField(std::string_view name);

// The header of a file of columns: its first line, the line below "#TYPE …", or "#Fields: …".
class ColumnHeader {
 public:
  // As much of a file as is looked at.
  static constexpr std::size_t kLongest = 4096;

  ColumnHeader() = default;
  // "text" is the start of a file, cut anywhere. Its header holds at least two separators and no numbers.
  explicit ColumnHeader(std::string_view text);

  bool empty() const { return kinds_.empty(); }

  // Kind of the column of the cell [begin, end) of "line"; kUnnamed if it is not the whole of a cell, or if
  // the line has more cells than the header.
  FieldKind KindOfCell(std::string_view line, std::size_t begin, std::size_t end) const;

 private:
  void TakeNames(std::string_view line, char separator);

  char separator_ = ',';
  std::vector<FieldKind> kinds_;
};

}  // namespace errlookup

#endif  // LOOKUP_SCAN_FIELD_NAMES_H_
