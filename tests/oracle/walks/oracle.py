# SPDX-License-Identifier: GPL-2.0-or-later
"""All walks between two actors that a question allows, and of these the ones that it asks for.

A question is a dictionary: from, to; along (a pattern); mode; k, all, groups, every or any; order; max_hops, via, avoid, directed,
in_order, same_document, same_origin; and the options of the selection."""
import heapq
import itertools
from fractions import Fraction

from .graph import Graph
from .pattern import nullable, read, steps

EITHER = ("alt", ("hop", ("any", None, None), False), ("hop", ("any", None, None), True))
MODES = ("walk", "trail", "acyclic", "simple")
ORDERS = ("shortest", "strongest", "most_reliable", "avoid_hubs")


class TooMany(Exception):
    """More walks than a brute force should look at."""


class Walk:
    """A walk from the first actor: its hops, each (tie, next actor), and in what ways the pattern can have led here."""

    def __init__(self, actor, ways, hops=()):
        self.actor, self.ways, self.hops = actor, ways, hops

    def names(self):
        """The hops as an answer gives them: relation, direction, next actor; which way a loop is walked is all the same."""
        return [(tie.relation, tie.direction(to), to) for tie, to in self.hops]


def pattern_of(question):
    if "along" in question:
        return read(question["along"])
    return ("rep", EITHER[1] if question.get("directed") else EITHER, 0, None)


def mode_of(question):
    return question.get("mode", "trail" if "along" in question else "acyclic")


