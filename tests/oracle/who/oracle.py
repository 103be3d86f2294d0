# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is who, by brute force. The things that may be one are the marks of all documents and the records of all registries.
Five steps propose pairs: identity.json, ids, declared equivalence, the registry's strong aliases, equal spelling. What the
pairs of one step join is a component; it becomes one actor unless it holds two who must differ.

Where the words of the issue leave something open, OPEN has the reading that is taken and, in brackets, the other one, which
is that of every function whose `taken` lacks the name. Of random worlds whose answer hangs on an open question nothing is
asked but that order and names of files change nothing.

Three questions were open and are decided, against the letter: relations called coref or alternative-name mean the same where
no schema says what they mean; a strong alias does not speak of a mark that is one with a record already ("strongest first");
equal spelling within documents is decided before that across them, so that a namesake elsewhere does not part them."""
import functools
import itertools
import random
import re
import unicodedata

STEPS = ("identity.json", "id", "equivalence", "alias", "spelling")
OPEN = {
    "blanks": "a run of white space, of any kind, is one blank (else: only what NFC and width make equal)",
    "full-folding": "case is folded by Unicode's full folding: ß is ss (else: letter by letter, and ß is ß)",
    "vowel-points": "marks that make no letters do not count: Arabic vowel signs, Hebrew points, stress on Cyrillic (else: "
                    "every mark counts)",
    "tatweel": "it is a character, neither a mark nor a width (else: it does not count)",
    "registry-for-all": "a registry's strong aliases name marks of every corpus that is read (else: of its own)",
    "records-by-alias": "an alias that fits records of two corpora names none of them, as if they were of one (else: it makes "
                        "them one, unless they must differ)",
    "spelled-anyway": "a name that is a strong alias of several may still be spelled alike in two documents (else: it unites "
                      "nothing there)",
    "untyped-alias": "types need not agree where a strong alias decides (else: they must, where the record has one)",
    "marks-are-spelled": "equal spelling is asked of marks; a record joins by its aliases, so that of two records with one "
                         "name each stays alone, whatever the corpus (else: a record counts as a mark of its name and its type, "
                         "if it has one)",
    "descriptions": "a name with an article before it, such as “the Emir”, is no name across documents (else: it is)",
    "type-of-mark": "types that agree are the marks' own (else: that of a record that they are by then, if it has one)",
    "type-of-actor": "and those of other marks that are one by then do not count (else: one that both have is enough)",
    "two-ids-on-one": "a mark that has two ids of one registry differs from all who have only one of them, or another (else: "
                      "such ids say nothing)",
    "reference": "an N line to the registry is an id like others, which falls with the component (else: it always holds)",
    "namesakes": "equal ids in two corpora that are not one by name or link may become one by a later step (else: they must "
                 "differ)",
    "names-by-rule": "a name in identity.json is whoever is spelled so by the rule of step 3 (else: exactly so)",
    "names-for-all": "a name in identity.json is whoever bears it, in every corpus that is read (else: in its own)",
    "lines-by-component": "a line of \"same\" that contradicts an id fails with all the lines of its component (else: alone)",
    "different-yields": "a line of \"different\" about two with one id contradicts that id and is refused (else: it holds)",
    "same-name": "two corpora say the same name where it is spelled so by the rule of step 3 (else: exactly so)",
    "says-name": "the name that a corpus says is the record's name (else: any of its strong aliases)",
}
TAKEN = frozenset(OPEN)
BY_NAME = ("coref", "alternative-name")  # relations that mean the same where no schema says what they mean
PRONOUNS = {"he", "she", "they", "us", "er", "il"}
ARTICLES = ("the ",)


# ── Spelling ──────────────────────────────────────────────────────────────────────────────────────────────

def narrow(text):
    """Full-width and half-width forms as what they are forms of."""
    pieces = (unicodedata.decomposition(each).split() for each in text)
    return "".join(chr(int(piece[1], 16)) if piece[:1] in (["<wide>"], ["<narrow>"]) else each
                   for piece, each in zip(pieces, text))


def makes_no_letter(mark, before):
    """Signs that Arabic and Hebrew are mostly written without, and the stress that dictionaries put on Cyrillic vowels."""
    point = ord(mark)
    return (0x64B <= point <= 0x652 or point == 0x670 or
            0x5B0 <= point <= 0x5BC or point in (0x5BF, 0x5C1, 0x5C2, 0x5C7) or
            (point in (0x300, 0x301) and unicodedata.name(before, "").startswith("CYRILLIC")))


def without_points(text):
    kept = ""
    for each in text:
        if not (kept and makes_no_letter(each, kept[-1])):
            kept += each
    return kept


def lower_beyond_first(text):
    letters = [each for each in text if unicodedata.category(each)[0] == "L"]
    return any(each.islower() for each in letters[1:])


def folded(text, taken):
    if "full-folding" in taken:
        return unicodedata.normalize("NFC", text.casefold())
    return "".join(each.casefold() if len(each.casefold()) == 1 else each for each in text)


@functools.lru_cache(maxsize=None)
def spelling(text, taken=TAKEN):
    """What two names have in common that are spelled equally."""
    text = unicodedata.normalize("NFC", narrow(text))
    if "blanks" in taken:
        text = " ".join(text.split())
    if "vowel-points" in taken:
        text = unicodedata.normalize("NFC", without_points(text))
    if "tatweel" not in taken:
        text = text.replace("\u0640", "")
    return folded(text, taken) if lower_beyond_first(text) else "=" + text


def type_of(text):
    """Types are folded to lower case with dashes."""
    return re.sub(r"[_\s]+", "-", text).lower()


def is_name(text, taken):
    """Whether equal spelling tells across documents."""
    if not lower_beyond_first(text):
        return text not in PRONOUNS
    plain = " ".join(narrow(text).split()).casefold()
    return plain not in PRONOUNS and not ("descriptions" in taken and plain.startswith(ARTICLES))


# ── What a world holds ────────────────────────────────────────────────────────────────────────────────────

class Thing:
    """A mark or a record: its names, its type, where it is from, and its ids, each with its registry."""

    def __init__(self, key, names, kind, corpus, document, ids):
        self.key, self.names, self.kind = key, names, kind
        self.corpus, self.document, self.ids = corpus, document, set(ids)

    def __repr__(self):
        return f"{self.key}:{self.names[0]}" if self.names else f"{self.key}"


def id_of(words, registries, corpus):
    """REGISTRY:ID of an N line. An actor is one of its own corpus, or of the only registry that there is."""
    registry, value = words.split(":", 1)
    if registry != "actor":
        return registry.lower(), value
    return ("corpus", corpus if corpus in registries or not registries else registries[0]), value


def without_contradictions(ids):
    """Those of the ids that are the only one of their registry."""
    return [each for each in ids if not any(other[0] == each[0] and other != each for other in ids)]


def things_of(world, taken):
    """All records, then all marks that cover something, by key: (corpus, id) and (document, id of the mark)."""
    corpora = world["corpora"]
    registries = [i for i, corpus in enumerate(corpora) if corpus.get("actors")]
    things = []
    for i, corpus in enumerate(corpora):
        for record in corpus.get("actors", ()):
            ids = [(("corpus", i), record["id"])] + [(key.lower(), value) for key, value in record.get("links", {}).items()]
            names = [record.get("name", record["id"]), *record.get("aliases", ())]
            kind = type_of(record["type"]) if "type" in record else None
            things.append(Thing((i, record["id"]), names, kind, i, None, ids))
    for document in world["documents"]:
        for mark in document["marks"]:
            if not mark["name"]:
                continue
            ids = [id_of(words, registries, document["corpus"])
                   for target, words in document.get("ids", ()) if target == mark["id"]]
            ids = ids if "two-ids-on-one" in taken else without_contradictions(ids)
            things.append(Thing((document["id"], mark["id"]), [mark["name"].replace("\n", " ")], type_of(mark["type"]),
                                document["corpus"], document["id"], ids))
    return {thing.key: thing for thing in things}


class Worked:
    """A world under a set of readings: its things, and who must differ."""

    def __init__(self, world, taken):
        self.world, self.taken = world, taken
        self.things = things_of(world, taken)
        self.apart = set()
        by_ids = united(self, self.singles(), by_id(self, None))[0] if "different-yields" in taken else []
        for i, corpus in enumerate(world["corpora"]):
            for group in corpus.get("identity", {}).get("different", ()):
                meant = [self.meant(entry, i) for entry in group]
                pairs = {frozenset(pair) for a, b in itertools.combinations(meant, 2) for pair in itertools.product(a, b)}
                if not any(pair <= actor for pair in pairs for actor in by_ids):
                    self.apart |= pairs

    def singles(self):
        return [frozenset([key]) for key in self.things]

    def spelling(self, text):
        return spelling(text, self.taken)

    def meant(self, entry, corpus):
        """Whom an entry of identity.json means: the record of that id, or all who bear that name."""
        if (corpus, entry) in self.things:
            return [(corpus, entry)]
        alike = self.spelling if "names-by-rule" in self.taken else str
        return [key for key, thing in self.things.items()
                if any(alike(name) == alike(entry) for name in thing.names) and
                ("names-for-all" in self.taken or thing.corpus == corpus)]

    def sensible(self, pair, corpus):
        """Whether a line of "different" sets nobody apart from himself."""
        one, other = (self.meant(entry, corpus) for entry in pair)
        return not set(one) & set(other) and spelling(pair[0]) != spelling(pair[1])

    def must_differ(self, one, other):
        """Two ids of one registry, or what identity.json says."""
        if frozenset((one, other)) in self.apart:
            return True
        ours, theirs = self.things[one].ids, self.things[other].ids
        if "namesakes" not in self.taken and self.are_namesakes(one, other):
            return True
        return any(a[0] == b[0] and a != b for a in ours for b in theirs)

    def are_namesakes(self, one, other):
        """Records of equal ids in two corpora which neither name nor link makes one."""
        a, b = self.things[one], self.things[other]
        records = a.document is None and b.document is None
        return records and one[0] != other[0] and one[1] == other[1] and not self.agree(a, b)

    def agree(self, a, b):
        alike = self.spelling if "same-name" in self.taken else str
        said = [{alike(name) for name in (each.names[:1] if "says-name" in self.taken else each.names)} for each in (a, b)]
        return bool(said[0] & said[1]) or bool(a.ids & b.ids)


# ── The pairs of each step ────────────────────────────────────────────────────────────────────────────────

def by_identity_file(worked, _):
    for i, corpus in enumerate(worked.world["corpora"]):
        for group in corpus.get("identity", {}).get("same", ()):
            meant = [key for entry in group for key in worked.meant(entry, i)]
            if "lines-by-component" in worked.taken or \
                    not any(worked.must_differ(a, b) for a, b in itertools.combinations(meant, 2)):
                yield from zip(meant, meant[1:])


def by_id(worked, _):
    for one, other in itertools.combinations(worked.things.values(), 2):
        records = one.document is None and other.document is None
        if one.ids & other.ids or (records and one.key[1] == other.key[1] and worked.agree(one, other)):
            yield one.key, other.key


def by_reference(worked, _):
    for one, other in itertools.combinations(worked.things.values(), 2):
        if any(isinstance(each[0], tuple) for each in one.ids & other.ids):
            yield one.key, other.key


def declares(relation, same):
    """A relation that says that its ends are one, for certain and in the document's own voice."""
    return relation["type"] in same and not (relation.get("denied") or relation.get("by")) and \
        relation.get("certainty", "certain") == "certain"


