# SPDX-License-Identifier: GPL-2.0-or-later
"""Patterns as SPARQL's property paths over one triple for each tie (two for one that holds both ways), asked of rdflib."""
try:
    import rdflib
except ImportError:
    rdflib = None

from .graph import Graph
from .pattern import read

SPACE = "urn:x:"
# A predicate that no triple has: nothing has it, and everything is another.
NO = f"<{SPACE}no>"


def path_of(pattern, types):
    """A pattern without tests and conditions in SPARQL's syntax; all in brackets."""
    kind = pattern[0]
    if kind == "hop":
        path = f"({wanted_path(pattern[1], types)})"
        return f"(^{path})" if pattern[2] else path
    if kind == "seq":
        return f"({path_of(pattern[1], types)}/{path_of(pattern[2], types)})"
    if kind == "alt":
        return f"({path_of(pattern[1], types)}|{path_of(pattern[2], types)})"
    return repeated(path_of(pattern[1], types), *pattern[2:])


def repeated(path, least, most):
    """What the recommendation has no counts for, written out."""
    needed = [path] * least
    if most is None:
        needed.append(f"({path}*)")
    optional = ""
    for _ in range((most or 0) - least):
        optional = f"(({path}{'/' if optional else ''}{optional})?)"
    return f"({'/'.join([*needed, *([optional] if optional else [])]) or f'({NO}?)'})"


def predicates(wanted, types):
    """The types that are wanted, by themselves or as kinds."""
    what = wanted[1]
    if wanted[0] == "sign":
        return {name for name, each in types.items() if each["sign"] == what}
    if wanted[0] == "any":
        return set(types)

    def lineage(name):
        return {name} | (lineage(types[name]["parent"]) if "parent" in types[name] else set())
    return {name for name in types if what in lineage(name)}


def wanted_path(wanted, types):
    if wanted[0] == "not":
        excluded = set().union(*(predicates(each, types) for each in wanted[1]))
        return f"!({'|'.join(sorted(f'<{SPACE}{name}>' for name in excluded) or [NO])})"
    return "|".join(sorted(f"<{SPACE}{name}>" for name in predicates(wanted, types))) or NO


def ask(world, text):
    """The pairs (from, to) that SPARQL finds."""
    graph, types = rdflib.Graph(), {each["id"]: each for each in world["types"]}
    for tie in Graph(world, {}).ties.values():
        for one, other in {tie.ends, tie.ends[::-1]} if tie.symmetric else {tie.ends}:
            graph.add(tuple(rdflib.URIRef(SPACE + name) for name in (one, tie.relation, other)))
    rows = graph.query(f"SELECT DISTINCT ?x ?y WHERE {{ ?x {path_of(read(text), types)} ?y }}")
    return {tuple(str(term)[len(SPACE):] for term in row) for row in rows}
