#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped files and the command line's answers are valid under the published JSON Schemas, and the schemas refuse
what is wrong. Uses python3-jsonschema as an independent judge; skipped (77) where it is absent."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

program = pathlib.Path(sys.argv[1]).resolve()
source = pathlib.Path(sys.argv[2]).resolve()
schemas = {path.name: json.loads(path.read_text()) for path in (source / "data/schemas").glob("*.schema.json")}
failed = 0


def inlined(value, name):
    """The schema with its references made local: each file becomes one definition of a single document, so that no
    resolver, of which every version of jsonschema has another, is needed."""
    if isinstance(value, dict):
        result = {key: inlined(each, name) for key, each in value.items()
                  if key not in ("$id", "$schema") or isinstance(each, dict)}  # not where it is a property
        if "$ref" in value:
            file, _, pointer = value["$ref"].partition("#")
            result["$ref"] = f"#/$defs/{file.rsplit('/', 1)[-1] or name}{pointer}"
        return result
    return [inlined(each, name) for each in value] if isinstance(value, list) else value


everything = {name: inlined(schema, name) for name, schema in schemas.items()}


def validator(name, definition=None):
    jsonschema.Draft202012Validator.check_schema(schemas[name])
    pointer = f"#/$defs/{name}" + (f"/$defs/{definition}" if definition else "")
    return jsonschema.Draft202012Validator({"$ref": pointer, "$defs": everything})


def check(what, judge, value):
    global failed
    for error in list(judge.iter_errors(value))[:3]:
        failed += 1
        print(f"FAIL: {what}: {error.json_path}: {error.message[-300:]}")


def refuse(what, judge, value):
    global failed
    if judge.is_valid(value):
        failed += 1
        print(f"FAIL: {what} is accepted")


# Shipped files, by their names.
kinds = {"schema.json": "schema.schema.json", "corpus.json": "corpus.schema.json"}
# What vocabularies of formats hold besides types: only the readers of those formats understand it.
beside = {"ftm.types.json": ["schemata"], "wikidata.types.json": ["properties", "instances", "certainty", "identifiers"]}
n_files = 0
for path in sorted(source.glob("data/*/*.json")) + sorted(source.glob("graphs/*.view.json")):
    kind = "view.schema.json" if path.name.endswith(".view.json") else kinds.get(path.name)
    if path.parent.name == "themes":
        kind = "theme.schema.json"
    if path.parent.name == "mappings":
        kind = "schema.schema.json" if path.name.endswith(".types.json") else "mapping.schema.json"
    if kind is None:
        continue
    n_files += 1
    value = json.loads(path.read_text())
    for key in ["$comment", *beside.get(path.name, [])]:
        value.pop(key, None)
    judge = validator(kind)
    check(path.relative_to(source), judge, value)
    wrong = copy.deepcopy(value)
    wrong["no such key"] = 1
    refuse(f"{path.name} with an unknown key", judge, wrong)
for what, wrong in [("a colour by name", {"extends": "print", "ink": "black"}),
                    ("a theme that lacks nearly all", {"ink": "#000000"}),
                    ("a dark part with shapes", {"extends": "screen", "dark": {"signs": {"mixed": {"head": "bar"}}}})]:
    refuse(what, validator("theme.schema.json"), wrong)
if n_files < 4:
    failed += 1
    print(f"FAIL: only {n_files} files were found")


# What programs extract is a part of a corpus, and what is no part of it is refused.
claims = {"relata": 1, "documents": [{"id": "d", "text": "A met B."}], "actors": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
          "claims": [{"document": "d", "text": "A met B.", "from": "a", "type": "meets", "to": "b", "when": "2021-08~",
                      "by": "a", "stance": "denies", "certainty": "probable"}]}
for kind in ("claims.schema.json", "corpus.schema.json"):
    check(f"extracted claims, {kind}", validator(kind), claims)
judge = validator("claims.schema.json")
for what, change in [("a claim without a quotation", lambda all: all["claims"][0].pop("text")),
                     ("an empty quotation", lambda all: all["claims"][0].update(text="")),
                     ("a claim without a document", lambda all: all["claims"][0].pop("document")),
                     ("offsets, which models cannot count", lambda all: all["claims"][0].update(start=0, end=8)),
                     ("a date in words", lambda all: all["claims"][0].update(when="last August")),
                     ("figures", lambda all: all.update(figures=[])),
                     ("an actor without a name", lambda all: all["actors"][0].pop("name")),
                     ("a text and a file", lambda all: all["documents"][0].update(file="d.txt"))]:
    wrong = copy.deepcopy(claims)
    change(wrong)
    refuse(what, judge, wrong)
# Every key of it is one of corpus.json's, so that whatever is valid is read.
for definition in ("document", "actor", "claim"):
    keys = set(schemas["claims.schema.json"]["$defs"][definition]["properties"])
    more = keys - set(schemas["corpus.schema.json"]["$defs"][definition]["properties"])
    if more:
        failed += 1
        print(f"FAIL: claims.schema.json: a {definition} has {more}, which corpus.json has not")

# What 'relata new' makes.
with tempfile.TemporaryDirectory() as place:
    text = pathlib.Path(place) / "2021-08-30 \"letter\".txt"
    text.write_text("A title\n\nA \"quoted\" sentence.\n")
    for folder, texts in (("own", []), ("given", [text])):
        made = pathlib.Path(place) / folder
        subprocess.run([program, "new", made, *texts], check=True, capture_output=True)
        for name, kind in kinds.items():
            value = json.loads((made / name).read_text())
            check(f"new {folder}/{name}", validator(kind), value)
            if json.loads((made / value["$schema"]).read_text()) != schemas[kind]:
                failed += 1
                print(f"FAIL: new {folder}/{name}: its $schema is not {kind}")


