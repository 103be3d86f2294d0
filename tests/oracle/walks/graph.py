# SPDX-License-Identifier: GPL-2.0-or-later
"""The ties of a selection, with what claims say of each: corroboration, strength, confidence, days, documents, origins."""
from fractions import Fraction

from days.oracle import AFTER, BEFORE, CERTAINTIES, When, World, counting

CONFIDENCE = {"certain": Fraction(93, 100), "probable": Fraction(3, 4), "possible": Fraction(1, 2)}
SELECTING = ("by", "relation", "certainty", "during", "as_of", "level", "document", "not_document", "known_by", "dated")


def selection_of(question):
    return {key: question[key] for key in SELECTING if key in question}


def origin(claim, world):
    return world["origins"].get(claim.get("document"))


def speakers(claim, world):
    """Those through whom it reached the document, the last of them its voice; where nobody is quoted that is the origin."""
    said = claim.get("by", origin(claim, world))
    return said if isinstance(said, list) else [said]


class Tie:
    def __init__(self, number, relation, ends, symmetric, claims, world):
        self.number, self.relation, self.ends, self.symmetric = number, relation, ends, symmetric
        self.claims, self.world = claims, world
        self.affirming = [claim for claim in claims if claim.get("stance") != "denies"]
        denying = [claim for claim in claims if claim.get("stance") == "denies"]
        self.corroboration, self.contradiction = self.sources(self.affirming), self.sources(denying)
        self.strength = max(self.corroboration - self.contradiction, 0)
        self.certainty = max(CERTAINTIES.index(claim.get("certainty", "certain")) for claim in self.affirming)
        self.confidence = max(Fraction(claim["confidence"]).limit_denominator(1000) if "confidence" in claim
                              else CONFIDENCE[claim.get("certainty", "certain")] for claim in self.affirming)
        if denying:
            self.confidence *= Fraction(self.corroboration, self.corroboration + self.contradiction)

    def direction(self, to):
        """How it is walked to the actor, as answers order them: along, against."""
        return "both" if self.symmetric else "forward" if self.ends[1] == to else "backward"

    def sources(self, claims):
        """The smaller of the numbers of origins and of voices."""
        voices = {speakers(claim, self.world)[-1] for claim in claims}
        return min(len({origin(claim, self.world) for claim in claims}), len(voices))

    def who(self, claim, question):
        """The document or the origin of a claim, whichever all hops have to have in common; a claim without a document has none."""
        return claim.get("document") if question.get("same_document") else origin(claim, self.world)

    def shared(self, question):
        return {self.who(claim, question) for claim in self.affirming} - {None}


class Graph:
    """The ties that a selection leaves, and those that it leaves together with the conditions of a hop."""

    def __init__(self, world, question):
        self.question, self.selection = question, selection_of(question)
        self.world = world | {"origins": {each["id"]: each.get("origin", each["id"]) for each in world["documents"]}}
        self.types = {each["id"]: each for each in world["types"]}
        self.kinds_of_actors = {each["id"]: each.get("type") for each in world["actors"]}
        self.avoided = set(question.get("avoid", ()))
        self.loops = not question.get("no_loops")
        self.narrowed, self.numbers, self.days = {}, {}, {}
        self.ties = self.narrow(None)
        self.at = {actor: [] for actor in self.kinds_of_actors}
        for tie in self.ties.values():
            for actor in sorted(set(tie.ends)):
                self.at[actor].append(tie)

    def lineage(self, kind):
        while kind is not None:
            yield kind
            kind = self.types[kind].get("parent")

    def is_there(self, actor):
        """Of whom the documents that are selected make no claim there is no path without hops either."""
        only = {key: value for key, value in self.selection.items() if key in ("document", "not_document", "known_by")}
        return not only or any(actor in told.ends for told in counting(self.world, only))

    def narrow(self, conditions):
        """The ties, by relation and ends, of the claims that are left with the conditions in the place of the selection's
        options of those names."""
        if conditions not in self.narrowed:
            counted = self.counted(self.selection | dict(conditions or ()))
            found = {}
            for claim in self.world["claims"]:
                if claim["id"] in counted:
                    found.setdefault(self.key(claim), []).append(claim)
            self.narrowed[conditions] = {key: self.tie(key, claims) for key, claims in found.items() if self.is_tie(key, claims)}
        return self.narrowed[conditions]

    def counted(self, selection):
        """The ids of the claims that count; who says so chooses evidence, as documents do, so that it hides breakers too."""
        said = [claim for claim in self.world["claims"] if selection.get("by") in (None, *speakers(claim, self.world))]
        return {told.id for told in counting(self.world | {"claims": said}, selection)}

    def key(self, claim):
        ends = (claim["from"], claim["to"])
        return (claim["type"], *(sorted(ends) if self.types[claim["type"]].get("symmetric") else ends))

    def is_tie(self, key, claims):
        return (self.loops or key[1] != key[2]) and any(claim.get("stance") != "denies" for claim in claims)

    def tie(self, key, claims):
        number = self.numbers.setdefault(key, len(self.numbers))
        return Tie(number, key[0], key[1:], bool(self.types[key[0]].get("symmetric")), claims, self.world)

    def passes(self, actor):
        """Which tests of a pattern the actor passes."""
        def pass_test(test):
            is_so = actor in test[3] if test[1] == "id" else self.kinds_of_actors[actor] in test[3]
            return is_so != test[2]
        return pass_test

    def is_wanted(self, tie, wanted):
        kind, what = wanted[:2]
        if kind == "not":
            return not any(self.is_wanted(tie, each) for each in what)
        if kind == "sign":
            fits = self.types[tie.relation].get("sign", 0) == what
        else:
            fits = kind == "any" or what in self.lineage(tie.relation)
        return fits and (wanted[2] is None or self.key_of(tie) in self.narrow(wanted[2]))

    @staticmethod
    def key_of(tie):
        return (tie.relation, *tie.ends)

    def ways(self, tie, actor):
        """(against, next actor) for each way in which the tie leads on from the actor."""
        if tie.symmetric:
            other = tie.ends[1] if tie.ends[0] == actor else tie.ends[0]
            return [(False, other), (True, other)]
        return [(way, tie.ends[not way]) for way in (False, True) if tie.ends[way] == actor]

    def degree(self, actor):
        """How many others the actor has a tie with."""
        return len({end for tie in self.at[actor] for end in tie.ends} - {actor})

    def days_of(self, tie, who):
        """The days on which the tie can be walked, by the claims of the document or origin in common, if there has to be one; and
        None where a claim has no day at all."""
        key = self.key_of(tie), who
        if key not in self.days:
            self.days[key] = self.days_by_claims([claim for claim in tie.affirming
                                                  if who is None or tie.who(claim, self.question) == who])
        return self.days[key]

    def days_by_claims(self, claims):
        known = World(self.world, [self.selection])
        affirming = {claim["id"] for claim in claims}
        told = [each for each in known.told if each.id in affirming]
        if not all(each.dated for each in told):
            return None
        days = []
        level = self.selection.get("level", "presumably")
        asked = When(self.selection["during"]) if "during" in self.selection else None
        for day in known.calendar.days:
            if asked and not (asked.begin[0] if asked.begin else BEFORE) <= day <= (asked.end[1] if asked.end else AFTER):
                continue
            if any(self.on_day(known, each, day, level) for each in told):
                days.append(day)
        return days

    @staticmethod
    def on_day(known, told, day, level):
        if told.state:
            return known.state_on_some(told, [day], level, known.told)
        return known.happened_in(told, [day], level)
