// An index to search in tests: the whole catalogue of data/catalog, one page for each IPsec code (twins share
// one), and a few pages as a record would fill them.
#ifndef TESTS_SUPPORT_CATALOG_INDEX_H_
#define TESTS_SUPPORT_CATALOG_INDEX_H_

#include <string>

#include "generator/index/index_input.h"
#include "lookup/index/index_reader.h"

namespace errlookup {

// What the index is made of. "catalog" is the folder data/catalog.
IndexInput CatalogIndexInput(const std::string& catalog);

// The index, made once when the tests are built and kept in memory until the test ends.
const IndexReader& CatalogIndex();

}  // namespace errlookup

#endif  // TESTS_SUPPORT_CATALOG_INDEX_H_
