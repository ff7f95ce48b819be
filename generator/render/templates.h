// The templates: how a page looks. Mustache (mustache(5)) with partials; templates.cc is the only file that knows
// which library reads it.
//
// {{name}} escapes for HTML. {{{name}}} does not and is for two things only: what MarkdownToHtml returned, and our
// own SVG. An empty text, an empty list and "false" count as absent in {{#name}} and {{^name}}. A name that an
// object lacks is looked up in the objects around it, so views set every name a template asks for.
#ifndef GENERATOR_RENDER_TEMPLATES_H_
#define GENERATOR_RENDER_TEMPLATES_H_

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "generator/render/view.h"
#include "lookup/base/result.h"

namespace errlookup {

class Templates {
 public:
  // Reads every <name>.mustache of a folder. {{>name}} is replaced by that file's text, at any depth. Fails when a
  // file cannot be read or parsed, or when a partial is missing or contains itself.
  static Result<Templates> Load(const std::filesystem::path& folder);
  // The same from texts by name, for tests.
  static Result<Templates> FromTexts(const std::map<std::string, std::string, std::less<>>& texts);

  Templates(Templates&&) noexcept;
  Templates& operator=(Templates&&) noexcept;
  ~Templates();

  // The template must exist (a programming error otherwise: the names are fixed in the source). May be called
  // from several threads at once.
  std::string Render(std::string_view name, const View& view) const;
  bool Has(std::string_view name) const;

 private:
  struct Parsed;
  Templates();
  std::map<std::string, std::unique_ptr<Parsed>, std::less<>> parsed_;
};

}  // namespace errlookup

#endif  // GENERATOR_RENDER_TEMPLATES_H_
