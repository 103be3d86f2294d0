# SPDX-License-Identifier: GPL-2.0-or-later
"""Small random multigraphs of claims, patterns, and questions; and what fails made smaller."""
import random

from .oracle import MODES, ORDERS, mode_of

TYPES = [{"id": "a", "sign": -1, "kind": "event"}, {"id": "ak", "sign": -1, "kind": "event", "parent": "a"},
         {"id": "b", "sign": 1, "kind": "state"}, {"id": "bk", "sign": 0, "kind": "state", "symmetric": True, "parent": "b"},
         {"id": "s", "sign": 0, "kind": "event", "symmetric": True}]
CERTAINTIES = ("possible", "probable", "certain")
DAYS = ("2020", "2020-05", "2020-05-09", "2021", "2021-02", "2021-02-20", "2021-03-01", "2022", "2022-06-30")
SPEAKERS = ("un", "press")
SELECTORS = {"k", "all", "groups", "every"}


def some_claim(rng, number, types, actors, documents, dated):
    ends = [rng.choice(actors)] * 2 if rng.random() < 0.12 else rng.sample(actors, 2)
    claim = {"id": f"c{number}", "type": rng.choice(types), "from": ends[0], "to": ends[1]}
    for key, likely, values in (("document", 0.85, documents), ("certainty", 0.4, CERTAINTIES), ("stance", 0.15, ("denies",)),
                                ("by", 0.25, (*SPEAKERS, ["un", "press"])), ("confidence", 0.15, (0.25, 0.5, 1))):
        if rng.random() < likely:
            claim[key] = rng.choice(values)
    if dated and rng.random() < 0.85:
        claim["when"] = rng.choice(DAYS) if rng.random() < 0.7 else "/".join(sorted(rng.sample(("2020", "2021", "2022"), 2)))
    return claim


def some_world(rng):
    """Three to five actors, few ties more: several may lie between the same two, and several claims may be one tie's."""
    dated = rng.random() < 0.4
    actors = [f"x{i}" for i in range(rng.choice((2, 3, 3, 4, 4, 5)))]
    types = rng.sample([each["id"] for each in TYPES], rng.randint(1, 4))
    types = [each for each in TYPES if each["id"] in types or each["id"] in ("a", "b")]
    documents = [{"id": f"d{i}", "origin": rng.choice(("o0", "o1", "un"))} for i in range(rng.randint(1, 3))]
    claims = [some_claim(rng, i, [each["id"] for each in types], actors, [each["id"] for each in documents], dated)
              for i in range(rng.randint(2, 9))]
    named = [{"id": actor, "type": rng.choice(("person", "group"))} for actor in actors]
    return {"types": types, "kinds": [{"id": kind} for kind in ("body", "group", "person")], "documents": documents,
            "actors": named + [{"id": speaker, "type": "body"} for speaker in SPEAKERS], "claims": claims, "dated": dated}


# ── Patterns ──────────────────────────────────────────────────────────────────────────────────────────────

def some_condition(rng, world):
    document = rng.choice(world["documents"])["id"]
    words = [f"certainty={rng.choice(CERTAINTIES)}", f"by={rng.choice(SPEAKERS)}", f"document={document}"]
    if world["dated"]:
        words.append(f"{rng.choice(('during', 'as-of'))}={rng.choice(DAYS)}")
    return f"[{', '.join(rng.sample(words, rng.choice((1, 1, 2))))}]"


def some_atom(rng, world, kinds):
    name = rng.choice(world["types"])["id"]
    other = rng.choice(world["types"])["id"]
    actor = rng.choice(world["actors"])["id"]
    atom = rng.choice((name, name, name, ".", f"({name}|^{name})", "(.|^.)", f"!{name}", f"!(^{name})", f"!({name}|^{other})",
                       f"!({name}|{other})", f"[{rng.choice('-0+')}]", f"<id={actor}>", "<type=person>", "<type!=group>", "!()"))
    if "no_conditions" not in kinds and rng.random() < 0.25 and (atom == name or atom == "."):
        atom += some_condition(rng, world)
    return atom if rng.random() < 0.75 or atom[0] == "<" else f"^{atom}"


