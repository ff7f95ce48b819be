// A small knowledge base for tests of the later passes: a few codes, a record or two, added by the test.
#ifndef TESTS_GENERATOR_RENDER_SAMPLE_BASE_H_
#define TESTS_GENERATOR_RENDER_SAMPLE_BASE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "generator/record/model.h"

namespace errlookup {

inline Text MakeText(const std::string& value) { return {value, {}}; }

inline CatalogCode MakeCode(Space space, std::uint32_t value, const std::string& symbol, const std::string& family,
                            const std::string& message = "Text.") {
  CatalogCode code;
  code.space = space;
  code.value = value;
  code.symbol = symbol;
  code.header = "winerror.h";
  code.family = family;
  code.message = message;
  return code;
}

inline Family MakeFamily(const std::string& id, const std::string& title) {
  Family family;
  family.id = id;
  family.title = MakeText(title);
  family.text = MakeText("About " + title + ".");
  return family;
}

inline Source MakeSource(const std::string& id, const std::string& title, const std::string& url) {
  Source source;
  source.id = id;
  source.title = title;
  source.publisher = "Microsoft";
  source.url = url;
  source.seen = "2026-01-01";
  return source;
}

inline Term MakeTerm(const std::string& id, const std::string& name, const std::string& text = "Text.") {
  Term term;
  term.id = id;
  term.term = name;
  term.text = MakeText(text);
  return term;
}

inline MapStep MakeStep(const std::string& id, const std::vector<std::string>& symbols = {}) {
  MapStep step;
  step.id = id;
  step.title = MakeText("Step " + id);
  for (const std::string& symbol : symbols) step.codes.push_back(MakeText(symbol));
  return step;
}

inline MapMove MakeMove(const std::string& from, const std::string& to, const std::string& label) {
  MapMove move;
  move.from = MakeText(from);
  move.to = MakeText(to);
  move.label = label;
  return move;
}

inline Command MakeCommand(const std::string& line) {
  Command command;
  command.line = MakeText(line);
  return command;
}

// 13001 to 13003, BAD_SPI in two spaces, IN_USE in two spaces; families of those names.
inline KnowledgeBase SampleBase() {
  KnowledgeBase base;
  base.site.name = "Test reference";
  base.codes = {
      MakeCode(Space::kWin32, 13001, "ERROR_IPSEC_QM_POLICY_NOT_FOUND", "policy-store"),
      MakeCode(Space::kWin32, 13002, "ERROR_IPSEC_QM_POLICY_IN_USE", "policy-store"),
      MakeCode(Space::kWin32, 13003, "ERROR_IPSEC_MM_POLICY_EXISTS", "policy-store"),
      MakeCode(Space::kWin32, 13910, "ERROR_IPSEC_BAD_SPI", "ipsec-driver"),
      MakeCode(Space::kNtstatus, 0xC0360001, "STATUS_IPSEC_BAD_SPI", "ipsec-driver"),
      MakeCode(Space::kHresult, 0x8032000A, "FWP_E_IN_USE", "wfp"),
      MakeCode(Space::kNtstatus, 0xC022000A, "STATUS_FWP_IN_USE", "wfp"),
      MakeCode(Space::kNtstatus, 0xC0220100, "STATUS_FWP_TCPIP_NOT_READY", "wfp"),
  };
  base.families = {MakeFamily("policy-store", "Policy store"), MakeFamily("ipsec-driver", "Driver"), MakeFamily("wfp", "Filter engine")};
  return base;
}

// A record with a cause and a fix.
inline Record SampleRecord(const std::vector<std::string>& symbols, const std::string& title) {
  Record record;
  record.file = "data/records/family/name.json";
  for (const std::string& symbol : symbols) record.codes.push_back(MakeText(symbol));
  record.title = MakeText(title);
  record.summary = MakeText("Summary.");
  record.level = "beginner";
  record.status = "checked";
  record.updated = "2026-01-02";
  record.quick_answer = MakeText("Do this.");
  record.meaning = MakeText("It means that.");
  Cause cause;
  cause.id = "one";
  cause.text = MakeText("A cause.");
  cause.likelihood = "common";
  cause.evidence = "reasoned";
  record.causes.push_back(cause);
  Fix fix;
  fix.id = "mend";
  fix.title = MakeText("Mend it");
  fix.causes = {MakeText("one")};
  fix.risk = "safe";
  fix.steps.emplace_back();
  fix.steps[0].doing = MakeText("Run it.");
  fix.steps[0].expect = MakeText("Works.");
  fix.steps[0].otherwise = MakeText("Does not.");
  fix.evidence = "reasoned";
  record.fixes.push_back(fix);
  return record;
}

}  // namespace errlookup

#endif  // TESTS_GENERATOR_RENDER_SAMPLE_BASE_H_
