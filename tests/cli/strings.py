#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Every string of a corpus is hostile, and goes through every command and format.

Nothing that a terminal obeys may come out: no control byte but the line's end and the tab, and no mark that turns text round or ends a
line unseen, on standard output, standard error, in JSON and in CSV (whose lines end with CR LF, and whose cells stand in
quotation marks, in which a mark that turns text round is data).
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

RELATA, SOURCE = (os.path.abspath(path) for path in sys.argv[1:3])
FAILED = False

# Clears the screen, writes to the clipboard, sounds; turns text round; ends lines; markup, Graphviz's escapes, a formula.
CONTROLS = "\x1b]52;c;Y3VybA==\x07\x1b[2J\x9b31m\x7f\x08"
TURNS = "\u202e\u2066\u200f\u061c\u2028\u2029\u0085"
EVIL = f"{CONTROLS}{TURNS}=<b>\\N\"'&"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
TURN = re.compile("[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def evil(word):
    """A hostile string that is no other's."""
    return word + EVIL


def corpus(text, ident):
    """A corpus whose free texts are made by one function, and whose ids by another."""
    return {
        "relata": 1, "title": text("title"), text("key"): text("value"),
        "schema": {
            "relata": 1, text("key"): 1,
            "actor_types": [{"id": ident("person"), "label": text("person"), "plural": text("people"), "colour": text("red")}],
            "relation_types": [
                {"id": ident("hits"), "label": text("hits"), "inverse": text("is hit by"), "sign": -1, "kind": "event"},
                {"id": ident("likes"), "label": text("likes"), "sign": 1, "symmetric": True, "colour": text("x")},
                {"id": ident("says"), "label": text("says"), "reporting": True}],
            "event_types": [{"id": ident("battle"), "label": text("battle")}],
        },
        "documents": [
            {"id": ident("d1"), "title": text("one"), "publisher": text("press"), "author": text("author"),
             "published": "2021-08-02", "url": text("https://example.org/"), "language": text("en"), "text": text("A hits B. ")},
            {"id": ident("d2"), "title": text("two"), "origin": ident("o"), "published": text("2021"), "file": text("d2.txt")}],
        "origins": [{"id": ident("o"), "name": text("agency"), "aliases": [text("wire")], "reliability": text("A")}],
        "actors": [
            {"id": ident("a"), "name": text("Ada"), "type": ident("person"), "aliases": [text("A."), {"name": text("Weak"),
             "strong": False}], "links": {text("wikidata"): text("Q1")}, "url": text("https://example.org/a"),
             "note": text("note")},
            {"id": ident("b"), "name": text("Ben"), "type": ident("person"), "links": {text("x"): text("javascript:")}},
            {"id": ident("c"), "name": text("Cleo"), "type": ident("unknown")}],
        "claims": [
            {"id": ident("c1"), "document": ident("d1"), "type": ident("hits"), "from": ident("a"), "to": ident("b"),
             "text": text("A hits B. "), "note": text("note"), "by": text("somebody"), "place": text("there"), "when": "2021-08"},
            {"id": ident("c2"), "document": ident("d1"), "type": ident("likes"), "from": ident("b"), "to": ident("c"),
             "by": [text("one"), text("other")], "text": text("a quotation that is not there")},
            {"id": ident("c3"), "document": ident("d2"), "type": ident("hits"), "from": ident("a"), "to": ident("b"),
             "stance": "denies", "when": text("2021")},
            {"id": ident("c4"), "document": ident("d2"), "type": ident("says"), "from": ident("c"), "to": ident("b")},
            {"id": ident("c5"), "document": ident("none"), "type": ident("hits"), "from": ident("nobody"), "to": ident("b"),
             text("key"): [text("value")]}],
        "events": [{"id": ident("e1"), "document": ident("d1"), "type": ident("battle"), "when": "2021-08-02",
                    "place": text("there"), "note": text("note"),
                    "arguments": [{"role": text("Attacker"), "actor": ident("a")}, {"role": ident("Target"), "actor": ident("b")}]}],
        "figures": [{"id": ident("f1"), "document": ident("d1"), "measure": text("killed"), "actor": ident("a"), "best": 3,
                     "unit": text("people"), "by": text("somebody"), "note": text("note"), "text": text("three")}],
    }


def commands(a, b, document):
    """Every command that answers about a corpus, in every form."""
    names = ([a, b] if a else ["ada", "ben"])
    yield from (["check"], ["check", "--json"], ["check", "--notes", "all"], ["check", "--identity"],
                ["check", "--identity", "--json"], ["actors"], ["actors", "--json"], ["types"], ["types", "--json"])
    for name in (names[0], document):
        yield from (["show", name], ["show", name, "--json"], ["show", name, "--reporting"])
    for form in ([], ["--json"], ["--markdown"]):
        for command in ("path", "common", "connect"):
            yield [command, *names, *form]
        yield ["path", *names, "--all", "--robust", "--reporting", *form]
        yield ["reach", names[0], *form]
    yield from (["rank"], ["rank", "--json"], ["rank", "--by", "degree,pagerank"], ["draw", "--describe"],
                ["draw", "--describe", "--groups"], ["timeline", *names, "--describe"], ["draw", "--to", "svg"],
                ["draw", "--to", "dot"], ["draw", "--cluster", "type", "--to", "svg"], ["timeline", "--to", "svg"], ["page"],
                ["path", *names, "-o", "picture.svg"])
    for form in ("json", "csv", "dot", "graphml"):
        yield ["export", "--to", form, "--reporting"]
    for kind in ("actor", "document", "relation", "actor-type"):
        yield ["completion", "--list", kind]
    # What is asked is hostile too.
    for words in (["path", EVIL, names[0]], ["show", EVIL], ["rank", "--by", EVIL], ["rank", "--relation", EVIL],
                  ["rank", "--as-of", EVIL], ["draw", "--around", EVIL], ["draw", "--theme", EVIL], ["draw", "--view", EVIL],
                  ["export", "--to", EVIL], ["path", *names, "--along", EVIL], [EVIL], ["rank", f"--{EVIL}"],
                  ["rank", "--document", EVIL], ["rank", "--top", EVIL], ["draw", "-o", f"no/{EVIL}.svg"], ["check", EVIL],
                  ["draw", "--theme", "evil.theme.json", "--to", "svg"], ["draw", "--view", "evil.view.json", "--to", "svg"],
                  ["path", "--batch", "pairs"], ["actors", EVIL]):
        yield words


def judge(shown, stream, data, is_csv=False):
    """Fails where there is something that a terminal obeys."""
    global FAILED
    text = data.decode("utf-8", errors="strict")
    if is_csv:
        text = re.sub('"(?:[^"]|"")*"', lambda cell: TURN.sub("", cell.group()), text.replace("\r\n", "\n"))
    found = CONTROL.search(text) or TURN.search(text)
    if found:
        FAILED = True
        around = text[max(0, found.start() - 60):found.end() + 20]
        print(f"FAIL: {shown}: {stream} holds U+{ord(found.group()):04X}: {around!r}")


def ask(folder, words, read):
    """Runs a command and judges what it prints."""
    has_corpus = words[0] != EVIL and words[:2] != ["check", EVIL]
    arguments = [*words, *(["-c", read] if has_corpus else [])]
    done = subprocess.run([RELATA, *arguments], cwd=folder, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    shown = f"{read!r}: {' '.join(words)!r}"
    judge(shown, "standard error", done.stderr)
    judge(shown, "standard output", done.stdout, words[:3] == ["export", "--to", "csv"])
    if done.returncode < 0:
        print(f"FAIL: {shown}: ends by signal {-done.returncode}")
        sys.exit(1)
    return done.returncode


def put(folder, name, content):
    """Writes a file of text or JSON."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def make(folder):
    """Writes the corpora; returns how each is read, with two actors and a document of it."""
    plain = lambda word: word  # noqa: E731
    turned = lambda word: word + "\u202e\u200f"  # noqa: E731  (ids have no control characters)
    put(folder, "text.json", corpus(evil, plain))
    put(folder, "ids.json", corpus(evil, turned))
    put(folder, "wrong.json", corpus(evil, evil))
    records = corpus(evil, plain)
    kinds = {"documents": "document", "actors": "actor", "claims": "claim", "events": "event", "figures": "figure"}
    put(folder, "records.jsonl", "".join(json.dumps({"kind": kind, **record}) + "\n"
                                         for key, kind in kinds.items() for record in records[key]))
    flat = re.sub(r"[\n\r\t\u2028\u2029\x85]", " ", EVIL)
    text = f"Ada{flat} hits Ben{flat}.\n"
    middle, end = text.index(" hits "), text.index(".\n")
    put(folder, f"brat{TURNS}\x1b/d{CONTROLS}.txt", text)
    put(folder, f"brat{TURNS}\x1b/d{CONTROLS}.ann",
        f"T1\tPer{TURNS[0]}son 0 {middle}\t{text[:middle]}\nT2\tPerson {middle + 6} {end}\t{text[middle + 6:end]}\n"
        f"R1\tHi{flat}ts Arg1:T1 Arg2:T2\nR2\tHits Arg1:T1 Arg2:T2\nA1\tNeg{flat} R2\n#1\tAnnotatorNotes R2\tby={flat}; x={flat}\n"
        f"N1\tReference T1 {flat}:{flat}\t{flat}\nX{flat}\nT9\t{flat}\n")
    put(folder, f"brat{TURNS}\x1b/annotation.conf", f"[entities]\nPerson{flat}\n[relations]\nHits Arg1:{flat}, Arg2:Person\n{flat}\n")
    put(folder, f"brat{TURNS}\x1b/documents.csv", f"id,title,{flat}\nd,{flat},x\n{flat},y,z\n")
    put(folder, f"brat{TURNS}\x1b/identity.json", {"same": [[evil("x"), evil("y")]], evil("key"): 1})
    put(folder, "evil.theme.json", {"extends": "print", "fonts": [EVIL], EVIL: EVIL, "paper": EVIL})
    put(folder, "evil.view.json", {"relata": 1, "title": EVIL, EVIL: EVIL, "around": EVIL})
    put(folder, "pairs", f"{flat},{flat}\n{json.dumps([EVIL, EVIL])}\n\"{flat}\n")
    yield "text.json", "a", "b", "d1"
    yield "ids.json", turned("a"), turned("b"), turned("d1")
    yield "wrong.json", None, None, "d1"
    yield "records.jsonl", "a", "b", "d1"
    yield f"brat{TURNS}\x1b", None, None, "d"


def main():
    """Asks everything of every corpus."""
    answered = 0
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        for read, a, b, document in list(make(folder)):
            codes = [ask(folder, words, read) for words in commands(a, b, document)]
            answered += codes.count(0)
            script = "".join(f"show {name}\npath a b\n'{name}\n" for name in ("a", json.dumps(EVIL)))
            done = subprocess.run([RELATA, "shell", "-c", read], cwd=folder, input=script.encode(), capture_output=True,
                                  check=False)
            judge(f"{read!r}: shell", "standard output", done.stdout)
            judge(f"{read!r}: shell", "standard error", done.stderr)
    if answered < 100:
        print(f"FAIL: only {answered} questions were answered")
    sys.exit(FAILED or answered < 100)


main()
