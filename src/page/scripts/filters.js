// SPDX-License-Identifier: GPL-2.0-or-later
// The filters that are chosen from lists. A box that is not ticked hides an item; a hidden type also hides the types below
// it.
import {byId, grouped, make, nameOf} from './dom.js';
import {gradesOf} from './grades.js';
import {fillLongList} from './long_list.js';
import {hiddenKinds} from './select.js';

const signNames = [['-1', 'hostile'], ['0', 'neutral'], ['1', 'friendly']];

export function showHidden(element, number) {
  element.textContent = number > 0 ? `hides ${grouped(number)} ${number === 1 ? 'tie' : 'ties'}` : '';
}

// Counts the uses of each item of a list: ties by relation, sign and document; actors by type.
function countUses(data) {
  const uses = {relations: new Map(), signs: new Map(), documents: new Map(), types: new Map()};
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const {type, claims} of data.ties) {
    if (!claims.some((claim) => data.claims[claim].affirms))
      continue;
    add(uses.relations, data.relation_types[type].id);
    add(uses.signs, String(data.relation_types[type].sign));
    for (const document of new Set(claims.map((claim) => data.claims[claim].document)))
      if (document !== null)
        add(uses.documents, data.documents[document].id);
  }
  for (const {type} of data.actors)
    if (type !== null)
      add(uses.types, data.actor_types[type].id);
  return uses;
}

export function makeFilters(app) {
  const {data} = app, uses = countUses(data), boxes = {};

  function change(name, id, hide) {
    const value = name === 'signs' ? Number(id) : id, list = app.state[name].filter((item) => item !== value);
    app.set({[name]: hide ? [...list, value].sort((a, b) => a < b ? -1 : 1) : list});
  }

  // Fills a list in the order of the data, unused items last. Kinds are indented below their parent.
  function fill(name, items) {
    const field = byId(`filter-${name}`), list = make('ul', {class: 'boxes'});
    field.append(list);
    boxes[name] = [];
    fillLongList(list, items.length, (i) => {
      const {id, label, after = null, depth = 0, sign} = items[i];
      const box = make('input', {type: 'checkbox', value: id, onchange: () => change(name, id, !box.checked)});
      const number = uses[name].get(id) ?? 0;
      boxes[name].push(box);
      return make('li', {class: `depth-${Math.min(depth, 3)}${number === 0 ? ' unused' : ''}`}, make('label', {}, box, ' ',
        sign === undefined ? null : make('span', {class: `sign ${signNames[sign + 1][1]}`, 'aria-hidden': 'true'}), make('span', {}, nameOf(label), after), ' ',
        make('span', {class: 'count'}, String(number))));
    }, name, () => render(app.state, app.selection));
    const all = (hide) => app.set({[name]: hide ? items.map(({id}) => name === 'signs' ? Number(id) : id).sort((a, b) => a < b ? -1 : 1) : []});
    if (items.length > 3)
      list.before(make('p', {class: 'all'}, make('button', {type: 'button', class: 'quiet', onclick: () => all(false)}, 'All'), ' ',
        make('button', {type: 'button', class: 'quiet', onclick: () => all(true)}, 'None')));
  }

  // Returns the types, each followed by its kinds, with their depth.
  function tree(types) {
    const items = [], add = (parent, depth) => types.forEach((type, i) => {
      if ((type.parent ?? null) === parent) {
        items.push({...type, depth});
        add(i, depth + 1);
      }
    });
    add(null, 0);
    return items;
  }

  fill('signs', signNames.map(([id, label]) => ({id, label, sign: Number(id)})));
  fill('documents', data.documents.map(({id, title, published_words: words}) => ({id, label: title ?? id, after: words ? `, ${words}` : null})));
  fill('types', tree(data.actor_types).map(({id, plural: label, depth}) => ({id, label, depth})));
  fill('relations', tree(data.relation_types).map(({id, label, depth, sign}) => ({id, label, depth, sign})));
  const certainty = byId('filter-certainty'), corroboration = byId('filter-corroboration'), undisputed = byId('filter-undisputed');
  const has = gradesOf(data), grades = ['reliability', 'credibility'].map((half) => byId(`filter-${half}`));
  for (const select of grades) {
    select.closest('label').hidden = !has[select.id.replace('filter-', '')];
    select.addEventListener('change', () => app.set({grade: grades.map(({value}) => value).join('')}));
  }
  byId('filter-grade').hidden = !has.reliability && !has.credibility;
  const least = data.bounds.corroboration; // the page was made with no less
  corroboration.min = least;
  certainty.addEventListener('change', () => app.set({certainty: Number(certainty.value)}));
  corroboration.addEventListener('change', () => {
    const number = Math.min(Math.max(Math.round(Number(corroboration.value)) || least, least), 1000000);
    corroboration.value = number;
    if (number !== Math.max(app.state.corroboration, least))
      app.set({corroboration: number});
  });
  undisputed.disabled = data.bounds.undisputed; // the page has no other
  undisputed.addEventListener('change', () => app.set({undisputed: undisputed.checked}));
  byId('filters-clear').addEventListener('click', () =>
    app.set({relations: [], signs: [], types: [], documents: [], certainty: 0, grade: '', corroboration: 1, undisputed: false, time: null, reading: null}));
  const counts = Object.fromEntries(['relations', 'signs', 'types', 'documents'].map((name) => [name, byId(`filter-${name}`).querySelector('.hidden-ties')]));
  counts.grade = byId('filter-grade').querySelector('.hidden-ties');
  for (const select of [certainty, corroboration, undisputed])
    counts[select.id.replace('filter-', '')] = select.closest('label').querySelector('.hidden-ties');

  function render(state, selection) {
    const above = {relations: hiddenKinds(data.relation_types, state.relations), types: hiddenKinds(data.actor_types, state.types)};
    const typesOf = {relations: data.relation_types, types: data.actor_types};
    for (const [name, list] of Object.entries(boxes)) {
      const hidden = new Set(state[name].map(String));
      const byType = name in above ? new Map(typesOf[name].map(({id, parent}) => [id, parent != null && above[name][parent]])) : null;
      for (const box of list) {
        box.disabled = byType?.get(box.value) ?? false;
        box.checked = !hidden.has(box.value) && !box.disabled;
      }
    }
    certainty.value = state.certainty;
    grades[0].value = state.grade.replace(/\d/, '');
    grades[1].value = state.grade.replace(/[A-Z]/, '');
    corroboration.value = Math.max(state.corroboration, least);
    undisputed.checked = state.undisputed || data.bounds.undisputed;
    for (const [name, element] of Object.entries(counts))
      showHidden(element, selection.hidden[name]);
    const any = ['relations', 'signs', 'types', 'documents'].reduce((sum, name) => sum + state[name].length, 0) +
      (state.certainty > 0) + (state.grade !== '') + (state.corroboration > 1) + state.undisputed;
    byId('tab-filters').textContent = any > 0 ? `Filters (${any})` : 'Filters';
    byId('filters-clear').hidden = any === 0 && state.time === null && state.reading === null;
  }
  return render;
}
