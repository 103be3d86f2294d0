// SPDX-License-Identifier: GPL-2.0-or-later
// Computes what the state's filters leave, as src/network does. Each claim passes or fails. A tie is shown if a passing
// claim affirms it. Its corroboration is the number of independent origins of these claims.
import {begun, overlaps} from './dates.js';
import {fold} from './fold.js';

export const filterNames = ['relations', 'signs', 'types', 'documents', 'certainty', 'time', 'corroboration'];

const byData = new WeakMap();

// Prepares what does not depend on the state: the origin of each document.
function prepare(data) {
  let known = byData.get(data);
  if (known === undefined) {
    const origins = new Map();
    known = data.documents.map(({id, origin}) => {
      const folded = origin === null ? '' : fold(origin), key = folded === '' ? `\t${id}` : folded;
      return origins.get(key) ?? (origins.set(key, origins.size), origins.size - 1);
    });
    byData.set(data, known);
  }
  return known;
}

// Returns which types are hidden: those named, and their kinds.
export function hiddenKinds(types, ids) {
  const named = new Set(ids), hidden = (type) => named.has(type.id) || (type.parent != null && hidden(types[type.parent]));
  return types.map(hidden);
}

// Returns whether a state held at that time; for an event and a day, whether it had happened by then.
function stoodAt(time, days, event) {
  if (time === null || days === null)
    return true;
  if ('asOf' in time) {
    const day = [time.asOf, time.asOf, time.asOf, time.asOf];
    return event ? begun(days, day) : overlaps(days, day);
  }
  return overlaps(days, [time.from, time.from, time.to, time.to]);
}

// Counts the different origins. Lists are usually short.
function countOrigins(origins) {
  return origins.length < 2 ? origins.length : new Set(origins).size;
}

// Returns {ties, corroboration, certainty: by tie; claims: by claim; actors, degree: by actor; hidden: by filter, the ties
// that it alone hides; nTies, nActors}. O(claims · filters).
export function select(data, state) {
  const origins = prepare(data), {ties, claims, actors} = data;
  const noRelation = hiddenKinds(data.relation_types, state.relations), noType = hiddenKinds(data.actor_types, state.types);
  const noDocument = new Set(state.documents), noSign = new Set(state.signs);
  const hidesDocument = data.documents.map(({id}) => noDocument.has(id));
  const result = {
    ties: new Array(ties.length).fill(false), corroboration: new Array(ties.length).fill(0), certainty: new Array(ties.length).fill(0),
    claims: new Array(claims.length).fill(false), actors: actors.map(({type}) => type === null || !noType[type]),
    degree: new Array(actors.length).fill(0), hidden: Object.fromEntries(filterNames.map((name) => [name, 0])), nTies: 0, nActors: 0,
  };
  const least = Math.max(state.corroboration, data.bounds.corroboration); // what the page was made with holds under every filter
  for (const [i, tie] of ties.entries()) {
    const relation = data.relation_types[tie.type], everyone = [], passing = [];
    const ofTie = (noRelation[tie.type] ? 1 : 0) | (noSign.has(relation.sign) ? 2 : 0) |
                  (result.actors[tie.from] && result.actors[tie.to] ? 0 : 4);
    let common = 63; // what all affirming claims fail at: each bit a filter that hides the tie by itself
    for (const index of tie.claims) {
      const claim = claims[index];
      const fails = ofTie | (claim.document !== null && hidesDocument[claim.document] ? 8 : 0) |
                    (claim.certainty < state.certainty ? 16 : 0) | (stoodAt(state.time, claim.days, relation.event) ? 0 : 32);
      result.claims[index] = fails === 0;
      if (!claim.affirms)
        continue;
      const origin = claim.document === null ? -1 : origins[claim.document];
      common &= fails;
      everyone.push(origin);
      if (fails === 0) {
        passing.push(origin);
        result.certainty[i] = Math.max(result.certainty[i], claim.certainty);
      }
    }
    if (everyone.length === 0)
      continue; // only denied
    for (let bit = 0; bit < 6; bit++)
      if (common >> bit & 1)
        result.hidden[filterNames[bit]]++;
    if (countOrigins(everyone) < least)
      result.hidden.corroboration++;
    result.corroboration[i] = countOrigins(passing);
    result.ties[i] = passing.length > 0 && result.corroboration[i] >= least;
    if (result.ties[i]) {
      result.nTies++;
      result.degree[tie.from]++;
      result.degree[tie.to]++;
    }
  }
  result.nActors = result.actors.filter(Boolean).length;
  return result;
}
