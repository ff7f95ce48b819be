#include "generator/record/json_tree.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

namespace errlookup {
namespace {

// Walks over the text and counts into a place that outlives the copies the parser makes.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t* read_count) : at_(at), read_count_(read_count) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    ++at_;
    ++*read_count_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  std::size_t* read_count_;
};

// Turns byte offsets into lines and columns.
class LineTable {
 public:
  explicit LineTable(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') starts_.push_back(i + 1);
  }
  Location Locate(const std::string& file, std::size_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto line = after - starts_.begin();
    return {file, static_cast<int>(line), static_cast<int>(offset - starts_[static_cast<std::size_t>(line) - 1]) + 1};
  }

 private:
  std::vector<std::size_t> starts_ = {0};
};

// Of "[json.exception.parse_error.101] parse error at line 3, column 5: syntax error while parsing object - invalid
// literal; last read: '...'; expected string literal" the words after the dash: the place is told by us, and what
// was read last may be any bytes.
std::string PlainReason(std::string_view message) {
  const std::size_t dash = message.find(" - ");
  std::string reason(dash == std::string_view::npos ? message : message.substr(dash + 3));
  if (const std::size_t read = reason.find("; last read: '"); read != std::string::npos) {
    const std::size_t after = reason.find("'; expected", read);
    reason.erase(read, after == std::string::npos ? std::string::npos : after + 1 - read);
  }
  static constexpr std::string_view kEnd = "unexpected end of input";
  if (const std::size_t at = reason.find(kEnd); at != std::string::npos)
    reason.replace(at, kEnd.size(), "the file ends too early");
  return reason;
}

// Word processors make these of plain quotes.
std::string_view TypographicQuoteAt(std::string_view text) {
  static constexpr std::string_view kQuotes[] = {"\u201C", "\u201D", "\u201E", "\u201F", "\u2018", "\u2019",
                                                 "\u201A", "\u00AB", "\u00BB", "\u2033", "\uFF02"};
  for (const std::string_view quote : kQuotes)
    if (text.starts_with(quote)) return quote;
  return {};
}

// The typographic quote that broke the text at "offset": there, or as the end of the string that ran on to there
// over the end of its line. Moves "offset" to it; empty when there is none.
std::string_view FindTypographicQuote(std::string_view text, std::size_t& offset) {
  if (const std::string_view quote = TypographicQuoteAt(text.substr(offset)); !quote.empty()) return quote;
  if (offset >= text.size() || (text[offset] != '\n' && text[offset] != '\r')) return {};
  for (std::size_t at = offset; at > 0 && text[at - 1] != '\n'; --at)
    if (const std::string_view quote = TypographicQuoteAt(text.substr(at - 1)); !quote.empty()) {
      offset = at - 1;
      return quote;
    }
  return {};
}

std::string MendSyntax(const std::string& reason) {
  if (reason.starts_with("unexpected '}'") || reason.starts_with("unexpected ']'"))
    return "remove the comma before it, or write what comes after the comma";
  if (reason.find("UTF-8") != std::string::npos) return "save the file as UTF-8";
  return "look just before this place for a missing comma, quote or bracket; JSON has no comments and only double "
         "quotes";
}

JsonNode NodeOf(JsonKind kind, std::string text = {}) {
  JsonNode node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const std::string& file, const std::size_t& read_count, Problems& problems)
      : text_(text), file_(file), read_count_(read_count), problems_(problems), lines_(text) {}

  JsonNode TakeRoot() { return std::move(root_); }

  // The events of the parser. Each returns whether to go on.
  bool null() { return Add(NodeOf(JsonKind::kNull)); }
  bool boolean(bool value) {
    JsonNode node = NodeOf(JsonKind::kBoolean);
    node.boolean = value;
    return Add(std::move(node));
  }
  bool number_integer(std::int64_t value) {
    JsonNode node = NodeOf(JsonKind::kNumber, std::to_string(value));
    node.integer = value;
    return Add(std::move(node));
  }
  bool number_unsigned(std::uint64_t value) {
    JsonNode node = NodeOf(JsonKind::kNumber, std::to_string(value));
    if (value <= static_cast<std::uint64_t>(INT64_MAX)) node.integer = static_cast<std::int64_t>(value);
    return Add(std::move(node));
  }
  bool number_float(double, const std::string& as_written) { return Add(NodeOf(JsonKind::kNumber, as_written)); }
  bool string(std::string& value) { return Add(NodeOf(JsonKind::kString, std::move(value))); }
  bool binary(std::vector<std::uint8_t>&) { return false; }  // not in JSON text
  bool start_object(std::size_t) { return Open(JsonKind::kObject); }
  bool start_array(std::size_t) { return Open(JsonKind::kList); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }

