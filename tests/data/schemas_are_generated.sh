#!/usr/bin/env bash
# data/*.schema.json is what `kbgen schema` writes.
#   schemas_are_generated.sh KBGEN DATA
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" schema --out "$work"
for file in "$2"/*.schema.json "$work"/*.schema.json; do
  name=$(basename "$file")
  diff -u "$2/$name" "$work/$name" || { echo "data/$name is not what kbgen schema writes: run kbgen schema --out data"; exit 1; }
done
