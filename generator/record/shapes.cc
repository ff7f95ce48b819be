// The tables. data/README.md is the same thing told to people: change both.
#include "generator/record/shapes.h"

#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include "generator/record/model.h"

namespace errlookup {
namespace {

using enum TextForm;

Location PlaceOf(const JsonNode& node, const ReadContext& context) { return {context.file, node.line, node.column}; }

template <typename T>
void NoteOwnPlace(T& object, const JsonNode& node, const ReadContext& context) {
  if constexpr (requires { object.at; }) object.at = PlaceOf(node, context);
}

// Builders: each ties a name in the file to a member of the model.

template <typename T>
Field TextField(std::string name, TextForm form, Text T::*member) {
  Field field{.name = std::move(name), .type = FieldType::kText, .form = form};
  field.store = [member](const JsonNode& value, void* owner, ReadContext& context) {
    static_cast<T*>(owner)->*member = {value.text, PlaceOf(value, context)};
  };
  return field;
}

template <typename T>
Field TextField(std::string name, TextForm form, std::string T::*member, Location T::*place = nullptr) {
  Field field{.name = std::move(name), .type = FieldType::kText, .form = form};
  field.store = [member, place](const JsonNode& value, void* owner, ReadContext& context) {
    static_cast<T*>(owner)->*member = value.text;
    if (place != nullptr) static_cast<T*>(owner)->*place = PlaceOf(value, context);
  };
  return field;
}

template <typename T>
Field WordField(std::string name, std::vector<std::string> allowed, std::string T::*member,
                Location T::*place = nullptr) {
  Field field = TextField(std::move(name), kLine, member, place);
  field.allowed = std::move(allowed);
  return field;
}

template <typename T>
Field YesNoField(std::string name, std::optional<bool> T::*member) {
  Field field{.name = std::move(name), .type = FieldType::kYesNo};
  field.store = [member](const JsonNode& value, void* owner, ReadContext&) {
    static_cast<T*>(owner)->*member = value.boolean;
  };
  return field;
}

template <typename T>
Field IntegerField(std::string name, int minimum, int maximum, int T::*member) {
  Field field{.name = std::move(name), .type = FieldType::kInteger, .minimum = minimum, .maximum = maximum};
  field.store = [member](const JsonNode& value, void* owner, ReadContext&) {
    static_cast<T*>(owner)->*member = static_cast<int>(*value.integer);
  };
  return field;
}

// A list of texts: of Text or of std::string.
template <typename T, typename Item>
Field TextList(std::string name, TextForm form, std::vector<Item> T::*member) {
  Field field{.name = name, .type = FieldType::kList};
  field.element = std::make_shared<Field>(Field{.name = name, .type = FieldType::kText, .form = form});
  field.store = [member](const JsonNode& value, void* owner, ReadContext& context) {
    for (const JsonNode& item : value.items) {
      if (item.kind != JsonKind::kString) continue;
      if constexpr (std::is_same_v<Item, Text>)
        (static_cast<T*>(owner)->*member).push_back({item.text, PlaceOf(item, context)});
      else
        (static_cast<T*>(owner)->*member).push_back(item.text);
    }
  };
  return field;
}

template <typename T, typename Item>
Field ObjectList(std::string name, const Shape& shape, std::vector<Item> T::*member) {
  Field field{.name = name, .type = FieldType::kList};
  field.element = std::make_shared<Field>(Field{.name = name, .type = FieldType::kObject, .shape = &shape});
  field.store = [member, &shape](const JsonNode& value, void* owner, ReadContext& context) {
    for (const JsonNode& node : value.items) {
      if (node.kind != JsonKind::kObject) continue;
      Item item;
      NoteOwnPlace(item, node, context);
      ReadObject(node, shape, &item, context);
      (static_cast<T*>(owner)->*member).push_back(std::move(item));
    }
  };
  return field;
}

template <typename T, typename Item>
Field ObjectField(std::string name, const Shape& shape, std::optional<Item> T::*member) {
  Field field{.name = std::move(name), .type = FieldType::kObject, .shape = &shape};
  field.store = [member, &shape](const JsonNode& value, void* owner, ReadContext& context) {
    Item item;
    NoteOwnPlace(item, value, context);
    ReadObject(value, shape, &item, context);
    static_cast<T*>(owner)->*member = std::move(item);
  };
  return field;
}

// An object in the file whose fields go into the same model object as those around it.
Field FlatObject(std::string name, const Shape& shape) {
  Field field{.name = std::move(name), .type = FieldType::kObject, .shape = &shape};
  field.store = [&shape](const JsonNode& value, void* owner, ReadContext& context) {
    ReadObject(value, shape, owner, context);
  };
  return field;
}

// An object whose keys are the names of its values.
template <typename T>
Field PlaceholderTable(std::string name, const Shape& shape, std::vector<Placeholder> T::*member) {
  Field field{.name = name, .type = FieldType::kTable, .form = kPlaceholder};
  field.element = std::make_shared<Field>(Field{.name = name, .type = FieldType::kObject, .shape = &shape});
  field.store = [member, &shape](const JsonNode& value, void* owner, ReadContext& context) {
    for (const JsonMember& entry : value.members) {
      if (entry.value.kind != JsonKind::kObject) continue;
      Placeholder placeholder;
      ReadObject(entry.value, shape, &placeholder, context);
      placeholder.name = entry.key;
      placeholder.at = {context.file, entry.line, entry.column};
      (static_cast<T*>(owner)->*member).push_back(std::move(placeholder));
    }
  };
  return field;
}

// "$schema" tells editors where the schema is; the reader has no use for it.
Field SchemaField() { return Field{.name = "$schema"}.Says("where an editor finds the JSON Schema of this file"); }

// Words that stand in several tables.
std::vector<std::string> Levels() { return {"beginner", "intermediate", "advanced"}; }
std::vector<std::string> Grades() { return {"documented", "reported", "reasoned"}; }
std::vector<std::string> Risks() { return {"safe", "interrupts-traffic", "deletes-configuration"}; }

constexpr std::size_t kTitleCharacters = 90;
constexpr std::size_t kSummaryCharacters = 160;

template <typename T>
Field EvidenceField() {
  return WordField("evidence", Grades(), &T::evidence, &T::evidence_at)
      .Required()
      .Says(
          "documented (Microsoft says so), reported (people in the field saw it): both name sources; "
          "reasoned (follows from the protocol)");
}
template <typename T>
Field SourcesField() {
  return TextList("sources", kId, &T::sources).Says("ids from sources.json that this rests on");
}
const Shape& CommandShape() {
  static const Shape shape{
      "command",
      "A command, held against the grammar in data/commands.",
      {
          TextField("line", kLine, &Command::line)
              .Required()
              .AtMost(1000)
              .Says("one command line; <Name> is a placeholder"),
          WordField("on", {"client", "server", "both"}, &Command::on)
              .Says("left out: the computer that shows the error"),
          WordField("shell", {"cmd", "powershell", "gui"}, &Command::shell).Says("only where the grammar cannot tell"),
          YesNoField("elevated", &Command::elevated).Says("only where the grammar cannot tell"),
      }};
  return shape;
}

template <typename T>
Field RunField() {
  return ObjectList("run", CommandShape(), &T::run).Items(0, 20).Says("commands, in order");
}

const Shape& PlaceholderShape() {
  static const Shape shape{
      "placeholder",
      "What a reader puts in place of <Name> in commands.",
      {
          TextField("label", kLine, &Placeholder::label).Required().AtMost(60).Says("what the page calls it"),
          TextField("example", kLine, &Placeholder::example)
              .Required()
              .AtMost(120)
              .Says("an example; addresses from the ranges for documentation only"),
      }};
  return shape;
}

const Shape& StepShape() {
  static const Shape shape{
      "step",
      "One step of a fix or procedure.",
      {
          TextField("do", kMarkdown, &Step::doing).Required().Says("what to do"),
          RunField<Step>(),
          TextField("expect", kMarkdown, &Step::expect).Says("what shows that it worked"),
          TextField("otherwise", kMarkdown, &Step::otherwise).Says("what to do when it did not"),
      }};
  return shape;
}

const Shape& CheckShape() {
  static const Shape shape{
      "check",
      "How to tell that it is this cause.",
      {
          TextField("procedure", kId, &Check::procedure).Says("id of a procedure whose steps are shown in place"),
          TextField("text", kMarkdown, &Check::text).Says("what to look at; with a procedure: the lead-in"),
          RunField<Check>(),
          TextField("shows", kMarkdown, &Check::shows).Says("what proves it"),
      },
      {},
      {{"text", "procedure"}}};
  return shape;
}

const Shape& CauseShape() {
  static const Shape shape{
      "cause",
      "One reason why the error appears.",
      {
          TextField("id", kId, &Cause::id).Required().Says("unique in the record; fixes name it"),
          TextField("text", kMarkdown, &Cause::text).Required().Says("what is wrong"),
          WordField("likelihood", {"common", "occasional", "rare", "unknown"}, &Cause::likelihood)
              .Required()
              .Says("how often it is this one"),
          ObjectField("check", CheckShape(), &Cause::check).Says("how to tell that it is this one"),
          EvidenceField<Cause>(),
          SourcesField<Cause>(),
      }};
  return shape;
}

const Shape& FixShape() {
  static const Shape shape{
      "fix",
      "One way to mend it.",
      {
          TextField("id", kId, &Fix::id).Required().Says("unique in the record"),
          TextField("title", kLine, &Fix::title).Required().AtMost(kTitleCharacters).Says("what the fix does"),
          TextList("for", kId, &Fix::causes).Says("ids of the causes it removes; left out: any cause"),
          TextField("when", kMarkdown, &Fix::when).Says("when to use it, or not to"),
          WordField("risk", Risks(), &Fix::risk, &Fix::risk_at).Says("the worst it can do; needed with steps"),
          TextField("procedure", kId, &Fix::procedure).Says("id of a procedure, in place of steps"),
          TextField("text", kMarkdown, &Fix::text).Says("lead-in to the procedure"),
          TextField("shows", kMarkdown, &Fix::shows).Says("what to look for in the procedure's result"),
          ObjectList("steps", StepShape(), &Fix::steps).Items(1, 30).Says("in order"),
          TextField("undo", kMarkdown, &Fix::undo).Says("how to go back; needed when it deletes configuration"),
          EvidenceField<Fix>(),
          SourcesField<Fix>(),
      },
      {{"steps", "procedure"}},
      {},
      {{"steps", "risk"}, {"text", "procedure"}, {"shows", "procedure"}}};
  return shape;
}

const Shape& AppliesToShape() {
  static const Shape shape{
      "applies_to",
      "Where the error exists.",
      {
          TextField("since", kLine, &Record::applies_since).AtMost(60).Says("the first Windows version that has it"),
          TextField("note", kMarkdown, &Record::applies_note).Says("what else limits it"),
      },
      {},
      {{"since", "note"}}};
  return shape;
}

const Shape& WhereShape() {
  static const Shape shape{
      "where",
      "The step of a map where the error arises.",
      {
          TextField("map", kId, &Where::map).Required().Says("id of a map"),
          TextField("step", kId, &Where::step).Required().Says("id of one of its steps"),
      }};
  return shape;
}

const Shape& QuickAnswerShape() {
  static const Shape shape{
      "quick_answer",
      "What to do first.",
      {
          TextField("text", kMarkdown, &Record::quick_answer).Required().AtMost(1200).Says("one to four sentences"),
          ObjectList("run", CommandShape(), &Record::quick_run)
              .Items(0, 3)
              .Says("at most three commands, none destructive"),
      }};
  return shape;
}

const Shape& AppearanceShape() {
  static const Shape shape{
      "appears_in entry",
      "A place where people meet the error.",
      {
          WordField("kind", {"event", "log", "api", "tool", "dialog"}, &Appearance::kind)
              .Required()
              .Says("what kind of place"),
          TextField("name", kLine, &Appearance::name)
              .Required()
              .Says("of an event: its id, which stands in events.json"),
          TextField("text", kMarkdown, &Appearance::text).Says("what it looks like there"),
      }};
  return shape;
}

const Shape& PreventionShape() {
  static const Shape shape{
      "prevention entry",
      "How to keep it from coming back.",
      {
          TextField("text", kMarkdown, &Prevention::text).Required().Says("what to do"),
          RunField<Prevention>(),
      }};
  return shape;
}

const Shape& ForDevelopersShape() {
  static const Shape shape{
      "for_developers",
      "What a program that gets the code should do.",
      {
          WordField("retry", {"no", "after-wait", "after-change"}, &ForDevelopers::retry)
              .Required()
              .Says("whether to call again"),
          TextField("text", kMarkdown, &ForDevelopers::text).Says("what to do instead"),
          TextList("apis", kLine, &ForDevelopers::apis).Says("functions that return it, only where a page says so"),
      }};
  return shape;
}

const Shape& RelatedShape() {
  static const Shape shape{
      "related entry",
      "Another error and what it has to do with this one.",
      {
          TextField("code", kSymbol, &Related::code).Required().Says("its symbol"),
          WordField("how", {"same-object", "same-state", "same-step", "leads-to", "often-confused"}, &Related::how)
              .Required()
              .Says("the link; the reverse is made for you"),
          TextField("text", kMarkdown, &Related::text).Says("the difference, in a sentence"),
      }};
  return shape;
}

const Shape& QuestionShape() {
  static const Shape shape{
      "faq entry",
      "A real question.",
      {
          TextField("q", kLine, &Question::q).Required().Says("plain text"),
          TextField("a", kMarkdown, &Question::a).Required().Says("the answer"),
      }};
  return shape;
}

const Shape& ReadingShape() {
  static const Shape shape{
      "reading entry",
      "How to read a result.",
      {
          TextField("see", kMarkdown, &ResultRow::see).Required().Says("what the output shows"),
          TextField("means", kMarkdown, &ResultRow::means).Required().Says("what that means"),
      }};
  return shape;
}

const Shape& LaneShape() {
  static const Shape shape{
      "lane",
      "A party to an exchange.",
      {
          TextField("id", kId, &MapLane::id).Required().Says("unique in the map"),
          TextField("title", kLine, &MapLane::title).Required().AtMost(40).Says("its heading"),
      }};
  return shape;
}

const Shape& MapStepShape() {
  static const Shape shape{
      "map step",
      "A state, a message or a station.",
      {
          TextField("id", kId, &MapStep::id).Required().Says("unique in the map"),
          TextField("title", kLine, &MapStep::title)
              .Required()
              .AtMost(kTitleCharacters)
              .Says("what stands in the picture"),
          TextField("from", kId, &MapStep::from).Says("of a message: the lane that sends it"),
          TextField("to", kId, &MapStep::to).Says("of a message: the lane that gets it"),
          TextField("at", kId, &MapStep::at_lane).Says("of work inside one lane: that lane"),
          TextField("text", kMarkdown, &MapStep::text).Says("what happens"),
          TextList("codes", kSymbol, &MapStep::codes).Says("symbols of the errors that arise here"),
      },
      {},
      {},
      {{"from", "to"}, {"to", "from"}}};
  return shape;
}

const Shape& MoveShape() {
  static const Shape shape{
      "move",
      "An arrow between states.",
      {
          TextField("from", kId, &MapMove::from).Required().Says("id of a step"),
          TextField("to", kId, &MapMove::to).Required().Says("id of a step"),
          TextField("label", kLine, &MapMove::label).AtMost(60).Says("what makes it move"),
      }};
  return shape;
}

const Shape& SourceShape() {
  static const Shape shape{
      "source",
      "A page that claims rest on.",
      {
          TextField("id", kId, &Source::id).Required().Says("short"),
          TextField("title", kLine, &Source::title).Required().Says("as the page has it"),
          TextField("publisher", kLine, &Source::publisher).Required().AtMost(80).Says("who says so"),
          TextField("url", kWebAddress, &Source::url).Required().Says("the public page"),
          TextField("seen", kDate, &Source::seen, &Source::seen_at).Required().Says("day when it said so"),
      }};
  return shape;
}

const Shape& TermShape() {
  static const Shape shape{
      "term",
      "A word explained.",
      {
          TextField("id", kId, &Term::id).Required().Says("as links name it"),
          TextField("term", kLine, &Term::term).Required().AtMost(80).Says("as it is written in a sentence"),
          TextList("also", kLine, &Term::also).Says("other spellings"),
          TextField("text", kMarkdown, &Term::text).Required().AtMost(600).Says("one or two sentences"),
      }};
  return shape;
}

const Shape& EventShape() {
  static const Shape shape{
      "event",
      "A Windows event.",
      {
          IntegerField("id", 1, 65535, &Event::id).Required().Says("its number"),
          TextField("log", kLine, &Event::log).Required().Says("the log it is written to"),
          TextField("provider", kLine, &Event::provider).Required().Says("who writes it"),
          TextField("says", kLine, &Event::says).Required().Says("what it says"),
          TextField("subcategory", kLine, &Event::subcategory)
              .Says("of a Security event: the audit subcategory that switches it on"),
          TextField("source", kId, &Event::source).Required().Says("an id from sources.json"),
      }};
  return shape;
}

const Shape& FamilyShape() {
  static const Shape shape{
      "family",
      "A family of codes and the text of its page.",
      {
          TextField("id", kId, &Family::id).Required().Says("as in the catalogue"),
          TextField("title", kLine, &Family::title).Required().AtMost(kTitleCharacters).Says("the page's heading"),
          TextField("range", kLine, &Family::range).AtMost(120).Says("the numbers, for people"),
          TextField("text", kMarkdown, &Family::text).Required().Says("what its codes have in common"),
      }};
  return shape;
}

const Shape& OwnCodeShape() {
  static const Shape shape{
      "own code",
      "A code that the company defines.",
      {
          WordField("space", {"win32", "hresult", "ntstatus", "ras", "winsock"}, &OwnCode::space)
              .Required()
              .Says("the code space"),
          TextField("value", kLine, &OwnCode::value).Required().AtMost(10).Says("\"50001\" or \"0xA0010001\""),
          TextField("symbol", kSymbol, &OwnCode::symbol).Required().Says("its name; records name the code by it"),
          TextField("header", kLine, &OwnCode::header).AtMost(80).Says("where it is defined"),
          TextField("message", kLine, &OwnCode::message).Required().Says("what the program prints"),
      }};
  return shape;
}

// A file that holds one list of the knowledge base or of an overlay.
template <typename Owner, typename Item>
Shape ListFile(std::string name, std::string description, const Shape& shape, std::vector<Item> Owner::*member) {
  Field list = ObjectList(name, shape, member).Items(0, 10000).Required().Says(description);
  return {name + " file", std::move(description), {SchemaField(), std::move(list)}};
}

}  // namespace

const Shape& RecordShape() {
  static const Shape shape{
      "record",
      "One error of the knowledge base: what it means, its causes and fixes.",
      {
          SchemaField(),
          TextList("codes", kSymbol, &Record::codes)
              .Items(1, 2)
              .Required()
              .Says("symbols from catalog/ipsec.tsv; two when the error exists in two spaces"),
          TextField("title", kLine, &Record::title)
              .Required()
              .AtMost(kTitleCharacters)
              .Says("plain words, no code number"),
          TextField("summary", kLine, &Record::summary)
              .Required()
              .AtMost(kSummaryCharacters)
              .Says("one sentence; search engines and --brief show it"),
          WordField("level", Levels(), &Record::level).Required().Says("who can follow the fixes"),
          WordField("status", {"draft", "checked"}, &Record::status)
              .Required()
              .Says("checked: complete and read by a second person"),
          TextField("updated", kDate, &Record::updated, &Record::updated_at)
              .Required()
              .Says("day of the last change of content"),
          FlatObject("applies_to", AppliesToShape()).Says("where the error exists"),
          ObjectField("where", WhereShape(), &Record::where)
              .Says("only when more exact than the step that the map gives the code"),
          TextList("search_words", kLine, &Record::search_words)
              .Items(0, 60)
              .Says("words people use that stand nowhere else in the record"),
          PlaceholderTable("placeholders", PlaceholderShape(), &Record::placeholders)
              .Says("one for each <Name> in a command"),
          FlatObject("quick_answer", QuickAnswerShape()).Required().Says("what to do first"),
          TextField("meaning", kMarkdown, &Record::meaning)
              .Required()
              .Says("what the system is telling you, technically"),
          ObjectList("appears_in", AppearanceShape(), &Record::appears_in).Says("where people meet the error"),
          ObjectList("causes", CauseShape(), &Record::causes).Items(1, 20).Required().Says("likeliest first"),
          ObjectList("fixes", FixShape(), &Record::fixes).Items(1, 20).Required().Says("in the order to try them"),
          ObjectList("prevention", PreventionShape(), &Record::prevention).Says("how to keep it from coming back"),
          ObjectField("for_developers", ForDevelopersShape(), &Record::for_developers).Says("what a program should do"),
          ObjectList("related", RelatedShape(), &Record::related).Says("other errors; reverse links are made for you"),
          ObjectList("faq", QuestionShape(), &Record::faq).Says("real questions; not a second telling of the meaning"),
          TextList("sources", kId, &Record::sources).Says("background reading for the page"),
      }};
  return shape;
}

const Shape& ProcedureShape() {
  static const Shape shape{
      "procedure",
      "Steps that many records need.",
      {
          SchemaField(),
          TextField("title", kLine, &Procedure::title).Required().AtMost(kTitleCharacters).Says("what it does"),
          TextField("summary", kLine, &Procedure::summary).Required().AtMost(kSummaryCharacters).Says("one sentence"),
          WordField("level", Levels(), &Procedure::level).Required().Says("who can follow it"),
          TextField("updated", kDate, &Procedure::updated, &Procedure::updated_at)
              .Required()
              .Says("day of the last change of content"),
          PlaceholderTable("placeholders", PlaceholderShape(), &Procedure::placeholders)
              .Says("one for each <Name> in a command"),
          TextField("intro", kMarkdown, &Procedure::intro).Required().Says("when to use it, what it costs"),
          WordField("risk", Risks(), &Procedure::risk, &Procedure::risk_at).Required().Says("the worst it can do"),
          ObjectList("steps", StepShape(), &Procedure::steps).Items(1, 30).Required().Says("in order"),
          ObjectList("reading", ReadingShape(), &Procedure::reading).Says("how to read the result"),
          TextField("undo", kMarkdown, &Procedure::undo).Says("how to go back"),
          EvidenceField<Procedure>(),
          SourcesField<Procedure>(),
      }};
  return shape;
}

const Shape& MapShape() {
  static const Shape shape{
      "map",
      "A picture of where errors happen.",
      {
          SchemaField(),
          TextField("title", kLine, &Map::title).Required().AtMost(kTitleCharacters).Says("what it shows"),
          TextField("summary", kLine, &Map::summary).Required().AtMost(kSummaryCharacters).Says("one sentence"),
          WordField("kind", {"states", "exchange", "path"}, &Map::kind, &Map::kind_at)
              .Required()
              .Says("how it is drawn"),
          TextField("text", kMarkdown, &Map::text).Says("shown under the picture"),
          ObjectList("lanes", LaneShape(), &Map::lanes).Items(2, 3).Says("of an exchange: its parties"),
          ObjectList("steps", MapStepShape(), &Map::steps).Items(1, 60).Required().Says("in the order to draw them"),
          ObjectList("moves", MoveShape(), &Map::moves).Says("of states: the arrows"),
          EvidenceField<Map>(),
          SourcesField<Map>(),
      }};
  return shape;
}

const Shape& SourcesFileShape() {
  static const Shape shape = ListFile("sources", "The pages, articles and threads that claims rest on.", SourceShape(),
                 &KnowledgeBase::sources);
  return shape;
}

const Shape& GlossaryFileShape() {
  static const Shape shape =
      ListFile("terms", "Terms, linked at their first use on a page.", TermShape(), &KnowledgeBase::terms);
  return shape;
}

const Shape& EventsFileShape() {
  static const Shape shape =
      ListFile("events", "Windows events that records name.", EventShape(), &KnowledgeBase::events);
  return shape;
}

const Shape& FamiliesFileShape() {
  static const Shape shape = ListFile("families", "The families of codes, in the order to show them.", FamilyShape(),
                 &KnowledgeBase::families);
  return shape;
}

const Shape& SiteFileShape() {
  static const Shape shape{
      "site file",
      "About the published site.",
      {
          SchemaField(),
          TextField("name", kLine, &Site::name).Required().AtMost(80).Says("the site's name"),
          TextField("base_url", kWebAddress, &Site::base_url).Says("its address, for links that must be complete"),
          TextField("feedback_url", kWebAddress, &Site::feedback_url).Says("where readers report a mistake"),
          TextField("repository_url", kWebAddress, &Site::repository_url).Says("where the data is kept"),
          TextField("about", kMarkdown, &Site::about).Says("the text of the page about the site"),
      }};
  return shape;
}

const Shape& OverlayFileShape() {
  static const Shape shape{
      "overlay file",
      "About an overlay: records that a company adds for itself.",
      {
          SchemaField(),
          TextField("id", kId, &Overlay::id).Required().Says("short: `errlookup list --family` takes it"),
          TextField("name", kLine, &Overlay::name).Required().AtMost(60).Says("who speaks: shown above every page"),
      }};
  return shape;
}

const Shape& CodesFileShape() {
  static const Shape shape = ListFile("codes", "Codes that the company defines.", OwnCodeShape(), &Overlay::codes);
  return shape;
}

const Shape& OverlayRecordShape() {
  static const Shape shape = [] {
    Shape changed = RecordShape();
    changed.description = "What a company adds to the page of an error, or its page of a code of its own.";
    for (Field& field : changed.fields) {
      if (field.name == "codes") field.description = "symbols from the catalogue or from codes.json";
      for (const std::string_view name : {"level", "status", "meaning", "causes", "fixes"})
        if (field.name == name) field.is_required = false;
    }
    return changed;
  }();
  return shape;
}

const std::vector<SchemaFile>& OverlaySchemaFiles() {
  static const std::vector<SchemaFile> files = {
      {"overlay.schema.json", &OverlayFileShape()},
      {"codes.schema.json", &CodesFileShape()},
      {"record.schema.json", &OverlayRecordShape()},
      {"sources.schema.json", &SourcesFileShape()},
  };
  return files;
}

const Shape* ShapeOfOverlayFile(std::string_view path) {
  if (path.starts_with("records/")) return &OverlayRecordShape();
  if (path == "overlay.json") return &OverlayFileShape();
  if (path == "codes.json") return &CodesFileShape();
  if (path == "sources.json") return &SourcesFileShape();
  return nullptr;
}

const std::vector<SchemaFile>& SchemaFiles() {
  static const std::vector<SchemaFile> files = {
      {"record.schema.json", &RecordShape()},
      {"procedure.schema.json", &ProcedureShape()},
      {"map.schema.json", &MapShape()},
      {"sources.schema.json", &SourcesFileShape()},
      {"glossary.schema.json", &GlossaryFileShape()},
      {"events.schema.json", &EventsFileShape()},
      {"families.schema.json", &FamiliesFileShape()},
      {"site.schema.json", &SiteFileShape()},
  };
  return files;
}

const Shape* ShapeOfFile(std::string_view path) {
  if (path.starts_with("records/")) return &RecordShape();
  if (path.starts_with("procedures/")) return &ProcedureShape();
  if (path.starts_with("maps/")) return &MapShape();
  if (path == "sources.json") return &SourcesFileShape();
  if (path == "glossary.json") return &GlossaryFileShape();
  if (path == "events.json") return &EventsFileShape();
  if (path == "families.json") return &FamiliesFileShape();
  if (path == "site.json") return &SiteFileShape();
  return nullptr;
}

}  // namespace errlookup
