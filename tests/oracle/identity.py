#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is who: the program against an oracle that unites by brute force and shares nothing with it.

  identity.py RELATA [SOURCE]      the oracle by itself; RELATA on the table by hand (who/cases.py) and on random worlds:
                                   30, or RELATA_MANY times as many, from the seed RELATA_SEED
  identity.py --self-test [SOURCE] the oracle by itself: the table, the small inputs that are shared
  identity.py --open [N]           how often each open question changes an answer in N (300) worlds, with the smallest world
  identity.py --replay RELATA      RELATA on the worlds of standard input, one a line, as failures are printed

Each world is read three times: as it is, with other names of files and folders, and with lines, arguments, records and
folders in another order. Who is who must be the same each time, and, where it hangs on no open question (OPEN in
who/oracle.py), what the oracle says. A program without `check --identity` is not asked; exit code 77.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from who.cases import CASES, SHARED, answer_of, world_of  # noqa: E402
from who.folders import Said, read  # noqa: E402
from who.oracle import OPEN, STEPS, TAKEN, Answer, hangs_on, other_readings, spelling  # noqa: E402
from who.worlds import random_worlds, renamed, shrink, shuffled, standoff, write  # noqa: E402

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


# ── The program ───────────────────────────────────────────────────────────────────────────────────────────

def back(world, said):
    """The program's answer in the keys of the world, whatever its files are called: marks and (corpus, id) of records."""
    keys = {}
    for document in world["documents"]:
        _, _, places = standoff(document)
        for mark, (start, _) in places.items():
            keys[(os.path.basename(document["stem"]), start)] = (document["id"], mark)
    return sorted((sorted(keys.get(mark, ("nowhere", *map(str, mark))) for mark in marks), records)
                  for marks, records in said.actors.values())


def ask(program, world, reverse=False):
    with tempfile.TemporaryDirectory() as folder:
        folders = write(world, folder)
        return Said(program, folders[::-1] if reverse else folders, world.get("keep"))


def wanted(world):
    """The oracle's answer in the same form."""
    actors = []
    for actor in Answer(world).actors:
        marks = sorted(key for key in actor if isinstance(key[0], str))
        actors.append((marks, tuple(sorted({key[1] for key in actor if not isinstance(key[0], str)}))))
    return sorted(actors)


def wrong_names(world, said):
    """Actors that bear the name of none of their marks and records."""
    things = Answer(world).things.values()
    for actor in said.answer["actors"]:
        marks, records = said.actors[actor["id"]]
        known = {spelling(name) for thing in things for name in thing.names[:1]
                 if (thing.document is None and thing.key[1] in records) or
                 (thing.document is not None and (thing.document, thing.key[1]) in dict.fromkeys(marks_of(world, marks)))}
        if spelling(actor["name"]) not in known:
            yield f"{actor['id']} is called {actor['name']!r}, which none of its marks is"


def marks_of(world, marks):
    places = {(os.path.basename(document["stem"]), start): (document["id"], mark)
              for document in world["documents"] for mark, (start, _) in standoff(document)[2].items()}
    return [places[mark] for mark in marks if mark in places]


def wrong_reports(world, said):
    """Decisions out of order; steps that decided by any reading, and components that failed by any, and are not reported;
    reports that no reading knows."""
    order = [STEPS.index(each["step"]) for each in said.answer["decisions"]]
    if order != sorted(order, reverse=True):
        yield f"decisions are not listed weakest first: {order}"
    answers = [Answer(world), *(Answer(world, taken) for _, taken in other_readings())]
    for step, group in set(answers[0].made):
        whose = {each for each in said.actors if touches(world, said, each, group)}
        if all(any(step == each and group & other for each, other in answer.made) for answer in answers) and \
                not any(each["step"] == step and each["actor"] in whose for each in said.answer["decisions"]):
            yield f"no decision by {step} is listed for {sorted(map(str, group))}"
    failed = [{(step, group) for step, group, _ in answer.failed} for answer in answers]
    for step, group in set.intersection(*failed):
        if not any(reports(world, said, each, step, group) for each in said.answer["apart"]):
            yield f"nothing is said to stay apart by {step}: {sorted(map(str, group))}"
    for each in said.answer["apart"]:
        if not any(reports(world, said, each, step, group) for step, group in set.union(*failed)):
            yield f"said to stay apart without need: {each}"


