#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""relata reach and relata common against what the exported ties say: distances by relaxing them until nothing changes,
witnesses walked hop by hop, neighbours by sets. Nothing of the program's searches is used, only `relata export`."""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
source = pathlib.Path(sys.argv[2]).resolve()
corpus = "data/kabul-2021"
failed = 0


def fail(*words):
    global failed
    failed += 1
    print("FAIL:", *words)


complaints = tempfile.TemporaryFile(mode="a+")
shell = subprocess.Popen([program, "shell", "-c", corpus], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints,
                         cwd=source, text=True)


def run(*arguments):
    """What the command answers in a shell; the version after it says that this is all."""
    shell.stdin.write(shlex.join(arguments) + "\n--version\n")
    shell.stdin.flush()
    answer = []
    for line in shell.stdout:
        if re.match(r"relata \d+\.", line):
            return "".join(answer)
        answer.append(line)
    complaints.seek(0)
    sys.exit(f"FAIL: the shell ends after {shlex.join(arguments)}: {complaints.read()}")


def ends(code, *arguments):
    done = subprocess.run([program, *arguments, "-c", corpus], capture_output=True, cwd=source, check=False, text=True)
    if done.returncode != code:
        fail(" ".join(arguments), f"exit {done.returncode}, expected {code}:", done.stderr)


class Network:
    """The ties of an export, and the schema's kinds of relations and actors."""

    def __init__(self, *options):
        export = json.loads(run("export", "--to", "json", *options))
        schema = json.loads((source / corpus / "schema.json").read_text())
        self.actors = {actor["id"]: actor for actor in export["actors"]}
        self.relations = {relation["id"]: relation for relation in export["relations"]}
        self.parents = {each["id"]: each.get("parent") for key in ("actor_types", "relation_types") for each in schema[key]}
        self.hops = []  # (from, to, relation, direction)
        # Who only talks about whom is not asked about: the schema says which types do.
        reporting = {each["id"]: each.get("reporting") for each in schema["relation_types"]}
        for tie in export["ties"]:
            if self.inherited(reporting, tie["relation"]):
                continue
            symmetric = self.relations[tie["relation"]]["symmetric"]
            ends = tie["from"], tie["to"]
            self.hops.append((*ends, tie["relation"], "both" if symmetric else "forward"))
            self.hops.append((*ends[::-1], tie["relation"], "both" if symmetric else "backward"))

    def inherited(self, said, kind):
        """What is said of a kind or, where nothing is, of the next one above of which something is."""
        while kind is not None and said[kind] is None:
            kind = self.parents[kind]
        return kind is not None and said[kind]

    def is_a(self, kind, wanted):
        while kind is not None and kind != wanted:
            kind = self.parents[kind]
        return kind is not None


# A pattern takes the distances at which actors are reached before it to those after it.
def step(fits, ways):
    def go(network, before):
        after = {}
        for start, end, relation, direction in network.hops:
            if start in before and fits(network, relation) and (direction == "both" or direction in ways):
                after[end] = min(after.get(end, 10**9), before[start] + 1)
        return after
    return go


def kind(wanted, *ways):
    return step(lambda network, relation: network.is_a(relation, wanted), ways or ("forward",))


def sign(wanted, *ways):
    return step(lambda network, relation: network.relations[relation]["sign"] == wanted, ways or ("forward",))


def but(unwanted, *ways):
    return step(lambda network, relation: not network.is_a(relation, unwanted), ways or ("forward",))


def anything(*ways):
    return step(lambda network, relation: True, ways)


def test(passes):
    return lambda network, before: {actor: hops for actor, hops in before.items() if passes(network, network.actors[actor])}


def nearest(one, other):
    return {actor: min(one.get(actor, 10**9), other.get(actor, 10**9)) for actor in {*one, *other}}


def row(*parts):
    def go(network, at):
        for part in parts:
            at = part(network, at)
        return at
    return go


def either(one, other):
    return lambda network, at: nearest(one(network, at), other(network, at))


def times(part, least, most=None):
    """At least, and at most so many times; without an end where `most` is None."""
    def go(network, at):
        for _ in range(least):
            at = part(network, at)
        reached, more = at, True
        rounds = 0
        while more and (most is None or rounds < most - least):
            at = part(network, at)
            together = nearest(reached, at)
            more, reached, rounds = together != reached, together, rounds + 1
        return reached
    return go


ALONG, AGAINST = "forward", "backward"
any_hops = times(anything(ALONG, AGAINST), 0)
along_hops = times(anything(ALONG), 0)
is_state = test(lambda network, actor: actor["type"] == "state")
is_organization = test(lambda network, actor: network.is_a(actor["type"], "organization"))
not_taliban = test(lambda network, actor: actor["id"] != "taliban")

