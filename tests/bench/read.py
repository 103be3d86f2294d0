#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""read.py PROGRAM FOLDER: times the reading of FOLDER/claims.jsonl, and of the same claims as a table, which it writes
beside it. All take turns, so that what else the machine does strikes each alike; times are CPU time of the user."""
import csv
import importlib.util
import json
import os
import statistics
import subprocess
import sys

RELATA, FOLDER = sys.argv[1], sys.argv[2]
LINES, TABLE, NOTHING = (os.path.join(FOLDER, name) for name in ("claims.jsonl", "claims.csv", "nothing.csv"))
ROUNDS = 5
COLUMNS = ["from", "relation", "to", "date", "source", "publisher", "published", "quote", "certainty", "stance"]

SPLIT_LINES = "import json, sys\nfor line in open(sys.argv[1], encoding='utf-8'): json.loads(line)"
SPLIT_TABLE = "import csv, sys\nfor row in csv.reader(open(sys.argv[1], encoding='utf-8', newline='')): pass"
GRAPH = """import csv, networkx, sys
graph = networkx.MultiDiGraph()
for row in csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')):
    graph.add_edge(row['from'], row['to'], **row)"""


def write_table():
    """Writes the claims as a table, and one without any. Returns how many claims there are."""
    actors, documents, n = {}, {}, 0
    with open(LINES, encoding="utf-8") as lines, open(TABLE, "w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(COLUMNS)
        for line in lines:
            record = json.loads(line)
            if record["kind"] == "actor":
                actors[record["id"]] = record.get("name", record["id"])
            elif record["kind"] == "document":
                documents[record["id"]] = record
            elif record["kind"] == "claim":
                document = documents.get(record.get("document"), {})
                rows.writerow([actors[record["from"]], record["type"], actors[record["to"]], record.get("when"),
                               document.get("id"), document.get("publisher"), document.get("published"),
                               record.get("text"), record.get("certainty"), record.get("stance")])
                n += 1
    with open(NOTHING, "w", encoding="utf-8") as table:
        table.write("from,relation,to\nA,knows,B\n")
    return n


def run(command):
    """The seconds of the user and the most bytes that a command takes."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[:2]} fails: {process.returncode}")
    return usage.ru_utime, usage.ru_maxrss * 1024


N = write_table()
RELATA_READS, PYTHON = [RELATA, "check", "-q"], [sys.executable, "-c"]
CASES = [("relata, JSON Lines", [*RELATA_READS, LINES], LINES), ("python json", [*PYTHON, SPLIT_LINES, LINES], LINES),
         ("relata, CSV", [*RELATA_READS, TABLE], TABLE), ("python csv", [*PYTHON, SPLIT_TABLE, TABLE], TABLE)]
if importlib.util.find_spec("networkx"):
    CASES.append(("python csv and networkx", [*PYTHON, GRAPH, TABLE], TABLE))
TIMES, MEMORY = {name: [] for name, _, _ in CASES}, {}
IDLE = {name: run([*command[:-1], NOTHING])[1] for name, command, _ in CASES}
for _ in range(ROUNDS):
    for name, command, _ in CASES:
        seconds, memory = run(command)
        TIMES[name].append(seconds)
        MEMORY[name] = memory - IDLE[name]
print(f"{N} claims; user CPU, median of {ROUNDS} (least … most)")
for name, _, path in CASES:
    times = TIMES[name]
    median = statistics.median(times)
    print(f"{median:7.2f} s ({min(times):.2f} … {max(times):.2f}) {N / median / 1000:6.0f} k claims/s "
          f"{os.path.getsize(path) / median / 1e6:6.0f} MB/s {MEMORY[name] / N:6.0f} bytes/claim  {name}")
for one, other in (("relata, JSON Lines", "python json"), ("relata, CSV", "python csv")):
    ratios = sorted(a / b for a, b in zip(TIMES[one], TIMES[other]))
    print(f"{one}: {statistics.median(ratios):.1f} × the time of {other} ({ratios[0]:.1f} … {ratios[-1]:.1f})")
