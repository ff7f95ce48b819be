#include "lookup/cli/answer_page.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "lookup/cli/bit_drawing.h"
#include "lookup/cli/code_text.h"
#include "lookup/cli/link_list.h"
#include "lookup/cli/match_text.h"
#include "lookup/cli/mentions.h"
#include "lookup/cli/safe_text.h"
#include "lookup/cli/terminal_markdown.h"
#include "lookup/engine/text_number.h"

namespace errlookup {
namespace {

// The query as it is quoted back: a pasted log line may be long.
constexpr int kQuotedQuery = 40;
// More suggestions than this are noise when nothing was found.
constexpr std::size_t kMostSuggestions = 5;

const Indent kBody = {.first = "  ", .rest = "  "};

std::string Quoted(std::string_view query) { return "“" + CutToWidth(SafeText(query), kQuotedQuery) + "”"; }

void ShowHeading(std::string_view heading, Screen& screen) {
  screen.Blank();
  screen.Paragraph({{SafeText(heading), Style::kHeading}});
}

void ShowNote(std::string_view note, Screen& screen) {
  if (note.empty()) return;
  screen.Blank();
  screen.Paragraph({{"Note: ", Style::kWarning}, {SafeText(note)}}, {.first = "", .rest = "      "});
}

std::string NameOf(const MatchText& text) {
  if (!text.symbol.empty()) return text.symbol;
  return text.space == SpaceTitle(Space::kRaw) ? "(in no code space)" : "(no known name)";
}

// "13801  ERROR_IPSEC_IKE_AUTH_FAIL", the name on a line of its own if it does not fit. Names are never cut:
// people copy them.
void ShowCodeLine(const MatchText& text, int code_width, std::string_view remark, const Indent& indent, Screen& screen) {
  const Span code = {text.code, Style::kNumber};
  Spans name = {{NameOf(text), text.symbol.empty() ? Style::kMuted : Style::kSymbol}};
  if (!remark.empty()) name.push_back({"  " + std::string(remark), Style::kMuted});
  const int gap = code_width - TextWidth(text.code) + 2;
  const int width = TextWidth(indent.first) + code_width + 2 + TextWidth(name[0].text) +
                    (remark.empty() ? 0 : 2 + TextWidth(remark));
  if (width > screen.layout().width) {
    screen.Verbatim({code}, indent);
    screen.Verbatim(name, indent.first.empty() ? indent : indent.Following().Inside("  ", "  "));
    return;
  }
  Spans line = {code, {std::string(static_cast<std::size_t>(gap), ' ')}};
  line.insert(line.end(), name.begin(), name.end());
  screen.Verbatim(line, indent);
}

// A row of a list: a code on a line, what it is under it.
struct CodeRow {
  MatchText text;
  std::string remark;   // behind the name
};

void ShowCodeList(const std::vector<CodeRow>& rows, Screen& screen) {
  int code_width = 0;
  for (const CodeRow& row : rows) code_width = std::max(code_width, TextWidth(row.text.code));
  const std::string blanks(static_cast<std::size_t>(code_width + 2), ' ');
  const bool is_narrow = screen.layout().width < 60;
  for (const CodeRow& row : rows) {
    ShowCodeLine(row.text, code_width, row.remark, kBody, screen);
    if (row.text.line.empty()) continue;
    screen.Paragraph({{row.text.line}}, is_narrow ? kBody.Inside("  ", "  ") : kBody.Inside(blanks, blanks));
  }
}

// The space of each code is worth saying when they differ.
std::vector<CodeRow> RowsOf(const std::vector<MatchText>& texts) {
  const bool has_several_spaces = std::any_of(texts.begin(), texts.end(), [&](const MatchText& text) {
    return text.space != texts.front().space;
  });
  std::vector<CodeRow> rows;
  for (const MatchText& text : texts) rows.push_back({text, has_several_spaces ? std::string(text.space) : std::string()});
  return rows;
}

// What "outer" is made of, if the reading after it is what it carries.
std::string WrappingOf(const Reading& outer, const Reading& inner) {
  return Wrapping(outer.space, outer.value, inner.space, inner.value);
}

// How many readings from the first on are one code, each carried inside the one before it.
std::size_t ChainLength(const std::vector<Reading>& readings) {
  std::size_t length = 1;
  while (length < readings.size() && !WrappingOf(readings[length - 1], readings[length]).empty()) ++length;
  return length;
}

// "0x800735E9 = HRESULT_FROM_WIN32(13801)", with the name of what is carried unless that is explained below; and what
// else the query could be though nobody would expect it. A number in no code space is not worth a word.
void ShowHowRead(const IndexReader& index, const Match& best, const std::vector<Reading>& readings, Screen& screen) {
  const std::size_t chain = ChainLength(readings);
  if (chain > 1) {
    Spans line = {{CodeText(readings.front().space, readings.front().value), Style::kNumber}};
    for (std::size_t i = 1; i < chain; ++i) line.push_back({" = " + WrappingOf(readings[i - 1], readings[i])});
    const Reading& carried = readings[chain - 1];
    const bool is_best = carried.space == best.space && carried.value == best.value;
    if (!is_best && carried.is_known()) line.push_back({", " + SafeText(index.symbol(carried.entries.front()))});
    screen.Paragraph(line);
  }
  std::string others;
  for (const Reading& reading : std::span(readings).subspan(chain)) {
    const bool is_best = reading.space == best.space && reading.value == best.value;
    if (reading.space == Space::kRaw || is_best) continue;
    const MatchText text = TextOf(index, reading);
    others += (others.empty() ? "" : ", ") + std::string(text.space) + " " + text.code + " " + NameOf(text);
  }
  if (!others.empty()) screen.Paragraph({{"Other readings: " + others, Style::kMuted}});
  screen.Blank();
}

void ShowAmbiguity(const IndexReader& index, std::string_view query, const Answer& answer, Screen& screen) {
  const std::vector<Reading>& readings = answer.readings;
  const Match& best = answer.matches.front();
  screen.Paragraph({{Quoted(query) + " can be read in " + std::to_string(readings.size()) + " ways:", Style::kWarning}});
  std::vector<CodeRow> rows;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    CodeRow row = {TextOf(index, readings[i]), std::string(SpaceTitle(readings[i].space))};
    if (readings[i].space == best.space && readings[i].value == best.value) row.remark += ", explained below";
    if (i + 1 < readings.size() && !readings[i].is_known()) {
      if (std::string wrapping = WrappingOf(readings[i], readings[i + 1]); !wrapping.empty()) {
        row.text.symbol = std::move(wrapping);
        row.text.line.clear();
      }
    }
    rows.push_back(std::move(row));
  }
  ShowCodeList(rows, screen);
  screen.Blank();
}

// "“sat in Queue too long” fits 4 errors: 13809 (explained below), 13810, 13811, 13812": so that nobody takes the
// first one for the only one. Their names stand behind the page.
void ShowEquals(std::string_view query, const std::vector<MatchText>& texts, Screen& screen) {
  constexpr std::size_t kMostNamed = 8;
  Spans line = {{Quoted(query) + " fits " + std::to_string(texts.size()) + " errors: ", Style::kWarning},
                {texts.front().code, Style::kNumber},
                {" (explained below)"}};
  for (std::size_t i = 1; i < texts.size() && i < kMostNamed; ++i) {
    line.push_back({", "});
    line.push_back({texts[i].code, Style::kNumber});
  }
  if (texts.size() > kMostNamed) line.push_back({" and " + std::to_string(texts.size() - kMostNamed) + " more"});
  screen.Paragraph(line);
  screen.Blank();
}

// "Win32 · 0x32DF · HRESULT 0x800732DF · -2147011873 · winerror.h"
// "entry" may be null.
void ShowSpellings(const IndexReader& index, Space space, std::uint32_t value, const EntryId* entry, Screen& screen) {
  std::vector<std::string> parts = {std::string(SpaceTitle(space))};
  for (std::string& spelling : OtherSpellings(space, value)) parts.push_back(std::move(spelling));
  if (entry) {
    parts.push_back(SafeText(index.header(*entry)));
    for (const std::string& alias : index.aliases(*entry)) parts.push_back("also " + SafeText(alias));
  }
  Spans line;
  for (const std::string& part : parts) line.push_back({(line.empty() ? "" : " · ") + part, Style::kMuted});
  screen.Paragraph(line);
}

// The codes of a page, the one that was asked for first.
std::vector<EntryId> CodesOf(const Match& match, const PageInfo& page) {
  std::vector<EntryId> codes = page.codes;
  if (match.entry) {
    std::stable_partition(codes.begin(), codes.end(), [&](EntryId id) { return id == *match.entry; });
    if (codes.empty() || codes.front() != *match.entry) codes.insert(codes.begin(), *match.entry);
  }
  return codes;
}

// "page" is that of the match; null if it has none. So also below.
void ShowHead(const IndexReader& index, const Match& match, const PageInfo* page, Screen& screen) {
  std::vector<MatchText> codes;
  if (page != nullptr) {
    for (const EntryId id : CodesOf(match, *page)) codes.push_back(NameTextOf(index, id));
  } else {
    codes.push_back(TextOf(index, match));
  }
  int code_width = 0;
  for (const MatchText& text : codes) code_width = std::max(code_width, TextWidth(text.code));
  for (const MatchText& text : codes) ShowCodeLine(text, code_width, "", {}, screen);
  if (page != nullptr && !page->title.empty()) screen.Paragraph({{SafeText(page->title), Style::kTitle}});
}

void ShowFacts(const IndexReader& index, const Match& match, const PageInfo* page, Screen& screen) {
  screen.Blank();
  if (match.entry) {
    if (const std::string message = index.message(*match.entry); !message.empty())
      screen.Paragraph({{"“" + SafeText(message) + "”", Style::kEmphasis}}, {.first = "", .rest = " "});
  }
  ShowSpellings(index, match.space, match.value, match.entry ? &*match.entry : nullptr, screen);
  if (page == nullptr) return;
  std::string place = page->family_title;
  if (!page->where.empty()) place += " › " + page->where;
  screen.Paragraph({{SafeText(place), Style::kMuted}});
}

void ShowSections(const IndexReader& index, PageId id, const PageInfo& page, Screen& screen) {
  const PageSections sections = index.ReadSections(id);
  LinkList links(index.base_url(), page.slug);
  for (const PageSections::View& section : sections.views) {
    ShowHeading(section.heading, screen);
    ShowMarkdown(section.markdown, links, kBody, screen);
  }
  links.Show(screen);
}

void ShowNeighbours(const IndexReader& index, const Answer& answer, Screen& screen) {
  if (answer.neighbours.empty()) return;
  ShowHeading("Nearest known codes", screen);
  std::vector<MatchText> texts;
  for (const EntryId id : answer.neighbours) texts.push_back(TextOf(index, id));
  ShowCodeList(RowsOf(texts), screen);
}

// Where a code that has no page is spoken of.
void ShowMentions(const IndexReader& index, const Match& match, Screen& screen) {
  const std::vector<PageId> pages = MentionsOf(index, match);
  if (pages.empty()) return;
  ShowHeading("Mentioned on the pages of", screen);
  constexpr std::size_t kMostShown = 10;
  const std::size_t shown = std::min(pages.size(), kMostShown);
  std::vector<MatchText> texts;
  for (const PageId page : std::span(pages).first(shown)) texts.push_back(TextOf(index, index.page_codes(page).front()));
  ShowCodeList(RowsOf(texts), screen);
  if (shown < pages.size()) screen.Paragraph({{"and of " + std::to_string(pages.size() - shown) + " more", Style::kMuted}}, kBody);
}

void ShowBits(const IndexReader& index, const Match& match, Screen& screen) {
  if (!HasBitFields(match.space)) return;
  ShowHeading("Bits", screen);
  DrawBits(index, match.space, match.value, kBody, screen);
}

bool IsReading(const Match& match, const std::vector<Reading>& readings) {
  return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
    return reading.space == match.space && reading.value == match.value;
  });
}