def by_declaration(worked, _):
    for document in worked.world["documents"]:
        marks = [[(document["id"], each) for each in group] for group in document.get("equiv", ())]
        same = {"Equiv", *worked.world.get("same", BY_NAME)}
        marks += [[(document["id"], end) for end in each["ends"]]
                  for each in document.get("relations", ()) if declares(each, same)]
        for group in marks:
            yield from zip(group, group[1:])
    for i, corpus in enumerate(worked.world["corpora"]):
        for claim in corpus.get("claims", ()):
            if declares(claim, worked.world.get("same", BY_NAME)):
                yield tuple((i, end) for end in claim["ends"])


def fitting(worked, thing):
    """The records to which a mark's spelling is a strong alias."""
    spelled = worked.spelling(thing.names[0])
    for other in worked.things.values():
        if other.document is not None or spelled not in map(worked.spelling, other.names):
            continue
        if "registry-for-all" in worked.taken or thing.corpus == other.corpus or \
                not worked.world["corpora"][thing.corpus].get("actors"):
            yield other


def by_alias(worked, actors):
    """To whom a spelling is a strong alias, if it is to one actor alone."""
    whose = {key: actor for actor in actors for key in actor}
    if "records-by-alias" not in worked.taken:
        yield from records_by_alias(worked, whose)
    for thing in worked.things.values():
        decided = any(worked.things[key].document is None for key in whose[thing.key])  # an id says more than an alias
        fits = [] if decided else list(fitting(worked, thing))
        actors_of = [{whose[other.key] for other in fits if other.corpus == corpus or "records-by-alias" in worked.taken}
                     for corpus in range(len(worked.world["corpora"]))]
        if max(map(len, actors_of)) == 1 and ("untyped-alias" in worked.taken or fits[0].kind in (None, thing.kind)):
            yield from ((thing.key, other.key) for other in fits)


