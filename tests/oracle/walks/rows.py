# SPDX-License-Identifier: GPL-2.0-or-later
"""What the words say, by hand: ties, a question, and the paths. A tie is "AaB" (a directed one) or "AsB" (a symmetric one); a
path the ties in walking order with the actors between them, where a tie walked against its direction is written in capitals."""
from .oracle import Search

TIE_TYPES = [{"id": "a", "sign": -1, "kind": "event"}, {"id": "b", "sign": 1, "kind": "event"},
             {"id": "s", "sign": 0, "kind": "event", "symmetric": True}]
ROWS = [
    # Walk is SPARQL's meaning; a trail has no tie twice, so that no claim is offered as the continuation of itself.
    ("AaB", "A B walk a/^a/a", "AaBAAaB"),
    ("AaB", "A B trail a/^a/a", ""),
    ("AaB AbB", "A B trail (a|b)/^a/(a|b)", ""),
    ("AaB AbB AsB", "A B trail (a|b)/^a/(a|s)", "AbBAAsB"),
    ("AaB CaB CaD", "A D trail a/^a/a", "AaBACaD"),
    ("AaB BaC CaB BbD", "A D trail a+/b", "AaBbD"),
    ("AaB BaC CaB BbD", "A D trail a{3}/b", "AaBaCaBbD"),
    ("AaB BaC CaB BbD", "A D acyclic a{3}/b", ""),
    ("AaB BaC CaB BbD", "A D simple a{3}/b", ""),
    # A symmetric tie is one tie, whichever way it is walked.
    ("AsB", "A A walk s/s", "AsBsA"),
    ("AsB", "A A trail s/s", ""),
    ("AsB AbB", "A A trail s/^b every", "AsBBA"),
    # Circles: the last may be the first, and then it is the last.
    ("AaB BaC CaA", "A A simple a+", "AaBaCaA"),
    ("AaB BaC CaA", "A A acyclic a+", ""),
    ("AaB BaC CaA", "A A acyclic a*", "A"),
    ("AaB BaC CaA AbD", "A D simple a+/b", ""),
    ("AaB BaC CaA AbD", "A D trail a+/b", "AaBaCaAbD"),
    # Loops.
    ("AaA AaB", "A B walk a{3}", "AaAaAaB"),
    ("AaA AaB", "A B trail a{2}", "AaAaB"),
    ("AaA AaB", "A B trail a{3}", ""),
    ("AaA AaB", "A A simple a", "AaA"),
    ("AaA AaB", "A A acyclic a", ""),
    ("AaA", "A A trail (a|^a) all", "AaA"),
    # Selectors.
    ("AaB AbB AsB", "A B trail (a|b) all", "AaB AbB"),
    ("AaB AbB BaC", "A C trail ./. k=5", "AaBaC AbBaC"),
    ("AaB AbB BaC", "A C trail ./. k=1", "AaBaC"),
    ("AaB AaC CaB BaD", "A D acyclic a+ k=3", "AaBaD AaCaBaD"),
    ("AaB AaC CaB BaD DaB", "A D trail a+ groups=2", "AaBaD AaCaBaD"),
    ("AaB AaC CaB BaD DaB", "A D walk a+ groups=3", "AaBaD AaCaBaD AaBaDaBaD"),
    ("AaB BaA", "A B walk a+ k=3", "AaB AaBaAaB AaBaAaBaAaB"),
    ("AaB BaA", "A B trail a+ k=3", "AaB"),
    # SPARQL: a step that is only forbidden one way is walked that way; no hop at all is a walk from anybody to himself.
    ("AaB AbB", "A B walk !(a|^b) all", "AbB"),
    ("BaA AbB", "A B walk !(a|^b) all", "AAB AbB"),
    ("BaA", "A B walk !a", ""),
    ("AaB", "A B walk !()", "AaB"),
    ("AaB", "B A walk !()", ""),
    ("AaB BaC", "A C walk a{,} all", "AaBaC"),
    ("AaB", "A A walk a{,}", "A"),
    ("AaB", "A A walk a?", "A"),
    ("AaB", "A A walk a{0}", "A"),
    ("AaB CbB", "A C walk a/^b", "AaBBC"),
    ("AaB CbB", "A C walk ^(b/^a)", "AaBBC"),
    ("AaB BbC", "A C walk (<id=A>|a){2}/b", "AaBbC"),
    ("AaB BbC", "A C walk (<id=C>|a){2}/b", ""),
    ("AaB BbC", "A C walk !([0]|[+]|a)", ""),
]


def world_of(ties):
    claims = [{"id": f"c{i}", "type": tie[1], "from": tie[0], "to": tie[2]} for i, tie in enumerate(ties.split())]
    return {"types": TIE_TYPES, "documents": [], "actors": [{"id": actor} for actor in "ABCD"], "claims": claims}


def question_of(words):
    start, goal, mode, pattern, *selector = words.split()
    question = {"from": start, "to": goal, "mode": mode, "along": pattern}
    for word in selector:
        key, _, value = word.partition("=")
        question[key] = int(value) if value else True
    return question


def written(start, walk):
    return start + "".join((relation.upper() if way == "backward" else relation) + to for relation, way, to in walk.names())


def wrong_rows():
    for ties, asked, paths in ROWS:
        question = question_of(asked)
        found = [written(question["from"], walk) for walk in Search(world_of(ties), question).chosen()]
        if found != paths.split():
            yield ties, asked, "gives", found, "not", paths.split()


# What is a pattern by SPARQL's grammar with the counts of GQL, and what is none; actors and types are those above.
PATTERNS = ["a {2}", " a / b ", "a{ 1 , 2 }", "!^a*", "^!a", "!(^a)*", "! a", "!(a|b)?", "((a))", "(a*)*", "(a?){2}", "(a{2}){2}", "'a'", "a{0}",
            "a{0,0}", "a{,}", "a{,2}", "a{2,}", "^(a|b/^s)", "^a+", "^(^a)", "!()", "^!()", "!()*", "!([-]|a)", "a|b/s|a", "!([0]|[+]|a)",
            "(<id=A>)?/a", "<type=person|group>/a", "^a-k*/s"]
NO_PATTERNS = ["a**", "a*?", "a?+", "a+{2}", "a{2}*", "a{2}{3}", "^^a", "", "a/", "|a", "a||b", "a//b", "(a", "a)", "!(a/b)", "!!a", "!(a", "!",
               "()", "a{2,1}", "a{-1}", "a{x}", "{2}", "a b", "[x]", "a{1,2,3}", "!a b", "a{}", "!(!a)", "!(^^a)", "!(a|)", "!(|a)", "a^b",
               "a!b", "a/^", "(a|^b)^", "<type=>", "<id=nobody>", "nothing", "a[certainty=sure]", "a[]", "a[during=yesterday]",
               "a[certainty]", "a[color=red]", "a-", "a-k-"]


def syntax_world():
    world = world_of("AaB AsB AbB") | {"kinds": [{"id": "person"}, {"id": "group"}]}
    return world | {"types": [*TIE_TYPES, {"id": "a-k", "sign": -1, "kind": "event", "parent": "a"}]}
