# SPDX-License-Identifier: GPL-2.0-or-later
"""When claims hold, day by day. A claim is taken as the courses of events that its words allow (`readings`), each a first
and a last day on which the relation held. Surely means in every reading, on some day of the question; presumably is asked
of each day of the question: had it begun, had it not ended, had nothing broken it?"""
import bisect
import datetime
import json
import re

# The day before, and after, every other.
BEFORE, AFTER = 0, 10**7
LEVELS = ("surely", "presumably", "possibly")
CERTAINTIES = ("possible", "probable", "certain")
# Where the words and the formulas of the program part, each decided for the words if it is named in WORDS.
CONTESTED = {
    "begun-before-ended": "in a/b no reading ends before it begins, so that 2021/2021-03 has begun by the end of March",
    "whole-witness": "what lies wholly after a witness lies after all days it may speak of: the last of its end or publication",
    "end-is-held": "a state holds on the day of its stated end, or of what ends it: both break others from the day after",
    "mirrored": "a claim of a symmetric type speaks of both directions, also of a directed kind",
    "doubt-is-unsure": "what ? ~ % put in doubt is not sure within the date as written",
    "published": "no document tells of what is not yet: events, beginnings and ends too lie before its publication",
    "ender-kinds": "a kind of a type that ends something ends it too",
    "open-question": "an event without a date surely happened in ../q if it was published by q",
}
WORDS = set(CONTESTED) - {"doubt-is-unsure"}


# ── Dates ─────────────────────────────────────────────────────────────────────────────────────────────────

def month_day(year, month):
    """The first day of a month; months count on over the year's ends."""
    return datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()


def window(text):
    """First and last day of a date, and both when ? ~ % have moved them by one unit of its precision."""
    bare = text.rstrip("?~%")
    if re.fullmatch(r"\d{4}-\d\d-\d\d", bare):
        first = last = datetime.date.fromisoformat(bare).toordinal()
        return first, last, first - (bare != text), last + (bare != text)
    parts = bare.split("-")
    year = int(parts[0].replace("X", "0"))
    if len(parts) == 1:
        month, months = 1, 120 if "X" in bare else 12
    elif parts[1] == "XX":
        month, months = 1, 12
    elif int(parts[1]) > 20:
        month, months = 3 * (int(parts[1]) - 20), 3  # 21 is spring: March, April, May; 24 is December with what follows
    else:
        month, months = int(parts[1]), 1
    doubt = months if bare != text else 0
    return (month_day(year, month), month_day(year, month + months) - 1,
            month_day(year, month - doubt), month_day(year, month + months + doubt) - 1)


class When:
    """A date as written: its form, and the windows of its beginning and end where it states them."""

    def __init__(self, text):
        if "/" not in text:
            self.form, self.begin, self.end = "point", window(text), window(text)
            return
        begin, end = text.split("/")
        self.form = "/".join(("a" if begin.strip(".") else begin, "b" if end.strip(".") else end))
        self.begin = window(begin) if begin.strip(".") else None
        self.end = window(end) if end.strip(".") else None

    def days(self):
        return [day for each in (self.begin, self.end) if each for day in each]


class Calendar:
    """The days that are tried: those that somebody names, their neighbours, and one beyond at each side. Between two of
    them nothing changes, which the self-test checks by trying every day."""

    def __init__(self, named, every=False):
        days = range(min(named) - 2, max(named) + 3) if every else {day + step for day in named for step in (-1, 0, 1)}
        self.days = sorted({BEFORE, AFTER, *days})

    def between(self, first, last):
        return self.days[bisect.bisect_left(self.days, first):bisect.bisect_right(self.days, last)]


# ── The oracle ────────────────────────────────────────────────────────────────────────────────────────────

class Told:
    """A claim with all that its days depend on."""

    def __init__(self, claim, types, documents):
        self.id, self.type, self.ends = claim["id"], claim["type"], (claim["from"], claim["to"])
        self.document, self.certainty = claim.get("document"), claim.get("certainty", "certain")
        self.denies = claim.get("stance") == "denies"
        self.state = types[self.type].get("kind", "state") == "state"
        self.symmetric = types[self.type].get("symmetric", False)
        published = documents.get(self.document, {}).get("published")
        self.published = window(published) if published else None
        self.when = When(claim["when"]) if "when" in claim else None
        self.form = self.when.form if self.when else "none"
        self.begin = self.when.begin if self.when else self.published
        self.end = self.when.end if self.when else self.published
        self.dated = self.when is not None or self.published is not None
        self.states_begin = self.form in ("a/b", "a/..", "a/", "../b")
        self.states_end = self.form in ("a/b", "../b", "/b")

    def days(self):
        return [*(self.when.days() if self.when else ()), *(self.published or ())]


