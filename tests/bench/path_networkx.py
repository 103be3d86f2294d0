#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The first question of path.c, put to networkx.

  path_networkx.py EDGES

EDGES is what `path large` writes: the relation types allowed; pairs of vertices with the hops that relata found
(−1: none) and how many milliseconds it took; and the ties. Exit code 1: networkx finds another number of hops.
"""
import statistics
import sys
import time

try:
    import networkx as nx
except ImportError:
    print("networkx is not installed")
    sys.exit(0)

ENOUGH = 20  # seconds, after which no further pair is begun


def read(path):
    """The types allowed, the pairs, and the ties as a multigraph whose keys are relation types."""
    types, pairs, graph = set(), [], nx.MultiGraph()
    with open(path, encoding="utf-8") as file:
        for line in file:
            kind, *rest = line.split()
            if kind == "tie":
                start, end, relation = rest
                graph.add_edge(int(start), int(end), (relation, start, end))
            elif kind == "pair":
                pairs.append((*map(int, rest[:3]), float(rest[3])))
            else:
                types.update(rest)
    return types, pairs, graph


def hops(graph, start, end):
    if start not in graph or end not in graph:
        return -1
    try:
        return len(nx.bidirectional_shortest_path(graph, start, end)) - 1
    except nx.NetworkXNoPath:
        return -1


def show(times, label):
    print(f"{statistics.median(times):9.2f} ms ± {statistics.stdev(times) if len(times) > 1 else 0:.2f}  "
          f"({min(times):.2f} … {max(times):.2f})  {label}")


def main():
    begin = time.monotonic()
    types, pairs, graph = read(sys.argv[1])
    print(f"networkx {nx.__version__}: read in {time.monotonic() - begin:.1f} s")
    view = nx.subgraph_view(graph, filter_edge=lambda start, end, key: key[0] in types)
    times, of_relata, bad = [], [], 0
    begin = time.monotonic()
    for start, end, expected, took in pairs:
        if time.monotonic() - begin > ENOUGH:
            break
        since = time.perf_counter()
        found = hops(view, start, end)
        times.append(1000 * (time.perf_counter() - since))
        of_relata.append(took)
        if found != expected:
            print(f"WRONG: from vertex {start} to {end}, relata finds {expected} hops and networkx {found}")
            bad += 1
    print(f"shortest, three relation types: {len(times)} of the pairs")
    show(of_relata, "relata")
    show(times, "networkx: search in a filtered view")
    print(f"{statistics.median(times) / statistics.median(of_relata):9.1f} times as long takes networkx")
    sys.exit(1 if bad else 0)


main()
