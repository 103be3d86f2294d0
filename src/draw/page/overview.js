// SPDX-License-Identifier: GPL-2.0-or-later
// The whole, small, with a frame around the part that one sees; a press or a drag goes there. The keys do without it.
import {byId, makeSvg} from './dom.js';

export function makeOverview(app, drawing) {
  const {x, y, width, height} = drawing.extent, {data} = app, dot = Math.max(width, height) / 90;
  const svg = makeSvg('svg', {viewBox: `${x} ${y} ${width} ${height}`}), lines = makeSvg('path', {class: 'lines'});
  const dots = makeSvg('path', {class: 'dots'}), frame = makeSvg('rect', {class: 'frame'});
  svg.append(lines, dots, frame);
  byId('overview').append(svg);
  dots.setAttribute('stroke-width', dot);
  lines.setAttribute('stroke-width', dot / 5);
  frame.setAttribute('stroke-width', dot / 1.5);

  drawing.onView((seen) => {
    for (const [name, value] of Object.entries(seen))
      frame.setAttribute(name, value);
    byId('overview').classList.toggle('whole', seen.width >= width * 0.98 && seen.height >= height * 0.98);
  });
  const go = (event) => {
    if (event.buttons % 2 === 0)
      return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    drawing.go({x: at.x, y: at.y, k: drawing.current().k});
  };
  svg.addEventListener('pointerdown', (event) => {
    svg.setPointerCapture(event.pointerId);
    go(event);
  });
  svg.addEventListener('pointermove', go);

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