def some_pattern(rng, world, kinds=(), depth=3, outer=0):
    """A pattern with no more brackets than it needs, as a rule; `outer` is how tightly what is around it binds."""
    form = rng.choices(("atom", "seq", "alt", "rep", "inverse"), (3, 4, 2, 3, 0.5))[0] if depth else "atom"
    if form == "atom":
        text = some_atom(rng, world, kinds)
        binds = 2 if text[0] in "^<" else 4  # a test is counted, or turned, only in brackets
    elif form == "seq":
        text, binds = "/".join(some_pattern(rng, world, kinds, depth - 1, 2) for _ in range(rng.choice((2, 2, 3)))), 1
    elif form == "alt":
        text, binds = "|".join(some_pattern(rng, world, kinds, depth - 1, 1) for _ in range(2)), 0
    elif form == "rep":
        mark = rng.choice(("?", "*", "+", "*", "+", "{2}", "{1,2}", "{0,2}", "{2,}", "{,2}", "{0}", "{,}"))
        text, binds = some_pattern(rng, world, kinds, depth - 1, 4) + mark, 3
    else:
        text, binds = "^" + some_pattern(rng, world, kinds, depth - 1, 3), 2
    return f"({text})" if binds < outer or rng.random() < 0.05 and text[0] != "<" else text


# ── Questions ─────────────────────────────────────────────────────────────────────────────────────────────

def some_selector(rng, question):
    kind = rng.choice(("one", "one", "any", "all", "all", "k", "k", "k", "groups", "groups", "every", "every"))
    if kind in ("k", "groups"):
        question[kind] = rng.choice((1, 2, 3, 5))
    elif kind != "one":
        question[kind] = True
    if kind in ("all", "groups", "every") and rng.random() < 0.2:
        question["limit"] = rng.randint(1, 4)


def some_question(rng, world):
    actors = [actor["id"] for actor in world["actors"][:-2]]
    question = {"from": rng.choice(actors), "to": rng.choice(actors), "mode": rng.choice(MODES)}
    if rng.random() < 0.2:
        del question["mode"]
    if rng.random() < 0.7:
        question["along"] = some_pattern(rng, world)
    elif rng.random() < 0.3:
        question["directed"] = True
    some_selector(rng, question)
    # A tie that days or doubts dispute is the other oracle's: here denials have no days.
    denied = any("stance" in claim for claim in world["claims"])
    orders = ("shortest", "avoid_hubs") if world["dated"] and denied else ORDERS
    order = rng.choice((*orders, "shortest", "shortest"))
    question |= {"order": order} if order != "shortest" else {}
    inner = [actor for actor in actors if actor not in (question["from"], question["to"])]
    for key, likely, value in (("max_hops", 0.3, rng.randint(1, 6)), ("same_document", 0.1, True), ("same_origin", 0.07, True),
                               ("in_order", 0.4 if world["dated"] else 0, True), ("certainty", 0.08, rng.choice(CERTAINTIES)),
                               ("relation", 0.06, rng.choice(world["types"])["id"]),
                               ("by", 0.06, rng.choice(SPEAKERS)), ("document", 0.08, rng.choice(world["documents"])["id"])):
        if rng.random() < likely:
            question[key] = value
    for key in ("via", "avoid"):
        if inner and rng.random() < (0.2 if key == "via" else 0.12):
            question[key] = [inner.pop(rng.randrange(len(inner)))]
    return bounded(question, rng)


def is_endless(question):
    """Whether there may be no end of paths, or of what has to be looked at, so that it is asked with a bound."""
    ordered = question.get("order", "shortest") != "shortest"
    return "every" in question or mode_of(question) == "walk" and (ordered or "groups" in question)


def bounded(question, rng):
    if is_endless(question) and (question.keys() & SELECTORS or rng.random() < 0.5):
        question.setdefault("max_hops", rng.randint(1, 5))
    if question.get("same_document"):
        question.pop("same_origin", None)
    return question


def random_worlds(count, seed, n_questions=12):
    rng = random.Random(seed)
    for _ in range(count):
        world = some_world(rng)
        yield world, [some_question(rng, world) for _ in range(n_questions)]


def smaller(world, question):
    """The world with one claim or one word of a claim less, and the question with one option less."""
    for i, claim in enumerate(world["claims"]):
        yield world | {"claims": world["claims"][:i] + world["claims"][i + 1:]}, question
        for key in {"document", "certainty", "when", "by", "stance", "confidence"} & set(claim):
            bare = {other: value for other, value in claim.items() if other != key}
            yield world | {"claims": [*world["claims"][:i], bare, *world["claims"][i + 1:]]}, question
    for key in sorted(question.keys() - {"from", "to", "mode"}):
        less = {other: value for other, value in question.items() if other != key}
        if "max_hops" in less or not is_endless(less) or not less.keys() & SELECTORS:
            yield world, less


def shrink(world, question, fails):
    while True:
        less = next((each for each in smaller(world, question) if each[0]["claims"] and fails(*each)), None)
        if less is None:
            return world, question
        world, question = less
