# SPDX-License-Identifier: GPL-2.0-or-later
"""Who is who in small worlds, by hand. A document is its marks, NAME or NAME/TYPE, counted from 1: a2 is the second mark
of document a. A record of the registry is #ID, one of the second registry ##ID. The answer has the actors of more than one
mark or record, separated by |; all else stays alone."""
import re
import unicodedata


def nfd(text):
    return unicodedata.normalize("NFD", text)


def case(why, documents, answer, **said):
    return {"why": why, "documents": documents, "answer": answer, **said}


LEADER = [{"id": "omar-1", "name": "Mullah Omar", "type": "person", "aliases": ["Omar"], "weak_aliases": ["the leader"]}]
TWO = [{"id": "omar-1", "name": "Mullah Omar"}, {"id": "khan-1", "name": "Ismail Khan"}]

SPELLING = [
    case("Vietnamese: tones make letters, however they are composed",
         {"a": ["Nguyễn Văn Bình", "Nguyễn Văn Bính", "Trần An"], "b": [nfd("Nguyễn Văn Bình"), "Trần Ân", "BINH"]}, "a1 b1"),
    case("Vietnamese: no accents are no tones", {"a": ["Bình"], "b": ["Binh"]}, ""),
    case("French: accents stay, case folds", {"a": ["Élodie Roé"], "b": ["élodie roé", "Elodie Roe", "ÉLODIE ROÉ"]}, "a1 b1"),
    case("Turkish: the dot makes a letter", {"a": ["Işık", "İnan"], "b": ["Isik", "Inan", nfd("İnan")]}, "a2 b3"),
    case("Turkish: no locale has a say", {"a": ["Izmir", "İzmir"], "b": ["izmir"]}, "a1 b1"),
    case("German: capitals are another spelling", {"a": ["Strauß"], "b": ["strauß", "STRAUSS", "STRAUẞ"]}, "a1 b1"),
    case("Russian: case folds; ё, й and endings are letters",
         {"a": ["Андрей Горбачёв", "Петров"], "b": ["андрей горбачёв", "Андрей Горбачев", "Петрова", "Андреи Горбачёв",
                                                    nfd("Андрей Горбачёв"), "АНДРЕЙ ГОРБАЧЁВ"]}, "a1 b1 b5"),
    case("Greek: a final sigma is a sigma", {"a": ["Κώστας Σ"], "b": ["κώστας σ", nfd("Κώστας Σ"), "ΚΏΣΤΑΣ Σ"]}, "a1 b1 b2"),
    case("Arabic: a hamza makes a letter, however composed",
         {"a": ["أحمد", "على"], "b": ["احمد", "ا\u0654حمد", "علي"]}, "a1 b2"),
    case("Arabic: vowel signs make none", {"a": ["محمد"], "b": ["مُحَمَّد", "محمود"]}, "a1 b1"),
    case("Hebrew: points make no letters", {"a": ["שלום"], "b": ["שָׁלוֹם", "שלם"]}, "a1 b1"),
    case("Hindi: vowel signs make letters", {"a": ["कुल", "कल"], "b": ["कूल", "किल", "कुल"]}, "a1 b3"),
    case("Hindi: a dot below makes a letter, however composed",
         {"a": ["रा\u095b"], "b": ["राज", "राज\u093c"]}, "a1 b2"),
    case("Thai: vowels and tones stay", {"a": ["ปา", "มาลี"], "b": ["ป่า", "ป้า", "มาลี", "มาล"]}, "a2 b3"),
    case("Chinese: full and half width, and the full-width blank",
         {"a": ["ＡＢＣ通信", "李　明", "中国"], "b": ["ABC通信", "李 明", "中國"]}, "a1 b1 | a2 b2"),
    case("Japanese: half-width kana; dakuten make letters; hiragana is no katakana",
         {"a": ["ガリー", "はし"], "b": ["ｶﾞﾘｰ", "カリー", "がりー", "ばし", "カ\u3099リー"]}, "a1 b1 b5"),
    case("Korean: syllables, however composed", {"a": ["김민수"], "b": [nfd("김민수"), "김민주"]}, "a1 b1"),
    case("Georgian and Armenian", {"a": ["თამარი", "Արամ"], "b": ["თამარი", "արամ", "თამარ"]}, "a1 b1 | a2 b2"),
    case("us is not US, in any width",
         {"a": ["US", "us", "Us"], "b": ["ＵＳ", "ｕｓ", "U.S."]}, "a1 b1 | a2 a3"),
    case("Case folds only where both have a lower-case letter beyond the first",
         {"a": ["Omar", "OMAR", "O"], "b": ["omar", "oMAR", "o"], "c": ["OMAR", "O"]}, "a1 b1 | a2 c1 | a3 c2"),
    case("Case, and marks between letters", {"a": ["Al-Qaeda", "ISIS-K", "Xi", "J. Roe"],
                                            "b": ["al-Qaeda", "Isis-K", "XI", "j. roe", "J Roe"]}, "a1 b1 | a4 b4"),
    case("WHO is not who", {"a": ["the man who", "who"], "b": ["WHO"], "c": ["WHO"]}, "b1 c1"),
    case("White space in a name is a blank, also over two lines",
         {"a": ["Omar Khan"], "b": ["Omar  Khan", "Omar\u00a0Khan", "Omar\nKhan", "OmarKhan"]}, "a1 b1 b2 b3"),
]

