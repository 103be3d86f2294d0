# SPDX-License-Identifier: GPL-2.0-or-later
"""Patterns as partial derivatives (Antimirov 1996): what is left of a pattern after one hop is a pattern again. A pattern
is a tuple: its kind, then its parts.

  ("nothing",)                        no hop
  ("hop", wanted, against)            one hop along, or against, a tie that `wanted` describes
  ("test", key, is_not, names)        no hop: what the actor is
  ("seq", first, then)  ("alt", one, other)  ("rep", inner, least, most or None)

What is wanted of a tie: ("any",), ("type", name), ("sign", sign), ("not", [wanted]); and then conditions, a dictionary, or None."""
import re

NOTHING = ("nothing",)
SIGNS = {"-": -1, "0": 0, "+": 1}


class Bad(Exception):
    """The text is no pattern."""


def seq(first, then):
    if first == NOTHING or then == NOTHING:
        return then if first == NOTHING else first
    # To the right, so that equal remainders are equal tuples.
    return ("seq", first[1], seq(first[2], then)) if first[0] == "seq" else ("seq", first, then)


def alt(choices):
    made = choices[0]
    for each in choices[1:]:
        made = ("alt", made, each)
    return made


def backward(pattern):
    """The same walks from their ends to their beginnings."""
    kind = pattern[0]
    if kind == "hop":
        return ("hop", pattern[1], not pattern[2])
    if kind == "seq":
        return seq(backward(pattern[2]), backward(pattern[1]))
    if kind == "alt":
        return ("alt", backward(pattern[1]), backward(pattern[2]))
    if kind == "rep":
        return ("rep", backward(pattern[1]), *pattern[2:])
    return pattern


# ── Reading ───────────────────────────────────────────────────────────────────────────────────────────────

NAME = r"[^\W_](?:[\w-]*)"
TOKEN = re.compile(rf"\s*(?:(?P<name>{NAME})|'(?P<quoted>[^']*)'|(?P<test><[^>]*>)|(?P<conditions>\[[^\]]*\])"
                   r"|(?P<times>\{[^}]*\})|(?P<sign>[()|/^!.?*+]))")


class Reader:
    """SPARQL's grammar of paths (PathAlternative, PathSequence, PathEltOrInverse, PathElt, PathPrimary)."""

    def __init__(self, text):
        self.tokens, at = [], 0
        while text[at:].strip():
            found = TOKEN.match(text, at)
            if not found:
                raise Bad(text)
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()

    def take(self, kind, *words):
        """The next token's text, where it is of this kind and one of these."""
        if self.tokens and self.tokens[0][0] == kind and (not words or self.tokens[0][1] in words):
            return self.tokens.pop(0)[1]
        return None

    def want(self, *words):
        if not self.take("sign", *words):
            raise Bad(f"{words} expected before {self.tokens}")

    def alternative(self):
        choices = [self.sequence()]
        while self.take("sign", "|"):
            choices.append(self.sequence())
        return alt(choices)

    def sequence(self):
        parts = [self.inverse()]
        while self.take("sign", "/"):
            parts.append(self.inverse())
        made = parts[-1]
        for part in reversed(parts[:-1]):
            made = seq(part, made)
        return made

    def inverse(self):
        return backward(self.repeated()) if self.take("sign", "^") else self.repeated()

    def repeated(self):
        inner = self.primary()
        mark = self.take("sign", "?", "*", "+")
        if mark:
            return ("rep", inner, mark == "+", 1 if mark == "?" else None)
        times = self.take("times")
        if not times:
            return inner
        least, comma, most = times[1:-1].partition(",")
        return ("rep", inner, int(least or 0), int(most) if most.strip() else None if comma else int(least))

    def primary(self):
        if self.take("sign", "("):
            inner = self.alternative()
            self.want(")")
            return inner
        test = self.take("test")
        if test:
            key, is_not, names = re.fullmatch(r"<(\w+)(!?)=(.*)>", test).groups()
            return ("test", key, bool(is_not), tuple(names.split("|")))
        if self.take("sign", "!"):
            return self.negated()
        return ("hop", self.tie(), False)

    def negated(self):
        """SPARQL, 18.2.2: !(a|^b) is !a|^(!b), so what is only forbidden one way has to be walked that way; and !() is any."""
        ways, members = {False: [], True: []}, []
        if not self.take("sign", "("):
            members.append((bool(self.take("sign", "^")), self.tie()))
        elif not self.take("sign", ")"):
            while True:
                members.append((bool(self.take("sign", "^")), self.tie()))
                if self.take("sign", ")"):
                    break
                self.want("|")
        for way, wanted in members:
            ways[way].append(wanted)
        asked = [way for way in (False, True) if ways[way]] or [False]
        return alt([("hop", ("not", tuple(ways[way]), None), way) for way in asked])

    def tie(self):
        if self.take("sign", "."):
            return ("any", None, self.conditions())
        sign = self.take("conditions")
        if sign:
            return ("sign", SIGNS[sign[1:-1]], self.conditions())
        name = self.take("name") or self.take("quoted")
        if name is None:
            raise Bad(self.tokens)
        return ("type", name, self.conditions())

    def conditions(self):
        text = self.tokens and self.tokens[0][0] == "conditions" and "=" in self.tokens[0][1] and self.take("conditions")
        return tuple(tuple(part.strip().replace("as-of", "as_of").split("=")) for part in text[1:-1].split(",")) if text else None


def read(text):
    reader = Reader(text)
    pattern = reader.alternative()
    if reader.tokens:
        raise Bad(f"{text}: {reader.tokens} left")
    return pattern


# ── Meaning ───────────────────────────────────────────────────────────────────────────────────────────────

def nullable(pattern, passes):
    """Whether no hop at all matches, where the actor passes the tests that `passes` lets pass."""
    kind = pattern[0]
    if kind == "seq":
        return nullable(pattern[1], passes) and nullable(pattern[2], passes)
    if kind == "alt":
        return nullable(pattern[1], passes) or nullable(pattern[2], passes)
    if kind == "rep":
        return pattern[2] == 0 or nullable(pattern[1], passes)
    return kind == "nothing" or kind == "test" and passes(pattern)


def steps(pattern, passes):
    """Pairs of a hop that may come first, (wanted, against), and what is left of the pattern after it."""
    kind = pattern[0]
    if kind == "hop":
        yield pattern[1:], NOTHING
    elif kind == "alt":
        yield from steps(pattern[1], passes)
        yield from steps(pattern[2], passes)
    elif kind == "seq":
        for hop, left in steps(pattern[1], passes):
            yield hop, seq(left, pattern[2])
        if nullable(pattern[1], passes):
            yield from steps(pattern[2], passes)
    elif kind == "rep":
        yield from steps_of_repetition(pattern, passes)


def steps_of_repetition(pattern, passes):
    inner, least, most = pattern[1:]
    if most == 0:
        return
    less = ("rep", inner, max(least - 1, 0), None if most is None else most - 1)
    for hop, left in steps(inner, passes):
        yield hop, seq(left, less)
    # The first of those that have to be may match without a hop, by a test that the next actor need not pass.
    if least > 0 and nullable(inner, passes):
        yield from steps(less, passes)
