// SPDX-License-Identifier: GPL-2.0-or-later
// Finds paths with the fewest hops between two actors over the ties that are shown: without a pattern these are the shortest
// in every mode of the program. They are in the order of src/paths/path.h: hop by hop by target actor, corroboration (more
// first), relation type id, forward before backward.

export const mostPaths = 1000; // as relata path --all gives without --limit

const bySelection = new WeakMap();

function compareText(a, b) { // by code point, as strcmp() orders UTF-8
  const left = Array.from(a), right = Array.from(b);
  for (let i = 0; i < left.length && i < right.length; i++)
    if (left[i] !== right[i])
      return left[i].codePointAt(0) - right[i].codePointAt(0);
  return left.length - right.length;
}

// Returns by actor the ordered hops that leave it.
function adjacency(data, selection) {
  const known = bySelection.get(selection);
  if (known !== undefined)
    return known;
  const byId = data.relation_types.map((_, i) => i).sort((a, b) => compareText(data.relation_types[a].id, data.relation_types[b].id));
  const rank = [];
  byId.forEach((type, place) => { rank[type] = place; });
  const hops = data.actors.map(() => []);
  data.ties.forEach(({from, to, type}, tie) => {
    if (!selection.ties[tie])
      return;
    hops[from].push({to, tie, forward: true});
    if (to !== from)
      hops[to].push({to: from, tie, forward: data.relation_types[type].symmetric});
  });
  for (const list of hops)
    list.sort((a, b) => a.to - b.to || selection.corroboration[b.tie] - selection.corroboration[a.tie] ||
                        rank[data.ties[a.tie].type] - rank[data.ties[b.tie].type] || b.forward - a.forward);
  bySelection.set(selection, hops);
  return hops;
}

// Returns by actor the smallest number of hops to the end, no farther than the start; Infinity beyond.
function distancesTo(hops, to, from) {
  const distances = new Array(hops.length).fill(Infinity), queue = [to];
  distances[to] = 0;
  for (let i = 0; i < queue.length && distances[from] === Infinity; i++)
    for (const hop of hops[queue[i]])
      if (distances[hop.to] === Infinity) {
        distances[hop.to] = distances[queue[i]] + 1;
        queue.push(hop.to);
      }
  return distances;
}

// Returns the first path; or with `all` the shortest paths (at most mostPaths). A path is an array of {tie, forward}; it is
// empty if both ends are the same actor, of whom the documents that are shown must say something. O(V + E), plus the length of each path.
export function findPaths(data, selection, from, to, all) {
  if ([from, to].some((end) => !selection.actors[end] || !selection.spoken[end]))
    return [];
  const hops = adjacency(data, selection), distances = distancesTo(hops, to, from), paths = [], most = all ? mostPaths : 1;
  if (distances[from] === Infinity)
    return [];
  const next = [0], path = []; // by hop: where to go on in the list of its actor
  for (let at = from; ;) {
    const list = hops[at], depth = path.length;
    if (distances[at] === 0 && paths.push(path.map(({tie, forward}) => ({tie, forward}))) === most)
      return paths;
    while (next[depth] < list.length && distances[list[next[depth]].to] !== distances[at] - 1)
      next[depth]++;
    if (distances[at] > 0 && next[depth] < list.length) {
      const hop = list[next[depth]++];
      path.push({...hop, at});
      next[depth + 1] = 0;
      at = hop.to;
    } else if (depth > 0) {
      at = path.pop().at;
    } else {
      return paths;
    }
  }
}