class Search:
    def __init__(self, world, question):
        self.question, self.graph = question, Graph(world, question)
        self.mode = mode_of(question)
        self.start, self.goal = question["from"], question["to"]

    def first(self):
        """No hop yet: all of the pattern is left, and documents and days are open."""
        return Walk(self.start, frozenset([(pattern_of(self.question), None, None)]))

    def matches(self, walk):
        passes = self.graph.passes(walk.actor)
        return any(nullable(left, passes) for left, _, _ in walk.ways)

    def arrives(self, walk):
        visited = {self.start, *(to for _, to in walk.hops)}
        arrived = walk.actor == self.goal and visited >= set(self.question.get("via", ())) and self.matches(walk)
        return arrived and (bool(walk.hops) or self.graph.is_there(walk.actor))

    def may_go(self, walk, tie, to):
        """What the mode says, whatever the pattern."""
        if to in self.graph.avoided:
            return False
        visited = [self.start, *(actor for _, actor in walk.hops)]
        if self.mode == "trail":
            return tie.number not in {used.number for used, _ in walk.hops}
        if self.mode == "acyclic":
            return to not in visited
        if self.mode == "simple":
            closed = len(visited) > 1 and visited[-1] == self.start
            return not closed and to not in visited[1:]
        return True

    def onward(self, walk):
        """The walks that are one hop longer."""
        passes = self.graph.passes(walk.actor)
        wanted = [(hop, rest, who, day) for left, who, day in walk.ways for hop, rest in steps(left, passes)]
        for tie in self.graph.at[walk.actor]:
            ways = {}
            for against, to in self.graph.ways(tie, walk.actor):
                if self.may_go(walk, tie, to):
                    ways.setdefault(to, set()).update(
                        each for hop, left, who, day in wanted if hop[1] == against and self.graph.is_wanted(tie, hop[0])
                        for each in self.in_common(tie, left, who, day))
            for to, found in ways.items():
                if found:
                    yield Walk(to, frozenset(found), (*walk.hops, (tie, to)))

    def in_common(self, tie, left, who, day):
        """What is left, with each document or origin that all hops so far have in common, if they have to, and the first day on
        which one can be here by its claims."""
        everybody = tie.shared(self.question) if self.question.keys() & {"same_document", "same_origin"} else {None}
        for one in everybody if who is None else everybody & {who}:
            days = self.graph.days_of(tie, one) if self.question.get("in_order") else None
            soonest = day if days is None else min((each for each in days if day is None or each >= day), default=-1)
            if soonest != -1:
                yield left, one, soonest

    # ── All walks ──────────────────────────────────────────────────────────────────────────────────────────

    def all_walks(self, most=40000):
        """Every walk that arrives, by length; in mode walk only within max_hops."""
        level, n_seen, longest = [self.first()], 0, self.question.get("max_hops")
        if self.start in self.graph.avoided:
            return
        for length in itertools.count():
            yield from (walk for walk in level if self.arrives(walk))
            if longest is not None and length >= longest or not level:
                return
            level = [longer for walk in level for longer in self.onward(walk)]
            n_seen += len(level)
            if n_seen > most:
                raise TooMany

    def state(self, walk):
        seen = frozenset({self.start, *(to for _, to in walk.hops)} & set(self.question.get("via", ())))
        return walk.actor, walk.ways, seen

    def distances(self, most=3000):
        """In mode walk: how many hops each state, which is all that matters of a walk, is from where a walk arrives."""
        first = self.first()
        walks, before, ends = {self.state(first): first}, {}, []
        queue = [first]
        for walk in queue:
            if len(walks) > most:
                raise TooMany
            here = self.state(walk)
            if self.arrives(walk):
                ends.append(here)
            for longer in self.onward(walk):
                there = self.state(longer)
                before.setdefault(there, set()).add(here)
                if there not in walks:
                    walks[there] = longer
                    queue.append(longer)
        return self.levels(ends, before)

    @staticmethod
    def levels(ends, before):
        distance, level, length = {}, set(ends), 0
        while level:
            distance |= dict.fromkeys(level, length)
            level = {each for here in level for each in before.get(here, ())} - set(distance)
            length += 1
        return distance

    def shortest_walks(self, most=40000):
        """In mode walk, which may never end: the walks that arrive, by length; only what can still arrive is walked on."""
        distance, level = self.distances(), [self.first()]
        longest, n_seen = self.question.get("max_hops"), 0
        for length in itertools.count():
            yield from (walk for walk in level if self.arrives(walk))
            level = [longer for walk in level for longer in self.onward(walk)
                     if self.state(longer) in distance
                     and (longest is None or length + 1 + distance[self.state(longer)] <= longest)]
            n_seen += len(level)
            if not level:
                return
            if n_seen > most:
                raise TooMany

    def walks(self):
        if self.start in self.graph.avoided or self.goal in self.graph.avoided:
            return iter(())
        if self.mode == "walk" and self.question.get("order", "shortest") == "shortest":
            return self.shortest_walks()
        if self.mode == "walk" and "max_hops" not in self.question:
            raise TooMany
        return self.all_walks()

    # ── Which of them ──────────────────────────────────────────────────────────────────────────────────────

    def cost(self, walk):
        """What the order compares first: the less the better."""
        ties = [tie for tie, _ in walk.hops]
        order = self.question.get("order", "shortest")
        if order == "strongest":
            return min(((tie.strength, tie.certainty) for tie in ties), default=(10**6, 0)), True
        if order == "most_reliable":
            product = Fraction(1)
            for tie in ties:
                product *= tie.confidence
            return product, True
        if order == "avoid_hubs":
            return sum(self.graph.degree(to) for _, to in walk.hops[:-1]), False
        return len(ties), False

    def key(self, walk):
        """The order: the cost, hops, then hop by hop."""
        cost, most_is_best = self.cost(walk)
        if most_is_best:
            cost = tuple(-part for part in cost) if isinstance(cost, tuple) else -cost
        return cost, len(walk.hops), [(to, -tie.corroboration, tie.relation, tie.direction(to) == "backward")
                                       for tie, to in walk.hops]

    def chosen(self):
        """What the selector asks for, in order."""
        question = self.question
        if question.get("order", "shortest") == "shortest":
            return self.chosen_by_length(self.walks())
        found = sorted(self.walks(), key=self.key)
        if "k" in question:
            return found[:question["k"]]
        if "groups" in question:
            costs = sorted({self.key(walk)[:2] for walk in found})[:question["groups"]]
            return [walk for walk in found if self.key(walk)[:2] in costs]
        if question.get("all"):
            return [walk for walk in found if self.key(walk)[:2] == self.key(found[0])[:2]]
        return found if question.get("every") else found[:1]

    def chosen_by_length(self, walks):
        """The same where walks come by their length, of which there may be no end."""
        question, chosen = self.question, []
        groups = question.get("groups", 1 if question.get("all") else None)
        for _, group in itertools.groupby(walks, key=lambda walk: len(walk.hops)):
            chosen += sorted(group, key=self.key)
            if groups is not None:
                groups -= 1
            if groups == 0 or groups is None and not question.get("every") and len(chosen) >= question.get("k", 1):
                break
        return chosen if groups is not None or question.get("every") else chosen[:question.get("k", 1)]


def exists(world, question):
    """Whether there is any walk at all."""
    search = Search(world, {key: value for key, value in question.items() if key != "order"})
    return next(iter(search.walks()), None) is not None


def follow(world, question, names):
    """The walk of these hops, if it is one that the question allows."""
    search = Search(world, question)
    walk = search.first()
    if len(names) > question.get("max_hops", len(names)):
        return None
    for name in names:
        walk = next((longer for longer in search.onward(walk) if longer.names()[-1] == name), None)
        if walk is None:
            return None
    return walk if search.arrives(walk) else None


def best_cost(world, question):
    """The least cost of any walk, or None, by the states of the search (Dijkstra 1959): for walks that never end."""
    search = Search(world, question)
    number, settled = itertools.count(), set()
    heap = [(search.key(search.first()), next(number), search.first())]
    while heap:
        key, _, walk = heapq.heappop(heap)
        if search.arrives(walk):
            return key[0]
        if search.state(walk) not in settled:
            settled.add(search.state(walk))
            for longer in search.onward(walk):
                heapq.heappush(heap, (search.key(longer), next(number), longer))
    return None
