#include "lookup/engine/answer_json.h"

#include "lookup/base/code.h"
#include "lookup/engine/json_writer.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

bool HasBits(Space space) { return space == Space::kHresult || space == Space::kNtstatus; }

void WriteBits(const IndexReader& index, Space space, std::uint32_t value, JsonWriter& json) {
  json.Key("bits");
  json.BeginObject();
  std::uint16_t facility = 0;
  Space facility_space = space;
  if (space == Space::kHresult) {
    const HresultBits bits = SplitHresult(value);
    json.Field("severity", std::uint32_t{bits.severity});
    json.Flag("customer", bits.customer);
    json.Flag("nt", bits.nt);
    facility = bits.facility;
    if (bits.nt) facility_space = Space::kNtstatus;  // HRESULT_FROM_NT keeps the facility of the NTSTATUS
  } else {
    const NtstatusBits bits = SplitNtstatus(value);
    json.Field("severity", std::uint32_t{bits.severity});
    json.Flag("customer", bits.customer);
    facility = bits.facility;
  }
  json.Field("facility", std::uint32_t{facility});
  json.FieldIfAny("facility_name", index.facility_name(facility_space, facility));
  json.Field("code", value & 0xFFFF);
  json.EndObject();
}

void WritePage(const PageInfo& page, std::string_view origin, JsonWriter& json) {
  json.FieldIfAny("title", page.title);
  json.FieldIfAny("summary", page.summary);
  json.FieldIfAny("family", page.family);
  json.FieldIfAny("level", page.level);
  if (origin.empty()) json.Field("page", "errors/" + page.slug + ".html");
  json.Flag("has_record", page.has_record);
}

// The other codes of the same error: STATUS_IPSEC_BAD_SPI beside ERROR_IPSEC_BAD_SPI.
void WriteTwins(const IndexReader& index, const PageInfo& page, const Match& match, JsonWriter& json) {
  if (page.codes.size() < 2) return;
  json.Key("same_error");
  json.BeginArray();
  for (const EntryId id : page.codes) {
    const Entry entry = index.entry(id);
    if (entry.value == match.value && entry.space == match.space) continue;
    json.BeginObject();
    json.Field("space", SpaceName(entry.space));
    json.Field("hex", HexText(entry.value));
    json.Field("symbol", index.symbol(id));
    json.EndObject();
  }
  json.EndArray();
}

void WriteReading(const JsonReading& at, JsonWriter& json) {
  const IndexReader& index = *at.index;
  const Reading& reading = *at.reading;
  json.BeginObject();
  json.Field("space", SpaceName(reading.space));
  json.Field("value", HexText(reading.value));
  json.Field("decimal", reading.value);
  if (reading.is_known()) json.Field("symbol", index.symbol(reading.entries.front()));
  if (reading.entries.size() > 1) {
    json.Key("other_symbols");
    json.BeginArray();
    for (std::size_t i = 1; i < reading.entries.size(); ++i) json.String(index.symbol(reading.entries[i]));
    json.EndArray();
  }
  if (HasBits(reading.space)) WriteBits(index, reading.space, reading.value, json);
  json.FieldIfAny("note", reading.note);
  json.FieldIfAny("origin", at.origin);
  json.EndObject();
}

void WriteReadings(std::span<const JsonReading> readings, JsonWriter& json) {
  json.Key("readings");
  json.BeginArray();
  for (const JsonReading& reading : readings) WriteReading(reading, json);
  json.EndArray();
}

void WriteMatch(const JsonMatch& at, JsonWriter& json) {
  const IndexReader& index = *at.index;
  const Match& match = *at.match;
  json.BeginObject();
  json.Field("code", match.value);
  json.Field("space", SpaceName(match.space));
  json.Field("hex", HexText(match.value));
  if (match.entry) {
    json.Field("symbol", index.symbol(*match.entry));
    json.FieldIfAny("header", index.header(*match.entry));
    json.FieldIfAny("message", index.message(*match.entry));
  }
  if (match.page) {
    const PageInfo page = index.page(*match.page);
    WritePage(page, at.origin, json);
    WriteTwins(index, page, match, json);
  }
  json.Field("found_by", RouteName(match.route));
  json.Flag("confident", match.is_confident);
  json.FieldIfAny("note", match.note);
  json.FieldIfAny("origin", at.origin);
  if (!at.members.empty()) json.Members(at.members);
  json.EndObject();
}

void WriteRemarks(const IndexReader& index, const Answer& answer, JsonWriter& json) {
  json.Flag("ambiguous", answer.is_ambiguous);
  json.Key("neighbours");
  json.BeginArray();
  for (const EntryId id : answer.neighbours) {
    const Entry entry = index.entry(id);
    json.BeginObject();
    json.Field("code", entry.value);
    json.Field("space", SpaceName(entry.space));
    json.Field("symbol", index.symbol(id));
    json.EndObject();
  }
  json.EndArray();
  json.Key("notes");
  json.BeginArray();
  for (const std::string& note : answer.notes) json.String(note);
  json.EndArray();
}

std::vector<JsonReading> OfOneIndex(const IndexReader& index, const std::vector<Reading>& readings) {
  std::vector<JsonReading> of_one;
  for (const Reading& reading : readings) of_one.push_back({&index, &reading, {}});
  return of_one;
}

}  // namespace

std::string AnswerToJson(std::string_view query, const JsonAnswer& answer) {
  JsonWriter json;
  json.BeginObject();
  json.Field("query", query);
  json.Flag("found", answer.whole->is_found());
  json.Key("results");
  json.BeginArray();
  for (const JsonMatch& match : answer.matches) WriteMatch(match, json);
  json.EndArray();
  WriteReadings(answer.readings, json);
  WriteRemarks(*answer.index, *answer.whole, json);
  json.EndObject();
  return json.text();
}

std::string ReadingsToJson(std::string_view query, std::span<const JsonReading> readings) {
  JsonWriter json;
  json.BeginObject();
  json.Field("query", query);
  WriteReadings(readings, json);
  json.EndObject();
  return json.text();
}

std::string AnswerToJson(const IndexReader& index, std::string_view query, const Answer& answer) {
  JsonAnswer of_one{.matches = {}, .readings = OfOneIndex(index, answer.readings), .index = &index, .whole = &answer};
  for (const Match& match : answer.matches) of_one.matches.push_back({&index, &match, {}});
  return AnswerToJson(query, of_one);
}

std::string ReadingsToJson(const IndexReader& index, std::string_view query, const std::vector<Reading>& readings) {
  return ReadingsToJson(query, OfOneIndex(index, readings));
}

}  // namespace errlookup
