#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""What happens when a call of the system fails, one after the other, or memory runs out at one allocation after the other.

There are two outcomes: the answer that a run without a fault gives, or an exit code that says that there is none, nothing on
standard output, and the old file as it was, with nothing beside it.  tests/fault/fault.c makes the faults.
"""

import concurrent.futures
import errno
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

RELATA, SOURCE = (os.path.abspath(path) for path in sys.argv[1:3])
FAULT = os.environ.get("RELATA_FAULT")
MANY = max(1, int(os.environ.get("RELATA_MANY", "1")) // 4)  # each fault is a run of the program
if not FAULT:
    sys.exit(77)  # under sanitizers, which have an allocator of their own

FLORENCE = ["-c", f"{SOURCE}/data/florentine"]
OLD = b"what was there before"
FAILED, INCOMPLETE, UNUSABLE = 4, 5, 3
# GLib ends a program by a trap or abort(), and the loader of libraries by an exit code of its own.
OUT_OF_MEMORY = (FAILED, -signal.SIGTRAP, -signal.SIGABRT, 127)

# Of each command whether it replaces a file; {} is its name. "new" makes a folder, which is whole or absent.
COMMANDS = {
    "check": (["check", *FLORENCE], False),
    "new": (["new", "{}"], False),
    "new: texts": (["new", "{}", "brat/small.txt"], False),
    "new --from-csv": (["new", "{}.csv", "--from-csv"], False),
    "check --json": (["check", "--json", *FLORENCE], False),
    "check --identity": (["check", "--identity", *FLORENCE], False),
    "rank": (["rank", *FLORENCE, "--by", "betweenness,pagerank,eigenvector,constraint"], False),
    "path": (["path", *FLORENCE, "Medici", "Strozzi", "-k", "3"], False),
    "path --json": (["path", *FLORENCE, "Medici", "Strozzi", "--all", "--robust", "--json"], False),
    "path: no": (["path", *FLORENCE, "Medici", "Strozzi", "--sign", "hostile"], False),
    "show": (["show", *FLORENCE, "Medici"], False),
    "draw": (["draw", *FLORENCE, "-o", "{}.svg"], True),
    "page": (["page", *FLORENCE, "-o", "{}.html"], True),
    "timeline": (["timeline", *FLORENCE, "-o", "{}.svg"], True),
    "brat": (["rank", "-c", "brat"], False),
    "lines": (["export", "-c", "brat/records.jsonl", "--to", "json"], False),
    **{f"export {form}": (["export", *FLORENCE, "-o", "{}." + form], True)
       for form in ("json", "csv", "dot", "graphml")},
    "export, printed": (["export", *FLORENCE, "--to", "json"], False),
}

# The calls, and the errors that they can end with.
CALLS = {
    "open": (errno.EIO, errno.EMFILE), "read": (errno.EIO,), "opendir": (errno.EACCES,),
    "readdir": (errno.EIO,), "stat": (errno.EIO,), "lstat": (errno.EIO,), "fstat": (errno.EIO,), "realpath": (errno.EIO,),
    "fwrite": (errno.ENOSPC,), "fflush": (errno.ENOSPC,), "write": (errno.ENOSPC,), "fopen": (errno.EACCES,),
    "fdopen": (errno.ENOMEM,), "fsync": (errno.EIO,), "fchmod": (errno.EPERM,), "linkat": (errno.EIO, errno.ENOENT),
    "rename": (errno.EIO,), "mkdir": (errno.ENOSPC,),
    "send": (errno.EPIPE,), "recv": (errno.ECONNRESET,), "socketpair": (errno.EMFILE,),
}
PRINTING = ("fwrite", "fflush", "write")


def prepare(folder):
    """Makes a corpus in brat's files, with all that can be beside them."""
    # Not the table: GLib's regular expressions, which mappings have, crash without memory (its g_regex_new() does not
    # check what pcre2_compile_context_create() returns).
    shutil.copytree(f"{SOURCE}/tests/fuzz/small", folder / "brat", ignore=shutil.ignore_patterns("relations.csv"))
    (folder / "brat" / "inner").mkdir()
    for name in ("small.txt", "small.ann"):  # one name in two folders: both are read to compare them
        shutil.copy(f"{SOURCE}/tests/fuzz/small/{name}", folder / "brat" / "inner")


