#include "generator/render/markdown.h"

#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include <cmark.h>

namespace errlookup {
namespace {

// Safe mode is the library's default since 0.29: raw HTML is dropped and dangerous addresses are emptied. We never
// pass CMARK_OPT_UNSAFE. VALIDATE_UTF8 replaces invalid bytes by U+FFFD.
constexpr int kOptions = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;

struct NodeDeleter {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using NodePtr = std::unique_ptr<cmark_node, NodeDeleter>;

NodePtr Parse(std::string_view markdown) {
  return NodePtr(cmark_parse_document(markdown.data(), markdown.size(), kOptions));
}

std::string Literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? "" : text;
}

// All nodes at entry, in reading order. Collected first, because the tree is changed while going through them.
std::vector<cmark_node*> Nodes(cmark_node* root) {
  std::vector<cmark_node*> nodes;
  cmark_iter* iter = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter)) {
    if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(iter));
  }
  cmark_iter_free(iter);
  return nodes;
}

cmark_node* NewNode(cmark_node_type type, const std::string& literal) {
  cmark_node* node = cmark_node_new(type);
  cmark_node_set_literal(node, literal.c_str());
  return node;
}

void Replace(cmark_node* old, cmark_node* with) {
  cmark_node_replace(old, with);
  cmark_node_free(old);
}

// Leaves the children where the node was.
void Unwrap(cmark_node* node) {
  while (cmark_node* child = cmark_node_first_child(node)) cmark_node_insert_before(node, child);
  cmark_node_free(node);
}

// "<PolicyName>" outside backticks is HTML to Markdown and a name to its writer: show it.
void ShowRawHtml(cmark_node* node) {
  if (cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE) {
    Replace(node, NewNode(CMARK_NODE_TEXT, Literal(node)));
    return;
  }
  cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
  cmark_node_append_child(paragraph, NewNode(CMARK_NODE_TEXT, Literal(node)));
  Replace(node, paragraph);
}

constexpr std::array<std::string_view, 3> kSchemes = {"code", "procedure", "term"};

struct OwnAddress {
  std::string_view scheme, name;
};

std::optional<OwnAddress> SplitOwnAddress(std::string_view address) {
  for (const std::string_view scheme : kSchemes) {
    if (address.size() > scheme.size() && address.starts_with(scheme) && address[scheme.size()] == ':')
      return OwnAddress{scheme, address.substr(scheme.size() + 1)};
  }
  return std::nullopt;
}

void ResolveLink(cmark_node* link, const MarkdownRules& rules) {
  const std::string address = cmark_node_get_url(link);
  const std::optional<OwnAddress> own = SplitOwnAddress(address);
  if (!own) return;
  if (rules.linked != nullptr && own->scheme == "term") rules.linked->emplace(own->name);
  const std::optional<std::string> resolved =
      rules.resolve ? rules.resolve(own->scheme, own->name) : std::nullopt;
  if (resolved) {
    cmark_node_set_url(link, resolved->c_str());
  } else {
    Unwrap(link);
  }
}

bool IsInside(cmark_node* node, cmark_node_type type) {
  for (cmark_node* up = cmark_node_parent(node); up != nullptr; up = cmark_node_parent(up)) {
    if (cmark_node_get_type(up) == type) return true;
  }
  return false;
}

// Cuts a text node around the first use of each term that the page has not linked yet.
void LinkTerms(cmark_node* node, const MarkdownRules& rules) {
  const std::string text = Literal(node);
  std::size_t done = 0;
  std::size_t from = 0;
  while (const std::optional<TermHit> hit = rules.terms->Find(text, from)) {
    from = hit->end;
    if (!rules.linked->insert(hit->term->id).second) continue;
    cmark_node_insert_before(node, NewNode(CMARK_NODE_TEXT, text.substr(done, hit->begin - done)));
    cmark_node* link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, (rules.glossary_address + "#term-" + hit->term->id).c_str());
    cmark_node_set_title(link, MarkdownToPlainText(hit->term->text.value).c_str());
    cmark_node_append_child(link, NewNode(CMARK_NODE_TEXT, text.substr(hit->begin, hit->end - hit->begin)));
    cmark_node_insert_before(node, link);
    done = hit->end;
  }
  if (done > 0) cmark_node_set_literal(node, text.substr(done).c_str());
}

std::string Escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

