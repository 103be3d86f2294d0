// SPDX-License-Identifier: GPL-2.0-or-later
// What the claims of a tie say together, as src/network/verdict.c has it.
import {daysOf, spokenDays} from './holding.js';

// Returns the claims with the days that are given for each, by the first.
function inOrder(claims, days) {
  const said = claims.map((claim) => ({days: days(claim), affirms: claim.affirms, certainty: claim.certainty, since: claim.time.since ?? 'then'}));
  return said.sort((a, b) => a.days[0] === b.days[0] ? b.affirms - a.affirms : a.days[0] - b.days[0]);
}

// Returns whether a claim and one of the other stance share a day, and whether a claim cannot end an earlier one of the other
// stance, because it is less certain.
function contradict(said) {
  const last = {true: null, false: null}, most = {true: 0, false: 0}; // by stance: how far those before reach, and how certain they are
  let doubted = false;
  for (const {days, affirms, certainty} of said) {
    if (last[!affirms] !== null && days[0] <= last[!affirms])
      return {share: true, doubted};
    doubted ||= last[!affirms] !== null && certainty < Math.min(most[!affirms], 1);
    last[affirms] = Math.max(last[affirms] ?? -Infinity, days[1]);
    most[affirms] = Math.max(most[affirms], certainty);
  }
  return {share: false, doubted};
}

// Returns 'affirmed', 'disputed' or 'denied'. A tie is disputed if a claim that affirms it and one that denies it may speak of
// the same day, or a later one is too uncertain to end the earlier; where days are asked about, all of its claims speak of these.
// heard: see daysOf().
export function verdictOf(claims, event, asks, heard) {
  const affirming = claims.filter(({affirms}) => affirms);
  if (affirming.length === 0 || affirming.length === claims.length)
    return affirming.length === 0 ? 'denied' : 'affirmed';
  if (asks)
    return 'disputed';
  const {share, doubted} = contradict(inOrder(claims, (claim) => spokenDays(claim, event)));
  if (share || event || !doubted)
    return share ? 'disputed' : 'affirmed';
  return contradict(inOrder(claims, (claim) => daysOf(claim, 1, false, heard))).share ? 'disputed' : 'affirmed';
}

// Counts independent sources: different origins, and different voices. Lists are usually short.
export function corroborate(data, claims) {
  return claims.length < 2 ? claims.length
    : Math.min(new Set(claims.map((claim) => originOf(data, claim))).size, new Set(claims.map(({voice}) => voice)).size);
}

function originOf(data, {document}) {
  return document === null ? Infinity : data.documents[document].origin_index;
}

// Returns "; AFP and Reuters say both", of origins that affirm and deny.
function bothSides(data, affirming, denying) {
  const denied = new Set(denying.map((claim) => originOf(data, claim)));
  const both = [...new Set(affirming.map((claim) => originOf(data, claim)))].filter((origin) => denied.has(origin)).sort((a, b) => a - b);
  if (both.length === 0)
    return '';
  const names = both.map((origin) => origin === Infinity ? 'claims without a document'
    : data.documents.find((document) => document.origin_index === origin).origin_name);
  const list = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `; ${list} ${both.length === 1 && both[0] !== Infinity ? 'says' : 'say'} both`;
}

// Returns the verdict on a tie with the numbers of independent sources. claims: those of the selection.
export function verdictInWords(data, claims, event, verdict) {
  const affirming = claims.filter(({affirms}) => affirms), denying = claims.filter(({affirms}) => !affirms);
  const n = corroborate(data, affirming), m = corroborate(data, denying), origins = (number) => `${number} origin${number === 1 ? '' : 's'}`;
  if (verdict === 'disputed')
    return `disputed, ${origins(n)} ${n === 1 ? 'says' : 'say'} so, ${m} ${m === 1 ? 'denies' : 'deny'} it${bothSides(data, affirming, denying)}`;
  if (verdict === 'denied')
    return `only denied, by ${origins(m)}`;
  if (denying.length === 0)
    return origins(n);
  const said = inOrder(claims, (claim) => spokenDays(claim, event)), turns = said.filter(({affirms}, i) => i > 0 && affirms !== said[i - 1].affirms);
  const {affirms, since} = turns.at(-1), [before, now] = affirms ? ['denied', 'affirmed'] : ['affirmed', 'denied'];
  return `${origins(n)}, ${turns.length === 1 ? `${before} until ${since}, ${now} since` : `affirmed and denied in turn, ${now} since ${since}`}`;
}
