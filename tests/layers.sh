#!/usr/bin/env bash
# Keeps the direction of the layers: generator -> lookup, never back; inside lookup
# base <- index, text <- engine <- wasm, scan; scan <- cli. Also: no third-party header in lookup outside cli, and no streams.
set -euo pipefail
cd "${1:?usage: layers.sh SOURCE_DIR}"
failed=0

complain() { printf '%s\n' "$1"; failed=1; }

# Folder, then the folders its files may include from.
check() {
  local folder=$1 file included top line
  shift
  while IFS=: read -r file line; do
    included=${line#*\"}
    included=${included%\"*}
    top=${included%/*}
    case " $* " in *" $top "*) ;; *) complain "$file includes $included: $folder may include only: $*" ;; esac
  done < <(grep -rHo --include='*.h' --include='*.cc' '#include "[^"]*"' "$folder")
}

check lookup/base lookup/base
check lookup/index lookup/base lookup/index
check lookup/text lookup/base lookup/text
check lookup/engine lookup/base lookup/index lookup/text lookup/engine
check lookup/scan lookup/base lookup/index lookup/text lookup/engine lookup/scan
check lookup/cli lookup/base lookup/index lookup/text lookup/engine lookup/scan lookup/cli
check lookup/wasm lookup/base lookup/index lookup/text lookup/engine lookup/wasm

core=(lookup/base lookup/index lookup/text lookup/engine lookup/wasm)
while read -r line; do complain "$line: no streams, stdio or third-party headers in the engine"; done < <(
  grep -rnE --include='*.h' --include='*.cc' '#include <(iostream|ostream|istream|fstream|sstream|iomanip|cstdio|filesystem|format|ranges|regex|thread|nlohmann/.*|CLI/.*|cmark.*|kainjow/.*)>' "${core[@]}")
while read -r line; do complain "$line: the JSON package is used in generator/record only"; done < <(
  grep -rnE --include='*.h' --include='*.cc' '#include <nlohmann' generator | grep -v '^generator/record/')

[ "$failed" = 0 ] && echo "layers: every include points down"
exit "$failed"
