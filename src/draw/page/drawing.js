// SPDX-License-Identifier: GPL-2.0-or-later
// The drawing: which of its elements are shown, lit or dimmed, and the part of it that one sees, by mouse, touch, trackpad
// and keys. The state's view is {x, y: the middle, in the picture's units, k: how many times nearer than when it fits}.
import {byId} from './dom.js';
import {litOf, selectedOf, tieId, tiesOf} from './lit.js';

const nearest = 40;

// What is drawn of each actor and tie: {element, ties} or {element, actor}.
function collectParts(data, svg) {
  const parts = new Map();
  const part = (element) => parts.get(element) ?? (parts.set(element, {element, ties: [], actor: -1, look: '', counts: element.classList.contains('tie-count')}), parts.get(element));
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
  // The ground behind a label has no name: it goes with the label, of which there are as many, in the same order.
  const labels = svg.querySelectorAll('.tie-label'), grounds = svg.querySelectorAll('.tie-ground');
  if (labels.length === grounds.length)
    labels.forEach((label, i) => part(grounds[i]).ties.push(...part(label).ties));
  return [...parts.values()];
}

// The extent of what is drawn, without heading, legend and sources, in the units of the view box.
function extentOf(svg) {
  const box = svg.viewBox.baseVal, toBox = svg.getScreenCTM().inverse();
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const group of svg.querySelectorAll('.drawing, .labels')) {
    const own = group.getBBox(), matrix = toBox.multiply(group.getScreenCTM());
    for (const x of [own.x, own.x + own.width])
      for (const y of [own.y, own.y + own.height]) {
        const at = new DOMPoint(x, y).matrixTransform(matrix);
        [left, top, right, bottom] = [Math.min(left, at.x), Math.min(top, at.y), Math.max(right, at.x), Math.max(bottom, at.y)];
      }
  }
  if (!(right > left && bottom > top))
    return {x: box.x, y: box.y, width: box.width, height: box.height};
  const margin = 0.02 * Math.max(right - left, bottom - top);
  return {x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin};
}