def reports(world, said, report, step, group):
    """Whether a report tells of a component that a step could not make one."""
    return step == report["step"] and all(touches(world, said, one, group) for one in report["actors"])


def touches(world, said, actor, group):
    """Whether an actor of the answer has a mark or a record in a component."""
    marks, records = said.actors.get(actor, (frozenset(), ()))
    recorded = {key[1] for key in group if not isinstance(key[0], str)}
    return bool(set(marks_of(world, marks)) & group or set(records) & recorded)


# ── Comparing ─────────────────────────────────────────────────────────────────────────────────────────────

def changed_by_files(program, world, said):
    """What other files of the same world change."""
    answer = back(world, said)
    for how, other, reverse in (("other names of files", renamed(world), False),
                                ("another order of lines", shuffled(world), False),
                                ("another order of folders", world, True)):
        again = ask(program, other, reverse)
        if again.complaint or back(other, again) != answer:
            yield f"{how}: {again.complaint or back(other, again)}"
        elif names_of(other, again) != names_of(world, said):
            yield f"{how}: other names, {names_of(other, again)}"


def names_of(world, said):
    return sorted((sorted(marks_of(world, marks)), records, name) for marks, records, name in said.names)


def faults(program, world, answer=None):
    """What is wrong with the program's answers about a world; an answer of None asks only that files change nothing."""
    said = ask(program, world)
    if said.complaint:
        return ["no answer: " + said.complaint]
    found = []
    if answer is not None and back(world, said) != answer:
        found.append(f"says {back(world, said)}")
    elif answer is not None:
        found += [*wrong_names(world, said), *wrong_reports(world, said)]
    return found + list(changed_by_files(program, world, said))


def kind_of(fault):
    return fault.split(":")[0].split(" ")[0]


def show(title, world, answer, found):
    print(title)
    print("  world:", json.dumps(world, ensure_ascii=False))
    print("  expected:", answer)
    for each in found:
        print("  program:", each)


def settled(world):
    return None if hangs_on(world) else wanted(world)


def compare(program, worlds):
    """Random worlds; a failing one is made smaller as long as it fails in the same way. Gives the number of failures."""
    count, asked, failed = 0, 0, collections.Counter()
    for world in worlds:
        count += 1
        answer = settled(world)
        asked += answer is not None
        found = faults(program, world, answer)
        if not found:
            continue
        kind = kind_of(found[0])
        failed[kind] += 1
        if failed[kind] <= 3:
            def fails(less, kind=kind, known=answer is not None):
                answer = settled(less) if known else None
                return (answer is not None or not known) and any(kind_of(each) == kind for each in faults(program, less, answer))
            least = shrink(world, fails)
            show("FAIL", least, settled(least), faults(program, least, settled(least)))
    print(f"{count} worlds, {asked} of them decided by the words; wrong: {dict(failed) or 'none'}")
    return sum(failed.values())


def by_hand(program):
    """The table by hand, and the shared inputs."""
    failed = 0
    for given in CASES:
        world = world_of(given)
        found = faults(program, world, wanted(world))
        if found:
            failed += 1
            show(f"FAIL: {given['why']}", world, wanted(world), found)
    print(f"{len(CASES)} worlds by hand, {failed} wrong")
    return failed


# ── Folders that are there ────────────────────────────────────────────────────────────────────────────────

def shared_cases(source):
    shared = os.environ.get("RELATA_SHARED") or os.path.join(source, "..", "shared")
    for name, words in SHARED.items():
        folder = os.path.join(shared, name)
        if os.path.isdir(folder):
            yield name, folder, words


