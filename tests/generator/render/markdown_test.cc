#include "generator/render/markdown.h"

#include <gmock/gmock.h>

#include "tests/generator/render/sample_base.h"

namespace errlookup {
namespace {

using testing::HasSubstr;
using testing::Not;

MarkdownRules Rules() {
  MarkdownRules rules;
  rules.resolve = [](std::string_view scheme, std::string_view name) -> std::optional<std::string> {
    if (scheme == "code" && name == "13023") return "13023.html";
    return std::nullopt;
  };
  return rules;
}

TEST(Markdown, ShowsRawHtmlAsText) {
  const std::string html = MarkdownToHtml("Name <PolicyName>\n\n<script>alert(1)</script>", Rules());
  EXPECT_THAT(html, HasSubstr("&lt;PolicyName&gt;"));
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("<script>")));
}

TEST(Markdown, EmptiesAddressesThatRunScripts) {
  EXPECT_THAT(MarkdownToHtml("[x](javascript:alert(1))", Rules()), Not(HasSubstr("javascript:")));
}

TEST(Markdown, ShowsTheWordsOfAPictureInsteadOfFetchingIt) {
  EXPECT_EQ(MarkdownToHtml("![words](https://example.com/x.png)", Rules()), "<p>words</p>\n");
}

TEST(Markdown, ResolvesOwnAddresses) {
  EXPECT_EQ(MarkdownToHtml("[it](code:13023)", Rules()), "<p><a href=\"13023.html\">it</a></p>\n");
}

TEST(Markdown, LeavesTheWordsOfALinkThatLeadsNowhere) {
  EXPECT_EQ(MarkdownToHtml("[it](code:1) and [that](term:none)", Rules()), "<p>it and that</p>\n");
}

TEST(Markdown, LinksATermAtItsFirstUseOnly) {
  std::vector<Term> terms = {MakeTerm("quick-mode", "quick mode", "The *second* exchange.")};
  terms[0].also = {"QM"};
  const TermFinder finder(terms);
  std::set<std::string> linked;
  MarkdownRules rules = Rules();
  rules.terms = &finder;
  rules.linked = &linked;
  rules.glossary_address = "g.html";
  EXPECT_EQ(MarkdownToHtml("Quick mode, `quick mode`, quick mode, QM.", rules),
            "<p><a href=\"g.html#term-quick-mode\" title=\"The second exchange.\">Quick mode</a>, <code>quick mode</code>, quick mode, QM.</p>\n");
  EXPECT_EQ(MarkdownToHtml("QM again", rules), "<p>QM again</p>\n");
}

TEST(Markdown, DoesNotLinkATermInsideALink) {
  const std::vector<Term> terms = {MakeTerm("sa", "SA")};
  const TermFinder finder(terms);
  std::set<std::string> linked;
  MarkdownRules rules = Rules();
  rules.terms = &finder;
  rules.linked = &linked;
  EXPECT_EQ(MarkdownToHtml("[the SA](code:13023)", rules), "<p><a href=\"13023.html\">the SA</a></p>\n");
}

TEST(Markdown, MarksPlaceholdersInCode) {
  const std::set<std::string, std::less<>> names = {"PolicyName"};
  MarkdownRules rules = Rules();
  rules.placeholders = &names;
  EXPECT_EQ(MarkdownToHtml("`show name=\"<PolicyName>\" <Other>`", rules),
            "<p><code>show name=&quot;<var data-placeholder=\"PolicyName\">&lt;PolicyName&gt;</var>&quot; &lt;Other&gt;</code></p>\n");
}

TEST(Markdown, InlineDropsTheParagraphAroundOneParagraph) {
  EXPECT_EQ(MarkdownToInlineHtml("one *word*", Rules()), "one <em>word</em>");
  EXPECT_EQ(MarkdownToInlineHtml("one\n\ntwo", Rules()), "<p>one</p>\n<p>two</p>\n");
}

TEST(Markdown, PlainTextIsTheWordsAlone) {
  EXPECT_EQ(MarkdownToPlainText("A *word*, `code` and [a link](x).\n\n- one\n- two"), "A word, code and a link. one two");
}

TEST(Markdown, ResolveLinksKeepsTheMarkdown) {
  EXPECT_EQ(ResolveLinks("*See* [it](code:13023), [web](https://x.y).", Rules()), "*See* [it](13023.html), [web](https://x.y).");
}

TEST(TermFinder, FindsWholeWordsAndPlurals) {
  const std::vector<Term> terms = {MakeTerm("sa", "SA"), MakeTerm("ipsec-sa", "IPsec SA")};
  const TermFinder finder(terms);
  EXPECT_FALSE(finder.Find("SADB and sa", 0).has_value());
  EXPECT_EQ(finder.Find("two SAs", 0)->end, 7U);
  EXPECT_EQ(finder.Find("an IPsec SA", 0)->term->id, "ipsec-sa");
}

}  // namespace
}  // namespace errlookup
