// Every spelling of decode-vectors.tsv must give the readings of its row, in this order, first; weaker ones may
// follow. "none" means no reading at all.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lookup/base/code.h"
#include "lookup/engine/engine.h"
#include "lookup/engine/text_number.h"
#include "tests/support/catalog_index.h"
#include "tests/support/tsv.h"

namespace errlookup {
namespace {

struct Vector {
  std::string input;
  std::string readings;
  std::string why;
};

void PrintTo(const Vector& vector, std::ostream* out) { *out << vector.input << " (" << vector.why << ")"; }

std::vector<Vector> Vectors() {
  std::vector<Vector> vectors;
  for (const auto& row : ReadTsv(DECODE_VECTORS_FILE)) vectors.push_back({row[0], row[1], row[2]});
  return vectors;
}

std::string TextOf(const std::vector<Reading>& readings) {
  std::string text;
  for (const Reading& reading : readings)
    text += (text.empty() ? "" : ";") + std::string(SpaceName(reading.space)) + ":" + HexText(reading.value);
  return text.empty() ? "none" : text;
}

class DecodeVectors : public testing::TestWithParam<Vector> {};

TEST_P(DecodeVectors, AreReadAsTheTableSays) {
  const std::string text = TextOf(Engine(CatalogIndex()).Decode(GetParam().input));
  if (GetParam().readings == "none") {
    EXPECT_EQ(text, "none");
  } else {
    EXPECT_EQ((text + ";").substr(0, GetParam().readings.size() + 1), GetParam().readings + ";") << "all: " << text;
  }
}

// Row numbers as an editor shows them: the header is row 1.
INSTANTIATE_TEST_SUITE_P(Rows, DecodeVectors, testing::ValuesIn(Vectors()),
                         [](const auto& vector) { return "Row" + std::to_string(vector.index + 2); });

}  // namespace
}  // namespace errlookup
