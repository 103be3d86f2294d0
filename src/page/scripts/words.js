// SPDX-License-Identifier: GPL-2.0-or-later
// Makes sentences, as src/cli/hops.c does. A sentence is an array of parts {text, as}, so that names can be marked up.
import {dayInWords} from './dates.js';
import {firstAsked, spokenUntil} from './holding.js';
import {verdictInWords} from './verdict.js';

export const certaintyNames = ['possible', 'probable', 'certain'];
// Shown in place of a quotation that was dropped: RELATA_MISQUOTED_WORDS of src/corpus/corpus.h.
export const misquotedWords = 'its quotation is not in the document';

// Returns the label of the tie's relation, seen from one of its ends.
export function labelOf(data, tie, forward) {
  const relation = data.relation_types[data.ties[tie].type];
  return forward || relation.symmetric ? relation.label : relation.inverse;
}

export function hopEnds(data, tie, at) {
  const {from, to} = data.ties[tie];
  return at === from ? [from, to] : [to, from];
}

// Returns "R3" for "DOCUMENT:R3", because the document is named beside it.
export function shortId(data, claim) {
  const prefix = claim.document === null ? '' : `${data.documents[claim.document].id}:`;
  return claim.id.startsWith(prefix) ? claim.id.slice(prefix.length) : claim.id;
}

// Returns "presumably still so" or the like where a claim does not surely hold on the days that are asked about; else null.
export function holdsInWords(data, state, selection, claim, event) {
  const reading = selection.surest[claim];
  if (!selection.asks || reading <= 0)
    return null;
  if (reading === 2)
    return event ? 'possibly by then' : 'possibly so then';
  if (event)
    return 'presumably by then';
  return spokenUntil(data.claims[claim]) < firstAsked(data, state) ? 'presumably still so' : 'presumably so by then';
}

// Returns how many ties rest on presumption, as relata_network_presumption_in_words() says it; null where none does.
export function presumedInWords({presumed: {ties, since}, reading, nTies}) {
  if (ties === 0)
    return null;
  const dated = since !== Infinity;
  return `${ties} of ${nTies} ${nTies === 1 ? 'tie' : 'ties'} ${ties === 1 ? 'is' : 'are'} presumed` +
    `${reading === 2 ? ' or possible only' : dated ? ' to have lasted' : ''}` +
    `${dated ? `: last attested ${ties === 1 ? 'on' : 'as long ago as'} ${dayInWords(since)}` : ''}`;
}

// Returns the verdict on a tie, by the claims of the selection.
export function verdictOfTie(data, selection, tie) {
  const {claims, type} = data.ties[tie];
  const passing = claims.filter((claim) => selection.claims[claim]).map((claim) => data.claims[claim]);
  return verdictInWords(data, passing, data.relation_types[type].event, selection.verdicts[tie]);
}

// Returns "B2", or what is known of it; '' where nothing is.
export function gradeOf(data, {document, credibility}) {
  return `${(document === null ? null : data.documents[document].reliability) ?? ''}${credibility ?? ''}`;
}

// Returns the number of a figure, and what stands in parentheses after it: the best estimate, and where its numbers contradict
// each other; as relata_corpus_figure_in_words() has them, but with thousands separated.
export function figureInWords({min, max, best}) {
  const number = (value) => value.toLocaleString('en');
  const empty = min !== null && max !== null && min > max;
  const outside = !empty && best !== null && ((min !== null && best < min) || (max !== null && best > max));
  if (min === null && max === null)
    return {range: best === null ? 'not given' : `about ${number(best)}`, marks: ''};
  const range = min === null ? `at most ${number(max)}` : max === null ? `at least ${number(min)}`
    : min === max ? number(min) : `${number(min)}–${number(max)}`;
  const estimate = best !== null && (min !== max || outside) ? `best ${number(best)}${outside ? ', outside the range' : ''}` : '';
  const marks = [empty ? 'an empty range' : '', estimate].filter(Boolean).join('; ');
  return {range, marks: marks === '' ? '' : ` (${marks})`};
}

function speakerParts({by, through, itself}) {
  const parts = by === null ? [] : [{text: 'according to '}, {text: by, as: 'name'},
    ...[...through].reverse().flatMap((outer) => [{text: ', as '}, {text: outer, as: 'name'}, {text: ' says'}])];
  if (itself)
    parts.push({text: `${by === null ? '' : ', '}says so itself`});
  return parts.length > 0 ? [...parts, {text: ', '}] : [];
}

