#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""coverage.py SUMMARY.json: lines and branches that the tests run, per room, from gcovr's summary; and the files of which
fewer lines run than LEAST."""
import collections
import json
import sys

LEAST = 85  # per cent of lines


def share(part, whole):
    return 100 * part / whole if whole else 100.0


rooms = collections.defaultdict(lambda: [0, 0, 0, 0])
poor = []
with open(sys.argv[1], encoding="utf-8") as summary:
    files = json.load(summary)["files"]
for file in files:
    counts = [file[key] for key in ("line_covered", "line_total", "branch_covered", "branch_total")]
    name = file["filename"]
    for room in (name.rsplit("/", 1)[0] if "/" in name else name, "all"):
        rooms[room] = [a + b for a, b in zip(rooms[room], counts)]
    if share(*counts[:2]) < LEAST:
        poor.append((share(*counts[:2]), name))
print(f"{'room':<20}  lines of         branches of")
for room, (lines, of_lines, branches, of_branches) in sorted(rooms.items(), key=lambda item: (item[0] == "all", item[0])):
    print(f"{room:<20} {share(lines, of_lines):5.1f} % {of_lines:6}   {share(branches, of_branches):5.1f} % {of_branches:6}")
if poor:
    print(f"\nUnder {LEAST} % of lines:")
    for percent, name in sorted(poor):
        print(f"{percent:5.1f} %  {name}")
