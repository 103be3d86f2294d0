#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is SPARQL's in patterns: whom the program reaches, and which pairs it matches, in mode walk, against what rdflib
selects; and the oracle of modes.py against rdflib too.

  paths_rdflib.py RELATA [SOURCE]          random worlds: 25, or RELATA_MANY times as many
  paths_rdflib.py RELATA --worlds SEED COUNT
"""
import json
import os
import random
import sys

sys.dont_write_bytecode = True
from walks import sparql  # noqa: E402
from walks.graph import Graph  # noqa: E402
from walks.oracle import exists  # noqa: E402
from walks.program import answers, match_line, reach_line, run  # noqa: E402
from walks.worlds import some_pattern, some_world  # noqa: E402

PATTERNS = 3


def some_worlds(count, seed):
    """Worlds with patterns that SPARQL has: it knows of no conditions, and of no tests of the actors between."""
    rng = random.Random(seed)
    for _ in range(count):
        world = some_world(rng)
        patterns = []
        while len(patterns) < PATTERNS:
            pattern = some_pattern(rng, world, ("no_conditions",))
            patterns += [] if "<" in pattern else [pattern]
        yield world, patterns


def nodes(world):
    """The actors with ties: SPARQL knows no others."""
    return sorted({end for tie in Graph(world, {}).ties.values() for end in tie.ends})


def pairs_of(given, there):
    """The pairs that are reached; a refusal stands for itself."""
    refused = {(answer,) for answer in given if isinstance(answer, str)}
    return refused | {(answer["from"], each["id"]) for answer in given if isinstance(answer, dict)
                      for each in answer["reached"] if each["id"] in there}


def matched(text, complaint):
    """The pairs of match, which pairs nobody with himself where a pattern matches without a hop."""
    if not text and complaint.startswith("--"):
        return {(complaint,)}
    lines = [json.loads(line) for line in text.splitlines()]
    return {(line["from"], line["to"]) for line in lines if line["from"] != line["to"]}


def oracles(world, pattern):
    there = nodes(world)
    return {(one, other) for one in there for other in there
            if exists(world, {"from": one, "to": other, "along": pattern, "mode": "walk"})}


def show(world, pattern, **sets):
    print("FAIL:", pattern, *(tie for tie in Graph(world, {}).ties))
    for name, pairs in sets.items():
        print(f"  {name}:", " ".join(sorted("→".join(pair) for pair in pairs)))


def compare(program, worlds):
    worlds = [(world, patterns, nodes(world)) for world, patterns in worlds]
    asked = [(world, [{"from": actor, "along": pattern, "mode": "walk"} for pattern in patterns for actor in there])
             for world, patterns, there in worlds]
    failed = n_pairs = 0
    pairs = [(world, [{"along": pattern, "mode": "walk"} for pattern in patterns]) for world, patterns, _ in worlds]
    matches = run(program, pairs, lambda question: match_line(question) + " --json")
    for (world, patterns, there), given, lines in zip(worlds, answers(program, asked, reach_line), matches):
        for i, pattern in enumerate(patterns):
            got = pairs_of(given[i * len(there):(i + 1) * len(there)], there)
            wanted, walked = sparql.ask(world, pattern), oracles(world, pattern)
            n_pairs += len(wanted)
            others = {pair for pair in wanted if pair[0] != pair[1]}
            if not got == wanted == walked or matched(*lines[i]) != others:
                failed += 1
                if failed <= 5:
                    show(world, pattern, reach=got, match=matched(*lines[i]), rdflib=wanted, oracle=walked)
    print(f"{PATTERNS * len(worlds)} patterns, {n_pairs} pairs, {failed} wrong")
    return failed


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    if sparql.rdflib is None:
        print("skipped: rdflib is not installed")
        sys.exit(77)
    seed, count = 2021, 25 * int(os.environ.get("RELATA_MANY", "1"))
    if "--worlds" in arguments:
        seed, count = map(int, arguments[arguments.index("--worlds") + 1:][:2])
    return compare(os.path.abspath(arguments[0]), some_worlds(count, seed)) > 0


sys.exit(main(sys.argv[1:]))