# What is asked, and what it means.
questions = [
    ((), any_hops),
    (("--directed",), along_hops),
    (("--avoid", "Taliban"), None),  # see below: the network without the actor
    (("--along", "attacks"), kind("attacks")),
    (("--along", "^attacks"), kind("attacks", AGAINST)),
    (("--along", "attacks/^attacks"), row(kind("attacks"), kind("attacks", AGAINST))),
    (("--along", "opposes|^cooperation"), either(kind("opposes"), kind("cooperation", AGAINST))),
    (("--along", "(part-of|^part-of)*"), times(kind("part-of", ALONG, AGAINST), 0)),
    (("--along", "(.|^.){2,3}"), times(anything(ALONG, AGAINST), 2, 3)),
    (("--along", "([-]|^[-])+"), times(sign(-1, ALONG, AGAINST), 1)),
    (("--along", "[+]?/!opposes"), row(times(sign(1), 0, 1), but("opposes"))),
    (("--along", ".<type=state>/^./<type=organization>"), row(anything(ALONG), is_state, anything(AGAINST), is_organization)),
    (("--along", "(.|^.)/<id!=taliban>(.|^.)"), row(anything(ALONG, AGAINST), not_taliban, anything(ALONG, AGAINST))),
]


def walk(network, what, path, start, end, hops):
    """The witness is a row of ties that are there, from one end to the other, as long as is said."""
    at = path.get("from_part", {"actor": start})["actor"]
    for hop in path["hops"]:
        if hop["from"] != at or (hop["from"], hop["to"], hop["relation"], hop["direction"]) not in network.known:
            fail(what, "the way to", end, "has no tie", hop["from"], hop["relation"], hop["to"], hop["direction"])
        at = hop["to"]
    end = path.get("to_part", {"actor": end})["actor"]
    if at != end or len(path["hops"]) != hops:
        fail(what, "the way to", end, "ends at", at, "after", len(path["hops"]), "hops")


def check_reach(network, start, options, wanted, limit=1000):
    arguments = ("reach", start, *options)
    what = " ".join(arguments)
    expected = sorted((hops, actor) for actor, hops in wanted.items())
    answer = json.loads(run(*arguments, "--json"))
    got = [(one["hops"], one["id"]) for one in answer["reached"]]
    if got != expected[:limit] or answer["cut"] != (len(expected) > limit):
        fail(what, "reaches", got, "expected", expected)
    for one in answer["reached"]:
        walk(network, what, one["path"], start, one["id"], one["hops"])
        if one["name"] != network.actors[one["id"]]["name"]:
            fail(what, one["id"], "is called", one["name"])
    return answer, what


def check_text(network, start, options, answer):
    """The same in words: a line for each, and in Markdown a row of a table."""
    names = [(str(one["hops"]), one["name"]) for one in answer["reached"]]
    first = f"{network.actors[start]['name']} reaches {len(names)} actor{'' if len(names) == 1 else 's'}"
    text = run("reach", start, *options).splitlines()
    if not text[0].startswith(first) or len(text) != len(names) + 3:
        fail("reach", start, *options, "begins", text[:1], "and has", len(text), "lines")
    for line, (hops, name) in zip(text[3:], names):
        if not re.match(rf" *{hops}  {re.escape(name)}  ", line):
            fail("reach", start, *options, "says", line, "of", name)
    rows = [line for line in run("reach", start, *options, "--markdown").splitlines() if line.startswith("| ")]
    cells = [tuple(cell.strip() for cell in row.split(" | ")) for row in (line.strip("|") for line in rows)]
    if [cell[:2] for cell in cells[2:]] != names or rows[0] != "| hops | actor | way |" or rows[1] != "| ---: | --- | --- |":
        fail("reach", start, *options, "--markdown:", rows[:3])


def check_common(network, a, b, directed):
    arguments = ("common", a, b, *(("--directed",) if directed else ()))
    what = " ".join(arguments)
    ways = ("both", "forward") if directed else ("both", "forward", "backward")
    expected = {}
    for actor in network.actors:
        before = {(r, d) for start, end, r, d in network.hops if (start, end) == (a, actor) and d in ways}
        after = {(r, d) for start, end, r, d in network.hops if (start, end) == (actor, b) and d in ways}
        if before and after and actor not in (a, b) and a != b:  # between one and oneself there is nobody
            expected[actor] = before, after
    answer = json.loads(run(*arguments, "--json"))
    got = {one["id"]: tuple({(hop["relation"], hop["direction"]) for hop in one[key]} for key in ("before", "after"))
           for one in answer["between"]}
    if got != expected:
        fail(what, got, "expected", expected)
    # The most ties first, equals by id.
    order = [(-len(one["before"]) - len(one["after"]), one["id"]) for one in answer["between"]]
    if order != sorted(order):
        fail(what, "is in the order", order)
    n = len(expected)
    said = f"{n} actor{' stands' if n == 1 else 's stand'} between"
    if not run(*arguments).startswith(said):
        fail(what, "does not begin", said)
    return n


