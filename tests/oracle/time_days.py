#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""When claims hold: the program against an oracle that goes day by day and shares nothing with it.

  time_days.py RELATA [SOURCE]    the oracle by itself; RELATA on the vectors (tests/vectors/holding.json) and on random
                                  worlds: 30, or RELATA_MANY times as many
  time_days.py --self-test        the oracle by itself: rows by hand, the vectors, every day against the days that matter
  time_days.py --vectors          the vectors with what holds worked out anew, to standard output
  time_days.py --contested [N]    how often each contested point changes an answer in N (300) worlds, with the smallest world
"""
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from days.oracle import AFTER, BEFORE, CERTAINTIES, CONTESTED, WORDS, When, counting, ties  # noqa: E402
from days.worlds import random_worlds, shrink  # noqa: E402

VECTORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "vectors", "holding.json")


# ── The program ───────────────────────────────────────────────────────────────────────────────────────────

def options(question):
    """The question on relata's command line."""
    words = [f"--{question['level']}"] if question.get("level", "presumably") != "presumably" else []
    for key, value in question.items():
        if key in ("level", "claims", "why"):
            continue
        words += ["--" + key.replace("_", "-"), *([] if value is True else [value])]
    return " ".join(words)


def expected(world, question):
    return ties(counting(world, question))


def answer_of(text, complaint):
    """The ties of one export, or of none where the selection leaves none; anything else is an error of its own."""
    if not text.strip():
        if "the selection leaves no tie" in complaint:
            return {}
        return complaint or "neither an answer nor a complaint"
    network = json.loads(text)
    symmetric = {each["id"]: each["symmetric"] for each in network["relations"]}
    found = {}
    for tie in network["ties"]:
        ends = (tie["from"], tie["to"])
        key = (tie["relation"], *(sorted(ends) if symmetric[tie["relation"]] else ends))
        found[key] = {claim["id"]: claim.get("holds") for claim in tie["claims"]}
    return found


def ask_all(program, worlds):
    """All questions about all worlds in one shell, a list of answers for each world; before each answer stands the version,
    which tells them apart."""
    script = ""
    with tempfile.TemporaryDirectory() as folder:
        for number, (world, questions) in enumerate(worlds):
            os.mkdir(os.path.join(folder, str(number)))
            for name, keys in (("schema.json", {"relation_types": "types"}),
                               ("corpus.json", {key: key for key in ("documents", "actors", "claims")})):
                with open(os.path.join(folder, str(number), name), "w", encoding="utf-8") as file:
                    json.dump({"relata": 1} | {key: world[kept] for key, kept in keys.items()}, file)
            script += "".join(f"--version\nexport --to json -c {number} {options(question)}\n" for question in questions)
        done = subprocess.run([program, "shell", "-c", "0"], input=script, capture_output=True, text=True, check=False, cwd=folder)
    n_asked = sum(len(questions) for _, questions in worlds)
    parts = re.split(r"^relata \d.*\n", done.stdout, flags=re.M)[1:]
    if len(parts) != n_asked:
        return [[f"exit {done.returncode}: {done.stderr}"] * len(questions) for _, questions in worlds]
    complaints = {}
    for line in done.stderr.splitlines():
        said = re.match(r"relata: line (\d+): (.*)", line)
        if said:
            complaints[int(said[1])] = complaints.get(int(said[1]), "") + said[2]
    answers = iter([answer_of(part, complaints.get(2 * i + 2, "")) for i, part in enumerate(parts)])
    return [[next(answers) for _ in questions] for _, questions in worlds]


def ask(program, world, question):
    return ask_all(program, [(world, [question])])[0][0]


def differs(wanted, got):
    """Whether other claims count, or one that says at which level it `holds` says another."""
    if not isinstance(got, dict) or wanted.keys() != got.keys():
        return True
    return any(wanted[tie].keys() != got[tie].keys() or
               any(level and got[tie][claim] not in (None, level) for claim, level in wanted[tie].items()) for tie in wanted)


