#include "lookup/cli/layers.h"

#include <algorithm>
#include <utility>

#include "lookup/cli/mentions.h"
#include "lookup/cli/system_messages.h"
#include "lookup/engine/answer_json.h"
#include "lookup/engine/json_writer.h"

namespace errlookup {
namespace {

bool HasCode(const std::vector<Match>& matches, Space space, std::uint32_t value) {
  return std::any_of(matches.begin(), matches.end(),
                     [&](const Match& match) { return match.space == space && match.value == value; });
}

const Reading* FindReading(const std::vector<Reading>& readings, Space space, std::uint32_t value) {
  for (const Reading& reading : readings)
    if (reading.space == space && reading.value == value) return &reading;
  return nullptr;
}

// Fits the answer of one overlay to a sure answer of the knowledge base.
class OverlayFitter {
 public:
  OverlayFitter(const IndexReader& base, const Answer& sure, const IndexReader& overlay, Answer own)
      : base_(base), sure_(sure), overlay_(overlay), own_(std::move(own)) {}

  Answer Fit() && {
    for (const Match& match : sure_.matches)
      if (match.is_confident) AddPagesFor(match);
    for (const Match& match : own_.matches)
      if (IsSure(match)) Add(match, true);
    for (const Match& match : own_.matches) Add(match, false);
    // How the query reads, and what is worth noting of it, the knowledge base tells; here only what is found below.
    std::erase_if(own_.readings, [&](const Reading& reading) { return !HasCode(fitted_, reading.space, reading.value); });
    Answer fitted;
    fitted.matches = std::move(fitted_);
    fitted.readings = std::move(own_.readings);
    if (sure_.is_ambiguous) fitted.notes = {"The query can be read in several ways; they are listed below."};
    return fitted;
  }

 private:
  // The overlay's page of the code, or of the same error in another space.
  void AddPagesFor(const Match& match) {
    AddPageOf(match, match.space, match.value);
    if (!match.page) return;
    for (const EntryId id : base_.page(*match.page).codes) {
      const Entry entry = base_.entry(id);
      AddPageOf(match, entry.space, entry.value);
    }
  }

  void AddPageOf(const Match& match, Space space, std::uint32_t value) {
    const IdRange ids = overlay_.FindValue(value);
    for (EntryId id = ids.begin; id < ids.end; ++id) {
      const Entry entry = overlay_.entry(id);
      if (entry.space != space || !entry.page) continue;
      Match page;
      page.space = space;
      page.value = value;
      page.entry = id;
      page.page = entry.page;
      page.route = match.route;
      page.score = match.score;
      Add(std::move(page), true);
    }
  }

  // A code that the query spells; or words, against words of the knowledge base that fit no better.
  bool IsSure(const Match& match) const {
    if (!match.is_confident) return false;
    if (FindReading(own_.readings, match.space, match.value) != nullptr) return true;
    const Match& best = sure_.matches.front();
    return FindReading(sure_.readings, best.space, best.value) == nullptr && match.score >= best.score;
  }

  // Each page once.
  void Add(Match match, bool is_confident) {
    const bool is_there = std::any_of(fitted_.begin(), fitted_.end(), [&](const Match& other) { return other.page == match.page; });
    if (is_there || !match.page) return;
    match.is_confident = is_confident;
    fitted_.push_back(std::move(match));
  }

