#!/usr/bin/env bash
# Every row of decode-vectors.tsv through `errlookup decode --json` of the real program: the listed readings
# come first and in order; "none" means no reading and exit code 1.
#
#   decode_vectors.sh ERRLOOKUP TSV
set -uo pipefail
program=${1:?usage: decode_vectors.sh ERRLOOKUP TSV}
failed=0
rows=0
{
  read -r _  # the heading
  while IFS=$'\t' read -r input expected why; do
    rows=$((rows + 1))
    answer=$("$program" decode --json -- "$input")
    code=$?
    # {"space":"win32","value":"0x32DF",…} -> win32:0x32DF;
    got=$(grep -o '"space": *"[a-z0-9]*", *"value": *"0x[0-9A-F]*"' <<<"$answer" |
      sed 's/"space": *"\([a-z0-9]*\)", *"value": *"\(0x[0-9A-F]*\)"/\1:\2/' | tr '\n' ';')
    if [ "$expected" = none ]; then
      [ -z "$got" ] && [ "$code" = 1 ] && continue
    else
      case "$got" in "$expected;"*) [ "$code" = 0 ] && continue ;; esac
    fi
    printf '%s\n  expected %s (%s)\n  got      %s, exit code %s\n' "$input" "$expected" "$why" "$got" "$code"
    failed=$((failed + 1))
  done
} <"${2:?}"
echo "$rows rows, $failed wrong"
[ "$failed" = 0 ] && [ "$rows" -gt 200 ]
