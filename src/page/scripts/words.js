// SPDX-License-Identifier: GPL-2.0-or-later
// Makes sentences, as src/cli/hops.c does. A sentence is an array of parts {text, as}, so that names can be marked up.

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

// Returns parts such as " (15 August 2021; probable; according to X, in DOC:120–204, published …, from …)".
function provenance(data, claim) {
  const parts = [{text: ` (${claim.when_words ?? 'undated'}`}];
  if (claim.place)
    parts.push({text: ', in '}, {text: claim.place, as: 'name'});
  if (claim.certainty < 2)
    parts.push({text: `; ${certaintyNames[claim.certainty]}`});
  parts.push({text: '; '});
  if (claim.by !== null)
    parts.push({text: 'according to '}, {text: claim.by, as: 'name'}, {text: ', '});
  if (claim.document === null)
    return [...parts, {text: 'in no document)'}];
  const document = data.documents[claim.document];
  parts.push({text: 'in '}, {text: document.id, as: 'document'});
  if (claim.start !== null && claim.end !== null)
    parts.push({text: `:${claim.start}–${claim.end}`});
  if (document.published !== null)
    parts.push({text: `, published ${document.published_words ?? document.published}`});
  if (document.origin !== null)
    parts.push({text: ', from '}, {text: document.origin, as: 'name'});
  return [...parts, {text: ')'}];
}

function claimParts(data, claim) {
  const parts = provenance(data, claim);
  if (claim.text !== null)
    parts.push({text: ': “'}, {text: claim.text, as: 'evidence'}, {text: '”'});
  else if (claim.misquoted)
    parts.push({text: ' ('}, {text: misquotedWords, as: 'unsure'}, {text: ')'});
  parts.push({text: ' ['}, {text: shortId(data, claim), as: 'id'}, {text: ']'});
  if (claim.note !== null)
    parts.push({text: '. Note: '}, {text: claim.note, as: 'note'});
  return parts;
}

// Returns the lines that describe a hop: the relation with the first claim that affirms it, the other claims, the other ties
// between the two actors. Only claims and ties of the selection are included.
export function hopSentences(data, selection, at, {tie, forward}) {
  const {claims, type} = data.ties[tie], [from, to] = hopEnds(data, tie, at);
  const passing = claims.filter((claim) => selection.claims[claim]);
  const first = passing.find((claim) => data.claims[claim].affirms);
  const lines = [[
    {text: data.actors[from].name, as: 'actor', actor: from}, {text: ' '},
    {text: labelOf(data, tie, forward), as: 'relation', sign: data.relation_types[type].sign}, {text: ' '},
    {text: data.actors[to].name, as: 'actor', actor: to}, ...claimParts(data, data.claims[first]),
  ]];
  for (const claim of passing)
    if (claim !== first)
      lines.push([{text: data.claims[claim].affirms ? 'Also' : 'Denied', as: data.claims[claim].affirms ? undefined : 'denied'},
        ...claimParts(data, data.claims[claim])]);
  const others = data.ties.flatMap((other, i) =>
    i !== tie && selection.ties[i] && ((other.from === from && other.to === to) || (other.from === to && other.to === from)) ? [i] : []);
  if (others.length > 0)
    lines.push([{text: 'Other ties between the two: '},
      ...others.flatMap((other, i) => [{text: i > 0 ? ', ' : ''},
        {text: labelOf(data, other, data.ties[other].from === from), as: 'relation', sign: data.relation_types[data.ties[other].type].sign}]),
      {text: '.'}]);
  return lines;
}

export function plainWords(parts) {
  return parts.map(({text}) => text).join('');
}

// Quotes a word for the shell if necessary.
export function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
