// SPDX-License-Identifier: GPL-2.0-or-later
// The actors as a table that can be sorted by each column. Degree follows the filters. Other measures were computed on the
// whole network, and the table says so.
import {afterPaint, byId, grouped, make} from './dom.js';
import {mostShown} from './long_list.js';

let collator; // takes long to load, and few sort by name

export function makeTable(app, drawing) {
  const {data} = app, table = byId('table'), rows = [];
  const measures = data.measures.filter(({name}) => name !== 'degree');
  const number = (value) => value === null || value === undefined ? '' : Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  const columns = [
    {name: 'name', title: 'Name', value: (actor) => data.actors[actor].name, text: true},
    {name: 'type', title: 'Kind', value: (actor) => data.actors[actor].type === null ? '' : data.actor_types[data.actors[actor].type].label, text: true},
    {name: 'degree', title: 'Degree', value: (actor) => app.selection.degree[actor], note: 'Number of ties that are shown: follows the filters'},
    ...measures.map(({name, title, text}) => ({name, title: title ?? name, value: (actor) => data.actors[actor].scores[name] ?? null,
      note: `${text ?? ''} (of the whole, whatever the filters hide)`, whole: true})),
  ];
  const heads = columns.map(({name, title, text, note, whole}) => make('th', {scope: 'col', class: text ? 'text' : 'number'},
    make('button', {type: 'button', title: note ?? null, onclick: () => {
      const {sort} = app.state;
      app.set({sort: {column: name, down: sort.column === name ? !sort.down : !text}});
    }}, title, whole ? make('span', {class: 'whole'}, ' of the whole') : null)));
  const body = make('tbody');
  table.append(make('caption', {class: 'unseen'}, 'Actors with their centralities'), make('thead', {}, make('tr', {}, heads)), body);

  // Rows are made when they are first shown.
  function rowOf(actor) {
    const who = data.actors[actor];
    rows[actor] ??= make('tr', {}, columns.map(({value, text, name}) => make(name === 'name' ? 'th' : 'td', {class: text ? 'text' : 'number', scope: name === 'name' ? 'row' : null},
      name === 'name' ? make('button', {type: 'button', class: 'name', dir: 'auto', onclick: () => {
        app.set({selected: {kind: 'actor', id: who.id}, panel: 'claims'});
        drawing.centre(actor);
        byId('panel-title').focus();
      }}, who.name) : text ? make('bdi', {}, value(actor)) : number(value(actor)))));
    const cell = rows[actor].children[degree], shownDegree = String(app.selection.degree[actor]);
    if (cell.textContent !== shownDegree)
      cell.textContent = shownDegree;
    return rows[actor];
  }

  function compare({value, text}, down) {
    return (a, b) => {
      const [left, right] = [value(a), value(b)];
      const order = text ? (collator ??= new Intl.Collator('en')).compare(left, right) : (left ?? -Infinity) - (right ?? -Infinity) || 0;
      return (down ? -order : order) || a - b;
    };
  }

  const degree = columns.findIndex(({name}) => name === 'degree');
  let shown = null, sorted = '', placed = [], most = mostShown;
  const more = byId('table-all');
  more.addEventListener('click', () => {
    most = Infinity;
    shown = null;
    render(app.state, app.selection);
    placed.length > mostShown && rows[placed[mostShown]].querySelector('button').focus();
  });

  function render(state, selection) {
    const key = JSON.stringify(state.sort);
    if (selection === shown && key === sorted)
      return;
    const at = Math.max(columns.findIndex(({name}) => name === state.sort.column), 0), order = data.actors.map((_, actor) => actor)
      .sort(compare(columns[at], state.sort.down));
    heads.forEach((head, i) => head.setAttribute('aria-sort', i === at ? state.sort.down ? 'descending' : 'ascending' : 'none'));
    const listed = order.filter((actor) => selection.actors[actor]), few = listed.slice(0, most);
    const fewRows = few.map(rowOf);
    if (few.length !== placed.length || few.some((actor, i) => placed[i] !== actor))
      body.replaceChildren(...fewRows);
    placed = few;
    more.hidden = few.length === listed.length;
    more.textContent = `Show all ${grouped(listed.length)} actors`;
    byId('table-note').textContent = `Degree counts the ties that are shown, and follows the filters.${measures.length > 0
      ? ' The other measures are of the whole network, whatever the filters hide.' : ''}${more.hidden ? '' : ` The first ${few.length} of ${grouped(listed.length)} are listed.`}`;
    shown = selection;
    sorted = key;
  }
  // The drawing is updated first. The table is mostly below the visible area, so it follows later.
  return afterPaint(() => render(app.state, app.selection));
}
