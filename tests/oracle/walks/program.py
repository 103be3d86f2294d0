# SPDX-License-Identifier: GPL-2.0-or-later
"""Asking the program: all questions about all worlds in one shell."""
import json
import os
import re
import subprocess
import tempfile

LISTS = ("via", "avoid")
ORDERS = {"shortest": [], "strongest": ["--strongest"], "most_reliable": ["--most-reliable"], "avoid_hubs": ["--avoid-hubs"]}
# How the question's words are called on the command line, where not by their names.
NAMES = {"k": "-k"}


def line_of(command, question, *positional):
    """The question as a line for the shell."""
    words = [command, *(question[each] for each in positional)]
    for key, value in question.items():
        if key == "order":
            words += ORDERS[value]
        elif key not in positional:
            words.append(NAMES.get(key, "--" + key.replace("_", "-")))
            words += [] if value is True else [",".join(value) if key in LISTS else str(value)]
    return " ".join(word if re.fullmatch(r"[\w=,-]+", word) else f'"{word}"' for word in words)


def path_line(question):
    return line_of("path", question, "from", "to")


def reach_line(question):
    return line_of("reach", question, "from")


def match_line(question):
    return line_of("match", question, "along")


def write(folder, world):
    os.mkdir(folder)
    for name, keys in (("schema.json", {"relation_types": "types", "actor_types": "kinds"}),
                       ("corpus.json", {key: key for key in ("documents", "actors", "claims")})):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            json.dump({"relata": 1} | {key: world[kept] for key, kept in keys.items()}, file)


def run(program, worlds, line):
    """For each world what each of its questions gives: standard output and complaints. The version stands between answers."""
    script = ""
    with tempfile.TemporaryDirectory() as folder:
        for number, (world, questions) in enumerate(worlds):
            write(os.path.join(folder, str(number)), world)
            script += "".join(f"--version\n{line(question)} -c {number}\n" for question in questions)
        done = subprocess.run([program, "shell", "-c", "0"], input=script, capture_output=True, text=True, check=False, cwd=folder)
    parts = re.split(r"^relata \d.*\n", done.stdout, flags=re.M)[1:]
    n_asked = sum(len(questions) for _, questions in worlds)
    if len(parts) != n_asked or done.returncode < 0:
        if n_asked == 1:
            return [[("", f"exit {done.returncode}: {done.stderr[-300:]}")] * len(questions) for _, questions in worlds]
        return [[run(program, [(world, [question])], line)[0][0] for question in questions] for world, questions in worlds]
    complaints = {}
    for said in re.finditer(r"^relata: line (\d+): (.*)$", done.stderr, flags=re.M):
        complaints[int(said[1])] = complaints.get(int(said[1]), "") + said[2]
    pairs = iter([(part, complaints.get(2 * i + 2, "")) for i, part in enumerate(parts)])
    return [[next(pairs) for _ in questions] for _, questions in worlds]


def answers(program, worlds, line=path_line):
    """The same as JSON, or where there is none what was complained of."""
    given = run(program, worlds, lambda question: line(question) + " --json")
    return [[json.loads(text) if text.strip() else complaint or "neither an answer nor a complaint" for text, complaint in each]
            for each in given]


def hops_of(path):
    """A path as walks name theirs; of a loop it does not matter which way it is walked."""
    return [(hop["relation"], "forward" if hop["from"] == hop["to"] and hop["direction"] != "both" else hop["direction"], hop["to"])
            for hop in path["hops"]]


def say(paths):
    return "; ".join("(" + " ".join(f"{'<' * (way != 'forward')}-{relation}-{'>' * (way != 'backward')} {to}"
                                    for relation, way, to in path) + ")" for path in paths) or "none"
