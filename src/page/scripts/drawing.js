// SPDX-License-Identifier: GPL-2.0-or-later
// The drawing: which of its elements are shown, highlighted or dimmed, and which part of it is visible, controlled by mouse,
// touch, trackpad and keys. The view in the state is {x, y, k}: x and y are the middle in the picture's units, k is the zoom
// factor, 1 when everything fits.
import {byId} from './dom.js';
import {boxOf} from './geometry.js';
import {litOf, selectedOf, tieId, tiesOf} from './lit.js';

const nearest = 40;
const clearance = 46; // pixels above and below

// Collects what is drawn of each actor and tie: {element, ties} or {element, actor}.
function collectParts(data, svg) {
  const parts = new Map();
  const part = (element) => parts.get(element) ?? (parts.set(element, {element, ties: [], actor: -1, look: '', count: null}), parts.get(element));
  data.ties.forEach(({elements}, tie) => {
    for (const id of elements) {
      const element = svg.getElementById(id);
      if (element !== null)
        part(element).ties.push(tie);
    }
  });
  data.actors.forEach(({element: id}, actor) => {
    const element = id && svg.getElementById(id);
    if (element)
      part(element).actor = actor;
  });
  // The ground behind a label has no id and belongs to the label. There are as many grounds as labels, in the same order.
  const labels = svg.querySelectorAll('.tie-label'), grounds = svg.querySelectorAll('.tie-ground');
  if (labels.length === grounds.length)
    labels.forEach((label, i) => part(grounds[i]).ties.push(...part(label).ties));
  return [...parts.values()];
}

// Returns the extent of the drawing without heading, legend and sources, in the units of the view box.
function extentOf(svg) {
  const boxes = [...svg.querySelectorAll('.drawing, .labels')].map(boxOf).filter((box) => box !== null), whole = svg.viewBox.baseVal;
  if (boxes.length === 0)
    return {x: whole.x, y: whole.y, width: whole.width, height: whole.height};
  const [left, top] = ['left', 'top'].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [right, bottom] = ['right', 'bottom'].map((side) => Math.max(...boxes.map((box) => box[side])));
  const margin = 0.02 * Math.max(right - left, bottom - top);
  return {x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin};
}