class World:
    def __init__(self, world, questions, every=False):
        self.types = {each["id"]: each for each in world["types"]}
        documents = {each["id"]: each for each in world["documents"]}
        self.told = [Told(claim, self.types, documents) for claim in world["claims"]]
        named = [day for told in self.told for day in told.days()]
        for question in questions:
            named += When(question.get("as_of") or question.get("during") or "2021").days()
        self.calendar = Calendar(named or [1], every)
        self.known = {}

    def lineage(self, kind):
        """The type and the types that it is a kind of."""
        while kind is not None:
            yield kind
            kind = self.types[kind].get("parent")

    def readings(self, told, widest=False):
        key = told.id, widest
        if key not in self.known:
            self.known[key] = list(self.read_event(told) if not told.state else self.read_state(told, widest))
        return self.known[key]

    def days_of(self, told, span, widest=False):
        """The days of a window: of an attestation none after the publication, unless it begins later, as a text that
        speaks of the future."""
        if not span:
            return []
        days = self.calendar.between(*(span[2:] if widest else span[:2]))
        cut = told.state and told.form == "point" or "published" in WORDS
        cut = cut and told.published and all(each[0] <= told.published[1] for each in (told.begin, told.end) if each)
        return [day for day in days if day <= told.published[1]] if cut else days

    def read_state(self, told, widest):
        """Every first and last day of which the claim may say that the state held from the one to the other."""
        begins, ends = self.days_of(told, told.begin, widest), self.days_of(told, told.end, widest)
        if told.form in ("point", "none"):
            return [(day, day) for day in begins]
        if told.form == "a/b":
            return [(s, e) for s in begins for e in ends if s <= e or "begun-before-ended" not in WORDS]
        if told.form == "a/..":  # still, when published
            still = told.published and told.begin[0] <= told.published[1]
            days = self.calendar.between(*told.published[:2]) if still else []
            return [(s, p) for s in begins for p in days if s <= p] if still else [(s, s) for s in begins]
        if told.form == "a/":
            return [(s, s) for s in begins]
        if told.form == "../b":
            return [(BEFORE, e) for e in ends]
        return [reading for e in ends for reading in ((BEFORE, e), (e, e))]

    def read_event(self, told):
        """The same for what happens once; where it began is unknown, only that it was by its end is said."""
        if told.form == "none":
            return [(day, day) for day in self.calendar.between(BEFORE, told.published[1])]
        first, last = told.begin or told.end, told.end or told.begin
        days = self.days_of(told, (first[0], last[1], first[2], last[3]), "doubt-is-unsure" in WORDS)
        return [(day, day) for day in days]

    def same_ends(self, told, other):
        either = told.symmetric or ("mirrored" in WORDS and other.symmetric)
        return told.ends == other.ends or (either and told.ends == other.ends[::-1])

    def first_said(self, told):
        """The day from which something is said to be so: of a beginning that nobody states, the end's first day."""
        return told.begin[0] if told.begin else told.end[0]

    def ends_it(self, ender, told):
        """Whether a claim of such a type, about these actors, ends the state."""
        for kind in self.lineage(ender.type) if "ender-kinds" in WORDS else (ender.type,):
            ends = self.types[kind].get("ends", {})
            wanted = set(self.lineage(told.type)) | {"*"}
            pair, to = ([each] if isinstance(each, str) else each for each in (ends.get("pair", []), ends.get("to", [])))
            done_to = set(ender.ends) if ender.symmetric else {ender.ends[1]}
            if wanted & set(pair) and set(ender.ends) == set(told.ends) or wanted & set(to) and done_to & set(told.ends):
                return True
        return False

    def breaks(self, told, other):
        """The days on which another claim breaks the presumption that this one goes on, each the first of such a break. What
        is only possible does not break what is more than that."""
        if other is told or not other.dated or other.certainty == "possible" != told.certainty:
            return
        of_it = other.type in self.lineage(told.type) and self.same_ends(told, other)
        if told.denies:
            if not other.denies and told.type in self.lineage(other.type) and self.same_ends(told, other):
                yield min(s for s, _ in self.readings(other))
            return
        if other.denies:
            if of_it:
                yield min(s for s, _ in self.readings(other))
            return
        held = "end-is-held" in WORDS
        if of_it and other.states_end:
            yield min(e for _, e in self.readings(other)) + held
        if self.ends_it(other, told):
            yield self.first_said(other) + held

    def last_spoken(self, told):
        """The last day of which a witness speaks."""
        readings = self.readings(told)
        if "whole-witness" in WORDS:
            return max(e for _, e in readings)
        return max(max(s for s, _ in readings), min(e for _, e in readings))

    def state_on_some(self, told, asked, level, evidence):
        if level == "surely":
            readings = self.readings(told, "doubt-is-unsure" in WORDS)
            return all(s <= asked[-1] and asked[0] <= e for s, e in readings)
        widest = level == "possibly"
        begins = {s for s, _ in self.readings(told)} | set(self.days_of(told, told.begin, True) if widest else ())
        if widest and self.is_first(told, evidence):
            begins.add(BEFORE)
        ends = self.days_of(told, told.end, widest) if told.states_end else [AFTER]
        spoken = self.last_spoken(told)
        broken = [day for other in evidence for day in self.breaks(told, other) if day > spoken]
        return any(any(s <= day for s in begins) and any(day <= e for e in ends) and not any(b <= day for b in broken)
                   for day in asked)

    def is_first(self, told, evidence):
        """Whether it is the tie's first witness (or the first that denies it), and none states a beginning."""
        tie = [other for other in evidence if other.dated and other.type == told.type and other.denies == told.denies
               and self.same_ends(told, other)]
        first = min(s for other in tie for s, _ in self.readings(other))
        return not any(other.states_begin for other in tie) and first == min(s for s, _ in self.readings(told))

    def had_happened(self, told, asked, level):
        if level == "surely":
            begun = told.form in ("a/..", "a/") and self.days_of(told, told.begin, "doubt-is-unsure" in WORDS)
            return all(day <= asked[-1] for day in begun or [e for _, e in self.readings(told)])
        if level == "presumably":
            return self.first_said(told) <= asked[-1]
        return told.form in ("none", "../b", "/b") or told.begin[2] <= asked[-1]

    def happened_in(self, told, asked, level):
        if level == "surely":
            if told.form == "none" and "open-question" not in WORDS:
                return False
            return all(s <= asked[-1] and asked[0] <= e for s, e in self.readings(told))
        widest = level == "possibly"
        first = self.first_said(told)
        if widest:
            first = BEFORE if told.form in ("none", "../b", "/b") else told.begin[2]
        last = max(self.days_of(told, told.end, widest), default=AFTER)
        return any(first <= day <= last for day in asked)

    def holds(self, told, question, level, evidence):
        if not told.dated:
            return level != "surely"
        text = question.get("as_of") or question["during"]
        when = When(text)
        asked = self.calendar.between(when.begin[0] if when.begin else BEFORE, when.end[1] if when.end else AFTER)
        if told.state:
            return self.state_on_some(told, asked, level, evidence)
        return (self.had_happened if "as_of" in question else self.happened_in)(told, asked, level)


