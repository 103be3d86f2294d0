# SPDX-License-Identifier: GPL-2.0-or-later
"""Random worlds of marks, registries and what is declared of them; the files that say a world; the same world in other
files; and a world that fails made smaller."""
import copy
import json
import os
import random

from .oracle import TAKEN, Worked

# Names that are one, or nearly one, by one rule or another. A world takes its names from a few of these rows, so that
# they meet; \n is a name over two lines of the text.
ROWS = [
    ["us", "US", "U.S.", "Us", "ＵＳ", "ｕｓ"],
    ["Bình", "Bính", "BINH", "Binh", "Bi\u0300nh", "bình"],
    ["कुल", "कल", "कूल", "किल"],
    ["Omar", "OMAR", "omar", "O", "Ｏｍａｒ", "Omár"],
    ["he", "He", "she", "they", "They", "er", "Er", "il"],
    ["Omar Khan", "Omar  Khan", "Omar\u00a0Khan", "Omar\u3000Khan", "Omar\nKhan", "OMAR KHAN", "O. Khan", "OmarKhan"],
    ["Jordan Roe", "J. Roe", "Jordan roe", "Roe", "Petrov", "Petrova"],
    ["Georgia", "GEORGIA", "georgia", "Géorgia"],
    ["محمد", "مُحَمَّد", "محمـد", "أحمد", "احمد"],
    ["Иван", "иван", "ИВАН", "Йван", "И\u0306ван"],
    ["Weiß", "Weiss", "WEISS", "weiß"],
    ["İzmir", "Izmir", "izmir", "ızmir"],
    ["ガガ", "ｶﾞｶﾞ", "カカ", "か\u3099か\u3099", "がが"],
    ["김", "\u1100\u1175\u11b7", "감"],
    ["ＡＢＣ通信", "ABC通信", "abc通信"],
    ["Ὀδυσσεύς", "ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ", "Ο\u0313δυσσευ\u0301ς"],
    ["ดำ", "ด้ำ", "ดํา"],
]
NOBODYS = ROWS[0] + ROWS[4]
EMIR = ["the Emir", "The Emir"]
TYPES = ["Person", "Organization", "GPE"]
IDS = ["Wikidata:Q100", "Wikidata:Q999", "wikidata:Q230", "VIAF:1", "VIAF:2"]
RECORDS = ["omar-1", "roe-1", "land-1", "bao-1"]
SAME = ["coref", "alternative-name"]
STEMS = ["a", "b", "c", "d", "0", "9x", "Z", "é"]
FOLDERS = ["", "", "sub", "z/y"]


# ── Random worlds ─────────────────────────────────────────────────────────────────────────────────────────

def some(rng, things, most):
    return rng.sample(things, rng.randint(0, min(most, len(things))))


class Kinds:
    """The types of a world's names: each has one that is usual."""

    def __init__(self, rng, names):
        self.rng, self.usual = rng, {name: rng.choice(TYPES[:2]) for name in names}
        one = rng.choice(TYPES[:2])
        self.usual = dict.fromkeys(names, one) if rng.random() < 0.5 else self.usual

    def of(self, name):
        return self.usual[name] if self.rng.random() < 0.85 else self.rng.choice(TYPES)


def some_relation(rng, number, marks):
    relation = {"id": f"R{number}", "type": rng.choice([*SAME, *SAME, "Equiv", "met"]), "ends": rng.sample(marks, 2)}
    if relation["type"] != "Equiv" and rng.random() < 0.4:
        relation |= rng.choice(({"denied": True}, {"certainty": "possible"}, {"certainty": "probable"}, {"by": "a spokesman"},
                                {"certainty": "certain"}))
    return relation


def some_document(rng, number, names, kinds):
    marks = []
    for i in range(rng.randint(1, 5)):
        name = rng.choice(names)
        marks.append({"id": f"T{i + 1}", "type": kinds.of(name), "name": name})
    document = {"id": f"d{number}", "corpus": 0, "stem": "", "marks": marks, "equiv": [], "ids": [], "relations": []}
    ends = [mark["id"] for mark in marks]
    if rng.random() < 0.3:
        marks.append({"id": "T77", "type": "Person", "name": ""})
    if len(ends) > 1:
        if rng.random() < 0.35:
            document["equiv"] = [rng.sample(ends, rng.randint(2, min(3, len(ends)))) for _ in range(rng.randint(1, 2))]
        document["relations"] = [some_relation(rng, i + 1, ends) for i in range(rng.choice((0, 0, 1, 2)))]
    document["ids"] = [[end, words] for end in ends if rng.random() < 0.2 for words in rng.sample(IDS, rng.choice((1, 1, 1, 2)))]
    return document


