#include "tests/support/tsv.h"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace errlookup {
namespace {

std::vector<std::string> Cells(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') cells.emplace_back();
    else cells.back() += c;
  }
  return cells;
}

}  // namespace

std::vector<std::vector<std::string>> ReadTsv(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  if (!std::getline(file, line)) {
    std::cerr << path << ": cannot read it\n";
    std::abort();
  }
  const std::size_t width = Cells(line).size();
  std::vector<std::vector<std::string>> rows;
  while (std::getline(file, line)) {
    rows.push_back(Cells(line));
    rows.back().resize(width);
  }
  return rows;
}

}  // namespace errlookup