def records_by_alias(worked, whose):
    """Records of two corpora that have an alias in common which is that of no other in its corpus."""
    records = [thing for thing in worked.things.values() if thing.document is None]
    for one, other in itertools.combinations(records, 2):
        for spelled in set(map(worked.spelling, one.names)) & set(map(worked.spelling, other.names)):
            bearers = [each for each in records if spelled in map(worked.spelling, each.names)]
            typed = "untyped-alias" in worked.taken or None in (one.kind, other.kind) or one.kind == other.kind
            alone = all(len({whose[each.key] for each in bearers if each.corpus == corpus}) < 2
                        for corpus in (one.corpus, other.corpus))
            if typed and alone and one.corpus != other.corpus:
                yield one.key, other.key


def by_spelling_in_documents(worked, actors):
    """Before what is spelled alike in others: a namesake elsewhere does not part what one document calls one."""
    return ((one, other) for one, other in by_spelling(worked, actors)
            if worked.things[one].document is not None and worked.things[one].document == worked.things[other].document)


def by_spelling_of_names(worked, actors):
    return ((one, other) for one, other in by_spelling(worked, actors) if is_name(worked.things[one].names[0], worked.taken))


def by_spelling(worked, actors):
    marks = [thing for thing in worked.things.values()
             if thing.document is not None or "marks-are-spelled" not in worked.taken]
    kinds = {thing.key: {thing.kind} - {None} for thing in marks}
    for actor in actors:
        members = [worked.things[key] for key in actor]
        recorded = {each.kind for each in members if each.document is None} - {None}
        if recorded and "type-of-mark" not in worked.taken:
            kinds |= dict.fromkeys(actor, recorded)
        elif "type-of-actor" not in worked.taken:
            kinds |= dict.fromkeys(actor, {each.kind for each in members} - {None})
    for one, other in itertools.combinations(marks, 2):
        if worked.spelling(one.names[0]) != worked.spelling(other.names[0]) or \
                (kinds[one.key] and kinds[other.key] and not kinds[one.key] & kinds[other.key]):
            continue
        if "spelled-anyway" not in worked.taken and one.document != other.document and fits_several(worked, actors, one):
            continue
        names = is_name(one.names[0], worked.taken) and worked.world.get("keep") != "document"
        if names or (one.document == other.document and one.document is not None):
            yield one.key, other.key


