// Writes the index of the tests: make_catalog_index CATALOG_FOLDER FILE
#include <fstream>
#include <iostream>

#include "generator/index/index_writer.h"
#include "tests/support/catalog_index.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto bytes = errlookup::WriteIndex(errlookup::CatalogIndexInput(argv[1]), errlookup::IndexProfile::kFull);
  if (!bytes.ok()) {
    std::cerr << bytes.error().message << '\n';
    return 2;
  }
  std::ofstream file(argv[2], std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  return file.good() ? 0 : 2;
}