export function makeDrawing(app) {
  const {data} = app, region = byId('drawing'), svg = region.querySelector('svg');
  const parts = collectParts(data, svg), partOf = new Map(parts.map((part) => [part.element, part]));
  const original = svg.cloneNode(true), places = [];
  const actorParts = parts.filter(({actor}) => actor >= 0).sort((a, b) => a.actor - b.actor);
  const dark = svg.querySelector('#picture > polygon');
  svg.removeAttribute('width');
  svg.removeAttribute('height');
  svg.setAttribute('role', 'group'); // of things that can be chosen, no longer one image
  svg.setAttribute('preserveAspectRatio', 'xMidYMid meet');
  const extent = extentOf(svg), full = {x: extent.x + extent.width / 2, y: extent.y + extent.height / 2, k: 1};
  for (const {element, actor} of actorParts) {
    const {left, top, right, bottom} = boxOf(element);
    places[actor] = {x: (left + right) / 2, y: (top + bottom) / 2};
  }
  for (const {element, actor, ties} of parts) {
    const chosen = actor >= 0 || element.classList.contains('tie');
    element.setAttribute('tabindex', '-1');
    if (chosen)
      element.setAttribute('role', 'button');
    else
      element.removeAttribute('tabindex');
    if (ties.length > 0)
      element.classList.add('of-tie');
  }
  for (const part of parts) {
    part.isLabel = part.actor < 0 && !part.element.classList.contains('tie');
    if (part.element.classList.contains('tie-count'))
      part.count = part.element.querySelector('text'); // how many ties a line stands for, of those that the filters leave
  }
  // ── The visible part ────────────────────────────────────────────────────────────────────────────────────────
  let size = null, view = full, moving = 0; // size: of the region, once all around it is there
  // Returns pixels per unit. A drawing that fits leaves space for the controls above and the words below.
  const scale = (at) => Math.min(size.width / extent.width, Math.max(size.height - 2 * clearance, size.height / 2) / extent.height) * at.k;
  const listeners = [];
  let far = false, stale = false; // labels are not laid out; their looks are not up to date
  let onPaper = false;

  function show(at) {
    view = at;
    if (size === null || onPaper)
      return;
    const s = scale(at), width = size.width / s, height = size.height / s;
    svg.setAttribute('viewBox', `${at.x - width / 2} ${at.y - height / 2} ${width} ${height}`);
    far = s * 9 < 4.2; // labels of 9 units that no eye can read
    if (!far)
      refresh();
    svg.classList.toggle('far', far);
    svg.classList.toggle('middling', s * 9 >= 4.2 && s * 9 < 7);
    for (const listener of listeners)
      listener({x: at.x - width / 2, y: at.y - height / 2, width, height});
  }

  function within({x, y, k}) {
    const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
    return {x: clamp(x, extent.x, extent.x + extent.width), y: clamp(y, extent.y, extent.y + extent.height), k: clamp(k, 0.5, nearest)};
  }

  // Goes there at once; or, if `smooth` and unless the reader prefers reduced motion, in a fifth of a second.
  function go(to, {smooth = false, how = 'replace'} = {}) {
    const from = view, end = within(to), begin = performance.now();
    cancelAnimationFrame(moving);
    app.set({view: end.x === full.x && end.y === full.y && end.k === 1 ? null : end}, how);
    if (!smooth || matchMedia('(prefers-reduced-motion: reduce)').matches)
      return show(end);
    const step = (now) => {
      const part = Math.min((now - begin) / 220, 1), eased = 1 - (1 - part) ** 3;
      show({x: from.x + (end.x - from.x) * eased, y: from.y + (end.y - from.y) * eased, k: from.k * (end.k / from.k) ** eased});
      if (part < 1)
        moving = requestAnimationFrame(step);
    };
    moving = requestAnimationFrame(step);
  }

  // Zooms in or out. The point under the pointer keeps its place.
  function zoom(factor, point = null, options = {}) {
    const box = region.getBoundingClientRect(), s = scale(view), k = within({...view, k: view.k * factor}).k;
    const dx = point === null ? 0 : (point.x - box.x - box.width / 2) / s, dy = point === null ? 0 : (point.y - box.y - box.height / 2) / s;
    const share = 1 - view.k / k;
    go({x: view.x + dx * share, y: view.y + dy * share, k}, options);
  }

  function pan(dx, dy, options) {
    const s = scale(view);
    go({x: view.x + dx / s, y: view.y + dy / s, k: view.k}, options);
  }

  const reading = () => Math.max(Math.min(Math.max(14 / 22 / (scale(full) || 1), 1), 8), 1); // names of 22 units as large as text

  function centre(actor, options = {}) {
    if (places[actor] !== undefined)
      go({x: places[actor].x, y: places[actor].y, k: Math.max(view.k, reading())}, {smooth: true, ...options});
  }

  // Shows all these actors at once, zoomed in no further than is needed to read.
  function frame(actors, options = {}) {
    const at = actors.map((actor) => places[actor]).filter((place) => place !== undefined);
    if (at.length === 0)
      return;
    const [xs, ys] = ['x', 'y'].map((axis) => at.map((place) => place[axis])), unit = scale(full);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const k = Math.min(0.7 * size.width / (unit * (right - left) || 1), 0.6 * size.height / (unit * (bottom - top) || 1), reading());
    go({x: (left + right) / 2, y: (top + bottom) / 2, k: Math.max(k, 1)}, {smooth: true, ...options});
  }

  function fill() {
    const now = {width: region.clientWidth || 1, height: region.clientHeight || 1};
    if (size !== null && now.width === size.width && now.height === size.height)
      return;
    size = now;
    show(view);
  }

  // Runs at the first layout, when everything around the drawing has its size.
  function begin() {
    fill();
    region.classList.add('ready');
    new ResizeObserver(fill).observe(region);
  }

  // In print: the whole drawing, with all its words, in the width of the sheet.
  addEventListener('beforeprint', () => {
    refresh();
    onPaper = true;
    svg.setAttribute('viewBox', `${extent.x} ${extent.y} ${extent.width} ${extent.height}`);
    svg.classList.remove('far', 'middling');
  });
  addEventListener('afterprint', () => {
    onPaper = false;
    show(view);
  });

  region.addEventListener('wheel', (event) => {
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    if (!event.ctrlKey && (event.deltaX !== 0 || event.shiftKey))
      pan(event.deltaX * pixels || event.deltaY * pixels, event.shiftKey ? 0 : event.deltaY * pixels);
    else
      zoom(Math.exp(-event.deltaY * pixels * (event.ctrlKey ? 0.01 : 0.0016)), {x: event.clientX, y: event.clientY});
  }, {passive: false});

  const pointers = new Map();
  let dragged = false, pressed = null;
  region.addEventListener('pointerdown', (event) => {
    if (event.button !== 0)
      return;
    if (pointers.size === 0) {
      dragged = false;
      pressed = {x: event.clientX, y: event.clientY};
    }
    pointers.set(event.pointerId, {x: event.clientX, y: event.clientY});
  });
  region.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId), now = {x: event.clientX, y: event.clientY};
    if (before === undefined)
      return;
    if (!dragged && pointers.size === 1 && Math.hypot(now.x - pressed.x, now.y - pressed.y) < 5)
      return;
    if (!dragged) {
      dragged = true;
      region.classList.add('dragging');
      region.setPointerCapture(event.pointerId);
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other === undefined)
      return pan(before.x - now.x, before.y - now.y);
    const apart = (point) => Math.max(Math.hypot(point.x - other.x, point.y - other.y), 1);
    zoom(apart(now) / apart(before), {x: (now.x + other.x) / 2, y: (now.y + other.y) / 2});
    pan((before.x - now.x) / 2, (before.y - now.y) / 2);
  });
  const release = (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0)
      region.classList.remove('dragging');
  };
  region.addEventListener('pointerup', release);
  region.addEventListener('pointercancel', release);
  region.addEventListener('dblclick', (event) => zoom(event.shiftKey ? 0.5 : 2, {x: event.clientX, y: event.clientY}, {smooth: true}));

  // ── Selecting ───────────────────────────────────────────────────────────────────────────────────────────────
  const partAt = (target) => {
    for (let at = target; at instanceof Element && at !== svg; at = at.parentElement)
      if (partOf.has(at))
        return partOf.get(at);
    return null;
  };

  // If a line has several ties, selects the first one that is shown; on the next press, the next.
  function choose(part, also = {panel: 'claims'}, how = 'push') {
    if (part.actor >= 0)
      return app.set({selected: {kind: 'actor', id: data.actors[part.actor].id}, ...also}, how);
    const standing = part.ties.filter((tie) => app.selection.ties[tie]), chosen = selectedOf(data, app.state);
    const tie = standing[(chosen?.kind === 'tie' ? standing.indexOf(chosen.index) + 1 : 0) % standing.length];
    if (tie !== undefined)
      app.set({selected: {kind: 'tie', id: tieId(data, tie)}, ...also}, how);
  }

  // Lines are thin and fingers are not, so a press selects the nearest element within reach.
  function partNear(event) {
    const reach = event.pointerType === 'touch' ? 16 : 4;
    for (let far = 4; far <= reach; far += 4)
      for (let turn = 0; turn < 12; turn++) {
        const [x, y] = [event.clientX + far * Math.cos(turn * Math.PI / 6), event.clientY + far * Math.sin(turn * Math.PI / 6)];
        const target = document.elementFromPoint(x, y), part = target !== null && svg.contains(target) ? partAt(target) : null;
        if (part !== null)
          return part;
      }
    return null;
  }

  region.addEventListener('click', (event) => {
    const part = partAt(event.target) ?? partNear(event);
    if (event.target.closest('a'))
      event.preventDefault(); // the panel has the link
    if (dragged)
      return;
    if (part !== null)
      choose(part);
    else if (app.state.selected !== null)
      app.set({selected: null});
  });

  let current = 0; // of actorParts: the one that Tab goes to
  function makeCurrent(place) {
    actorParts[current]?.element.setAttribute('tabindex', '-1');
    current = place;
    actorParts[current]?.element.setAttribute('tabindex', '0');
  }

  // Moves to the next visible actor by name. Repeated steps visit all.
  function goRound(step) {
    for (let n = 1; n <= actorParts.length; n++) {
      const place = (current + step * n + n * actorParts.length) % actorParts.length;
      if (app.selection.actors[actorParts[place].actor]) {
        makeCurrent(place);
        actorParts[place].element.focus({preventScroll: true});
        choose(actorParts[place], {panel: 'claims'}, 'replace');
        return;
      }
    }
  }

  region.addEventListener('focusin', (event) => {
    const part = partAt(event.target), byKeys = event.target.matches(':focus-visible');
    if (part !== null && byKeys) // who points chooses by the press; who passes by keeps the panel that is open
      choose(part, {}, 'replace');
    if (part === null || part.actor < 0)
      return;
    makeCurrent(actorParts.indexOf(part));
    if (!byKeys)
      return;
    const box = event.target.getBoundingClientRect(), frame = region.getBoundingClientRect();
    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
      centre(part.actor);
  });

  const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

  // Applies a key to the view. Returns whether the key has an effect.
  function key(name) {
    const arrow = arrows[name];
    if (arrow)
      pan(arrow[0] * 80, arrow[1] * 80);
    else if (name === '+' || name === '=')
      zoom(1.3);
    else if (name === '-' || name === '−')
      zoom(1 / 1.3);
    else if (name === '0')
      go(full, {smooth: true});
    else
      return false;
    return true;
  }

  region.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey)
      return;
    const part = partAt(event.target), arrow = arrows[event.key];
    if (arrow && part !== null)
      goRound(arrow[0] + arrow[1]);
    else if ((event.key === 'Enter' || event.key === ' ') && part !== null)
      choose(part);
    else if (!key(event.key))
      return;
    event.preventDefault();
  });

  byId('zoom-in').addEventListener('click', () => zoom(1.5, null, {smooth: true}));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.5, null, {smooth: true}));
  byId('fit').addEventListener('click', () => go(full, {smooth: true}));
  makeCurrent(0);

  // ── Showing the state ───────────────────────────────────────────────────────────────────────────────────────
  function showCount({ties, count}, selection) {
    const words = count.textContent.replace(/^\d+/, ties.filter((tie) => selection.ties[tie]).length);
    if (words !== count.textContent)
      count.textContent = words;
  }

  function lookOf(part, selection, lit, chosen) {
    const least = part.count === null ? 1 : 2; // one tie needs no number
    const of = part.actor >= 0 ? selection.actors[part.actor] : part.ties.filter((tie) => selection.ties[tie]).length >= least;
    if (!of)
      return 'gone';
    const isLit = lit !== null && (part.actor >= 0 ? lit.actors.has(part.actor) : part.ties.some((tie) => lit.ties.has(tie)));
    const isChosen = chosen !== null && (part.actor >= 0 ? chosen.kind === 'actor' && chosen.index === part.actor
      : chosen.kind === 'tie' && part.ties.includes(chosen.index));
    const quiet = part.actor >= 0 && selection.degree[part.actor] === 0 && tiesOf(data, part.actor).length > 0;
    return `${isLit ? 'lit' : ''}${isChosen ? ' chosen' : ''}${quiet ? ' quiet' : ''}`;
  }

  function render(state, selection) {
    stale = far;
    showLooks(state, selection, !far);
    const at = state.view ?? full;
    if (at.x !== view.x || at.y !== view.y || at.k !== view.k)
      if (app.restoring)
        show(within(at));
  }

  // Also updates the labels, which render() skips while none of them is laid out.
  function refresh() {
    if (stale)
      showLooks(app.state, app.selection, true);
    stale = false;
  }

  function showLooks(state, selection, labels) {
    const lit = litOf(data, state, selection), chosen = selectedOf(data, state);
    svg.classList.toggle('dimmed', lit !== null);
    for (const part of parts) {
      if (part.isLabel && !labels)
        continue;
      if (part.count !== null)
        showCount(part, selection);
      const look = lookOf(part, selection, lit, chosen);
      if (look === part.look)
        continue;
      for (const name of ['gone', 'lit', 'chosen', 'quiet'])
        part.element.classList.toggle(name, look.includes(name));
      part.look = look;
    }
  }
  return {
    begin, render, refresh, centre, frame, go, key, fit: () => show(full), svg, original, places, extent,
    current: () => view, ground: () => dark && getComputedStyle(dark).fill, onView: (listener) => { listeners.push(listener); show(view); },
  };
}