function sourceParts(data, claim) {
  const grade = gradeOf(data, claim), graded = grade === '' ? [] : [{text: ` [${grade}]`}];
  if (claim.document === null)
    return [{text: 'in no document'}, ...graded];
  const document = data.documents[claim.document], parts = [{text: 'in '}, {text: document.id, as: 'document'}];
  if (claim.start !== null && claim.end !== null)
    parts.push({text: `:${claim.start}–${claim.end}`});
  if (document.published !== null)
    parts.push({text: `, published ${document.published_words ?? document.published}`});
  if (document.origin !== null)
    parts.push({text: ', from '}, {text: document.origin, as: 'name'});
  return [...parts, ...graded];
}

// Returns parts such as " (15 August 2021; presumably still so; probable; according to X, in DOC:120–204, published …, from …)".
function provenance(data, claim, holds) {
  const parts = [{text: ` (${claim.when_words ?? 'undated'}`}];
  if (claim.place)
    parts.push({text: ', in '}, {text: claim.place, as: 'name'});
  if (holds !== null)
    parts.push({text: `; ${holds}`});
  if (claim.certainty < 2)
    parts.push({text: `; ${certaintyNames[claim.certainty]}`});
  return [...parts, {text: '; '}, ...speakerParts(claim), ...sourceParts(data, claim), {text: ')'}];
}

function claimParts(data, claim, holds) {
  const parts = provenance(data, claim, holds);
  if (claim.text !== null)
    parts.push({text: ': “'}, {text: claim.text, as: 'evidence'}, {text: '”'});
  else if (claim.misquoted)
    parts.push({text: ' ('}, {text: misquotedWords, as: 'unsure'}, {text: ')'});
  parts.push({text: ' ['}, {text: shortId(data, claim), as: 'id'}, {text: ']'});
  for (const {measure, words, of_claim: of} of data.figures)
    if (of !== null && of === claim.id)
      parts.push({text: '; '}, {text: `${measure}: ${words}`, as: 'name'});
  if (claim.note !== null)
    parts.push({text: '. Note: '}, {text: claim.note, as: 'note'});
  return parts;
}

function othersLine(data, selection, from, to, meant) {
  const others = data.ties.flatMap((other, i) =>
    i !== meant && selection.ties[i] && ((other.from === from && other.to === to) || (other.from === to && other.to === from)) ? [i] : []);
  return others.length === 0 ? [] : [[{text: from === to ? 'Other ties with itself: ' : 'Other ties between the two: '},
    ...others.flatMap((other, i) => [{text: i > 0 ? ', ' : ''},
      {text: labelOf(data, other, data.ties[other].from === from), as: 'relation', sign: data.relation_types[data.ties[other].type].sign}]),
    {text: '.'}]];
}

function kindsLine({corroboration, withKinds}, tie) {
  const n = corroboration[tie], all = withKinds[tie];
  return all === n ? [] : [[{text: `Affirmed by ${n} origin${n === 1 ? '' : 's'}${all > n ? ` (with the kinds that count with it ${all})` : ''}.`}]];
}

// Returns the lines that describe a hop: the relation with the first claim that affirms it, the other claims, the other ties
// between the two actors. If some deny it, the first line is the verdict. Only claims and ties of the selection are included.
export function hopSentences(data, state, selection, at, {tie, forward}) {
  const {claims, type} = data.ties[tie], [from, to] = hopEnds(data, tie, at), {event, sign} = data.relation_types[type];
  const passing = claims.filter((claim) => selection.claims[claim]), denied = passing.some((claim) => !data.claims[claim].affirms);
  const first = denied ? -1 : passing.find((claim) => data.claims[claim].affirms);
  const told = (claim) => claimParts(data, data.claims[claim], holdsInWords(data, state, selection, claim, event));
  const verdict = denied ? [{text: ': '}, {text: verdictOfTie(data, selection, tie), as: selection.verdicts[tie] === 'affirmed' ? undefined : 'denied'}] : [];
  const lines = [[
    {text: data.actors[from].name, as: 'actor', actor: from}, {text: ' '},
    {text: labelOf(data, tie, forward), as: 'relation', sign}, {text: ' '},
    {text: data.actors[to].name, as: 'actor', actor: to}, ...denied ? verdict : told(first),
  ]];
  for (const claim of passing) {
    const {affirms} = data.claims[claim];
    if (claim !== first)
      lines.push([{text: affirms ? denied ? 'Affirmed' : 'Also' : 'Denied', as: affirms ? undefined : 'denied'}, ...told(claim)]);
  }
  return [...lines, ...kindsLine(selection, tie), ...othersLine(data, selection, from, to, tie)];
}

export function plainWords(parts) {
  return parts.map(({text}) => text).join('');
}

// Quotes a word for the shell if necessary.
export function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
