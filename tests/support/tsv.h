// Tables of the data and of the tests: one header row, tabs, no quoting.
#ifndef TESTS_SUPPORT_TSV_H_
#define TESTS_SUPPORT_TSV_H_

#include <string>
#include <vector>

namespace errlookup {

// The rows below the header. Every row has as many cells as the header. Ends the program if there is no file.
std::vector<std::vector<std::string>> ReadTsv(const std::string& path);

}  // namespace errlookup

#endif  // TESTS_SUPPORT_TSV_H_
