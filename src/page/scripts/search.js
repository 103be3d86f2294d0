// SPDX-License-Identifier: GPL-2.0-or-later
// Finds actors by name and alias, folded as the program does it, best matches first.
import {fold} from './fold.js';

const foldedNames = new WeakMap();

function namesOf(data) {
  let names = foldedNames.get(data);
  if (names === undefined) {
    names = data.actors.map((actor) => [actor.name, ...actor.aliases, ...actor.weak_aliases, actor.id]
      .map((name, i) => ({name, folded: fold(name), kind: i === 0 ? 0 : i <= actor.aliases.length ? 1 : 2})));
    foldedNames.set(data, names);
  }
  return names;
}

// Returns the rank of a match; lower is better: the whole name, its beginning, the beginning of a word, any part.
function rank(folded, query) {
  const at = folded.indexOf(query);
  if (at < 0)
    return Infinity;
  if (at === 0)
    return folded.length === query.length ? 0 : 1;
  return folded.includes(` ${query}`) ? 2 : 3;
}

// Returns [{actor, name}] with the name or alias that matched. At equal rank, an actor's own name comes before aliases,
// these before weak aliases; then by id.
export function search(data, query) {
  const wanted = fold(query);
  if (wanted === '')
    return [];
  const found = [];
  for (const [actor, names] of namesOf(data).entries()) {
    let best = null;
    for (const {name, folded, kind} of names) {
      const worth = rank(folded, wanted) * 3 + kind;
      if (worth < Infinity && (best === null || worth < best.worth))
        best = {actor, name, worth};
    }
    if (best !== null)
      found.push(best);
  }
  return found.sort((a, b) => a.worth - b.worth || a.actor - b.actor);
}

// Returns the one actor that the words name, by id, name or alias; -1 if there is not exactly one.
export function actorNamed(data, words) {
  const exact = data.actors.findIndex(({name}) => name === words), byId = data.actors.findIndex(({id}) => id === words);
  if (exact >= 0 && data.actors.filter(({name}) => name === words).length === 1)
    return exact;
  if (byId >= 0)
    return byId;
  const wanted = fold(words), whole = wanted === '' ? [] : namesOf(data).flatMap((names, actor) =>
    names.some(({folded, kind}) => folded === wanted && kind < 2) ? [actor] : []);
  return whole.length === 1 ? whole[0] : -1;
}
