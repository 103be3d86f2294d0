#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""layout.py PROGRAM [ACTORS…]: what each layout engine makes of networks of several shapes and sizes. The table in
src/draw/layout/engine.c follows from what this prints: seconds, crossings per line, lines that run through an actor per
line, how much of the drawing is names, and its width by its height. Networks are made here, the same on every run."""
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

ENGINES = ["dot", "neato", "fdp", "sfdp", "circo"]
SIZES = [5, 10, 20, 40, 80, 150, 400, 1000, 2000]
MOST_COUNTED = 700  # lines: crossings are counted pair by pair


def tree(n, chance):
    return [(chance.randrange(i), i) for i in range(1, n)]


def star(n, _):
    hubs = max(1, n // 25)
    return [(i % hubs, i) for i in range(hubs, n)] + [(i, i + 1) for i in range(hubs - 1)]


def ring(n, _):
    return [(i, (i + 1) % n) for i in range(n)]


def power(n, chance, per_actor=2):
    """Ends in proportion to weights that follow a power law, as in bench-generate; connected by a tree."""
    weights = [(i + 1) ** -0.6 for i in range(n)]
    ties = set(tree(n, chance))
    for _ in range(20 * n):
        if len(ties) >= per_actor * n or len(ties) >= n * (n - 1) // 3:
            break
        a, b = chance.choices(range(n), weights, k=2)
        if a != b and (b, a) not in ties:
            ties.add((a, b))
    return sorted(ties)


def dense(n, chance):
    return power(n, chance, 5)


SHAPES = {"tree": tree, "star": star, "ring": ring, "power": power, "dense": dense}


def corpus(shape, n):
    chance = random.Random(7)
    claims = [{"type": "attacks" if i % 3 else "supports", "from": f"a{a}", "to": f"a{b}"}
              for i, (a, b) in enumerate(SHAPES[shape](n, chance))]
    actors = [{"id": f"a{i}", "name": f"Actor number {i}", "type": "person"} for i in range(n)]
    return {"relata": 1, "actors": actors, "claims": claims}


def numbers(text):
    return [float(each) for each in re.findall(r"-?[\d.]+(?:e[-+]?\d+)?", text)]


def read_dot(text):
    """The boxes of actors, and lines as lists of points."""
    boxes, lines = {}, []
    for statement in re.split(r";\n", text.replace("\\\n", "")):
        head, _, rest = statement.partition("[")
        pos = re.search(r'\bpos="([^"]*)"', rest)
        name = head.strip().strip('"')
        if pos is None:
            continue
        if "->" in head:
            if "tie__" in rest or "bundle__" in rest:
                ends = [each.strip().strip('"') for each in head.split("->")]
                plain = re.sub(r"[se],[-\d.]+,[-\d.]+ *", "", pos.group(1))
                flat = numbers(plain)
                lines.append((ends, list(zip(flat[::2], flat[1::2]))))
        elif name.startswith("actor-"):
            x, y = numbers(pos.group(1))[:2]
            size = [float(re.search(rf"\b{key}=\"?([\d.]+)", rest).group(1)) * 36 for key in ("width", "height")]
            boxes[name] = (x - size[0], y - size[1], x + size[0], y + size[1])
    return boxes, lines


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(a, b, c, d):
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def runs_through(points, box):
    for (ax, ay), (bx, by) in zip(points, points[1:]):
        for step in range(9):
            x, y = ax + (bx - ax) * step / 8, ay + (by - ay) * step / 8
            if box[0] < x < box[2] and box[1] < y < box[3]:
                return True
    return False


def judge(text):
    boxes, lines = read_dot(text)
    extent = [f(box[i] for box in boxes.values()) for i, f in ((0, min), (1, min), (2, max), (3, max))]
    names = sum((b[2] - b[0]) * (b[3] - b[1]) for b in boxes.values())
    filled = names / max((extent[2] - extent[0]) * (extent[3] - extent[1]), 1)
    shape = f"{(extent[2] - extent[0]) / max(extent[3] - extent[1], 1):.1f}"
    if not lines or len(lines) > MOST_COUNTED:
        return "", "", f"{filled:.2f}", shape
    crossings = hits = 0
    coarse = [points[::3] for _, points in lines]  # the ends of Bézier curves
    for i, one in enumerate(coarse):
        for j, other in enumerate(coarse[:i]):
            if not {*lines[i][0]} & {*lines[j][0]}:
                crossings += any(cross(a, b, c, d) for a, b in zip(one, one[1:]) for c, d in zip(other, other[1:]))
        hits += sum(runs_through(one, box) for name, box in boxes.items() if name not in lines[i][0])
    return f"{crossings / len(lines):.2f}", f"{hits / len(lines):.2f}", f"{filled:.2f}", shape


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    sizes = [int(each) for each in sys.argv[2:]] or SIZES
    print(f"{'shape':6} {'actors':>6} {'ties':>6}  " + "  ".join(f"{each:^32}" for each in ENGINES))
    print(" " * 22 + "  ".join(f"{'s':>7} {'cross':>6} {'hits':>5} {'fill':>5} {'w/h':>5}" for _ in ENGINES))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "corpus.json"
        for shape in SHAPES:
            for n in sizes:
                content = corpus(shape, n)
                path.write_text(json.dumps(content))
                cells = []
                for engine in ENGINES:
                    begin = time.monotonic()
                    run = subprocess.run(
                        [program, "draw", "-c", path, "--top", "0", "--no-labels", "--engine", engine, "--to", "dot",
                         "--timeout", "10"], capture_output=True, text=True, check=False)
                    seconds = time.monotonic() - begin
                    late = "took longer" in run.stderr
                    result = ("", "", "", "") if late or run.returncode else judge(run.stdout)
                    took = "late" if late else "fails" if run.returncode else f"{seconds:.2f}"
                    cells.append(f"{took:>7} {result[0]:>6} {result[1]:>5} {result[2]:>5} {result[3]:>5}")
                print(f"{shape:6} {n:6} {len(content['claims']):6}  " + "  ".join(cells), flush=True)


main()
