#!/usr/bin/env bash
# The sub-commands of kbgen that writers use, on the real program: exit codes, streams and files.
#   kbgen_test.sh KBGEN DATA
set -u
kbgen=$1 real=$2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failures=0

fail() { printf 'FAILED: %s\n' "$*"; failures=$((failures + 1)); }

# run WANTED_EXIT_CODE ARGUMENTS...: keeps the streams in $work/out and $work/err.
run() {
  local wanted=$1 code
  shift
  "$kbgen" "$@" >"$work/out" 2>"$work/err"
  code=$?
  [ "$code" = "$wanted" ] || { fail "kbgen $*: exit $code, not $wanted"; cat "$work/out" "$work/err"; }
}
out_has() { grep -qF -- "$1" "$work/out" || { fail "no \"$1\" in the output"; cat "$work/out"; }; }
err_has() { grep -qF -- "$1" "$work/err" || { fail "no \"$1\" among the errors"; cat "$work/err"; }; }

# A small data folder of its own: the catalogue and the grammar, no records.
data=$work/data
mkdir -p "$data/records/policy-store"
cp -r "$real/catalog" "$real/commands" "$data/"
record=$data/records/policy-store/13024.json

# new
run 0 new 13024 --data "$data" --date 2026-11-20
out_has "$record"
grep -qF '"codes": ["WARNING_IPSEC_MM_POLICY_PRUNED"]' "$record" || fail "new: no symbol in the scaffold"
grep -q '"updated": "2026-11-20"' "$record" || fail "new: no date in the scaffold"
before=$(cat "$record")
run 2 new 13024 --data "$data"
[ "$before" = "$(cat "$record")" ] || fail "new overwrote a record"
run 2 new 99999 --data "$data"
err_has "has no code 99999; only the codes of that table get records"
run 2 new ERROR_IPSEC_QM_POLICY_EXIST --data "$data"
err_has "did you mean ERROR_IPSEC_QM_POLICY_EXISTS"
run 0 new 0xC022000A --data "$data"
[ -e "$data/records/wfp/0x8032000A.json" ] || fail "new: the twin does not lead to the page of the HRESULT"
rm -r "$data/records/wfp"

# new: words of the table move into the record, and every other byte of the table stays
words=$data/catalog/search-words.tsv
printf 'symbol\tsearch_words\r\nERROR_IPSEC_QM_POLICY_EXISTS\tone; two\n\nERROR_IPSEC_QM_POLICY_EXISTS_NOT\tkept' >"$words"
run 0 new 13000 --data "$data"
out_has "$words"
err_has "send both files"
grep -qF '"search_words": ["one", "two"]' "$data/records/policy-store/13000.json" || fail "new: no search words"
printf 'symbol\tsearch_words\r\n\nERROR_IPSEC_QM_POLICY_EXISTS_NOT\tkept' | cmp - "$words" || fail "new: the table"
printf 'symbol\tsearch_words\nERROR_IPSEC_QM_POLICY_EXISTS\tone\n' >"$words"
run 1 check --data "$data" "$data/records/policy-store/13000.json"
out_has "[search-words-moved]"  # it stands in another file, and is about this one
rm "$data/records/policy-store/13000.json"
grep -v '^WARNING_IPSEC_MM_POLICY_PRUNED	' "$real/catalog/search-words.tsv" >"$words"

# check: what is still to be written
run 1 check --data "$data"
out_has "[todo]"
out_has "$record:"
err_has "errors"
run 1 check --data "$data" --format json
out_has '"rule": "todo"'
run 1 check --data "$data" --format github
out_has "::error file="
run 1 check --data "$data" --format sarif
out_has '"version": "2.1.0"'
run 0 check --data "$data" "$data/catalog/ipsec.tsv"
run 1 check --data "$data" "$record"
run 2 check --data "$data" "$data/records/none.json"
run 2 check --data "$data" "$work/err"
run 2 check --data "$work/none"
run 2 check --format xml
run 2 check --unknown-option
run 2 nothing
run 2
run 0 --help
run 0 check --help