// `netsh … name=<PolicyName>` becomes code in which the script of the page can fill in the name.
void MarkPlaceholders(cmark_node* node, const MarkdownRules& rules) {
  const std::string text = Literal(node);
  std::string html = "<code>";
  std::size_t done = 0;
  bool found = false;
  for (std::size_t open = text.find('<'); open != std::string::npos; open = text.find('<', open + 1)) {
    const std::size_t close = text.find('>', open);
    if (close == std::string::npos) break;
    const std::string name = text.substr(open + 1, close - open - 1);
    if (!rules.placeholders->contains(name)) continue;
    html += Escape(std::string_view(text).substr(done, open - done));
    html += "<var data-placeholder=\"" + Escape(name) + "\">&lt;" + Escape(name) + "&gt;</var>";
    done = close + 1;
    found = true;
  }
  if (!found) return;
  html += Escape(std::string_view(text).substr(done)) + "</code>";
  cmark_node* custom = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
  cmark_node_set_on_enter(custom, html.c_str());
  Replace(node, custom);
}

void Prepare(cmark_node* root, const MarkdownRules& rules) {
  for (cmark_node* node : Nodes(root)) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_HTML_INLINE:
      case CMARK_NODE_HTML_BLOCK:
        ShowRawHtml(node);
        break;
      case CMARK_NODE_IMAGE:  // the site shows no picture but its own
        Unwrap(node);
        break;
      case CMARK_NODE_LINK:
        ResolveLink(node, rules);
        break;
      case CMARK_NODE_HEADING:  // the page has its own outline down to level 4
        cmark_node_set_heading_level(node, 5);
        break;
      case CMARK_NODE_CODE:
        if (rules.placeholders != nullptr) MarkPlaceholders(node, rules);
        break;
      default:
        break;
    }
  }
  if (rules.terms == nullptr || rules.linked == nullptr) return;
  cmark_consolidate_text_nodes(root);
  for (cmark_node* node : Nodes(root)) {
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT && !IsInside(node, CMARK_NODE_LINK)) LinkTerms(node, rules);
  }
}

std::string Render(cmark_node* root) {
  const std::unique_ptr<char, decltype(&std::free)> html(cmark_render_html(root, kOptions), &std::free);
  return html.get();
}

}  // namespace

std::string MarkdownToHtml(std::string_view markdown, const MarkdownRules& rules) {
  if (markdown.empty()) return {};
  const NodePtr root = Parse(markdown);
  Prepare(root.get(), rules);
  return Render(root.get());
}

std::string MarkdownToInlineHtml(std::string_view markdown, const MarkdownRules& rules) {
  std::string html = MarkdownToHtml(markdown, rules);
  constexpr std::string_view kOpen = "<p>", kClose = "</p>\n";
  if (!html.starts_with(kOpen) || html.find(kClose) + kClose.size() != html.size()) return html;
  return html.substr(kOpen.size(), html.size() - kOpen.size() - kClose.size());
}

std::string MarkdownToPlainText(std::string_view markdown) {
  const NodePtr root = Parse(markdown);
  std::string plain;
  for (cmark_node* node : Nodes(root.get())) {
    const cmark_node_type type = cmark_node_get_type(node);
    const bool is_break = type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
    const bool is_block = type <= CMARK_NODE_LAST_BLOCK;
    if ((is_break || is_block) && !plain.empty() && plain.back() != ' ') plain += ' ';
    plain += Literal(node);
  }
  while (!plain.empty() && (plain.back() == '\n' || plain.back() == ' ')) plain.pop_back();
  return plain;
}

std::string ResolveLinks(std::string_view markdown, const MarkdownRules& rules) {
  std::string out;
  for (std::size_t at = markdown.find("]("); at != std::string_view::npos; at = markdown.find("](")) {
    out += markdown.substr(0, at + 2);
    markdown.remove_prefix(at + 2);
    const std::size_t end = markdown.find(')');
    if (end == std::string_view::npos) break;
    const std::string_view address = markdown.substr(0, end);
    const std::optional<OwnAddress> own = SplitOwnAddress(address);
    const std::optional<std::string> resolved =
        own && rules.resolve ? rules.resolve(own->scheme, own->name) : std::nullopt;
    out += resolved ? std::string_view(*resolved) : address;
    markdown.remove_prefix(end);
  }
  out += markdown;
  return out;
}

}  // namespace errlookup