std::vector<MatchText> ConfidentMatches(const IndexReader& index, const Answer& answer) {
  std::vector<MatchText> texts;
  for (const Match& match : answer.matches) {
    if (match.is_confident) texts.push_back(TextOf(index, match));
  }
  return texts;
}

void ShowOthers(const IndexReader& index, const Answer& answer, bool readings_shown, Screen& screen) {
  std::vector<MatchText> sure, unsure;
  for (const Match& match : std::span(answer.matches).subspan(1)) {
    if (readings_shown && IsReading(match, answer.readings)) continue;
    (match.is_confident ? sure : unsure).push_back(TextOf(index, match));
  }
  if (!sure.empty()) {
    ShowHeading("Also found", screen);
    ShowCodeList(RowsOf(sure), screen);
  }
  if (!unsure.empty()) {
    ShowHeading("Perhaps also", screen);
    ShowCodeList(RowsOf(unsure), screen);
  }
}

// "Updated 2026-11-20 · https://…": where to read on, and how old this is.
void ShowFoot(const IndexReader& index, const PageInfo* page, Screen& screen) {
  if (page == nullptr) return;
  const std::string address = PageAddress(index, *page);
  std::string foot = page->updated.empty() ? "" : "Updated " + SafeText(page->updated);
  if (!address.empty()) foot += (foot.empty() ? "" : " · ") + address;
  screen.Blank();
  screen.Verbatim({{foot, Style::kMuted}});
}

