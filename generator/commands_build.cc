// `kbgen build` and `kbgen serve`.
#include <iostream>

#include "generator/commands.h"

namespace errlookup {

int RunBuild(const BuildCommandOptions&) {
  std::cerr << "kbgen: build is not there yet\n";
  return 2;
}

int RunServe(const ServeOptions&) {
  std::cerr << "kbgen: serve is not there yet\n";
  return 2;
}

}  // namespace errlookup
