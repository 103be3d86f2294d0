// SPDX-License-Identifier: GPL-2.0-or-later
// Computes what the state's filters leave, as src/network does. Each claim passes or fails. A tie is shown if a passing
// claim affirms it. Its corroboration is the smaller of the numbers of different origins and voices of these claims. A
// minimum is reached with the claims of kinds that count with the tie (kin). Filters of evidence (documents, certainty, grade)
// also decide what ends a state.
import {reaches} from './grades.js';
import {firstAsked, questionsOf, readingOf, spokenUntil, surestReading} from './holding.js';
import {corroborate, verdictOf} from './verdict.js';

export const filterNames = ['relations', 'signs', 'types', 'documents', 'certainty', 'time', 'grade', 'corroboration', 'undisputed'];

// Returns which types are hidden: those named, and their kinds.
export function hiddenKinds(types, ids) {
  const named = new Set(ids), hidden = (type) => named.has(type.id) || (type.parent != null && hidden(types[type.parent]));
  return types.map(hidden);
}

// Counts independent sources with each group of the claims that count with a tie's own, those that pass.
function withKin(data, own, kin, passes) {
  return kin.reduce((most, group) => Math.max(most, corroborate(data,
    own.concat(group.filter(([claim, type]) => passes(claim, type)).map(([claim]) => data.claims[claim])))),
  corroborate(data, own));
}

// Returns which claims pass, as the bits of the filters that each fails at, and the surest reading in which each holds.
function judge(data, state) {
  const noRelation = hiddenKinds(data.relation_types, state.relations), noSign = new Set(state.signs), noDocument = new Set(state.documents);
  const hidesDocument = data.documents.map(({id}) => noDocument.has(id)), reading = readingOf(data, state), questions = questionsOf(data, state);
  const graded = (document, credibility) => reaches(document === null ? null : data.documents[document].reliability, credibility, state.grade);
  const heard = (document, certainty, credibility) =>
    !(document !== null && hidesDocument[document]) && certainty >= state.certainty && graded(document, credibility);
  const surest = data.claims.map((claim) => questions.length === 0 ? 0 : surestReading(claim, reading, questions, heard));
  const failsAt = (index, type) => {
    const claim = data.claims[index];
    return (noRelation[type] ? 1 : 0) | (noSign.has(data.relation_types[type].sign) ? 2 : 0) |
      (claim.document !== null && hidesDocument[claim.document] ? 8 : 0) | (claim.certainty < state.certainty ? 16 : 0) | (surest[index] < 0 ? 32 : 0) |
      (graded(claim.document, claim.credibility) ? 0 : 64);
  };
  return {failsAt, surest, reading, heard, asks: questions.length > 0};
}

// Counts the ties that no claim surely affirms on the days that are asked about, and finds the oldest of the days on which
// each was last attested, as src/network/network_build.c does.
function countPresumed(data, state, result) {
  const asked = firstAsked(data, state);
  for (const [i, {claims}] of data.ties.entries()) {
    const counts = (claim) => result.claims[claim] && data.claims[claim].affirms && data.claims[claim].time.spoken !== undefined;
    const dated = result.ties[i] ? claims.filter(counts) : [];
    const last = dated.length > 0 ? Math.max(...dated.map((claim) => spokenUntil(data.claims[claim]))) : -Infinity;
    if (last === -Infinity || dated.some((claim) => result.surest[claim] === 0))
      continue;
    result.presumed.ties++;
    if (last < asked)
      result.presumed.since = Math.min(result.presumed.since, last);
  }
}

// Returns {ties, corroboration, withKinds, certainty, verdicts: by tie; claims, surest (reading): by claim; actors, degree: by
// actor; spoken: by actor, whether the documents that are not hidden make a claim about it; hidden: by filter, the ties that
// it alone hides; presumed: {ties, since}; reading, asks (about days); nTies, nActors}.
// O(claims · filters).
export function select(data, state) {
  const {ties, claims, actors} = data, noType = hiddenKinds(data.actor_types, state.types), {failsAt, surest, reading, heard, asks} = judge(data, state);
  const result = {
    ties: new Array(ties.length).fill(false), corroboration: new Array(ties.length).fill(0), withKinds: new Array(ties.length).fill(0),
    certainty: new Array(ties.length).fill(0), verdicts: new Array(ties.length).fill('denied'),
    claims: new Array(claims.length).fill(false), surest, actors: actors.map(({type}) => type === null || !noType[type]),
    degree: new Array(actors.length).fill(0), spoken: new Array(actors.length).fill(state.documents.length === 0),
    hidden: Object.fromEntries(filterNames.map((name) => [name, 0])),
    presumed: {ties: 0, since: Infinity}, reading, asks, nTies: 0, nActors: 0,
  };
  const least = Math.max(state.corroboration, data.bounds.corroboration); // what the page was made with holds under every filter
  for (const [i, tie] of ties.entries()) {
    const everyone = tie.claims.map((index) => claims[index]).filter(({affirms}) => affirms), passing = [], {event} = data.relation_types[tie.type];
    const ofEnds = result.actors[tie.from] && result.actors[tie.to] ? 0 : 4;
    let common = 127; // what all affirming claims fail at: each bit a filter that hides the tie by itself
    for (const index of tie.claims) {
      const fails = ofEnds | failsAt(index, tie.type);
      result.claims[index] = fails === 0;
      if ((fails & 8) === 0)
        result.spoken[tie.from] = result.spoken[tie.to] = true;
      if (fails === 0)
        passing.push(claims[index]);
      if (claims[index].affirms)
        common &= fails;
    }
    const affirming = passing.filter(({affirms}) => affirms);
    result.verdicts[i] = verdictOf(passing, event, asks, heard);
    if (everyone.length === 0)
      continue; // only denied
    for (let bit = 0; bit < 7; bit++)
      if (common >> bit & 1)
        result.hidden[filterNames[bit]]++;
    if (withKin(data, everyone, tie.kin, (index) => claims[index].affirms) < least)
      result.hidden.corroboration++;
    if (state.undisputed && verdictOf(tie.claims.map((index) => claims[index]), event, asks, () => true) === 'disputed')
      result.hidden.undisputed++;
    result.certainty[i] = affirming.reduce((most, {certainty}) => Math.max(most, certainty), 0);
    result.corroboration[i] = result.withKinds[i] = corroborate(data, affirming);
    if (result.corroboration[i] < least)
      result.withKinds[i] = withKin(data, affirming, tie.kin, (index, type) => claims[index].affirms && (ofEnds | failsAt(index, type)) === 0);
    result.ties[i] = affirming.length > 0 && result.withKinds[i] >= least && !(state.undisputed && result.verdicts[i] === 'disputed');
    if (result.ties[i]) {
      result.nTies++;
      result.degree[tie.from]++;
      result.degree[tie.to]++;
    }
  }
  if (asks)
    countPresumed(data, state, result);
  result.nActors = result.actors.filter(Boolean).length;
  return result;
}