def some_record(rng, identifier, names, kinds):
    name = rng.choice(names).replace("\n", " ")
    record = {"id": identifier, "name": name}
    if rng.random() < 0.8:
        record["type"] = next((kind for each, kind in kinds.usual.items() if each.replace("\n", " ") == name)).lower()
    for key, most in (("aliases", 2), ("weak_aliases", 1)):
        others = [each.replace("\n", " ") for each in some(rng, names, most)]
        if others and rng.random() < 0.5:
            record[key] = others
    if rng.random() < 0.4:
        registry, value = rng.choice(IDS).split(":")
        record["links"] = {registry.lower(): value}
    return record


def some_claim(rng, records):
    claim = {"type": rng.choice([*SAME, "met"]), "ends": rng.sample(records, 2)}
    return claim | rng.choice(({}, {}, {"denied": True}, {"certainty": "possible"}, {"by": "a spokesman"}))


def some_identity(rng, records, names):
    """Lines for identity.json about records and names; pronouns are nobody's."""
    entries = [*records, *(name.replace("\n", " ") for name in names)]
    lines = {"same": [rng.sample(entries, rng.randint(2, min(3, len(entries)))) for _ in range(rng.randint(0, 2))],
             "different": [rng.sample(entries, 2) for _ in range(rng.randint(0, 1))]}
    return {key: value for key, value in lines.items() if value}


def some_names(rng):
    """Names of two or three rows, pronouns among them now and then."""
    rows = rng.sample(ROWS, rng.choice((1, 2, 2, 3)))
    return [name for row in rows for name in rng.sample(row, min(len(row), rng.randint(2, 4)))]


def some_corpora(rng, names, kinds):
    """None, one or two registries; or one that other folders share."""
    corpora = [{"folder": "one"}] + [{"folder": "two"}] * (rng.random() < 0.4)
    corpora = [dict(corpus) for corpus in corpora]
    for corpus in corpora[:rng.choice((0, 1, 2))]:
        chosen = rng.sample(RECORDS, rng.randint(1, 4))
        corpus["actors"] = [some_record(rng, each, names, kinds) for each in chosen]
        if len(chosen) > 1 and rng.random() < 0.2:
            corpus["claims"] = [some_claim(rng, chosen)]
    if len(corpora) == 2 and all("actors" in corpus for corpus in corpora):
        for record in corpora[1]["actors"]:
            twin = next((each for each in corpora[0]["actors"] if each["id"] == record["id"]), None)
            if twin and rng.random() < 0.4:
                record["name"] = twin["name"]
    return corpora


def some_world(rng):
    names = some_names(rng)
    kinds = Kinds(rng, [*names, *EMIR])
    world = {"corpora": some_corpora(rng, names, kinds), "documents": []}
    if rng.random() < 0.8:
        world["same"] = list(SAME)
    if rng.random() < 0.15:
        world["keep"] = "document"
    stems = rng.sample(STEMS, 4)
    for i in range(rng.randint(1, 4)):
        document = some_document(rng, i, [*names, *EMIR] if i == 0 and rng.random() < 0.2 else names, kinds)
        stem = os.path.join(rng.choice(FOLDERS), stems[i])
        world["documents"].append(document | {"corpus": rng.randrange(len(world["corpora"])), "stem": stem})
    refer(rng, world)
    return world


