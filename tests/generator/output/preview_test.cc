#include "generator/output/preview.h"

#include <gmock/gmock.h>

namespace errlookup {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

PreviewState State() {
  PreviewState state;
  state.files = {{"index.html", "<p>start</p>"}, {"errors/1.html", "<p>one</p>"}, {"assets/page.js", "run();"}};
  return state;
}

std::string Get(const PreviewState& state, const std::string& target, const std::string& host = "localhost:8000") {
  return PreviewResponse(state, "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
}

TEST(Preview, AnswersWithTheFile) {
  EXPECT_THAT(Get(State(), "/"), EndsWith("<p>start</p>"));
  EXPECT_THAT(Get(State(), "/errors/1.html?x=1"), EndsWith("<p>one</p>"));
  EXPECT_THAT(Get(State(), "/errors/%31.html"), EndsWith("<p>one</p>"));
}

TEST(Preview, KnowsNoFileOutsideTheSite) {
  EXPECT_THAT(Get(State(), "/../../etc/passwd"), StartsWith("HTTP/1.1 404"));
  EXPECT_THAT(Get(State(), "/%2e%2e/x"), StartsWith("HTTP/1.1 404"));
}

TEST(Preview, RefusesOtherHosts) { EXPECT_THAT(Get(State(), "/", "evil.example"), StartsWith("HTTP/1.1 403")); }

TEST(Preview, RefusesRequestsThatAreBroken) {
  EXPECT_THAT(PreviewResponse(State(), ""), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(PreviewResponse(State(), "GET /"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(Get(State(), "/%zz"), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(PreviewResponse(State(), "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"), StartsWith("HTTP/1.1 405"));
}

TEST(Preview, ShowsTheReportInPlaceOfEveryPage) {
  PreviewState state = State();
  state.report = "data/x.json:1:1: error";
  EXPECT_THAT(Get(state, "/errors/1.html"), HasSubstr("data/x.json:1:1"));
  EXPECT_THAT(Get(state, "/assets/page.js"), HasSubstr("run();"));
}

TEST(Preview, AnswersHeadWithoutTheBody) {
  EXPECT_THAT(PreviewResponse(State(), "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n"), Not(HasSubstr("start")));
}

TEST(Preview, LetsPagesAskForTheVersion) {
  EXPECT_THAT(Get(State(), "/assets/page.js"), HasSubstr("/.kbgen/version"));
  EXPECT_THAT(Get(State(), "/.kbgen/version"), EndsWith("\r\n\r\n1"));
}

}  // namespace
}  // namespace errlookup
