// What a template or a JSON file shows, as a tree of plain values: text, whole numbers, yes or no, lists, objects.
#ifndef GENERATOR_RENDER_VIEW_H_
#define GENERATOR_RENDER_VIEW_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace errlookup {

class View {
 public:
  using List = std::vector<View>;
  using Members = std::vector<std::pair<std::string, View>>;  // in the order they were set

  View() : value_(Members{}) {}                                   // an empty object
  View(bool yes) : value_(yes) {}                                 // NOLINT: implicit by design
  View(std::int64_t number) : value_(number) {}                   // NOLINT
  View(std::string text) : value_(std::move(text)) {}             // NOLINT
  View(std::string_view text) : value_(std::string(text)) {}      // NOLINT
  View(const char* text) : value_(std::string(text)) {}           // NOLINT
  View(List items) : value_(std::move(items)) {}                  // NOLINT

  // Sets a member of an object; the last value of a name counts. Returns the object.
  View& Set(std::string_view name, View value) {
    for (auto& [known, old] : std::get<Members>(value_)) {
      if (known == name) {
        old = std::move(value);
        return *this;
      }
    }
    std::get<Members>(value_).emplace_back(std::string(name), std::move(value));
    return *this;
  }

  const bool* yes() const { return std::get_if<bool>(&value_); }
  const std::int64_t* number() const { return std::get_if<std::int64_t>(&value_); }
  const std::string* text() const { return std::get_if<std::string>(&value_); }
  const List* list() const { return std::get_if<List>(&value_); }
  const Members* members() const { return std::get_if<Members>(&value_); }

 private:
  std::variant<bool, std::int64_t, std::string, List, Members> value_;
};

}  // namespace errlookup

#endif  // GENERATOR_RENDER_VIEW_H_
