#!/usr/bin/env bash
# Runs one case of the command line on the real program.
#
#   run_case.sh ERRLOOKUP SAMPLE_INDEX CASE_FOLDER
#
# In the case folder: `cmd`, a piece of bash that calls errlookup and is run in an empty folder with
# ERRLOOKUP_INDEX set to the sample index; `stdout` and `stderr`, what it must print (a missing file means
# nothing); `code`, what it must return (missing: 0). In cmd, $sample names the index and $overlay the overlay of
# tests/generator/overlay/acme, acme.idx beside it.
#
# SLASHES_ARE_EQUAL=1 compares without telling / from \, for a program that writes paths of Windows.
# UPDATE_GOLDEN=1 writes stdout, stderr and code from what happens instead. Read the difference line by line.
set -uo pipefail
program=$(realpath "${1:?usage: run_case.sh ERRLOOKUP SAMPLE_INDEX CASE_FOLDER}")
sample=$(realpath "$2")
folder=$(realpath "$3")
overlay=$(dirname "$sample")/acme.idx

[ -x "$program" ] && [ -r "$sample" ] || { echo "run_case.sh: build errlookup and cli_sample first"; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/empty"
ln -s "$program" "$work/bin/errlookup"

(
  cd "$work/empty" || exit 99
  unset ERRLOOKUP_OVERLAY COLUMNS NO_COLOR CLICOLOR_FORCE PAGER LESS
  export PATH="$work/bin:$PATH" TERM=xterm ERRLOOKUP_INDEX="$sample" LC_ALL=C.UTF-8 sample overlay
  # shellcheck source=/dev/null
  source "$folder/cmd"
) >"$work/stdout" 2>"$work/stderr" </dev/null
code=$?
# The only paths that differ between machines.
sed -i "s|$sample|SAMPLE|g; s|$overlay|OVERLAY|g" "$work/stdout" "$work/stderr"

if [ -n "${UPDATE_GOLDEN-}" ]; then
  for stream in stdout stderr; do
    if [ -s "$work/$stream" ]; then cp "$work/$stream" "$folder/$stream"; else rm -f "$folder/$stream"; fi
  done
  if [ "$code" = 0 ]; then rm -f "$folder/code"; else echo "$code" >"$folder/code"; fi
  exit 0
fi

alike() { if [ -n "${SLASHES_ARE_EQUAL-}" ]; then tr -s '/\\' '//' <"$1"; else cat "$1"; fi; }

failed=0
for stream in stdout stderr; do
  expected="$folder/$stream"
  [ -e "$expected" ] || expected=/dev/null
  diff -u --label "expected $stream" --label "$stream" <(alike "$expected") <(alike "$work/$stream") || failed=1
done
expected_code=0
[ -e "$folder/code" ] && expected_code=$(cat "$folder/code")
[ "$code" = "$expected_code" ] || { echo "exit code $code, expected $expected_code"; failed=1; }
exit "$failed"
