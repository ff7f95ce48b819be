#!/usr/bin/env bash
# What a whole run of errlookup costs, beside an empty program and the peers that are installed.
#
#   tests/bench/start_up.sh build/release/bin [ROUNDS]
#
# The folder holds errlookup and start_up. Peers: errno (package moreutils), perror (mariadb-server), sqlite3 on a
# table of the same pages, tldr (tealdeer, if it has pages). Instructions are counted where valgrind is installed.
set -euo pipefail
bin=$(realpath "${1:?start_up.sh: name the folder that holds errlookup and start_up}")
rounds=${2:-301}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

echo 'int main(void) { return 0; }' >"$work/empty.c"
"${CC:-cc}" -O2 -static -o "$work/empty" "$work/empty.c"
commands=("empty static C	$work/empty")
if command -v musl-gcc >/dev/null && musl-gcc -O2 -static -o "$work/empty-musl" "$work/empty.c" 2>/dev/null; then
  commands+=("empty static C, musl	$work/empty-musl")
fi
commands+=(
  "errlookup 13023	$bin/errlookup	13023"
  "errlookup --brief 13023	$bin/errlookup	--brief	13023"
  "errlookup 5	$bin/errlookup	5"
)
if command -v errno >/dev/null; then commands+=("errno	errno	ENOENT"); fi
if command -v perror >/dev/null; then commands+=("perror	perror	13"); fi
if command -v tldr >/dev/null && tldr tar >/dev/null 2>&1; then commands+=("tldr	tldr	tar"); fi
if command -v sqlite3 >/dev/null; then
  {
    echo 'create table pages (code integer primary key, page text); begin;'
    for code in $("$bin/errlookup" --color never list | awk '$1 ~ /^[0-9]+$/ { print $1 }' | sort -un); do
      # The page as SQL text: quotes doubled.
      echo "insert or ignore into pages values ($code, '$("$bin/errlookup" --no-pager "$code" | sed "s/'/''/g")');"
    done
    echo 'commit;'
  } | sqlite3 "$work/pages.db"
  commands+=("sqlite3, the same page	sqlite3	$work/pages.db	select page from pages where code = 13023")
fi

printf '%s\n' "${commands[@]}" | "$bin/start_up" "$rounds"

command -v valgrind >/dev/null || exit 0
echo
echo "instructions in user space (callgrind)"
for command in "${commands[@]}"; do
  IFS=$'\t' read -r -a words <<<"$command"
  count=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null "${words[@]:1}" 2>&1 >/dev/null </dev/null |
    awk '/Collected/ { print $NF }')
  printf '%-28s %12s\n' "${words[0]}" "${count:-?}"
done
