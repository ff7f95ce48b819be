// Markdown to HTML. Only markdown.cc renders with the Markdown library (check/check_markdown.cc reads the same
// syntax tree, to find what a record may not hold); it always runs in its safe mode,
// and raw HTML in the data comes out as text.
#ifndef GENERATOR_RENDER_MARKDOWN_H_
#define GENERATOR_RENDER_MARKDOWN_H_

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "generator/render/term_finder.h"

namespace errlookup {

// What Markdown may refer to, as seen from one page.
struct MarkdownRules {
  // The address behind [text](code:13023), (procedure:…), (term:…): called with the part before and after the
  // colon. Without an address the link becomes plain text.
  std::function<std::optional<std::string>(std::string_view scheme, std::string_view name)> resolve;

  // Terms to link at their first use; may be null. "linked" holds the ids that the page has linked already.
  const TermFinder* terms = nullptr;
  std::set<std::string>* linked = nullptr;
  std::string glossary_address;  // "../glossary.html"

  // Placeholders that the page can fill: <Name> in code is marked for them.
  const std::set<std::string, std::less<>>* placeholders = nullptr;
};

// Blocks: <p>…</p> and so on.
std::string MarkdownToHtml(std::string_view markdown, const MarkdownRules& rules);

// Without the paragraph around it when the text is one paragraph: for table cells, list items and sentences.
std::string MarkdownToInlineHtml(std::string_view markdown, const MarkdownRules& rules);

// The words alone, blocks joined by blanks: for descriptions and titles. Not escaped.
std::string MarkdownToPlainText(std::string_view markdown);

// The Markdown again, with the addresses of code:, procedure: and term: links replaced by what "resolve" gives.
std::string ResolveLinks(std::string_view markdown, const MarkdownRules& rules);

}  // namespace errlookup

#endif  // GENERATOR_RENDER_MARKDOWN_H_
