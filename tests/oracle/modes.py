#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which paths there are, of every mode, selector and order: the program against a brute force over all walks of small
random multigraphs. It follows the words of SPARQL 1.1 (property paths), ISO GQL (path modes and selectors) and the manual,
and shares nothing with the program.

  modes.py RELATA [SOURCE]                 the oracle by itself; the program on random worlds: 60, or RELATA_MANY times as many
  modes.py --self-test                     the oracle by itself: rows by hand
  modes.py RELATA --worlds SEED COUNT      other worlds
"""
import itertools
import json
import os
import random
import re
import sys

sys.dont_write_bytecode = True
from walks.oracle import Search, TooMany, best_cost, exists, follow  # noqa: E402
from walks.program import answers, hops_of, match_line, path_line, reach_line, run, say  # noqa: E402
from walks.rows import NO_PATTERNS, PATTERNS, syntax_world, wrong_rows  # noqa: E402
from walks.worlds import SELECTORS, is_endless, random_worlds, shrink  # noqa: E402

LIMIT = 1000
# What the program says of options that are never asked together.
REFUSED = re.compile("cannot be combined")
# What can be lifted: the question's other words say what a path is, not what stands in its way.
LIFTABLE = {"max_hops", "via", "avoid", "along", "relation", "certainty", "document", "by", "in_order", "directed", "same_document",
            "same_origin"}


# ── Paths ─────────────────────────────────────────────────────────────────────────────────────────────────

def wrong_path(world, question, answer):
    """What is wrong with the answer, in words; nothing if it is right. Raises TooMany."""
    if not isinstance(answer, dict):
        return None if REFUSED.search(answer) else f"refused: {answer}"
    got = [hops_of(path) for path in answer["paths"]]
    if answer["gave_up"]:
        return "gave up"
    if "any" in question:
        return wrong_any(world, question, got) or (None if got else wrong_no(world, question, answer))
    if is_endless(question) and "max_hops" not in question:
        return wrong_best(world, question, got)
    wanted = [walk.names() for walk in Search(world, question).chosen()][:question.get("limit", LIMIT)]
    if got != wanted:
        return f"paths {say(got)}, not {say(wanted)}"
    if answer["cut"] != is_cut(world, question):
        return f"cut is {answer['cut']} of {say(got)}"
    return wrong_no(world, question, answer) if not got else None


def wrong_any(world, question, got):
    """Any path will do."""
    if not got:
        return "no path, and there is one" if exists(world, question) else None
    return None if len(got) == 1 and follow(world, question, got[0]) else f"{say(got)} is no path"


def wrong_best(world, question, got):
    """The one that is asked for where there may be no end of walks: it has to be one, and none may cost less."""
    walks, best = [follow(world, question, path) for path in got], best_cost(world, question)
    if best is None or not walks:
        return f"paths {say(got)}, and there are {'none' if best is None else 'some'}" if walks or best is not None else None
    if len(walks) != 1 or walks[0] is None:
        return f"{say(got)} is no path"
    cost = Search(world, question).key(walks[0])[0]
    return None if cost == best else f"{say(got)} costs {cost}, not {best}"


def is_cut(world, question):
    """Whether there are more paths than were asked for."""
    if question.keys() & (SELECTORS - {"k"}):
        return len(Search(world, question).chosen()) > question.get("limit", LIMIT)
    asked = question.get("k", 1)
    return len(Search(world, {**question, "k": asked + 1}).chosen()) > asked


def without(question, option):
    """The questions without the option, as the answer names it: one, or one for each place of a condition of a hop."""
    condition = re.match(r"the condition (\S+) in --along", option)
    if condition:
        return [{**question, "along": text} for text in without_condition(question.get("along", ""), condition[1])]
    key = re.match(r"-*([\w-]*)", option)[1].replace("-", "_")
    if key not in lifts(question):
        return []
    less = {other: value for other, value in question.items() if other != key}
    return [{**less, "mode": "walk"} if key == "mode" else less]


def without_condition(text, condition):
    for found in re.finditer(rf"(?<=[\[ ]){re.escape(condition)}(?=[],])", text):
        rest = re.sub(r"\[, |, (?=\])", lambda end: end[0].strip(", "), text[:found.start()] + text[found.end():])
        yield re.sub(r", , ", ", ", rest).replace("[]", "")


def lifts(question):
    """What can be lifted: each option that was given, and the mode, whether given or not."""
    return sorted(question.keys() & LIFTABLE | {"mode"})


def wrong_no(world, question, answer):
    """Whether an option that is said to stand in the way does, and whether one that does is left out."""
    lift = answer.get("lift")
    if lift:
        opened = any(follow(world, less, hops_of(lift["path"])) for less in without(question, lift["option"]))
        return None if opened else f"lifting {lift['option']} does not open {say([hops_of(lift['path'])])}"
    for option in lifts(question):
        if exists(world, without(question, option)[0]):
            return f"lift does not name --{option}"
    return None


# ── Whom they reach ───────────────────────────────────────────────────────────────────────────────────────

def reach_question(question):
    return {key: value for key, value in question.items() if key not in SELECTORS | {"any", "limit", "to", "via", "order"}}


def wrong_reach(world, question, answer):
    """reach lists those whom path finds, the nearest first, with the first of the shortest paths."""
    if not isinstance(answer, dict):
        return None if REFUSED.search(answer) else f"refused: {answer}"
    wanted = []
    for actor in [each["id"] for each in world["actors"] if each["id"] not in question.get("avoid", ())]:
        first = Search(world, {**question, "to": actor}).chosen()
        wanted += [(len(walk.hops), actor, walk.names()) for walk in first]
    got = [(each["hops"], each["id"], hops_of(each["path"])) for each in answer["reached"]]
    return None if got == sorted(wanted) else f"reaches {say_reached(got)}, not {say_reached(sorted(wanted))}"


def say_reached(reached):
    return ", ".join(f"{actor} {say([path])}" for _, actor, path in reached) or "nobody"


# ── Every pair ────────────────────────────────────────────────────────────────────────────────────────────

def match_question(question, rng):
    kept = ("along", "mode", "max_hops", "avoid", "relation", "certainty", "document", "by", "same_document", "same_origin")
    asked = {key: question[key] for key in kept if key in question}
    asked |= {key: rng.choice(("person", "group")) for key in ("from", "to") if rng.random() < 0.25}
    return asked | ({"limit": rng.randint(1, 4)} if rng.random() < 0.2 else {"count": True} if rng.random() < 0.1 else {})


def wrong_match(world, question, given):
    """match lists the pairs between whom a path leads, those with the fewest hops first; without a hop nobody is a pair."""
    text, complaint = given
    wanted = []
    for one, other in itertools.product(world["actors"], repeat=2):
        if one["type"] == question.get("from", one["type"]) and other["type"] == question.get("to", other["type"]):
            pair = {key: value for key, value in question.items() if key not in ("limit", "count")}
            first = Search(world, {**pair, "from": one["id"], "to": other["id"]}).chosen()
            wanted += [(len(walk.hops), one["id"], other["id"], walk.names()) for walk in first if walk.hops]
    if REFUSED.search(complaint):
        return None
    if "count" in question:
        return None if text and json.loads(text)["count"] == len(wanted) else f"counts {text or complaint}, not {len(wanted)}"
    lines = [json.loads(line) for line in text.splitlines()]
    got = [(len(line["path"]["hops"]), line["from"], line["to"], hops_of(line["path"])) for line in lines]
    wanted = sorted(wanted)[:question.get("limit", LIMIT)]
    if got == wanted:
        return None
    return f"pairs {say_pairs(got)}, not {say_pairs(wanted)} {complaint}"


def say_pairs(pairs):
    return "; ".join(f"{one} {say([path])}" for _, one, _, path in pairs) or "none"


# ── Other paths ───────────────────────────────────────────────────────────────────────────────────────────

def wrong_sentence(world, question, text):
    """There are other paths, as -k gives them: said where it is true, and only there."""
    if not text.strip():
        return None  # refused, as in JSON
    said = "-k N shows the N first" in text
    true = len(Search(world, {**question, "k": 2}).chosen()) > 1
    return None if said == true else f"says that there are {'other' if said else 'no other'} paths"


# ── Syntax ────────────────────────────────────────────────────────────────────────────────────────────────

def compare_syntax(program):
    """Gives the number of texts that are taken for patterns and are none, or the other way round."""
    world, failed = syntax_world(), 0
    asked = [{"from": "A", "to": "B", "along": text, "mode": "walk"} for text in PATTERNS + NO_PATTERNS]
    for question, answer in zip(asked, answers(program, [(world, asked)])[0]):
        text = question["along"]
        if isinstance(answer, str) == (text in PATTERNS):
            failed += 1
            said = answer if isinstance(answer, str) else "taken for one"
            print(f"FAIL: {text!r} is {'a' if text in PATTERNS else 'no'} pattern: {said}")
    print(f"patterns: {len(asked)} texts, {failed} wrong")
    return failed


# ── All of them ───────────────────────────────────────────────────────────────────────────────────────────

class Check:
    """Of some questions: how they are asked, and what is wrong with an answer."""

    def __init__(self, name, program, line, differs, ask=answers):
        self.name, self.program, self.line, self.differs, self.ask = name, program, line, differs, ask

    def answers(self, worlds):
        return self.ask(self.program, worlds, self.line)

    def compare(self, worlds):
        """Gives the number of failures, and shows the first, each in the smallest world."""
        failed = asked = skipped = found = refused = 0
        for (world, questions), given in zip(worlds, self.answers(worlds)):
            for question, answer in zip(questions, given):
                asked += 1
                try:
                    fault = self.differs(world, question, answer)
                except TooMany:
                    skipped += 1
                    continue
                refused += isinstance(answer, str) and bool(REFUSED.search(answer))
                found += isinstance(answer, dict) and bool(answer.get("paths") or answer.get("reached"))
                failed += bool(fault)
                if fault and failed <= 5:
                    self.show(world, question)
        print(f"{self.name}: {asked} questions, {found} with paths, {refused} refused, {skipped} too large for brute "
              f"force, {failed} wrong")
        return failed

    def fault(self, world, question):
        try:
            return self.differs(world, question, self.answers([(world, [question])])[0][0])
        except TooMany:
            return None

    def show(self, world, question):
        world, question = shrink(world, question, self.fault)
        used = {claim[key] for claim in world["claims"] for key in ("type", "document", "from", "to") if key in claim}
        print("FAIL:", self.line(question))
        for key in ("types", "documents", "actors", "claims"):
            for each in world[key]:
                if key == "claims" or each["id"] in used:
                    print(f"  {key}:", json.dumps(each))
        print("  ", self.fault(world, question))


def texts(program, worlds, line):
    return [[text for text, _ in each] for each in run(program, worlds, line)]


def compare(program, worlds):
    worlds = list(worlds)
    alone = [(world, [each for each in questions if not each.keys() & {*SELECTORS, "any"}]) for world, questions in worlds]
    starts = [(world, [reach_question(each) for each in questions[:4]]) for world, questions in worlds]
    rng = random.Random(len(worlds))
    patterns = [(world, [match_question(each, rng) for each in questions[:6] if "along" in each]) for world, questions in worlds]
    return (Check("path", program, path_line, wrong_path).compare(worlds) +
            Check("reach", program, reach_line, wrong_reach).compare(starts) +
            Check("match", program, lambda question: match_line(question) + " --json", wrong_match, run).compare(patterns) +
            Check("other paths", program, path_line, wrong_sentence, texts).compare(alone))


def main(arguments):
    failures = list(wrong_rows())
    for failure in failures:
        print("FAIL:", *failure)
    failed = len(failures)
    if arguments[0] != "--self-test":
        seed, count = 2021, 60 * int(os.environ.get("RELATA_MANY", "1"))
        if "--worlds" in arguments:
            seed, count = map(int, arguments[arguments.index("--worlds") + 1:][:2])
        failed += compare_syntax(os.path.abspath(arguments[0]))
        failed += compare(os.path.abspath(arguments[0]), random_worlds(count, seed))
    print("ok" if failed == 0 else f"{failed} failures")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