def shared_wrong(program, source):
    failed = 0
    for name, folder, words in shared_cases(source):
        world, places = read(folder)
        keys = {(os.path.basename(document), span[0]): (document, mark) for (document, mark), span in places.items()}
        said = Said(program, [folder])
        got = frozenset(frozenset(keys[mark] for mark in marks) for marks, _ in said.actors.values())
        answer = Answer(world)
        right = answer.partition() if words is None else answer_of(words, answer.things)
        if got != right:
            failed += 1
            print(f"FAIL: {name}\n  expected, not said: {sorted(map(sorted, right - got))}")
            print(f"  said, not expected: {said.complaint or sorted(map(sorted, got - right))}")
    return failed


# ── The oracle by itself ──────────────────────────────────────────────────────────────────────────────────

def wrong_table(source):
    for given in CASES:
        answer = Answer(world_of(given))
        if answer.partition() != answer_of(given["answer"], answer.things):
            yield given["why"], "oracle:", readable(answer), "by hand:", given["answer"]
    for name, folder, words in shared_cases(source):
        answer = Answer(read(folder)[0])
        if words is not None and answer.partition() != answer_of(words, answer.things):
            yield name, "oracle:", readable(answer), "by hand:", words


def readable(answer):
    return [sorted(str(answer.things[key]) for key in actor) for actor in answer.actors if len(actor) > 1]


def wrong_rules(count):
    """What must hold of any answer: no actor holds two who must differ, and order is nothing."""
    for world in random_worlds(count, seed=7):
        answer = wanted(world)
        for other in (renamed(world), shuffled(world)):
            if wanted(other) != answer:
                yield "order changes who is who:", json.dumps(world, ensure_ascii=False)


def self_test(source):
    wrong = [*wrong_table(source), *wrong_rules(60)]
    for each in wrong:
        print("FAIL: the oracle:", *each)
    return len(wrong)


def open_questions(count):
    """For each open question how many random worlds hang on it, and the smallest."""
    worlds = list(random_worlds(count))
    for question, meaning in OPEN.items():
        def hangs(world, question=question):
            return Answer(world).partition() != Answer(world, TAKEN - {question}).partition()
        changed = [world for world in worlds if hangs(world)]
        print(f"\n{question}: {len(changed)} of {len(worlds)} worlds; {meaning}")
        if changed:
            least = min((shrink(world, hangs) for world in changed[:5]), key=lambda each: len(json.dumps(each)))
            show("", least, readable(Answer(least)), ["else " + str(readable(Answer(least, TAKEN - {question})))])
    print(f"\n{sum(bool(hangs_on(world)) for world in worlds)} of {len(worlds)} worlds hang on an open question")


def can_say(program):
    told = subprocess.run([program, "check", "--help"], capture_output=True, text=True, check=False)
    return "--identity" in told.stdout


def main(arguments):
    if arguments[:1] == ["--open"]:
        open_questions(int(arguments[1]) if len(arguments) > 1 else 300)
        return 0
    if arguments[:1] == ["--replay"]:
        worlds = [json.loads(line.split("world:")[-1]) for line in sys.stdin if "{" in line]
        return bool(compare(arguments[1], worlds))
    if arguments[:1] == ["--self-test"]:
        return bool(self_test(arguments[1] if len(arguments) > 1 else SOURCE))
    if not arguments:
        print(__doc__)
        return 2
    program, source = arguments[0], arguments[1] if len(arguments) > 1 else SOURCE
    failed = self_test(source)
    if not can_say(program):
        print("this program has no check --identity")
        return 1 if failed else 77
    failed += by_hand(program) + shared_wrong(program, source)
    count, seed = 30 * int(os.environ.get("RELATA_MANY", "1")), int(os.environ.get("RELATA_SEED", "2026"))
    failed += compare(program, random_worlds(count, seed))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
