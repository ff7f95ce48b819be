// The sub-commands of kbgen, one function each. Every function prints its results to standard output, what went
// wrong to standard error, and returns the exit code of the program: 0 done and clean, 1 the data has problems,
// 2 could not run.
#ifndef GENERATOR_COMMANDS_H_
#define GENERATOR_COMMANDS_H_

#include <string>
#include <vector>

namespace errlookup {

struct CheckOptions {
  std::string data = "data";
  std::vector<std::string> files;  // show only problems of these; empty: of all
  std::string format = "text";     // "text", "json", "github", "sarif"
  bool fix = false;                // put the files into canonical form first
};
int RunCheck(const CheckOptions& options);

struct NewOptions {
  std::string data = "data";
  std::string code;   // "13024", "0x8032000A" or a symbol
  std::string today;  // YYYY-MM-DD; empty: ask the system
};
int RunNew(const NewOptions& options);

struct FmtOptions {
  std::string data = "data";
  std::vector<std::string> files;  // empty: every file that writers own
  bool only_check = false;
};
int RunFmt(const FmtOptions& options);

struct OverlayCommandOptions {
  std::string folder;  // holds overlay.json
  std::string data = "data";
  std::string out;  // empty: only check
};
int RunOverlay(const OverlayCommandOptions& options);

struct SchemaOptions {
  bool of_overlay = false;  // of the files of an overlay instead of those of data/
  std::string out;  // folder to write the *.schema.json files to; empty: print the record's
};
int RunSchema(const SchemaOptions& options);

struct BuildCommandOptions {
  std::string data = "data";
  std::string templates = "templates";
  std::string static_files = "site";
  std::string out;       // empty: no site
  std::string wasm;      // the browser module; empty: a site without search
  std::string index;     // file for the full index; empty: none
  std::string base_url;  // empty: that of data/site.json
  int jobs = 0;          // 0: as many as the machine has
};
int RunBuild(const BuildCommandOptions& options);

struct ServeOptions {
  BuildCommandOptions build;
  int port = 8000;
};
int RunServe(const ServeOptions& options);

}  // namespace errlookup

#endif  // GENERATOR_COMMANDS_H_