function middleOf(element, svg) {
  const box = element.getBBox(), at = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
  return at.matrixTransform(svg.getScreenCTM().inverse().multiply(element.getScreenCTM()));
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
  for (const {element, actor} of actorParts)
    places[actor] = middleOf(element, svg);
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
  region.classList.add('ready');

  // ── The part that one sees ──────────────────────────────────────────────────────────────────────────────────
  let size = {width: region.clientWidth || 1, height: region.clientHeight || 1}, view = full, moving = 0;
  const scale = (at) => Math.min(size.width / extent.width, size.height / extent.height) * at.k; // pixels a unit
  const listeners = [];

  function show(at) {
    const s = scale(at), width = size.width / s, height = size.height / s;
    view = at;
    svg.setAttribute('viewBox', `${at.x - width / 2} ${at.y - height / 2} ${width} ${height}`);
    svg.classList.toggle('far', s * 9 < 4.2); // labels of 9 units that no eye can read
    svg.classList.toggle('middling', s * 9 >= 4.2 && s * 9 < 7);
    for (const listener of listeners)
      listener({x: at.x - width / 2, y: at.y - height / 2, width, height});
  }

  function within({x, y, k}) {
    const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
    return {x: clamp(x, extent.x, extent.x + extent.width), y: clamp(y, extent.y, extent.y + extent.height), k: clamp(k, 0.5, nearest)};
  }

  // Goes there at once, or in a fifth of a second where the reader does not mind motion.
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

  // Nearer or farther, the point under the pointer staying where it is.
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

  new ResizeObserver(() => {
    size = {width: region.clientWidth || 1, height: region.clientHeight || 1};
    show(view);
  }).observe(region);

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

  // ── Choosing ────────────────────────────────────────────────────────────────────────────────────────────────
  const partAt = (target) => {
    for (let at = target; at instanceof Element && at !== svg; at = at.parentElement)
      if (partOf.has(at))
        return partOf.get(at);
    return null;
  };

  // Of several ties in one line, the first that stands; pressed again, the next.
  function choose(part) {
    if (part.actor >= 0)
      return app.set({selected: {kind: 'actor', id: data.actors[part.actor].id}, panel: 'claims'});
    const standing = part.ties.filter((tie) => app.selection.ties[tie]), chosen = selectedOf(data, app.state);
    const tie = standing[(chosen?.kind === 'tie' ? standing.indexOf(chosen.index) + 1 : 0) % standing.length];
    if (tie !== undefined)
      app.set({selected: {kind: 'tie', id: tieId(data, tie)}, panel: 'claims'});
  }

  svg.addEventListener('click', (event) => {
    const part = partAt(event.target);
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

  // The next actor that is shown, by name; all are reached in turn.
  function goRound(step) {
    for (let n = 1; n <= actorParts.length; n++) {
      const place = (current + step * n + n * actorParts.length) % actorParts.length;
      if (app.selection.actors[actorParts[place].actor]) {
        makeCurrent(place);
        actorParts[place].element.focus({preventScroll: true});
        return;
      }
    }
  }

  region.addEventListener('focusin', (event) => {
    const part = partAt(event.target);
    if (part === null || part.actor < 0)
      return;
    makeCurrent(actorParts.indexOf(part));
    if (!event.target.matches(':focus-visible'))
      return;
    const box = event.target.getBoundingClientRect(), frame = region.getBoundingClientRect();
    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
      centre(part.actor);
  });

  const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  region.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey)
      return;
    const part = partAt(event.target), arrow = arrows[event.key];
    if (arrow && part !== null)
      goRound(arrow[0] + arrow[1]);
    else if (arrow)
      pan(arrow[0] * 80, arrow[1] * 80);
    else if (event.key === '+' || event.key === '=')
      zoom(1.3);
    else if (event.key === '-' || event.key === '−')
      zoom(1 / 1.3);
    else if (event.key === '0')
      go(full, {smooth: true});
    else if ((event.key === 'Enter' || event.key === ' ') && part !== null)
      choose(part);
    else
      return;
    event.preventDefault();
  });

  byId('zoom-in').addEventListener('click', () => zoom(1.5, null, {smooth: true}));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.5, null, {smooth: true}));
  byId('fit').addEventListener('click', () => go(full, {smooth: true}));
  makeCurrent(0);

  // ── Showing the state ───────────────────────────────────────────────────────────────────────────────────────
  // How many ties a line stands for, of those that the filters leave; one needs no number.
  function showCount(part, selection) {
    const n = part.ties.filter((tie) => selection.ties[tie]).length;
    part.element.querySelector('text').textContent = `${n} ties`;
    return n > 1;
  }

  function lookOf(part, selection, lit, chosen) {
    const of = part.actor >= 0 ? selection.actors[part.actor]
      : part.counts ? showCount(part, selection) : part.ties.some((tie) => selection.ties[tie]);
    if (!of)
      return 'gone';
    const isLit = lit !== null && (part.actor >= 0 ? lit.actors.has(part.actor) : part.ties.some((tie) => lit.ties.has(tie)));
    const isChosen = chosen !== null && (part.actor >= 0 ? chosen.kind === 'actor' && chosen.index === part.actor
      : chosen.kind === 'tie' && part.ties.includes(chosen.index));
    const quiet = part.actor >= 0 && selection.degree[part.actor] === 0 && tiesOf(data, part.actor).length > 0;
    return `${isLit ? 'lit' : ''}${isChosen ? ' chosen' : ''}${quiet ? ' quiet' : ''}`;
  }

  function render(state, selection) {
    const lit = litOf(data, state, selection), chosen = selectedOf(data, state);
    svg.classList.toggle('dimmed', lit !== null);
    for (const part of parts) {
      const look = lookOf(part, selection, lit, chosen);
      if (look === part.look)
        continue;
      for (const name of ['gone', 'lit', 'chosen', 'quiet'])
        part.element.classList.toggle(name, look.includes(name));
      part.look = look;
    }
    const at = state.view ?? full;
    if (at.x !== view.x || at.y !== view.y || at.k !== view.k)
      if (app.restoring)
        show(within(at));
  }
  show(full);
  return {
    render, centre, go, fit: () => show(full), svg, original, places, extent,
    current: () => view, ground: () => dark && getComputedStyle(dark).fill, onView: (listener) => { listeners.push(listener); show(view); },
  };
}
