// SPDX-License-Identifier: GPL-2.0-or-later
// Shows claims to the reader: the text with its mentions marked, who states it and where, when it held, and how certain it
// is. Claims that deny are beside those that affirm.
import {link, make, nameOf, plural, visible} from './dom.js';
import {certaintyNames, figureInWords, gradeOf, holdsInWords, misquotedWords, shortId} from './words.js';

// Returns the text with its mentions as <mark>. Offsets count code points, unlike JavaScript's strings.
function markedText(data, claim) {
  const characters = Array.from(claim.text), parts = [];
  let done = 0;
  for (const [start, end, actor] of claim.marks ?? []) {
    if (start < done || end > characters.length || end <= start)
      continue; // one mention within another
    parts.push(visible(characters.slice(done, start).join('')).replace(/^$/, ''));
    parts.push(make('mark', {title: data.actors[actor]?.name}, characters.slice(start, end).join('')));
    done = end;
  }
  parts.push(visible(characters.slice(done).join('')));
  // visible() collapses white space, but a space beside a mention must stay.
  return make('blockquote', {dir: 'auto'}, parts);
}

function documentLine(data, index) {
  if (index === null)
    return make('span', {class: 'document'}, 'in no document');
  const {title, publisher, author, origin, published_words: words, published, url, id} = data.documents[index];
  const from = publisher ?? (origin !== title ? origin : null), name = title ?? id;
  return make('span', {class: 'document'},
    make('span', {class: 'number', title: `Source ${index + 1}`}, String(index + 1)), ' ',
    make('cite', {dir: 'auto'}, url ? link(url, name) : name),
    from ? [', ', nameOf(from)] : null, author ? [', ', nameOf(author)] : null, publisher && origin && origin !== publisher ? [', from ', nameOf(origin)] : null,
    published ? `, published ${words ?? published}` : null);
}

// Returns the number of a figure, with its best estimate, unit and measure.
function rangeLine(figure) {
  const {range, marks} = figureInWords(figure), {unit, measure} = figure;
  return make('p', {class: 'range'}, make('strong', {}, range), marks, unit ? [' ', nameOf(unit)] : null, ' · ', nameOf(measure));
}

// Returns the card of one claim. holds: whether it is no more than presumed, in words, or null.
export function claimCard(data, claim, holds = null) {
  const when = claim.when_words && claim.when_words !== 'undated' ? claim.when_words : 'no date given';
  const grade = gradeOf(data, claim);
  return make('li', {class: `claim${claim.affirms ? '' : ' denies'}`},
    claim.text ? markedText(data, claim) : claim.misquoted ? make('p', {class: 'unsure'}, `(${misquotedWords})`) : null,
    make('p', {class: 'said'},
      claim.affirms ? null : make('strong', {class: 'stance'}, 'Denies it'), claim.affirms ? null : ' · ',
      make('span', {class: 'when'}, when),
      holds === null ? null : [' · ', make('span', {class: 'holds'}, holds)],
      claim.place ? [' · in ', nameOf(claim.place)] : null,
      claim.by ? [' · ', make('span', {}, 'according to ', nameOf(claim.by, {class: 'who'}),
        [...claim.through].reverse().map((outer) => [', as ', nameOf(outer, {class: 'who'}), ' says']))] : null,
      claim.itself ? [claim.by ? ', ' : ' · ', make('span', {class: 'itself'}, 'says so itself')] : null,
      claim.certainty < 2 ? [' · ', make('span', {class: 'unsure'}, certaintyNames[claim.certainty])] : null,
      claim.confidence !== null && claim.confidence !== undefined ? ` · confidence ${claim.confidence}` : null),
    make('p', {class: 'where'}, documentLine(data, claim.document),
      claim.start !== null && claim.start !== undefined && claim.end !== null ? `, characters ${claim.start}–${claim.end}` : null,
      grade === '' ? null : [' ', make('span', {class: 'grade', title: 'Reliability of the source, credibility of the claim'}, `[${grade}]`)],
      claim.id ? [' ', make('span', {class: 'id'}, `[${shortId(data, claim)}]`)] : null),
    claim.note ? make('p', {class: 'note'}, 'Note: ', nameOf(claim.note)) : null,
    data.figures.filter((figure) => figure.of_claim !== null && figure.of_claim === claim.id).map((figure) => rangeLine(figure)));
}

// Returns all claims of a tie. If some deny it, the two sides are beside each other.
export function claimLists(data, state, selection, tie) {
  const list = data.ties[tie].claims.filter((claim) => selection.claims[claim]), {event} = data.relation_types[data.ties[tie].type];
  const affirming = list.filter((claim) => data.claims[claim].affirms), denying = list.filter((claim) => !data.claims[claim].affirms);
  const cards = (claims) => make('ul', {class: 'claims'}, claims.map((claim) =>
    claimCard(data, data.claims[claim], holdsInWords(data, state, selection, claim, event))));
  if (denying.length === 0)
    return cards(affirming);
  const side = (words, claims, none) => make('div', {class: 'side-of'}, make('p', {class: 'side-head'}, claims.length > 0 ? words : none), claims.length > 0 ? cards(claims) : null);
  return make('div', {class: 'contradiction'},
    side(plural(affirming.length, 'claim affirms it', 'claims affirm it'), affirming, data.ties[tie].claims.some((claim) => data.claims[claim].affirms) ? 'The filters leave none that affirms it' : 'No claim affirms it'),
    side(plural(denying.length, 'claim denies it', 'claims deny it'), denying, ''));
}

export function figureCard(data, figure) {
  return make('li', {class: 'figure'}, rangeLine(figure), make('ul', {class: 'claims'}, claimCard(data, figure.claim)));
}
