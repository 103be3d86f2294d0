#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading JSON Lines, the same records as an array, and graphs takes no more memory for a longer file; and what is
wrong at its very end is found on its line. The records are heads, which the corpus does not keep. A record without
an end is refused at the limit, and a line without one is left out."""
import json
import os
import subprocess
import sys

RELATA = os.path.realpath(sys.argv[1])
SANITIZED = "sanitize" in os.environ.get("CFLAGS", "")
SHORT = 1  # MiB
LONG = 16 if SANITIZED else 208  # of lines; an array is a quarter
MOST_GROWTH = 64 << 20 if SANITIZED else 8 << 20  # a sanitizer keeps what was freed for a while

RECORD = b'{"kind":"corpus","relata":1,"title":"' + b"A title, \\u00e9\\n and no more. " * 8 + b'"}'
BLOCK = [RECORD] * 4096


def check(pieces):
    """The answer of check --json to what the pieces make, and the most memory that it held."""
    with subprocess.Popen([RELATA, "check", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}) as relata:
        try:
            try:
                for piece in pieces:
                    relata.stdin.write(piece)
            finally:
                relata.stdin.close()
        except BrokenPipeError:  # it has seen enough
            pass
        answer = relata.stdout.read()
        _, _, usage = os.wait4(relata.pid, 0)
        relata.returncode = 0
    return json.loads(answer) if answer else None, usage.ru_maxrss * 1024


def read(megabytes, separator, begin, end):
    """The number of lines written, the answer to them, and the memory."""
    block = separator.join(BLOCK) + separator
    blocks = megabytes * (1 << 20) // len(block) + 1
    last = b'{"kind":"actor","id":"a"}' + separator + b'{"kind":"actr"}' + end
    return blocks * len(BLOCK), *check([begin, *[block] * blocks, last])


FAILED = False
for name, size, separator, begin, end in (("lines", LONG, b"\n", b"", b"\n"),
                                          ("an array", LONG // 4, b",\n", b"[", b"]\n"),
                                          ("an array on one line", LONG // 4, b",", b"[", b"]")):
    _, _, little = read(SHORT, separator, begin, end)
    lines, answer, much = read(size, separator, begin, end)
    found = [(each["code"], each["line"]) for each in answer["diagnostics"] if each["severity"] == "error"]
    expected = [("wrong-value", lines + 2 if b"\n" in separator else 1)]
    if answer["counts"]["actors"] != 1 or found != expected:
        print(f"FAIL: {name}: {answer['counts']}, {found} instead of {expected}")
        FAILED = True
    if much - little > MOST_GROWTH:
        print(f"FAIL: {name}: {little >> 20} MiB for {SHORT} MiB, {much >> 20} MiB for {size} MiB")
        FAILED = True
    print(f"{name}: {little >> 20} MiB for {SHORT} MiB, {much >> 20} MiB for {size} MiB")

# Graphs of other programs: between their beginning and a mistake at the end stands what the corpus does not keep.
GRAPHS = (("GEXF", b'<gexf><graph><nodes><node id="a"/></nodes>\n', b"<x y='1'><!-- c --><z>some text</z></x>\n",
           b"<y></graph></gexf>\n", "xml-syntax"),
          ("GML", b"graph [ node [ id 1 ]\n", b'x [ y "some text" z 1.5 ] # c\n', b"y ]\n", "gml-syntax"),
          ("Pajek", b"*Vertices 1\n1 a\n*Arcs\n", b"% a comment that says nothing\n", b"1\n", "wrong-fields"))
for name, begin, line, end, code in GRAPHS:
    block = line * 20000
    _, little = check([begin, block, end])
    blocks = LONG // 4 * (1 << 20) // len(block)
    answer, much = check([begin, *[block] * blocks, end])
    found = [(each["code"], each["line"]) for each in answer["diagnostics"] if each["severity"] == "error"]
    expected = [(code, begin.count(b"\n") + blocks * 20000 + 1)]
    if answer["counts"]["actors"] != 1 or found != expected:
        print(f"FAIL: {name}: {answer['counts']}, {found} instead of {expected}")
        FAILED = True
    if much - little > MOST_GROWTH:
        print(f"FAIL: {name}: {little >> 20} MiB for one block, {much >> 20} MiB for {blocks}")
        FAILED = True

ENDLESS = [b"x" * (1 << 20)] * 300
ACTOR = b'{"kind":"actor","id":"a"}'
for name, pieces in (("a line", [ACTOR, b'\n{"kind":"', *ENDLESS, b'"}\n', ACTOR.replace(b"a\"", b"b\"")]),
                     ("a record", [b"[", ACTOR, b',\n{"kind":"', *ENDLESS, b'"}]'])):
    if SANITIZED:
        break  # which would take a minute
    answer, much = check(pieces)
    found = [(each["code"], each["line"]) for each in answer["diagnostics"] if each["severity"] == "error"]
    actors = 2 if name == "a line" else 1  # there the next line is read
    if found != [("too-large", 2)] or answer["counts"]["actors"] != actors or much > 800 << 20:
        print(f"FAIL: {name} of 300 MiB: {found}, {answer['counts']}, {much >> 20} MiB")
        FAILED = True

# What standard input cannot be: a folder with neighbours, several files, two things at once.
DOCUMENT = b'{"kind":"document","id":"d","file":"README.md"}'
for arguments, status, words in (
        (["check", "-"], 1, '"file": \'README.md\' is not there: standard input is in no folder [unreadable-file]'),
        (["check", "--format", "brat", "-"], 3, "standard input is one file"),
        (["check", "-", "-"], 1, "standard input is read once"),
        (["path", "-c", "-", "--batch", "-"], 2, "standard input holds the corpus"),
        (["shell", "-c", "-"], 2, "standard input holds the lines of the shell")):
    run = subprocess.run([RELATA, *arguments], input=DOCUMENT, capture_output=True, check=False)
    if run.returncode != status or words not in (run.stdout + run.stderr).decode():
        print(f"FAIL: {arguments}: {run.returncode}\n{run.stdout.decode()}{run.stderr.decode()}")
        FAILED = True
sys.exit(FAILED)