// Nothing if the match has none.
std::optional<PageInfo> PageOf(const IndexReader& index, const Match& match) {
  return match.page ? std::optional(index.page(*match.page)) : std::nullopt;
}

// The code inside another one, unless that is among the readings anyway: "HRESULT_FROM_NT 0xD0360001".
void ShowOuterCode(const Reading& reading, std::span<const PlacedReading> readings, Screen& screen) {
  if (!reading.is_known()) return;
  std::uint32_t outer = 0;
  std::string_view macro;
  if (reading.space == Space::kNtstatus && HresultFromNt(reading.value) != reading.value) {
    macro = "HRESULT_FROM_NT";
    outer = HresultFromNt(reading.value);
  } else if ((reading.space == Space::kWin32 || reading.space == Space::kRas) && reading.value != 0 && reading.value <= 0xFFFF) {
    macro = "NTSTATUS_FROM_WIN32";
    outer = NtstatusFromWin32(reading.value);
  } else {
    return;
  }
  const auto is_outer = [&](const PlacedReading& at) { return at.reading->value == outer; };
  if (std::any_of(readings.begin(), readings.end(), is_outer)) return;
  screen.Paragraph({{std::string(macro) + " " + HexText(outer), Style::kMuted}});
}

// "wrapping" stands for the name of a code that only carries another one.
void ShowReading(const IndexReader& index, const Reading& reading, std::string wrapping, std::span<const PlacedReading> readings, Screen& screen) {
  MatchText text = TextOf(index, reading);
  if (text.symbol.empty()) text.symbol = std::move(wrapping);
  ShowCodeLine(text, TextWidth(text.code), "", {}, screen);
  ShowSpellings(index, reading.space, reading.value, reading.is_known() ? &reading.entries.front() : nullptr, screen);
  ShowOuterCode(reading, readings, screen);
  for (std::size_t i = 1; i < reading.entries.size(); ++i) {
    const EntryId id = reading.entries[i];
    screen.Paragraph({{"also " + SafeText(index.symbol(id)) + " in " + SafeText(index.header(id)), Style::kMuted}});
  }
  ShowNote(reading.note, screen);
  if (!HasBitFields(reading.space)) return;
  screen.Blank();
  DrawBits(index, reading.space, reading.value, kBody, screen);
  screen.Blank();
}

}  // namespace

