// Reads the tables of data/catalog.
//
// A table is UTF-8 text: a first line with the names of the columns, then one row a line, columns separated by a
// tab. There is no quoting. Every row has every column; a column may be empty.
#ifndef GENERATOR_RECORD_CATALOG_H_
#define GENERATOR_RECORD_CATALOG_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/check/problem.h"
#include "generator/record/model.h"

namespace errlookup {

// "text" is the content of "file". Rows that break a rule are reported and left out.
std::vector<CatalogCode> ReadIpsecCodes(std::string_view text, const std::string& file, Problems& problems);
std::vector<WindowsName> ReadWindowsNames(std::string_view text, const std::string& file, Problems& problems);
std::vector<SearchWords> ReadSearchWords(std::string_view text, const std::string& file, Problems& problems);
// The text of search-words.tsv without the rows of "symbols"; every other byte stays.
std::string WithoutRowsOf(std::string_view text, const std::vector<std::string>& symbols);
std::vector<Facility> ReadFacilities(std::string_view text, const std::string& file, Problems& problems);

}  // namespace errlookup

#endif  // GENERATOR_RECORD_CATALOG_H_
