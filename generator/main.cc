// kbgen: reads the knowledge base, checks it, and makes the site and the index.
#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "generator/commands.h"

namespace errlookup {
namespace {

constexpr int kCouldNotRun = 2;

void AddDataOption(CLI::App& command, std::string& data) {
  command.add_option("--data", data, "folder of the knowledge base")->capture_default_str();
}

void AddBuildOptions(CLI::App& command, BuildCommandOptions& options) {
  AddDataOption(command, options.data);
  command.add_option("--templates", options.templates, "folder of the page templates")->capture_default_str();
  command.add_option("--static", options.static_files, "folder of files copied unchanged")->capture_default_str();
  command.add_option("--base-url", options.base_url, "address of the published site, for links that must be complete");
  command.add_option("--wasm", options.wasm, "module for the search box; without it the site has no search");
  command.add_option("--jobs", options.jobs, "pages made at the same time; 0: as many as the machine has")
      ->check(CLI::Range(0, 256))->capture_default_str();
}

int Run(int argc, char** argv) {
  CLI::App app{"Reads, checks and publishes the knowledge base of IPsec errors.", "kbgen"};
  app.require_subcommand(1);
  app.footer("Exit code: 0 done and clean, 1 the data has problems, 2 could not run.\n"
             "data/README.md describes the files.");

  BuildCommandOptions build;
  CLI::App* const build_command = app.add_subcommand("build", "make the site and the index");
  AddBuildOptions(*build_command, build);
  build_command->add_option("--out", build.out, "folder to write the site to");
  build_command->add_option("--index", build.index, "file to write the index of errlookup to");

  CheckOptions check;
  CLI::App* const check_command = app.add_subcommand("check", "find everything that is wrong with the data");
  AddDataOption(*check_command, check.data);
  check_command->add_option("files", check.files, "show only problems of these files");
  check_command->add_option("--format", check.format, "text, json, github (annotations) or sarif")
      ->check(CLI::IsMember({"text", "json", "github", "sarif"}))->capture_default_str();
  check_command->add_flag("--fix", check.fix, "put the files into canonical form first");

  NewOptions scaffold;
  CLI::App* const new_command = app.add_subcommand("new", "begin a record, with everything known filled in");
  AddDataOption(*new_command, scaffold.data);
  new_command->add_option("code", scaffold.code, "number or symbol, as in 13024")->required();
  new_command->add_option("--date", scaffold.today, "the day to write into the record instead of today");

  FmtOptions fmt;
  CLI::App* const fmt_command = app.add_subcommand("fmt", "put files into canonical form");
  AddDataOption(*fmt_command, fmt.data);
  fmt_command->add_option("files", fmt.files, "these files; default: all that writers own");
  fmt_command->add_flag("--check", fmt.only_check, "change nothing; exit 1 when a file is not canonical");

  OverlayCommandOptions overlay;
  CLI::App* const overlay_command = app.add_subcommand("overlay", "make a company's records into a file for errlookup --overlay");
  AddDataOption(*overlay_command, overlay.data);
  overlay_command->add_option("folder", overlay.folder, "folder that holds overlay.json and records/")->required();
  overlay_command->add_option("--out", overlay.out, "file to write; without it, only check");

  SchemaOptions schema;
  CLI::App* const schema_command = app.add_subcommand("schema", "print the JSON Schema of a record");
  schema_command->add_option("--out", schema.out, "write all *.schema.json files to this folder instead");
  schema_command->add_flag("--overlay", schema.of_overlay, "of the files of an overlay");

  ServeOptions serve;
  CLI::App* const serve_command = app.add_subcommand("serve", "preview that rebuilds what changed");
  AddBuildOptions(*serve_command, serve.build);
  serve_command->add_option("--out", serve.build.out, "folder to write the site to; default: a temporary one");
  serve_command->add_option("--port", serve.port, "port on this computer")->check(CLI::Range(1, 65535))->capture_default_str();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // The library has exit codes of its own (106, 109 ...); help and version exit with 0.
    return app.exit(error) == 0 ? 0 : kCouldNotRun;
  }
  if (build_command->parsed()) return RunBuild(build);
  if (check_command->parsed()) return RunCheck(check);
  if (new_command->parsed()) return RunNew(scaffold);
  if (fmt_command->parsed()) return RunFmt(fmt);
  if (overlay_command->parsed()) return RunOverlay(overlay);
  if (schema_command->parsed()) return RunSchema(schema);
  return RunServe(serve);
}

}  // namespace
}  // namespace errlookup

int main(int argc, char** argv) {
  try {
    return errlookup::Run(argc, argv);
  } catch (const std::exception& error) {  // out of memory, and whatever a library may throw
    std::cerr << "kbgen: " << error.what() << '\n';
    return errlookup::kCouldNotRun;
  }
}