  bool key(std::string& name) {
    const Location at = TakePlace();
    Frame& frame = open_.back();
    const auto& members = frame.node.members;
    const auto first = std::find_if(members.begin(), members.end(), [&](const JsonMember& m) { return m.key == name; });
    if (first != members.end()) {
      problems_.push_back(
          {at, Severity::kError, "json-key-twice",
           "\"" + name + "\" stands twice in this object; the first is in line " + std::to_string(first->line),
           "join the two, or remove one"});
    }
    frame.key_is_repeated = first != members.end();
    frame.key = {name, at.line, at.column, {}};
    return true;
  }

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception& error) {
    std::size_t offset = std::min(position == 0 ? 0 : position - 1, text_.size());
    if (const std::string_view quote = FindTypographicQuote(text_, offset); !quote.empty()) {
      problems_.push_back({lines_.Locate(file_, offset), Severity::kError, "json-syntax",
                           "this is not JSON: " + std::string(quote) + " is a typographic quote",
                           "write the plain quote: \""});
      return false;
    }
    const std::string reason = PlainReason(error.what());
    problems_.push_back({lines_.Locate(file_, offset), Severity::kError, "json-syntax", "this is not JSON: " + reason,
                         MendSyntax(reason)});
    return false;
  }

 private:
  struct Frame {
    JsonNode node;
    JsonMember key;  // of an object: the member whose value comes next
    bool key_is_repeated = false;
  };

  // The place where the token that was just read begins: the first character after the token before it that
  // is neither blank nor a separator. (After a number the parser has read one character too many, which is
  // blank, a separator, or the end of a list or object; none of these is looked for.)
  Location TakePlace() {
    std::size_t begin = previous_end_;
    if (begin == 0 && text_.substr(0, 3) == "\xEF\xBB\xBF") begin = 3;
    while (begin < text_.size() && std::string_view(" \t\r\n,:").find(text_[begin]) != std::string_view::npos) ++begin;
    previous_end_ = read_count_;
    return lines_.Locate(file_, begin);
  }

  bool Add(JsonNode node) {
    const Location at = TakePlace();
    node.line = at.line;
    node.column = at.column;
    Place(std::move(node));
    return true;
  }

  void Place(JsonNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = open_.back();
    if (frame.node.kind == JsonKind::kList) {
      frame.node.items.push_back(std::move(node));
    } else if (!frame.key_is_repeated) {
      frame.key.value = std::move(node);
      frame.node.members.push_back(std::move(frame.key));
    }
  }

  bool Open(JsonKind kind) {
    const Location at = TakePlace();
    if (open_.size() >= kMaximumJsonDepth) {
      problems_.push_back({at, Severity::kError, "json-too-deep",
                           "values are nested more than " + std::to_string(kMaximumJsonDepth) + " deep",
                           "no file of the knowledge base needs this; look for a bracket that was never closed"});
      return false;
    }
    Frame frame;
    frame.node = NodeOf(kind);
    frame.node.line = at.line;
    frame.node.column = at.column;
    open_.push_back(std::move(frame));
    return true;
  }

  bool Close() {
    previous_end_ = read_count_;
    JsonNode node = std::move(open_.back().node);
    open_.pop_back();
    Place(std::move(node));
    return true;
  }

  std::string_view text_;
  const std::string& file_;
  const std::size_t& read_count_;
  Problems& problems_;
  LineTable lines_;
  std::size_t previous_end_ = 0;
  std::vector<Frame> open_;
  JsonNode root_;
};

}  // namespace

const JsonNode* JsonNode::Find(std::string_view key) const {
  for (const JsonMember& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::string_view JsonKindName(JsonKind kind) {
  switch (kind) {
    case JsonKind::kNull: return "null";
    case JsonKind::kBoolean: return "true or false";
    case JsonKind::kNumber: return "a number";
    case JsonKind::kString: return "a string";
    case JsonKind::kList: return "a list";
    case JsonKind::kObject: return "an object";
  }
  return "a value";
}

std::optional<JsonNode> ParseJson(std::string_view text, const std::string& file, Problems& problems) {
  std::size_t read_count = 0;
  TreeBuilder builder(text, file, read_count, problems);
  CountingIterator begin(text.data(), &read_count);
  CountingIterator end(text.data() + text.size(), &read_count);
  if (!nlohmann::json::sax_parse(begin, end, &builder)) return std::nullopt;
  return builder.TakeRoot();
}

std::string JsonQuote(std::string_view text) {
  static constexpr std::string_view kHexDigits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += kHexDigits[byte >> 4];
      out += kHexDigits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace errlookup