TYPES = [
    case("A homonym of another type is somebody else",
         {"a": ["Georgia/GPE", "Georgia/Person"], "b": ["Georgia/GPE"]}, "a1 b1"),
    case("Pronouns tell within a document, not across", {"a": ["he", "He", "she"], "b": ["he", "she", "She"]}, "a1 a2 | b2 b3"),
    case("German and Italian pronouns", {"a": ["er", "il"], "b": ["Er", "Il"]}, ""),
    case("Who he is in one document says nothing of another",
         {"a": ["Omar", "he"], "b": ["Omar", "he"]}, "a1 a2 b1", equiv=["a1 a2"]),
    case("Documents kept apart: spelling tells within each, ids and the registry across",
         {"a": ["Khan", "Khan", "Roe", "Omar"], "b": ["Khan", "J. Roe", "Omar"]}, "a1 a2 | a3 b2 | a4 b3 #omar-1",
         ids={"a3": "Wikidata:Q1", "b2": "Wikidata:Q1"}, registry=LEADER, keep="document"),
    case("No mention, no actor", {"a": ["", "Omar"], "b": ["Omar", ""]}, "a2 b1"),
]

IDS = [
    case("One number is one actor, two are two, whatever they are called",
         {"a": ["Jordan Roe", "Petrov", "Georgia/GPE", "Petrova", "J. Roe"], "b": ["Georgia/GPE", "Jordan Roe"]}, "a1 a5",
         ids={"a1": "Wikidata:Q100", "a5": "Wikidata:Q100", "a3": "Wikidata:Q230", "b1": "Wikidata:Q1428", "b2": "Wikidata:Q999"}),
    case("Types do not matter to an id", {"a": ["Riverland/GPE"], "b": ["the Riverlanders/Organization"]}, "a1 b1",
         ids={"a1": "Wikidata:Q7", "b1": "Wikidata:Q7"}),
    case("A number of another registry is another number", {"a": ["Ann"], "b": ["Bob"]}, "", ids={"a1": "Wikidata:7", "b1": "VIAF:7"}),
    case("A mark with two ids joins those of both", {"a": ["Ann", "A. Roe"], "b": ["Roe"]}, "a1 a2 b1",
         ids={"a1": "Wikidata:Q1 VIAF:7", "a2": "VIAF:7", "b1": "Wikidata:Q1"}),
    case("Ids that would join two numbers join nobody", {"a": ["Ann", "A. Roe"], "b": ["Roe"]}, "",
         ids={"a1": "Wikidata:Q1 VIAF:7", "a2": "Wikidata:Q2 VIAF:7", "b1": "Wikidata:Q1"}),
    case("A namesake without an id is not given to one of two", {"a": ["Jordan Roe"], "b": ["Jordan Roe"], "c": ["Jordan Roe"]}, "",
         ids={"a1": "Wikidata:Q100", "b1": "Wikidata:Q999"}),
    case("A namesake without an id is given to the only one", {"a": ["Jordan Roe"], "b": ["Jordan Roe"]}, "a1 b1",
         ids={"a1": "Wikidata:Q100"}),
    case("N lines and links lead to the registry", {"a": ["the chief", "O."], "b": ["M. O."]}, "a1 a2 b1 #omar-1",
         ids={"a1": "actor:omar-1", "a2": "Wikidata:Q5", "b1": "Wikidata:Q5"},
         registry=[{"id": "omar-1", "name": "Mullah Omar", "links": {"wikidata": "Q5"}}]),
    case("An N line that another id refutes still tells two apart", {"a": ["Roe", "Roe"]}, "a2 #bea-1",
         ids={"a1": "actor:ann-1 Wikidata:Q1", "a2": "actor:bea-1"},
         registry=[{"id": "ann-1", "name": "Ann", "links": {"wikidata": "Q5"}}, {"id": "bea-1", "name": "Bea"}]),
]

