# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders of brat files as worlds, and what the program says of any folders."""
import glob
import json
import os
import re
import subprocess


def marks_of(text, ends):
    """Marks in the document's words, without those that are an event's word."""
    triggers = set(re.findall(r"^E\d+\t\S+:(T\d+)", text, flags=re.M))
    for line in text.split("\n"):
        found = re.match(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", line)
        if found and found[1] not in triggers:
            spans = [[int(each) for each in span.split()] for span in found[3].split(";")]
            ends[found[1]] = (spans[0][0], spans[-1][1])
            yield {"id": found[1], "type": found[2], "name": found[4].strip()}


def read(folder):
    """The world of a folder without a registry: marks, Equiv and N lines. Where each mark stands is said apart."""
    world, places = {"corpora": [{"folder": folder}], "documents": []}, {}
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.ann"), recursive=True)):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        stem, ends = os.path.splitext(os.path.relpath(path, folder))[0], {}
        document = {"id": stem, "corpus": 0, "stem": stem, "marks": list(marks_of(text, ends))}
        document["equiv"] = [re.findall(r"T\d+", line) for line in re.findall(r"^\*\tEquiv (.*)$", text, flags=re.M)]
        document["ids"] = [list(each) for each in re.findall(r"^N\d+\tReference (T\d+) (\S+:\S+)", text, flags=re.M)]
        world["documents"].append(document)
        places |= {(stem, mark): span for mark, span in ends.items()}
    return world, places


class Said:
    """What the program says of who is who in folders: each actor's marks, (document, start), and its records' ids."""

    def __init__(self, program, folders, keep=None):
        words = [program, "check", "--identity", *(["--identity", keep] if keep else []), "--json", *folders]
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120)
        self.complaint = ""
        try:
            self.answer = json.loads(done.stdout)
        except json.JSONDecodeError:
            self.answer = {"actors": [], "decisions": [], "apart": []}
            self.complaint = f"exit {done.returncode}: {done.stdout[:300]}{done.stderr[:600]}"
        self.names, self.actors = [], {}
        for actor in self.answer["actors"]:
            marks = frozenset((os.path.basename(each["document"]), each["start"]) for each in actor["mentions"])
            self.actors[actor["id"]] = (marks, tuple(sorted(set(actor["registered"]))))
            self.names.append((*self.actors[actor["id"]], actor["name"]))

    def partition(self):
        return sorted((sorted(marks), records) for marks, records in self.actors.values())