def fits_several(worked, actors, thing):
    fits = {record.key for record in fitting(worked, thing)}
    return sum(bool(actor & fits) for actor in actors) > 1


# ── Components ────────────────────────────────────────────────────────────────────────────────────────────

def components(parts, pairs):
    """The parts that the pairs join, merged until nothing changes any more."""
    groups = [{part} for part in parts]
    for one, other in pairs:
        touched = [group for group in groups if any(one in part or other in part for part in group)]
        if touched:
            groups = [group for group in groups if group not in touched] + [set().union(*touched)]
    return groups


def united(worked, actors, pairs):
    """The actors after a step, the components that it made one, and those that it could not, with those who must differ."""
    after, made, failed = [], [], []
    for group in components(actors, pairs):
        members = sorted(set().union(*group), key=str)
        differing = [(a, b) for a, b in itertools.combinations(members, 2) if worked.must_differ(a, b)]
        if len(group) == 1:
            after += group
        elif differing:
            after += group
            failed.append((frozenset(members), differing))
        else:
            after.append(frozenset(members))
            made.append(frozenset(members))
    return after, made, failed


class Answer:
    """The actors as sets of keys, what each step made, and what it could not."""

    def __init__(self, world, taken=TAKEN):
        worked = Worked(world, taken)
        self.things = worked.things
        proposals = [("identity.json", by_identity_file), ("id", by_id), ("equivalence", by_declaration),
                     ("alias", by_alias), ("spelling", by_spelling_in_documents), ("spelling", by_spelling_of_names)]
        if "reference" not in taken:
            proposals.insert(0, ("id", by_reference))
        self.actors, self.made, self.failed = worked.singles(), [], []
        for step, pairs in proposals:
            self.actors, made, failed = united(worked, self.actors, list(pairs(worked, self.actors)))
            self.made += [(step, each) for each in made]
            self.failed += [(step, *each) for each in failed]

    def partition(self):
        return frozenset(self.actors)


def other_readings():
    """What is taken in each other way: one question answered otherwise, and several at a time."""
    rng = random.Random(len(OPEN))
    for question in OPEN:
        yield question, TAKEN - {question}
    for _ in range(12):
        yield "several", TAKEN - set(rng.sample(sorted(OPEN), rng.randint(2, len(OPEN))))


def hangs_on(world):
    """The open questions whose other reading changes who is who."""
    answer = Answer(world).partition()
    return list(dict.fromkeys(question for question, taken in other_readings() if Answer(world, taken).partition() != answer))
