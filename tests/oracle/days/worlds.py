# SPDX-License-Identifier: GPL-2.0-or-later
"""Small random worlds and questions about them; and a world that fails made smaller."""
import random

from .oracle import CERTAINTIES, LEVELS, window

DAYS = "2020-02-29 2020-11-05 2021-02-28 2021-03-01 2021-03-15 2021-03-31 2021-04-01 2021-05-20 2022-01-01 2022-12-31".split()
MONTHS = "2020-02 2020-11 2021-02 2021-03 2021-04 2021-08 2021-12 2022-06".split()
POINTS = [DAYS, MONTHS, ["2020", "2021", "2022"], ["202X", "2021-XX"], ["2020-24", "2021-21", "2021-22", "2021-23"]]


def some_point(rng, doubt=0.25):
    point = rng.choice(rng.choices(POINTS, (10, 7, 3, 1, 1))[0])
    return point + (rng.choice("?~%") if rng.random() < doubt and not point.endswith("XX") else "")


def some_interval(rng, doubt=0.25):
    while True:
        begin, end = some_point(rng, doubt), some_point(rng, doubt)
        if window(begin)[0] <= window(end)[1]:
            return f"{begin}/{end}"


def some_when(rng):
    form = rng.choices(("none", "point", "a/b", "a/..", "a/", "../b", "/b"), (2, 6, 4, 2, 1, 1, 1))[0]
    made = {"point": some_point(rng), "a/b": some_interval(rng)}
    return made.get(form) or (form.replace("a", some_point(rng)).replace("b", some_point(rng)) if form != "none" else None)


def some_types(rng):
    # A symmetric kind of a directed state, or a directed kind of a symmetric one, as often as not.
    types = [{"id": "s", "kind": "state", "symmetric": rng.random() < 0.3},
             {"id": "k", "kind": "state", "symmetric": rng.random() < 0.3, "parent": "s"},
             {"id": "kk", "kind": "state", "parent": "k"},
             {"id": "y", "kind": "state", "symmetric": True},
             {"id": "e", "kind": "event", "symmetric": rng.random() < 0.2},
             {"id": "ek", "kind": "event", "parent": "e"},
             {"id": "x", "kind": rng.choice(("event", "event", "state")), "ends": {"pair": rng.choice((["s"], ["k", "y"]))}},
             {"id": "z", "kind": "event", "symmetric": rng.random() < 0.2,
              "ends": {"to": rng.choice(("*", ["s"], ["k", "y"]))}},
             {"id": "zz", "kind": "event", "parent": "z"}]
    chosen = {"s", *rng.sample([each["id"] for each in types[1:]], rng.randint(2, 5))}
    for child, parent in (("kk", "k"), ("ek", "e"), ("zz", "z")):
        chosen |= {parent} if child in chosen else set()
    for each in types:
        for key, kinds in each.get("ends", {}).items():
            each["ends"][key] = kinds if kinds == "*" else [kind for kind in kinds if kind in chosen] or ["s"]
    return [each for each in types if each["id"] in chosen]


def some_world(rng):
    types, actors = some_types(rng), [f"a{i}" for i in range(rng.randint(3, 5))]
    documents = [{"id": f"d{i}", "origin": f"o{i}"} for i in range(rng.randint(1, 3))]
    for document in documents:
        if rng.random() < 0.75:
            document["published"] = rng.choice(rng.choices(POINTS[:3], (5, 3, 1))[0])
    # Claims are few: they break one another only where the actors and states that they speak of are fewer still.
    pairs = [rng.sample(actors, 2) for _ in range(rng.randint(1, 2))]
    kinds = [each["id"] for each in types]
    weights = [4 if each["id"] in ("s", "k", "kk") else 2 if "ends" in each else 1 for each in types]
    claims = []
    for i in range(rng.randint(3, 10)):
        ends = list(rng.choice(pairs)) if rng.random() < 0.8 else rng.sample(actors, 2)
        claim = {"id": f"c{i}", "type": rng.choices(kinds, weights)[0], "from": ends[0], "to": ends[1]}
        claim |= {"from": ends[1], "to": ends[0]} if rng.random() < 0.15 else {}
        claim |= {"document": rng.choice(documents)["id"]} if rng.random() < 0.7 else {}
        claim |= {"stance": "denies"} if rng.random() < 0.25 else {}
        claim |= {"certainty": rng.choice(CERTAINTIES)} if rng.random() < 0.5 else {}
        when = some_when(rng)
        claims.append(claim | ({"when": when} if when else {}))
    return {"types": types, "actors": [{"id": actor} for actor in actors], "documents": documents, "claims": claims}


def some_question(rng, world):
    question = {}
    kind = rng.random()
    if kind < 0.55:
        question["as_of"] = some_point(rng, doubt=0)
    elif kind < 0.95:
        point = some_point(rng, doubt=0)
        question["during"] = rng.choice((point, f"{point}/..", f"../{point}", *[some_interval(rng, doubt=0)] * 5))
    if question:
        question["level"] = rng.choice(LEVELS)
    document = rng.choice(world["documents"])["id"]
    for key, value in (("dated", True), ("known_by", some_point(rng, doubt=0)), ("certainty", rng.choice(CERTAINTIES)),
                       ("not_document", document), ("document", document), ("relation", rng.choice(world["types"])["id"])):
        if rng.random() < 0.1:
            question[key] = value
    return question


def random_worlds(count, seed=2021):
    rng = random.Random(seed)
    for _ in range(count):
        world = some_world(rng)
        yield world, [some_question(rng, world) for _ in range(10)]


def smaller(world):
    """The world with one claim or one date of publication less."""
    for i in range(len(world["claims"])):
        yield world | {"claims": world["claims"][:i] + world["claims"][i + 1:]}
    for i, document in enumerate(world["documents"]):
        if "published" in document:
            bare = {key: value for key, value in document.items() if key != "published"}
            yield world | {"documents": [*world["documents"][:i], bare, *world["documents"][i + 1:]]}
    for i, claim in enumerate(world["claims"]):
        for key in {"document", "certainty", "when"} & set(claim):
            bare = {other: value for other, value in claim.items() if other != key}
            yield world | {"claims": [*world["claims"][:i], bare, *world["claims"][i + 1:]]}


def shrink(world, fails):
    """The smallest world that still fails, as far as one step after another leads there."""
    while True:
        less = next((less for less in smaller(world) if less["claims"] and fails(less)), None)
        if less is None:
            return world
        world = less
