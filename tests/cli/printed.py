#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""relata draw --size a4: every view that ships is a sheet of paper on which all can be read."""
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SVG = "{http://www.w3.org/2000/svg}"
LEAST = 6.0  # points, of names, labels and words
LEAST_RAISED = 4.5  # … of the numbers of sources beside them
failed = 0


def expect(what, holds):
    global failed
    if not holds:
        failed += 1
        print(f"FAIL: {what}")


def run(*arguments, code=0):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, check=False)
    expect(f"{arguments}: exit {done.returncode}, not {code}: {done.stderr[:300]}", done.returncode == code)
    return done


def corpus_of(view):
    fits = [folder for folder in (SOURCE / "data").iterdir() if re.match(re.escape(folder.name) + "[.-]", view.name)]
    return fits[0] if fits else SOURCE / "data/kabul-2021"


def sizes(svg):
    """What is written in the picture, and how large it is on paper, in points: of words, and of raised numbers."""
    root = xml.fromstring(svg)
    millimetres = float(root.get("width").removesuffix("mm"))
    points = millimetres / 25.4 * 72 / float(root.get("viewBox").split()[2])
    words, raised = [], []
    for group in root.iter(SVG + "g"):
        for text in group.findall(SVG + "text") + group.findall(f"{SVG}a/{SVG}text"):
            small = group.get("class") == "tie-sources" or text.text in ("1,3", "not 2", "+3")  # the legend's
            (raised if small else words).append((float(text.get("font-size")) * points, text.text))
    return words, raised


def check_view(view, paper, width):
    done = run("draw", "-c", corpus_of(view), "--view", view, "--size", paper)
    svg = done.stdout.decode()
    expect(f"{view.name} on {paper} is not {width} wide", f'width="{width}"' in svg)
    words, raised = sizes(svg)
    # On its own paper a view can be read; on another it can, or it is said that it cannot.
    other = json.loads(view.read_text()).get("page") != paper.lower()
    if not (other and b"On A4 the smallest text is" in done.stderr):
        expect(f"{view.name} on {paper}: {min(words)}", min(words)[0] >= LEAST)
        expect(f"{view.name} on {paper}, raised: {min(raised or [(LEAST_RAISED, '')])}",
               all(size >= LEAST_RAISED for size, _ in raised))
    said = b"Names of relations are left out" in done.stderr
    expect(f"{view.name} on {paper}: names are gone, or not, as is said", said == ("Names of relations" in svg))
    return words


views = sorted((SOURCE / "graphs").glob("*.view.json"))
expect("views", len(views) >= 10)
for view in views:
    check_view(view, "a4", "297mm")
    check_view(view, "a4-portrait", "210mm")

# What is drawn without names still says how many ties a line stands for, and what the number means.
whole = SOURCE / "graphs/kabul-2021.view.json"
texts = [text for _, text in check_view(whole, "A4", "297mm")]
expect("a count, and its legend", "8" in texts and "number at a line: so many ties" in texts)
expect("no relation's name", "attacks" not in texts)

with tempfile.TemporaryDirectory() as folder:
    kabul = SOURCE / "data/kabul-2021"
    pdf, png = pathlib.Path(folder, "x.pdf"), pathlib.Path(folder, "x.png")
    run("draw", "-c", kabul, "--around", "China", "--size", "a4-portrait", "-o", pdf)
    expect("a PDF as large as the paper", re.search(rb"MediaBox \[ ?0 0 595(\.\d+)? 84[12]", pdf.read_bytes()))
    run("timeline", "-c", kabul, "China", "--size", "a5", "-o", png)
    expect("a PNG of 300 dots an inch", struct.unpack(">II", png.read_bytes()[16:24]) == (2480, 1748))
    page = run("page", "-c", kabul, "--view", whole).stdout.decode()
    expect("a page can be enlarged: it keeps the names of relations", 'id="label__' in page)

# What cannot be made large enough is drawn, and said.
small = run("draw", "-c", SOURCE / "data/kabul-2021", "--size", "a5")
expect("too much for the paper", re.search(rb"On A5 the smallest text is \d\.\d points large", small.stderr))
with tempfile.TemporaryDirectory() as folder:
    frames = run("draw", "-c", SOURCE / "data/kabul-2021", "--frames", "2021", "--size", "a5", "-o", pathlib.Path(folder, "f"))
    expect("too small frames", re.search(rb"On A5 the smallest text is \d\.\d points large", frames.stderr))
wrong = run("draw", "-c", SOURCE / "data/kabul-2021", "--size", "a44", code=2)
expect("papers are named", all(word in wrong.stderr for word in (b"a5", b"a4-portrait", b"a3", b"letter")))
sys.exit(failed > 0)