  const IndexReader& base_;
  const Answer& sure_;
  const IndexReader& overlay_;
  Answer own_;
  std::vector<Match> fitted_;
};

std::vector<JsonReading> JsonReadingsOf(const std::vector<AnswerPart>& parts) {
  std::vector<JsonReading> readings;
  for (const PlacedReading& at : ReadingsOf(parts)) readings.push_back({at.part->index, at.reading, at.part->origin});
  return readings;
}

void WriteSections(const IndexReader& index, PageId page, std::string_view only, JsonWriter& json) {
  json.Key("sections");
  json.BeginArray();
  const PageSections sections = index.ReadSections(page);
  for (const PageSections::View& section : sections.views) {
    if (!only.empty() && section.key != only) continue;
    json.BeginObject();
    json.Field("key", section.key);
    json.Field("title", section.heading);
    json.Field("markdown", section.markdown);
    json.EndObject();
  }
  json.EndArray();
}

void WriteMentions(const IndexReader& index, const std::vector<PageId>& pages, JsonWriter& json) {
  json.Key("mentioned_on");
  json.BeginArray();
  for (const PageId id : pages) {
    const PageInfo page = index.page(id);
    const Entry entry = index.entry(page.codes.front());
    json.BeginObject();
    json.Field("code", entry.value);
    json.Field("space", SpaceName(entry.space));
    json.Field("symbol", index.symbol(page.codes.front()));
    json.FieldIfAny("title", page.title);
    json.Field("page", "errors/" + page.slug + ".html");
    json.EndObject();
  }
  json.EndArray();
}

// What only the tool says of a result, the browser does not.
std::string MembersOf(const PlacedMatch& at, std::string_view section) {
  const IndexReader& index = *at.part->index;
  JsonWriter json;
  const bool is_page = at.part->answer.is_found() && at.match == &at.part->answer.matches.front();
  if (is_page && at.match->page) WriteSections(index, *at.match->page, section, json);
  if (const std::vector<PageId> pages = MentionsOf(index, *at.match); !pages.empty()) WriteMentions(index, pages, json);
  return json.text();
}

// The part that says how the query as a whole is to be taken.
const AnswerPart& Leading(const std::vector<AnswerPart>& parts) {
  if (!parts.back().answer.is_found())
    for (const AnswerPart& part : parts)
      if (part.answer.is_found()) return part;
  return parts.back();
}

}  // namespace

std::vector<AnswerPart> AskLayers(const std::vector<Layer>& layers, std::string_view query, const QueryOptions& options) {
  std::vector<AnswerPart> parts;
  for (const Layer& layer : layers) {
    const IndexReader& index = layer.opened.reader;
    parts.push_back({.index = &index, .origin = layer.name, .answer = Engine(index).Ask(query, options)});
  }
  AnswerPart& base = parts.back();
  if (!base.answer.is_found() && base.answer.readings.empty())
    AddSaidMessages(*base.index, FindSaidMessages(SystemMessages(*base.index), query), base.answer);
  const bool is_sure = base.answer.is_found();
  for (AnswerPart& part : parts) {
    if (&part == &base) break;
    if (is_sure) part.answer = OverlayFitter(*base.index, base.answer, *part.index, std::move(part.answer)).Fit();
    // "Nothing is known of this code" is no longer true.
    std::erase_if(base.answer.matches, [&](const Match& match) {
      return !match.entry && HasCode(part.answer.matches, match.space, match.value);
    });
  }
  return parts;
}

std::vector<AnswerPart> DecodeLayers(const std::vector<Layer>& layers, std::string_view text, const QueryOptions& options) {
  std::vector<AnswerPart> parts;
  for (const Layer& layer : layers) {
    const IndexReader& index = layer.opened.reader;
    parts.push_back({.index = &index, .origin = layer.name, .answer = {}});
    parts.back().answer.readings = Engine(index).Decode(text, options);
  }
  return parts;
}

std::string PartsToJson(const std::vector<AnswerPart>& parts, std::string_view query, const PartsJsonOptions& options) {
  const AnswerPart& leading = Leading(parts);
  JsonAnswer answer{.matches = {}, .readings = JsonReadingsOf(parts), .index = leading.index, .whole = &leading.answer};
  const std::vector<PlacedMatch> matches = MatchesOf(parts, options.limit);
  std::vector<std::string> members;
  for (const PlacedMatch& at : matches) members.push_back(MembersOf(at, options.section));
  for (std::size_t i = 0; i < matches.size(); ++i)
    answer.matches.push_back({matches[i].part->index, matches[i].match, matches[i].part->origin, members[i]});
  return AnswerToJson(query, answer);
}

std::string ReadingPartsToJson(const std::vector<AnswerPart>& parts, std::string_view query) {
  return ReadingsToJson(query, JsonReadingsOf(parts));
}

}  // namespace errlookup
