// <Name> in commands: declared, used, with examples that belong to nobody.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "generator/check/command_line.h"
#include "generator/check/rules.h"
#include "generator/record/near_names.h"

namespace errlookup {
namespace {

bool IsDigits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string_view> SplitDots(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t dot = text.find('.');
    parts.push_back(text.substr(0, dot));
    if (dot == std::string_view::npos) return parts;
    text.remove_prefix(dot + 1);
  }
}

bool IsOctet(std::string_view part) {
  return IsDigits(part) && part.size() <= 3 && std::stoi(std::string(part)) <= 255;
}

// The blocks of RFC 5737, and addresses that are nobody's: masks, "any", loopback, broadcast.
bool IsHarmlessIpv4(const std::vector<std::string_view>& octets) {
  const std::string network = std::string(octets[0]) + "." + std::string(octets[1]) + "." + std::string(octets[2]);
  return network == "192.0.2" || network == "198.51.100" || network == "203.0.113" || octets[0] == "0" ||
         octets[0] == "127" || octets[0] == "255";
}

// Names reserved by RFC 2606 and RFC 6761.
bool IsReservedName(const std::vector<std::string_view>& labels) {
  const std::string last = LowerCase(labels.back());
  if (last == "example" || last == "test" || last == "invalid" || last == "localhost") return true;
  return labels.size() >= 2 && LowerCase(labels[labels.size() - 2]) == "example" &&
         (last == "com" || last == "net" || last == "org");
}

bool IsPublicEnding(std::string_view label) {
  static constexpr std::array<std::string_view, 14> kEndings = {"com", "net", "org", "edu", "gov", "info", "io",
                                                                "de",  "uk",  "us",  "eu",  "ru",  "cn",   "local"};
  return std::find(kEndings.begin(), kEndings.end(), LowerCase(label)) != kEndings.end();
}

// The first address or name in "text" that may belong to somebody; empty when there is none.
std::string FindForeignAddress(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \t\"'=,;()[]{}<>\\/@|", at), text.size());
    std::string_view token = text.substr(at, end - at);
    at = end + 1;
    while (token.ends_with('.')) token.remove_suffix(1);
    const std::vector<std::string_view> parts = SplitDots(token);
    if (parts.size() == 4 && std::all_of(parts.begin(), parts.end(), IsOctet)) {
      if (!IsHarmlessIpv4(parts)) return std::string(token);
    } else if (parts.size() >= 2 && IsPublicEnding(parts.back()) && !IsReservedName(parts)) {
      return std::string(token);
    } else if (std::count(token.begin(), token.end(), ':') >= 2 &&
               token.find_first_not_of("0123456789abcdefABCDEF:") == std::string_view::npos) {
      const std::string lower = LowerCase(token);  // RFC 3849; "::" is any address and "::1" loopback
      if (!lower.starts_with("2001:db8:") && lower != "::" && lower != "::1" && !lower.starts_with("fe80:"))
        return std::string(token);
    }
  }
  return {};
}

void CheckExamples(const std::vector<Placeholder>& placeholders, Problems& problems) {
  for (const Placeholder& placeholder : placeholders) {
    const std::string foreign = FindForeignAddress(placeholder.example);
    if (!foreign.empty())
      AddError(problems, placeholder.at, "example-address",
               "the example of " + placeholder.name + " is " + foreign + ", which may be somebody's",
               "use 192.0.2.x, 198.51.100.x, 203.0.113.x, 2001:db8:: or a name under example.com");
    if (placeholder.example.find('<') != std::string::npos)
      AddError(problems, placeholder.at, "example-placeholder",
               "the example of " + placeholder.name + " is a placeholder itself", "give a real-looking value");
  }
}

// One file that declares placeholders and the texts that use them.
class PlaceholderChecker {
 public:
  PlaceholderChecker(const std::vector<Placeholder>& declared, Problems& problems)
      : declared_(declared), problems_(problems) {
    for (const Placeholder& placeholder : declared) names_.push_back(placeholder.name);
  }

  // In running text a name in angle brackets stands in backticks: `<PolicyName>`.
  void Use(const Text& text) {
    for (const PlaceholderUse& use : FindPlaceholders(text.value)) {
      used_.insert(use.name);
      if (std::find(names_.begin(), names_.end(), use.name) == names_.end())
        AddError(
            problems_, PlaceInText(text, use.offset), "placeholder-undeclared", "<" + use.name + "> is not declared",
            DidYouMean(use.name, names_, "add \"" + use.name + "\" to \"placeholders\" with a label and an example"));
    }
  }
  void UseSteps(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      UseCommands(step.run);
      UseTexts({&step.doing, &step.expect, &step.otherwise});
    }
  }
  void UseCommands(const std::vector<Command>& run) {
    for (const Command& command : run) {
      Use(command.line);
      const std::string foreign = FindForeignAddress(command.line.value);
      if (!foreign.empty())
        AddError(problems_, PlaceInText(command.line, command.line.value.find(foreign)), "command-address",
                 foreign + " in a command may be somebody's",
                 "use a placeholder, or an address reserved for documentation");
    }
  }
  void UseTexts(std::initializer_list<const Text*> texts) {
    for (const Text* text : texts) Use(*text);
  }

  void Finish() {
    for (const Placeholder& placeholder : declared_)
      if (!used_.contains(placeholder.name))
        AddError(problems_, placeholder.at, "placeholder-unused", "no command uses <" + placeholder.name + ">",
                 "remove it, or use it");
    CheckExamples(declared_, problems_);
  }

 private:
  const std::vector<Placeholder>& declared_;
  Problems& problems_;
  std::vector<std::string> names_;
  std::set<std::string> used_;
};

}  // namespace

void CheckPlaceholders(const Facts& facts, Problems& problems) {
  for (const Record& record : facts.base().records) {
    PlaceholderChecker checker(record.placeholders, problems);
    checker.UseTexts({&record.quick_answer, &record.meaning});
    checker.UseCommands(record.quick_run);
    for (const Cause& cause : record.causes) {
      checker.Use(cause.text);
      if (!cause.check) continue;
      checker.UseCommands(cause.check->run);
      checker.UseTexts({&cause.check->text, &cause.check->shows});
    }
    for (const Fix& fix : record.fixes) {
      checker.UseSteps(fix.steps);
      checker.UseTexts({&fix.when, &fix.text, &fix.shows, &fix.undo});
    }
    for (const Prevention& prevention : record.prevention) {
      checker.UseCommands(prevention.run);
      checker.Use(prevention.text);
    }
    for (const Appearance& appearance : record.appears_in) checker.Use(appearance.text);
    if (record.for_developers) checker.Use(record.for_developers->text);
    for (const Related& related : record.related) checker.Use(related.text);
    for (const Question& question : record.faq) checker.Use(question.a);
    checker.Finish();
  }
  for (const Procedure& procedure : facts.base().procedures) {
    PlaceholderChecker checker(procedure.placeholders, problems);
    checker.UseSteps(procedure.steps);
    checker.UseTexts({&procedure.intro, &procedure.undo});
    for (const ResultRow& row : procedure.reading) checker.UseTexts({&row.see, &row.means});
    checker.Finish();
  }
}

}  // namespace errlookup