def run(folder, name, **fault):
    """The exit code, the answer and the file of one run with a fault, if any."""
    arguments, writes = COMMANDS[name]
    with tempfile.TemporaryDirectory(dir=folder) as place:
        target = [argument.format(f"{place}/out") for argument in arguments]
        path = pathlib.Path(next((argument for argument in target if argument.startswith(place)), f"{place}/none"))
        if writes:
            path.write_bytes(OLD)
        environment = dict(os.environ, LD_PRELOAD=FAULT, LC_ALL="C.UTF-8", **{key: str(value) for key, value in fault.items()})
        done = subprocess.run([RELATA, *target], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              check=False, timeout=300)
        left = sorted(str(each.relative_to(place)) for each in pathlib.Path(place).rglob("*"))
        answer = done.stdout.replace(place.encode(), b"")
        return (done.returncode, answer, path.read_bytes() if writes else b"", left), done.stderr


def count(folder, name, call, program):
    """How many such calls there are in a run."""
    counts = folder / f"count-{name}-{call}".replace("/", "-")
    run(folder, name, FAULT_CALL=call, FAULT_COUNT=counts, FAULT_IN=program)
    numbers = [int(line) for line in counts.read_text().split()] if counts.exists() else []
    return max(numbers, default=0)


def judge(clean, found, call):
    """What is wrong with the outcome, or None."""
    if found == clean:
        return None
    code, answer, written, left = found
    memory = call == "malloc"
    if memory and code == 127 and found[1:] == clean[1:]:
        return None  # all is answered: handlers of libraries, at the end, have no thread-local data
    if left != clean[3] and not (left == [] and answer == b""):
        return f"leaves {left}"
    if code not in (OUT_OF_MEMORY if memory else (UNUSABLE, FAILED, INCOMPLETE)):
        return f"exit {code}"
    if written not in (OLD, b""):
        return "the old file is gone"
    cut = call in PRINTING and clean[1].startswith(answer)
    return None if answer == b"" or cut else "an answer in spite of it"


def sweep(folder, pool, points):
    """Makes the faults; prints and returns how many had another outcome."""
    clean = {name: run(folder, name)[0] for name in COMMANDS}

    def one(point):
        name, call, at, fault = point
        found, complaint = run(folder, name, FAULT_CALL=call, FAULT_AT=at, **fault)
        return judge(clean[name], found, call), point, complaint

    wrong = 0
    for problem, point, complaint in pool.map(one, points):
        if problem is not None:
            wrong += 1
            if wrong <= 20:
                print("FAIL:", point, problem, complaint.decode(errors="replace")[-300:].strip())
    return wrong


def system_points(folder):
    """Each call of each command, with each of its errors."""
    for name in COMMANDS:
        for call, errors in CALLS.items():
            for at in range(1, min(count(folder, name, call, "relata"), 10 * MANY) + 1):
                yield name, call, at, {"FAULT_ERRNO": errors[at % len(errors)], "FAULT_IN": "relata"}


def memory_points(folder, n):
    """About n allocations of each command, evenly spread, each of which fails alone, and with all that follow."""
    for name in COMMANDS:
        for program in ("relata", "relata-graphviz") if name.startswith(("draw", "page")) else ("relata",):
            total = count(folder, name, "malloc", program)
            for i in range(n if program == "relata" else n // 2):
                fault = {"FAULT_IN": program, **({"FAULT_AT_LEAST": 1} if i % 4 == 0 else {})}
                yield name, "malloc", 1 + i * total // n + i % 7, fault


def main():
    """Both sweeps."""
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = pathlib.Path(work)
        prepare(folder)
        wrong = 0
        for points in (list(system_points(folder)), list(memory_points(folder, 170 * MANY))):
            wrong += sweep(folder, pool, points)
            print(f"{len(points)} faults, {wrong} with another outcome so far")
    sys.exit(1 if wrong else 0)


main()
