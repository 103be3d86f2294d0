#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""relata draw --cluster, --groups, --backbone and --top, as a user gives them: boxes do not overlap and hold just their
own actors, large networks are reduced and that is said, a deadline ends with a picture."""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
KABUL = pathlib.Path(sys.argv[2]).resolve() / "data/kabul-2021"
SVG = "{http://www.w3.org/2000/svg}"
TYPES = ["army", "person", "state"]
failed = 0


def fail(what):
    global failed
    failed += 1
    print(f"FAIL: {what}")


def draw(*options, code=0):
    run = subprocess.run([PROGRAM, "draw", *map(str, options)], capture_output=True, text=True, check=False)
    if run.returncode != code:
        fail(f"draw {options}: exit {run.returncode}, expected {code}: {run.stderr[:300]}")
    return run


def extent(group):
    """The box of what a group draws, its texts aside."""
    xs, ys = [], []
    for shape in group.iter():
        if shape.tag == SVG + "ellipse":
            x, y, rx, ry = (float(shape.get(key)) for key in ("cx", "cy", "rx", "ry"))
            xs += [x - rx, x + rx]
            ys += [y - ry, y + ry]
        flat = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", shape.get("points") or shape.get("d") or "")]
        xs += flat[::2]
        ys += flat[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def within(a, b):
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]


def check_boxes(what, svg, of_type=False):
    """The number of boxes. Where they are of types, each holds all actors of one type and no others."""
    root = xml.fromstring(svg)
    groups = [group for group in root.iter(SVG + "g") if group.get("class")]
    boxes = [extent(group) for group in groups if group.get("class") == "cluster"]
    actors = [(group.get("class"), extent(group)) for group in groups if group.get("class").startswith("actor ")]
    for i, box in enumerate(boxes):
        for other in boxes[:i]:
            if overlap(box, other):
                fail(f"{what}: two boxes overlap: {box} {other}")
        held = set()
        for kind, actor in actors:
            if within(actor, box):
                held.add(kind)
            elif overlap(actor, box):
                fail(f"{what}: an actor stands across the edge of a box")
        if not held:
            fail(f"{what}: a box holds nobody")
        if of_type and len(held) != 1:
            fail(f"{what}: a box holds {held}")
    if of_type and sum(within(actor, box) for _, actor in actors for box in boxes) != len(actors):
        fail(f"{what}: an actor stands outside its box")
    return len(boxes)


def corpus(path, n_actors, n_ties, seed):
    """Camps of friends that fight each other, with a little noise."""
    chance = random.Random(seed)
    relations = [{"id": "attacks", "sign": -1}, {"id": "supports", "sign": 1}, {"id": "meets", "symmetric": True}]
    actors = [{"id": f"a{i}", "name": f"Actor {i} of the {'long ' * (i % 4)}name", "type": TYPES[i % 3]}
              for i in range(n_actors)]
    claims = []
    for _ in range(n_ties):
        a, b = chance.sample(range(n_actors), 2)
        kind = "meets" if chance.random() < 0.3 else "supports" if a % 4 == b % 4 else "attacks"
        claims.append({"type": kind, "from": f"a{a}", "to": f"a{b}"})
    (path / "schema.json").write_text(json.dumps({"relata": 1, "relation_types": relations}))
    (path / "corpus.json").write_text(
        json.dumps({"relata": 1, "schema": "schema.json", "actors": actors, "claims": claims}))


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    for seed, (n, m) in enumerate([(3, 2), (8, 10), (25, 40), (60, 90)]):
        corpus(work, n, m, seed)
        for cluster in ("type", "community", "side"):
            svg = draw("-c", work, "--cluster", cluster).stdout
            check_boxes(f"{n} actors by {cluster}", svg, cluster == "type")
            if svg != draw("-c", work, "--cluster", cluster).stdout:
                fail(f"{n} actors by {cluster}: two runs differ")
        draw("-c", work, "--groups", "--open", "1")
        for engine in ("dot", "fdp", "sfdp", "circo", "twopi") if n == 25 else ():
            check_boxes(engine, draw("-c", work, "--cluster", "type", "--engine", engine).stdout, True)

    # Of more than 150 actors 150 are drawn, unless all are asked for; the rule is said in the picture too.
    corpus(work, 300, 700, 9)
    some = draw("-c", work, "--no-labels")
    if "150 of 300 actors with the highest degree (--top 0 draws all)" not in some.stderr.replace("\n", " "):
        fail(f"a reduction is not said: {some.stderr}")
    if "150 of 300 actors" not in some.stdout or some.stdout.count('class="actor ') > 150:
        fail("300 actors are not reduced to 150")
    # A layout that takes too long ends with another picture, in boxes too.
    late = draw("-c", work, "--cluster", "type", "--top", "0", "--no-labels", "--timeout", "1", "--engine", "circo")
    check_boxes("late", late.stdout, True)

for options, words in [
    (["--cluster", "sides"], "--cluster: expected none, type, community or side, not 'sides'; did you mean 'side'?"),
    (["--cluster", "side", "--groups"], "either groups that are drawn as one"),
    (["--backbone", "2"], "--backbone: expected a level above 0 and at most 1"),
    (["--backbone", "x"], "--backbone: expected a level above 0 and at most 1"),
    (["--backbone", "0.000001"], "the strongest one is at"),
    (["--groups", "--open", "99"], "there is no group 99 to open: they are numbered from 1 to"),
]:
    said = subprocess.run([PROGRAM, "draw", "-c", KABUL, *options], capture_output=True, text=True, check=False)
    if said.returncode == 0 or words not in said.stderr:
        fail(f"{options}: {said.stderr}")

# An argument may be left out; what a view says, options say too.
if "α &lt; 0.05" not in draw("-c", KABUL, "--backbone").stdout:
    fail("--backbone has no default")
if "α &lt; 0.3" not in draw("-c", KABUL, "--backbone", "0.3").stdout:
    fail("--backbone 0.3")
with tempfile.TemporaryDirectory() as folder:
    view = pathlib.Path(folder) / "a.view.json"
    view.write_text('{"groups": true, "open": ["ISIS-K"]}')
    opened = draw("-c", KABUL, "--view", view).stdout
    if opened != draw("-c", KABUL, "--groups", "--open", "ISIS-K").stdout:
        fail("a view draws another picture than the options")
    if opened.count('class="group"') < 3 or 'id="actor-isis-k"' not in opened or check_boxes("opened", opened) != 1:
        fail("not one opened group among closed ones")

print("ok" if not failed else f"{failed} failures")
sys.exit(failed > 0)