DECLARED = [
    case("Equivalence has no order and goes on", {"a": ["Ann", "the judge", "Roe"], "b": ["Ann"]}, "a1 a2 a3 b1",
         equiv=["a3 a2", "a2 a1"]),
    case("Equivalence of other types, and as a relation", {"a": ["Ann", "the court/Organization", "Roe"]}, "a1 a2 a3",
         equiv=["a1 a2"], relations=["Equiv a2 a3"]),
    case("Equivalence that would join two numbers joins nobody, those between included",
         {"a": ["Ann", "the judge", "Bob"]}, "", equiv=["a1 a2", "a2 a3"], ids={"a1": "Wikidata:Q1", "a3": "Wikidata:Q2"}),
    case("A later step still joins what an earlier one could not",
         {"a": ["Ann", "the judge", "Bob"], "b": ["Ann"]}, "a1 b1", equiv=["a1 a2", "a2 a3"],
         ids={"a1": "Wikidata:Q1", "a3": "Wikidata:Q2"}),
    case("Relations that mean the same, where affirmed, certain and nobody's word",
         {"a": ["Ann", "A.", "Bob", "B.", "Cid", "C.", "Dan", "D.", "Eve", "E."]}, "a1 a2", same=True,
         relations=["coref a1 a2", "coref a3 a4 denied", "coref a5 a6 certainty=possible", "coref a7 a8 certainty=probable",
                    "alternative-name a9 a10 by=a spokesman"]),
    case("A relation of another name says nothing of who is who", {"a": ["Ann", "A."]}, "", relations=["knows a1 a2"]),
    case("Two records of one registry are two, whatever a claim says", {"a": ["Mullah Omar"]}, "a1 #omar-1", same=True,
         registry=TWO, claims=["coref omar-1 khan-1"]),
    case("What equivalence says of registered actors", {"a": ["the judge", "Ann", "Roe"]}, "a1 a2 #ann-1 | a3 #roe-1",
         ids={"a2": "actor:ann-1", "a3": "actor:roe-1"}, equiv=["a1 a2"],
         registry=[{"id": "ann-1", "name": "A"}, {"id": "roe-1", "name": "R"}]),
]

