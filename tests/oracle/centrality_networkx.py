#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Centralities against networkx, an implementation that shares no code with igraph.

  centrality_networkx.py RELATA [SOURCE]

compares `RELATA rank --json` with networkx on data/florentine and on random corpora, whose ties are
read here from the corpus files themselves, and on data/kabul-2021, whose ties are taken from `RELATA export`.
A measure of relata's that has no scores here is a failure. Exit code 77: networkx is not installed.
"""
import json
import math
import os
import random
import subprocess
import sys
import tempfile

try:
    import networkx as nx
    from networkx.algorithms.link_analysis.hits_alg import _hits_python
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python
except ImportError:
    nx = None

MEASURES = ("degree in-degree out-degree strength betweenness closeness harmonic eigenvector pagerank hub authority "
            "coreness constraint").split()
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


def run(program, *arguments):
    return json.loads(subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout)


def strength(corroboration, contradiction):
    """How many more origins affirm a tie than deny it."""
    return max(corroboration - contradiction, 0)


def ties_of_files(folder):
    """Actors, ties with their strengths, and the symmetric relations, from a JSON corpus. Claims of one tie speak of days
    that can be the same, so that those which deny it count against it."""
    with open(os.path.join(folder, "schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    with open(os.path.join(folder, "corpus.json"), encoding="utf-8") as file:
        corpus = json.load(file)
    symmetric = {relation["id"] for relation in schema["relation_types"] if relation.get("symmetric")}
    origins = {document["id"]: document.get("origin", document["id"]) for document in corpus["documents"]}
    ties = {}
    for claim in corpus["claims"]:
        ends = (claim["from"], claim["to"])
        if claim["type"] in symmetric:
            ends = tuple(sorted(ends))
        sides = ties.setdefault((claim["type"], *ends), (set(), set()))
        sides[claim.get("stance") == "denies"].add(origins[claim["document"]])
    return ([actor["id"] for actor in corpus["actors"]],
            [(*tie, strength(len(by), len(against))) for tie, (by, against) in sorted(ties.items()) if by], symmetric)


def reporting_types(folder):
    """The relation types that only say who talks about whom, by the schema: rank leaves them out. A kind is as its parent is."""
    with open(os.path.join(folder, "schema.json"), encoding="utf-8") as file:
        types = {relation["id"]: relation for relation in json.load(file)["relation_types"]}

    def reports(name):
        relation = types.get(name, {})
        return relation.get("reporting", reports(relation["parent"]) if relation.get("parent") else False)

    return {name for name in types if reports(name)}


def ties_of_export(program, folder):
    network = run(program, "export", "-c", folder, "--to", "json")
    symmetric = {relation["id"] for relation in network["relations"] if relation["symmetric"]}
    reporting = reporting_types(folder)
    ties = [(tie["relation"], tie["from"], tie["to"], strength(tie["corroboration"], tie["contradiction"]))
            for tie in network["ties"] if tie["relation"] not in reporting]
    return [actor["id"] for actor in network["actors"]], ties, symmetric


def scaled(scores):
    most = max(scores.values(), default=0)
    return {actor: score / most if most > 0 else 0 for actor, score in scores.items()}


def expected_scores(actors, ties, symmetric):
    plain, arcs, many, counted = nx.Graph(), nx.DiGraph(), nx.MultiDiGraph(), nx.MultiGraph()
    for graph in (plain, arcs, many, counted):
        graph.add_nodes_from(actors)
    strengths = dict.fromkeys(actors, 0)
    for relation, a, b, strong in ties:
        for actor in (a, b):
            strengths[actor] += strong
        if a != b:  # the measures of position ignore loops
            plain.add_edge(a, b, weight=plain.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
        counted.add_edge(a, b)
        for x, y in ((a, b), (b, a)) if relation in symmetric and a != b else ((a, b),):
            many.add_edge(x, y)
            arcs.add_edge(x, y, weight=arcs.get_edge_data(x, y, {"weight": 0})["weight"] + 1)
    hubs, authorities = _hits_python(arcs, max_iter=1000000, tol=1e-12)
    constraint = nx.constraint(plain, nodes=list(plain), weight="weight")
    others = max(len(actors) - 1, 1)
    return {
        "degree": dict(counted.degree()),
        "in-degree": dict(many.in_degree()),
        "out-degree": dict(many.out_degree()),
        "strength": strengths,
        "betweenness": nx.betweenness_centrality(plain, normalized=True),
        "closeness": nx.closeness_centrality(plain, wf_improved=True),
        "harmonic": {actor: score / others for actor, score in nx.harmonic_centrality(plain).items()},
        "eigenvector": scaled(nx.eigenvector_centrality(plain, max_iter=1000000, tol=1e-13, weight="weight")),
        "pagerank": _pagerank_python(arcs, alpha=0.85, max_iter=10000, tol=1e-14, weight="weight"),
        "hub": scaled(hubs),
        "authority": scaled(authorities),
        "coreness": nx.core_number(plain),
        "constraint": {actor: 1 if math.isnan(score) else score for actor, score in constraint.items()},
    }


def compare(program, folder, network):
    actors, ties, _ = network
    answer = run(program, "rank", "-c", folder, "--by", ",".join(MEASURES), "--json")
    scores = {actor["id"]: actor["scores"] for actor in answer["actors"]}
    expected, wrong = expected_scores(*network), 0
    if sorted(scores) != sorted(actors):
        print(f"{folder}: ranks {len(scores)} actors of {len(actors)}")
        wrong += 1
    for measure in MEASURES:
        for actor in scores:
            is_, should_be = scores[actor][measure], expected[measure].get(actor, math.nan)
            if not abs(is_ - should_be) < 1e-6:
                print(f"{folder}: {measure} of {actor} is {is_}, networkx has {should_be}")
                wrong += 1
    print(f"{os.path.basename(folder)}: {len(actors)} actors, {len(ties)} ties, {wrong} scores wrong")
    return wrong


def write_random_corpus(folder, seed):
    chance = random.Random(seed)
    actors = [f"a{i:02}" for i in range(40)]
    relations = ["likes", "hits", "talks-with"]
    claims = []
    for i in range(chance.choice((30, 70, 150))):
        a, b = chance.sample(actors[:-1], 2)  # the last one stays alone
        if chance.random() < 0.08:
            b = a
        claims.append({"id": f"c{i}", "type": chance.choice(relations), "from": a, "to": b,
                       "document": f"d{chance.randrange(5)}"})
        if chance.random() < 0.2:
            claims[-1]["stance"] = "denies"
            if chance.random() < 0.5:  # of a tie that another document affirms
                claims.append({**claims[-1], "id": f"c{i}b", "stance": "affirms", "document": f"d{chance.randrange(5)}"})
    corpus = {"relata": 1, "documents": [{"id": f"d{i}", "origin": f"o{i // 2}"} for i in range(5)],
              "actors": [{"id": actor} for actor in actors], "claims": claims}
    schema = {"relata": 1, "relation_types": [{"id": relation, "symmetric": relation == "talks-with"}
                                              for relation in relations]}
    for name, content in (("corpus.json", corpus), ("schema.json", schema)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            json.dump(content, file)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    program, source, wrong = sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else SOURCE, 0
    listed = subprocess.run([program, "completion", "--list", "measure"], check=True, capture_output=True, text=True)
    if sorted(listed.stdout.split()) != sorted(MEASURES):
        sys.exit(f"relata has {listed.stdout.split()}, here are scores for {MEASURES}")
    if nx is None:
        print("skipped: networkx is not installed")
        sys.exit(77)
    florentine, kabul = (os.path.normpath(os.path.join(source, "data", name)) for name in ("florentine", "kabul-2021"))
    wrong += compare(program, florentine, ties_of_files(florentine))
    wrong += compare(program, kabul, ties_of_export(program, kabul))
    with tempfile.TemporaryDirectory() as temporary:
        for seed in range(1, 7):
            folder = os.path.join(temporary, f"random-{seed}")
            os.mkdir(folder)
            write_random_corpus(folder, seed)
            wrong += compare(program, folder, ties_of_files(folder))
    sys.exit(1 if wrong else 0)


main()
