// SPDX-License-Identifier: GPL-2.0-or-later
// The whole drawing, small, with a frame around the visible part. A press moves the frame there, a drag moves it along, with
// mouse or finger. If it has the focus, the arrow keys move the frame.
import {byId, makeSvg} from './dom.js';

export function makeOverview(app, drawing) {
  const {x, y, width, height} = drawing.extent, {data} = app, dot = Math.max(width, height) / 90;
  const svg = makeSvg('svg', {'aria-hidden': 'true', viewBox: `${x} ${y} ${width} ${height}`}), lines = makeSvg('path', {class: 'lines'});
  const dots = makeSvg('path', {class: 'dots'}), frame = makeSvg('rect', {class: 'frame'});
  svg.append(lines, dots, frame);
  byId('overview').append(svg);
  dots.setAttribute('stroke-width', dot);
  lines.setAttribute('stroke-width', dot / 5);
  frame.setAttribute('stroke-width', dot / 1.5);

  let seen = drawing.extent, grip = {x: 0, y: 0};
  drawing.onView((now) => {
    seen = now;
    for (const [name, value] of Object.entries(seen))
      frame.setAttribute(name, value);
    const sees = (from, size, all, most) => from <= all + 0.01 * most && from + size >= all + 0.99 * most;
    byId('overview').classList.toggle('whole', sees(seen.x, seen.width, x, width) && sees(seen.y, seen.height, y, height));
  });
  const placeOf = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const go = (event) => {
    const at = placeOf(event);
    drawing.go({x: at.x - grip.x, y: at.y - grip.y, k: drawing.current().k});
  };
  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0)
      return;
    // While the frame is dragged, the point where it was grabbed stays under the pointer.
    const at = placeOf(event), away = {x: at.x - seen.x - seen.width / 2, y: at.y - seen.y - seen.height / 2};
    grip = Math.abs(away.x) < seen.width / 2 && Math.abs(away.y) < seen.height / 2 ? away : {x: 0, y: 0};
    svg.setPointerCapture(event.pointerId);
    go(event);
  });
  svg.addEventListener('pointermove', (event) => event.buttons % 2 === 1 && go(event));
  byId('overview').addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !drawing.key(event.key))
      return;
    event.preventDefault();
  });

  const point = ({x: px, y: py}) => `${px.toFixed(1)} ${py.toFixed(1)}`;
  let shown = null;
  return (state, selection) => {
    if (selection === shown)
      return;
    shown = selection;
    const {places} = drawing;
    lines.setAttribute('d', data.ties.map(({from, to}, tie) =>
      selection.ties[tie] && places[from] && places[to] ? `M${point(places[from])}L${point(places[to])}` : '').join(''));
    dots.setAttribute('d', places.map((place, actor) => selection.actors[actor] ? `M${point(place)}h.1` : '').join(''));
  };
}