def is_evidence(told, question):
    """Filters of evidence choose witnesses and breakers alike."""
    if "document" in question and told.document != question["document"] or \
            "not_document" in question and told.document == question["not_document"]:
        return False
    if CERTAINTIES.index(told.certainty) < CERTAINTIES.index(question.get("certainty", "possible")):
        return False
    if "known_by" in question and (told.published is None and question.get("dated") or
                                   told.published and told.published[1] > window(question["known_by"])[1]):
        return False
    return not question.get("dated") or told.when is not None


def counting(world, question, every=False):
    """The claims that count in the answer, with the surest level at which each does (None where no day is asked about)."""
    known = World(world, [question], every)
    evidence = [told for told in known.told if is_evidence(told, question)]
    counted = {}
    for told in evidence:
        if "relation" in question and question["relation"] not in known.lineage(told.type):
            continue
        timed = "as_of" in question or "during" in question
        levels = [level for level in LEVELS if known.holds(told, question, level, evidence)] if timed else [None]
        # What is surer is less sure too: surely, presumably, possibly.
        if timed and levels != list(LEVELS[3 - len(levels):]):
            raise AssertionError(f"{told.id} is {levels}: {json.dumps([world, question])}")
        if not timed or question.get("level", "presumably") in levels:
            counted[told] = levels[0] if told.dated else "possibly" if timed else None
    return counted


def ties(counted):
    """{(type, from, to): {claim: level}} of the ties that a claim affirms; a symmetric type's ends are in order."""
    found = {}
    for told, level in counted.items():
        ends = tuple(sorted(told.ends)) if told.symmetric else told.ends
        found.setdefault((told.type, *ends), {})[told.id] = level
    affirmed = {told.id for told in counted if not told.denies}
    return {tie: claims for tie, claims in found.items() if affirmed & set(claims)}
