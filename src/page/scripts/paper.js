// SPDX-License-Identifier: GPL-2.0-or-later
// Adds to a printed page what paper cannot show by itself: the filters that were set, and how to get back to this state.
import {dayInWords} from './dates.js';
import {byId, make, nameOf, visible} from './dom.js';
import {questionsOf, readingOf, readings} from './holding.js';
import {certaintyNames} from './words.js';

// Returns the filters in words, each as a row of words and names; empty if nothing is filtered.
export function filtersInWords(data, state) {
  const rows = [], namesOf = (list, items, word) => items.filter(({id}) => list.includes(id)).map((item) => item[word] ?? item.id);
  const without = (what, names) => names.length > 0 &&
    rows.push([`without ${what} `, ...names.flatMap((name, i) => [i > 0 ? ', ' : '', nameOf(name)])]);
  if (state.time !== null)
    rows.push(['asOf' in state.time ? `as of ${dayInWords(state.time.asOf)}` : `between ${dayInWords(state.time.from)} and ${dayInWords(state.time.to)}`]);
  if (questionsOf(data, state).length > 0 && readings[readingOf(data, state)] !== data.bounds.reading)
    rows.push([`${readings[readingOf(data, state)]} so`]);
  without('relations that are', ['hostile', 'neutral', 'friendly'].filter((_, i) => state.signs.includes(i - 1)));
  without('the relations', namesOf(state.relations, data.relation_types, 'label'));
  without('actors of the kinds', namesOf(state.types, data.actor_types, 'plural'));
  without('the documents', namesOf(state.documents, data.documents, 'title'));
  if (state.certainty > 0)
    rows.push([`at least ${certaintyNames[state.certainty]}`]);
  if (state.grade !== '')
    rows.push([`graded ${state.grade} or better`]);
  if (state.corroboration > 1)
    rows.push([`affirmed by at least ${state.corroboration} independent sources`]);
  if (state.undisputed)
    rows.push(['without disputed ties']);
  return rows;
}

export function makePaper(app) {
  const words = byId('paper-state');
  addEventListener('beforeprint', () => {
    const rows = filtersInWords(app.data, app.state), {protocol, href, hash} = location;
    const again = hash.length < 2 ? null : /^https?:$/.test(protocol) ? ['The same view: ', make('bdi', {}, href)]
      : ['For the same view, open the page with ', make('bdi', {}, visible(hash)), ' after its name.'];
    words.replaceChildren(...[rows.length > 0 ? ['Shown ', ...rows.flatMap((row, i) => [i > 0 ? '; ' : '', ...row]), '. '] : [], again ?? []].flat());
  });
}