def refer(rng, world):
    """N lines to the registry of a document's own corpus, or to the only one; and what identity.json says."""
    registered = [[record["id"] for record in corpus.get("actors", ())] for corpus in world["corpora"]]
    for document in world["documents"]:
        only = [each for each in registered if each]
        known = registered[document["corpus"]] or (only[0] if len(only) == 1 else [])
        for mark in document["marks"]:
            if known and mark["name"] and rng.random() < 0.25:
                document["ids"].append([mark["id"], "actor:" + rng.choice(known)])
    for i, corpus in enumerate(world["corpora"]):
        borne = sorted({mark["name"] for document in world["documents"] if document["corpus"] == i
                        for mark in document["marks"] if mark["name"] and mark["name"] not in NOBODYS})
        if len(borne) > 1 and rng.random() < 0.25:
            lines = some_identity(rng, registered[i], borne)
            corpus |= {"identity": lines} if lines else {}
    worked = Worked(world, TAKEN)
    for i, corpus in enumerate(world["corpora"]):
        lines = corpus.get("identity", {})
        if "different" in lines:
            lines["different"] = [pair for pair in lines["different"] if worked.sensible(pair, i)]


def random_worlds(count, seed=2026):
    rng = random.Random(seed)
    for _ in range(count):
        yield some_world(rng)


# ── Files ─────────────────────────────────────────────────────────────────────────────────────────────────

def standoff(document):
    """The text and the lines of annotation of a document, and where each mark begins and ends."""
    text, lines, places = "", [], {}
    for mark in document["marks"]:
        start = len(text)
        text += mark["name"] + " . "
        pieces = mark["name"].split("\n")
        ends = [start + sum(len(piece) + 1 for piece in pieces[:i]) for i in range(len(pieces))]
        spans = ";".join(f"{at} {at + len(piece)}" for at, piece in zip(ends, pieces))
        lines.append(f"{mark['id']}\t{mark['type']} {spans}\t{' '.join(pieces)}")
        places[mark["id"]] = (start, start + len(mark["name"]))
    lines += ["*\tEquiv " + " ".join(group) for group in document.get("equiv", ())]
    lines += [f"N{i + 1}\tReference {target} {words}\tsomebody" for i, (target, words) in enumerate(document.get("ids", ()))]
    for i, each in enumerate(document.get("relations", ())):
        lines.append(f"{each['id']}\t{each['type']} Arg1:{each['ends'][0]} Arg2:{each['ends'][1]}\t")
        lines += [f"A{i + 1}\tNegation {each['id']}"] if each.get("denied") else []
        notes = "; ".join(f"{key}={each[key]}" for key in ("certainty", "by") if key in each)
        lines += [f"#{i + 1}\tAnnotatorNotes {each['id']}\t{notes}"] if notes else []
    return text + f"\nThe end of {document['id']}.\n", lines, places


def claim_of(number, claim):
    told = {"id": f"c{number}", "type": claim["type"], "from": claim["ends"][0], "to": claim["ends"][1]}
    told |= {"stance": "denies"} if claim.get("denied") else {}
    return told | {key: claim[key] for key in ("certainty", "by") if key in claim}


def schema_of(world):
    relations = [{"id": each, "label": "is", "inverse": "is", "symmetric": True, "same": True} for each in world["same"]]
    return {"relata": 1, "actor_types": [{"id": each.lower()} for each in TYPES], "relation_types": relations}


def files_of(world):
    """Path and content of each file, and the folders to name."""
    files = {}
    for corpus in world["corpora"]:
        folder = corpus["folder"]
        if "same" in world:
            files[f"{folder}/schema.json"] = json.dumps(schema_of(world), ensure_ascii=False)
        if "actors" in corpus or "claims" in corpus:
            said = {"relata": 1, "actors": corpus.get("actors", [])}
            said |= {"claims": [claim_of(i, each) for i, each in enumerate(corpus["claims"])]} if "claims" in corpus else {}
            files[f"{folder}/corpus.json"] = json.dumps(said, ensure_ascii=False)
        if "identity" in corpus:
            files[f"{folder}/identity.json"] = json.dumps(corpus["identity"], ensure_ascii=False)
    for document in world["documents"]:
        path = f"{world['corpora'][document['corpus']]['folder']}/{document['stem']}"
        text, lines, _ = standoff(document)
        if "shuffle" in document:
            random.Random(document["shuffle"]).shuffle(lines)
        files[path + ".txt"], files[path + ".ann"] = text, "".join(line + "\n" for line in lines)
    return files, [corpus["folder"] for corpus in world["corpora"] if any(path.startswith(corpus["folder"]) for path in files)]


def write(world, folder):
    """Writes the files of a world and gives its folders, without those that hold nothing."""
    files, folders = files_of(world)
    for path, content in files.items():
        os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
        with open(os.path.join(folder, path), "w", encoding="utf-8", newline="") as file:
            file.write(content)
    return [os.path.join(folder, each) for each in folders]


