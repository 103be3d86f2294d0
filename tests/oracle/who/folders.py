# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders of brat files as worlds, and what the program says of any folders."""
import glob
import json
import os
import re
import shlex
import subprocess
import tempfile


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


class Shell:
    """A program that answers one command after the other: to start it for each takes longer than to answer."""

    shells = {}

    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory()
        with open(os.path.join(self.folder.name, "corpus.json"), "w", encoding="utf-8") as file:
            json.dump({"relata": 1, "documents": [{"id": "d"}]}, file)  # a shell has a corpus of its own
        self.complaints = tempfile.TemporaryFile(mode="a+")
        self.process = subprocess.Popen([program, "shell", "-c", self.folder.name], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self.complaints, text=True)

    @classmethod
    def of(cls, program):
        known = cls.shells.get(program)
        if known is None or known.process.poll() is not None:
            known = cls.shells[program] = cls(program)
        return known

    def ask(self, words):
        """What it answers and what it complains of; the version after it says that this is all."""
        begin = self.complaints.seek(0, os.SEEK_END)
        self.process.stdin.write(shlex.join(words) + "\n--version\n")
        self.process.stdin.flush()
        answer = []
        for line in self.process.stdout:
            if re.match(r"relata \d+\.", line):
                break
            answer.append(line)
        self.complaints.seek(begin)
        return "".join(answer), self.complaints.read()


class Said:
    """What the program says of who is who in folders: each actor's marks, (document, start), and its records' ids."""

    def __init__(self, program, folders, keep=None):
        words = ["check", "--identity", *(["--identity", keep] if keep else []), "--json", *folders]
        text, complaint = Shell.of(program).ask(words)
        self.complaint = ""
        try:
            self.answer = json.loads(text)
        except json.JSONDecodeError:
            self.answer = {"actors": [], "decisions": [], "apart": []}
            self.complaint = f"{text[:300]}{complaint[:600]}"
        self.names, self.actors = [], {}
        for actor in self.answer["actors"]:
            marks = frozenset((os.path.basename(each["document"]), each["start"]) for each in actor["mentions"])
            self.actors[actor["id"]] = (marks, tuple(sorted(set(actor["registered"]))))
            self.names.append((*self.actors[actor["id"]], actor["name"]))

    def partition(self):
        return sorted((sorted(marks), records) for marks, records in self.actors.values())