void ShowAnswer(const IndexReader& index, std::string_view query, const Answer& answer, Screen& screen) {
  const Match& best = answer.matches.front();
  const std::size_t readings = answer.readings.size();
  const bool is_ambiguous = answer.is_ambiguous && readings > ChainLength(answer.readings);
  if (is_ambiguous) {
    ShowAmbiguity(index, query, answer, screen);
  } else if (readings > 1) {
    ShowHowRead(index, best, answer.readings, screen);
  }
  if (answer.readings.empty()) {
    const std::vector<MatchText> equals = ConfidentMatches(index, answer);
    if (equals.size() > 1) ShowEquals(query, equals, screen);
  }

  const std::optional<PageInfo> info = PageOf(index, best);
  const PageInfo* page = info ? &*info : nullptr;
  ShowHead(index, best, page, screen);
  for (const std::string& note : answer.notes) ShowNote(note, screen);
  ShowNote(best.note, screen);
  ShowFacts(index, best, page, screen);
  if (page != nullptr) {
    ShowSections(index, *best.page, *page, screen);
  } else {
    ShowMentions(index, best, screen);
    ShowBits(index, best, screen);
    ShowNeighbours(index, answer, screen);
  }
  ShowOthers(index, answer, /*readings_shown=*/readings > 1, screen);
  ShowFoot(index, page, screen);
}

