"""The JSON Schema accepts what the reader accepts: tests/generator/record/cases and the real data.

usage: schema_agrees.py KBGEN CASES DATA
Exit 77 (skipped) without the jsonschema module (Debian: python3-jsonschema).
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("the jsonschema module is not there: skipped")
    sys.exit(77)

KINDS = {"record": "records/*/*.json", "procedure": "procedures/*.json", "map": "maps/*.json",
         "sources": "sources.json", "glossary": "glossary.json", "events": "events.json",
         "families": "families.json", "site": "site.json"}


def pattern(validator, pattern, instance, schema):
    """ECMAScript's $ is the very end; Python's also matches before a last line end."""
    if validator.is_type(instance, "string") and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {pattern!r}")


Validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": pattern})


def main(kbgen, cases, data):
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([kbgen, "schema", "--out", folder], check=True)
        schemas = {}
        for kind in KINDS:
            schema = json.loads((pathlib.Path(folder) / f"{kind}.schema.json").read_text("utf-8"))
            Validator.check_schema(schema)
            schemas[kind] = Validator(schema)

    def first_error(kind, path):
        return next(schemas[kind].iter_errors(json.loads(path.read_text("utf-8"))), None)

    for path in sorted((cases / "good").glob("*.json")):
        if error := first_error(path.name.split(".")[0], path):
            wrong.append(f"{path}: the schema refuses it: {error.message}")
    for path in sorted((cases / "bad").glob("*.json")):
        if not first_error(path.name.split(".")[0], path):
            wrong.append(f"{path}: the schema accepts it")
    for kind, glob in KINDS.items():
        for path in sorted(data.glob(glob)):
            if error := first_error(kind, path):
                wrong.append(f"{path}: the schema refuses it: {error.message}")
    print("\n".join(wrong) or "reader and schema agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
