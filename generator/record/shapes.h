// The field tables of every kind of JSON file in data/ (the command grammar apart).
#ifndef GENERATOR_RECORD_SHAPES_H_
#define GENERATOR_RECORD_SHAPES_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/record/field_table.h"

namespace errlookup {

// ReadObject with one of these fills the model type named beside it.
const Shape& RecordShape();        // Record, all but "file" and "at"
const Shape& ProcedureShape();     // Procedure, all but "file" and "id"
const Shape& MapShape();           // Map, all but "file" and "id"
const Shape& SourcesFileShape();   // KnowledgeBase::sources
const Shape& GlossaryFileShape();  // KnowledgeBase::terms
const Shape& EventsFileShape();    // KnowledgeBase::events
const Shape& FamiliesFileShape();  // KnowledgeBase::families
const Shape& SiteFileShape();      // KnowledgeBase::site

// An overlay: a folder with records of a company (data/README.md).
const Shape& OverlayFileShape();    // Overlay::id and name
const Shape& CodesFileShape();      // Overlay::codes
const Shape& OverlayRecordShape();  // Record; what is not particular to the company may be left out

// Which shape a file has by its place in data/: "records/ike/13801.json" is a record. nullptr: none of ours.
const Shape* ShapeOfFile(std::string_view path_in_data);
// The same for a file of an overlay.
const Shape* ShapeOfOverlayFile(std::string_view path_in_overlay);

struct SchemaFile {
  std::string name;
  const Shape* shape;
};  // "record.schema.json"
const std::vector<SchemaFile>& SchemaFiles();
const std::vector<SchemaFile>& OverlaySchemaFiles();

}  // namespace errlookup

#endif  // GENERATOR_RECORD_SHAPES_H_