void ShowSectionsAlone(const IndexReader& index, const Match& match, std::span<const Section> sections, Screen& screen) {
  const std::optional<PageInfo> info = PageOf(index, match);
  const PageInfo* page = info ? &*info : nullptr;
  ShowHead(index, match, page, screen);
  LinkList links(index.base_url(), page != nullptr ? page->slug : std::string());
  for (const Section& section : sections) {
    ShowHeading(section.heading, screen);
    ShowMarkdown(section.markdown, links, kBody, screen);
  }
  links.Show(screen);
  ShowFoot(index, page, screen);
}

void ShowUnknownCode(const AnswerPart& part, Screen& screen) {
  const IndexReader& index = *part.index;
  const Answer& answer = part.answer;
  ShowReadings(ReadingsOf({&part, 1}), screen);
  for (const std::string& note : answer.notes) ShowNote(note, screen);
  ShowNeighbours(index, answer, screen);
  std::vector<MatchText> suggestions;
  for (const Match& match : answer.matches) {
    if (!IsReading(match, answer.readings)) suggestions.push_back(TextOf(index, match));
  }
  if (suggestions.empty()) return;
  ShowHeading("Perhaps you meant", screen);
  ShowCodeList(RowsOf(suggestions), screen);
}

void ShowNotFound(std::span<const AnswerPart> parts, std::string_view query, std::span<const std::string> hints, Screen& screen) {
  const Answer& answer = parts.back().answer;
  const std::vector<PlacedMatch> suggestions = MatchesOf(parts, kMostSuggestions);
  if (suggestions.empty()) {
    screen.Paragraph({{"errlookup: nothing found for " + Quoted(query)}});
    for (const std::string& note : answer.notes) ShowNote(note, screen);
    for (const std::string& hint : hints) screen.Paragraph({{hint}});
    if (hints.empty()) screen.Paragraph({{"Try the number alone, a few words of the message, or see: errlookup list"}});
    return;
  }
  screen.Paragraph({{"errlookup: no sure match for " + Quoted(query) + "; did you mean"}});
  for (const std::string& note : answer.notes) ShowNote(note, screen);
  screen.Blank();
  std::vector<MatchText> texts;
  for (const PlacedMatch& at : suggestions) texts.push_back(TextOf(*at.part->index, *at.match));
  std::vector<CodeRow> rows = RowsOf(texts);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& origin = suggestions[i].part->origin;
    if (!origin.empty()) rows[i].remark += (rows[i].remark.empty() ? "" : ", ") + origin;
  }
  ShowCodeList(rows, screen);
  screen.Blank();
  for (const std::string& hint : hints) screen.Paragraph({{hint}});
}

void ShowReadings(std::span<const PlacedReading> readings, Screen& screen) {
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Reading& reading = *readings[i].reading;
    const bool is_last = i + 1 == readings.size();
    screen.Blank();
    ShowReading(*readings[i].part->index, reading, is_last ? std::string() : WrappingOf(reading, *readings[i + 1].reading), readings, screen);
  }
}

}  // namespace errlookup
