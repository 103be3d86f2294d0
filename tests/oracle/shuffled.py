#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers do not depend on what files are called or in which order they are read: shuffled.py RELATA SOURCE

Each corpus that ships, and each that is shared where there is any, is copied with its documents renamed, so that they are read
in another order; where other files of the corpus name them, these follow. Every question is then asked of both, and the
answers must be the same once the new names are read as the old ones; lists are compared without their order, because
documents are listed as they are read."""
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ENDINGS = {".txt", ".ann", ".a1", ".a2"}
ACTORS = 8  # whose paths and ties are asked for


def corpora(source):
    folders = [source / "data" / "kabul-2021"]
    shared = source.parent / "shared"
    for root in (shared / "data" / "brat", shared / "cases" / "brat", shared / "cases" / "model", shared / "cases" / "use"):
        folders += sorted({file.parent for file in root.rglob("*.ann")}) if root.is_dir() else []
    return folders


def renamed(folder, copy, rng):
    """Copies the folder, its documents under other names, and returns old names by new ones."""
    stems = sorted({file.stem for file in folder.iterdir() if file.suffix in ENDINGS})
    numbers = rng.sample(range(1000, 9999), len(stems))
    names = {stem: f"q{number}-{re.sub('[^0-9-]', '', stem)}-q" for stem, number in zip(stems, numbers)}
    copy.mkdir()
    for file in folder.iterdir():
        if file.suffix in ENDINGS:
            shutil.copy(file, copy / (names[file.stem] + file.suffix))
        elif file.is_file():
            text = file.read_text()
            for stem in sorted(names, key=len, reverse=True):
                text = re.sub(rf'(?<![\w-]){re.escape(stem)}(?![\w-])', names[stem], text) if len(stem) > 8 else text
            (copy / file.name).write_text(text)
    return {new: old for old, new in names.items()}


def answer(program, words, folder, read_back=lambda text: text):
    done = subprocess.run([program, *words, str(folder), "--json"], capture_output=True, text=True, check=False, timeout=300)
    return json.loads(read_back(done.stdout)) if done.stdout.strip() else {"exit": done.returncode}


def plain(value):
    """The value with its lists sorted, as one string."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{plain(value[key])}" for key in sorted(value) if key not in ("line", "column", "file")) + "}"
    if isinstance(value, list):
        return "[" + ",".join(sorted(map(plain, value))) + "]"
    return repr(value)


def reader_back(names, copy, folder):
    """A function that reads new names in an answer as the old ones."""
    def read_back(text):
        for new, old in names.items():
            text = text.replace(new, old)
        return text.replace(str(copy), str(folder))
    return read_back


def main(program, source):
    rng = random.Random(2026)
    failed = compared = 0
    for folder in corpora(pathlib.Path(source).resolve()):
        with tempfile.TemporaryDirectory() as work:
            copy = pathlib.Path(work) / folder.name
            names = renamed(folder, copy, rng)
            read_back = reader_back(names, copy, folder)
            identity = answer(program, ("check", "--identity"), folder)
            ids = sorted(actor["id"] for actor in identity.get("actors", []))
            asked = rng.sample(ids, min(ACTORS, len(ids)))
            questions = [("check", "--identity"), ("actors", "-c"), ("rank", "--by", "degree,betweenness,constraint", "-c"),
                         ("types", "-c")]
            questions += [("show", one, "-c") for one in asked]
            questions += [("path", one, other, "--possibly", "--as-of", "2021", "-c") for one, other in zip(asked, asked[1:])]
            questions += [("path", one, other, "--all", "-c") for one, other in zip(asked, asked[1:])]
            for words in questions:
                compared += 1
                first = plain(answer(program, words, folder))
                second = plain(answer(program, words, copy, read_back))
                if first != second:
                    failed += 1
                    print(f"FAIL: {' '.join(words)} {folder}\n  {first[:600]}\n  {second[:600]}")
    print(f"{compared} answers, {failed} of which depend on the names of files")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
