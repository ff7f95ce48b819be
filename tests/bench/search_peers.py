#!/usr/bin/env python3
"""The search of errlookup beside SQLite FTS5 and MiniSearch: the same names, messages and queries in one run.

    search_peers.py BIN INDEX [EVERY]

BIN is the folder with print_queries, search_quality and search_speed; EVERY (4) takes each n-th query. Only queries of
words are asked: no peer reads codes. An answer is right if it has the wanted symbol or the same message. MiniSearch is
asked if `npm ci` was run in browser_search. Times are of one call in the process, without start-up.
"""
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def words_of(text):
    return "".join(c if c.isalnum() else " " for c in text).split()


def sqlite_fts5(entries):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(name, message, tokenize='unicode61')")
    db.executemany("INSERT INTO t(rowid, name, message) VALUES (?, ?, ?)",
                   ((i, e["symbol"].replace("_", " "), e.get("message", "")) for i, e in enumerate(entries)))
    sql = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 2.0, 1.0) LIMIT 10"

    def ask(text):
        terms = ['"%s"*' % w for w in words_of(text.replace("_", " "))]
        rows = db.execute(sql, (" ".join(terms),)).fetchall() if terms else []
        return [r[0] for r in rows or (db.execute(sql, (" OR ".join(terms),)).fetchall() if terms else [])]
    return ask


MINISEARCH = """
const { entries, queries } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const MiniSearch = require('minisearch');
const engine = new MiniSearch({ fields: ['words', 'message'], tokenize: s => s.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean) });
engine.addAll(entries.map((e, id) => ({ id, words: e.symbol.replaceAll('_', ' '), message: e.message || '' })));
const ask = q => engine.search(q, { fuzzy: 0.2, prefix: true, boost: { words: 2 } }).slice(0, 10).map(hit => hit.id);
queries.slice(0, 100).forEach(q => ask(q.text));
console.log(JSON.stringify(queries.map(q => {
  const begin = process.hrtime.bigint();
  const found = ask(q.text);
  return [Number(process.hrtime.bigint() - begin) / 1e3, found];
})));
"""


def minisearch(entries, queries):
    folder = os.path.join(HERE, "browser_search")
    if not os.path.isdir(os.path.join(folder, "node_modules", "minisearch")):
        return None
    done = subprocess.run(["node", "-e", MINISEARCH], cwd=folder, input=json.dumps({"entries": entries, "queries": queries}),
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def rank(entries, found, symbol, message):
    for position, i in enumerate(found[:10], 1):
        if entries[i]["symbol"] == symbol or (message and entries[i].get("message") == message):
            return position
    return 0


def show(name, ranks, times):
    times = sorted(times)
    print("%-22s %6d %9.1f %9.3f %11.1f %11.1f" % (
        name, len(ranks), 100 * sum(r == 1 for r in ranks) / len(ranks), sum(1 / r for r in ranks if r) / len(ranks),
        times[len(times) // 2], times[len(times) * 99 // 100]))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    binaries, index = sys.argv[1:3]
    every = int(sys.argv[3]) if len(sys.argv) > 3 else 4
    run = lambda tool, *rest: subprocess.run([os.path.join(binaries, tool), index, *rest], capture_output=True, text=True, check=True).stdout
    made = json.loads(run("print_queries"))
    entries = made["entries"]
    messages = {e["symbol"]: e.get("message", "") for e in entries}
    queries = [q for q in made["queries"] if "symbol" in q and not q["kind"].startswith(("code", "log line"))][::every]

    print("%-22s %6s %9s %9s %11s %11s" % ("", "count", "first %", "MRR@10", "median us", "99 % us"))
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        for q in queries:
            file.write("all\t%s\t%s\n" % (q["text"], q["symbol"]))
        file.flush()
        quality = [line for line in run("search_quality", file.name).splitlines() if line.startswith("all that")][0].split()
        speed = [line for line in run("search_speed", file.name).splitlines() if line.startswith("all ")][0].split()
    print("%-22s %6s %9s %9s %11s %11s" % ("errlookup", quality[5], quality[6], quality[8], speed[2], speed[3]))

    ask = sqlite_fts5(entries)
    ranks, times = [], []
    for q in queries:
        begin = time.perf_counter()
        found = ask(q["text"])
        times.append((time.perf_counter() - begin) * 1e6)
        ranks.append(rank(entries, found, q["symbol"], messages[q["symbol"]]))
    show("SQLite FTS5", ranks, times)

    answers = minisearch(entries, queries)
    if answers is None:
        print("MiniSearch             not installed: npm ci in tests/bench/browser_search")
        return
    show("MiniSearch", [rank(entries, found, q["symbol"], messages[q["symbol"]]) for q, (_, found) in zip(queries, answers)],
         [t for t, _ in answers])


main()