def show(title, world, question, wanted, got):
    """A world without the types and documents that no claim names, and what is said of it."""
    used = {claim[key] for claim in world["claims"] for key in ("type", "document") if key in claim}
    used |= {each.get("parent") for each in world["types"] if each["id"] in used}
    print(title, options(question))
    for key in ("types", "documents", "claims"):
        for each in world[key]:
            if key == "claims" or each["id"] in used:
                print(f"  {key}:", json.dumps(each))
    print("  expected:", wanted)
    print("  got:     ", got)


def compare(program, worlds):
    """The program's answers against the oracle's; each world is a world and its questions. Gives the number of failures."""
    failed = asked = leveled = 0
    worlds = list(worlds)
    for (world, questions), answers in zip(worlds, ask_all(program, worlds)):
        for question, got in zip(questions, answers):
            asked += 1
            wanted = expected(world, question)
            leveled += isinstance(got, dict) and any(level for claims in got.values() for level in claims.values())
            if not differs(wanted, got):
                continue
            failed += 1
            if failed <= 5:
                least = shrink(world, lambda less, q=question: differs(expected(less, q), ask(program, less, q)))
                show("FAIL: export", least, question, expected(least, question), ask(program, least, question))
    print(f"{asked} questions, {leveled} answers that give the levels, {failed} wrong")
    return failed


# ── The oracle by itself ──────────────────────────────────────────────────────────────────────────────────

def contested(count):
    """For each contested point how many of the random questions it changes, and the smallest world in which it does."""
    worlds = [(world, question) for world, questions in random_worlds(count) for question in questions]
    without = {id(question): expected(world, question) for world, question in worlds}
    for point, meaning in CONTESTED.items():
        def both(world, question, point=point):
            WORDS.discard(point)
            settled = expected(world, question)
            WORDS.add(point)
            by_words = expected(world, question)
            WORDS.discard(point)
            return settled, by_words
        WORDS.add(point)
        changed = [(world, question) for world, question in worlds if expected(world, question) != without[id(question)]]
        WORDS.discard(point)
        least = [(shrink(world, lambda less, q=question: len(set(map(str, both(less, q)))) > 1), question)
                 for world, question in changed[:40]]
        print(f"\n{point}: {len(changed)} of {len(worlds)} answers; {meaning}")
        if least:
            world, question = min(least, key=lambda each: len(json.dumps([each[0]["claims"], each[1]])))
            show(" ", world, question, *both(world, question))


# What the table says, by hand. A claim is "TYPE FROM TO WHEN [@PUBLISHED]", a denial "not TYPE …", WHEN - where
# there is none, after "possible" or "probable" where it is not certain; the first of a row is asked about: the surest level at which it holds, or no.
TYPES = [{"id": "member", "kind": "state"}, {"id": "leads", "kind": "state", "parent": "member"},
         {"id": "ally", "kind": "state", "symmetric": True}, {"id": "met", "kind": "event", "symmetric": True},
         {"id": "quits", "kind": "event", "ends": {"pair": ["member"]}}, {"id": "dies", "kind": "event", "ends": {"to": "*"}}]