network = Network()
network.known = set(network.hops)
n_reached = 0
without = Network()
without.hops = [hop for hop in without.hops if "taliban" not in hop[:2]]
for start in ("isis-k", "amaq"):
    for options, meaning in questions:
        if meaning is None:
            # Who is avoided is as good as not there.
            wanted = any_hops(without, {start: 0})
        else:
            wanted = meaning(network, {start: 0})
        # What is worked out here is where walks lead.
        mode = ("--mode", "walk") if "--along" in options else ()
        answer, what = check_reach(network, start, (*options, *mode), wanted)
        n_reached += len(answer["reached"])
        if start == "isis-k" and options in ((), ("--along", "([-]|^[-])+")):
            check_text(network, start, options, answer)
if n_reached < 100:
    fail("only", n_reached, "were reached in all: the questions ask nothing")

# No more hops than that; the nearest only; and a selection is applied before, not after: a way by what it leaves out is none.
everyone = any_hops(network, {"amaq": 0})
for most in (1, 2):
    check_reach(network, "amaq", ("--max-hops", str(most)), {actor: hops for actor, hops in everyone.items() if hops <= most})
check_reach(network, "amaq", ("--limit", "7"), everyone, limit=7)
check_reach(network, "isis-k", ("--along", "(.|^.)+", "--max-hops", "2", "--mode", "walk"),
            {actor: hops for actor, hops in any_hops(network, {"isis-k": 0}).items() if hops <= 2} | {"isis-k": 2})
selection = ("--not-type", "state", "--sign", "-,0")
chosen = Network(*selection)
chosen.known = set(chosen.hops)
check_reach(chosen, "amaq", selection, any_hops(chosen, {"amaq": 0}))
check_reach(chosen, "amaq", (*selection, "--directed"), along_hops(chosen, {"amaq": 0}))

# Who is reached is who `path` finds a path to, with as many hops: nobody else, and the actor itself where it does. A batch
# asks for all at once.
pairs = "".join(f"amaq,{actor}\n" for actor in sorted(network.actors))
back = ("--along", "publishes-through/^publishes-through|publishes-through/(.|^.){2,3}")
for options in (("--directed",), ("--in-order",), ("--along", "(^publishes-through|attacks){1,2}"), back,
                (*back, "--in-order"), ("--along", ".*"), *((*back, "--mode", mode) for mode in ("walk", "acyclic", "simple")),
                ("--mode", "simple"), ("--mode", "trail", "--max-hops", "2"), ("--whole",), ("--whole", *back),
                ("--whole", "--mode", "walk", "--max-hops", "2")):
    batch = subprocess.run([program, "path", "-c", corpus, "--batch", "-", *options], input=pairs, capture_output=True,
                           cwd=source, check=False, text=True)
    found = {}
    for line in map(json.loads, batch.stdout.splitlines()):
        if line["paths"]:
            found[line["to"]] = len(line["paths"][0]["hops"])
    check_reach(network, "amaq", options, found)

n_between = 0
for a, b in (("isis-k", "us"), ("isis-k", "taliban"), ("taliban", "china"), ("amaq", "iraq"), ("us", "iran")):
    for directed in (False, True):
        n_between += check_common(network, a, b, directed)
if n_between < 5:
    fail("only", n_between, "stood between in all: the questions ask nothing")
rows = run("common", "isis-k", "taliban", "--markdown").splitlines()
if not re.match(r"\d+ actors? stands? between \*\*ISIS-K\*\* and \*\*Taliban\*\* directly$", rows[0]) or \
        rows[2:4] != ["| ISIS-K | between | Taliban |", "| --- | --- | --- |"]:
    fail("common --markdown begins", rows[:4])

# Nobody is a no.
ends(0, "reach", "amaq")
ends(1, "reach", "us", "--along", "publishes-through")
ends(0, "common", "isis-k", "taliban")
ends(1, "common", "china", "amaq")
shell.stdin.close()
if shell.wait() not in (0, 1):
    complaints.seek(0)
    fail("the shell ends with", shell.returncode, complaints.read())
print("ok" if failed == 0 else f"{failed} failures")
sys.exit(1 if failed else 0)
