#!/usr/bin/env python3
"""Asks errlookup the questions of questions.tsv and holds the shares that find their error first against floors.

    questions.py ERRLOOKUP QUESTIONS.tsv [--misses]

Columns: class, expected codes (any one is right; "none": nothing of ours may be a sure answer), question with the escapes
\\n, \\t, \\r and \\\\. They were written by people who had not seen the tool. Exit code 0: all floors hold.
"""
import json
import re
import subprocess
import sys

GROUPS = {"symptom": "words", "pasted-log-line": "words", "non-English": "words", "not-an-IPsec-error": "none"}
FLOORS = {"typed": 0.95, "words": 0.80}
MOST_WRONG = 0.03


def ask(tool, question):
    text = re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t", "r": "\r"}.get(m[1], m[1]), question)
    done = subprocess.run([tool, "--json", "--limit", "1", "--", text], capture_output=True, text=True, timeout=60)
    if done.returncode > 1:
        sys.exit("questions.py: %s\n%s" % (question, done.stderr))
    return json.loads(done.stdout)["results"]


def codes_of(result):
    values = {result["code"]} | {int(twin["hex"], 16) for twin in result.get("same_error", [])}
    return values


def main():
    tool, file = sys.argv[1:3]
    rows = [line.rstrip("\n").split("\t") for line in open(file, encoding="utf-8")][1:]
    right, count = {}, {}
    for kind, expected, question in rows:
        group = GROUPS.get(kind, "typed")
        results = ask(tool, question)
        if expected == "none":
            is_right = not any(r["confident"] and "page" in r for r in results)
        else:
            is_right = bool(results) and bool({int(code, 0) for code in expected.split(",")} & codes_of(results[0]))
        count[group] = count.get(group, 0) + 1
        right[group] = right.get(group, 0) + is_right
        if not is_right and "--misses" in sys.argv:
            print(kind, expected, question, [(r["code"], r.get("symbol")) for r in results], sep="\t")
    bad = False
    for group, floor in [*FLOORS.items(), ("none", 1 - MOST_WRONG)]:
        share = right[group] / count[group]
        bad |= share < floor
        print("%-6s %d of %d right, %.1f %%; floor %.0f %%" % (group, right[group], count[group], 100 * share, 100 * floor))
    sys.exit(bad)


main()
