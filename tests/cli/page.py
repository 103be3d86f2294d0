#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""relata page, without a browser: the file is well-formed, its policy allows what is in it and nothing else, hostile words
stay words, its data lead from claims to what was read and to the picture, and the same input gives the same bytes."""
import base64
import hashlib
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
source = pathlib.Path(sys.argv[2]).resolve()
work = tempfile.TemporaryDirectory()
os.environ.pop("RELATA_CORPUS", None)
failed = 0

# What the page may hold besides what was read: its data, the picture, and the picture in words.
MOST_BYTES = 150_000


def fail(message):
    global failed
    failed += 1
    print(f"FAIL: {message}")


def expect(what, holds):
    if not holds:
        fail(what)


def run(*arguments, code=0):
    done = subprocess.run([program, *arguments], capture_output=True, cwd=work.name, check=False)
    if done.returncode != code:
        fail(f"relata {' '.join(map(str, arguments))}: exit {done.returncode}, expected {code}: {done.stderr.decode()[:500]}")
    return done


VOID = {"meta", "link", "input", "br", "hr", "img", "wbr"}


class Page(html.parser.HTMLParser):
    """The elements of a page, and whether each is closed where it must be. In an SVG, '/>' closes."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.texts = [], [], {}
        self.text_of = None
        self.feed(text)
        self.close()
        expect(f"elements that are not closed: {self.open[:5]}", not self.open)

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        expect(f"<{tag}> has an attribute twice", len(names) == len(set(names)))
        self.elements.append((tag, dict(attributes)))
        if tag in VOID:
            return
        self.open.append(tag)
        if tag in ("script", "style"):
            self.text_of = self.elements[-1]
            self.texts[id(self.text_of)] = ""

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data):
        if self.text_of is not None:
            self.texts[id(self.text_of)] += data

    def handle_endtag(self, tag):
        self.text_of = None
        if not self.open or self.open.pop() != tag:
            fail(f"</{tag}> closes nothing")

    def all(self, tag):
        return [element for element in self.elements if element[0] == tag]

    def text(self, element):
        return self.texts[id(element)]

    def data(self):
        return json.loads(next(self.text(each) for each in self.all("script") if each[1].get("id") == "data"))


