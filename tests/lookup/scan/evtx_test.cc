// Event logs in binary form: what a scan gets of them, and what becomes of damaged ones.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "lookup/scan/evtx_reader.h"
#include "tests/lookup/scan/evtx_maker.h"

namespace errlookup {
namespace {

// A file that lasts as long as its test.
class TempFile {
 public:
  explicit TempFile(const std::string& bytes) {
    const int fd = mkstemp(path_.data());
    if (fd >= 0) close(fd);
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TempFile() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_ = testing::TempDir() + "evtx_XXXXXX";
};

struct ReadLog {
  std::vector<std::uint64_t> ids;
  std::string xml;
  Status status = Done();
};
ReadLog Read(const std::string& bytes) {
  const TempFile file(bytes);
  ReadLog log;
  log.status = ReadEvtx(file.path(), [&](const EvtxRecord& record) {
    log.ids.push_back(record.id);
    log.xml += record.xml;
    return true;
  });
  return log;
}

const std::vector<MadeEvent> kEvents = {{41, "RasClient", "20227", {"{CoId}", "EX\\li", "Work", "13801"}},
                                        {42, "RasClient", "20227", {"{CoId}", "EX\\li", "Work", "809"}}};

class Evtx : public testing::Test {
 protected:
  void SetUp() override {
    if (!HasEvtxReader()) GTEST_SKIP() << "built without libevtx";
  }
};

TEST_F(Evtx, GivesEachEventOnOneLineWithItsNumber) {
  const ReadLog log = Read(MakeEvtx(kEvents));
  EXPECT_TRUE(log.status.ok());
  EXPECT_EQ(log.ids, (std::vector<std::uint64_t>{41, 42}));
  EXPECT_NE(log.xml.find("<Data>809</Data>"), std::string::npos);
  EXPECT_EQ(std::count(log.xml.begin(), log.xml.end(), '\n'), 2);
}

TEST_F(Evtx, StopsWhenNoMoreIsWanted) {
  const TempFile file(MakeEvtx(kEvents));
  int count = 0;
  EXPECT_TRUE(ReadEvtx(file.path(), [&](const EvtxRecord&) { return ++count < 1; }).ok());
  EXPECT_EQ(count, 1);
}

TEST_F(Evtx, ReportsAFileThatIsCutInAnEvent) {
  const ReadLog log = Read(MakeEvtx(kEvents).substr(0, 4096 + 512 + 700));
  EXPECT_FALSE(log.status.ok());
}

TEST_F(Evtx, ReportsAFileWithNothingBehindItsFirstBytes) { EXPECT_FALSE(Read(std::string("ElfFile\0", 8)).status.ok()); }

TEST_F(Evtx, ReportsAFileThatIsNotThere) {
  EXPECT_FALSE(ReadEvtx("/nonexistent/a.evtx", [](const EvtxRecord&) { return true; }).ok());
}

TEST_F(Evtx, ReportsADamagedEventAndGivesTheOther) {
  std::string bytes = MakeEvtx(kEvents);
  bytes[4096 + 512 + 40] = '\x7F';  // a token of the first event
  const ReadLog log = Read(bytes);
  EXPECT_FALSE(log.status.ok());
  EXPECT_NE(log.xml.find("<Data>809</Data>"), std::string::npos);
}

// libevtx may crash, hang or fill its memory; the reader must come back from each.
TEST_F(Evtx, ComesBackFromAnyDamage) {
  const std::string whole = MakeEvtx(kEvents);
  std::uint32_t random = 13023;
  for (int round = 0; round < 200; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 4; ++i) {
      random = random * 1664525 + 1013904223;
      const std::size_t at = (random >> 8) % 1600;
      bytes[at < 128 ? at : 4096 - 128 + at] = static_cast<char>(random);
    }
    Read(bytes);
  }
}

TEST(EvtxSignature, IsToldFromOtherFiles) {
  EXPECT_TRUE(IsEvtx(std::string_view("ElfFile\0and more", 16)));
  EXPECT_FALSE(IsEvtx("ElfFile, a text"));
  EXPECT_FALSE(IsEvtx(""));
}

}  // namespace
}  // namespace errlookup