# ── The same world in other files ─────────────────────────────────────────────────────────────────────────

def renamed(world):
    """Other names of files, so that they are read in another order."""
    other = copy.deepcopy(world)
    count = len(other["documents"])
    for i, document in enumerate(other["documents"]):
        document["stem"] = f"{'' if i % 2 else 'm/'}{(count - i) * 7}-{i}"
    for i, corpus in enumerate(other["corpora"]):
        corpus["folder"] = f"{9 - i}"
    return other


def shuffled(world):
    """Other orders of lines, of arguments of Equiv, of records and of what identity.json says."""
    other = copy.deepcopy(world)
    rng = random.Random(7)
    for i, document in enumerate(other["documents"]):
        document["shuffle"] = i + 1
        for group in document.get("equiv", ()):
            rng.shuffle(group)
    for corpus in other["corpora"]:
        for group in [corpus.get("actors", []), *corpus.get("identity", {}).values()]:
            rng.shuffle(group)
        for group in (each for lines in corpus.get("identity", {}).values() for each in lines):
            rng.shuffle(group)
    return other


# ── Smaller worlds ────────────────────────────────────────────────────────────────────────────────────────

def without_mark(world, at, mark):
    """The world without a mark and what is said of it."""
    less = copy.deepcopy(world)
    document = less["documents"][at]
    document["marks"] = [each for each in document["marks"] if each["id"] != mark]
    document["equiv"] = [[end for end in group if end != mark] for group in document.get("equiv", ())]
    document["ids"] = [each for each in document.get("ids", ()) if each[0] != mark]
    document["relations"] = [each for each in document.get("relations", ()) if mark not in each["ends"]]
    return less


def without_each(world, path):
    """The world without one of the things in the list to which the keys lead, for each of them."""
    owner = world
    for key in path:
        owner = owner[key] if not isinstance(owner, dict) or key in owner else []
        if not owner:
            return
    for i in range(len(owner)):
        less = copy.deepcopy(world)
        inner = less
        for key in path:
            inner = inner[key]
        del inner[i]
        yield less


def smaller(world):
    for i in range(len(world["documents"])):
        yield world | {"documents": world["documents"][:i] + world["documents"][i + 1:]}
    for i, document in enumerate(world["documents"]):
        for mark in document["marks"]:
            yield without_mark(world, i, mark["id"])
        for key in ("equiv", "ids", "relations"):
            yield from without_each(world, ("documents", i, key))
    for i, corpus in enumerate(world["corpora"]):
        for key in set(corpus) - {"folder", "actors"}:
            yield world | {"corpora": [{each: value for each, value in other.items() if other is not corpus or each != key}
                                       for other in world["corpora"]]}
        for path in (("claims",), ("identity", "same"), ("identity", "different")):
            yield from without_each(world, ("corpora", i, *path))
        yield from without_each(world, ("corpora", i, "actors"))
        for k, record in enumerate(corpus.get("actors", ())):
            for key in {"aliases", "weak_aliases", "links", "type"} & set(record):
                less = copy.deepcopy(world)
                del less["corpora"][i]["actors"][k][key]
                yield less
    for key in {"same", "keep"} & set(world):
        yield {each: value for each, value in world.items() if each != key}


def makes_sense(world):
    """Whether N lines, claims and identity.json speak of somebody."""
    worked = Worked(world, TAKEN)
    named = {words.partition(":")[2] for document in world["documents"] for _, words in document.get("ids", ())
             if words.startswith("actor:")}
    claimed = {(i, end) for i, corpus in enumerate(world["corpora"])
               for claim in corpus.get("claims", ()) for end in claim["ends"]}
    entries = [(entry, i) for i, corpus in enumerate(world["corpora"])
               for lines in corpus.get("identity", {}).values() for group in lines for entry in group]
    return bool(world["documents"]) and claimed <= set(worked.things) and \
        named <= {key[1] for key in worked.things} and all(worked.meant(*each) for each in entries)


def shrink(world, fails):
    """The smallest world that still fails, as far as one step after another leads there."""
    while True:
        less = next((less for less in smaller(world) if makes_sense(less) and fails(less)), None)
        if less is None:
            return world
        world = less