REGISTRY = [
    case("Strong aliases name, weak ones do not", {"a": ["mullah omar", "MULLAH OMAR", "the leader"], "b": ["Omar"]},
         "a1 b1 #omar-1", registry=LEADER),
    case("Aliases in another width and composition", {"a": ["ＮＡＴＯ", nfd("Élan"), "Nato"]}, "a1 a2 #nato-1",
         registry=[{"id": "nato-1", "name": "NATO", "aliases": ["Élan"]}]),
    case("An alias of two names neither; what is only one's, names that one", {"a": ["the Front", "Front A", "Front B"]},
         "a2 #front-1 | a3 #front-2",
         registry=[{"id": "front-1", "name": "Front A", "aliases": ["the Front"]},
                   {"id": "front-2", "name": "Front B", "aliases": ["The Front"]}]),
    case("Aliases that would join two records join nobody", {"a": ["Mullah Omar", "Ismail Khan"], "b": ["Ismail Khan"]},
         "a1 a2 b1", registry=TWO, equiv=["a1 a2"]),
    case("Equal ids in two corpora: one by the name", {"a": ["Mullah Omar"]}, "a1 #omar-1 ##omar-1", registry=LEADER,
         second=[{"id": "omar-1", "name": "Mullah Omar"}]),
    case("Equal ids in two corpora: one by a link", {"a": ["Umar"]}, "a1 #omar-1 ##omar-1",
         registry=[{"id": "omar-1", "name": "Omar", "links": {"wikidata": "Q5"}}],
         second=[{"id": "omar-1", "name": "Umar", "links": {"Wikidata": "Q5"}}]),
    case("Equal ids in two corpora: two by another name", {"a": ["Omar", "O."]}, "a1 a2 #omar-1", ids={"a2": "actor:omar-1"},
         registry=[{"id": "omar-1", "name": "Omar"}], second=[{"id": "omar-1", "name": "Omar Sharif"}]),
    case("Equal ids and names in two corpora: two by their links", {"a": []}, "",
         registry=[{"id": "omar-1", "name": "Omar", "links": {"wikidata": "Q5"}}],
         second=[{"id": "omar-1", "name": "Omar", "links": {"wikidata": "Q6"}}]),
    case("A link makes records of two corpora one, whatever their ids and names", {"a": ["Umar"]}, "a1 #omar-1 ##umar",
         registry=[{"id": "omar-1", "name": "Omar", "links": {"wikidata": "Q5"}}],
         second=[{"id": "umar", "name": "Umar", "links": {"wikidata": "Q5"}}]),
]

IDENTITY_FILE = [
    case("What is said to be the same", {"a": ["Joris Kade", "J. Kade", "Mr Kade"], "b": ["Joris Kade"]}, "a1 a2 b1",
         identity={"same": [["Joris Kade", "J. Kade"]]}),
    case("A name and an id", {"a": ["the old man", "Omar"]}, "a1 a2 #omar-1", registry=LEADER,
         identity={"same": [["omar-1", "the old man"]]}),
    case("What is said to differ, against equivalence", {"a": ["Omar", "the judge", "Khan"]}, "", equiv=["a1 a2 a3"],
         identity={"different": [["Omar", "Khan"]]}),
    case("What is said to differ, against the registry", {"a": ["Omar", "the chief"]}, "a1 a2", registry=LEADER, equiv=["a1 a2"],
         identity={"different": [["omar-1", "the chief"]]}),
    case("What is said to differ, against one number", {"a": ["Ann", "Roe"]}, "a1 a2",
         ids={"a1": "Wikidata:Q1", "a2": "Wikidata:Q1"}, identity={"different": [["Ann", "Roe"]]}),
    case("What is said to differ, against two numbers that a third mark has one of", {"a": ["Ann", "Roe", "Anna"]}, "a2 a3",
         ids={"a2": "Wikidata:Q2", "a3": "Wikidata:Q2"}, equiv=["a1 a2"], identity={"different": [["Ann", "Anna"]]}),
    case("The same against two numbers", {"a": ["Ann", "Roe"]}, "", ids={"a1": "Wikidata:Q1", "a2": "Wikidata:Q2"},
         identity={"same": [["Ann", "Roe"]]}),
    case("The same against an N line", {"a": ["Roe"]}, "a1 #omar-1", ids={"a1": "actor:omar-1"}, registry=TWO,
         identity={"same": [["khan-1", "Roe"]]}),
    case("The same against two records", {"a": ["Mullah Omar", "Ismail Khan"]}, "a1 #omar-1 | a2 #khan-1", registry=TWO,
         identity={"same": [["Mullah Omar", "Ismail Khan"]]}),
    case("It comes first: two records cannot share whom it made one",
         {"a": ["the judge", "the mayor", "Mullah Omar", "Ismail Khan"]}, "a1 a2 a3 a4", registry=TWO, equiv=["a1 a3", "a2 a4"],
         identity={"same": [["the judge", "the mayor"]]}),
]