def sha256(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def check(what, text):
    """What every page must be."""
    page = Page(text)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    expect(f"{what}: ids that occur twice: {[each for each in ids if ids.count(each) > 1][:3]}", len(ids) == len(set(ids)))
    policy = next(attributes["content"] for _, attributes in page.all("meta")
                  if attributes.get("http-equiv") == "Content-Security-Policy")
    rules = {words[0]: words[1:] for words in (rule.split() for rule in policy.split(";"))}
    scripts = [each for each in page.all("script") if each[1].get("type") != "application/json"]
    expect(f"{what}: scripts are not allowed just by their hashes",
           rules["script-src"] == [sha256(page.text(each)) for each in scripts])
    expect(f"{what}: styles are not allowed just by their hashes",
           rules["style-src"] == [sha256(page.text(each)) for each in page.all("style")])
    expect(f"{what}: the policy: {policy}", rules["default-src"] == ["'none'"] and rules["img-src"] == ["data:", "blob:"]
           and rules["base-uri"] == ["'none'"] and rules["form-action"] == ["'none'"] and len(rules) == 6)
    for tag, attributes in page.elements:
        for name, value in attributes.items():
            if name.startswith("on") or name in ("style", "srcdoc"):
                fail(f"{what}: <{tag} {name}>")
            if name in ("href", "src", "xlink:href", "action", "data") and not re.match(r"https?://|#", value):
                fail(f"{what}: <{tag} {name}={value!r}>")
            if name == "href" and value.startswith("http") and attributes.get("rel") != "noopener noreferrer":
                fail(f"{what}: the link {value} tells whence one comes")
    return page


# ── Kabul ──

kabul = source / "data/kabul-2021"
run("page", "-c", kabul, "-o", "kabul.html")
text = (pathlib.Path(work.name) / "kabul.html").read_text()
page = check("kabul", text)
data = page.data()
expect("the same corpus gives other bytes", run("page", "-c", kabul).stdout.decode() == text)
expect("the language is not said", page.all("html")[0][1].get("lang") == "en" == data["language"])
ids = {attributes.get("id") for _, attributes in page.elements}
for actor in data["actors"]:
    expect(f"{actor['id']}: its element is not there", actor["element"] in ids)
for tie in data["ties"]:
    expect(f"a tie's elements are not there: {tie}", ids.issuperset(tie["elements"]))
expect("no tie is only denied", any(not any(data["claims"][claim]["affirms"] for claim in tie["claims"]) for tie in data["ties"]))
exported = json.loads(run("export", "-c", kabul, "--to", "json").stdout)
standing = [tie for tie in data["ties"] if any(data["claims"][claim]["affirms"] for claim in tie["claims"])]
key = [(data["actors"][tie["from"]]["id"], data["relation_types"][tie["type"]]["id"], data["actors"][tie["to"]]["id"],
        [data["claims"][claim]["id"] for claim in tie["claims"]]) for tie in standing]
# Unlike an export, a page leaves out what only says who talks about whom; its schema has no kinds of such types.
reporting = {each["id"] for each in json.loads((kabul / "schema.json").read_text())["relation_types"] if each.get("reporting")}
other = [(tie["from"], tie["relation"], tie["to"], [claim["id"] for claim in tie["claims"]]) for tie in exported["ties"]
         if tie["relation"] not in reporting]
expect("the export has no reports that a page could leave out", len(other) < len(exported["ties"]))
expect("its ties are not those of relata export", key == other)
names = {index: [actor["name"], *actor["aliases"], *actor["weak_aliases"]] for index, actor in enumerate(data["actors"])}
marks = [(claim["text"][start:end], actor) for claim in data["claims"] for start, end, actor in claim["marks"]]
spoken = sum(any(words.lower() == name.lower() for name in names[actor]) for words, actor in marks)
expect(f"{spoken} of {len(marks)} marks are on a name", len(marks) > 500 and spoken > 0.8 * len(marks))
rank = json.loads(run("rank", "-c", kabul, "--by", "betweenness", "--json").stdout)
for row in rank["actors"]:
    actor = next(each for each in data["actors"] if each["id"] == row["id"])
    value = row.get("betweenness", row.get("scores", {}).get("betweenness"))
    expect(f"{row['id']}: betweenness {actor['scores']['betweenness']} is not {value}", actor["scores"]["betweenness"] == value)
expect("the path of the corpus is given away", data["corpus"] == "kabul-2021" and str(source) not in text)
own = len(text.encode()) - sum(len(part.encode()) for part in (
    re.search(r"<svg.*</svg>", text, re.S).group(), re.search(r'<details id="describe">.*?</details>', text, re.S).group(),
    page.text(next(each for each in page.all("style") if each[1].get("id"))),
    page.text(next(each for each in page.all("script") if each[1].get("id") == "data"))))
expect(f"{own} bytes without data and picture, more than {MOST_BYTES}", own < MOST_BYTES)

# What is selected goes into the commands that the page tells.
options = ("--relation", "attacks,rivalry", "--sign", "-,+", "--as-of", "2021-09-24", "--dated", "--certainty", "probable")
few = check("a selection", run("page", "-c", kabul, *options, "--top", "3", "--title", "Who & <whom>").stdout.decode())
expect(f"options: {few.data()['options']}", few.data()["options"] ==
       [["relation", "attacks,rivalry"], ["sign", "-,+"], ["as-of", "2021-09-24"], ["dated", None], ["certainty", "probable"]])
expect("the title", few.data()["title"] == "Who & <whom>")
expect("who is not drawn has an element", sum(actor["element"] is not None for actor in few.data()["actors"]) <= 3)
for theme in ("print", "contrast"):
    check(theme, run("page", "-c", kabul, "--around", "ISIS-K", "--theme", theme).stdout.decode())

# What cannot be done is said.
pathlib.Path(work.name, "frames.view.json").write_text('{"relata": 1, "frames": "yearly"}')
expect("frames", b"several" in run("page", "-c", kabul, "--view", "frames.view.json", code=2).stderr)
expect("groups", b"--cluster" in run("page", "-c", kabul, "--view", source / "graphs/kabul-2021-groups.view.json", code=2).stderr)
expect("a page that is called a picture", b"page.html" in run("page", "-c", kabul, "-o", "page.svg", code=2).stderr)
expect("nobody", b"Nobody" in run("page", "-c", kabul, "--around", "Nobody", code=2).stderr)
run("page", "-c", kabul, "-o", "no/such/folder.html", code=4)
run("page", "-c", kabul, "--relation", "allegiance", "--sign", "hostile", code=1)

# ── Hostile words ──

evil = "</script><script>alert(1)</script><!--{{SCRIPT}}\u2028\u202e\"'& onload=x"
corpus = {
    "relata": 1, "title": evil,
    "documents": [{"id": evil, "title": evil, "publisher": evil, "url": "javascript:alert(1)", "published": "2021",
                   "text": f"one {evil} two"},
                  {"id": "d2", "title": "second", "url": "https://example.org/\"onmouseover='x'<b>"}],
    "actors": [{"id": "x\"><b>", "name": evil, "aliases": [evil + "2"], "description": evil, "url": "javascript:alert(1)",
                "links": {"wikidata": "javascript:alert(1)"}}, {"id": "{{DATA}}", "name": "{{CSP}}"}],
    "claims": [{"type": evil, "from": "x\"><b>", "to": "{{DATA}}", "document": evil, "start": 0, "end": 60, "by": evil,
                "note": evil},
               {"type": evil, "from": "x\"><b>", "to": "{{DATA}}", "document": "d2", "quote": evil}],
    "mentions": [{"actor": "x\"><b>", "document": evil, "start": 4, "end": 20}],
}
folder = pathlib.Path(work.name, "evil")
folder.mkdir()
(folder / "corpus.json").write_text(json.dumps(corpus))
answer = run("page", "-c", folder, "--title", evil)
if answer.stdout:
    text = answer.stdout.decode()
    page = check("hostile", text)
    expect("a script more or less", len(page.all("script")) == 2)
    expect("an override is obeyed", "\u202e" not in text and "\u2028" not in text)
    data = page.data()
    shown = evil.replace("\u2028", "⟨U+2028⟩").replace("\u202e", "⟨U+202E⟩")
    expect(f"the name is changed: {data['actors']}", data["actors"][0]["name"] == shown)
    expect("the id is changed", [actor["id"] for actor in data["actors"]] == ["x\"><b>", "{{DATA}}"])
    expect("a javascript: link", data["actors"][0]["url"] is None and data["actors"][1]["url"] is None)
    for claim in data["claims"]:
        for start, end, _ in claim["marks"]:
            expect(f"a mark is beside its words: {claim['text'][start:end]!r}", claim["text"][start:end] == evil[:16])

print("ok" if failed == 0 else f"{failed} failures")
sys.exit(1 if failed else 0)