ROWS = [
    # Attested: neither beginning nor end is said.
    ("as-of 2021-06-15", "surely", "leads A B 2021-06-15"),
    ("as-of 2021-06-16", "presumably", "leads A B 2021-06-15"),
    ("as-of 2021-06-14", "possibly", "leads A B 2021-06-15"),
    ("as-of 2021", "surely", "leads A B 2021-06"),
    ("as-of 2021-06-10", "presumably", "leads A B 2021-06"),
    ("during 2021-06-01/2021-06-10", "surely", "leads A B 2021-06 @2021-06-10"),
    ("during 2021-06-01/2021-06-09", "presumably", "leads A B 2021-06 @2021-06-10"),
    # From a to b, and ended.
    ("as-of 2020-12-31", "surely", "leads A B 2020-03/2021-02"),
    ("as-of 2020-03-15", "presumably", "leads A B 2020-03/2021-02"),
    ("as-of 2020-02-29", "no", "leads A B 2020-03/2021-02"),
    ("as-of 2021-03-01", "no", "leads A B 2020-03/2021-02"),
    ("as-of 2021-03-01", "possibly", "leads A B 2020-03/2021-02?"),
    ("as-of 2020-02-29", "possibly", "leads A B 2020-03~/2021-02"),
    # From a on: still, when published; end unknown.
    ("as-of 2021-08-26", "surely", "leads A B 2020/.. @2021-08-26"),
    ("as-of 2021-08-27", "presumably", "leads A B 2020/.. @2021-08-26"),
    ("as-of 2021-08-26", "presumably", "leads A B 2020/ @2021-08-26"),
    ("as-of 2019", "no", "leads A B 2020/"),
    # Until b: always; beginning unknown.
    ("as-of 1900", "surely", "leads A B ../2016"),
    ("as-of 1900", "presumably", "leads A B /2016"),
    ("as-of 2016-06", "presumably", "leads A B /2016"),
    ("as-of 2017", "no", "leads A B /2016"),
    # None: attested when published; else undated.
    ("as-of 2021-08-26", "surely", "leads A B - @2021-08-26"),
    ("as-of 2021-08-25", "possibly", "leads A B - @2021-08-26"),
    ("as-of 1900", "possibly", "leads A B -"),
    # Breakers, and what starts it again.
    ("as-of 2021", "presumably", "leads A B 2020", "not member A B 2021-06"),
    ("as-of 2021-06", "no", "leads A B 2020", "not member A B 2021-06"),
    ("as-of 2022", "presumably", "member A B 2020", "not leads A B 2021-06"),
    ("as-of 2022", "presumably", "leads A B 2021", "not leads A B 2021-06"),
    ("as-of 2022", "presumably", "leads A B 2021-07", "not leads A B 2021-06"),
    ("as-of 2022", "no", "ally A B 2020", "not ally B A 2021"),
    ("as-of 2022", "no", "leads A B 2020", "leads A B 2019/2021-06"),
    ("as-of 2022", "no", "leads A B 2020", "quits B A 2021"),
    ("as-of 2022", "no", "leads A B 2020", "dies C A 2021"),
    ("as-of 2022", "presumably", "leads A B 2020", "dies A C 2021"),
    ("as-of 2022", "no", "not leads A B 2020", "leads A B 2021"),
    ("as-of 2022", "presumably", "not member A B 2020", "dies C A 2021"),
    # What is only possible disputes what is more than that, but does not end it.
    ("as-of 2022", "presumably", "leads A B 2020", "possible not member A B 2021"),
    ("as-of 2022", "no", "leads A B 2020", "probable not member A B 2021"),
    ("as-of 2022", "no", "possible leads A B 2020", "possible not member A B 2021"),
    ("as-of 2022", "presumably", "probable leads A B 2020", "possible dies C A 2021"),
    ("as-of 2022", "presumably", "leads A B 2020", "possible leads A B 2019/2021-06"),
    ("as-of 2022", "presumably", "not leads A B 2020", "possible leads A B 2021"),
    # Events: once their last possible day is past; during an interval that holds it.
    ("as-of 2021-12-31", "surely", "met A B 2021"),
    ("as-of 2021-12-30", "presumably", "met A B 2021"),
    ("as-of 2019", "no", "met A B 2021"),
    ("as-of 2020", "possibly", "met A B 2021?"),
    ("as-of 2021-06-01", "presumably", "met A B ../2021-06"),
    ("as-of 2021-05-31", "possibly", "met A B ../2021-06"),
    ("as-of 2021-08-26", "surely", "met A B - @2021-08-26"),
    ("as-of 1900", "possibly", "met A B - @2021-08-26"),
    ("during 2021-06-15", "surely", "met A B 2021-06-15"),
    ("during 2021-06-16", "no", "met A B 2021-06-15"),
    ("during 2021-06", "presumably", "met A B 2021"),
]


