#include "generator/output/publish.h"

#include <cstdlib>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "generator/output/files.h"
#include "generator/record/files.h"

namespace errlookup {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

class PublishTest : public testing::Test {
 protected:
  PublishTest() {
    std::string pattern = (fs::temp_directory_path() / "kbgen-publish-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~PublishTest() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  fs::path site() const { return folder_ / "site"; }
  std::string Read(const std::string& path) const {
    const Result<std::string> text = ReadFile(site() / path);
    return text.ok() ? *text : text.error().message;
  }
  // Everything beside the site: nothing may stay there.
  std::vector<std::string> Leftovers() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (entry.path() != site()) names.push_back(entry.path().filename().string());
    }
    return names;
  }
  fs::path folder_;
};

TEST_F(PublishTest, WritesANewSite) {
  const Result<PublishReport> report = PublishSite(site(), {{"index.html", "a"}, {"errors/1.html", "b"}});
  ASSERT_TRUE(report.ok()) << report.error().message;
  EXPECT_EQ(report->written, 2U);
  EXPECT_EQ(Read("errors/1.html"), "b");
  EXPECT_THAT(Leftovers(), IsEmpty());
}

TEST_F(PublishTest, ReplacesTheOldSiteAsAWhole) {
  ASSERT_TRUE(PublishSite(site(), {{"index.html", "a"}, {"old.html", "b"}}).ok());
  const Result<PublishReport> report = PublishSite(site(), {{"index.html", "changed"}});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->removed, 1U);
  EXPECT_EQ(Read("index.html"), "changed");
  EXPECT_FALSE(fs::exists(site() / "old.html"));
  EXPECT_THAT(Leftovers(), IsEmpty());
}

TEST_F(PublishTest, KeepsUnchangedFilesAndTheirTime) {
  ASSERT_TRUE(PublishSite(site(), {{"same.html", "a"}, {"other.html", "b"}}).ok());
  const auto past = fs::file_time_type::clock::now() - std::chrono::hours(48);
  fs::last_write_time(site() / "same.html", past);
  const Result<PublishReport> report = PublishSite(site(), {{"same.html", "a"}, {"other.html", "c"}});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->written, 1U);
  EXPECT_EQ(report->unchanged, 1U);
  EXPECT_EQ(fs::last_write_time(site() / "same.html"), past);
}

TEST_F(PublishTest, TouchesNothingWhenNothingChanged) {
  ASSERT_TRUE(PublishSite(site(), {{"a.html", "a"}}).ok());
  const auto before = fs::last_write_time(site());
  const Result<PublishReport> report = PublishSite(site(), {{"a.html", "a"}});
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->written, 0U);
  EXPECT_EQ(fs::last_write_time(site()), before);
}

TEST_F(PublishTest, RefusesAFolderThatIsNotASite) {
  fs::create_directory(site());
  ASSERT_TRUE(WriteWholeFile(site() / "letter.txt", "mine").ok());
  const Result<PublishReport> report = PublishSite(site(), {{"index.html", "a"}});
  ASSERT_FALSE(report.ok());
  EXPECT_THAT(report.error().message, HasSubstr("kbgen did not make"));
  EXPECT_EQ(Read("letter.txt"), "mine");
}

TEST_F(PublishTest, TakesAnEmptyFolder) {
  fs::create_directory(site());
  EXPECT_TRUE(PublishSite(site(), {{"index.html", "a"}}).ok());
}

TEST_F(PublishTest, TakesARelativeNameThatDoesNotExistYet) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_);
  const Result<PublishReport> report = PublishSite("site", {{"index.html", "a"}});
  fs::current_path(before);
  ASSERT_TRUE(report.ok()) << report.error().message;
  EXPECT_EQ(Read("index.html"), "a");
}

TEST_F(PublishTest, FollowsALinkToTheSite) {
  fs::create_directory(folder_ / "real");
  fs::create_directory_symlink(folder_ / "real", site());
  ASSERT_TRUE(PublishSite(site(), {{"index.html", "a"}}).ok());
  EXPECT_TRUE(fs::is_symlink(site()));
  EXPECT_TRUE(fs::exists(folder_ / "real" / "index.html"));
}

// A path component that is a file cannot become a folder: writing fails in the middle.
TEST_F(PublishTest, LeavesTheOldSiteWhenWritingFailsInTheMiddle) {
  ASSERT_TRUE(PublishSite(site(), {{"index.html", "old"}}).ok());
  const Result<PublishReport> report = PublishSite(site(), {{"index.html", "new"}, {"index.html/below", "x"}});
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(Read("index.html"), "old");
  EXPECT_THAT(Leftovers(), IsEmpty());
}

// A limit on the size of files stands for a disk that is full.
TEST_F(PublishTest, LeavesTheOldSiteWhenTheDiskIsFull) {
  ASSERT_TRUE(PublishSite(site(), {{"index.html", "old"}}).ok());
  const std::string large(1 << 16, 'x');
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const Result<PublishReport> report = PublishSite(site(), {{"index.html", "new"}, {"large.html", large}});
    ::_exit(report.ok() ? 1 : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(Read("index.html"), "old");
  EXPECT_THAT(Leftovers(), IsEmpty());
}

TEST_F(PublishTest, RemovesWhatAKilledRunLeftBehind) {
  fs::create_directories(folder_ / ".site.kbgen-999999" / "errors");
  ASSERT_TRUE(WriteWholeFile(folder_ / ".site.kbgen-999999" / "errors" / "1.html", "half").ok());
  ASSERT_TRUE(PublishSite(site(), {{"index.html", "a"}}).ok());
  EXPECT_THAT(Leftovers(), IsEmpty());
}

TEST_F(PublishTest, BringsBackASiteThatAKilledRunMovedAside) {
  ASSERT_TRUE(PublishSite(site(), {{"index.html", "old"}}).ok());
  fs::rename(site(), folder_ / ".site.kbgen-999999-old");
  ASSERT_TRUE(PublishSite(site(), {{"index.html", "old"}, {"new.html", "b"}}).ok());
  EXPECT_EQ(Read("index.html"), "old");
  EXPECT_THAT(Leftovers(), IsEmpty());
}

TEST_F(PublishTest, SaysWhenTheFolderMayNotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
  const Result<PublishReport> report = PublishSite(site(), {{"index.html", "a"}});
  fs::permissions(folder_, fs::perms::owner_all);
  ASSERT_FALSE(report.ok());
  EXPECT_EQ(report.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace errlookup