CASES = SPELLING + TYPES + IDS + DECLARED + REGISTRY + IDENTITY_FILE


# Inputs that are no part of the project, where they are at hand: the answer for each folder of documents, by hand where it
# is small.
SHARED = {
    "cases/brat/04-normalizations": "a1 a5",
    "cases/brat/06-spelling/us": "1.2 2.2",
    "cases/brat/06-spelling/viet": "",
    "cases/brat/06-spelling/hindi": "",
    "cases/model/brat6": "b1 b2",
    "cases/model/brat7": "0b1 0b2",
    "cases/use/same-person": "",
    "data/brat/BioNLP-ST_2011_EPI": None,
}


# ── As worlds and answers ─────────────────────────────────────────────────────────────────────────────────

def mark_of(number, words):
    name, _, kind = words.partition("/")
    return {"id": f"T{number}", "type": kind or "Person", "name": name}


def relation_of(number, words):
    kind, one, other, *more = words.split(maxsplit=3)
    told = dict([each.partition("=")[::2] for each in more])
    told = {"denied": True} if "denied" in told else told
    return {"id": f"R{number}", "type": kind, "ends": [one, other]} | told


def world_of(given):
    """The world of a case: its documents are of the first corpus."""
    corpora = [{"folder": "one"} | {key: given[said] for key, said in (("actors", "registry"), ("identity", "identity"))
                                    if said in given}]
    if "claims" in given:
        corpora[0]["claims"] = [{"type": kind, "ends": ends} for kind, *ends in map(str.split, given["claims"])]
    if "second" in given:
        corpora.append({"folder": "two", "actors": given["second"]})
    world = {"corpora": corpora, "documents": []}
    for stem, marks in given["documents"].items():
        def here(words, stem=stem):
            return ["T" + word[len(stem):] for word in words if word.startswith(stem)]
        relations = [relation_of(i + 1, words) for i, words in enumerate(given.get("relations", ()))]
        world["documents"].append({
            "id": stem, "corpus": 0, "stem": stem, "marks": [mark_of(i + 1, words) for i, words in enumerate(marks)],
            "equiv": [here(group.split()) for group in given.get("equiv", ()) if here(group.split())],
            "ids": [[*here([mark]), each] for mark, ids in given.get("ids", {}).items() if here([mark]) for each in ids.split()],
            "relations": [each | {"ends": here(each["ends"])} for each in relations if here(each["ends"])]})
    return world | ({"same": ["coref", "alternative-name"]} if "same" in given else {}) | \
        ({"keep": given["keep"]} if "keep" in given else {})


def key_of(word):
    """a2 is the mark T2 of document a; with a dot between where the document's name ends with a digit."""
    if word.startswith("#"):
        return (word.count("#") - 1, word.lstrip("#"))
    document, number = word.split(".") if "." in word else re.fullmatch(r"(.*?)(\d+)", word).groups()
    return (document, "T" + number)


def answer_of(words, everything):
    """The partition that an answer says of these keys."""
    groups = [frozenset(map(key_of, group.split())) for group in words.split("|") if group.strip()]
    joined = frozenset().union(*groups)
    return frozenset(groups) | {frozenset([key]) for key in everything if key not in joined}