def claim_of(number, words):
    """The claim of a row, with its document, which is published where the row says so."""
    words = words.split()
    claim, document = {"id": f"c{number}", "document": f"d{number}"}, {"id": f"d{number}"}
    if words[0] in CERTAINTIES:
        claim["certainty"] = words.pop(0)
    if words[0] == "not":
        claim["stance"] = words.pop(0) and "denies"
    if words[-1][0] == "@":
        document["published"] = words.pop()[1:]
    claim |= dict(zip(("type", "from", "to", "when"), words))
    return {key: value for key, value in claim.items() if value != "-"}, document


def wrong_rows():
    for asked, level, *claims in ROWS:
        claims, documents = zip(*map(claim_of, range(len(claims)), claims))
        kind, text = asked.split()
        question = {kind.replace("-", "_"): text, "level": "possibly"}
        counted = counting({"types": TYPES, "claims": claims, "documents": documents}, question)
        held = {told.id: surest for told, surest in counted.items()}.get("c0", "no")
        if held != level:
            yield asked, claims, "holds", held, "not", level


def wrong_vectors(vectors):
    for world in vectors:
        for question in world["questions"]:
            found, by_hand = sorted(told.id for told in counting(world, question)), sorted(by_stretches(world, question))
            if not found == sorted(question["claims"]) == by_hand:
                yield "vectors:", world["row"], question, "oracle:", found, "by hand:", by_hand


def by_stretches(world, question):
    """What holds by the stretches of days that the vectors give for each claim and level, worked out by hand."""
    kind = "as_of" if "as_of" in question else "during"
    when = When(question[kind])
    first, last = when.begin[0] if when.begin else BEFORE, when.end[1] if when.end else AFTER
    for claim, levels in world["stretches"].items():
        stretch = levels.get(kind, levels)[question["level"]]
        ends = {"-inf": BEFORE, "+inf": AFTER}
        begin, end = (ends[day] if day in ends else When(day).begin[0] for day in stretch or ("+inf", "-inf"))
        if begin <= last and first <= end:
            yield claim


def wrong_days(count):
    """Worlds without decades, for which every single day is tried as well."""
    for world, questions in random_worlds(count, seed=7):
        if not any(re.search(r"\d{3}X", claim.get("when", "")) for claim in world["claims"]):
            for question in questions[:4]:
                few, every = (ties(counting(world, question, each)) for each in (False, True))
                if few != every:
                    yield world, question, "every day:", every, "only those that matter:", few


def self_test(vectors):
    """Gives the number of failures."""
    failures = [*wrong_rows(), *wrong_vectors(vectors), *wrong_days(40)]
    for failure in failures:
        print("FAIL:", *failure)
    return len(failures)


def main(arguments):
    with open(VECTORS, encoding="utf-8") as file:
        vectors = json.load(file)["worlds"]
    if arguments[0] == "--contested":
        return contested(int(arguments[1]) if len(arguments) > 1 else 300)
    if arguments[0] == "--vectors":
        for world in vectors:
            for question in world["questions"]:
                question["claims"] = sorted(told.id for told in counting(world, question))
        return print(json.dumps({"worlds": vectors}, indent=1))
    failed = self_test(vectors)
    if arguments[0] != "--self-test":
        program, count = os.path.abspath(arguments[0]), 30 * int(os.environ.get("RELATA_MANY", "1"))
        failed += compare(program, [(world, world["questions"]) for world in vectors])
        failed += compare(program, random_worlds(count))
    print("ok" if failed == 0 else f"{failed} failures")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
