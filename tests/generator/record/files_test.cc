#include "generator/record/files.h"

#include <csignal>
#include <filesystem>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace errlookup {
namespace {

namespace fs = std::filesystem;

class FilesTest : public ::testing::Test {
 protected:
  FilesTest() {
    std::string name = (fs::temp_directory_path() / "files_test.XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~FilesTest() override { fs::remove_all(folder_); }
  std::size_t FileCount() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(FilesTest, ReadsWhatWasWritten) {
  const std::string content("a\0b\n", 4);
  ASSERT_TRUE(WriteFileAtomically(folder_ / "f", content).ok());
  EXPECT_EQ(*ReadFile(folder_ / "f"), content);
  EXPECT_EQ(FileCount(), 1u);
}

TEST_F(FilesTest, TellsAMissingFileFromOtherFailures) {
  EXPECT_EQ(ReadFile(folder_ / "none").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ReadFile(folder_).error().code, ErrorCode::kIo);
  EXPECT_EQ(ReadFile("/dev/null").error().code, ErrorCode::kIo);
}

TEST_F(FilesTest, RefusesAFileAboveTheLimit) {
  ASSERT_TRUE(WriteFileAtomically(folder_ / "f", std::string(11, 'x')).ok());
  EXPECT_TRUE(ReadFile(folder_ / "f", 11).ok());
  const Result<std::string> refused = ReadFile(folder_ / "f", 10);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kLimit);
}

TEST_F(FilesTest, KeepsPermissionsAndWritesThroughLinks) {
  ASSERT_TRUE(WriteFileAtomically(folder_ / "f", "old").ok());
  fs::permissions(folder_ / "f", fs::perms::owner_all | fs::perms::group_read);
  fs::create_symlink("f", folder_ / "link");
  ASSERT_TRUE(WriteFileAtomically(folder_ / "link", "new").ok());
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(*ReadFile(folder_ / "f"), "new");
  EXPECT_EQ(fs::status(folder_ / "f").permissions(), fs::perms::owner_all | fs::perms::group_read);
}

// A limit on the size of files stands for a full disk: write() fails in the middle.
TEST_F(FilesTest, LeavesTheOldFileWhenTheDiskIsFull) {
  ASSERT_TRUE(WriteFileAtomically(folder_ / "f", "old").ok());
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{4096, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const Status written = WriteFileAtomically(folder_ / "f", std::string(10000, 'n'));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_FALSE(written.ok());
  EXPECT_EQ(*ReadFile(folder_ / "f"), "old");
  EXPECT_EQ(FileCount(), 1u);
}

TEST_F(FilesTest, SaysWhatCouldNotBeWritten) {
  const Status written = WriteFileAtomically(folder_ / "none" / "f", "x");
  ASSERT_FALSE(written.ok());
  EXPECT_THAT(written.error().message, ::testing::HasSubstr("none/f"));
}

}  // namespace
}  // namespace errlookup
