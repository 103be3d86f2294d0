#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading JSON Lines, and the same records as an array, takes no more memory for a longer file; and what is wrong at
its very end is found on its line. The records are heads, which the corpus does not keep."""
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


def read(megabytes, separator, begin, end):
    """The number of lines written, the answer of check, and the most memory that it held."""
    block = separator.join(BLOCK) + separator
    blocks = megabytes * (1 << 20) // len(block) + 1
    with subprocess.Popen([RELATA, "check", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          env={**os.environ, "LC_ALL": "C.UTF-8"}) as relata:
        relata.stdin.write(begin)
        for _ in range(blocks):
            relata.stdin.write(block)
        relata.stdin.write(b'{"kind":"actor","id":"a"}' + separator + b'{"kind":"actr"}' + end)
        relata.stdin.close()
        answer = json.loads(relata.stdout.read())
        _, _, usage = os.wait4(relata.pid, 0)
        relata.returncode = 0
    return blocks * len(BLOCK), answer, usage.ru_maxrss * 1024


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
sys.exit(FAILED)
