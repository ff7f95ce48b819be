#include "generator/render/templates.h"

#include <cassert>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include <kainjow/mustache.hpp>

namespace errlookup {
namespace {

namespace mustache = kainjow::mustache;
using Texts = std::map<std::string, std::string, std::less<>>;

// The library holds that an empty string is present in a section; for pages it is absent.
mustache::data ToData(const View& view) {
  if (const bool* yes = view.yes()) return mustache::data(*yes);
  if (const std::int64_t* number = view.number()) return mustache::data(std::to_string(*number));
  if (const std::string* text = view.text()) return text->empty() ? mustache::data(false) : mustache::data(*text);
  if (const View::List* list = view.list()) {
    mustache::data items(mustache::data::type::list);
    for (const View& item : *list) items.push_back(ToData(item));
    return items;
  }
  mustache::data object(mustache::data::type::object);
  for (const auto& [name, value] : *view.members()) object.set(name, ToData(value));
  return object;
}

// Replaces {{>name}} by the text of "name". "open" holds the names being replaced around this one.
Result<std::string> WithPartials(const Texts& texts, const std::string& name, std::vector<std::string>& open) {
  const auto found = texts.find(name);
  if (found == texts.end())
    return Fail(ErrorCode::kNotFound, open.empty() ? "template " + name + " is missing"
                                                   : "template " + open.back() + " uses {{>" + name +
                                                         "}}, but there is no " + name + ".mustache");
  for (const std::string& outer : open) {
    if (outer == name) return Fail(ErrorCode::kInvalidArgument, "template " + name + " contains itself");
  }
  open.push_back(name);
  std::string_view rest = found->second;
  std::string whole;
  for (std::size_t at = rest.find("{{>"); at != std::string_view::npos; at = rest.find("{{>")) {
    const std::size_t end = rest.find("}}", at);
    if (end == std::string_view::npos) break;  // the parser reports it
    whole += rest.substr(0, at);
    std::string partial(rest.substr(at + 3, end - at - 3));
    std::erase(partial, ' ');
    Result<std::string> text = WithPartials(texts, partial, open);
    if (!text.ok()) return text;
    whole += *text;
    rest.remove_prefix(end + 2);
    // A partial that stands alone on its line does not leave an empty one.
    if (whole.ends_with('\n') && rest.starts_with('\n')) rest.remove_prefix(1);
  }
  whole += rest;
  open.pop_back();
  return whole;
}

}  // namespace

struct Templates::Parsed {
  explicit Parsed(const std::string& text) : tree(text) {}
  // The library's render() is not const but only reads the tree when the template is valid and has no lambdas,
  // and ours have none.
  mutable mustache::mustache tree;
};

Templates::Templates() = default;
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;
Templates::~Templates() = default;

Result<Templates> Templates::FromTexts(const Texts& texts) {
  Templates templates;
  for (const auto& [name, text] : texts) {
    std::vector<std::string> open;
    const Result<std::string> whole = WithPartials(texts, name, open);
    if (!whole.ok()) return whole.error();
    auto parsed = std::make_unique<Parsed>(*whole);
    if (!parsed->tree.is_valid())
      return Fail(ErrorCode::kInvalidArgument, name + ".mustache: " + parsed->tree.error_message());
    templates.parsed_.emplace(name, std::move(parsed));
  }
  return templates;
}

Result<Templates> Templates::Load(const std::filesystem::path& folder) {
  Texts texts;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (file.path().extension() != ".mustache") continue;
    std::ifstream in(file.path(), std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) return Fail(ErrorCode::kIo, file.path().string() + ": cannot be read");
    texts.emplace(file.path().stem().string(), std::move(text));
  }
  if (error) return Fail(ErrorCode::kNotFound, folder.string() + ": cannot be read as a folder of templates");
  return FromTexts(texts);
}

std::string Templates::Render(std::string_view name, const View& view) const {
  const auto found = parsed_.find(name);
  assert(found != parsed_.end());
  return found->second->tree.render(ToData(view));
}

bool Templates::Has(std::string_view name) const { return parsed_.contains(name); }

}  // namespace errlookup
