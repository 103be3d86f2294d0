// SPDX-License-Identifier: GPL-2.0-or-later
// Combines the parts: one state, kept in the URL's fragment; the selection of the data by the filters; and the views, each
// of which is a function of these two.
import {afterPaint, byId, link, make, nameOf, plural} from './dom.js';
import {makeDownload} from './download.js';
import {makeDrawing} from './drawing.js';
import {makeFilters} from './filters.js';
import {fillLongList} from './long_list.js';
import {makeOverview} from './overview.js';
import {makePanel} from './panel.js';
import {makePaper} from './paper.js';
import {makePathPanel} from './path_panel.js';
import {makeSearchBox} from './search_box.js';
import {select} from './select.js';
import {decode, encode, initialState, panels} from './state.js';
import {makeTable} from './table.js';
import {makeTheme} from './theme.js';
import {makeTime} from './time.js';

const filterParts = ['relations', 'signs', 'types', 'documents', 'certainty', 'grade', 'corroboration', 'undisputed', 'time', 'reading'];
const paneOf = {claims: 'panel', filters: 'filters', path: 'path'};

// Shows what never changes: title and sources.
function showFixed(data) {
  const subtitle = byId('page-subtitle');
  subtitle.textContent = data.subtitle ?? '';
  subtitle.hidden = !data.subtitle;
  byId('captions').replaceChildren(nameOf((data.captions ?? []).join(' ')));
  const showAll = fillLongList(byId('sources'), data.documents.length, (i) => {
    const {id, title, author, publisher, published, published_words: words, origin, url} = data.documents[i];
    return make('li', {},
      make('cite', {dir: 'auto'}, url ? link(url, title ?? id) : title ?? id), author ? [', ', nameOf(author)] : null, publisher ? [', ', nameOf(publisher)] : null,
      origin && origin !== publisher ? [', from ', nameOf(origin)] : null, published ? `, ${words ?? published}` : null);
  }, 'sources');
  if (showAll !== null)
    addEventListener('beforeprint', showAll, {once: true});
}

// Repeats the drawing's legend below, where it stays readable.
function showLegend(svg) {
  const legend = svg.querySelector('.key');
  if (legend === null)
    return;
  const copy = svg.cloneNode(false), inner = legend.cloneNode(true);
  for (const element of [copy, inner, ...inner.querySelectorAll('*')])
    for (const attribute of ['id', 'tabindex', 'role', 'aria-labelledby', 'class'])
      element.removeAttribute(attribute);
  copy.setAttribute('role', 'img');
  copy.setAttribute('aria-label', 'Legend: what shapes, colours and lines mean');
  copy.append(inner);
  byId('key').append(copy);
  const box = inner.getBBox();
  copy.setAttribute('viewBox', `${box.x - 4} ${box.y - 4} ${box.width + 8} ${box.height + 8}`);
  copy.setAttribute('width', (box.width + 8) * Math.max(13 / (parseFloat(getComputedStyle(legend.querySelector('text') ?? legend).fontSize) || 13), 1));
  copy.removeAttribute('height');
}

function makeTabs(app) {
  const tabs = panels.map((panel) => byId(`tab-${panel}`));
  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => app.set({panel: panels[i]}));
    tab.addEventListener('keydown', (event) => {
      const to = {ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: -1}[event.key];
      if (to === undefined)
        return;
      event.preventDefault();
      const place = (to + tabs.length) % tabs.length;
      app.set({panel: panels[place]});
      tabs[place].focus();
    });
  });
  return ({panel}) => panels.forEach((name, i) => {
    tabs[i].setAttribute('aria-selected', String(name === panel));
    tabs[i].tabIndex = name === panel ? 0 : -1;
    byId(paneOf[name]).hidden = name !== panel;
  });
}

function start() {
  const data = JSON.parse(byId('data').textContent), views = [];
  let pending = 0;
  const app = {data, state: decode(location.hash.slice(1)), selection: null, restoring: false, set, say};

  // Announces words to screen readers.
  function say(words) {
    byId('said').textContent = words;
  }

  function showStatus() {
    const {nActors, nTies} = app.selection, hidden = data.ties.filter(({claims}) => claims.some((claim) => data.claims[claim].affirms)).length - nTies;
    byId('status').textContent = `${plural(nActors, 'actor', 'actors')}, ${plural(nTies, 'tie', 'ties')}${hidden > 0 ? ` · ${plural(hidden, 'tie', 'ties')} hidden` : ''}`;
  }

  function address() {
    const fragment = encode(app.state);
    return fragment === '' ? '#' : `#${fragment}`;
  }

  function flush() {
    clearTimeout(pending);
    pending = 0;
    history.replaceState(null, '', address());
  }

  // 'push': a step that the reader can undo by going back. 'replace': a part of a step, such as a letter or a turn of the
  // wheel. It is written to the URL a moment later, because browsers refuse frequent writes.
  function set(change, how = 'push') {
    if (how === 'push' && pending !== 0)
      flush();
    const before = encode(app.state), onlyView = Object.keys(change).every((part) => part === 'view');
    app.state = {...app.state, ...change};
    if (how === 'replace') {
      pending ||= setTimeout(flush, 150);
    } else if (encode(app.state) !== before) {
      history.pushState(null, '', address());
    }
    if (!onlyView)
      render(filterParts.some((part) => part in change));
  }

  function render(filtered) {
    if (filtered || app.selection === null) {
      app.selection = select(data, app.state);
      showStatus();
    }
    for (const view of views)
      view(app.state, app.selection);
  }

  app.selection = select(data, app.state);
  const drawing = makeDrawing(app);
  showFixed(data);
  afterPaint(() => showLegend(drawing.svg))();
  views.push(makeTheme(app), makeTabs(app), drawing.render, makeOverview(app, drawing), makePanel(app, drawing), makeFilters(app), makeTime(app),
    makeSearchBox(app, drawing), makePathPanel(app, drawing), makeTable(app, drawing));
  makeDownload(app, drawing);
  makePaper(app);

  function restore() {
    clearTimeout(pending);
    pending = 0;
    app.state = decode(location.hash.slice(1));
    app.restoring = true;
    render(true);
    app.restoring = false;
  }

  addEventListener('popstate', restore);
  addEventListener('hashchange', restore);
  byId('reset').addEventListener('click', () => {
    byId('search').value = '';
    set({...initialState(), theme: app.state.theme, panel: app.state.panel === 'filters' ? 'filters' : 'claims'});
    drawing.fit();
  });
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId(paneOf[app.state.panel]).focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && app.state.selected !== null && !event.defaultPrevented)
      set({selected: null});
    else if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      byId('search').focus();
    }
  });
  restore();
  drawing.begin();
  document.documentElement.classList.add('running');
}

start();
