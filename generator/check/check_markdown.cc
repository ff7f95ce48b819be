// Markdown: no raw HTML, links that lead somewhere, commands in backticks that exist.
//
// The text is read as render/markdown.cc reads it, with the same library.
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <cmark.h>

#include "generator/check/rules.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IterDeleter {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

std::string_view View(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

class MarkdownChecker {
 public:
  MarkdownChecker(const Facts& facts, const Text& text, Problems& problems)
      : facts_(facts), text_(text), problems_(problems) {}

  void Check() {
    const std::unique_ptr<cmark_node, NodeDeleter> document(
        cmark_parse_document(text_.value.data(), text_.value.size(), CMARK_OPT_DEFAULT));
    const std::unique_ptr<cmark_iter, IterDeleter> iter(cmark_iter_new(document.get()));
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get()))
      if (event == CMARK_EVENT_ENTER) CheckNode(cmark_iter_get_node(iter.get()));
  }

 private:
  void CheckNode(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        Error(PlaceOf(View(cmark_node_get_literal(node))), "markdown-html",
              "raw HTML is not allowed: " + Brief(View(cmark_node_get_literal(node))),
              "use Markdown; put a name in angle brackets in backticks");
        break;
      case CMARK_NODE_HEADING:
        Error(PlaceOf(""), "markdown-heading", "the page makes the headings itself",
              "use bold text, or a paragraph of its own");
        break;
      case CMARK_NODE_IMAGE:
        Error(PlaceOf("!["), "markdown-image", "pictures are not supported in records",
              "describe it in words, or draw a map");
        break;
      case CMARK_NODE_CODE_BLOCK:
        Error(PlaceOf(View(cmark_node_get_literal(node)).substr(0, 10)), "markdown-code-block",
              "a block of code in running text cannot be checked or copied", "put commands into \"run\", one each");
        break;
      case CMARK_NODE_LINK: CheckLink(node); break;
      case CMARK_NODE_CODE: CheckCode(View(cmark_node_get_literal(node))); break;
      default: break;
    }
  }

  // The place of "literal", which comes after everything that was found before.
  Location PlaceOf(std::string_view literal) {
    const std::size_t found = text_.value.find(literal, searched_);
    if (found == std::string::npos) return PlaceInText(text_, searched_);
    searched_ = found + literal.size();
    return PlaceInText(text_, found);
  }

  static std::string Brief(std::string_view text) {
    return std::string(text.substr(0, std::min<std::size_t>(40, text.find('\n'))));
  }

  void Error(const Location& at, std::string rule, std::string reason, std::string mend) {
    AddError(problems_, at, std::move(rule), std::move(reason), std::move(mend));
  }

  static std::string TextOf(cmark_node* node) {
    std::string text;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      text += View(cmark_node_get_literal(child));
      text += TextOf(child);
    }
    return text;
  }

  void CheckLink(cmark_node* node) {
    const std::string url(View(cmark_node_get_url(node)));
    const std::string shown = TextOf(node);
    const std::size_t before = searched_;
    const Location at = PlaceOf(url);
    searched_ = before;  // what the link shows stands before its address and is visited after it
    if (shown.find_first_not_of(' ') == std::string::npos)
      Error(at, "link-empty", "the link shows no text", "write [text](" + url + ")");
    const std::size_t colon = url.find(':');
    const std::string scheme = url.substr(0, colon), name = colon == std::string::npos ? "" : url.substr(colon + 1);
    if (scheme == "code")
      CheckCodeLink(name, shown, at);
    else if (scheme == "procedure")
      CheckId(name, facts_.procedure_ids(), "procedure", at);
    else if (scheme == "term")
      CheckId(name, facts_.term_ids(), "term", at);
    else if (scheme != "https" && scheme != "http" && scheme != "mailto")
      Error(at, "link-scheme", "a link cannot lead to \"" + url + "\"",
            "use code:, procedure:, term: or a web address");
  }

  void CheckCodeLink(const std::string& name, const std::string& shown, const Location& at) {
    const CatalogCode* code = facts_.FindCode(name);
    if (code == nullptr) code = facts_.FindCodeByOlderName(name);
    if (code == nullptr && !facts_.IsCodeNumber(name)) {
      Error(at, "link-code", "there is no code " + name,
            DidYouMean(name, facts_.symbols(), "use a symbol or number of catalog/ipsec.tsv"));
      return;
    }
    // [13023](code:FWP_E_IN_USE) says one thing and leads to another.
    const bool shows_number = !shown.empty() && shown.find_first_not_of("0123456789") == std::string::npos;
    const bool is_same =
        code != nullptr ? shown == std::to_string(code->value) : shown == name || !facts_.IsCodeNumber(shown);
    if (shows_number && facts_.IsCodeNumber(shown) && !is_same && name.find_first_of("xX") == std::string::npos)
      Error(at, "link-code-differs", "the link shows " + shown + " and leads to " + name, "make the two agree");
  }

  void CheckId(const std::string& id, const std::vector<std::string>& known, const std::string& kind,
               const Location& at) {
    if (std::find(known.begin(), known.end(), id) == known.end())
      Error(at, "link-" + kind, "there is no " + kind + " \"" + id + "\"",
            DidYouMean(id, known, "add it, or take the link out"));
  }

  void CheckCode(std::string_view code) {
    const Location at = PlaceOf(code);
    if (!facts_.grammar().LooksLikeCommand(code)) return;
    for (const CommandProblem& problem : facts_.grammar().Check(code, CommandUse::kMention).problems) {
      Location place = at;
      place.column += static_cast<int>(problem.offset);
      problems_.push_back({place, problem.severity, problem.rule, problem.reason, problem.mend});
    }
  }

  const Facts& facts_;
  const Text& text_;
  Problems& problems_;
  std::size_t searched_ = 0;  // everything before this byte belongs to nodes already seen
};

// Where an HTML tag or comment begins in plain text.
std::size_t FindTag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!') return at;
  }
  return std::string::npos;
}

}  // namespace

void CheckMarkdown(const Facts& facts, Problems& problems) {
  ForEachText(facts.base(), [&](const Text& text, TextRole role) {
    if (role == TextRole::kMarkdown) {
      MarkdownChecker(facts, text, problems).Check();
      return;
    }
    for (const std::string_view mark : {"`", "](", "**"})
      if (const std::size_t at = text.value.find(mark); at != std::string::npos)
        AddError(problems, PlaceInText(text, at), "plain-markdown",
                 "this field is plain text; \"" + std::string(mark) + "\" would be shown as it is",
                 "take the mark out");
    if (const std::size_t at = FindTag(text.value); at != std::string::npos)
      AddError(problems, PlaceInText(text, at), "plain-html",
               "this field is plain text; a tag such as " + text.value.substr(at, 12) + " would be shown as it is",
               "say it without angle brackets");
  });
}

}  // namespace errlookup