# fmt
run 0 fmt --check --data "$data"
printf '{ "title": "T", "codes": ["A"], "x": [1.50] }\n' >"$record"
run 1 fmt --check --data "$data"
out_has "$record"
run 0 fmt --data "$data"
[ "$(cat "$record")" = "$(printf '{\n  "codes": ["A"],\n  "title": "T",\n  "x": [1.50]\n}')" ] || { fail "fmt: not canonical"; cat "$record"; }
run 0 fmt --check "$record" --data "$data"
printf '{ "title": "T", "title": "U" }\n' >"$record"
run 1 fmt --data "$data"
err_has "left as it was"
[ "$(cat "$record")" = '{ "title": "T", "title": "U" }' ] || fail "fmt changed a file that it cannot read whole"
run 2 fmt "$work/err" --data "$data"
run 2 fmt --data "$work/none"

# A full disk, for which a limit on the size of files stands, leaves the old file.
{ printf '{ "title": "T", "codes": ["A"], "x": "'; head -c 20000 /dev/zero | tr '\0' x; printf '" }\n'; } >"$record"
before=$(cksum "$record")
(ulimit -f 8; trap '' XFSZ; "$kbgen" fmt --data "$data" >"$work/out" 2>"$work/err")
[ $? = 2 ] || fail "fmt on a full disk: not exit 2"
[ "$before" = "$(cksum "$record")" ] || fail "fmt on a full disk: the file changed"
[ "$(ls "$data/records/policy-store")" = 13024.json ] || fail "fmt on a full disk: something was left behind"

# check --fix
printf '{ "title": "T", "codes": ["A"] }\n' >"$record"
run 1 check --fix --data "$data"
[ "$(head -2 "$record" | tail -1)" = '  "codes": ["A"],' ] || fail "check --fix: not canonical"

# a file that cannot be read may be what a source is there for
rm "$record"
printf '{ "sources": [{ "id": "page", "title": "T", "publisher": "P", "url": "https://example.com/", "seen": "2026-11-20" }] }\n' >"$data/sources.json"
run 0 check --data "$data"
out_has "[source-unused]"
printf '{\n' >"$record"
run 1 check --data "$data"
out_has "[json-syntax]"
! grep -qF "[source-unused]" "$work/out" || fail "check: a source is called unused while a file could not be read"
rm "$data/sources.json"

# a command must say what it does, and where that is known from
printf '{ "commands": [\n{ "path": "acme", "shell": "gui", "params": [], "elevation": "required", "changes_state": true }\n] }\n' >"$data/commands/gui.json"
run 1 check --data "$data" "$data/commands/gui.json"
out_has 'gui.json:2:1: error: the command "acme" has no destroys_config and no source [grammar-row]'

# schema
run 0 schema
out_has '"title": "record"'
run 0 schema --out "$work"
[ "$(ls "$work"/*.schema.json | wc -l)" = 8 ] || fail "schema: not eight files"
run 2 schema --out "$work/none"

# overlay
acme=$(dirname "$0")/../overlay/acme
run 0 overlay "$acme" --data "$real"
out_has "3 pages, no errors"
run 0 overlay "$acme" --data "$real" --out "$work/acme.idx"
[ -s "$work/acme.idx" ] || fail "overlay: no file"
run 0 fmt --check --data "$acme"
run 0 schema --overlay --out "$work"
grep -q '"codes file"' "$work/codes.schema.json" || fail "schema --overlay: no schema of codes.json"
run 2 overlay "$work" --data "$real"
err_has "has no overlay.json"
cp -r "$acme" "$work/broken"
sed -i 's/AUTH_FAIL/AUTH_FALL/' "$work/broken/records/13801.json"
run 1 overlay "$work/broken" --data "$real" --out "$work/broken.idx"
err_has "[code-unknown]"
[ ! -e "$work/broken.idx" ] || fail "overlay: written in spite of problems"

# a report that cannot be written is not a clean one
if [ -e /dev/full ]; then
  "$kbgen" check --data "$data" >/dev/full 2>"$work/err"
  [ $? = 2 ] || fail "check to a full device: not exit 2"
fi

[ $failures = 0 ] && echo "all passed"
exit $((failures > 0))
