// SPDX-License-Identifier: GPL-2.0-or-later
// Searches while the reader types: a list opens below the box, arrow keys choose an item, Enter goes to it.
import {byId, make, nameOf} from './dom.js';
import {search} from './search.js';

const mostOptions = 12;

export function makeSearchBox(app, drawing) {
  const {data} = app, input = byId('search'), list = byId('search-list');
  let found = [], active = -1;

  function close() {
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function choose(place) {
    const {actor} = found[place];
    close();
    app.set({selected: {kind: 'actor', id: data.actors[actor].id}, query: input.value, panel: 'claims'});
    drawing.centre(actor);
  }

  function setActive(place) {
    active = place;
    for (const [i, option] of [...list.querySelectorAll('[role=option]')].entries()) {
      option.setAttribute('aria-selected', String(i === place));
      if (i === place)
        option.scrollIntoView({block: 'nearest'});
    }
    input.setAttribute('aria-activedescendant', `search-option-${place}`);
  }

  function open() {
    const all = search(data, input.value);
    found = all.slice(0, mostOptions);
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.replaceChildren(...found.map(({actor, name}, i) => {
      const {name: own, type} = data.actors[actor];
      return make('li', {role: 'option', id: `search-option-${i}`, 'aria-selected': 'false',
        onmousedown: (event) => event.preventDefault(), onclick: () => choose(i)},
      nameOf(own, {class: 'own'}), name !== own ? make('span', {class: 'alias'}, 'also ', nameOf(name)) : null,
      make('span', {class: 'kind'}, type === null ? '' : nameOf(data.actor_types[type].label), app.selection.actors[actor] ? '' : ', hidden'));
    }));
    if (all.length > found.length)
      list.append(make('li', {class: 'more', role: 'presentation'}, `and ${all.length - found.length} more`));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    app.say(input.value.trim() === '' ? '' : found.length === 0 ? `Nobody is called “${input.value}”` : `${all.length} found`);
  }

  input.addEventListener('input', () => {
    app.set({query: input.value}, 'replace');
    open();
  });
  input.addEventListener('keydown', (event) => {
    const n = found.length;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (!list.hidden || input.value !== '')) {
      if (list.hidden)
        open();
      if (found.length > 0)
        setActive((active + (event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1) + n) % Math.max(n, 1));
      event.preventDefault();
    } else if (event.key === 'Enter') {
      if (list.hidden)
        open();
      if (found.length > 0)
        choose(Math.max(active, 0));
      event.preventDefault();
    } else if (event.key === 'Escape' && !list.hidden) {
      close();
      event.stopPropagation();
      event.preventDefault();
    }
  });
  input.addEventListener('blur', close);
  return ({query}) => {
    if (input.value !== query && document.activeElement !== input)
      input.value = query;
  };
}
