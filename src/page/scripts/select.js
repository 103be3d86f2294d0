// SPDX-License-Identifier: GPL-2.0-or-later
// Computes what the state's filters leave, as src/network does. Each claim passes or fails. A tie is shown if a passing
// claim affirms it. Its corroboration is the smaller of the numbers of different origins and voices of these claims. A
// minimum is reached with the claims of kinds that count with the tie (kin).
import {begun, overlaps} from './dates.js';

export const filterNames = ['relations', 'signs', 'types', 'documents', 'certainty', 'time', 'corroboration'];

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

// Counts independent sources. Lists are usually short.
function corroborate(data, claims) {
  if (claims.length < 2)
    return claims.length;
  return Math.min(new Set(claims.map(({document}) => document === null ? -1 : data.documents[document].origin_index)).size,
                  new Set(claims.map(({voice}) => voice)).size);
}

// The same with each group of the claims that count with them, those that pass.
function withKin(data, own, kin, passes) {
  return kin.reduce((most, group) => Math.max(most, corroborate(data,
    own.concat(group.filter(([claim, type]) => passes(data.claims[claim], type)).map(([claim]) => data.claims[claim])))),
  corroborate(data, own));
}

// Returns {ties, corroboration, certainty: by tie; claims: by claim; actors, degree: by actor; hidden: by filter, the ties
// that it alone hides; nTies, nActors}. O(claims · filters).
export function select(data, state) {
  const {ties, claims, actors} = data;
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
    const everyone = [], passing = [];
    const ofEnds = result.actors[tie.from] && result.actors[tie.to] ? 0 : 4;
    const failsAt = (claim, type) => ofEnds | (noRelation[type] ? 1 : 0) | (noSign.has(data.relation_types[type].sign) ? 2 : 0) |
      (claim.document !== null && hidesDocument[claim.document] ? 8 : 0) | (claim.certainty < state.certainty ? 16 : 0) |
      (stoodAt(state.time, claim.days, data.relation_types[type].event) ? 0 : 32);
    let common = 63; // what all affirming claims fail at: each bit a filter that hides the tie by itself
    for (const index of tie.claims) {
      const claim = claims[index], fails = failsAt(claim, tie.type);
      result.claims[index] = fails === 0;
      if (!claim.affirms)
        continue;
      common &= fails;
      everyone.push(claim);
      if (fails === 0) {
        passing.push(claim);
        result.certainty[i] = Math.max(result.certainty[i], claim.certainty);
      }
    }
    if (everyone.length === 0)
      continue; // only denied
    for (let bit = 0; bit < 6; bit++)
      if (common >> bit & 1)
        result.hidden[filterNames[bit]]++;
    if (withKin(data, everyone, tie.kin, ({affirms}) => affirms) < least)
      result.hidden.corroboration++;
    result.corroboration[i] = corroborate(data, passing);
    result.ties[i] = passing.length > 0 && (result.corroboration[i] >= least ||
      withKin(data, passing, tie.kin, (claim, type) => claim.affirms && failsAt(claim, type) === 0) >= least);
    if (result.ties[i]) {
      result.nTies++;
      result.degree[tie.from]++;
      result.degree[tie.to]++;
    }
  }
  result.nActors = result.actors.filter(Boolean).length;
  return result;
}