def answer(*arguments):
    done = subprocess.run([program, *arguments, "--json"], capture_output=True, cwd=source, check=False)
    return json.loads(done.stdout)


wrong_folder = tempfile.TemporaryDirectory()
wrong_corpus = wrong_folder.name
(pathlib.Path(wrong_corpus) / "corpus.json").write_text('{"relata": 1, "actors": [{"id": "a", "nme": "A"}]}')

kabul = ("-c", "data/kabul-2021")
for definition, arguments in [
    ("path", ("path", "Abu Omar Khorasani", "China", *kabul)),
    ("path", ("path", "ISIS-K", "US", "--all", *kabul)),
    ("path", ("path", "ISIS-K", "ISIS-K", *kabul)),
    ("path", ("path", "ISIS-K", "ISIS-K", "--robust", *kabul)),
    ("path", ("path", "ISIS-K", "US", "--robust", *kabul)),
    ("path", ("path", "Abu Omar Khorasani", "China", "--robust", *kabul)),
    ("path", ("path", "medici", "pazzi", "--robust", "-c", "data/florentine")),
    ("path", ("path", "Colin Clarke", "China", "--max-hops", "1", *kabul)),
    ("path", ("path", "Colin Clarke", "China", "--relation", "rivalry", "--max-hops", "1", *kabul)),
    ("path", ("path", "Colin Clarke", "China", "--along", "reports-on/leads", *kabul)),
    ("path", ("path", "Taliban", "China", "-k", "5", "--most-reliable", *kabul)),
    ("reach", ("reach", "ISIS-K", "--along", "attacks/<type=state>", *kabul)),
    ("reach", ("reach", "US", "--limit", "3", *kabul)),
    ("match", ("match", "attacks/^supports", "--limit", "1", *kabul)),
    ("match", ("match", "attacks", "--same-origin", "--limit", "1", *kabul)),
    ("count", ("match", "attacks", "--count", *kabul)),
    ("path", ("path", "ISIS-K", "US", "--same-document", *kabul)),
    ("path", ("path", "Abu Omar Khorasani", "China", "--same-document", *kabul)),
    ("common", ("common", "ISIS-K", "US", *kabul)),
    ("common", ("common", "Amaq", "Iraq", *kabul)),
    ("connect", ("connect", "ISIS-K", "China", "ISIS", *kabul)),
    ("connect", ("connect", "ISIS-K", "ISKP", *kabul)),
    ("connect", ("connect", "ISIS-K", "China", "Colin Clarke", "--sign", "hostile", *kabul)),
    ("connect", ("connect", "ISIS-K", "US", "China", "--not-type", "state", *kabul)),
    ("rank", ("rank", "--by", "betweenness,pagerank", "--top", "5", *kabul)),
    ("rank", ("rank", "-c", "data/florentine")),
    ("rank", ("rank", "--by", "constraint", "--reverse", *kabul)),
    ("measures", ("rank", "--measures")),
    ("actors", ("actors", *kabul)),
    ("types", ("types", *kabul)),
    ("types", ("types", "-c", "data/florentine")),
    ("show", ("show", "ISIS-K", *kabul)),
    ("show", ("show", "medici", "-c", "data/florentine")),
    ("show", ("show", "padgett-ansell-1993", "-c", "data/florentine")),
    ("check", ("check", "data/kabul-2021")),
    ("check", ("check", wrong_corpus)),
    ("identity", ("check", "--identity", "data/kabul-2021")),
]:
    value = answer(*arguments)
    judge = validator("answers.schema.json", definition)
    check(" ".join(arguments), judge, value)
    refuse(f"the answer of {arguments[0]} with an unknown key", judge, {**value, "no such key": 1})

# What stands in a page, in the form that the page reads.
for arguments in (kabul, ("-c", "data/florentine"), (*kabul, "--relation", "attacks", "--top", "5", "--cluster", "type")):
    done = subprocess.run([program, "page", *arguments], capture_output=True, cwd=source, check=False, text=True)
    data = json.loads(done.stdout.split('<script type="application/json" id="data">')[1].split("</script>")[0])
    judge = validator("page.schema.json")
    check(f"page {' '.join(arguments)}", judge, data)
    refuse("a page's data with an unknown key", judge, {**data, "no such key": 1})
    for owner, keys in (("actors", ("type",)), ("ties", ("from", "to", "type")), ("claims", ("document", "by_actor")),
                        ("figures", ("of",)), ("relation_types", ("parent",))):
        for key in keys:
            list_of = {"type": "actor_types" if owner == "actors" else "relation_types", "document": "documents",
                       "parent": "relation_types"}.get(key, "actors")
            if any(record[key] is not None and record[key] >= len(data[list_of]) for record in data[owner]):
                failed += 1
                print(f"FAIL: page: {owner}.{key} names nothing")

# One line of JSON for each line of a batch: an answer, or what is wrong with it.
batch = subprocess.run([program, "path", "--batch", "-", *kabul], capture_output=True, cwd=source, check=False,
                       input=b'from,to\nISIS-K,China\n\nNobody,China\n["US", "UN"]\n{"from": 1}\n')
lines = [json.loads(line) for line in batch.stdout.splitlines()]
for line, definition in zip(lines, ("path", "batch-error", "path", "batch-error"), strict=True):
    check(f"line {line['line']} of a batch", validator("answers.schema.json", definition), line)
if [line["line"] for line in lines] != [2, 4, 5, 6]:
    failed += 1
    print("FAIL: the lines of a batch are numbered wrongly")

print("ok" if failed == 0 else f"{failed} failures")
sys.exit(1 if failed else 0)
